from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.places import NOWHERE
from generator.base.scalars import Text
from generator.blocks import steps
from generator.kinds.path import FEWEST, MOST, Step, WindingPath
from generator.model.hues import NAMED
from tests.support.making import build_body, setting_of

WORD = st.sampled_from(["a", "look", "babble", "wriggle", "conversation"])
WORDS = st.lists(WORD, min_size=1, max_size=12).map(" ".join)
TURNS = st.lists(st.tuples(WORDS, WORDS), min_size=FEWEST, max_size=MOST)


def path_of(turns: list[tuple[str, str]], language: str = "en-GB") -> tuple[Any, WindingPath]:
    setting = setting_of(language, "poster")
    listing = setting.document.add("L", numbering="Decimal")
    made = []
    for title, text in turns:
        item = listing.add("LI")
        made.append(Step(Text(title, NOWHERE), Text(text, NOWHERE), item.add("Lbl"), item.add("LBody")))
    return setting, WindingPath(setting, made)


@given(turns=TURNS, measure=st.floats(450, 1200), room=st.floats(0, 900))
def test_words_on_one_side_keep_clear_of_each_other_and_discs_follow_in_order(
    turns: list[tuple[str, str]], measure: float, room: float
) -> None:
    _, path = path_of(turns)
    before = path.height(measure)
    given_ = path.lengthen(room)
    assert 0 <= given_ <= room + 0.01
    assert path.height(measure) <= before + given_ + 0.01
    middles, wide = path._middles(measure), path._measure(measure)
    halves = [turn.half(wide) for turn in path._turns]
    assert all(b - a >= path._least - 0.01 for a, b in pairwise(middles))
    for i in range(len(turns) - 2):
        assert middles[i] + halves[i] < middles[i + 2] - halves[i + 2]
    assert middles[0] >= max(halves[0], path._radius) - 0.01


@pytest.mark.parametrize(
    ("turn", "calm"),
    [
        (("Wait", "A little."), True),
        (("Wait as long as you can and then a little longer", "A little."), False),
        (("Wait", "A little, and then a little more, until your baby looks back at you and smiles."), False),
    ],
)
def test_titles_of_two_lines_and_texts_of_three_are_not_calm(turn: tuple[str, str], calm: bool) -> None:
    _, path = path_of([turn] * FEWEST)
    assert path.calm(722.0) is calm


def discs(language: str) -> list[float]:
    """The middles of the discs of four turns from the start of the measure, as shares of it."""
    setting, path = path_of([("Wait", "A little.")] * 4, language)
    surface: Any = Places()
    path.draw(surface, 0.0, 0.0, 720.0)
    assert setting.rtl == (language == "ar")
    return surface.middles


class Places:
    """Stands in for a surface; notes where the rings of paper stand."""

    hears = False

    def __init__(self) -> None:
        self.middles: list[float] = []

    def shape(self, path: Any, *, fill: str | None = None, **_: Any) -> None:
        """Note the middle of a white circle."""
        if fill == NAMED.paper:
            xs = [segment[-2] for segment in path if len(segment) > 1]
            self.middles.append(round((min(xs) + max(xs)) / 2, 1))

    def glyphs(self, *_: Any, **__: Any) -> None:
        """Note nothing."""

    letters = glyphs


def test_turns_alternate_and_mirror() -> None:
    rightwards, leftwards = discs("en-GB"), discs("ar")
    assert len(rightwards) == 4
    assert rightwards[0] == rightwards[2] > 360 > rightwards[1] == rightwards[3]
    assert leftwards == [720 - x for x in rightwards]


@pytest.mark.parametrize(
    ("count", "layout", "titled", "winds"),
    [
        (3, "poster", True, False),
        (4, "poster", True, True),
        (7, "poster", True, True),
        (8, "poster", True, False),
        (5, "poster", False, False),
        (5, "sheet", True, False),
    ],
)
def test_only_a_poster_winds_and_only_four_to_seven_steps_with_titles(
    count: int, layout: str, titled: bool, winds: bool
) -> None:
    title = Text("Wait", NOWHERE) if titled else None
    items = tuple(steps.Step(text=Text("A little.", NOWHERE), title=title) for _ in range(count))
    assert (steps.Steps(items=items).place_in(setting_of(layout=layout)) == "wide") is winds


def _listing(outline: str) -> list[str]:
    """The lines of the first list of a tree."""
    lines = outline.splitlines()
    start = lines.index("  L")
    end = next(i for i in range(start + 1, len(lines)) if not lines[i].startswith("    "))
    return lines[start:end]


def test_the_tree_is_that_of_any_steps() -> None:
    body = "- steps:\n" + "    - {title: Wait, text: A little.}\n" * 4
    winding, straight = (_listing(build_body(body, layout=layout).outline) for layout in ("poster", "sheet"))
    assert winding == straight
    assert len(winding) == 1 + 4 * 5
