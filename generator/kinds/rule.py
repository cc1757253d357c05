"""What a rule is: it looks at one handout and says what is wrong, once the handout could be read.

A rule is one file in `generator/checks/`, found by its name, which is the code in `error[code]` (`phone_in_text.py` is
`phone-in-text`). It says ``WHY``, in one sentence, and has a function ``look(case)`` that yields hits. Nothing in a
rule reads the clock: today's date is part of the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, Protocol

from generator.base.discover import id_of, load, modules_in
from generator.base.findings import Findings
from generator.base.places import Span
from generator.kinds.assets import Assets
from generator.kinds.block import Block, every_block
from generator.kinds.look import Look
from generator.model.evidence import HelpContact
from generator.model.handout import Handout

PACKAGE = "generator.checks"
STRIP = "strip"  # what a block names for all contacts that have a place in the help strip
Level = Literal["error", "due", "warning"]


class Hit(NamedTuple):
    """Something that a rule found.

    Attributes:
        level: ``error`` stops the build, ``warning`` does not; ``due`` is an error in `check`, a warning in `build`.
        span: where it stands.
        message: what is wrong.
        help: the next step.
    """

    level: Level
    span: Span | None
    message: str
    help: str


@dataclass(frozen=True)
class Case:
    """What rules may look at: a handout as it is to be set, and the date."""

    handout: Handout
    blocks: Sequence[Block]
    look: Look
    assets: Assets
    today: date

    def contacts(self) -> Iterator[tuple[str, HelpContact]]:
        """Yield the contacts that the handout prints, by key. Blocks that print contacts name them in `ids`."""
        asked = {str(ident) for block in every_block(self.blocks) for ident in getattr(block, "ids", ())}
        for key, contact in self.assets.contacts.items():
            in_strip = STRIP in asked and contact.strip is not None
            if (key in asked or in_strip) and contact.serves(self.look.brand.nation):
                yield key, contact


class Rule(Protocol):
    """A module of `generator/checks/`."""

    WHY: str

    def look(self, case: Case) -> Iterable[Hit]:
        """Yield what is wrong."""


def rule_names() -> tuple[str, ...]:
    """Return the ids of all rules."""
    return tuple(id_of(name) for name in modules_in(PACKAGE))


def apply_rules(case: Case, findings: Findings, *, strict: bool) -> None:
    """Look at a case with every rule; with ``strict``, what is due is an error."""
    for ident in rule_names():
        rule: Rule = load(PACKAGE, ident)
        for hit in rule.look(case):
            stops = hit.level == "error" or (hit.level == "due" and strict)
            (findings.error if stops else findings.warning)(hit.span, ident, hit.message, hit.help)
