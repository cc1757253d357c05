"""Figures and their captions."""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.places import Span
from generator.kinds.setting import Setting, Written
from generator.pdf.structure import Element
from generator.typeset.boxes import Box, Stack


def captioned(
    setting: Setting,
    box: Box,
    figure: Element | None,
    caption: Written | None,
    span: Span,
    credit: Written | None = None,
) -> Sequence[Box]:
    """Return a figure with its caption and credit below it; they keep together."""
    gap = setting.space(3)
    box.span = span
    boxes = [box.spaced(0, setting.space(1))]
    style = setting.styles.note
    parent = setting.parent
    if caption is not None:
        # beside the Figure, not in it: readers take a Figure with alternative text as a whole
        element = parent.add("Caption" if figure is not None else "P")
        boxes.append(setting.paragraph(caption, style, element))
    if credit is not None:
        boxes.append(setting.paragraph(credit, setting.styles.small, parent.add("P")))
    return [Stack(boxes, keep=True).spaced(gap, gap)]
