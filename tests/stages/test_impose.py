"""Sheets of real documents: the right pages, and what to do with them in plain words."""

from __future__ import annotations

import pytest

from generator.base.findings import Refused
from generator.base.units import PAPER, mm
from generator.kinds.imposition import Imposition, Scheme
from generator.model.layout import Layout
from generator.stages.impose import impose, impose_layout
from tests.support.making import Built, build, handout
from tests.support.sheets import numbered

SHORT = "print on both sides, flipped on the short edge"
LONG = "print on both sides, flipped on the long edge"
A4, A5, A6 = (PAPER[name] for name in ("A4", "A5", "A6"))


def told(pages: int, size: tuple[float, float], scheme: str, **asked: object) -> str:
    wanted = Imposition(scheme)._replace(**asked)  # type: ignore[arg-type]
    return impose(numbered([size] * pages), wanted).told


@pytest.mark.parametrize(
    ("pages", "size", "scheme", "asked", "said"),
    [
        (4, A5, "booklet", {}, f"1 sheet of A4 landscape; {SHORT}; fold it in the middle"),
        (
            8, A5, "booklet", {"duplex": "long", "caliper": mm(0.5)},
            f"2 sheets of A4 landscape; {LONG}; fold them together in the middle and staple the fold; "
            "the innermost pages stand 0.5 mm nearer to the fold",
        ),
        (
            6, A4, "booklet", {"back_cover": True},
            f"2 sheets of A3 landscape; {SHORT}; fold them together in the middle and staple the fold; "
            "2 pages are empty, before the back cover",
        ),
        (
            39, A5, "booklet", {"signature": 16},
            f"10 sheets of A4 landscape; {SHORT}; fold 4 sheets at a time, 3 signatures in all, the last with 2; "
            "bind them one after the other; 1 page is empty, at the end",
        ),
        (
            68, A5, "booklet", {},
            f"17 sheets of A4 landscape; {SHORT}; fold 4 sheets at a time (17 are too many for one fold), 5 signatures "
            "in all, the last with 1; bind them one after the other",
        ),
        (2, A4, "2up", {}, "1 sheet of A4 landscape; print on one side; pages at 71% of their size"),
        (9, A5, "2up", {"sheet": "A3"}, f"3 sheets of A3 landscape; {SHORT}"),
        (
            8, A6, "cut-stack", {},
            f"1 sheet of A4 portrait; {LONG}; cut the stack into 4 and lay the piles on one another, "
            "the top left one uppermost",
        ),
        (
            3, A5, "cut-stack", {"rtl": True},
            f"1 sheet of A4 landscape; {SHORT}; cut the stack into 2 and lay the piles on one another, "
            "the right one uppermost; 1 page is empty, at the end",
        ),
    ],
)  # fmt: skip
def test_what_to_do_is_said(
    pages: int, size: tuple[float, float], scheme: str, asked: dict[str, object], said: str
) -> None:
    assert told(pages, size, scheme, **asked) == said


def test_too_many_sheets_of_thick_paper_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        told(128, A5, "booklet", signature=128, caliper=mm(0.4))
    (error,) = refused.value.findings.errors
    assert error.code == "much-creep"
    assert "32 sheets of this paper push the inner pages 12.4 mm out" in error.message
    assert "--signature 16" in error.help


@pytest.mark.parametrize("kind", ["cards", "folded"])
def test_what_is_laid_on_sheets_already_is_refused(kind: str) -> None:
    layout = Layout(name="Made up", kind=kind, panels=(105, 105) if kind == "folded" else ())
    with pytest.raises(Refused) as refused:
        impose_layout(b"", layout, Imposition("2up"))
    assert refused.value.findings.errors[0].code == "imposed-already"


FILES = {
    "layouts/book-a5.yaml": b"""\
name: Book
kind: booklet
page: A5
margins: {top: 19.05, bottom: 19.05, inner: 18, outer: 14.82}
columns: 1
pages: {max: 48, multiple: 4}
type: {body: 12/18, min_body: 11.5}
"""
}
WORDS = {"en-GB": "Babies are born looking for you. " * 12, "ur": "آپ کا بچہ آپ کو دیکھتا ہے۔ " * 12}


def built(layout: str, language: str, sections: int) -> Built:
    part = f"- heading: {WORDS[language].split()[0]}\n- text: {WORDS[language] * (3 if layout == 'book-a5' else 1)}\n"
    body = ("" if layout == "book-a5" else "- break: page\n").join([part] * sections)
    made = build(handout(body, layout=layout, language=language), FILES)
    assert made.data, made.errors
    return made


def said(data: bytes, page: int, place: tuple[float, float, float, float] | None = None) -> list[str]:
    """The words of a place on a page, by PDFium, which may find them in another order."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    text = document[page].get_textpage()
    found = (text.get_text_bounded(*place) if place else text.get_text_bounded()).split()
    document.close()
    return sorted(found)


@pytest.mark.parametrize(
    ("layout", "language", "scheme", "order"),
    [
        ("book-a5", "en-GB", "booklet", ((8, 1), (2, 7), (6, 3), (4, 5))),
        ("book-a5", "ur", "booklet", ((1, 8), (7, 2), (3, 6), (5, 4))),
        ("book-a5", "en-GB", "cut-stack", ((1, 5), (6, 2), (3, 7), (8, 4))),
        ("sheet", "en-GB", "2up", ((1, 2), (3, 4))),
        ("sheet", "ur", "2up", ((2, 1), (4, 3))),
    ],
)
def test_each_half_of_a_sheet_has_the_words_of_its_page(
    layout: str, language: str, scheme: Scheme, order: tuple[tuple[int, int], ...]
) -> None:
    made = built(layout, language, 6 if layout == "book-a5" else 4)
    assert made.pages == sum(len(pair) for pair in order)
    sheets = impose(made.data, Imposition(scheme, rtl=language == "ur", back_cover=scheme == "booklet")).data
    for side, pair in enumerate(order):
        for half, page in enumerate(pair):
            middle = A4[1] / 2
            place = (half * middle, 0.0, (half + 1) * middle, A4[0])
            words, found = said(made.data, page - 1), said(sheets, side, place)
            assert sorted("".join(found)) == sorted("".join(words))
            if 1 < page < made.pages:
                assert str(page) in found  # the number at its foot


def test_a_back_cover_stays_at_the_back() -> None:
    made = built("sheet", "en-GB", 6)
    assert made.pages == 6
    sheets = impose(made.data, Imposition("booklet", back_cover=True)).data
    middle = PAPER["A3"][1] / 2
    assert said(sheets, 0, (0, 0, middle, 842)) == said(made.data, 5)
