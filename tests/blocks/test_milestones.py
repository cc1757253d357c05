from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.kinds.words import words as own_words
from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build_body
from tests.support.measured import faults
from tests.support.measured import measure as measured
from tests.support.onpage import characters, off_page
from tests.support.reading import poppler_text
from tests.support.written import body_tree

BODY = """\
- milestones:
    title: What you may see
    bands:
      - {label: 8 weeks, items: [looks at faces, smiles back]}
      - {label: 6 months, title: Choosing you, items: [laughs], note: Copy their sounds.}
"""
FOUR = [own_words("en-GB")[f"milestones-{key}"] for key in ("most", "early", "no-test", "ask")]
PICTURES = {"wide": (BODY, 487, "en-GB"), "narrow": (BODY, 220, "en-GB"), "leftwards": (BODY, 487, "ar")}


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.findings == ()
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


def test_the_four_lines_stand_under_it_every_time(built: Built) -> None:
    said = " ".join(built.words())
    places = [said.index(" ".join(line.split())) for line in FOUR]
    assert places == sorted(places)
    assert places[0] > said.index("Copy their sounds.")
    one = " ".join(build_body("- milestones: {bands: [{label: 1 year, items: [claps]}]}").words())
    assert all(line in one for line in FOUR)


def test_the_dots_between_signs_are_seen_and_not_read(built: Built) -> None:
    assert "·" not in " ".join(built.words())


@pytest.mark.poppler
@pytest.mark.parametrize("name", PICTURES)
def test_the_picture(name: str, goldens: Goldens) -> None:
    body, measure, language = PICTURES[name]
    goldens.page(f"{name}.png", alone(body, measure, language))


@pytest.mark.poppler
@pytest.mark.parametrize(("measure", "times"), [(487, 1), (330, 1), (220, 2)])
def test_what_helps_has_its_heading_where_it_stands_under_the_signs(measure: int, times: int) -> None:
    assert poppler_text(alone(BODY, measure)).count("How you can help") == times
    data = build_body(BODY).words()
    assert " ".join(data).count("How you can help") == 1


def test_headings_stand_over_the_columns_that_they_name() -> None:
    chars = list(characters(alone(BODY, 330)))
    said = "".join(char.text for char in chars)
    head, sign = (chars[said.index(words)].box[0] for words in ("Youmightnotice", "looksatfaces"))
    assert abs(head - sign) < 2


@pytest.mark.parametrize("language", ["en-GB", "ar"])
@pytest.mark.parametrize("measure", [150, 220, 330, 487])
def test_words_stand_clear_of_one_another_at_every_width(measure: int, language: str) -> None:
    long = "Around their first birthday or some months after it"
    bands = f"      - {{label: {long}, items: [looks, claps], note: {long}}}\n"
    assert faults(measured(alone(BODY + bands, measure, language))) == []


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- milestones: {bands: []}", (6, 25, "too-few")),
        ("- milestones: {bands: [{label: 1 year, items: []}]}", (6, 49, "too-few")),
        ("- milestones: {bands: [{label: 1 year}]}", (6, 26, "missing-field")),
        ("- milestones: {heads: [a, b, c], bands: [{label: a, items: [b]}]}", (6, 32, "ragged-table")),
        ("- milestones: {cautions: none, bands: [{label: a, items: [b]}]}", (6, 18, "unknown-field")),
    ],
)
def test_a_wrong_use_is_told_with_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert place in build_body(body).places


def test_a_long_one_is_parted_between_ages_and_its_heads_are_read_once() -> None:
    bands = "".join(f"      - {{label: {i} weeks, items: [sign one of {i}, sign two]}}\n" for i in range(24))
    built = build_body("- text: " + "word " * 300 + "\n- milestones:\n    bands:\n" + bands)
    assert built.errors == []
    assert built.lint == []
    assert built.words().count("weeks") == 24
    assert " ".join(built.words()).count("You might notice") == 1


@settings(max_examples=12, deadline=None)
@given(
    signs=st.lists(st.lists(st.sampled_from(["laughs", "looks at you for a while", "x" * 30]), min_size=1, max_size=6),
                   min_size=1, max_size=6),
    notes=st.booleans(),
    measure=st.sampled_from([150, 230, 320, 487, 700]),
)  # fmt: skip
def test_every_sign_is_set_on_its_page(signs: list[list[str]], notes: bool, measure: int) -> None:
    note = ", note: Be near." if notes else ""
    bands = "".join(f"      - {{label: {i} weeks, items: [{', '.join(row)}]{note}}}\n" for i, row in enumerate(signs))
    data = alone("- milestones:\n    bands:\n" + bands, measure)
    assert off_page(data) == []


def test_a_source_cited_in_a_heading_is_linked_once_however_often_the_heading_is_seen() -> None:
    bands = "".join(f"      - {{label: {i} weeks, items: [sign one, sign two], note: Be near.}}\n" for i in range(24))
    heads = "heads: [Age, What you see, 'What helps [@first-1989]']"
    built = build_body(f"- text: {'word ' * 300}\n- milestones:\n    {heads}\n    bands:\n{bands}")
    assert built.errors == []
    assert built.lint == []
    assert built.outline.count("Link 1\n") == 1
