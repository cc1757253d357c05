from __future__ import annotations

import pytest

from generator.base.scalars import Markdown
from generator.kinds.block import block_type
from tests.support.goldens import Goldens
from tests.support.making import Built, alone, build, build_body, handout, setting_of
from tests.support.written import body_tree

BODY = """\
- heading: A section
- evidence:
    known: Sure.
    argued: Less sure.
    unknown: Not known.
    so_say: Said so.
    sources: [first-1989, second-2001]
- evidence: {title: My own title, known: Only this.}
"""
PICTURE = """
- heading: A section
- evidence:
    known: Most babies notice when the face in front of them goes still.
    argued: How much one such moment tells us about life at home.
    unknown: Which babies mind most, and why.
    so_say: Every parent looks away sometimes. Coming back is what counts.
"""


def test_it_builds_and_its_tags_are_sound(built: Built) -> None:
    assert built.findings == ()
    assert built.lint == []


def test_the_tree(built: Built, goldens: Goldens) -> None:
    goldens.text("tree.txt", body_tree(built))


@pytest.mark.poppler
@pytest.mark.parametrize("language", ["en-GB", "ar"])
def test_the_picture(language: str, goldens: Goldens) -> None:
    goldens.page(f"{language}.png", alone(PICTURE, 300, language))


def test_sources_are_links_to_the_list_at_the_end(built: Built) -> None:
    assert "P Sources ,\n" in built.outline
    assert built.outline.count("Link 1") == 1
    assert built.outline.count("Link 2") == 1


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- evidence: {argued: x}", (6, 15, "missing-field")),
        ("- evidence: {known: x, sources: [frist-1989]}", (6, 36, "unknown-source")),
        ("- evidence: Just words.", (6, 15, "wrong-type")),
    ],
)
def test_what_is_wrong_is_told_at_its_place(body: str, place: tuple[int, int, str]) -> None:
    assert build_body(body).places == [place]


def test_without_a_heading_above_no_level_is_skipped() -> None:
    made = build(handout("- evidence: {known: x}"))
    assert made.lint == []
    assert "H2 How sure are we?" in made.outline
    assert "H3 What we know" in made.outline


def test_words_stand_beside_their_headings_where_there_is_room() -> None:
    setting = setting_of()
    block = block_type("evidence")
    assert block is not None
    texts = {name: Markdown("Some words about it that take one line.") for name in ("known", "argued", "unknown")}
    (card,) = block(**texts).compose(setting)
    leading = setting.scale.baseline
    assert card.height(240) - card.height(450) > 3 * leading
    assert card.narrowest() < 220
