from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.support.everything import everything
from tests.support.goldens import Goldens
from tests.support.making import Built, bookmarks, build, build_in, handout
from tests.support.measured import faults, measure
from tests.support.onpage import Char, characters, off_page
from tests.support.reading import smallest_type
from tests.support.verapdf import validate

ROOT = Path(__file__).parents[2]
NAME = "tuning-into-your-baby"
A5 = (ROOT / "layouts/a5-booklet.yaml").read_bytes()
A4 = (ROOT / "layouts/a4-booklet.yaml").read_bytes()
FILES = {"layouts/a5-booklet.yaml": A5, "layouts/a4-booklet.yaml": A4}
INNER, OUTER = 51.0, 42.0  # pt, of the A5 booklet
WORDS = "Babies are born looking for you. They know your voice, and they learn your face in the first days. "


@pytest.fixture(scope="module")
def booklet() -> Built:
    return build_in(ROOT, NAME, layout="a5-booklet")


@pytest.fixture(scope="module")
def wide() -> Built:
    return build_in(ROOT, NAME, layout="a4-booklet")


@pytest.fixture(scope="module")
def played() -> Built:
    return build_in(ROOT, "play-and-social-engagement", layout="a5-booklet")


def made(body: str, layout: str = "a5-booklet", **choices: str) -> Built:
    head = choices.pop("head", "")
    language = choices.pop("language", "en-GB")
    return build(handout(body, layout=layout, head=head, language=language), FILES, **choices)


def limited(pages: str, body: str) -> Built:
    """Build in an A5 booklet with other numbers of pages; each has a file of its own."""
    name = "book-" + "".join(c for c in pages if c.isalnum())
    layout = A5.decode().replace("{max: 48, multiple: 4}", pages).encode()
    return build(handout(body, layout=name), {f"layouts/{name}.yaml": layout})


def sections(count: int, times: int = 3) -> str:
    return "\n".join(f"- heading: Part {'ABCDEFGHIJ'[i % 10]} of it\n- text: {WORDS * times}" for i in range(count))


def said_on(data: bytes, page: int) -> str:
    return "".join(char.text for char in characters(data) if char.page == page)


def upright(data: bytes, page: int) -> list[Char]:
    """The characters of a page above its folio."""
    return [char for char in characters(data) if char.page == page and char.box[1] > 50]


def test_whole_sheets_with_sound_tags(booklet: Built, wide: Built, played: Built) -> None:
    for built in (booklet, wide, played):
        assert built.errors == []
        assert built.pages % 4 == 0
        assert built.lint == []
        assert off_page(built.data) == []
        assert faults(measure(built.data)) == []
    assert {tuple(map(round, char.size)) for char in characters(booklet.data)} == {(420, 595)}


def test_cover_contents_body_notes_back(booklet: Built) -> None:
    pages = [said_on(booklet.data, page) for page in range(booklet.pages)]
    assert "Tuningintoyourbaby" in pages[0]
    assert "Yourbabyistellingyouthings" in pages[0]
    assert pages[1].startswith("Inside")
    assert pages[-2].startswith("Notes")
    assert all(words in pages[-1] for words in ("999", "hello@littleroom.example", "Reference"))


def test_the_contents_name_the_pages_and_lead_there(booklet: Built) -> None:
    listed = said_on(booklet.data, 1)
    with pikepdf.open(io.BytesIO(booklet.data)) as pdf:
        numbers = {page.obj.objgen: i for i, page in enumerate(pdf.pages, 1)}
        leads = [numbers[link.Dest[0].objgen] for link in pdf.pages[1].Annots]
    for i, ((title, _), page) in enumerate(zip(bookmarks(booklet.data), leads, strict=True), 1):
        assert f"{i}{title.replace(' ', '')}{page}" in listed
        assert title.replace(" ", "") in said_on(booklet.data, page - 1)


def test_the_folio_stands_outside_and_margins_mirror(booklet: Built) -> None:
    for page in range(1, booklet.pages - 1):
        words = upright(booklet.data, page)
        left = min(char.box[0] for char in words)
        assert left >= (INNER if page % 2 == 0 else OUTER) - 2
        folio = [c for c in characters(booklet.data) if c.page == page and c.box[3] < 50 and c.text == str(page + 1)]
        assert len(folio) == 1
        assert (folio[0].box[0] > 350) == (page % 2 == 0)


def test_words_that_run_leftwards_have_the_spine_on_the_right() -> None:
    built = made("\n".join(['- heading: "طفلك معك"\n- text: "' + "طفلك معك " * 60 + '"'] * 5), language="ar")
    assert built.errors == []
    assert built.lint == []
    folio = [char for char in characters(built.data) if char.page == 2 and char.text == "3" and char.box[3] < 50]
    assert folio[0].box[0] < 60


def test_chapters_begin_pages_where_they_fill_them(played: Built) -> None:
    said = " ".join(played.words())
    order = ["Chapter 1 Why play matters", "Chapter 2 Games with no toys", "Chapter 3 Follow your baby"]
    places = [said.index(words) for words in order]
    assert places == sorted(places)
    assert "Chapter" not in made(sections(3, 1)).words()


def test_a_short_handout_is_a_cover_a_page_notes_and_a_back() -> None:
    built = made(f"- text: {WORDS}")
    assert built.pages == 4
    assert [said_on(built.data, page)[:5] for page in range(1, 4)] == ["Babie", "Notes", "Bench"]
    assert built.words().count("Notes") == 1


def test_sixty_sections_have_a_list_of_them() -> None:
    built = made(sections(60, 2))
    assert built.errors == []
    assert built.lint == []
    assert said_on(built.data, 1).startswith("Inside")
    assert len(bookmarks(built.data)) == 60


def test_what_stands_before_the_first_heading_shares_the_page_of_the_contents() -> None:
    built = made(f"- lead: {WORDS}\n" + sections(5, 6))
    first = said_on(built.data, 1)
    assert first.startswith("Babiesareborn")
    assert "Inside" in first
    said = built.words()
    assert said.index("Babies") < said.index("Inside")


def test_sources_that_the_back_cover_cannot_hold_stand_before_it() -> None:
    built = build_in(ROOT, "play-and-social-engagement", layout="a5-booklet", brand="acorn-lane")
    assert built.errors == []
    assert built.lint == []
    back = said_on(built.data, built.pages - 1)
    assert "Yogman" not in back
    assert "Reference" in back
    assert "999" in back
    said = " ".join(built.words())
    assert said.index("Follow your baby") < said.index("Yogman") < said.index("999")


@pytest.mark.parametrize(("pages", "count"), [("{exact: 8}", 8), ("{max: 16}", 4), ("{multiple: 1}", 3)])
def test_the_layout_says_how_many_pages(pages: str, count: int) -> None:
    assert limited(pages, f"- text: {WORDS}").pages == count


@pytest.mark.parametrize("pages", ["{exact: 4}", "{max: 4}"])
def test_too_many_words_are_told_with_their_place(pages: str) -> None:
    built = limited(pages, f"- text: {WORDS * 60}")
    assert built.places == [(6, 11, "too-long")]
    assert "past its pages" in built.errors[0].message


def test_too_few_pages_for_any_words() -> None:
    assert [error.code for error in limited("{exact: 2}", f"- text: {WORDS}").errors] == ["too-long"]


def test_every_block_in_every_booklet() -> None:
    for layout in FILES:
        ident = Path(layout).stem
        built = build(everything("Some words").replace("layout: book", f"layout: {ident}"), FILES)
        assert built.errors == []
        assert built.lint == []
        assert built.pages % 4 == 0
        assert faults(measure(built.data)) == []


def test_large_print_is_set_on_a4() -> None:
    built = build_in(ROOT, NAME, layout="a5-booklet", edition="large-print")
    assert built.errors == []
    assert built.pages % 4 == 0
    assert {tuple(map(round, char.size)) for char in characters(built.data)} == {(595, 842)}
    assert smallest_type(built.data) >= 16.0
    assert all("Largeprint" in said_on(built.data, page) for page in range(built.pages - 1))


def test_ink_saver_keeps_clear_of_the_edges() -> None:
    built = build_in(ROOT, NAME, layout="a5-booklet", edition="ink-saver")
    assert built.errors == []
    assert faults(measure(built.data)) == []


SIZES = st.lists(st.integers(1, 30), min_size=1, max_size=12)


@settings(max_examples=15, deadline=None)
@given(SIZES, st.sampled_from(["a5-booklet", "a4-booklet"]), st.booleans())
@example([1], "a5-booklet", False)
@example([30] * 12, "a5-booklet", True)
@example([1] * 12, "a4-booklet", True)
def test_any_booklet_is_whole_sheets_without_an_empty_page(sizes: list[int], layout: str, headed: bool) -> None:
    head = "- heading: A part of it\n" if headed else ""
    built = made("\n".join(f"{head}- text: {WORDS * size}" for size in sizes), layout)
    assert built.errors == []
    assert built.pages % 4 == 0
    said = [said_on(built.data, page) for page in range(built.pages)]
    assert all(said)
    assert said[0].endswith("Alpha")
    assert "hello@bench.example" in said[-1]
    assert " ".join(built.words()).count("Babies are born") == sum(sizes)


def test_the_tree(booklet: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", booklet.outline)


def test_the_tree_of_chapters(played: Built, goldens: Goldens) -> None:
    goldens.text("chapters.txt", played.outline)


@pytest.mark.poppler
@pytest.mark.parametrize("page", [0, 1, 2, 3, 7])
def test_the_picture(page: int, booklet: Built, goldens: Goldens) -> None:
    goldens.page(f"page-{page + 1}.png", booklet.data, page)


@pytest.mark.poppler
@pytest.mark.parametrize("page", [0, 1])
def test_the_picture_of_a_wide_one(page: int, wide: Built, goldens: Goldens) -> None:
    goldens.page(f"wide-{page + 1}.png", wide.data, page)


@pytest.mark.poppler
def test_the_picture_of_a_chapter(played: Built, goldens: Goldens) -> None:
    goldens.page("chapter.png", played.data, 2)


@pytest.mark.verapdf
def test_the_validator_passes_it(booklet: Built, wide: Built, played: Built, tmp_path: Path) -> None:
    for name, built in (("a5", booklet), ("a4", wide), ("played", played), ("one", made(f"- text: {WORDS}"))):
        (tmp_path / f"{name}.pdf").write_bytes(built.data)
    assert all(failed == [] for failed in validate(sorted(tmp_path.iterdir())).values())
