"""Curve: how a feeling rises and falls through a day or a moment, with what the adult does.

- curve:
    high: Too much
    window: Just right
    low: Too little
    points:
      - {level: 50, label: Playing together}
      - {level: 92, label: Overwhelmed, action: "You slow down: hold, hum, dim the light"}
      - {level: 10, label: Worn out, action: "You liven up: smile, sing"}
      - {level: 55, label: Settled}
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from generator.base.fields import Fields, Length, Range
from generator.base.scalars import Text
from generator.kinds.block import Block, Place
from generator.kinds.parts import headed
from generator.kinds.rise_and_fall import Bands, Moment, RiseAndFall
from generator.kinds.setting import Setting
from generator.kinds.waves import course
from generator.typeset.boxes import Box


class Point(Fields):
    """One point of the line; time runs on evenly from one to the next."""

    level: Annotated[float, Range(0, 100), "0 is lowest, 100 highest; 30 to 70 is the window"]
    label: Annotated[Text | None, "what is felt or happens"] = None
    action: Annotated[Text | None, "what the adult does then: an arrow shows where it leads"] = None


class Curve(Block):
    """Three bands named in plain words, and one smooth line through the points."""

    place: ClassVar[Place] = "wide"
    summary: ClassVar[str] = "rise and fall of feeling"

    high: Annotated[Text, "name of the upper band, such as Too much"]
    window: Annotated[Text, "name of the band between, such as Just right"]
    low: Annotated[Text, "name of the lower band, such as Too little"]
    points: Annotated[tuple[Point, ...], Length(2, 8)]
    title: Text | None = None
    alt: Annotated[str | None, "instead of the text derived from the points"] = None

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the figure; the bands' names and the points' words as lists."""
        head = headed(setting, self.title)
        figure = setting.parent.add("Figure", alt=setting.alternative(self.alt) or self._told(setting))
        moments = [Moment(point.level, point.label, point.action) for point in self.points]
        box = RiseAndFall(setting, figure, Bands(self.high, self.window, self.low), moments, self.span)
        gap = setting.space(4)
        return [*head, box.spaced(setting.space(2) if head else gap, gap)]

    def _told(self, setting: Setting) -> str:
        """Return what the line does, band by band."""
        names = {name: setting.plain(getattr(self, name)) for name in ("high", "window", "low")}
        (first, _), *others = course([point.level for point in self.points])
        if not others:
            return setting.word("curve-alt-level", names[first])
        turns = (setting.word("curve-rises" if way > 0 else "curve-falls", names[band]) for band, way in others)
        return setting.word("curve-alt", names[first], "".join(turns))
