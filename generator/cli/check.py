"""`handouts check`: what is wrong, without making PDFs."""

from __future__ import annotations

from collections.abc import Sequence

import click

from generator.cli.asked import choices, each_edition, here, order_for, say_where
from generator.cli.talk import Progress, count, problems, tell


@click.command()
@choices
@click.option(
    "--explain", metavar="RULE", help="Say why a rule is there and how to mend what it finds; 'all' lists them."
)
@click.pass_context
def check(
    ctx: click.Context,
    handouts: Sequence[str],
    brand: str | None,
    layout: str | None,
    edition: str,
    explain: str | None,
) -> None:
    """Look for mistakes in handouts and packs without making PDFs; fails if there are any.

    Stricter than 'build': dates that have passed are errors here, and there is advice on words. A handout may quieten a
    rule with a reason: 'quiet: {long-list: why}'. Which checks passed says nothing of whether the words are true.
    """
    if explain is not None:
        _explain(explain)
        return
    start = here()
    # imported here: --help starts without the typesetter
    from generator.catalog.packs import pack_names
    from generator.kinds.rule import rule_names
    from generator.packs import check_pack
    from generator.pipeline import Works, check

    works = Works(start)
    say_where(works, "checking")
    known = pack_names(works.workspace)
    packs = [name for name in dict.fromkeys(handouts) if name in known] if handouts else known
    others = [name for name in handouts if name not in known]
    orders = each_edition(order_for(works, others, brand, layout, edition, family=True))
    progress = Progress()
    for order in orders:
        if others or not handouts:
            check(works, order)
        for pack in packs:
            check_pack(works, pack, order._replace(layout=None), progress)
    progress.clear()
    tell(works.findings)
    found, rules = {finding.code for finding in works.findings.all}, rule_names()
    if all(fault.code in rules for fault in works.findings.errors):  # else not all could be looked at
        click.echo("passed: " + ", ".join(name for name in rules if name not in found))
    if works.findings.errors:
        click.echo(problems(works.findings), err=True)
        ctx.exit(1)
    warned = len(works.findings.warnings)
    click.echo(f"no errors, {count(warned, 'warning')}" if warned else "nothing to mend", err=True)


def _explain(name: str) -> None:
    """Print what a rule is for.

    Raises:
        click.UsageError: there is none of that name.
    """
    from generator.base.findings import quoted
    from generator.base.suggest import did_you_mean
    from generator.kinds.rule import load_rule, rule_names

    names = rule_names()
    if name != "all" and name not in names:
        help_ = did_you_mean(name, names) or "'--explain all' lists them"
        raise click.UsageError(f"there is no rule called {quoted(name)}\n  help: {help_}")
    for one in names if name == "all" else (name,):
        rule = load_rule(one)
        click.echo(f"{one}\n  why: {rule.WHY}\n  mend: {rule.MEND}\n  source: {rule.SOURCE}")
        looks = "whole handouts" if getattr(rule, "WHOLE", False) else "handouts and the sheets of packs"
        loud = "; cannot be quietened" if getattr(rule, "ALWAYS", False) else ""
        click.echo(f"  looks at: {looks}{loud}")
