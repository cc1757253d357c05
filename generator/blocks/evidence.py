"""Evidence: an honest box: what is known, what is argued about, what is not known, and so what to say.

- evidence:
    known: Babies answer to a still face. The study has been repeated many times.
    argued: How much one stressful day matters.
    unknown: Which babies are hit hardest, and why.
    so_say: What happens most of the time counts. Making up afterwards counts too.
    sources: [tronick-1978]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from generator.base.fields import Length
from generator.base.scalars import Markdown, Name, Text
from generator.kinds.block import Block, Place
from generator.kinds.parts import card, prose
from generator.kinds.setting import Setting
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.boxes import Beside, Box, Company, Inset, Stack
from generator.typeset.panels import Ink, Marked
from generator.typeset.runs import Run
from generator.typeset.shapes import arc, circle

MARK = 0.46  # radius of a heading's mark, of the body's size
STROKE = 1.5  # pt
PARTS = ("known", "argued", "unknown", "so_say")
BESIDE = 27.0  # em, the least measure at which words stand beside their heading
HEAD_SHARE = 0.4  # of the measure, the heading then
PARTING = 6.0  # the parts are weighed against one another: they are read together


class Evidence(Block):
    """A card that tells apart what is sure and what is not: a full disc, a half one, a ring; last what follows."""

    place: ClassVar[Place] = "wide"
    summary: ClassVar[str] = "an honest box: known, argued, not known"

    known: Annotated[Markdown, "what studies agree on"]
    argued: Annotated[Markdown | None, "what those who know do not agree on"] = None
    unknown: Annotated[Markdown | None, "what nobody has found out yet"] = None
    so_say: Annotated[Markdown | None, "what can honestly be said"] = None
    sources: Annotated[tuple[Name, ...], "keys of sources.yaml", Length(0, 30)] = ()
    title: Text | None = None

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the card; each part has its heading, so that readers can leap from one to the next."""
        section = setting.parent.add("Sect", kind="evidence")
        head = setting.paragraph(
            self.title or setting.word("evidence"),
            setting.styles.h2.with_(colour=setting.roles.primary_dark),
            section.add(setting.sub),
            keep_next=True,
            span=self.span,
        )
        boxes: list[Box] = [head.spaced(0, setting.space(1))]
        below = "H4" if setting.sub == "H3" else "H3"
        for name in PARTS:
            text: Markdown | None = getattr(self, name)
            if text is not None:
                boxes.append(self._part(setting, name, text, section, below))
        if self.sources and setting.numbered:
            boxes.append(self._cited(setting, section))
        inside = Company(boxes) if setting.edition.any_pages else Stack(boxes)
        made = card(setting, inside, setting.roles.primary_tint, keep=self.keep is not None)
        made.span, made.parting = self.span, PARTING
        return [made]

    def _part(self, setting: Setting, name: str, text: Markdown, section: Element, role: str) -> Box:
        """Compose one part: its heading, led by its mark, and its words."""
        style = setting.styles.h3
        colour = setting.roles.accent_dark if name == "so_say" else style.colour
        head = setting.paragraph(
            setting.word(f"evidence-{name}"),
            style.with_(colour=colour),
            section.add(role),
            keep_next=True,
            span=text.span,
        )
        words = prose(setting, text, setting.styles.body, section)
        words[0].spaced(before=0)
        r = setting.styles.body.size * MARK
        ink = _mark(setting, name, r, style.ascent - style.face.cap_height * style.size / 2)
        gap = setting.space(3 if name == "so_say" else 2)
        indent = 2 * r + 1.5 * setting.u
        return _HeadAndWords(setting, Marked(head, indent, ink, rtl=setting.rtl), words, indent).spaced(gap, gap)

    def _cited(self, setting: Setting, section: Element) -> Box:
        """Name the sources by their numbers, each a link to the list at the end."""
        line = section.add("P")
        runs = [Run(setting.word("evidence-sources") + " ", line)]
        for i, key in enumerate(self.sources):
            span = getattr(key, "span", None) or self.span
            cited = [run._replace(raised=False) for run in setting.citation(str(key), span, line)]
            runs += [Run(", ", line), *cited] if i and cited else cited
        return setting.set(runs, setting.styles.small, self.span).spaced(setting.space(2), 0)


class _HeadAndWords(Box):
    """A heading with its mark, and its words beside it, or below it where the measure is narrow."""

    def __init__(self, setting: Setting, head: Marked, words: Sequence[Box], indent: float) -> None:
        self._setting, self._head, self._words = setting, head, list(words)
        below = Inset(Stack(words), start=indent, rtl=setting.rtl)
        self._below = Stack([head, below])
        gutter = 2 * setting.u
        self._beside = Beside([head, Stack(words)], (HEAD_SHARE, 1 - HEAD_SHARE), gutter=gutter, rtl=setting.rtl)
        self.span, self.trim_top, self.trim_bottom = head.span, head.trim_top, words[-1].trim_bottom

    def _set(self, measure: float) -> Box:
        columns = [width for _, width in self._beside.columns(measure)]
        roomy = measure >= BESIDE * self._setting.scale.body and self._head.narrowest() <= columns[0]
        return self._beside if roomy and Stack(self._words).narrowest() <= columns[1] else self._below

    def height(self, measure: float) -> float:
        """Return the height at this measure."""
        return self._set(measure).height(measure)

    def narrowest(self) -> float:
        """Return the need of the heading, and of the words below it."""
        return self._below.narrowest()

    def split(self, measure: float, room: float) -> tuple[Box, Box] | None:
        """Part the words where they stand below."""
        return self._set(measure).split(measure, room)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw both."""
        self._set(measure).draw(surface, x, y, measure)


def _mark(setting: Setting, name: str, r: float, drop: float) -> Ink:
    """Return the ink of a heading's mark: the less sure, the emptier."""
    colour = setting.roles.primary_mid

    def ink(surface: Surface, x: float, y: float, width: float) -> None:
        if name == "so_say":
            return
        cx, cy = x + width - r if setting.rtl else x + r, y + drop
        full = circle(cx, cy, r - STROKE / 2)
        surface.shape(full, fill=colour if name == "known" else None, stroke=colour, width=STROKE, target=LAYOUT)
        if name == "argued":
            surface.shape([*arc(cx, cy, r - STROKE / 2, 90, 270), ("Z",)], fill=colour, target=LAYOUT)

    return ink
