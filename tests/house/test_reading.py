from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import String

from tests.house.test_taglint import find, rewrite, saved
from tests.support import reading
from tests.support.content import to_unicode
from tests.support.sample import A5, WORDS, sample


def test_words_come_in_tree_order_over_pages() -> None:
    assert reading.tree_words(saved(sample())) == WORDS.split()


def test_figures_can_be_left_out() -> None:
    assert "faces" not in reading.tree_words(saved(sample()), alt=False)


def test_order_is_that_of_the_tree_not_of_the_page() -> None:
    pdf = sample()
    whole = find(pdf, "Document")
    whole.K = pikepdf.Array([*list(whole.K)[1:], whole.K[0]])
    assert reading.tree_words(saved(pdf))[-2:] == ["Tuning", "in"]


def test_words_that_nothing_parts_join() -> None:
    pdf = sample()
    rewrite(pdf, b"\x00".hex().encode() + b"67", b"0067", page=1)
    rewrite(pdf, b"006900ad>", b"0069>")  # without the soft hyphen it is still one word
    assert "signs" in reading.tree_words(saved(pdf))
    rewrite(pdf, b"0069>", b"00690020>")
    assert "signs" not in reading.tree_words(saved(pdf))


def test_actual_text_is_read_instead() -> None:
    pdf = sample()
    rewrite(pdf, b"BT", b"/Span <</ActualText (Listening)>> BDC BT")
    rewrite(pdf, b"ET", b"ET EMC")
    find(pdf, "LBody").ActualText = String("grins")
    got = reading.tree_words(saved(pdf))
    assert got[0] == "Listening"
    assert "grins" in got
    assert "smiles" not in got
    assert "Tuning" not in got


def test_artifacts_are_not_read() -> None:
    pdf = sample()
    rewrite(pdf, b"/Artifact BMC", b"/Artifact BMC BT /F1 9 Tf <00500031> Tj ET")
    assert reading.tree_words(saved(pdf)) == WORDS.split()


def test_outline_is_for_people() -> None:
    assert reading.tree_outline(saved(sample()))[:4] == [
        "Document",
        "  H1 Tuning in",
        "  P Watch for small signs and wait",
        "  Figure Two faces",
    ]


def test_to_unicode_reads_chars_ranges_and_arrays() -> None:
    cmap = (
        b"2 beginbfchar <01> <0066006C> <0002> <D83DDE00> endbfchar 2 beginbfrange <10> <12> <0041> "
        b"<20> <21> [<0061> <0062 0063>] endbfrange"
    ).replace(b"0062 0063", b"00620063")
    assert to_unicode(cmap) == {1: "fl", 2: "😀", 16: "A", 17: "B", 18: "C", 32: "a", 33: "bc"}


def test_type_sizes_follow_the_matrix() -> None:
    pdf = sample()
    rewrite(pdf, b"BT /F1 12 Tf 40 536 Td", b"0.5 0 0 0.5 0 0 cm BT /F1 12 Tf 80 900 Td")
    data = saved(pdf)
    assert reading.smallest_type(data) == 6
    assert set(reading.type_sizes(data)) == {6, 12}
    assert "W" in reading.type_sizes(data)[6]


def test_no_text_has_no_smallest_type() -> None:
    pdf, buffer = pikepdf.new(), io.BytesIO()
    pdf.add_blank_page()
    pdf.save(buffer)
    with pytest.raises(ValueError, match="empty"):
        reading.smallest_type(buffer.getvalue())


@pytest.mark.poppler
def test_poppler_reads_text_and_tree() -> None:
    data = saved(sample())
    assert "Tuning in" in reading.poppler_text(data)
    tree = reading.poppler_tree(data)
    assert "H1" in tree
    assert "smiles" in tree


@pytest.mark.poppler
def test_rasters_are_one_a_page() -> None:
    pages = reading.rasters(saved(sample()), dpi=36, grey=True)
    assert [page.size for page in pages] == [(round(A5[0] / 2), pytest.approx(A5[1] / 2, abs=1))] * 2
    assert {page.mode for page in pages} == {"L"}


@pytest.mark.poppler
def test_a_tool_that_fails_says_why() -> None:
    with pytest.raises(RuntimeError, match="pdftotext"):
        reading.poppler_text(b"no pdf")
