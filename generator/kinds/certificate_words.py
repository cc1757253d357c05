"""The words of a certificate, from top to bottom, and how each is set; what a row of names says goes first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.base.places import Span
from generator.base.scalars import Line, Text
from generator.kinds.claims import report_claim
from generator.kinds.setting import Setting
from generator.kinds.styles import Styles, make_styles
from generator.model.attendee import Attendee
from generator.model.pack import Certificate, Pack
from generator.pdf.structure import Element
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.style import Scale, Style

BODY, OPEN = 12.0, 1.5  # size of the body, pt, and its leading
LEAST_BODY = 10.5  # pt
APART = " \u00b7 "
COURSE = ((28.0, 1), (25.0, 1), (23.0, 2), (20.0, 3))  # sizes of the course's title, with the lines that each may take
HAND = 16.0  # size of the date on its line, pt
NAME = "name"


class Said(NamedTuple):
    """Plain words and their place."""

    words: str
    span: Span | None = None


class Slot(NamedTuple):
    """One paragraph: its words, which are parted by dots, and the space that it wishes above it, in gaps."""

    key: str
    role: str
    style: Style
    before: float
    parts: tuple[Said, ...] = ()

    @property
    def span(self) -> Span | None:
        """The place of its first words."""
        return next((part.span for part in self.parts if part.span is not None), None)


class Told(NamedTuple):
    """What differs from person to person, but for the name."""

    person: tuple[Said, ...] = ()
    time: tuple[Said, ...] = ()
    reference: Said | None = None
    date: Said | None = None


def told(setting: Setting, certificate: Certificate, row: Attendee | None) -> Told:
    """Return what is said of one person; of nobody yet where there is no row."""

    def said(name: str) -> Said | None:
        own: Line | None = getattr(row, name) if row is not None else None
        given: Text | Line | None = own if own is not None else getattr(certificate, name)
        return None if given is None else Said(setting.plain(given), given.span)

    person = [given for given in (row.role, row.setting) if given is not None] if row is not None else []
    time = [one for one in (said("hours"), said("dates")) if one is not None]
    return Told(tuple(Said(str(one), one.span) for one in person), tuple(time), said("reference"), said("date"))


def type_of(setting: Setting, share: float) -> Styles:
    """Return the styles of a certificate whose type is set at a share of the designed size."""
    edition = setting.edition
    body = max(BODY, edition.body.size if edition.body is not None else 0.0)
    size = max(body * share, LEAST_BODY, edition.smallest)
    return make_styles(
        Scale(size, size * OPEN, edition.smallest),
        setting.roles,
        setting.look.heading,
        setting.look.body,
        rtl=setting.rtl,
    )


def centred(style: Style) -> Style:
    """Return a style in the middle of its measure, with lines of one length."""
    return style.with_(align="centre", balance=True)


def set_words(setting: Setting, parts: Sequence[Said], style: Style, element: Element) -> Paragraph:
    """Set plain words as one paragraph for an element."""
    runs: list[Run] = []
    for part in parts:
        runs += [Run(APART, element)] if runs else []
        runs += setting.runs(part.words, style, element, span=part.span)
    return setting.set(runs, style, next((part.span for part in parts), None))


def slots(
    setting: Setting, pack: Pack, certificate: Certificate, styles: Styles, one: Told, heading: str
) -> list[Slot]:
    """Return the paragraphs between logo and seal, in reading order; that of the name holds no words yet."""

    def own(words: Text | None) -> tuple[Said, ...]:
        return (Said(setting.plain(words), words.span),) if words is not None else ()

    k = styles.body.size / BODY
    lead, body = styles.lead.with_(colour=setting.roles.ink_soft), styles.body
    provider = certificate.provider
    run_by = setting.plain(provider) if provider is not None else setting.look.name
    more = [Said(setting.word("certificate-run-by", run_by), provider.span if provider is not None else None)]
    if one.reference is not None:
        more.append(Said(setting.word("reference", one.reference.words), one.reference.span))
    accredited = certificate.accredited_by
    by = setting.word("certificate-accredited", setting.plain(accredited)) if accredited is not None else ""
    made = [
        Slot("title", heading, styles.h2, 0.0, own(certificate.title)),
        Slot("for", "P", lead, 1.0, (Said(setting.word("certificate-for")),)),
        Slot(NAME, "P", styles.displays[0], 0.6),
        Slot("person", "P", body, 1.2, one.person),
        Slot("attended", "P", body, 2.6 if not one.person else 1.6, (Said(setting.word("certificate-attended")),)),
        Slot("course", "P", styles.h1.with_(size=COURSE[0][0] * min(k, 1.2)), 0.4, own(pack.title)),
        Slot("text", "P", body, 0.8, own(certificate.text)),
        Slot("time", "P", styles.strong, 1.4, one.time),
        Slot("more", "P", styles.small, 0.6 if one.time else 1.4, tuple(more)),
        Slot("accredited", "P", styles.small, 0.2, (Said(by, accredited.span),) if accredited is not None else ()),
    ]
    return [slot._replace(style=centred(slot.style)) for slot in made if slot.parts or slot.key == NAME]


def check_claims(setting: Setting, pack: Pack, certificate: Certificate) -> None:
    """Report words of the pack that claim more than attendance, where nobody accredits it."""
    if certificate.accredited_by is not None:
        return
    for text in (
        pack.title,
        *(getattr(certificate, name) for name in ("title", "text", "hours", "dates", "reference")),
    ):
        if text is not None:
            report_claim(setting.plain(text), text.span, setting.findings)


def check_row(setting: Setting, certificate: Certificate, row: Attendee) -> None:
    """Report the same in a row of a file of names; what somebody is called or does is their own."""
    if certificate.accredited_by is not None:
        return
    for cell in (row.hours, row.dates, row.date, row.reference):
        if cell is not None:
            report_claim(str(cell), cell.span, setting.findings)
