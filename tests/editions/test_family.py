"""Every edition of every handout: the same words in the same order, nothing too small, nothing off a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from generator.catalog.handouts import handout_names
from generator.catalog.workspace import open_workspace
from generator.kinds.edition import edition_names, load_edition
from tests.support.everything import everything
from tests.support.making import Built, build, build_in
from tests.support.onpage import contrasts, off_page
from tests.support.reading import smallest_type
from tests.support.verapdf import validate

ROOT = Path(__file__).parents[2]
NAMES = handout_names(open_workspace(ROOT))
OTHERS = edition_names()[1:]
LOOKED_AT = ("emotional-milestones", "calm-carer-check-in")
SOURCES = ["Where", "this", "comes", "from"]
HELP = ["If", "you", "need", "help"]
BOOKLETS = ("ghosts-and-angels",)
COVER = 40  # words
# what a page says of the setting, which depends on the room at its foot; taken from both sides that are compared
FURNITURE = {"·", "☐", "Talk", "to", "us", "Scan", "open", "Relationships", "first"}
FURNITURE |= {"hello@littleroom.example", "01632", "960", "142", "littleroom.example"}


@cache
def usual(name: str) -> Built:
    return build_in(ROOT, name)


def body_of(words: Sequence[str]) -> list[str]:
    return [word for word in words[: at(SOURCES, words)] if word not in FURNITURE]


def at(few: Sequence[str], words: Sequence[str]) -> int:
    return next((i for i in range(len(words)) if list(words[i : i + len(few)]) == few), len(words))


def in_order(few: Sequence[str], many: Sequence[str]) -> bool:
    rest = iter(many)
    return all(word in rest for word in few)


@pytest.mark.parametrize("name", NAMES)
def test_every_edition_says_the_same_words_in_the_same_order(name: str) -> None:
    said = body_of(usual(name).words())
    assert len(said) > 20
    for edition in OTHERS:
        built = build_in(ROOT, name, edition=edition)
        assert built.errors == [], edition
        if name in LOOKED_AT:
            assert built.lint == [], edition
        assert off_page(built.data) == [], edition
        assert smallest_type(built.data) >= load_edition(edition).smallest, edition
        got = body_of(built.words())
        if name in BOOKLETS:  # it lists its chapters where it has many pages; ages and help stand elsewhere
            assert in_order(said[COVER : at(HELP, said)], got), edition
            assert not Counter(said) - Counter(built.words()), edition
        else:
            assert got == said, edition


@pytest.mark.verapdf
def test_the_validator_passes_every_block_in_every_edition(tmp_path: Path) -> None:
    for edition in OTHERS:
        built = build(everything("Some *slanted* words"), edition=edition)
        assert built.errors == [], edition
        (tmp_path / f"{edition}.pdf").write_bytes(built.data)
    assert {path.stem: failed for path, failed in validate(sorted(tmp_path.iterdir())).items() if failed} == {}


@pytest.mark.poppler
@pytest.mark.parametrize("edition", OTHERS)
@pytest.mark.parametrize("name", LOOKED_AT[1:])
def test_contrasts_hold_on_the_finished_page(name: str, edition: str) -> None:
    data = build_in(ROOT, name, edition=edition).data
    assert {p: s for p, (ratio, s) in contrasts(data).items() if ratio < 4.5 and s.strip("•")} == {}
