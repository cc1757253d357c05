from __future__ import annotations

import pickle
from typing import Annotated, Any, ClassVar, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.fields import Fields, Length, Range, Raw, read_as, read_mapping
from generator.base.findings import Findings
from generator.base.places import NOWHERE, Span
from generator.base.scalars import Cell, Colour, Date, InsidePath, Language, Name, Text
from generator.base.yaml_nodes import Node, Scalar, Sequence, read_yaml


class Band(Fields):
    """One age band."""

    label: Text
    items: Annotated[tuple[Text, ...], Length(1, 3)]
    note: Text | None = None
    level: Annotated[int, Range(0, 100), "how high the feeling is"] = 50
    kind: Literal["tip", "remember"] = "tip"


class Base(Fields):
    """What all of them have."""

    extra: ClassVar[int] = 7

    id: Name | None = None


class Cards(Base):
    short = "items"

    items: tuple[Text, ...]
    title: Text | None = None


class Sheet(Base):
    title: Text
    ages: str | None = None
    bands: tuple[Band, ...] = ()
    cards: Cards | None = None
    from_: float = 1.5
    bold: bool = False
    day: Date | None = None
    colour: Colour | None = None
    logo: InsidePath | None = None
    language: Language = Language("en-GB")
    own: dict[str, str] = {}  # noqa: RUF012
    mixed: Text | Band | tuple[Text, ...] | None = None
    later: Raw | None = None


def node(text: str) -> Node:
    findings = Findings()
    made = read_yaml(text.encode(), "handouts/a.yaml", findings)
    assert made is not None
    assert findings.all == []
    return made


def read(text: str, cls: Any = Sheet) -> tuple[Any, list[str]]:
    findings = Findings()
    value = cls.read(node(text), findings)
    assert (value is None) == bool(findings.errors)
    return value, [f"{f.span.line}:{f.span.column} {f.code}" for f in findings.all if f.span is not None]


def test_fields_are_read_by_their_types() -> None:
    value, told = read(
        "title: no\nages: 0-12 months\nbands:\n  - {label: 1.0, items: [a, b], level: 7, kind: remember}\n"
        "cards: [one, two]\nfrom: -2.50\nbold: Yes\nday: 2026-11-22\ncolour: '#ABC'\nlogo: ../x.png\n"
        "language: pl\nown: {hub: 012}\nmixed: text\nlater: {a: [b]}\nid: sleep\n"
    )
    assert told == []
    assert value.title == Text("no")
    assert value.ages == "0-12 months"
    band = Band(label=Text("1.0"), items=(Text("a"), Text("b")), level=7, kind="remember")
    assert value.bands == (band,)
    assert value.cards == Cards(items=(Text("one"), Text("two")))
    assert (value.from_, value.bold, value.day) == (-2.5, True, Date(2026, 11, 22))
    assert (value.colour, value.logo, value.language) == ("#aabbcc", "x.png", "pl")
    assert (value.own, value.mixed, value.id) == ({"hub": "012"}, Text("text"), "sleep")
    assert value.later.entries[0].key.text == "a"


def test_every_error_is_told_at_its_own_place() -> None:
    value, told = read(
        "titel: x\nages: [a]\nbands:\n  - label: x\n    items: [a, b, c, d]\n    kind: tipp\n    level: 101\n"
        "  - tip\n  -\n"
        "from: .nan\nbold: maybe\nday: 2026-13-01\nown: [a]\ncards: {titel: x}\nid: A\n"
    )
    assert value is None
    assert told == [
        "1:1 missing-field",
        "1:1 unknown-field",
        "2:7 wrong-type",
        "5:12 too-many",
        "6:11 unknown-value",
        "7:12 out-of-range",
        "8:5 wrong-type",
        "9:4 empty-value",
        "10:7 not-a-number",
        "11:7 not-a-bool",
        "12:6 bad-date",
        "13:6 wrong-type",
        "14:8 missing-field",
        "14:9 unknown-field",
        "15:5 bad-name",
    ]


def test_a_mistyped_name_is_mended() -> None:
    findings = Findings()
    Sheet.read(node("titel: x\nbands:\n- {label: a, items: [a], kind: remembr}"), findings)
    helps = [finding.help for finding in findings.errors]
    assert "did you mean 'title'?" in helps
    assert "did you mean 'remember'?" in helps
    assert "add 'title: …'" in helps


def test_a_key_is_told_as_it_was_typed() -> None:
    findings = Findings()
    Sheet.read(node("title: x\non: y"), findings)
    assert "'on'" in findings.errors[0].message


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title:", ["1:1 empty-value"]),
        ("title: ''", ["1:8 empty-value"]),
        ("title: x\nid:\nages:\nday:\nown:\nbands:\nlater:\nfrom:", []),
        ("title: x\nages: ''", []),
        ("title: x\nid: ''", ["2:5 bad-name"]),
        ("title: x\nday: ''", ["2:6 bad-date"]),
        ("title: '   '", []),
        ("title: {a: b}", ["1:8 wrong-type"]),
        ("title: x\n'': y", ["2:1 unknown-field"]),
    ],
)
def test_what_is_left_empty(text: str, told: list[str]) -> None:
    assert read(text)[1] == told


def test_a_default_mapping_is_never_shared() -> None:
    first = Sheet(title=Text("x"))
    first.own["a"] = "b"
    assert Sheet(title=Text("x")).own == {}


def test_an_empty_value_is_the_default() -> None:
    value, _ = read("title: x\nfrom:\nown:\nid:\nlater:")
    assert (value.from_, value.own, value.id, value.later) == (1.5, {}, None, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title: x\nmixed: {Step 1: breathe}", "items"),
        ("title:\n  Step 1: breathe", "put the whole text in quotes"),
        ("title:\n- x", "without '- '"),
        ("title: x\ncards: one", "on its own line"),
        ("title: x\nbands: {label: a}", "a list"),
    ],
)
def test_the_help_fits_what_was_written(text: str, words: str) -> None:
    findings = Findings()
    Sheet.read(node(text), findings)
    assert words in " ".join(finding.help for finding in findings.errors)


def test_short_forms() -> None:
    assert read("[a, b]", Cards)[0].items == (Text("a"), Text("b"))
    assert read("{items: [a], title: t}", Cards)[0].title == Text("t")
    assert read("a", Cards) == (None, ["1:1 wrong-type"])
    value, _ = read("- [a]", Cards)
    assert value is None


def test_a_union_is_told_apart_by_what_was_written() -> None:
    assert read("title: x\nmixed: [a]")[0].mixed == (Text("a"),)
    assert read("title: x\nmixed: {label: a, items: [b]}")[0].mixed.items == (Text("b"),)
    assert read("title: x\nmixed: {label: a}")[1] == ["2:8 missing-field"]


@pytest.mark.parametrize(("word", "value"), [("TRUE", True), ("on", True), ("No", False), ("off", False)])
def test_yes_and_no(word: str, value: bool) -> None:
    assert read(f"title: x\nbold: {word}")[0].bold is value


@pytest.mark.parametrize("number", ["1e9", ".inf", "0x10", "1_000", "1,5", "--1", "", "٣", "9" * 5000])
def test_what_is_no_number(number: str) -> None:
    assert read(f"title: x\nfrom: '{number}'")[1] in (["2:7 not-a-number"], [])
    assert read(f"title: x\nbands: [{{label: a, items: [b], level: '{number}'}}]")[1] in ([], ["2:39 not-a-number"])


@pytest.mark.parametrize(("written", "value"), [("-.5", -0.5), ("12.", 12), ("+3", 3), ("0010", 10)])
def test_numbers(written: str, value: float) -> None:
    assert read(f"title: x\nfrom: {written}")[0].from_ == value


def test_places_of_values() -> None:
    value, _ = read("title: x\nbands:\n  - label: a\n    items: [b]\ncards:\n  - c\n")
    assert str(value.span) == "handouts/a.yaml:1:1"
    assert str(value.bands[0].span) == "handouts/a.yaml:3:5"
    assert str(value.bands[0].span_of("items")) == "handouts/a.yaml:4:12"
    assert str(value.bands[0].span_of("note")) == "handouts/a.yaml:3:5"
    assert str(value.span_of("title")) == "handouts/a.yaml:1:8"
    assert str(value.cards.span_of("items")) == "handouts/a.yaml:6:3"


def test_values_are_made_by_name_and_never_changed() -> None:
    band = Band(label=Text("a"), items=(Text("b"),))
    assert band.span == NOWHERE
    assert band == Band(label=Text("a"), items=(Text("b"),)).at(Span("a.yaml", 1, 1))
    assert hash(band) == hash(band.at(Span("a.yaml", 1, 1)))
    assert band != band.replace(level=1)
    assert band.replace(level=1).level == 1
    assert (band.replace(level=1).span, band.replace(level=1).places) == (band.span, band.places)
    with pytest.raises(TypeError, match="no field 'size'"):
        band.replace(size=1)
    assert repr(Cards(items=())) == "Cards(id=None, items=(), title=None)"
    assert pickle.loads(pickle.dumps(band)) == band
    with pytest.raises(AttributeError, match="frozen"):
        band.level = 3  # type: ignore[misc]
    with pytest.raises(AttributeError, match="frozen"):
        del band.level
    with pytest.raises(TypeError, match="needs 'items'"):
        Band(label=Text("a"))  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="no field 'size'"):
        Band(label=Text("a"), items=(), size=3)  # type: ignore[call-arg]


def test_inherited_fields_come_first() -> None:
    assert [field.key for field in Cards.declared()] == ["id", "items", "title"]
    assert [field.key for field in Sheet.declared()][5] == "from"
    assert Cards.extra == 7


def test_what_was_reported_before_is_not_reported_again() -> None:
    findings = Findings()
    broken = read_yaml(b"title: &a x\ncards: [*a]\nbands: *a\nid: *a\nown: {a: *a}\nlater: *a\n", "a.yaml", findings)
    assert broken is not None
    count = len(findings.errors)
    assert Sheet.read(broken, findings) is None
    assert len(findings.errors) == count


class Span2(Fields):
    low: int
    high: int

    def verify(self, findings: Findings) -> None:
        if self.low > self.high:
            findings.error(self.span_of("high"), "order", "the high end is below the low end", "swap them")


def test_fields_are_verified_together() -> None:
    findings = Findings()
    Span2.read(node("low: 3\nhigh: 2"), findings)
    assert [str(finding.span) for finding in findings.errors] == ["handouts/a.yaml:2:7"]


def test_types_are_read_without_a_class_of_their_own() -> None:
    findings = Findings()
    made = read_mapping(Cards, node("one: [a]\ntwo: {items: [b]}"), findings, "sources")
    assert made is not None
    assert list(made) == ["one", "two"]
    assert read_as(int, Scalar("7", NOWHERE), findings, "n") == 7
    assert findings.all == []
    assert read_mapping(Cards, node("one: [[a]]"), findings, "sources") is None
    assert read_as(int, Sequence((), NOWHERE), findings, "n") is None


class Wrong(Fields):
    size: complex


class AlsoWrong(Fields):
    items_: int


@pytest.mark.parametrize(("cls", "words"), [(Wrong, "complex"), (AlsoWrong, "ends in '_'")])
def test_a_mistake_in_a_class_is_told_to_its_author(cls: Any, words: str) -> None:
    with pytest.raises(TypeError, match=words):
        cls.declared()


TREES = st.recursive(
    st.sampled_from(["x", "", "1", "#fff", "2026-01-01", "../..", "tip"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([field.key for field in Sheet.declared()] + ["label", "items", "zz"]), inner)
    ),
    max_leaves=12,
)


def flow(tree: object) -> str:
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {flow(value)}" for key, value in tree.items()) + "}"
    return "[" + ", ".join(map(flow, tree)) + "]" if isinstance(tree, list) else f"'{tree}'"


@settings(max_examples=200, deadline=None)
@given(TREES)
def test_no_tree_breaks_the_reader(tree: object) -> None:
    text = flow(tree)
    if text == "''":
        return
    findings = Findings()
    value = Sheet.read(node(text), findings)
    assert (value is None) == bool(findings.errors)
    assert all(finding.span and finding.help and finding.span.line == 1 for finding in findings.all)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ('[a, "", b]', []),
        ("[a, '']", []),
        ("- a\n-\n- b", ["2:2 empty-value"]),
    ],
)
def test_a_cell_is_left_empty_only_with_two_quotes(written: str, found: list[str]) -> None:
    findings = Findings()
    node = read_yaml(written.encode(), "made.yaml", findings)
    assert node is not None
    cells = read_as(tuple[Cell, ...], node, findings, "row")
    assert [f"{f.span.line}:{f.span.column} {f.code}" for f in findings.errors if f.span is not None] == found
    assert (cells is None) == bool(found)
