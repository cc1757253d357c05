"""Setting: everything that is chosen once before a handout is composed, and the place where its words become runs.

"Setting" as in typesetting: layout + brand + edition + language, at one degree of tightness. Blocks ask it for
styles, colours, space, drawings and text; they never see a layout file or a brand file.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.base.characters import is_blank
from generator.base.findings import Also, Findings
from generator.base.places import NOWHERE, Span
from generator.base.scalars import Markdown, Text
from generator.base.suggest import did_you_mean
from generator.kinds.assets import Assets
from generator.kinds.binding import Binding
from generator.kinds.edition import STANDARD, Edition
from generator.kinds.look import Glass, Look
from generator.kinds.piece import Piece, T
from generator.kinds.sentences import one_a_line
from generator.kinds.styles import Styles, make_styles
from generator.kinds.tightness import Tightness
from generator.kinds.tinted import Tinted
from generator.kinds.words import words
from generator.model.brand import unbroken
from generator.model.hues import NAMED, Hues
from generator.model.inline import (
    PLACEHOLDER,
    SENTINELS,
    Chunk,
    Fragment,
    ListOf,
    Taken,
    parse_blocks,
    parse_inline,
    plain_paragraphs,
    plain_words,
    stray_braces,
)
from generator.model.layout import Layout
from generator.model.placeholders import unsaid
from generator.pdf.structure import Element
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.style import Scale, Style

if TYPE_CHECKING:  # where many settings get the same handouts
    from generator.kinds.keeping import Keeping

Written = Text | Markdown
HANDOUT = "handout:"  # how a link to another handout begins
RIGHT_TO_LEFT = frozenset({"ar", "fa", "prs", "ps", "ur", "ckb", "he", "yi", "sd", "ug", "dv"})


class Setting(Tinted):
    """See the module. One for each attempt at fitting: it collects findings, citations and the structure tree.

    Attributes:
        parent: the element that blocks are composed into; ``home`` the one that sections hang from.
        binding: how it is bound into a pack; None for a handout that stands alone.
        numbered: whether the numbers of sources are printed: not where their list is kept in the file.
        roles: names of colours, the same for every brand; ``hues`` has their values.
        casting: drawings that were used, in their order: others than the first show other people.
        keeping: composes blocks where many settings get the same handout; None where it is one.
        turn: place of the block that is composed among neighbours of its kind, from 1, and how many there are.
    """

    scale: Scale
    styles: Styles
    parent: Element
    home: Element
    _u: float

    def __init__(
        self,
        layout: Layout,
        look: Look,
        assets: Assets,
        language: str,
        tight: Tightness,
        findings: Findings,
        document: Element,
        edition: Edition = STANDARD,
        binding: Binding | None = None,
        *,
        numbered: bool = True,
    ) -> None:
        self.layout, self.look, self.assets, self.language, self.tight = layout, look, assets, language, tight
        self.findings, self.document = findings, document
        self.edition, self.binding, self.numbered = edition, binding, numbered
        self.keeping: Keeping | None = None
        self.turn = (1, 1)
        self.cited: list[str] = []
        self.links: list[tuple[str, Span | None]] = []
        self.notes: dict[str, list[Element]] = {}
        self.casting: dict[str, int] = {}
        self.roles, self.hues = NAMED, Hues(self.look.roles)
        self.rtl = self.language.split("-")[0] in RIGHT_TO_LEFT
        self.scale = Scale(self.tight.body, self.tight.baseline, self.edition.smallest)
        self._u = self.scale.u
        fonts, tracking = (self.look.heading, self.look.body), self.edition.tracking
        self.styles = make_styles(self.scale, self.roles, *fonts, rtl=self.rtl, tracking=tracking)
        if self.edition.outlined:  # nothing stands outside the margins, which are as narrow as an office printer allows
            self.styles = self.styles._replace(quote=self.styles.quote.with_(hang=False))
        self.parent = self.home = self.document
        if self.binding is not None:
            self.cited = list(self.binding.cited)

    def begin(self, look: Glass, document: Element) -> None:
        """Start again with another look of the same faces, shape and people, and a tree of its own."""
        assert self.keeping is not None
        self.keeping.begin()
        self.document.take_apart()  # what is kept of it is put together again
        self.look, self.hues, self.document = look, Hues(look[3]), document
        self.parent = self.home = document
        self.findings, self.turn = Findings(), (1, 1)
        self.cited, self.links, self.notes, self.casting = [], [], {}, {}

    # -- space, words, shapes ----------------------------------------------------------------------------------------
    @property
    def u(self) -> float:
        """The unit of space: a third of the baseline, pt."""
        return self._u

    def space(self, units: float) -> float:
        """Return so many units of space, as tight as this attempt at fitting is; on half units."""
        return max(0.5, round(units * self.tight.space * 2) / 2) * self.u if units else 0.0

    @property
    def layout_body(self) -> float:
        """The body's size as the layout has it, pt; what is set may be smaller, and few words larger."""
        return self.layout.type.body.size if self.layout.type is not None else self.scale.body

    @property
    def layout_baseline(self) -> float:
        """The leading of the body as the layout has it, pt; what is set may be tighter."""
        return self.layout.type.body.leading if self.layout.type is not None else self.scale.baseline

    @property
    def one_column(self) -> bool:
        """Whether blocks stand below each other; on a poster only in large type: it is seen as a whole."""
        return self.edition.one_column and (self.layout.kind != "poster" or self.edition.large)

    def word(self, key: str, *values: str) -> str:
        """Return one of the tool's own words."""
        return words(self.language)[key].format(*values)

    def note(self, span: Span | None, code: str, message: str) -> None:
        """Say, while drawing, that a block is set in another form than its own: `--verbose` tells."""
        self.findings.note(span, code, message)

    def kept(self, key: Hashable, parent: Element, compose: Callable[[], T]) -> Piece[T]:
        """Compose a part of a page or block that no brand may have a part in; see `Keeping.piece`."""
        return Piece(compose()) if self.keeping is None else self.keeping.piece(key, self, parent, compose)

    # -- sections ------------------------------------------------------------------------------------------------------
    @property
    def in_section(self) -> bool:
        """Whether a section is open: whether there is a heading above."""
        return self.parent is not self.home

    @property
    def sub(self) -> str:
        """The role of a heading inside a section; where none is open it is the section's own: no level is skipped."""
        return "H3" if self.in_section else "H2"

    def open_section(self) -> Element:
        """Begin a Sect for what follows; return it."""
        self.parent = self.home.add("Sect")
        return self.parent

    def close_section(self) -> None:
        """End the section that is open: what follows stands under no heading."""
        self.parent = self.home

    @contextmanager
    def within(self, element: Element) -> Iterator[None]:
        """Compose into an element: headings in it head sections of its own where none is open around it."""
        parent, home = self.parent, self.home
        self.parent, self.home = element, home if self.in_section else element
        yield
        self.parent, self.home = parent, home

    # -- text ----------------------------------------------------------------------------------------------------------
    def paragraph(
        self,
        text: Written | str,
        style: Style,
        element: Element,
        *,
        strong: bool = False,
        keep_next: bool = False,
        span: Span | None = None,
    ) -> Paragraph:
        """Set one paragraph in a style for an element."""
        runs = self.runs(text, style, element, strong=strong, span=span)
        if self.edition.sentences and style.size >= self.scale.body:
            runs = one_a_line(runs)
        return Paragraph(runs, style, span=text.span if not isinstance(text, str) else span, keep_next=keep_next)

    def set(self, runs: Sequence[Run], style: Style, span: Span | None = None) -> Paragraph:
        """Set runs as one paragraph."""
        return Paragraph(runs, style, span=span)

    def citation(self, key: str, span: Span | None, element: Element) -> list[Run]:
        """Return the raised number of a source, as a link in an element; nothing when it is unknown or not printed."""
        number = self.cite(key, span)
        if number is None or not self.numbered:
            return []
        note = element.add("Link")
        self.notes.setdefault(key, []).append(note)
        contents = self.word("source-note", str(number))
        return [Run(str(number), note, raised=True, link=f"#source:{key}", contents=contents)]

    def runs(
        self, text: Written | str, style: Style, element: Element, *, strong: bool = False, span: Span | None = None
    ) -> list[Run]:
        """Turn an author's text into runs for an element; ``span`` is the place of words that were put together."""
        if isinstance(text, str):
            return [
                Run(self._known(self._line(text, span), style, getattr(text, "span", span)), element, strong=strong)
            ]
        words_ = plain_words(text.raw)
        if words_ is not None:
            return [Run(self._known(words_, style, text), element, strong=strong)]
        return list(self._runs(self._inline(text), text, style, element, strong))

    def chunks(self, text: Written) -> tuple[Chunk, ...]:
        """Read a text of paragraphs and lists."""
        plain = plain_paragraphs(text.raw)
        if plain is not None:
            return plain
        self._check(text)
        return parse_blocks(text, lambda taken: self._fill(taken, text))

    def chunk_runs(self, chunk: Sequence[Fragment], text: Written, style: Style, element: Element) -> list[Run]:
        """Turn one paragraph of a text into runs."""
        assert not isinstance(chunk, ListOf)
        return list(self._runs(chunk, text, style, element, False))

    def plain(self, text: Written | str) -> str:
        """Return a text without its signs, for alternative text and titles."""
        if isinstance(text, str):
            return self._line(text, None)
        words_ = plain_words(text.raw)
        if words_ is not None:
            return words_.replace("\n", " ")
        return "".join(f.text for f in self._inline(text)).replace("\n", " ")

    def filled(self, raw: str, span: Span | None) -> str:
        """Fill the placeholders of one of the brand's own lines."""
        self._check(Text(raw, span or NOWHERE))
        fragments = parse_inline(Text(raw, span or NOWHERE), lambda taken: self._value(taken, span))
        for cited in (fragment.cite for fragment in fragments if fragment.cite is not None):
            message = f"a brand's line may not cite a source: [@{cited}]"
            self.findings.error(span, "brand-citation", message, "take it out: handouts alone cite sources")
        return "".join(f.text for f in fragments)

    def _line(self, text: str, span: Span | None) -> str:
        """Fill the placeholders of plain words, such as a handout's ages; nothing else in them is a sign."""
        if "{{" not in text:
            return text
        place = getattr(text, "span", span)
        return PLACEHOLDER.sub(lambda m: self._value(Taken(m.start(), m[1], m[2], None), place) or "", text)

    def _inline(self, text: Written) -> Sequence[Fragment]:
        self._check(text)
        return parse_inline(text, lambda taken: self._fill(taken, text))

    def _check(self, text: Written) -> None:
        if is_blank(text.raw):
            help_ = "write some words, or delete the line"
            self.findings.error(text.span, "blank-text", "there is nothing here that a reader could see", help_)
        for char in sorted(set(SENTINELS.findall(text.raw))):
            self._missing(char, text.place(text.raw.index(char)))
        if "{{" in text.raw:
            for at in stray_braces(text.raw):
                self.findings.error(
                    text.place(at),
                    "bad-placeholder",
                    "this is not a placeholder that can be filled",
                    'write it as {{ setting.phone }} or {{ setting.name | default: "your setting" }}',
                )

    def _fill(self, taken: Taken, text: Written) -> str | None:
        return self._value(taken, text.place(taken.at))

    def _value(self, taken: Taken, span: Span | None) -> str | None:
        assert taken.name is not None
        value = self.look.values.get(taken.name, taken.default)
        if value is None:
            home = self.look.brand.home_of(taken.name)
            self.findings.error(span, *unsaid(taken.name, self.look.ident, self.look.values, home))
        return unbroken(taken.name, value) if value is not None else None

    def lacks(self, span: Span | None, code: str, message: str, key: str) -> None:
        """Report at both ends that a handout asks for something of which the brand says nothing: its key."""
        also = Also(self.look.brand.span, f"say it here: {key}")
        self.findings.error(span, code, message, "say it in the brand's file, or take this out", also)

    def _runs(
        self, fragments: Sequence[Fragment], text: Written, style: Style, element: Element, strong: bool
    ) -> Iterator[Run]:
        link: tuple[str, Element] | None = None
        for i, fragment in enumerate(fragments):
            if fragment.emphasis and self.edition.upright:
                fragment = fragment._replace(strong=True, emphasis=False)
            if fragment.cite is not None:
                if i and fragments[i - 1].cite is not None and self.numbered:
                    yield Run(", ", element, raised=True)
                known = fragment.cite in self.assets.sources  # where it stands is asked for only where it is to be told
                yield from self.citation(fragment.cite, None if known else text.place(fragment.at), element)
                continue
            if i + 1 < len(fragments) and fragments[i + 1].cite is not None:
                fragment = fragment._replace(text=fragment.text.rstrip(" "))  # a note number stands close
            words_ = self._known(fragment.text, style, text)
            if fragment.link is None:
                link = None
                yield Run(words_, element, strong=strong or fragment.strong, emphasis=fragment.emphasis)
                continue
            if fragment.link.startswith(HANDOUT):
                yield from self._to_handout(fragment, words_, text, element, strong=strong)
                continue
            if link is None or link[0] != fragment.link:
                link = (fragment.link, element.add("Link"))
                self._note_link(fragment, text)
            contents = self.link_contents(fragment.link)
            yield Run(
                words_,
                link[1],
                strong=strong or fragment.strong,
                emphasis=fragment.emphasis,
                link=fragment.link,
                contents=contents,
            )

    def _to_handout(
        self, fragment: Fragment, words_: str, text: Written, element: Element, *, strong: bool
    ) -> Iterator[Run]:
        """Lead to another handout: a link in a pack that holds it; elsewhere its title stands after the words."""
        assert fragment.link is not None
        ident = fragment.link.removeprefix(HANDOUT)
        title = self.assets.handout(ident, text.place(fragment.at), self.findings)
        strong = strong or fragment.strong
        place = self.binding.parts.get(ident) if self.binding is not None else None
        if place is None or title is None:
            yield Run(words_, element, strong=strong, emphasis=fragment.emphasis)
            if title is not None and title.casefold() not in words_.casefold():
                yield Run(self.word("named", title), element)
            return
        contents = self.word("to-handout", title)
        yield Run(words_, element.add("Link"), strong=strong, link="#" + place, contents=contents)

    def link_contents(self, address: str) -> str:
        """Return what a link says of itself to a reader who cannot see it."""
        if address.startswith("mailto:"):
            return self.word("mail", address[7:])
        if address.startswith("tel:"):
            return self.word("call", address[4:])
        return self.word("link-to", address.lstrip("#"))

    def _note_link(self, fragment: Fragment, text: Written) -> None:
        if fragment.link is not None and fragment.link.startswith("#"):
            self.links.append((fragment.link[1:], text.place(fragment.at)))

    def cite(self, key: str, span: Span | None) -> int | None:
        """Return the number of a source, giving it the next one on its first mention; None when there is none."""
        if key not in self.assets.sources:
            near = did_you_mean(key, sorted(self.assets.sources))
            help_ = f"{near}; or add it to handouts/sources.yaml" if near else "add it to handouts/sources.yaml"
            self.findings.error(span, "unknown-source", f"there is no source called '{key}'", help_)
            return None
        if key not in self.cited:
            self.cited.append(key)
        return self.cited.index(key) + 1

    def _known(self, words_: str, style: Style, where: Written | Span | None) -> str:
        """Report characters that no face has, and leave them out so that the rest can be checked."""
        for char in style.fonts.missing(words_):
            span = where if where is None or isinstance(where, Span) else where.place(max(0, where.raw.find(char)))
            self._missing(char, span)
            words_ = words_.replace(char, "")
        return words_

    def _missing(self, char: str, span: Span | None) -> None:
        self.findings.error(
            span,
            "missing-glyph",
            f"no font of the brand '{self.look.ident}' has the character '{char}' (U+{ord(char):04X})",
            "take it out or write it in words, or add a font that has it to the brand's fonts folder",
        )

    def alternative(self, written: str | None) -> str | None:
        """Return an author's alternative text, or None for one that says nothing."""
        return None if written is None or is_blank(written) else self._line(written, None)
