"""The road of a pack: what is read, what is bound, what is told on the way; the same bytes wherever it is made."""

from __future__ import annotations

import gc
import io
import re
import shutil
from pathlib import Path

import pikepdf
import pytest

from generator.kinds.pack_sheets import NOTHING
from generator.model.handout import Handout
from generator.stages.bind import Binder
from tests.support.command import process
from tests.support.goldens import Goldens
from tests.support.making import BENCH, Built, build_in
from tests.support.measured import faults, measure
from tests.support.packs import COPIES, WORDS, bind, bind_in, pack_workspace, small
from tests.support.pdftree import read_tree
from tests.support.readback import bookmarks, links, printed, sizes, texts
from tests.support.reading import smallest_type

HEAD = "title: T\naudience: both\n"
PLAIN = HEAD + "sections:\n  - title: S\n    items: [play]\n"


def titles(built: Built) -> list[str]:
    return [mark.title for mark in bookmarks(built.data)]


@pytest.mark.parametrize("copy", COPIES)
def test_the_tree(copy: str, goldens: Goldens) -> None:
    outline = small("trainer" if copy == "trainer" else "learner").outline
    goldens.text(f"{copy}.txt", outline.replace(WORDS * 12, WORDS + "(12 times)\n"))


@pytest.mark.poppler
@pytest.mark.parametrize(
    ("name", "page"), [("cover", 0), ("contents", 1), ("divider", 2), ("sheet", 6), ("sources", 11)]
)
def test_the_pages(name: str, page: int, goldens: Goldens) -> None:
    goldens.page(f"{name}.png", small().data, page)


def test_every_part_is_told_as_it_comes_with_how_many_there_are() -> None:
    seen: list[tuple[int, int, str]] = []
    bind_in(pack_workspace(), "small", "learner", brand=BENCH, seen=seen)
    assert [title for _, _, title in seen] == [
        "Session 1: Stay near", "Calm is catching", "What I saw", "Resources", "Play together", "Session 2: Goodbye",
    ]  # fmt: skip
    assert [(at, count) for at, count, _ in seen] == [(at, 6) for at in range(6)]


def test_the_least_that_a_pack_can_be() -> None:
    built = bind(HEAD + "contents: false\nsections:\n  - title: S\n")
    assert built.errors == []
    assert built.lint == []
    assert titles(built)[0] == "S"
    assert built.pages % 2 == 0  # the back cover is a left-hand page


@pytest.mark.parametrize("contents", ["true", "false"])
@pytest.mark.parametrize("sections", [1, 2, 3])
def test_a_section_begins_and_the_back_cover_ends_on_the_right_side_of_a_sheet(contents: str, sections: int) -> None:
    one = "  - title: S\n    items: [play]\n"
    built = bind(HEAD + f"contents: {contents}\nsections:\n" + one * sections)
    assert [mark.page % 2 for mark in bookmarks(built.data) if mark.title == "S"] == [0] * sections
    assert built.pages % 2 == 0


def test_a_handout_may_stand_twice_and_keeps_its_names_apart() -> None:
    built = bind(PLAIN + "  - title: Again\n    items: [play, calm]\n")
    assert built.lint == []
    assert titles(built).count("Play together") == 2


def test_sources_are_numbered_once_for_the_whole_pack() -> None:
    said = " ".join(texts(small().data)[11].split())
    assert re.findall(r"(\d)\. (First|Second|Third)", said) == [("1", "First"), ("2", "Second")]


def test_a_pack_in_another_language_takes_translations_where_there_are() -> None:
    files = {"handouts/play.pl.yaml": "title: Zabawa\naudience: parents\nlanguage: pl\nbody:\n  - text: Raz\n"}
    built = bind(PLAIN.replace("items: [play]", "items: [play, songs]") + "language: pl\n", files=files)
    assert "Zabawa" in titles(built)
    assert "Songs for the bath" in titles(built)
    assert built.lint == []


def test_one_thing_may_be_set_in_another_edition() -> None:
    built = bind(PLAIN.replace("[play]", "[songs, {handout: play, edition: large-print}]"))
    page = {mark.title: mark.page for mark in bookmarks(built.data)}
    assert built.lint == []
    assert "Large print" in texts(built.data)[page["Play together"]]
    assert "Large print" not in texts(built.data)[page["Songs for the bath"]]


def test_nobody_is_told_of_sources_where_none_is_cited() -> None:
    built = bind(HEAD + "sections:\n  - title: S\n    items: [songs]\n")
    assert built.errors == []
    assert built.lint == []
    assert "Pages" not in " ".join(texts(built.data))


def test_many_sections_take_more_pages_of_contents_and_every_number_holds() -> None:
    built = bind(HEAD + "sections:\n" + "".join(f'  - title: "Part {i}: {WORDS[:60]}"\n' for i in range(1, 41)))
    assert built.lint == []
    marks = [mark for mark in bookmarks(built.data) if mark.title.startswith("Part")]
    assert len(marks) == 40
    assert marks[0].page >= 3
    numbers = printed(built.data)
    assert all(
        number is not None and number.number == marks[at].page + 1
        for at, number in enumerate(numbers[m.page] for m in marks)
    )


def test_titles_stand_plain_and_filled_in_wherever_they_are_named() -> None:
    named = "{{ setting.name }}"
    files = {"handouts/own.yaml": f"title: 'Play at {named}'\naudience: both\nbody: [{{text: One.}}]\n"}
    section = f"  - title: 'Part 1: **Stay** at {named}'\n    items:\n      - own\n"
    section += "      - worksheet: {title: My *own* notes, body: [{text: Two.}]}\n"
    built = bind(HEAD + "sections:\n" + section, files=files)
    assert built.lint == []
    wanted = ["Part 1: Stay at Bench Nursery", "Play at Bench Nursery", "My own notes"]
    assert titles(built)[1:] == wanted
    pages = [" ".join(page.split()) for page in texts(built.data)]
    assert all(title.removeprefix("Part 1: ") in pages[1] for title in wanted)  # the contents
    assert not [page for page in pages if "{" in page or "*" in page]


@pytest.mark.parametrize("where", ["title", "intro", "subtitle"])
def test_a_divider_that_is_too_full_is_told(where: str) -> None:
    full = (WORDS * 60).strip()
    section = f"  - title: {full if where == 'title' else 'S'}\n"
    section += f"    {where}: {full}\n" if where != "title" else ""
    built = bind(HEAD + "sections:\n" + section)
    assert built.data == b""
    assert {code for *_, code in built.places} & {"too-long"}
    assert all(line >= 4 for line, *_ in built.places)


def test_a_cover_that_is_too_full_is_told() -> None:
    built = bind(PLAIN.replace("title: T", f"title: {WORDS * 20}"))
    assert (1, 8, "too-long") in built.places


DEEP = "title: {}\naudience: both\nbody:\n  - text: See [below](#deep).\n"
DEEP += "  - heading: {{text: Deep, id: deep}}\n  - text: x\n"


def test_links_inside_a_handout_stay_in_it() -> None:
    files = {f"handouts/deep-{at}.yaml": DEEP.format(f"Deep {at}") for at in (1, 2)}
    built = bind(HEAD + "sections:\n  - title: S\n    items: [deep-1, deep-2]\n", files=files)
    assert built.lint == []
    marks = {mark.title: mark.page for mark in bookmarks(built.data)}
    found = [link for link in links(built.data) if link.words == "below"]
    assert [link.to for link in found] == [link.page for link in found] == [marks["Deep 1"], marks["Deep 2"]]


def test_a_link_to_what_this_copy_does_not_hold_names_it() -> None:
    text = HEAD + "sections:\n  - title: S\n    items: [calm, {handout: play, audience: trainer}]\n"
    learner, trainer = (bind(text, copy) for copy in COPIES)
    assert "the play sheet (“Play together”)" in " ".join(" ".join(texts(learner.data)).split())
    assert "the play sheet" in [link.words for link in links(trainer.data)]


def test_a_handout_that_stands_alone_names_another_once() -> None:
    alone = [" ".join(build_in(pack_workspace(), name, brand=BENCH).words()) for name in ("calm", "play")]
    assert "See the play sheet (“Play together”), and all about songs (“Songs for the bath”)." in alone[0]
    assert "Go back to Calm is catching at any time." in alone[1]


def test_a_part_in_another_language_says_so() -> None:
    text = PLAIN + "      - worksheet: {title: Raz, language: pl, body: [{text: Dwa}]}\n"
    built = bind(text.replace("items: [play]\n", "items:\n      - play\n"))
    with pikepdf.open(io.BytesIO(built.data)) as pdf:
        parts = [element.obj for element in read_tree(pdf)[0].walk() if element.role == "Part"]
        assert [(str(part.T), str(part.get("/Lang", ""))) for part in parts if "/T" in part][1:3] == [
            ("Play together", "en-GB"),
            ("Raz", "pl"),
        ]


def test_a_source_that_a_handout_names_and_does_not_cite_is_listed() -> None:
    files = {"handouts/quiet.yaml": DEEP.format("Quiet") + "sources: [third-2003]\n"}
    built = bind(HEAD + "sections:\n  - title: S\n    items: [quiet]\n", files=files)
    assert "Third C (2003). A third study. A third journal." in " ".join(" ".join(texts(built.data)).split())


# The same everywhere


def test_the_same_bytes_twice_in_one_process() -> None:
    again = bind_in(pack_workspace(), "small", "trainer", brand=BENCH)
    assert again.data == small("trainer").data


def test_the_same_bytes_in_another_process_folder_zone_language_and_hash_order(tmp_path: Path) -> None:
    there = tmp_path / "elsewhere and far"
    shutil.copytree(pack_workspace(), there)
    for name in (there / "handouts/packs").glob("made*"):
        name.unlink()
    asked = ["pack", "small", "--copy", "trainer", "--brand", BENCH, "-o", "out"]
    more = {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LANG": "pl_PL.UTF-8", "LC_ALL": "C"}
    said = process(there, *asked, **more)
    assert said.code == 0, said.err
    (path,) = (there / "out").glob("*.pdf")
    assert path.read_bytes() == small("trainer").data


# What eyes meet


@pytest.mark.parametrize("edition", ["standard", "large-print", "ink-saver"])
@pytest.mark.parametrize("brand", ["little-room", "hartwell", "acorn-lane"])
def test_nothing_an_eye_would_trip_over(brand: str, edition: str) -> None:
    built = bind_in(pack_workspace(), "small", "trainer", brand=brand, edition=edition)
    assert built.errors == []
    least = 16.0 if edition == "large-print" else 9.5
    assert faults(measure(built.data, 72), smallest=least) == []
    assert smallest_type(built.data) >= least - 0.01


ARABIC = "طفلك ينظر إليك انتظر ثم ابتسم "
RTL = f"""\
title: {ARABIC}
audience: parents
language: ar
notes_pages: 1
certificate: {{title: {ARABIC}, hours: "3"}}
sections:
  - title: "الجلسة 1: {ARABIC}"
    intro: {ARABIC * 3}
    outcomes: [{ARABIC}, {ARABIC}]
    items:
      - worksheet: {{title: {ARABIC}, label: {ARABIC}, body: [{{text: {ARABIC * 400}}}, {{bullets: [{ARABIC}]}}]}}
"""


def test_a_pack_that_runs_leftwards_has_its_spine_on_the_right() -> None:
    built = bind(RTL)
    assert built.errors == []
    assert built.lint == []
    assert faults(measure(built.data, 60)) == []
    numbers = printed(built.data)
    wide, tall = sizes(built.data)[0]
    assert wide < tall
    told = [(page, number) for page, number in enumerate(numbers) if number is not None]
    assert len(told) >= 5
    for page, number in told:
        assert number.number == page + 1
        assert (number.across < 0.5) == (page % 2 == 0)  # the outer edge of the front is the left one


def test_a_handout_is_let_go_when_it_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    heads: list[int] = []
    finish = Binder.finish

    def counted(self: Binder) -> tuple[bytes, int] | None:
        gc.collect()
        heads.append(sum(isinstance(each, Handout) and each.body is not NOTHING for each in gc.get_objects()))
        return finish(self)

    before = sum(isinstance(each, Handout) and each.body is not NOTHING for each in gc.get_objects())
    monkeypatch.setattr(Binder, "finish", counted)
    bind_in(pack_workspace(), "small", "learner", brand=BENCH)
    assert heads[0] - before <= 1  # the last part
