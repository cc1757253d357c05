"""Sheets that stand in the pack itself, as handouts of their own: worksheets, answers, what the trainer needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.base.findings import Findings
from generator.base.places import NOWHERE, Span
from generator.base.scalars import Markdown, Text
from generator.base.yaml_nodes import Node
from generator.base.yaml_nodes import Sequence as NodeList
from generator.kinds.block import Block, block_type, read_blocks
from generator.kinds.shaped import Shaped
from generator.kinds.words import words
from generator.model.handout import Handout
from generator.model.pack import Facilitator, Item, Pack, Section, Stage, Worksheet

NOTHING = NodeList((), NOWHERE)  # a body that is made of values, not read


def worksheet(pack: Pack, sheet: Worksheet, ident: str, findings: Findings) -> Shaped | None:
    """Return a worksheet of a pack as a handout; None when its blocks are wrong."""
    return _shaped(pack, ident, sheet.title, sheet.body, findings, sheet)


def answers(pack: Pack, sheet: Worksheet, ident: str, findings: Findings) -> Shaped | None:
    """Return the trainer's answers to a worksheet as a handout; None when its blocks are wrong."""
    assert sheet.answers is not None
    title = Text(words(pack.language)["answers"].format(sheet.title.raw), sheet.title.span)
    return _shaped(pack, ident, title, sheet.answers, findings, None)


def _shaped(
    pack: Pack, ident: str, title: Text, body: Node, findings: Findings, sheet: Worksheet | None
) -> Shaped | None:
    before = len(findings.errors)
    blocks = read_blocks(body, findings)
    if len(findings.errors) > before:
        return None
    language = sheet.language if sheet is not None and sheet.language is not None else pack.language
    head = Handout(
        title=title,
        audience=pack.audience,
        body=body,
        language=language,
        subtitle=sheet.subtitle if sheet is not None else None,
        illustration=sheet.illustration if sheet is not None else None,
    )
    return Shaped(ident, head.at(body.span), blocks)


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
        audience=pack.audience,
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
        title = Text(say["safety"], notes.span_of("safety"))
        yield _block("callout", notes.span_of("safety"), kind="caution", title=title, text=notes.safety)
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


def item_title(item: Item, handouts: dict[str, str]) -> str:
    """Return what an item is called in the contents; ``handouts`` are the titles of handouts by id."""
    if item.worksheet is not None:
        return item.worksheet.title.raw
    if item.title is not None:
        return item.title.raw
    return handouts.get(str(item.handout), str(item.handout))
