from __future__ import annotations

from bench.typst_words import source
from tests.house.test_taglint import find, saved
from tests.support.sample import sample


def test_every_kind_of_element_has_its_words() -> None:
    text, pages = source(saved(sample()))
    assert pages == 2
    for part in (
        '#heading(level: 1)[#"Tuning in"]',
        '#list([#"smiles"])',
        '#par[#"Read more"]',
        '#table(columns: 2, table.header([#"Age"], [#"0 to 3"]))',
    ):
        assert part in text


def test_words_cannot_become_code() -> None:
    pdf = sample()
    content = pdf.pages[0].Contents.read_bytes()
    hostile = '"] #panic() \\'.encode("utf-16-be").hex().encode()
    pdf.pages[0].Contents = pdf.make_stream(content.replace("Tuning in".encode("utf-16-be").hex().encode(), hostile))
    assert '#heading(level: 1)[#"\\"] #panic() \\\\"]' in source(saved(pdf))[0]


def test_pictures_are_left_out() -> None:
    pdf = sample()
    assert "Two faces" not in source(saved(pdf))[0]
    find(pdf, "Figure").S = find(pdf, "P").S
    assert source(saved(pdf))[0].count("#par") == 3
