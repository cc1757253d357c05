"""Help contacts as they are printed: one line each, or a strip of columns. Numbers come from data, never from text."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial

from generator.base.findings import Also
from generator.base.places import Span
from generator.base.suggest import did_you_mean
from generator.base.tuples import NamedTuple
from generator.base.yaml_nodes import Entry, Mapping, Node, Scalar
from generator.base.yaml_nodes import Sequence as NodeList
from generator.kinds.heard import in_strip
from generator.kinds.piece import Piece
from generator.kinds.poster_scale import fine_size, page_scale
from generator.kinds.reach import opening_hours
from generator.kinds.setting import Setting, Written
from generator.model.brand import SERVICES, Service, clock_whole, shown
from generator.model.evidence import HelpContact
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import ENOUGH, Beside, Box, Inset, Stack
from generator.typeset.panels import Card
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.taped import Taped

SETTING = "setting"  # what a list of contacts calls the setting itself
STRIP_ORDER = ("danger", "health", "child", "self", "local")
POSTER = 0.8  # size of the strip on a poster, of its usual one: read from near, below words read from afar
NARROWEST = 72.0  # pt; a column of the strip is not narrower
AIR = 0.6  # u between when to call and the number
POSTER_SHORT, POSTER_LONG = 24.0, 15.0  # pt on A3, at least: a poster is not held in the hand
LEAST_GUTTER = 8.0  # pt
LEAST_PADDING = 9.0  # pt
LONG_NAME = 30  # letters
WORDS = 8.5  # em; when to call stands beside the number only where it has so much room
SHORT_NUMBER, LONG_NUMBER = 17.0, 11.0  # pt, at a body of 12: 999 is seen from afar, 11 digits fit a column


class Person(NamedTuple):
    """Somebody to call, ready to print."""

    when: str | None
    name: str
    reach: tuple[tuple[str, str], ...]  # (what is printed, where it leads)
    note: str | None
    span: Span | None
    own: bool = False  # the setting itself
    local: bool = False  # it has a number of the setting's


def one_as_list(node: Node) -> Node:
    """Return a node with a bare word made a list of one: `help: strip` is `help: [strip]`."""
    if isinstance(node, Scalar) and node.text:
        return NodeList((node,), node.span)
    if isinstance(node, Mapping):
        entries_ = tuple(Entry(e.key, one_as_list(e.value)) if e.key.text == "ids" else e for e in node.entries)
        return Mapping(entries_, node.span)
    return node


def entries(setting: Setting, ids: Sequence[str], *more: str) -> list[Person]:
    """Return the contacts of these ids that serve the setting's nation; an unknown id is reported.

    ``more`` are other words that could have been meant.
    """
    out = []
    for ident in ids:
        contact = setting.assets.contacts.get(ident)
        if contact is None:
            near = did_you_mean(ident, [*more, *sorted(setting.assets.contacts), SETTING, SERVICES])
            if ident in (SETTING, SERVICES):  # one block knows them, a help strip does not
                near = "a help strip names others to call; 'contacts: setting' names your own setting"
            message = f"there is no contact called '{ident}'"
            setting.findings.error(getattr(ident, "span", None), "unknown-contact", message, near)
        elif contact.serves(setting.look.brand.nation):
            person = _person(setting, contact)
            if person is not None:
                out.append(person)
    return out


def strip_entries(setting: Setting) -> list[Person]:
    """Return the contacts of the help strip in its fixed order, the setting's own line last."""
    out: list[Person] = []
    serving = in_strip(setting.assets.contacts, setting.look.brand.nation)
    for place in STRIP_ORDER:
        for contact in serving:
            if contact.strip == place:
                person = _person(setting, contact)
                if person is not None:
                    out.append(person)
    if "phone" in setting.look.values:
        out.append(_own_entry(setting, setting.word("local-line"), None))
    return out


def setting_entry(setting: Setting, span: Span | None) -> Person:
    """Return the setting itself as a contact, with its hours; ``span`` is where a handout asks for it."""
    values = setting.look.values
    if "phone" not in values and "email" not in values:
        message = f"the brand '{setting.look.ident}' does not say how the setting is reached"
        also = Also(setting.look.brand.home_of("phone"), 'say it here: contact: {phone: "…"}')
        setting.findings.warning(span, "no-contact", message, "add its phone or e-mail to the brand's file", also)
    return _own_entry(setting, None, opening_hours(setting))


def _own_entry(setting: Setting, when: str | None, note: str | None) -> Person:
    values = setting.look.values
    reach = [(values[key], _address(key, values[key])) for key in ("phone", "email") if key in values]
    return Person(when, setting.look.name, tuple(reach), note, None, own=True)


def service_entries(setting: Setting, span: Span | None) -> list[Person]:
    """Return the brand's local services as contacts; ``span`` is where a handout asks for them."""
    services = setting.look.brand.services or ()
    if not services:
        message = f"the brand '{setting.look.ident}' lists no local services"
        setting.lacks(span, "no-services", message, "services: [{name: …, for: …, phone: …}]")
    return [_service(setting, service) for service in services]


def _service(setting: Setting, service: Service) -> Person:
    def said(name: str) -> str | None:
        text = getattr(service, name)
        return setting.filled(text, service.span_of(name)) if text else None

    hours = clock_whole(said("hours") or "") or None
    return Person(said("for_"), said("name") or "", _ways(service), hours, service.span)


def _person(setting: Setting, contact: HelpContact) -> Person | None:
    if contact.local is not None:
        phone = setting.look.values.get(contact.local)
        if phone is None:
            return None  # the setting has no such line of its own
        contact = contact.replace(phone=phone)
    ways = _ways(contact)
    return Person(contact.for_, contact.name, ways, contact.text, contact.span, local=contact.local is not None)


def _ways(contact: HelpContact | Service) -> tuple[tuple[str, str], ...]:
    """Return how somebody is reached: what is printed, and where it leads."""
    reach = [(contact.phone, _address("phone", contact.phone))] if contact.phone else []
    reach += [(contact.email, _address("email", contact.email))] if contact.email else []
    reach += [(shown(contact.web), str(contact.web))] if contact.web else []
    return tuple(reach)


def _address(kind: str, value: str) -> str:
    if kind == "email":
        return f"mailto:{value}"
    return "tel:" + "".join(c for c in value if c.isdigit() or c == "+")


def _reach_runs(setting: Setting, person: Person, element: Element, colour: str) -> list[Run]:
    runs: list[Run] = []
    for words, address in person.reach:
        if runs:
            runs.append(Run(" \u00b7 ", element))
        link = element.add("Link")
        contents = setting.link_contents(address)
        # a number is never broken between lines
        text = words.replace(" ", "\u00a0") if address.startswith("tel:") else words
        runs.append(Run(text, link, strong=True, colour=colour, link=address, contents=contents))
    return runs


def _natural(box: Box) -> float:
    """Return the width of the widest paragraph of a stack on one line, pt."""
    assert isinstance(box, Stack)
    return max((inner.natural for inner in box.boxes if isinstance(inner, Paragraph)), default=0.0)


def _level(when: Box, rest: Box) -> Box:
    """Return the words set lower, so that they stand on one line with the larger number beside them."""
    assert isinstance(rest, Stack)
    first = rest.boxes[0] if rest.boxes else when
    if not isinstance(when, Paragraph) or not isinstance(first, Paragraph):
        return when
    return Inset(when, top=max(0.0, first.style.ascent - when.style.ascent))


def line(setting: Setting, person: Person, listing: Element) -> Box:
    """Compose one contact as a paragraph: when to call, who it is, how."""
    body = listing.add("LI").add("LBody")
    style = setting.styles.body
    boxes: list[Box] = []
    head = f"{person.when}: " if person.when else ""
    runs = [*setting.runs(head + person.name, style, body), Run(" ", body)]
    runs += _reach_runs(setting, person, body, setting.roles.primary_dark)
    if person.note:
        runs += setting.runs(f". {person.note}", style, body)
    boxes.append(setting.set(runs, style, person.span))
    return Stack(boxes, keep=True)


def _scale(setting: Setting) -> float:
    """Return the size of the strip, of the size that goes with the body; a poster's body may be very large."""
    if setting.layout.kind != "poster":
        return 1.0
    return POSTER * min(1.0, setting.layout_body / setting.scale.body)


class Strip(Box):
    """The help strip: a card with a column for each contact, or with a list where columns would be too narrow."""

    parting = 14.0  # who needs one of these numbers may not turn the page

    def __init__(self, setting: Setting, people: Sequence[Person], title: Written, section: Element) -> None:
        self._setting = setting
        self._k = _scale(setting)
        self._least = fine_size(setting) if setting.layout.kind == "poster" else 0.0
        size = self._size(setting.styles.note.size)
        leading = self._leading(setting.styles.label.leading, size)
        style = setting.styles.label.with_(colour=setting.roles.urgent_dark, size=size, leading=leading)
        self._title = setting.paragraph(title, style, section.add("H2"), keep_next=True)
        section.kind = "help-strip"
        listing = section.add("L", numbering="None")
        self._cells, self._signs = list[tuple[Box, Box]](), list[Hashable | None]()
        for person in people:
            compose = partial(self._cell, person, listing)
            differs = person.own or person.local  # from setting to setting
            cell = Piece(compose()) if differs else setting.kept(("help", person), listing, compose)
            self._cells.append(cell.made)
            self._signs.append(cell.sign)
        self._made: tuple[float, Box] | None = None
        padding = max(setting.space(2), LEAST_PADDING)
        self._ground = setting.ground(setting.roles.urgent_tint, radius=9, padding=padding)

    def _size(self, usual: float) -> float:
        return max(self._least, usual * self._k)

    def _leading(self, usual: float, size: float) -> float:
        return usual if self._k == 1.0 else max(usual * self._k, size * 1.2)

    def _cell(self, person: Person, listing: Element) -> tuple[Box, Box]:
        setting = self._setting
        body = listing.add("LI").add("LBody")
        note = setting.styles.note
        small = self._size(note.size)
        note = note.with_(colour=setting.roles.ink, size=small, leading=self._leading(setting.u * 7 / 3, small))
        when = setting.paragraph(person.when or person.name, note, body.add("P"), span=person.span)
        rest: list[Box] = []
        for words, address in person.reach[:1]:
            paragraph = body.add("P")
            link = paragraph.add("Link")
            short = len(words) <= 4
            size = self._size((SHORT_NUMBER if short else LONG_NUMBER) * setting.scale.body / 12)
            if setting.layout.kind == "poster":
                size = max(size, (POSTER_SHORT if short else POSTER_LONG) * page_scale(setting))
            big = note.with_(size=size, leading=self._leading(setting.u * 3, size))
            big = big.with_(weight=700, colour=setting.roles.primary_dark)
            text = words.replace(" ", "\u00a0") if address.startswith("tel:") else words
            contents = setting.link_contents(address)
            run = Run(text, link, strong=True, colour=big.colour, link=address, contents=contents)
            rest.append(setting.set([run], big, person.span))
        who = person.note or (person.name if person.when else "")
        if person.own and len(who) > LONG_NAME:  # the whole leaflet says whose it is: a long name would make a tower
            who = ""
        if who:
            soft = note.with_(colour=setting.roles.ink_soft)
            rest.append(setting.paragraph(who, soft, body.add("P"), span=person.span))
        return when, Stack(rest)

    def _column(self, measure: float) -> tuple[float, float, bool]:
        """Return (gutter, width of a column, whether that is wide enough), pt."""
        gutter = max(1.5 * self._setting.u, LEAST_GUTTER)
        count = len(self._cells)
        column = (measure - 2 * self._ground.padding - gutter * (count - 1)) / max(1, count)
        least = max([NARROWEST, *(max(a.narrowest(), b.narrowest()) for a, b in self._cells)])
        return gutter, column, column >= least

    def _set(self, measure: float) -> Box:
        if self._made is None or self._made[0] != measure:
            self._made = measure, self._card(measure)
        return self._made[1]

    def _card(self, measure: float) -> Box:
        setting = self._setting
        gutter, column, abreast = self._column(measure)
        inner, count = measure - 2 * self._ground.padding, len(self._cells)
        if abreast:
            free = column * count
            even, fair = (self._columns(widths, gutter) for widths in ([column] * count, self._fair(free)))
            body: Box = fair if fair.height(inner) < even.height(inner) - ENOUGH else even
        else:
            body = Stack([row.spaced(setting.u, setting.u) for row in self._rows(inner)])
        return Card(
            Stack(
                [self._title.spaced(0, setting.u * (0.5 if abreast else 1)), body.spaced(0, 0)],
                keep=abreast,
            ),
            self._ground,
            keep=False,
        )

    def _columns(self, widths: Sequence[float], gutter: float) -> Box:
        """Return the contacts side by side, their numbers on one line."""
        pairs = list(zip(self._cells, widths, strict=True))
        tall = max(when.height(width) for (when, _), width in pairs)
        air = self._setting.u * AIR
        cells = [
            Taped(
                Stack([Inset(when, top=0, bottom=tall - when.height(width) + air), rest]),
                (sign, tall) if sign is not None else None,
            )
            for ((when, rest), width), sign in zip(pairs, self._signs, strict=True)
        ]
        return Beside(cells, widths, gutter=gutter, rtl=self._setting.rtl)

    def _fair(self, free: float) -> list[float]:
        """Return widths of columns in which as few lines as may be are broken: what is to spare is shared evenly."""
        needs = [max(_natural(rest), when.narrowest(), NARROWEST) + ENOUGH for when, rest in self._cells]
        spare = free - sum(needs)
        return [need + spare / len(needs) if spare >= 0 else free / len(needs) for need in needs]

    def _rows(self, inner: float) -> list[Box]:
        """Return a row for each contact: when to call beside the number, or above it where that is too narrow."""
        setting = self._setting
        numbers = min(inner / 2, max(_natural(rest) for _, rest in self._cells))
        first = inner - numbers - 2 * setting.u
        if first < WORDS * setting.styles.note.size or any(when.narrowest() > first for when, _ in self._cells):
            return [Stack([when, rest], keep=True) for when, rest in self._cells]
        first = min(first, max(_natural(Stack([when])) for when, _ in self._cells) + setting.u)
        shares = (first, inner - first - 2 * setting.u)
        return [
            Beside([_level(when, rest), rest], shares, gutter=2 * setting.u, rtl=setting.rtl)
            for when, rest in self._cells
        ]

    def height(self, measure: float) -> float:
        """Return the height of the card."""
        return self._set(measure).height(measure)

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part the list where there are no columns."""
        return self._set(measure).split(measure, room)

    def narrowest(self) -> float:
        """Return the need of the widest entry."""
        need = [max(a.narrowest(), b.narrowest()) for a, b in self._cells]
        return max([NARROWEST, *need]) + 2 * self._ground.padding

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the card."""
        if not self._column(measure)[2]:
            self._setting.note(self.span, "narrow-form", "the help strip is set as a list: its columns are too narrow")
        self._set(measure).draw(surface, x, y, measure)
