"""Random handouts made of the blocks either build soundly or are told with their places; nothing else happens."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.kinds.design import Overrun, Plan
from generator.kinds.setting import Setting
from generator.kinds.tightness import Tightness
from generator.model.layout import Layout
from generator.stages import render
from generator.stages.render import Job, degrees
from tests.support.making import build, build_body, handout, setting_of
from tests.support.onpage import off_page
from tests.support.reading import words

ODD = "\u00a0\u00ad\u200b\u200d\u202f\u0301\u0308é߀–—“”…½×²→☐✓漢한ع\u0627\u0644ש্ক্ষ\U0001f600\U000f0000\u2028\x07\ufffd"
PLAIN = st.lists(
    st.sampled_from(
        [
            "baby",
            "looks",
            "and",
            "turns",
            "away",
            "slowly",
            "3",
            "0-12",
            "well-being",
            "Zażółć",
            "їжак",
            "https://example.org/a",
        ]
    ),
    min_size=1,
    max_size=12,
).map(" ".join)
STRANGE = st.text(st.sampled_from("ab .,-*_[]()<>&#{}`\\!1\n" + ODD), max_size=24)
TEXT = st.one_of(PLAIN, PLAIN, PLAIN, STRANGE)


def some(most: int, least: int = 1) -> st.SearchStrategy[list[str]]:
    return st.lists(TEXT, min_size=least, max_size=most)


def mapping(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(fields)


SIDE = mapping(title=TEXT, items=some(3))
BLOCKS: dict[str, st.SearchStrategy[Any]] = {
    "lead": TEXT,
    "heading": TEXT,
    "subheading": TEXT,
    "text": TEXT,
    "bullets": some(4),
    "numbered": some(3),
    "checklist": mapping(items=some(4), columns=st.integers(1, 3)),
    "steps": st.lists(mapping(title=TEXT, text=TEXT), min_size=1, max_size=3),
    "callout": mapping(title=TEXT, text=TEXT, kind=st.sampled_from(["tip", "help", "caution"])),
    "did-you-know": TEXT,
    "quote": mapping(text=TEXT, by=TEXT),
    "table": mapping(header=some(2, 2), rows=st.lists(some(2, 2), min_size=1, max_size=3)),
    "compare": mapping(left=SIDE, right=SIDE),
    "cycle": st.lists(mapping(title=TEXT, text=TEXT), min_size=2, max_size=5),
    "image": mapping(file=st.just("images/blot.png"), alt=TEXT, caption=TEXT),
    "illustration": mapping(name=st.just("cuddle"), caption=TEXT),
    "actions": some(3),
    "qr": mapping(url=st.just("https://example.org"), caption=TEXT),
    "help": st.just("strip"),
    "contacts": st.just(["line"]),
    "break": st.just("page"),
}
BLOCK = st.sampled_from(sorted(BLOCKS)).flatmap(lambda name: st.tuples(st.just(name), BLOCKS[name]))


def as_yaml(blocks: list[tuple[str, Any]]) -> str:
    return yaml.safe_dump([{name: value} for name, value in blocks], allow_unicode=False, width=10_000)


def plain_words(value: Any) -> Counter[str]:
    """The words of a value that hold letters and digits alone: Markdown has no say in them."""
    if isinstance(value, str):
        return Counter(word for word in words(unicodedata.normalize("NFC", value)) if word.isalpha() and word.isascii())
    values = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return sum(map(plain_words, values), Counter())


@settings(max_examples=60)
@given(blocks=st.lists(BLOCK, min_size=1, max_size=7), title=TEXT)
def test_a_handout_builds_soundly_or_is_told_with_its_places(blocks: list[tuple[str, Any]], title: str) -> None:
    head = yaml.safe_dump({"subtitle": title}, allow_unicode=False, width=10_000)
    built = build(handout(as_yaml(blocks), head=head))
    if not built.data:
        assert built.errors
        assert all(error.span is not None and error.span.line > 0 for error in built.errors), built.errors
        return
    assert built.lint == []
    assert off_page(built.data) == []
    said = Counter(built.words())
    silent = ("alt", "url", "file", "name", "kind")
    for name, value in blocks:
        if name not in ("help", "contacts", "break"):
            shown = {k: v for k, v in value.items() if k not in silent} if isinstance(value, dict) else value
            missing = plain_words(shown) - said
            assert not missing, (name, missing)


@pytest.mark.parametrize("language", ["en-GB", "ar"])
def test_a_setting_is_as_loose_as_its_layout_at_first(language: str) -> None:
    setting = setting_of(language)
    assert (setting.tight.body, setting.tight.baseline, setting.tight.space) == (12, 18, 1.0)
    assert setting.rtl == (language == "ar")


def test_degrees_go_from_loose_to_tight_and_end_at_the_smallest_type() -> None:
    made = list(degrees(setting_of().layout))
    assert [t.body for t in made] == sorted((t.body for t in made), reverse=True)
    assert made[-1].body == 11.5
    assert all(t.baseline >= 1.3 * t.body for t in made)
    assert all(0 < t.space <= 1 for t in made)
    assert isinstance(setting_of().layout, Layout)


def test_degrees_of_a_poster_begin_with_larger_type_and_keep_its_leading() -> None:
    made = list(degrees(setting_of(layout="poster").layout))
    assert [t.body for t in made] == sorted((t.body for t in made), reverse=True)
    assert (made[0].body, made[-1].body) == (32, 14)
    assert [t.space for t in made if t.body == 20] == [1.0, 0.85, 0.7]
    assert all(abs(t.baseline / t.body - 1.25) < 0.001 for t in made)


FEW = """
- lead: Begin with what matters most to the person who reads this.
- heading: What you may notice
- text: Write as you would speak, in short sentences and everyday words. Then stop and read it to somebody.
- bullets: [one small sign, another small sign]
- tip: A tip stands in a card of its own. So do some other blocks.
- actions: {title: This week, items: [Try one small thing., Notice what happens.]}
- help: strip
"""


@pytest.mark.parametrize(("more", "pages"), [(0, 1), (15, 1), (40, 2)])
def test_a_few_lines_do_not_get_a_side_of_their_own(more: int, pages: int) -> None:
    body = FEW + "- bullets: [" + ", ".join(f"sign {i}" for i in range(more)) + "]\n" if more else FEW
    assert build_body(body.strip(), layout="a4-leaflet").pages == pages


def test_what_fits_as_designed_is_tried_once_and_a_page_is_saved_by_the_loosest_degree(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[float] = []

    def counted(job: Job, tight: Tightness, *rest: Any) -> tuple[Plan, Setting] | Overrun:
        tried.append(tight.space)
        return attempt(job, tight, *rest)

    attempt = render._attempt
    monkeypatch.setattr(render, "_attempt", counted)
    build_body(FEW.strip(), layout="a4-leaflet")
    assert tried == [1.0]
    tried.clear()
    body = FEW + "- bullets: [" + ", ".join(f"sign {i}" for i in range(15)) + "]\n"
    assert build_body(body.strip(), layout="a4-leaflet").pages == 1
    assert tried in ([1.0, 0.85], [1.0, 0.85, 0.7])


@pytest.mark.parametrize("layout", ["a4-leaflet", "a4-booklet", "a4-worksheet"])
def test_the_more_a_pile_is_too_tall_the_tighter_is_the_degree_that_is_tried_next(layout: str) -> None:
    tries = list(degrees(setting_of(layout=layout).layout))
    near = [render._near(tries, share / 100) for share in range(-60, 100)]
    assert near == sorted(near)
    assert (near[0], near[-1]) == (1, len(tries) - 1)
    assert render._near(tries[:2], 0.0) == 1
    assert render._near(tries, float("inf")) == len(tries) - 1
