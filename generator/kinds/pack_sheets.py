"""Sheets that stand in the pack itself, as handouts of their own: worksheets, answers, what the trainer needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from generator.base.findings import Findings
from generator.base.places import NOWHERE, Span
from generator.base.scalars import Markdown, Text
from generator.base.yaml_nodes import Sequence as NodeList
from generator.kinds.block import MOST_BLOCKS, Block, block_type, read_blocks, too_many
from generator.kinds.shaped import Shaped
from generator.kinds.words import words
from generator.model.handout import Handout
from generator.model.pack import Facilitator, Pack, Section, Stage, Worksheet

TRAINERS: Final = "practitioners"  # who reads what is in the trainer's copy only
NOTHING = NodeList((), NOWHERE)  # a body that is made of values, not read


def worksheet(pack: Pack, sheet: Worksheet, ident: str, findings: Findings) -> Shaped | None:
    """Return a worksheet of a pack as a handout; None when its blocks are wrong."""
    before = len(findings.errors)
    blocks = read_blocks(sheet.body, findings)
    if len(findings.errors) > before:
        return None
    head = Handout(
        title=sheet.title,
        audience=pack.audience,
        body=sheet.body,
        language=sheet.language or pack.language,
        subtitle=sheet.subtitle,
        illustration=sheet.illustration,
    )
    return Shaped(ident, head.at(sheet.body.span), blocks)


def answers(pack: Pack, section: Section, ident: str, findings: Findings) -> Shaped | None:
    """Return the answers to a section's worksheets as one handout; None when their blocks are wrong."""
    before = len(findings.errors)
    blocks: list[Block] = []
    for item in section.items:
        sheet = item.worksheet
        if sheet is not None and sheet.answers is not None:
            span = sheet.span_of("answers")
            blocks += [_block("heading", span, text=sheet.title), *read_blocks(sheet.answers, findings)]
    if len(blocks) > MOST_BLOCKS:
        findings.error(section.span, "too-many", *too_many(len(blocks)))
    if len(findings.errors) > before:
        return None
    title = Text(words(pack.language)["answers"], section.span)
    head = Handout(title=title, audience=TRAINERS, body=NOTHING, language=pack.language)
    return Shaped(ident, head.at(section.span), tuple(blocks))


def trainer_sheet(pack: Pack, section: Section, ident: str, findings: Findings) -> Shaped | None:
    """Return what the trainer needs for a section as a handout; None when its own blocks are wrong."""
    notes = section.facilitator
    assert notes is not None
    say = words(pack.language)
    before = len(findings.errors)
    more = read_blocks(notes.body, findings) if notes.body is not None else ()
    if len(findings.errors) > before:
        return None
    head = Handout(
        title=Text(say["trainer-notes"], notes.span),
        audience=TRAINERS,
        body=NOTHING,
        language=pack.language,
        subtitle=notes.purpose,
    )
    return Shaped(ident, head.at(notes.span), (*_trainer_blocks(notes, say), *more))


def _trainer_blocks(notes: Facilitator, say: Any) -> Iterator[Block]:
    """Yield the blocks of a trainer's notes, each part under its heading, in the order in which they are needed."""
    if notes.running_order:
        total = say["minutes"].format(notes.minutes) if notes.minutes is not None else ""
        yield _block("heading", notes.span_of("running_order"), text=_said(say["running-order"], notes))
        if total:
            yield _block("text", notes.span_of("minutes"), text=Markdown(total, notes.span_of("minutes")))
        yield running_order(notes.running_order, say, notes.span_of("running_order"))
    elif notes.minutes is not None:
        length = Markdown(say["minutes"].format(notes.minutes), notes.span_of("minutes"))
        yield _block("text", notes.span_of("minutes"), text=length)
    yield from _list("aims", "bullets", notes.aims, notes, say)
    yield from _list("kit", "checklist", notes.kit, notes, say)
    yield from _list("say", "numbered", notes.say, notes, say)
    if notes.questions:
        span = notes.span_of("questions")
        yield _block("heading", span, text=_said(say["hard-questions"], notes))
        for question in notes.questions:
            yield _block("subheading", question.span, text=question.ask)
            yield _block("text", question.span, text=Markdown(question.answer.raw, question.answer.span))
    if notes.safety is not None:
        yield _block("heading", notes.span_of("safety"), text=Text(say["safety"], notes.span_of("safety")))
        yield _block("callout", notes.span_of("safety"), kind="caution", text=notes.safety)
    yield from _list("adaptations", "bullets", notes.adaptations, notes, say)
    yield from _list("evidence", "bullets", notes.evidence, notes, say)


def _list(name: str, block: str, items: Sequence[Text], notes: Facilitator, say: Any) -> Iterator[Block]:
    if items:
        span = notes.span_of(name)
        yield _block("heading", span, text=Text(say[f"trainer-{name}"], span))
        yield _block(block, span, items=tuple(items))


def running_order(stages: Sequence[Stage], say: Any, span: Span) -> Block:
    """Return the running order as a table: when each step begins, how long it takes, what happens."""
    timed = all(stage.minutes is not None for stage in stages)
    start, rows = 0, []
    for stage in stages:
        what = stage.what.raw if stage.how is None else f"**{stage.what.raw}** {stage.how.raw}"
        cells = [Text(what, stage.what.span)]
        if timed and stage.minutes is not None:
            clock = f"{start // 60}:{start % 60:02d}"
            cells = [Text(clock, stage.span), Text(str(stage.minutes), stage.span), *cells]
            start += stage.minutes
        rows.append(tuple(cells))
    names = ("order-start", "order-minutes", "order-what") if timed else ("order-what",)
    header = tuple(Text(say[name], span) for name in names)
    return _block("table", span, rows=tuple(rows), header=header)


def _said(text: str, notes: Facilitator) -> Text:
    return Text(text, notes.span)


def _block(name: str, span: Span, **fields: Any) -> Block:
    """Return a block made of values, with its place."""
    kind = block_type(name)
    assert kind is not None
    return kind(**fields).at(span)
