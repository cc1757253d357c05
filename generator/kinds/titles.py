"""The title of a page: set as large as its place allows, in lines of even length."""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.scalars import Text
from generator.kinds.setting import Setting
from generator.pdf.structure import Element
from generator.typeset.paragraph import Paragraph
from generator.typeset.style import Style


def fit_title(
    setting: Setting,
    title: Text,
    element: Element,
    measure: float,
    room: float,
    *,
    lines: int = 4,
    colour: str | None = None,
    styles: Sequence[Style] = (),
) -> Paragraph:
    """Return a title in the largest display size at which it takes few enough lines and no word is broken.

    Args:
        setting: its styles are tried from the largest to the smallest.
        title: the words.
        element: the H1.
        measure: width, pt.
        room: height, pt.
        lines: most lines that it may take.
        colour: other than the headings' own.
        styles: tried instead of the display styles.
    """
    assert setting.styles.displays
    for style in styles or setting.styles.displays:
        style = style if colour is None else style.with_(colour=colour)
        made = setting.paragraph(title, style, element)
        count = made.count(measure)
        if count <= lines and made.narrowest() <= measure and count * style.leading <= room:
            break
    return made
