from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pytest
import yaml

from generator.kinds.words import words as own_words
from tests.support.everything import everything
from tests.support.goldens import Goldens
from tests.support.making import Built, build, build_body, build_in, handout
from tests.support.onpage import contrasts, off_page
from tests.support.reading import poppler_text, poppler_tree, smallest_type, words
from tests.support.verapdf import validate
from tests.support.written import written

ROOT = Path(__file__).parents[2]
NAME = "tuning-into-your-baby"


@pytest.fixture(scope="module")
def leaflet() -> Built:
    return build_in(ROOT, NAME)


@pytest.fixture(scope="module")
def whole() -> Built:
    """Every block there is."""
    return build(everything("Some words"))


@pytest.fixture(scope="module")
def body() -> list[str]:
    """The words of the file, as far as they are the body's and stand where they were written."""
    text = (ROOT / f"handouts/{NAME}.yaml").read_text(encoding="utf-8")
    blocks = [block for block in yaml.load(text, yaml.BaseLoader)["body"] if "help" not in block]
    return written(yaml.safe_dump(blocks, allow_unicode=True, sort_keys=False, default_style='"'))


def without_notes(said: list[str]) -> list[str]:
    """Words without the raised numbers of sources: `visitor.2, 3, 4` is `visitor.`"""
    return re.sub(r"(?<=[.,?!])\d(?:, ?\d)*(?= |$)", "", " ".join(said)).split()


def test_it_builds_on_two_sides_with_sound_tags(leaflet: Built) -> None:
    assert leaflet.errors == []
    assert leaflet.pages == 2
    assert leaflet.lint == []


def test_its_words_come_back_in_the_order_of_the_file(leaflet: Built, body: list[str]) -> None:
    said = without_notes(leaflet.words())
    start = next(i for i in range(len(said)) if said[i : i + 8] == body[:8])
    assert said[start : start + len(body)] == body


def test_title_and_message_stand_before_and_the_help_strip_after(leaflet: Built) -> None:
    said = " ".join(leaflet.words())
    order = [
        "Tuning into your baby",
        "Watch first, then answer.",
        "What tuning in means",
        own_words("en-GB")["help-strip"],
    ]
    places = [said.index(text) for text in order]
    assert places == sorted(places)


@pytest.mark.poppler
def test_poppler_reads_the_same_tree(leaflet: Built, body: list[str]) -> None:
    said = without_notes(words("".join(re.findall(r'^ *"(.*)"$|(?<=\n)', poppler_tree(leaflet.data), re.MULTILINE))))
    assert [word for word in body if word not in " ".join(said)] == []


@pytest.mark.poppler
def test_no_word_is_lost_to_readers_of_the_page(leaflet: Built, body: list[str]) -> None:
    seen = set(without_notes(words(poppler_text(leaflet.data))))
    assert [word for word in body if word not in seen] == []


def test_the_smallest_type(leaflet: Built, whole: Built) -> None:
    assert smallest_type(leaflet.data) >= 9.5
    assert smallest_type(whole.data) >= 9.5


@pytest.mark.poppler
def test_every_contrast_on_the_page(leaflet: Built, whole: Built) -> None:
    for data in (leaflet.data, whole.data):
        weak = {pair: said for pair, (ratio, said) in contrasts(data).items() if ratio < 4.5 and said.strip("•")}
        assert weak == {}


def test_nothing_stands_off_its_page(leaflet: Built, whole: Built) -> None:
    assert off_page(leaflet.data) == []
    assert off_page(whole.data) == []


def test_only_embedded_fonts_and_none_of_the_standard_ones(leaflet: Built) -> None:
    assert b"Helvetica" not in leaflet.data
    with pikepdf.open(io.BytesIO(leaflet.data)) as pdf:
        for page in pdf.pages:
            assert page.obj.Tabs == "/S"
            for font in page.resources.Font.values():
                descendant = font.DescendantFonts[0]
                assert "/FontFile2" in descendant.FontDescriptor or "/FontFile3" in descendant.FontDescriptor
        assert pdf.Root.Lang == "en-GB"
        assert str(pdf.docinfo.Title) == "Tuning into your baby"


def test_the_same_words_make_the_same_bytes(leaflet: Built) -> None:
    assert build_in(ROOT, NAME).data == leaflet.data


def test_the_tree(leaflet: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", leaflet.outline)


@pytest.mark.poppler
@pytest.mark.parametrize("page", [0, 1])
def test_the_picture(page: int, leaflet: Built, goldens: Goldens) -> None:
    goldens.page(f"page-{page + 1}.png", leaflet.data, page)


@pytest.mark.verapdf
def test_the_validator_passes_it_and_a_handout_of_all_blocks(leaflet: Built, whole: Built, tmp_path: Path) -> None:
    for name, built in (("leaflet", leaflet), ("whole", whole)):
        (tmp_path / f"{name}.pdf").write_bytes(built.data)
    failures = validate(sorted(tmp_path.iterdir()))
    assert {path.name: failed for path, failed in failures.items()} == {"leaflet.pdf": [], "whole.pdf": []}


def test_what_does_not_fit_is_told_with_the_place_of_what_is_left_over() -> None:
    text = "Words that fill the page. " * 200
    body = "\n".join(f'- heading: "Part {i}"\n- text: "{text}"' for i in range(4))
    built = build(handout(body, layout="one-side"))
    assert built.data == b""
    ((line, _, code),) = built.places
    assert code == "too-long"
    assert 6 <= line <= 13
    assert "past its one side" in built.errors[0].message


def test_text_that_fits_no_arrangement_runs_on_in_plain_columns_and_loses_nothing() -> None:
    text = "Words that fill a page and run on. " * 45
    built = build_body(f'- heading: "One"\n- text: "{text}"\n- heading: "Two"\n- text: "{text * 2}"')
    assert built.errors == []
    assert built.lint == []
    assert built.words().count("Words") == 45 * 3
    assert off_page(built.data) == []


@pytest.mark.parametrize("language", ["ar", "pl", "bn", "uk"])
def test_other_languages_and_directions(language: str) -> None:
    words_ = {"ar": "طفلك معك", "pl": "Gęś łódź", "bn": "আপনার শিশু", "uk": "Їжак і ґанок"}[language]
    built = build(everything(f'"{words_}"').replace("audience: both", f"audience: both\nlanguage: {language}"))
    assert built.errors == []
    assert built.lint == []
    assert off_page(built.data) == []


@pytest.mark.parametrize(
    ("title", "body", "code", "line"),
    [("word " * 300, "- text: Words.", "too-long", 1), ("A", "\n".join(["- help: strip"] * 12), "too-long", 6)],
)
def test_a_cover_or_foot_taller_than_its_side_is_told(title: str, body: str, code: str, line: int) -> None:
    text = handout(body, layout="a4-leaflet").replace("title: Alpha", f"title: {title.strip()}")
    built = build(text)
    assert [(place[0], place[2]) for place in built.places] == [(line, code)]
    assert "taller than its side" in built.errors[0].message
    assert not built.data
