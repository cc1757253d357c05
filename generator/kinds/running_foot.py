"""The foot of a page in a pack: its number at the outer edge, and at the inner one what the reader has in hand."""

from __future__ import annotations

from collections.abc import Sequence

from generator.kinds.setting import Setting
from generator.pdf.structure import FOOTER
from generator.pdf.surface import Surface
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run

FOLIO = 36.0  # baseline above the foot of the page, pt
GAP = 4.0  # u between the words and the number


def draw_running_foot(
    surface: Surface, setting: Setting, page: int, left: float, measure: float, words: Sequence[str]
) -> None:
    """Draw the foot of a page.

    Args:
        surface: the page.
        setting: its ``small`` style is used.
        page: index in the pack, from 0: page 1 is a right-hand page, or a left-hand one where words run leftwards.
        left: left edge of the words, pt.
        measure: their width, pt.
        words: what may run there, the best first; the first that fits one line is taken, or none.
    """
    style = setting.styles.small.with_(balance=False)
    y = surface.height - FOLIO - style.ascent
    outer = "end" if page % 2 == 0 else "start"
    inner = "start" if outer == "end" else "end"
    number = Paragraph([Run(str(page + 1), FOOTER)], style.with_(align=outer, colour=setting.roles.ink))
    number.draw(surface, left, y, measure)
    room = measure - number.natural - GAP * setting.u
    for text in words:
        foot = Paragraph([Run(text, FOOTER)], style.with_(align=inner))
        if foot.natural <= room:
            at_left = (inner == "start") != setting.rtl
            foot.draw(surface, left if at_left else left + measure - room, y, room)
            return


def running_words(setting: Setting, page: int) -> list[str]:
    """Return what may run at the foot of a bound page: the pack's title on the left, the section on the right."""
    binding = setting.binding
    assert binding is not None
    title, section = binding.title, binding.section or binding.title
    short = section.split(":")[0]
    best = [section, short, title] if page % 2 == 0 else [title, short]
    if setting.edition.title is None:
        return best
    name = setting.word(setting.edition.title)
    return [*(f"{words} \u00b7 {name}" for words in best), name]
