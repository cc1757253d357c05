from __future__ import annotations

import base64
import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kinds.reading import Node, Words
from tests.support.command import ROOT
from tests.support.everything import everything
from tests.support.exported import job_in, letters, made, page, page_text, read, reading_of, wrapped

HOSTILE = [
    "<script>alert(1)</script>", "a & b &amp; c", "]]> <!-- -->", '"><img src=x onerror=y>', "{{{{ x", "\u202eturned",
    "</style></title><svg onload=z>", "javascript:alert(1)",
]  # fmt: skip


def html(body: str, **more: str) -> str:
    return wrapped(read(body, **more), "html").decode()


def tags(text: str, name: str) -> list[dict[str, str | None]]:
    return [given for tag, given in page(text.encode()).tags if tag == name]


def test_a_page_says_what_it_is() -> None:
    text = html("- heading: One", language="cy")
    assert text.startswith('<!DOCTYPE html>\n<html lang="cy" dir="ltr">')
    assert len(tags(text, "h1")) == len(tags(text, "main")) == len(tags(text, "header")) == 1
    assert tags(text, "a")[0] == {"class": "skip", "href": "#words"}
    assert tags(text, "main")[0]["id"] == "words"


def test_a_page_that_runs_to_the_left() -> None:
    text = html("- text: كلمات", language="ar")
    assert 'dir="rtl"' in text
    assert "كلمات" in text


def test_its_policy_allows_its_own_style_alone() -> None:
    text = html("- text: Words")
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = next(given["content"] for given in tags(text, "meta") if given.get("http-equiv"))
    assert policy is not None
    assert f"style-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "script" not in policy


def test_nothing_comes_from_elsewhere() -> None:
    data = wrapped(reading_of(made(everything("Some words"))), "html").decode()
    assert not re.findall(r'(?:src|href)="(?!#|data:|mailto:|tel:|https:)', data)
    assert not {tag for tag, _ in page(data.encode()).tags} & {"script", "link", "iframe", "object", "base"}
    assert 'style="' not in data


def test_lists_to_tick_are_boxes_with_labels() -> None:
    text = html("- checklist: [one thing, another]")
    assert [given["type"] for given in tags(text, "input")] == ["checkbox", "checkbox"]
    assert text.count("<label>") == 2
    assert "\u2610" not in page_text(text.encode())


def test_questions_have_fields_that_they_name() -> None:
    text = html("- reflection: {prompt: What did you see?, lines: 4}\n- reflection: What next?")
    fields = tags(text, "textarea")
    named = {given["id"]: tag for tag, given in page(text.encode()).tags if given.get("id")}
    assert [given["rows"] for given in fields] == ["8", "6"]
    assert all(named[str(given["aria-labelledby"])] == "p" for given in fields)


def test_planners_have_a_named_field_in_each_empty_cell() -> None:
    text = html("- planner: {columns: [Care, Floor], rows: [[Monday, a song], Tuesday]}")
    assert [given["aria-label"] for given in tags(text, "textarea")] == [
        "Monday: Floor",
        "Tuesday: Care",
        "Tuesday: Floor",
    ]


def test_tables_have_captions_and_scopes() -> None:
    text = html("- table: {caption: Signs, header: [It is, Try], rows: [[tired, rest]], row_headings: true}")
    assert [given["scope"] for given in tags(text, "th")] == ["col", "col", "row"]
    assert "<caption" in text
    assert "Signs" in text


def test_pictures_say_what_they_show_or_are_hidden() -> None:
    text = html("- illustration: {name: floor-play, alt: A father plays}\n- illustration: rest")
    drawn = tags(text, "svg")
    said = [given["aria-label"] for given in drawn if given.get("role") == "img"]
    assert "A father plays" in said
    assert all(given.get("role") == "img" or given.get("aria-hidden") == "true" for given in drawn)
    assert sum(given.get("aria-hidden") == "true" for given in drawn) == 1


def test_links_lead_where_they_say() -> None:
    text = html(
        "- text: See [a page](https://x.example/?a=1&b=2), [below](#later) and a study [@first-1989].\n"
        "- contacts: [line]\n- text: {text: Here, id: later}"
    )
    leads = [str(given["href"]) for given in tags(text, "a")]
    names = {given["id"] for _, given in page(text.encode()).tags if given.get("id")}
    assert {"https://x.example/?a=1&b=2", "#later", "#source--first-1989", "tel:08085551000"} <= set(leads)
    assert {lead[1:] for lead in leads if lead.startswith("#")} <= names
    note = next(given for given in tags(text, "a") if given["href"] == "#source--first-1989")
    assert note["aria-label"] == "Source 1"


def test_strong_words_and_line_ends_stay() -> None:
    text = html("- text: |\n    One **strong** and *soft* word\\\n    ends here")
    assert "<strong>strong</strong>" in text
    assert "<em>soft</em>" in text
    assert re.search(r"word\s*<br>ends here", text)


def test_a_list_counts_what_its_drawing_counts() -> None:
    text = wrapped(reading_of(job_in(ROOT, "big-feelings")), "html").decode()
    assert text.count('class="diagram counted"') == 1
    names = html("- rings: {rings: [{title: Baby}, {title: You}, {title: Others}]}")
    assert names.count('class="diagram"') == 1
    assert "counted" not in page_text(names.encode())


def test_cards_side_by_side_are_one_group() -> None:
    text = html("- compare: {left: {title: A, items: [b]}, right: {title: C, items: [d]}}")
    assert text.count('class="pair"') == 1


@pytest.mark.parametrize("hostile", HOSTILE)
def test_words_are_words_whatever_they_look_like(hostile: str) -> None:
    quoted = "'" + hostile.replace("'", "''").replace("{{{{", "\\{\\{") + "'"
    data = wrapped(reading_of(made(everything(quoted))), "html")
    read_ = page(data)
    assert not {tag for tag, _ in read_.tags} & {"script", "iframe", "object", "embed", "link", "base"}
    assert not [name for _, given in read_.tags for name in given if name.startswith("on")]
    assert data.count(b"<style>") == data.count(b"</style>") == 1


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_text_is_escaped(text: str) -> None:
    from generator.kinds.markup import escaped

    wrote = escaped(text)
    assert not set(wrote) & set('<>"')
    assert "\0" not in wrote
    held = "".join(char for char in text if char >= " " and char not in "\ufffe\uffff")
    assert letters(page_text(f"<p>{wrote}</p>".encode())) == letters(held)


def test_it_is_the_same_every_time() -> None:
    job = made(everything("Some words"))
    assert wrapped(reading_of(job), "html") == wrapped(reading_of(job), "html")


def test_a_node_tells_its_words() -> None:
    node = Node("P", (Words("One "), Node("Link", (Words("two", ends=True),)), Words("three")))
    assert node.text == "One two\nthree"
