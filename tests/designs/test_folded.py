from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.everything import everything
from tests.support.goldens import Goldens
from tests.support.making import Built, bookmarks, build, build_in, handout
from tests.support.measured import faults, measure
from tests.support.onpage import Char, characters, contrasts, off_page
from tests.support.reading import rasters, smallest_type
from tests.support.verapdf import validate

ROOT = Path(__file__).parents[2]
NAME = "play-and-social-engagement"
MM = 72 / 25.4
CLEAR = 9.7  # mm from a fold to the nearest letter
OUTSIDE = (97, 100, 100)
BENCH = b"""\
name: Bench fold
kind: folded
page: A4
orientation: landscape
panels: [97, 100, 100]
margins: {top: 13.6, bottom: 10, inner: 10, outer: 10}
type: {body: 11.5/16.5, min_body: 11}
"""


@pytest.fixture(scope="module")
def leaflet() -> Built:
    return build_in(ROOT, NAME)


@pytest.fixture(scope="module")
def other() -> Built:
    """A handout that was written for a flat leaflet."""
    return build_in(ROOT, "tuning-into-your-baby", layout="a4-trifold")


def folds(page: int, panels: tuple[float, ...] = OUTSIDE) -> list[float]:
    """Where the sheet is folded, mm from its left edge."""
    widths = panels if page == 0 else panels[::-1]
    return [sum(widths[:i]) for i in range(1, len(widths))]


def to_fold(char: Char) -> float:
    """How near a letter stands to a fold, mm; 0 where it stands across one."""
    left, right = char.box[0] / MM, char.box[2] / MM
    return min(0.0 if left < fold < right else min(abs(left - fold), abs(right - fold)) for fold in folds(char.page))


def to_edge(char: Char) -> float:
    """How near a letter stands to an edge of the sheet, mm."""
    left, bottom, right, top = char.box
    return min(left, bottom, char.size[0] - right, char.size[1] - top) / MM


def panel_of(char: Char) -> tuple[int, int]:
    """The side, and the panel from the left, that a letter stands on."""
    middle = (char.box[0] + char.box[2]) / 2 / MM
    return char.page, sum(middle > fold for fold in folds(char.page))


def said_on(data: bytes, panel: tuple[int, int]) -> str:
    return "".join(char.text for char in characters(data) if panel_of(char) == panel)


def test_a_sheet_of_two_sides_with_sound_tags(leaflet: Built, other: Built) -> None:
    for built in (leaflet, other):
        assert built.errors == []
        assert built.pages == 2
        assert built.lint == []
        assert off_page(built.data) == []
        assert {tuple(map(round, char.size)) for char in characters(built.data)} == {(842, 595)}


def test_every_letter_keeps_clear_of_the_folds(leaflet: Built, other: Built) -> None:
    for built in (leaflet, other):
        near = [(char.text, to_fold(char)) for char in characters(built.data) if to_fold(char) < CLEAR]
        assert near == []


def test_cover_in_front_flap_inside_back_between(leaflet: Built) -> None:
    assert said_on(leaflet.data, (0, 2)).startswith("Playandsocialengagement")
    assert "Ilikeyourface" in said_on(leaflet.data, (0, 0))
    assert "999" in said_on(leaflet.data, (0, 1))
    assert [said_on(leaflet.data, (1, i))[:8] for i in range(3)] == ["Whyplaym", "Gameswit", "Followyo"]


def test_it_reads_in_the_order_in_which_it_is_unfolded(leaflet: Built) -> None:
    said = " ".join(leaflet.words())
    parts = ["Why play matters", "Games with no toys", "Follow your baby’s lead"]
    order = ["Play and social engagement", "I like your face", *parts, "999", "Scan to open"]
    places = [said.index(words) for words in order]
    assert places == sorted(places)
    assert [title for title, _ in bookmarks(leaflet.data)] == parts


@pytest.mark.poppler
def test_the_fields_end_at_the_folds(leaflet: Built) -> None:
    """The flap's colour reaches its fold at 97 mm and the cover's starts at 197 mm, each to half a millimetre."""
    outside = rasters(leaflet.data, 254)[0].convert("RGB")  # 10 pixels a millimetre
    row = 60
    flap, white, cover = outside.getpixel((500, row)), outside.getpixel((1500, row)), outside.getpixel((2500, row))
    assert len({flap, white, cover}) == 3
    assert [outside.getpixel((x, row)) == flap for x in (965, 975)] == [True, False]
    assert [outside.getpixel((x, row)) == cover for x in (1965, 1975)] == [False, True]


@pytest.mark.poppler
@pytest.mark.parametrize("page", [0, 1])
def test_the_picture(page: int, leaflet: Built, goldens: Goldens) -> None:
    goldens.page(f"page-{page + 1}.png", leaflet.data, page)


@pytest.mark.poppler
def test_type_and_contrasts(leaflet: Built, other: Built) -> None:
    for built in (leaflet, other):
        assert smallest_type(built.data) >= 9.5
        weak = {pair: said for pair, (ratio, said) in contrasts(built.data).items() if ratio < 4.5 and said.strip("•")}
        assert weak == {}


@pytest.mark.verapdf
def test_the_validator_passes_it(leaflet: Built, other: Built, tmp_path: Path) -> None:
    for name, built in (("play", leaflet), ("tuning", other)):
        (tmp_path / f"{name}.pdf").write_bytes(built.data)
    assert all(failed == [] for failed in validate(sorted(tmp_path.iterdir())).values())


def test_the_tree(leaflet: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", leaflet.outline)


def fold(text: str, layout: bytes = BENCH, **choices: str) -> Built:
    """Build in a folded layout; each has a file of its own, for a workspace reads a layout once."""
    name = f"fold-{hashlib.sha256(layout).hexdigest()[:8]}"
    return build(text.replace("layout: sheet", f"layout: {name}"), {f"layouts/{name}.yaml": layout}, **choices)


def test_words_that_run_leftwards_mirror_the_sheet() -> None:
    built = fold(handout('- heading: "طفلك معك"\n- text: "طفلك معك"', language="ar"))
    assert built.errors == []
    assert built.lint == []
    cover = [char for char in characters(built.data) if char.text == "A"]  # of the title, Alpha
    assert [panel_of(char) for char in cover if char.page == 0][:1] == [(0, 0)]


def test_too_much_is_told_with_its_place_and_by_how_many_lines() -> None:
    built = fold(handout("\n".join(f'- heading: "Part {i}"\n- text: "{"words and more " * 120}"' for i in range(6))))
    ((line, _, code),) = built.places
    assert (code, built.data) == ("too-long", b"")
    assert line > 8
    assert "past its panels" in built.errors[0].message


@pytest.mark.parametrize(
    ("title", "body", "where"),
    [("word " * 200, "- text: x", "the cover"), ("A", "\n".join(["- help: strip"] * 60), "the leaflet runs")],
)
def test_a_cover_too_tall_and_a_foot_that_no_panel_holds_are_told(title: str, body: str, where: str) -> None:
    built = fold(handout(body).replace("title: Alpha", f"title: {title.strip()}"))
    assert [code for _, _, code in built.places] == ["too-long"]
    assert built.errors[0].message.startswith(where)


@pytest.mark.parametrize(
    ("panels", "message"),
    [
        ("[97, 100]", "197 mm together"),
        ("[297]", "two panels or more"),
        ("[27, 135, 135]", "narrower than"),
        ("[]", "two panels"),
    ],
)
def test_panels_that_make_no_sheet_are_told_in_the_layout(panels: str, message: str) -> None:
    built = fold(handout("- text: x"), BENCH.replace(b"[97, 100, 100]", panels.encode()))
    assert [(finding.code, finding.span.line if finding.span else 0) for finding in built.errors] == [("bad-panels", 5)]
    assert message in built.errors[0].message


@pytest.mark.poppler
def test_fold_marks_are_drawn_where_they_are_asked_for() -> None:
    text = handout("- text: x")
    plain, marked = (
        rasters(fold(text, layout).data, 254)[1].convert("L") for layout in (BENCH, BENCH + b"fold_marks: true\n")
    )
    for x in (1000, 2000):
        column = (x - 4, 0, x + 4, 40)
        assert plain.crop(column).getextrema() == (255, 255)
        assert marked.crop(column).getextrema()[0] < 200


@pytest.mark.parametrize("brand", ["little-room", "acorn-lane", "hartwell"])
@pytest.mark.parametrize("ident", [path.stem for path in sorted((ROOT / "handouts").glob("*-*.yaml"))])
def test_every_handout_stands_clear_of_folds_and_edges_in_every_brand(ident: str, brand: str) -> None:
    """Only the mark of a quotation may hang into the margin, and only at the edge of the sheet."""
    built = build_in(ROOT, ident, brand=brand, layout="a4-trifold")
    if built.errors:
        assert [error.code for error in built.errors] == ["too-long"]
        return
    assert [char.text for char in characters(built.data) if to_fold(char) < CLEAR] == []
    near = [char.text for char in characters(built.data) if to_edge(char) < CLEAR]
    assert set(near) <= {"“"}


def panels_of(panels: str) -> bytes:
    return BENCH.replace(b"[97, 100, 100]", panels.encode())


def in_turn(panels: str, parts: int) -> tuple[Built, list[tuple[int, int]]]:
    """A handout whose parts begin a panel each, and the panels on which they stand: (side, number from the left)."""
    body = "\n- break: column\n".join(f"- text: Part{i}." for i in range(parts))
    built = fold(handout(body + "\n- help: strip"), panels_of(panels))
    assert built.errors == []
    widths = tuple(float(width) for width in panels.strip("[]").split(","))
    text: dict[tuple[int, int], str] = {}
    for char in characters(built.data):
        middle = (char.box[0] + char.box[2]) / 2 / MM
        place = char.page, sum(middle > at for at in folds(char.page, widths))
        text[place] = text.get(place, "") + char.text
    wanted = [*(f"Part{i}." for i in range(parts)), "999"]
    return built, [next(place for place, said in text.items() if words in said) for words in wanted]


@pytest.mark.parametrize(
    ("panels", "places"),
    [
        # a roll: inside from the left; the back, with the help strip, beside the cover
        ("[97, 100, 100]", [(1, 0), (1, 1), (1, 2), (0, 1)]),
        ("[72, 75, 75, 75]", [(1, 0), (1, 1), (1, 2), (1, 3), (0, 2)]),
        ("[148.5, 148.5]", [(1, 0), (1, 1), (0, 0)]),
        # an accordion: inside, then the sheet turned over; the back is what lies undermost
        ("[99, 99, 99]", [(1, 0), (1, 1), (0, 0), (0, 1), (1, 2)]),
        ("[74.25, 74.25, 74.25, 74.25]", [(1, 0), (1, 1), (1, 2), (1, 3), (0, 1), (0, 2), (0, 0)]),
    ],
)
def test_panels_are_filled_as_the_sheet_is_unfolded(panels: str, places: list[tuple[int, int]]) -> None:
    built, found = in_turn(panels, len(places) - 1)
    assert found == places
    assert built.lint == []
    said = [word for word in built.words() if word.startswith("Part")]
    assert said == sorted(said)


def test_a_long_roll_is_met_from_the_flap_beside_the_back() -> None:
    body = "\n- break: column\n".join(f"- text: Part{i}." for i in range(6))
    built = fold(handout(body), panels_of("[72, 75, 75, 75]"))
    widths = (72, 75, 75, 75)
    first = [char for char in characters(built.data) if char.page == 0 and char.text in "01"]
    numbers = {char.text: sum(char.box[0] / MM > at for at in folds(0, widths)) for char in first if char.box[1] > 400}
    assert (numbers["0"], numbers["1"]) == (1, 0)


def test_a_grid_stays_whole_and_the_panel_that_is_left_is_for_notes() -> None:
    built = build_in(ROOT, "play-week-planner", brand="little-room", layout="a4-trifold")
    days = ("Monday", "Sunday")
    assert all(day in said_on(built.data, (1, 1)) for day in days)
    assert said_on(built.data, (1, 2)) == "Notes"
    assert "Notes" not in built.words()  # lines to write on say nothing to who listens
    assert built.lint == []


@pytest.mark.poppler
def test_panels_without_words(goldens: Goldens) -> None:
    for edition in ("standard", "ink-saver"):
        built = build_in(ROOT, "play-week-planner", brand="little-room", layout="a4-trifold", edition=edition)
        for page in range(2):
            goldens.page(f"few-words-{edition}-{page + 1}.png", built.data, page)


@pytest.mark.parametrize(
    "panels", ["[148.5, 148.5]", "[72, 75, 75, 75]", "[99, 99, 99]", "[74.25, 74.25, 74.25, 74.25]"]
)
def test_other_folds(panels: str) -> None:
    widths = tuple(float(width) for width in panels.strip("[]").split(","))
    body = "\n".join(f'- heading: "Part {i}"\n- text: "{"words and more " * 12}"' for i in range(4))
    built = fold(handout(body), panels_of(panels))
    assert built.errors == []
    assert built.words().count("more") == 48
    assert built.lint == []
    for char in characters(built.data):
        left, right = char.box[0] / MM, char.box[2] / MM
        assert all(right < at - CLEAR or left > at + CLEAR for at in folds(char.page, widths))


def test_a_break_begins_the_next_panel() -> None:
    built = fold(handout("- text: One.\n- break: column\n- text: Two.\n- break: column\n- text: Three."))
    assert built.errors == []
    assert [said_on(built.data, panel) for panel in ((1, 0), (1, 1), (1, 2))] == ["One.", "Two.", "Three."]


def test_every_block_stands_in_panels() -> None:
    blocks = everything("Some words").split("body:\n", 1)
    head, items = blocks[0], [item for item in blocks[1].split("\n  - ") if item.strip()]
    items = [item.removeprefix("  - ") for item in items]
    for start in range(0, len(items), 5):
        text = head + "body:\n" + "".join(f"  - {item.rstrip()}\n" for item in items[start : start + 5])
        text = "\n".join("layout: sheet" if line.startswith("layout:") else line for line in text.splitlines()) + "\n"
        built = fold(text)
        assert built.errors == [], built.errors
        assert built.lint == []
        assert off_page(built.data) == []


@settings(max_examples=20, deadline=None)
@given(
    counts=st.lists(st.integers(1, 40), min_size=1, max_size=7),
    edition=st.sampled_from(["standard", "ink-saver", "large-print"]),
)
def test_no_word_is_lost_however_they_are_dealt(counts: list[int], edition: str) -> None:
    body = "\n".join(f'- heading: "Part {i}"\n- text: "{"words and more " * n}end"' for i, n in enumerate(counts))
    built = fold(handout(body), edition=edition)
    if built.errors:
        assert [error.code for error in built.errors] == ["too-long"]
        return
    assert built.words().count("more") == sum(counts)
    numbers = [word for word in built.words() if word.isdigit() and len(word) == 1]
    assert numbers[: len(counts)] == [str(i) for i in range(len(counts))]
    assert off_page(built.data) == []


@pytest.mark.parametrize("panels", ["[50, 247]", "[50, 50, 197]"])
def test_a_long_name_in_place_of_a_logo_stands_clear_on_a_narrow_back(panels: str) -> None:
    built = fold(handout("- text: Words."), BENCH.replace(b"[97, 100, 100]", panels.encode()))
    assert built.errors == []
    assert [fault for fault in faults(measure(built.data)) if "over one another" in fault] == []


def test_margins_that_leave_no_room_on_a_panel_are_told_in_the_layout() -> None:
    built = fold(handout("- text: x"), BENCH.replace(b"inner: 10", b"inner: 45"))
    assert [code for _, _, code in built.places] == ["no-room"]
