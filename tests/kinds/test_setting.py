"""Placeholders, citations, links and missing glyphs: told where they stand."""

from __future__ import annotations

import pytest

from tests.support.making import build_body
from tests.support.written import body_words


def test_placeholders_are_filled_from_the_brand_and_never_read_as_markdown() -> None:
    made = build_body("""
        - text: "Ring {{ setting.phone }} or {{ setting.name }}."
        - text: '{{ setting.nobody | default: "**us**" }}'
    """)
    assert made.errors == []
    assert body_words(made) == ["Ring", "01632", "960", "001", "or", "Bench", "Nursery.", "**us**"]


def test_placeholders_are_filled_in_the_review_and_in_a_credit() -> None:
    review = "review: {owner: '{{ setting.name }}', reviewers: ['A of {{ setting.name }}'], version: 1.10}"
    image = "- image: {file: images/blot.png, alt: x, credit: 'Photo by {{ setting.name }}'}"
    made = build_body(image, head=review)
    assert made.errors == []
    said = " ".join(made.words())
    assert "Version 1.10" in said
    assert "Made by Bench Nursery" in said
    assert "Checked by A of Bench Nursery" in said
    assert "Photo by Bench Nursery" in said


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('"Ring {{ setting.fone }}"', (6, 17, "unknown-placeholder")),
        ('"Ring {{ phone }}"', (6, 17, "bad-placeholder")),
        ('"It is so. [@third-1999]"', (6, 22, "unknown-source")),
        ('"See [there](#nowhere)"', (6, 23, "unknown-id")),
        ('"a \\U0001F600"', (6, 14, "missing-glyph")),
    ],
)
def test_a_fault_in_a_text_has_its_line_and_column(text: str, place: tuple[int, int, str]) -> None:
    line, column, code = place
    ((found_line, found_column, found),) = build_body(f"- text: {text}").places
    assert (found_line, found) == (line, code)
    assert abs(found_column - column) <= 2


def test_sources_are_numbered_by_their_first_mention_and_listed_once() -> None:
    made = build_body('- text: "One. [@second-2001] Two. [@first-1989] Three. [@second-2001]"')
    assert made.lint == []
    said = " ".join(made.words(labels=True))
    assert said.index("Second B (2001)") < said.index("First A (1989)")
    assert said.count("Second B") == 1


def test_sources_kept_in_the_file_have_no_numbers() -> None:
    body = '- text: "One. [@second-2001][@first-1989] Two."\n- quote: {text: Three., source: first-1989}'
    made = build_body(body, head="sources: {show: file-only, keys: [first-1989]}")
    assert made.errors == []
    assert made.lint == []
    assert "Alpha One. Two. Three. Talk to us" in " ".join(made.words(labels=True))
    assert b"source:" not in unpacked(made.data)


def test_a_link_opens_what_it_says() -> None:
    made = build_body('- text: "[Read](https://example.org/a_b) or [write](mailto:a@b.example) or [ring](tel:+44123)."')
    assert made.lint == []
    for target in (b"https://example.org/a_b", b"mailto:a@b.example", b"tel:+44123"):
        assert target in unpacked(made.data)


def unpacked(data: bytes) -> bytes:
    import io

    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


@pytest.mark.parametrize("signs", ["2.", "-", "**", "[](https://example.org)", "\\\\", "__init__", "* *", "()", "****"])
def test_signs_alone_are_what_they_look_like(signs: str) -> None:
    made = build_body(f'- heading: "A {signs} b"\n- text: "{signs}"\n- tip: "{signs}"\n- text: After.')
    assert made.errors == []
    assert made.lint == []
    assert body_words(made)[-1] == "After."


def test_underscores_are_letters() -> None:
    assert body_words(build_body('- text: "a __b__ _c_ **d** *e*"')) == ["a", "__b__", "_c_", "d", "e"]
