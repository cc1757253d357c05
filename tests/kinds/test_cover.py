from __future__ import annotations

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.findings import Findings
from generator.base.scalars import Colour
from generator.kinds.grounds import FAINT
from generator.model.brand import Colours
from generator.model.colour import apart
from generator.model.people import palette
from generator.model.roles import derive
from generator.stages.render import render
from tests.support.goldens import Goldens
from tests.support.making import Built, build_body, job_of
from tests.support.onpage import off_page

ROW = "illustration: [baby-0, baby-1, baby-2, baby-3, baby-4, baby-5]"
HEAD = f"{ROW}\nages: Birth to 3 years\nmessage: Every baby has their own pace."


@pytest.fixture(scope="module")
def row() -> Built:
    return build_body("- text: Words.", head=HEAD)


@pytest.mark.poppler
def test_a_list_of_drawings_makes_a_row_of_rising_doorways(row: Built, goldens: Goldens) -> None:
    assert row.errors == []
    assert row.lint == []
    goldens.page("row.png", row.data, 0)


def test_the_ages_are_read_after_the_title(row: Built) -> None:
    assert " ".join(row.words()).startswith("Bench Nursery Alpha Birth to 3 years Every baby has their own pace.")


def test_a_name_in_the_list_that_is_unknown_is_told_where_it_stands() -> None:
    built = build_body("- text: Words.", head="illustration: [baby-0, baby-9]")
    assert built.places == [(5, 24, "unknown-illustration")]
    assert built.data == b""


@pytest.mark.parametrize("count", [1, 2, 3, 12])
@pytest.mark.parametrize("language", ["en-GB", "ar"])
def test_any_number_of_them_stays_on_the_page(count: int, language: str) -> None:
    names = ", ".join(f"baby-{i % 6}" for i in range(count))
    words = "Words." if language == "en-GB" else "طفلك معك"
    built = build_body(f"- text: {words}", head=f"illustration: [{names}]", language=language)
    assert built.errors == []
    assert off_page(built.data) == []


def test_a_title_too_long_for_one_line_above_a_row_takes_more() -> None:
    built = build_body("- text: Words.", head=HEAD + "\nsubtitle: " + "word " * 30)
    assert built.errors == []
    assert built.words().count("word") == 30


# -- the colours given -------------------------------------------------------------------------------------------------
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
MUCH = 300.0  # square points: as much as a large letter of a title
HARD = ["#000000", "#fff2a8", "#ffd700", "#808080", "#005eb8", "#4a8b3b", "#e4003b", "#00ff00", "#e8b48e"]


def cover_in(primary: str, accent: str | None, illustration: str) -> bytes:
    """A handout with a cover, in these colours."""
    job = job_of("- text: Words.", head=f"illustration: {illustration}" if illustration else "")
    colours = Colours(primary=Colour(primary), accent=Colour(accent) if accent is not None else None)
    roles = derive(primary, accent)
    look = job.look._replace(roles=roles, people=palette(roles, "a"), brand=job.look.brand.replace(colours=colours))
    rendered = render(job._replace(look=look), Findings())
    assert rendered is not None
    return rendered.data


def painted(data: bytes, colour: str) -> float:
    """How much of the first page shows just this colour, square points."""
    document = pypdfium2.PdfDocument(data)
    image = document[0].render(scale=1, rev_byteorder=True).to_pil().convert("RGB")
    document.close()
    rgb = tuple(bytes.fromhex(colour[1:]))
    return float(sum(count for count, found in image.getcolors(1 << 24) if found == rgb))


@pytest.mark.parametrize("illustration", ["", "face-to-face", "sleep", "[baby-0, baby-2, baby-4]"])
@pytest.mark.parametrize("accent", [None, "#f28c28"])
@pytest.mark.parametrize("primary", HARD)
def test_hard_colours_stand_unaltered(primary: str, accent: str | None, illustration: str) -> None:
    data = cover_in(primary, accent, illustration)
    assert painted(data, primary) >= MUCH
    assert accent is None or painted(data, accent) >= MUCH


@settings(max_examples=25, deadline=None)
@given(COLOURS, st.none() | COLOURS, st.sampled_from(["", "face-to-face", "floor-play"]))
def test_any_colours_stand_unaltered(primary: str, accent: str | None, illustration: str) -> None:
    data = cover_in(primary, accent, illustration)
    for colour in (primary, accent):
        if colour is not None and min(apart(colour, "#ffffff"), apart(colour, "#fcf6ed")) > FAINT:
            assert painted(data, colour) >= MUCH
