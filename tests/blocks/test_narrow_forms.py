"""Blocks that take another form in a narrow column: each says so when it is drawn, and only then."""

from __future__ import annotations

import pytest

from generator.kinds.block import compose_all
from generator.typeset.boxes import Stack
from tests.support.making import draw_alone, job_of, setting_of

WIDE, PANEL = 487.0, 228.0  # pt: an A4 page's measure, a panel's
CHANGED = {
    "checklist": "- checklist: {items: [one, two, three, four], columns: 2}",
    "columns": "- columns: [[{text: one}], [{text: two}]]",
    "compare": "- compare: {left: {title: a, items: [b]}, right: {title: c, items: [d]}}",
    "cycle": "- cycle: [notice, wonder, answer]",
    "help": "- help: [line, emergency, line, line]",
    "milestones": "- milestones: {bands: [{label: 3 months, items: [smiles], note: smile back}]}",
    "planner": """- planner:
    columns: [Understanding, Remembering, Communicating]
    rows: [Monday]""",
    "ranges": "- ranges: {groups: [{items: [{label: smiles, from: 1, to: 3}]}]}",
    "table": """- table:
    header: [Age, Morning sleeps, Day sleeps, Night, Feeds]
    rows: [[0-3 months, two or three, "three, often short", wakes often, many]]""",
}
AT_ONCE = {  # measure at which it changes, pt
    "feelings": ("- feelings: {faces: [{face: happy, label: Understanding, cue: Join in}]}", 120.0),
    "qr": ("- qr: {url: 'https://example.org', caption: A film}", 160.0),
}
CASES = {name: (body, PANEL) for name, body in CHANGED.items()} | AT_ONCE


def notes(body: str, measure: float) -> list[tuple[str, int]]:
    """The code and the line of what is told when a body is drawn at a measure."""
    setting = setting_of()
    box = Stack([made.box for made in compose_all(job_of(body).shaped.blocks, setting)])
    assert setting.findings.notes == []  # nothing is told before it is drawn
    draw_alone(setting, box, measure)
    return [(note.code, note.span.line) for note in setting.findings.notes if note.span is not None]


@pytest.mark.parametrize("name", CASES)
def test_it_says_that_it_is_set_in_another_form(name: str) -> None:
    body, measure = CASES[name]
    assert notes(body, WIDE) == []
    assert set(notes(body, measure)) == {("narrow-form", 6 if "\n" not in body else 7)}


@pytest.mark.parametrize("name", CASES)
def test_it_is_never_wider_than_it_says(name: str) -> None:
    """What a planner asks of a box: at its narrowest it can be set, and more room never makes it fail."""
    setting = setting_of()
    (made,) = compose_all(job_of(CASES[name][0]).shaped.blocks, setting)
    assert made.box.narrowest() <= PANEL
    assert made.box.height(made.box.narrowest()) > 0
