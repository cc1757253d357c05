"""What runs at the foot of sides: it takes two lines at most, and yields before it is refused."""

from __future__ import annotations

from zlib import crc32

import pytest

from tests.support.making import Built, build, handout
from tests.support.onpage import characters

SHORT, LONG = "Little Hub", "The Saint Bartholomew and Wetherby Meadows Early Years Hub"
LONGER = f"{LONG} at the Old Corn Exchange in Wetherby"  # two lines, where it has all the width
STRAP = "A place for every family, whatever the weather"


def sides(edition: str, name: str, strapline: str = STRAP, footer: str = "") -> Built:
    """A handout of many sides whose brand has these words."""
    brand = f"name: {name}\nstrapline: {strapline}\ncolours: {{primary: '#17565c'}}\n"
    brand += f"footer: {footer}\n" if footer else ""
    text = handout("- text: " + "Words that go on. " * 900, layout="book")
    ident = f"footed-{crc32(brand.encode())}"  # brands are read once
    return build(text, {f"layouts/brands/{ident}/brand.yaml": brand.encode()}, brand=ident, edition=edition)


def foot(built: Built) -> str:
    """The words at the foot of the first page, but for its number."""
    low = [char for char in characters(built.data) if char.page == 0 and char.box[1] < 63]
    return "".join(char.text for char in low).split("Page")[0]


@pytest.mark.parametrize(
    ("edition", "name", "said"),
    [
        ("standard", SHORT, f"{SHORT} \u00b7 {STRAP}"),
        ("standard", LONGER, LONGER),
        ("easy-read-layout", SHORT, f"{SHORT} \u00b7 {STRAP}"),
        ("easy-read-layout", LONG, LONG),
        ("easy-read-layout", LONGER, LONGER),
    ],
)
def test_a_strapline_yields_where_the_foot_has_no_room_for_it(edition: str, name: str, said: str) -> None:
    built = sides(edition, name)
    assert built.errors == []
    assert foot(built) == said.replace(" ", "")


@pytest.mark.parametrize("footer", ["", "word " * 60])
def test_what_takes_more_than_two_lines_over_all_the_width_is_told(footer: str) -> None:
    built = sides("easy-read-layout", SHORT if footer else "Name " * 60, footer=footer)
    assert [(line, code) for line, _, code in built.places] == [(4 if footer else 1, "long-footer")]
