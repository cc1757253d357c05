"""Cases for rules: a handout from YAML text, contacts and a date, without fonts or pages."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import Any, cast

from generator.base.fields import read_mapping
from generator.base.findings import Findings
from generator.base.yaml_nodes import Mapping, read_yaml
from generator.kinds.assets import Assets
from generator.kinds.block import read_blocks
from generator.kinds.look import Look
from generator.kinds.rule import Case, Hit
from generator.model.brand import Brand
from generator.model.evidence import HelpContact
from generator.model.handout import Handout

HEAD = "title: A title\naudience: parents\n"
BODY = "body:\n  - text: Hello\n"
CONTACTS = """\
nspcc:
  name: NSPCC
  phone: 0808 800 5000
  strip: child
  last_checked: 2026-11-01
emergency:
  name: Emergency
  phone: 999
  strip: danger
  last_checked: 2026-11-01
scots:
  name: A line in Scotland
  phone: 0141 496 0000
  strip: self
  nation: Scotland
  last_checked: 2026-11-01
"""


class _Brand:
    """As much of a look as rules see."""

    def __init__(self) -> None:
        self.brand = Brand(name="Own", nation="England")


def written(words: str, audience: str = "parents") -> str:
    """Return a handout of one text."""
    lines = "".join(f"      {line}\n" if line else "\n" for line in words.split("\n"))
    return f"title: A title\naudience: {audience}\nbody:\n  - text: |\n{lines}"


def case(text: str = HEAD + BODY, *, contacts: str = CONTACTS, today: date = date(2026, 11, 24)) -> Case:
    """Return a case; the text must be a handout without mistakes, of a setting in England."""
    findings = Findings()
    node = read_yaml(text.encode(), "handouts/x.yaml", findings)
    register = read_yaml(contacts.encode(), "handouts/contacts.yaml", findings)
    assert isinstance(node, Mapping)
    assert register is not None
    head = Handout.read(node, findings)
    body = node.get("body")
    assert body is not None
    blocks = read_blocks(body, findings)
    people = read_mapping(HelpContact, register, findings, "contact") or {}
    assert findings.errors == []
    assert head is not None
    nowhere: Any = None
    assets = Assets(drawing=nowhere, picture=nowhere, sources={}, contacts=people, handout=nowhere)
    return Case(head, blocks, cast(Look, _Brand()), assets, today)


def hits(rule: str, given: Case) -> list[tuple[str, str]]:
    """Return (level, file:line:column) of what a rule finds; each hit says what to do next."""
    found: list[Hit] = list(import_module(f"generator.checks.{rule}").look(given))
    assert all(hit.help and hit.message for hit in found)
    return [(hit.level, str(hit.span)) for hit in found]
