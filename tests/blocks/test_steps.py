from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.scalars import Text
from generator.blocks.bullets import Bullets
from generator.blocks.steps import Step, Steps, _Joined
from generator.kinds.block import Block, Composed
from generator.typeset.boxes import space_between
from tests.support.bricks import Brick, Wall
from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body, draw_alone, setting_of, tree_words_of
from tests.support.measured import faults
from tests.support.measured import measure as measured
from tests.support.onpage import off_page
from tests.support.reading import words
from tests.support.written import body_tree, body_words, written

BODY = """\
- steps:
    - Watch.
    - {title: Wait, text: Count slowly to five.}
- steps:
    title: Three things
    items:
      - {title: Watch, text: "Look at the eyes, the hands and the mood before you join in."}
      - {title: Wait, text: Count slowly to five.}
      - {title: Answer, text: Copy a sound.}
- steps:
    title: When crying gets hard
    as: ladder
    items:
      - {title: Check, text: Look at the face and the hands.}
      - Call somebody.
- steps:
    as: staircase
    items:
      - {title: My body, text: "I kick, the mobile moves."}
      - {title: You and me, text: "I smile, you smile."}
      - Both of us.
"""
CLIMB = """- steps:
    title: I did that!
    as: staircase{}
    items:
      - {{title: My body, text: "I kick, the mobile moves."}}
      - {{title: You and me, text: "I smile, you smile."}}
      - {{title: My plan, text: I pull the cloth to get the ball.}}
      - {{title: I want, text: I point so that you look.}}
"""
PICTURES = {
    "numbered": (
        """- steps:
    title: Three things
    items:
      - {title: Watch, text: "Look at the eyes, the hands and the mood before you join in."}
      - {title: Wait, text: Count slowly to five.}
      - Answer with a sound.""",
        240,
    ),
    "ladder": (
        """- steps:
    title: When crying gets hard
    as: ladder
    items:
      - {title: Check, text: "Hungry, hot, wet, tired? Look at the face and the hands."}
      - {title: Pause, text: Put your baby down somewhere safe.}
      - Call somebody.""",
        240,
    ),
    "staircase": (CLIMB.format(""), 400),
    "staircase-narrow": (CLIMB.format(""), 220),
}


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.findings == ()
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


def test_every_word_comes_back_in_order(built: Built) -> None:
    assert body_words(built) == written(BODY)


@pytest.mark.poppler
@pytest.mark.parametrize("name", PICTURES)
def test_the_picture(name: str, goldens: Goldens) -> None:
    body, measure = PICTURES[name]
    goldens.page(f"{name}.png", alone(body, measure))


class _Lines(Wall):
    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[object] = []

    def shape(self, path: object, **_: object) -> None:
        """Note what is drawn."""
        self.drawn.append(path)


@pytest.mark.parametrize(("tall", "lines"), [(14.0, 0), (60.0, 1)])
def test_a_line_joins_two_discs_only_where_there_is_room_between_them(tall: float, lines: int) -> None:
    rows = [Brick(0, tall).spaced(8, 8), Brick(1, tall).spaced(8, 8)]
    surface: Any = _Lines()
    _Joined(setting_of(), rows, radius=12.0, drop=7.0).draw(surface, 0, 0, 200)
    assert len(surface.drawn) == lines


def test_the_first_disc_stands_as_far_below_a_title_as_the_words_of_a_list_do() -> None:
    def gap(block: Block) -> float:
        title, listing = block.compose(setting_of())
        return space_between(title, listing) + listing.trim_top

    steps = Steps(title=Text("At dusk"), items=(Step(title=Text("Stop"), text=Text("Look up.")),))
    assert gap(steps) == pytest.approx(gap(Bullets(title=Text("At dusk"), items=(Text("Look up."),))))


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- steps:\n    - {title: Watch}", (7, 9, "missing-field")),
        ("- steps:\n    items: [a]\n    as: spiral", (8, 11, "unknown-value")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


@pytest.mark.poppler
def test_a_staircase_climbs_from_the_right_where_lines_begin_there(goldens: Goldens) -> None:
    goldens.page("staircase-from-the-right.png", alone(CLIMB.format(""), 400, "ar"))


def test_a_staircase_without_room_is_a_ladder_and_says_so() -> None:
    items = tuple(Step(title=Text(f"Step {i}"), text=Text("I kick, the mobile moves.")) for i in range(4))
    for measure, notes in ((400, []), (220, ["narrow-form"])):
        setting = setting_of()
        draw_alone(setting, Composed(Steps(items=items, as_="staircase"), setting).box, measure)
        assert [note.code for note in setting.findings.notes] == notes


def test_a_ladder_is_parted_between_two_steps_and_its_numbers_go_on() -> None:
    items = "".join(f"      - {{title: Step of number {i}, text: {'words ' * 60}}}\n" for i in range(14))
    body = f"- steps:\n    as: ladder\n    items:\n{items}"
    made = build_body(body)
    assert made.errors == []
    assert made.pages > 2
    assert body_words(made) == written(body)
    assert "Lbl 14" in made.outline


TEXTS = st.text("abcdefgh ", min_size=1, max_size=90).filter(str.strip).map(Text)
STEPS = st.builds(Step, title=st.none() | TEXTS, text=TEXTS)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(STEPS, min_size=1, max_size=8).map(tuple),
    st.sampled_from(["ladder", "staircase"]),
    st.integers(190, 720),
    st.sampled_from(["en-GB", "ar"]),
)
def test_at_any_measure_every_word_stands_in_its_own_place(
    items: tuple[Step, ...], how: str, measure: int, language: str
) -> None:
    setting = setting_of(language)
    box = Composed(Steps(items=items, as_=how), setting).box
    data = draw_alone(setting, box, max(measure, box.narrowest()))
    texts = [text for step in items for text in (step.title, step.text) if text is not None]
    assert tree_words_of(data) == [word for text in texts for word in words(text.raw)]
    assert off_page(data) == []
    assert faults(measured(data)) == []
