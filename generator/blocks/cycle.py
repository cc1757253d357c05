"""Cycle: something that goes round, such as a chat between a baby and an adult.

- cycle:
    illustration: face-to-face
    steps:
      - {title: Baby's turn, text: "looks, wriggles, babbles"}
      - {title: Your turn, text: "notice, come close, copy"}
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from generator.base.fields import Fields, Length
from generator.base.findings import Findings
from generator.base.scalars import Name, Text
from generator.kinds.block import Block, Place
from generator.kinds.doorways import standing
from generator.kinds.loops import RingOfSteps, TwoTurns
from generator.kinds.parts import headed
from generator.kinds.setting import Setting
from generator.typeset.boxes import Box


class Turn(Fields):
    """One step of the loop."""

    short: ClassVar[str | None] = "title"

    title: Text
    text: Text | None = None


class Cycle(Block):
    """A loop of two to six steps: two turns face each other; more stand on a numbered ring with their words beside."""

    short: ClassVar[str | None] = "steps"
    place: ClassVar[Place] = "figure"
    summary: ClassVar[str] = "back-and-forth loop"

    steps: Annotated[tuple[Turn, ...], Length(2, 6)]
    title: Text | None = None
    centre: Annotated[Text | None, "words in the middle"] = None
    illustration: Annotated[Name | None, "a drawing in the middle"] = None
    alt: Annotated[str | None, "instead of the text derived from the steps"] = None

    def verify(self, findings: Findings) -> None:
        """Report words and a drawing for the one middle."""
        if self.centre is not None and self.illustration is not None:
            message = "the middle of a loop holds words or a drawing, not both"
            findings.error(self.span_of("illustration"), "two-centres", message, "take out 'centre' or 'illustration'")

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the figure, and its words as a list."""
        head = headed(setting, self.title)
        said = [setting.plain(s.title) + (f" ({setting.plain(s.text)})" if s.text else "") for s in self.steps]
        alt = setting.alternative(self.alt) or setting.word("cycle-alt", ", then ".join(said))
        figure = setting.parent.add("Figure", alt=alt)
        art = None
        if self.illustration is not None:
            art = standing(setting, self.illustration)
        turns = [(s.title, s.text) for s in self.steps]
        kind = TwoTurns if len(turns) == 2 else RingOfSteps
        box = kind(setting, figure, turns, art, self.centre)
        box.span = self.span
        return [*head, box.spaced(setting.space(3), setting.space(4))]
