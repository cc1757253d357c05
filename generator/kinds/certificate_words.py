"""The words of a certificate, from top to bottom, and how each is set; what a row of names says goes first."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import bidirectional

from generator.base.places import Span
from generator.base.scalars import Line, Text
from generator.base.tuples import NamedTuple
from generator.kinds.claims import report_claim
from generator.kinds.setting import Setting
from generator.kinds.styles import Styles, make_styles
from generator.model.attendee import Attendee
from generator.model.pack import Certificate, Pack
from generator.pdf.structure import Element
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.style import Scale, Style

BODY, OPEN = 12.0, 1.38  # size of the body, pt, and its leading
LEAST_BODY = 10.5  # pt
LEAST_LARGE = 16.0  # pt; the floor of large print, which holds for giant print too: a certificate is one page
KEPT = 45  # characters of a fact that stays on one line
APART = "\u00a0\u00b7 "
MOST_LARGER = 1.2  # of titles, in an edition of larger type
TITLE = 18.0  # size of what it is called, pt
COURSE = ((28.0, 1), (25.0, 1), (23.0, 2), (20.0, 3))  # sizes of the course's title, with the lines that each may take
DATE = 16.0  # size of the date on its line, pt
NAME = "name"
ATTENDED = "attended"


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
        return _plain(setting, given)

    person = [given for given in (row.role, row.setting) if given is not None] if row is not None else []
    time = [one for one in (said("hours"), said("dates")) if one is not None]
    return Told(tuple(Said(str(one), one.span) for one in person), tuple(time), said("reference"), said("date"))


def _plain(setting: Setting, given: Text | Line | None) -> Said | None:
    """Return an author's words with their place; None where a brand leaves nothing to say."""
    words = setting.plain(given) if given is not None else ""
    return Said(words, given.span) if given is not None and words.strip() else None


def floor(setting: Setting) -> float:
    """Return the smallest type of a certificate, pt."""
    return min(setting.edition.smallest, LEAST_LARGE)


def type_of(setting: Setting, share: float) -> Styles:
    """Return the styles of a certificate whose type is set at a share of the designed size."""
    edition = setting.edition
    body = max(BODY, edition.body.size if edition.body is not None else 0.0)
    least = floor(setting)
    size = max(body * share, LEAST_BODY, least)
    return make_styles(
        Scale(size, size * OPEN, least),
        setting.roles,
        setting.look.heading,
        setting.look.body,
        rtl=setting.rtl,
    )


def centred(style: Style) -> Style:
    """Return a style in the middle of its measure, with lines of one length."""
    return style.with_(align="centre", balance=True)


def set_words(setting: Setting, parts: Sequence[Said], style: Style, element: Element) -> Paragraph:
    """Set plain words as one paragraph for an element; it runs the way that its first letters run."""
    rtl = _runs_left("".join(part.words for part in parts), style.rtl)
    if rtl != style.rtl:
        style = style.with_(rtl=rtl, tracking=0.0 if rtl else style.tracking)
    runs: list[Run] = []
    for part in parts:
        runs += [Run(APART, element)] if runs else []
        whole = len(parts) > 1 and len(part.words) <= KEPT
        words = part.words.replace(" ", "\u00a0") if whole else part.words  # lines end between facts, not inside one
        runs += setting.runs(words, style, element, span=part.span)
    return setting.set(runs, style, next((part.span for part in parts), None))


def _runs_left(words: str, otherwise: bool) -> bool:
    """Tell whether the first letter of some words belongs to a script that runs from right to left."""
    for char in words:
        if (way := bidirectional(char)) in ("L", "R", "AL"):
            return way != "L"
    return otherwise


def slots(
    setting: Setting, pack: Pack, certificate: Certificate, styles: Styles, one: Told, heading: str
) -> list[Slot]:
    """Return the paragraphs between logo and seal, in reading order; that of the name holds no words yet."""

    def own(text: Text | None) -> tuple[Said, ...]:
        return (said,) if (said := _plain(setting, text)) is not None else ()

    k = min(styles.body.size / BODY, MOST_LARGER)  # titles are large already
    lead, body = styles.lead.with_(colour=setting.roles.ink_soft), styles.body
    accredited = _plain(setting, certificate.accredited_by)
    by = setting.word("certificate-accredited", accredited.words) if accredited is not None else ""
    made = [
        Slot("title", heading, styles.h2.with_(size=TITLE * k, leading=TITLE * k * 1.2), 0.0, own(certificate.title)),
        Slot("for", "P", lead, 0.6, (Said(setting.word("certificate-for")),)),
        Slot(NAME, "P", styles.displays[0], 0.5),
        Slot("person", "P", body, 1.0, one.person),
        Slot("attended", "P", body, 1.4 if one.person else 2.4, (Said(setting.word("certificate-attended")),)),
        Slot("course", "P", styles.h1.with_(size=COURSE[0][0] * k), 0.4, own(pack.title)),
        Slot("text", "P", body, 0.8, own(certificate.text)),
        Slot("facts", "P", styles.note, 1.4, _facts(setting, certificate, one)),
        Slot("accredited", "P", styles.note, 0.1, (Said(by, accredited.span),) if accredited is not None else ()),
    ]
    return [slot._replace(style=centred(slot.style)) for slot in made if slot.parts or slot.key == NAME]


def _facts(setting: Setting, certificate: Certificate, one: Told) -> tuple[Said, ...]:
    """Return how long, when, by whom and under which number."""
    provider, number = _plain(setting, certificate.provider) or Said(setting.look.name), one.reference
    by = Said(setting.word("certificate-run-by", provider.words), provider.span)
    under = (Said(setting.word("reference", number.words), number.span),) if number is not None else ()
    return (*one.time, by, *under)


def check_words(setting: Setting, pack: Pack, certificate: Certificate) -> None:
    """Report words of the pack that claim more than attendance, where nobody accredits it, or that say it twice."""
    text = certificate.text
    if text is not None and setting.plain(text).casefold().startswith(f"{ATTENDED} "):
        message = f"the certificate says '{setting.word('certificate-attended')}' and the course's title above this"
        help_ = "begin with what it was, such as 'four half-days on feelings and play'"
        setting.findings.warning(text.span, "said-twice", message, help_)
    if _plain(setting, certificate.accredited_by) is not None:
        return
    for text in (
        pack.title,
        *(getattr(certificate, name) for name in ("title", "text", "hours", "dates", "reference")),
    ):
        if text is not None:
            report_claim(setting.plain(text), text.span, setting.findings)


def check_row(setting: Setting, certificate: Certificate, row: Attendee) -> None:
    """Report the same in a row of a file of names; what somebody is called or does is their own."""
    if _plain(setting, certificate.accredited_by) is not None:
        return
    for cell in (row.hours, row.dates, row.date, row.reference):
        if cell is not None:
            report_claim(str(cell), cell.span, setting.findings)
