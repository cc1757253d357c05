"""What a rule is: it looks at one handout and says what is wrong, once the handout could be read.

A rule is one file in `generator/checks/`, found by its name, which is the code in `error[code]` (`phone_in_text.py` is
`phone-in-text`). It says ``WHY`` and ``MEND``, in a sentence each, and ``SOURCE``: who asks for it; and it has a
function ``look(case)`` that yields hits. One that looks at whole handouts only says ``WHOLE = True``: it passes over
the sheets of a pack; one that gives advice alone says ``ADVICE = True``. A handout may quieten a rule with a reason
(`quiet: {rule: why}`), but for one that says ``ALWAYS = True``. Nothing in a rule reads the clock: today's date is part
of the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache, cached_property
from typing import Literal, Protocol

from generator.base.discover import id_of, load, modules_in
from generator.base.findings import Findings, quoted
from generator.base.places import Span
from generator.base.prose import Markdown, Text
from generator.base.suggest import did_you_mean
from generator.base.tuples import NamedTuple
from generator.base.values import record
from generator.kinds.assets import Assets
from generator.kinds.block import Block, every_block
from generator.kinds.look import Glass, Look
from generator.kinds.wording import texts
from generator.model.brand import SERVICES, Service
from generator.model.evidence import HelpContact
from generator.model.handout import Handout

PACKAGE = "generator.checks"
STRIP = "strip"  # what a block names for all contacts that have a place in the help strip
Level = Literal["error", "due", "warning", "advice"]


class Hit(NamedTuple):
    """Something that a rule found.

    Attributes:
        level: ``error`` stops the build, ``warning`` does not; ``due`` is an error in `check`, a warning in `build`;
            ``advice`` is a warning that `check` alone gives.
        span: where it stands.
        message: what is wrong.
        help: the next step.
    """

    level: Level
    span: Span | None
    message: str
    help: str


@record
class Case:
    """What rules may look at: a handout as it is to be set, and the date; ``sheet`` is one that stands in a pack."""

    handout: Handout
    blocks: Sequence[Block]
    look: Look
    assets: Assets
    today: date
    sheet: bool = False
    ident: str = ""

    @property
    def parents(self) -> bool:
        """Whether parents read it."""
        return self.handout.audience in ("parents", "both")

    def texts(self) -> Iterator[Text | Markdown]:
        """Yield every text that a reader meets, the head's first."""
        yield from self._texts

    @cached_property
    def _texts(self) -> tuple[Text | Markdown, ...]:
        head = self.handout
        return tuple(texts((head.title, head.subtitle, head.summary, head.message, *self.blocks)))

    @cached_property
    def _asked(self) -> frozenset[str]:
        return frozenset(str(ident) for block in every_block(self.blocks) for ident in getattr(block, "ids", ()))

    def contacts(self) -> Iterator[tuple[str, HelpContact]]:
        """Yield the contacts that the handout prints, by key. Blocks that print contacts name them in `ids`."""
        for key, contact in self.assets.contacts.items():
            in_strip = STRIP in self._asked and contact.strip is not None
            if (key in self._asked or in_strip) and contact.serves(self.look.brand.nation):
                yield key, contact

    def services(self) -> Iterator[tuple[str, Service]]:
        """Yield the brand's local services, by name, where the handout prints them."""
        if SERVICES in self._asked and SERVICES not in self.assets.contacts:
            for service in self.look.brand.services or ():
                yield service.name, service


class Rule(Protocol):
    """A module of `generator/checks/`."""

    WHY: str
    MEND: str
    SOURCE: str

    def look(self, case: Case) -> Iterable[Hit]:
        """Yield what is wrong."""


Known = dict[str, tuple[Hit, ...]]  # by rule


@cache
def rule_names() -> tuple[str, ...]:
    """Return the ids of all rules."""
    return tuple(id_of(name) for name in modules_in(PACKAGE))


@cache
def load_rule(ident: str) -> Rule:
    """Return a rule by its name, one of `rule_names`."""
    rule: Rule = load(PACKAGE, ident)
    return rule


@cache
def _rules(strict: bool, sheet: bool) -> tuple[tuple[str, Rule, bool, bool], ...]:
    """Return each rule: its name, itself, whether it cannot be quietened, and whether it looks at such a case."""
    rules = []
    for ident in rule_names():
        rule = load_rule(ident)
        passed = (sheet and getattr(rule, "WHOLE", False)) or (not strict and getattr(rule, "ADVICE", False))
        rules.append((ident, rule, bool(getattr(rule, "ALWAYS", False)), not passed))
    return tuple(rules)


def apply_rules(case: Case, findings: Findings, *, strict: bool, known: Known | None = None) -> None:
    """Look at a case with every rule; with ``strict``, what is due is an error, and advice is given.

    ``known`` keeps what rules find that asked nothing of the look, and knows it for the same case in the next look.
    """
    quiet = {str(name): reason for name, reason in (case.handout.quiet or {}).items()}
    for name, reason in quiet.items():
        if name not in rule_names():
            help_ = did_you_mean(name, rule_names()) or "delete it"
            findings.error(reason.span, "unknown-rule", f"there is no rule called {quoted(name)}", help_)
    for ident, rule, always, looks in _rules(strict, case.sheet):
        if ident in quiet and always:
            message = f"'{ident}' cannot be quietened"
            findings.error(quiet[ident].span, "loud-rule", message, "take it out, and mend what the rule finds")
        if not looks or (ident in quiet and not always):
            continue
        for hit in _hits(ident, rule, case, known):
            if hit.level == "advice" and not strict:
                continue
            stops = hit.level == "error" or (hit.level == "due" and strict)
            (findings.error if stops else findings.warning)(hit.span, ident, hit.message, hit.help)


def _hits(ident: str, rule: Rule, case: Case, known: Known | None) -> Iterable[Hit]:
    """Return what a rule finds, or what it found of the same words: whether it asked the look is counted."""
    if known is None or not isinstance(case.look, Glass):
        return rule.look(case)
    if ident in known:
        return known[ident]
    before = case.look.asked
    found = tuple(rule.look(case))
    if case.look.asked == before:
        known[ident] = found
    return found
