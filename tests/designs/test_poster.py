from __future__ import annotations

import io
import re
from pathlib import Path
from textwrap import dedent

import pikepdf
import pytest

from tests.support.everything import everything
from tests.support.goldens import Goldens
from tests.support.making import Built, build, build_body, build_in, handout, workspace
from tests.support.onpage import contrasts, off_page
from tests.support.reading import smallest_type
from tests.support.verapdf import validate
from tests.support.written import written

ROOT = Path(__file__).parents[2]
TURNS = """\
- steps:
    - {title: I send, text: "A look, a wriggle, a babble, a reach."}
    - {title: You notice, text: Stop. Come close. See what I see.}
    - {title: I wait, text: "My eyes ask: did you get that?"}
    - {title: You answer, text: "Copy me, or put it into words."}
    - {title: I take my turn, text: Leave me a gap. I need longer than you.}
    - {title: You let it end, text: "I look away, and we both rest. Then again."}
"""
HEAD = """\
subtitle: Little conversations build strong minds.
message: Watch first, then answer.
illustration: face-to-face
review: {version: "1.0", owner: Bench Nursery, reviewed: 2026-11-22}
"""
ROW = """\
subtitle: Feelings grow in step with the people who share them.
ages: Birth to 3 years
illustration: [baby-0, baby-1, baby-2, baby-3, baby-4, baby-5]
"""
AGES = """\
- table:
    header: [Age, You might notice]
    row_headings: true
    rows: [[8 weeks, "First real smiles. [@first-1989]"], [2 years, Wants to do it alone.]]
- heading: When to ask
- caution: Ask now if you are worried.
- heading: What helps
- bullets: ["Your face and voice, close by", The same few people]
- help: strip
"""


def poster(body: str, head: str = HEAD, title: str = "Back and forth", language: str = "en-GB") -> Built:
    text = handout(body, layout="poster", head=head, language=language)
    return build(text.replace("title: Alpha", f"title: {title}"))


@pytest.fixture(scope="module")
def turns() -> Built:
    return poster(TURNS)


@pytest.fixture(scope="module")
def row() -> Built:
    return poster(AGES, ROW, "Emotional milestones")


@pytest.fixture(scope="module")
def whole() -> Built:
    """Every block there is, on a banner."""
    return build(everything("Some words").replace("layout: book", "layout: banner"))


def test_it_builds_on_one_side_with_sound_tags(turns: Built, row: Built, whole: Built) -> None:
    for built in (turns, row, whole):
        assert built.errors == []
        assert built.pages == 1
        assert built.lint == []


def test_its_words_come_back_in_the_order_of_the_file(turns: Built, row: Built) -> None:
    for built, body in ((turns, TURNS), (row, AGES.replace("- help: strip", ""))):
        said = " ".join(built.words())
        assert " ".join(written(body)) in said.replace("smiles.1", "smiles.")


def test_title_and_message_stand_before_and_the_brand_after(turns: Built) -> None:
    said = " ".join(turns.words())
    order = ["Back and forth", "Watch first, then answer.", "I send", "Version 1.0", "Scan to open"]
    places = [said.index(text) for text in order]
    assert places == sorted(places)


def test_the_smallest_type(turns: Built, row: Built, whole: Built) -> None:
    assert min(smallest_type(turns.data), smallest_type(row.data)) >= 12
    assert smallest_type(whole.data) >= 9.5 * 14 / 12 - 0.05  # every block is there: the body is at its smallest


@pytest.mark.poppler
def test_every_contrast_on_the_page(turns: Built, row: Built, whole: Built) -> None:
    for built in (turns, row, whole):
        weak = {pair: said for pair, (ratio, said) in contrasts(built.data).items() if ratio < 4.5 and said.strip("•")}
        assert weak == {}


def test_nothing_stands_off_its_page(turns: Built, row: Built, whole: Built) -> None:
    for built in (turns, row, whole):
        assert off_page(built.data) == []


def test_the_same_words_make_the_same_bytes(turns: Built) -> None:
    assert poster(TURNS).data == turns.data


def test_the_tree(turns: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", turns.outline)


@pytest.mark.poppler
def test_the_picture(turns: Built, row: Built, goldens: Goldens) -> None:
    goldens.page("turns.png", turns.data)
    goldens.page("row.png", row.data)


@pytest.mark.verapdf
def test_the_validator_passes_it(turns: Built, row: Built, whole: Built, tmp_path: Path) -> None:
    for name, built in (("turns", turns), ("row", row), ("whole", whole)):
        (tmp_path / f"{name}.pdf").write_bytes(built.data)
    failures = validate(sorted(tmp_path.iterdir()))
    assert {path.stem: failed for path, failed in failures.items()} == {"turns": [], "row": [], "whole": []}


def test_what_does_not_fit_is_told_with_the_place_of_what_is_left_over() -> None:
    text = "Words that fill the page. " * 200
    body = "\n".join(f'- heading: "Part {i}"\n- text: "{text}"' for i in range(3))
    built = build_body(body, layout="poster")
    assert built.data == b""
    ((line, _, code),) = built.places
    assert code == "too-long"
    assert 6 <= line <= 11
    assert re.search(r"the poster runs \d+ lines past its one side", built.errors[0].message)
    assert "14 pt" in (built.errors[0].help or "")
    assert "a leaflet" in (built.errors[0].help or "")


@pytest.mark.parametrize(
    ("title", "body", "line", "what"),
    [
        ("word " * 1500, "- text: Words.", 1, "the title with its picture"),
        ("A", "\n".join(["- help: strip"] * 40), 6, "the foot of the poster"),
    ],
)
def test_a_field_or_foot_taller_than_the_page_is_told(title: str, body: str, line: int, what: str) -> None:
    built = poster(body, "", title.strip())
    assert [(place[0], place[2]) for place in built.places] == [(line, "too-long")]
    assert what in built.errors[0].message
    assert not built.data


def test_a_page_break_turns_no_page() -> None:
    built = poster("- text: One.\n- break: page\n- text: Two.")
    assert built.errors == []
    assert built.pages == 1


def _body_size(built: Built) -> float:
    """The size in which the word `Watch` is set, pt."""
    with pikepdf.open(io.BytesIO(built.data)) as pdf:
        sizes = [float(op.operands[1]) for op in pikepdf.parse_content_stream(pdf.pages[0]) if str(op.operator) == "Tf"]
    return max(size for size in sizes if size <= 32)


def test_few_words_are_set_larger_and_many_smaller() -> None:
    few = _body_size(poster("- text: Watch.", ""))
    assert few == 32
    many = poster("\n".join(f"- text: Watch the face before you join in, part {i}." for i in range(24)), "")
    assert many.errors == []
    assert _body_size(many) >= 14


@pytest.mark.parametrize("language", ["ar", "pl", "bn", "uk"])
def test_other_languages_and_directions(language: str) -> None:
    words = {"ar": "طفلك معك", "pl": "Gęś łódź", "bn": "আপনার শিশু", "uk": "Їжак і ґанок"}[language]
    body = "- steps:\n" + f'    - {{title: "{words}", text: "{words}"}}\n' * 5
    built = poster(body, f'subtitle: "{words}"\nillustration: cuddle', f'"{words}"', language)
    assert built.errors == []
    assert built.lint == []
    assert off_page(built.data) == []


def branded(text: str, ident: str, brand: str, edition: str = "standard") -> Built:
    """Build in a brand that is there for this once: a workspace of one brand has it as its default."""
    name = f"layouts/brands/{ident}/brand.yaml"
    try:
        return build(text, {name: dedent(brand).encode()}, brand=ident, edition=edition)
    finally:
        (workspace() / name).unlink()
        (workspace() / name).parent.rmdir()


@pytest.mark.parametrize("shape", ["arch", "round", "plain"])
@pytest.mark.parametrize(("head", "body"), [(HEAD, TURNS), (ROW, AGES)], ids=["doorway", "row"])
@pytest.mark.parametrize("edition", ["standard", "ink-saver"])
def test_every_shape_of_doorway(shape: str, head: str, body: str, edition: str) -> None:
    brand = f"""\
        name: The long name of a nursery that has no logo
        extends: bench
        shape: {shape}
        footer: "A footer of {{{{ setting.name }}}}"
        reading_offer: "Large print, easy read or your language: {{{{ setting.phone }}}}"
        """
    built = branded(handout(body, layout="poster", head=head), shape, brand, edition)
    assert built.errors == []
    assert built.lint == []
    assert off_page(built.data) == []
    said = " ".join(built.words())
    assert "A footer of The long name" in said
    assert "easy read" in said


def test_a_setting_without_an_address_gives_its_phone_number() -> None:
    for ident, words in (("phone", "01632 960 001"), ("email", "a@b.example")):
        brand = f"""\
            name: Plain
            colours: {{primary: "#222222"}}
            fonts: {{heading: Fraunces, body: Atkinson Hyperlegible}}
            contact: {{{ident}: {words}}}
            """
        built = branded(handout("- text: Words.", layout="poster"), ident, brand)
        assert built.errors == []
        assert built.lint == []
        assert words in " ".join(built.words()).replace("\u00a0", " ")


def test_large_print_keeps_the_posters_type_and_does_not_shrink_it_below_its_own() -> None:
    built = build(handout(TURNS, layout="poster", head=HEAD), edition="large-print")
    assert built.errors == []
    assert built.pages == 1
    assert smallest_type(built.data) >= 16
    assert "Large print" in " ".join(built.words())


@pytest.mark.parametrize(("layout", "width", "smallest"), [("a3-poster", 841.89, 12), ("a4-poster", 595.28, 9.5)])
def test_the_layouts_of_the_library(layout: str, width: float, smallest: float) -> None:
    built = build(handout(TURNS, layout=layout, head=HEAD))
    assert built.errors == []
    assert built.lint == []
    assert off_page(built.data) == []
    assert smallest_type(built.data) >= smallest
    with pikepdf.open(io.BytesIO(built.data)) as pdf:
        assert abs(float(pdf.pages[0].mediabox[2]) - width) < 0.1


def test_the_milestones_fit_a_poster_with_all_that_the_leaflet_says() -> None:
    leaflet, made = (build_in(ROOT, "emotional-milestones", layout=name) for name in ("a4-leaflet", "a3-poster"))
    assert made.errors == []
    assert made.pages == 1
    assert made.lint == []
    assert off_page(made.data) == []
    assert smallest_type(made.data) >= 9.5
    said = " ".join(leaflet.words())
    start, end = said.index("By You might notice"), said.index("Where this comes from")
    assert said[start:end] in " ".join(made.words())


def test_a_poster_that_large_print_cannot_hold_is_set_as_a_leaflet() -> None:
    text = handout("\n".join(f'- text: "{"Words that fill the page. " * 12}"' for _ in range(14)), layout="poster")
    usual, large = build(text), build(text, edition="large-print")
    assert usual.errors == []
    assert usual.pages == 1
    assert large.errors == []
    assert large.pages > 1
    assert smallest_type(large.data) >= 16
