"""The packs that ship: nothing missing, nothing that does not add up, no word that we may not say."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from generator.base.fields import Fields
from generator.base.findings import Findings
from generator.base.prose import Markdown, Text
from generator.blocks.help import Help
from generator.blocks.planner import Planner
from generator.catalog.art import DRAWINGS
from generator.catalog.brands import brand_names
from generator.catalog.handouts import handout_names, load_assets
from generator.catalog.packs import pack_names, read_pack
from generator.catalog.workspace import Workspace
from generator.kinds.block import Block, read_blocks
from generator.model.brand import WORDS
from generator.model.inline import PLACEHOLDER, stray_braces
from generator.model.pack import Facilitator, Item, Pack, Worksheet
from generator.packs import make_pack
from generator.pipeline import Order, Works
from generator.stages.shape import shape
from tests.support.command import ROOT

SHELF = Workspace(ROOT, ROOT)
PACKS = pack_names(SHELF)
MOST_WORDS = 20  # of a sentence on a parent's page
ASKED_FOR = {"safeguarding_lead", "trainer", "name"}  # what a pack may ask of a brand

# Said of people who attended, they promise too much; said of babies, studies do not bear them out.
BANNED = (
    "qualified|qualification|accredited|accreditation|certified|cpd|hard-?wired|irreversible|"
    "will not regenerate|atrophied|critical window|window closes|million connections|million neural|vagal|"
    "vagus|mirror neuron|empathy neurons|disorganised|attachment disorder|toxic stress|brain damage|"
    "healing power|bad parent|good mother|you must bond|walnut|colic cure"
)
_BANNED = re.compile(rf"\b(?:{BANNED})", re.IGNORECASE)
_BRAND = re.compile("|".join(word.replace("-", " ") for word in brand_names(SHELF)), re.IGNORECASE)
_CITED = re.compile(r"\[@([^\]\s]+)\]")


@dataclass(frozen=True)
class Read:
    """A pack, and the blocks of its sheets, of their answers and of its notes."""

    pack: Pack
    blocks: dict[str, tuple[Block, ...]]
    answers: dict[str, tuple[Block, ...]]
    notes: tuple[Block, ...]
    said: tuple[str, ...]

    def all_blocks(self) -> Iterator[Block]:
        """Yield all that stand at the top of a sheet or a page."""
        for shelf in (self.blocks, self.answers):
            for blocks in shelf.values():
                yield from blocks
        yield from self.notes


@cache
def read(name: str) -> Read:
    findings = Findings()
    pack = read_pack(SHELF, name, findings)
    assert pack is not None, findings.all
    blocks = {str(sheet.title): read_blocks(sheet.body, findings) for sheet in sheets(pack)}
    answers = {
        str(sheet.title): read_blocks(sheet.answers, findings) for sheet in sheets(pack) if sheet.answers is not None
    }
    bodies = [notes.body for notes in facilitators(pack) if notes.body is not None]
    more = tuple(block for body in bodies for block in read_blocks(body, findings))
    return Read(pack, blocks, answers, more, tuple(str(finding) for finding in findings.all))


def items(pack: Pack) -> Iterator[Item]:
    for section in pack.sections:
        yield from section.items


def sheets(pack: Pack) -> Iterator[Worksheet]:
    return (item.worksheet for item in items(pack) if item.worksheet is not None)


def facilitators(pack: Pack) -> list[Facilitator]:
    return [section.facilitator for section in pack.sections if section.facilitator is not None]


def texts(value: object) -> Iterator[str]:
    """Yield every text of a value, however deep; blocks that are not read yet have none."""
    if isinstance(value, Text | Markdown):
        yield value.raw
    elif isinstance(value, Fields):
        for field in type(value).declared():
            yield from texts(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from texts(one)


def all_texts(name: str) -> list[str]:
    made = read(name)
    return [*texts(made.pack), *texts(tuple(made.all_blocks()))]


def parents_texts(name: str) -> Iterator[str]:
    """Yield what parents read: dividers and sheets, without the leader's."""
    made = read(name)
    for section in made.pack.sections:
        yield from texts((section.title, section.subtitle, section.intro, section.outcomes))
        for item in section.items:
            if item.worksheet is not None and item.audience != "trainer":
                sheet = item.worksheet
                yield from texts((sheet.title, sheet.subtitle, made.blocks[str(sheet.title)]))


def test_the_two_packs_are_there() -> None:
    assert {"parent-group", "practitioner-course"} <= set(PACKS)


@pytest.mark.parametrize("name", PACKS)
def test_it_reads_without_a_finding(name: str) -> None:
    assert read(name).said == ()
    assert all(read(name).blocks.values())


@pytest.mark.parametrize("name", PACKS)
def test_sheets_have_names_of_their_own(name: str) -> None:
    titles = [str(sheet.title) for sheet in sheets(read(name).pack)]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("name", PACKS)
def test_every_session_adds_up(name: str) -> None:
    sections = read(name).pack.sections
    assert len(facilitators(read(name).pack)) == len(sections)
    for notes in facilitators(read(name).pack):
        assert sum(stage.minutes or 0 for stage in notes.running_order) == notes.minutes
        assert len(notes.say) == 3
        assert min(len(notes.aims), len(notes.kit), len(notes.questions), len(notes.adaptations)) >= 3


def test_sessions_take_the_time_that_was_planned() -> None:
    def minutes(name: str) -> list[int]:
        return [notes.minutes or 0 for notes in facilitators(read(name).pack)]

    assert minutes("practitioner-course") == [150] * 4
    group = minutes("parent-group")
    assert len(group) == 6
    assert all(60 <= one <= 75 for one in group)


@pytest.mark.parametrize("name", PACKS)
def test_dividers_say_what_people_will_do(name: str) -> None:
    for number, section in enumerate(read(name).pack.sections, 1):
        assert str(section.title).startswith(f"Session {number}: ")
        assert section.subtitle
        assert section.intro
        assert len(section.outcomes) == 3
        assert all(str(outcome)[0].islower() for outcome in section.outcomes)  # 'You will' stands before them


@pytest.mark.parametrize("name", PACKS)
def test_handouts_exist_and_stand_once(name: str) -> None:
    named = Counter(str(item.handout) for item in items(read(name).pack) if item.handout is not None)
    assert set(named) <= set(handout_names(SHELF))
    assert max(named.values()) == 1


@pytest.mark.parametrize("name", PACKS)
def test_illustrations_exist(name: str) -> None:
    pack, drawn = read(name).pack, SHELF.names(DRAWINGS, ".svg")
    wanted = [section.illustration for section in pack.sections]
    wanted += [
        pack.cover.illustration if pack.cover else None,
        pack.certificate.illustration if pack.certificate else None,
    ]
    wanted += [sheet.illustration for sheet in sheets(pack) if sheet.illustration is not None]
    wanted += [
        panel.illustration
        for block in read(name).all_blocks()
        for panel in getattr(block, "items", ())
        if getattr(panel, "illustration", None) is not None
    ]
    assert [one for one in wanted if one not in drawn] == []


@pytest.mark.parametrize("name", PACKS)
def test_sources_exist_and_say_how_they_were_seen(name: str) -> None:
    findings = Findings()
    known = load_assets(SHELF, findings).sources
    assert findings.errors == []
    cited = {key for text in all_texts(name) for key in _CITED.findall(text)}
    assert cited
    assert [key for key in sorted(cited) if key not in known or known[key].seen is None] == []
    assert all(any(_CITED.search(line.raw) for line in notes.evidence) for notes in facilitators(read(name).pack))


@pytest.mark.parametrize("name", PACKS)
def test_every_session_says_what_is_not_known(name: str) -> None:
    for notes in facilitators(read(name).pack):
        assert any("do not know" in line.raw for line in notes.evidence)


@pytest.mark.parametrize("name", PACKS)
def test_no_word_promises_too_much(name: str) -> None:
    assert [text for text in all_texts(name) if _BANNED.search(text)] == []


@pytest.mark.parametrize("name", PACKS)
def test_what_changes_from_place_to_place_is_asked_of_the_brand(name: str) -> None:
    for text in all_texts(name):
        assert stray_braces(text) == []
        for match in PLACEHOLDER.finditer(text):
            assert match[1] in ASKED_FOR or match[1] in WORDS
            assert match[2] is not None or match[1] in WORDS, f"'{match[1]}' has no default: {text}"
    pack = read(name).pack
    told = set(texts(pack.review))  # who owns the words is said as in a handout
    assert [text for text in all_texts(name) if text not in told and _BRAND.search(text)] == []
    for notes in facilitators(read(name).pack):
        assert notes.safety is not None
        assert "setting.safeguarding_lead" in notes.safety.raw


@pytest.mark.parametrize("name", PACKS)
def test_no_number_to_ring_is_typed(name: str) -> None:
    assert [text for text in all_texts(name) if re.search(r"\b(?:999|111|112)\b|\b0\d{3,4}[ -]?\d{3}", text)] == []


def test_parents_read_short_sentences() -> None:
    long = []
    for text in parents_texts("parent-group"):
        plain = PLACEHOLDER.sub("lead", _CITED.sub("", text))
        for sentence in re.split(r"(?<=[.?!:])[”\s]+|\n\s*\n", plain):
            if len(sentence.split()) > MOST_WORDS:
                long.append(sentence)
    assert long == []


@pytest.mark.parametrize("name", PACKS)
def test_what_nobody_signs_has_no_line_for_a_name(name: str) -> None:
    unsigned = re.compile("No name needed|^Register")
    signed = [str(sheet.title) for sheet in sheets(read(name).pack) if sheet.named]
    said = {str(sheet.title): f"{sheet.title} {sheet.subtitle}" for sheet in sheets(read(name).pack)}
    assert [title for title in signed if unsigned.search(said[title])] == []


def test_confidence_is_asked_in_the_same_words_before_and_after() -> None:
    grids = [
        next(block for block in blocks if isinstance(block, Planner))
        for title, blocks in read("practitioner-course").blocks.items()
        if title.startswith("How sure do I feel?")
    ]
    before, after = (list(texts(grid)) for grid in grids)
    assert before == after
    assert isinstance(grids[0].rows, tuple)
    assert len(grids[0].rows) == 6


def test_shaking_is_told_with_the_four_steps_and_the_help_strip() -> None:
    shaped = shape(Workspace(ROOT, ROOT), "when-baby-cries", Findings())
    assert shaped is not None
    blocks = shaped.blocks
    said = "\n".join(texts(blocks))
    assert [step for step in ("Check", "Comfort", "Pause safely", "Call") if step not in said] == []
    assert "Never shake a baby" in said
    assert isinstance(blocks[-1], Help)


@pytest.mark.parametrize("name", PACKS)
def test_a_certificate_says_that_people_attended_and_no_more(name: str) -> None:
    certificate = read(name).pack.certificate
    assert certificate is not None
    assert certificate.accredited_by is None


def bookmarks(data: bytes) -> list[tuple[str, int]]:
    """Return every bookmark with the page, from 0, that it leads to."""
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        pages = [page.objgen for page in pdf.pages]
        marks = [mark for root in outline.root for mark in (root, *root.children)]
        return [(mark.title, pages.index(mark.destination[0].objgen)) for mark in marks]  # type: ignore[index]


@cache
def trainers_copy(name: str) -> bytes:
    works = Works(ROOT)
    made = make_pack(works, name, "trainer", Order(), lambda _done, _all, _what: None)
    assert made is not None, works.findings.all
    return made.rendered.data


@pytest.mark.parametrize("name", PACKS)
def test_every_sheet_takes_one_page(name: str) -> None:
    marks = bookmarks(trainers_copy(name))
    after = {title: (there, title_after) for (title, _), (title_after, there) in pairwise(marks)}
    pages = dict(marks)
    long = []
    for title in read(name).blocks:
        there, next_title = after[title]
        filler = 1 if re.match(r"Session \d+:", next_title) else 0  # a session begins on a right-hand page
        if there - pages[title] > 1 + filler:
            long.append(title)
    assert long == []


@pytest.mark.parametrize("name", PACKS)
def test_a_line_for_a_name_stands_where_one_is_asked(name: str) -> None:
    pages = dict(bookmarks(trainers_copy(name)))
    with closing(PdfDocument(trainers_copy(name))) as pdf:
        for sheet in sheets(read(name).pack):
            with closing(pdf[pages[str(sheet.title)]]) as page, closing(page.get_textpage()) as words:
                assert bool(re.search(r"^(?:.* )?Name\s*$", words.get_text_range(), re.MULTILINE)) == sheet.named, sheet
