"""Decks of cards: four to a sheet, each back behind its front, cut along marks."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.kinds.sheets import BACK, FRONT, Sheet
from generator.model.layout import Layout
from tests.support.goldens import Goldens
from tests.support.making import Built, bookmarks, build, build_in, handout
from tests.support.measured import faults, measure
from tests.support.onpage import characters
from tests.support.reading import rasters
from tests.support.verapdf import validate

ROOT = Path(__file__).parents[2]
FILES = {"layouts/a6-cards.yaml": (ROOT / "layouts/a6-cards.yaml").read_bytes()}
SHEET = (595.28, 841.89)
MM = 72 / 25.4
WORDS = "Babies are born looking for you. They know your voice, and they learn your face in the first days. "


@pytest.fixture(scope="module")
def deck() -> Built:
    return build_in(ROOT, "tuning-into-your-baby", layout="a6-cards")


@pytest.fixture(scope="module")
def played() -> Built:
    return build_in(ROOT, "play-and-social-engagement", layout="a6-cards", brand="hartwell")


def made(body: str, language: str = "en-GB") -> Built:
    return build(handout(body, layout="a6-cards", language=language), FILES)


def sections(count: int, times: int = 1) -> str:
    return "\n".join(f"- heading: Part {'ABCDEFGHIJ'[i % 10]} of it\n- text: {WORDS * times}" for i in range(count))


def test_sheets_are_whole_and_have_two_sides(deck: Built) -> None:
    assert deck.pages % 2 == 0
    with pikepdf.open(io.BytesIO(deck.data)) as pdf:
        assert {tuple(round(float(v), 2) for v in page.mediabox) for page in pdf.pages} == {(0, 0, *SHEET)}


def test_a_break_between_columns_begins_the_back_of_a_card() -> None:
    built = made("- heading: Part\n- text: Quay.\n- break: column\n- text: Zoo.")
    sides = [(char.page, char.text) for char in characters(built.data) if char.text in "QZ"]
    assert {page for page, text in sides if text == "Q"} == {0}
    assert {page for page, text in sides if text == "Z"} == {1}


def test_its_tags_are_sound(deck: Built, played: Built) -> None:
    assert deck.lint == []
    assert played.lint == []


def test_the_tree(deck: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", deck.outline)


@pytest.mark.poppler
@pytest.mark.parametrize("page", range(4))
def test_the_sheets(deck: Built, page: int, goldens: Goldens) -> None:
    goldens.page(f"sheet-{page + 1}.png", deck.data, page)


def test_a_reader_meets_front_and_back_of_each_card_in_turn(deck: Built) -> None:
    order = ["What tuning in means", "Did you know?", "It goes back and forth", "Baby’s turn", "What might your"]
    places = [deck.outline.index(words) for words in order]
    assert places == sorted(places)


def test_each_card_has_a_bookmark(deck: Built) -> None:
    assert [title for title, _ in bookmarks(deck.data)][:3] == [
        "Tuning into your baby", "What tuning in means", "It goes back and forth",
    ]  # fmt: skip


def test_nothing_an_eye_would_trip_over(deck: Built, played: Built) -> None:
    for built in (deck, played):
        assert faults(measure(built.data)) == []


def test_words_keep_clear_of_the_cuts(deck: Built, played: Built) -> None:
    for built in (deck, played):
        for char in characters(built.data):
            for edge, low, high in ((SHEET[0] / 2, char.box[0], char.box[2]), (SHEET[1] / 2, char.box[1], char.box[3])):
                assert high <= edge - 4 * MM or low >= edge + 4 * MM, char


@pytest.mark.verapdf
def test_it_is_accessible(deck: Built, played: Built, tmp_path: Path) -> None:
    paths = []
    for i, built in enumerate((deck, played)):
        paths.append(tmp_path / f"{i}.pdf")
        paths[-1].write_bytes(built.data)
    assert validate(paths) == {path: [] for path in paths}


@pytest.mark.parametrize("rtl", [False, True])
def test_each_back_lies_behind_its_front(rtl: bool) -> None:
    sheet = Sheet(Layout(name="", kind="cards", page="A6", sheet="A4"), rtl=rtl)
    assert (sheet.count, sheet.across, sheet.down) == (4, 2, 2)
    for number in range(sheet.count):
        front, back = sheet.cell(number, FRONT), sheet.cell(number, BACK)
        assert back.y == front.y  # turned over its long edge, left becomes right
        assert back.x == pytest.approx(sheet.width - front.x - sheet.card[0])
    first = sheet.cell(0, FRONT)
    assert (first.x > 1) is rtl


@pytest.mark.poppler
def test_front_and_back_are_seen_to_register(deck: Built) -> None:
    """The grounds of a card's two sides end where the sheet is cut, seen from the front and through the paper."""
    front, back = rasters(deck.data, 36)[:2]
    middle = front.width // 2
    for picture in (front, back.transpose(0)):
        left, right = picture.getpixel((middle - 12, 30)), picture.getpixel((middle + 12, 30))
        assert left != right


@settings(max_examples=25)
@given(st.integers(0, 9), st.integers(1, 6), st.sampled_from(["en-GB", "ar"]))
def test_any_number_of_sections_makes_whole_sheets(count: int, times: int, language: str) -> None:
    built = made(sections(count, times) or "- text: One line.", language)
    assert built.errors == []
    assert built.lint == []
    assert built.pages % 2 == 0
    seen = measure(built.data, 40)
    assert seen.collisions == ()
    assert set(range(1, built.pages, 2)) <= {run.page for run in seen.runs}  # no sheet is blank in front


def test_a_picture_too_tall_for_a_card_is_told_with_its_place() -> None:
    built = made("- image: {file: images/none.png, alt: x}")
    assert built.places[0][0] == 6


def test_large_print_is_a_leaflet() -> None:
    built = build_in(ROOT, "tuning-into-your-baby", layout="a6-cards", edition="large-print")
    assert measure(built.data, 40).smallest.size >= 16


def test_long_sources_stand_clear_of_the_number_of_the_card() -> None:
    deck = build_in(ROOT, "did-you-know", layout="a6-cards")
    card = [c for c in characters(deck.data) if c.page == deck.pages - 2 and c.box[2] < SHEET[0] / 2]
    assert "".join(c.text for c in card if c.box[1] < 22).startswith("19/20")
    assert [c for c in card if 22 <= c.box[1] < 34] == []


def test_the_field_of_a_last_card_without_words_fills_it() -> None:
    built = made("- text: Words.")
    page = rasters(built.data, 50)[0].convert("RGB")
    last = [page.getpixel((round(page.width * 0.75), y)) for y in range(2, page.height // 2 - 2)]
    assert last[0] != (255, 255, 255)
    assert last[0] == last[-1]
