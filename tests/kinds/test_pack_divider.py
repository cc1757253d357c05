"""The divider of a section: it fits its words, whatever they are, or says that it cannot."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.scalars import Markdown, Name, Text
from generator.kinds.frame import Frame
from generator.kinds.pack_divider import Divider
from generator.model.pack import Section
from generator.pdf.metadata import Metadata
from generator.pdf.surface import Surface
from tests.support.making import setting_of
from tests.support.measured import faults, measure
from tests.support.reading import tree_text
from tests.support.taglint import lint

WORDS = "Babies are born looking for you. "


def drawn(section: Section, language: str = "en-GB", layout: str = "sheet") -> bytes | None:
    """Draw a divider; None where its words do not fit."""
    setting = setting_of(language, layout)
    frame = Frame(setting.layout, bound=True, rtl=setting.rtl)
    part = setting.document.add("Part")
    made = Divider(setting, section, part, frame)
    if made.overrun is not None:
        assert made.overrun.lines >= 1
        assert "past its page" in made.overrun.message
        return None
    surface = Surface(Metadata("T", "A", "", "", language, "2000-01-01"), setting.document)
    surface.hues = setting.hues
    surface.begin_page(frame.width, frame.height)
    made.draw(surface, 0)
    surface.end_page()
    return surface.finish()


def section(title: str, intro: str = "", outcomes: int = 0, picture: bool = False, subtitle: str = "") -> Section:
    return Section(
        title=Text(title),
        subtitle=Text(subtitle) if subtitle else None,
        intro=Markdown(intro) if intro else None,
        outcomes=tuple(Text(f"notice thing {at}") for at in range(outcomes)),
        illustration=Name("cuddle") if picture else None,
    )


@settings(max_examples=20)
@given(
    st.sampled_from(("Session 1: ", "Part 888 – ", "")),
    st.integers(1, 12),
    st.integers(0, 60),
    st.integers(0, 8),
    st.booleans(),
    st.sampled_from(("", "What helps, and why")),
    st.sampled_from(("en-GB", "ar")),
)
def test_every_word_is_on_the_page_and_none_over_another(
    head: str, title: int, intro: int, outcomes: int, picture: bool, subtitle: str, language: str
) -> None:
    made = section(head + (WORDS * title).strip(), WORDS * intro, outcomes, picture, subtitle)
    data = drawn(made, language)
    if data is None:
        assert title > 3 or intro > 30
        return
    assert faults(measure(data, 36)) == []
    read = " ".join(tree_text(data).split())
    if language == "ar":  # lines of it stand in visual order
        return
    assert read.count("Babies are born") == title + intro
    assert read.count("notice thing") == outcomes
    assert not subtitle or subtitle in read


def test_the_number_is_for_the_eye_alone() -> None:
    data = drawn(section("Session 7: Stay near", picture=True))
    assert data is not None
    assert " ".join(tree_text(data, alt=False).split()) == "Session 7: Stay near"


@pytest.mark.parametrize("title", ["Session 7: Stay near", "Resources"])
def test_its_tags_are_sound(title: str) -> None:
    data = drawn(section(title, WORDS, 3, True))
    assert data is not None
    assert [error for error in lint(data) if "H1" not in error and "no heading" not in error] == []  # the cover has it


def test_a_title_that_is_too_long_is_told() -> None:
    assert drawn(section("Session 1: " + WORDS * 60)) is None
