"""Steps: what to do, one after the other.

- steps:
    - {title: Watch, text: Follow your baby's eyes, hands and mood.}
    - {title: Wait, text: Count slowly to five.}

On a poster four to seven steps with titles wind down a path, from side to side. A ladder has its first step at the top;
a staircase climbs where lines run to, and is a ladder where its stairs would be too narrow.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from generator.base.fields import Fields, Length
from generator.base.scalars import Text
from generator.kinds import path
from generator.kinds.block import Block, Place
from generator.kinds.ladders import Ladder, Rung, Staircase
from generator.kinds.parts import disc, headed
from generator.kinds.setting import Setting
from generator.kinds.strips import below_title
from generator.pdf.structure import LAYOUT
from generator.pdf.surface import Surface
from generator.typeset.boxes import Box, Stack
from generator.typeset.panels import Marked
from generator.typeset.shapes import line


class Step(Fields):
    """One step: verb first."""

    short: ClassVar[str | None] = "text"

    text: Text
    title: Text | None = None


class Steps(Block):
    """Numbered steps, joined by a line; on a ladder or up a staircase."""

    short: ClassVar[str | None] = "items"
    summary: ClassVar[str] = "numbered circles, a ladder or a staircase"

    items: Annotated[tuple[Step, ...], Length(1, 50)]
    title: Text | None = None
    as_: Annotated[Literal["numbered", "ladder", "staircase"], "how the steps are drawn"] = "numbered"

    def place_in(self, setting: Setting) -> Place:
        """Return `wide` for the path of a poster and for stairs, `figure` for a ladder."""
        if self.as_ == "ladder":
            return "figure"
        return "wide" if self._winds(setting) or self.as_ == "staircase" else self.place

    def _winds(self, setting: Setting) -> bool:
        """Tell whether the steps are a poster's path: few, and each with a title."""
        few = path.FEWEST <= len(self.items) <= path.MOST
        titled = all(step.title is not None for step in self.items)
        return setting.layout.kind == "poster" and self.as_ == "numbered" and few and titled

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose a disc and its words for each step; a step is never parted."""
        head = headed(setting, self.title)
        if self._winds(setting):
            return [*head, self._path(setting)]
        if self.as_ != "numbered":
            return [*head, self._climbed(setting, bool(head))]
        listing = setting.parent.add("L", numbering="Decimal", kind="steps")
        radius = setting.styles.body.size * 1.08
        indent = 2 * radius + 2 * setting.u
        gap = setting.space(3)
        rows: list[Box] = []
        for i, step in enumerate(self.items, 1):
            item = listing.add("LI")
            label, body = item.add("Lbl"), item.add("LBody")
            words: list[Box] = []
            if step.title is not None:
                words.append(setting.paragraph(step.title, setting.styles.h3, body.add("P"), keep_next=True))
            words.append(setting.paragraph(step.text, setting.styles.body, body.add("P")))
            first = setting.styles.h3 if step.title is not None else setting.styles.body
            drop = first.ascent - first.face.cap_height * first.size / 2
            ink = disc(setting, str(i), radius, label, drop=drop)
            rows.append(Marked(Stack(words, keep=True), indent, ink, rtl=setting.rtl).spaced(gap, gap))
        joined = _Joined(setting, rows, radius, drop)
        room = setting.space(4)
        # a disc stands as far below a title as the first words of a list do: it is its top that the eye measures to
        below = max(0.0, setting.styles.body.trim_top - joined.trim_top)
        return [*head, joined.spaced(below if head else room, room)]

    def _climbed(self, setting: Setting, headed_: bool) -> Box:
        """Compose the steps as a ladder or a staircase."""
        listing = setting.parent.add("L", numbering="Decimal", kind="steps")
        rungs = []
        for step in self.items:
            item = listing.add("LI")
            rungs.append(Rung(step.title, step.text, item.add("Lbl"), item.add("LBody")))
        box = (Ladder if self.as_ == "ladder" else Staircase)(setting, rungs)
        box.span = self.span
        room = setting.space(4)
        return box.spaced(below_title(setting) if headed_ else room, room)

    def _path(self, setting: Setting) -> Box:
        """Compose the steps along a winding line."""
        listing = setting.parent.add("L", numbering="Decimal", kind="steps")
        steps = []
        for step in self.items:
            item = listing.add("LI")
            assert step.title is not None
            steps.append(path.Step(step.title, step.text, item.add("Lbl"), item.add("LBody")))
        box = path.WindingPath(setting, steps)
        box.span = self.span
        return box.spaced(setting.space(5), setting.space(5))


class _Joined(Stack):
    """Steps with a line from disc to disc."""

    def __init__(self, setting: Setting, rows: Sequence[Box], radius: float, drop: float) -> None:
        super().__init__(rows)
        self._setting, self._radius, self._drop = setting, radius, drop
        roles = setting.roles
        self._colour = roles.primary_mid if setting.edition.outlined else roles.primary_soft
        if rows:
            # a disc is taller than the first line
            self.trim_top = min(rows[0].trim_top, drop - radius)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw the lines, then the steps."""
        super().draw(surface, x, y, measure)
        r = self._radius
        middle = x + measure - r if self._setting.rtl else x + r
        for i, box in enumerate(self.boxes[:-1]):
            below = y + box.height(measure) + self.gap(i)
            start, end = y + self._drop + r + 3, below + self._drop - r - 3
            if start < end:  # where steps of one line are set tight, the discs all but touch
                path = line(middle, start, middle, end)
                surface.shape(path, stroke=self._colour, width=1.5, cap=1, target=LAYOUT)
            y = below
