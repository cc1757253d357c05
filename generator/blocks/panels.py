"""Panels: a strip of pictures. What happens, then, then.

- panels:
    title: When the chat stops, and starts again
    items:
      - {illustration: face-to-face, title: You chat, text: "Your baby looks, wriggles and babbles."}
      - {face: worried, title: You turn away, text: Your baby tries to call you back.}
      - {illustration: cuddle, title: You come back, text: A warm voice mends it.}
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from generator.base.fields import Fields, Length
from generator.base.findings import Findings
from generator.base.scalars import Name, Text
from generator.kinds.block import Block, Place
from generator.kinds.faces import FaceName
from generator.kinds.parts import headed
from generator.kinds.scene_strip import SceneStrip
from generator.kinds.setting import Setting
from generator.kinds.strips import below_title, pictured, titled
from generator.typeset.boxes import Box


class Panel(Fields):
    """One picture with its words: either an illustration or a face, and a title, a text or both."""

    illustration: Annotated[Name | None, "a drawing in layouts/illustrations"] = None
    face: Annotated[FaceName | None, "a line-drawn face instead"] = None
    title: Text | None = None
    text: Text | None = None

    def verify(self, findings: Findings) -> None:
        """Report a panel that has no picture or two, or no words."""
        if self.illustration is None and self.face is None:
            help_ = "add 'illustration: …' or 'face: …'"
            findings.error(self.span, "no-picture", "this panel has no picture", help_)
        elif self.illustration is not None and self.face is not None:
            message = "a panel has one picture, and this one has an illustration and a face"
            findings.error(self.span_of("face"), "two-pictures", message, "delete one, or make two panels of them")
        if self.title is None and self.text is None:
            empty = next((name for name in ("title", "text") if name in self.places), None)
            if empty is not None:
                message = f"'{empty}' is empty, and this panel has no other words"
                findings.error(self.span_of(empty), "empty-value", message, "write something after the colon")
            else:
                findings.error(self.span, "no-words", "this panel has no words", "add 'title: …' or 'text: …'")


class Panels(Block):
    """Two to four pictures that follow one another, in doorways on one horizon; in a narrow column below each other."""

    place: ClassVar[Place] = "wide"
    summary: ClassVar[str] = "a strip of pictures: what happens, then, then"

    items: Annotated[tuple[Panel, ...], Length(2, 4)]
    title: Text | None = None
    alt: Annotated[str | None, "instead of the text derived from the panels"] = None

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Compose the pictures as a Figure and their words as a list."""
        head = headed(setting, self.title)
        alt = setting.alternative(self.alt) or self._said(setting)
        figure = setting.parent.add("Figure", alt=alt, kind="apart")
        listing = setting.parent.add("L", numbering="None", kind="strip")
        rows = [pictured(listing) for _ in self.items]
        words = [titled(setting, item.title, item.text, body) for item, (body, _) in zip(self.items, rows, strict=True)]
        box = SceneStrip(setting, words, figure, [(item.illustration, item.face) for item in self.items])
        box.pictures = [shown for _, shown in rows]
        box.span = self.span
        gap = setting.space(4)
        return [*head, box.spaced(below_title(setting) if head else gap, gap)]

    def _said(self, setting: Setting) -> str:
        """Return the alternative text: what the panels are called, and what the faces are."""
        said = []
        for item in self.items:
            words = item.title or item.text
            name = setting.plain(words).rstrip(".") if words is not None else ""
            said.append(setting.word("panels-face", setting.word(f"face-{item.face}"), name) if item.face else name)
        return setting.word("panels-alt", str(len(said)), setting.word("then").join(said))
