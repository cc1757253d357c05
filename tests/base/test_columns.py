"""Columns of a table made from declared fields."""

from __future__ import annotations

from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.columns import CellText, Column, clashes, column_names, find_column, required, tree
from generator.base.fields import Fields, Length
from generator.base.findings import Findings
from generator.base.places import Span
from generator.base.scalars import Date, Text

HEAD = Span("t.csv", 1, 1)


class Door(Fields):
    """A thing with one field that must be said."""

    file: str
    alt: str
    light: str | None = None


class House(Fields):
    """Every kind of field that a column can be."""

    name: str | None = None
    door: Door | None = None
    doors: Annotated[tuple[Door, ...] | None, Length(0, 3)] = None
    words: tuple[str, ...] | None = None
    people: dict[str, str] | None = None
    note: Text | tuple[Text, ...] | None = None
    from_: str | None = None
    day: Date | None = None


def column(told: str, at: int = 1) -> Column:
    found = find_column(House, told, HEAD._replace(column=at))
    assert isinstance(found, Column), found
    return found


def read(**row: str) -> House | None:
    cells = [(column(head.replace("__", "."), at), text) for at, (head, text) in enumerate(row.items(), 1)]
    found = Findings()
    made = House.read(
        tree(House, [(c, CellText(text, Span("t.csv", 2, c.span.column))) for c, text in cells], HEAD), found
    )
    assert [each.span for each in found.errors] == []
    return made


def test_all_columns_are_named() -> None:
    assert column_names(House) == (
        "name", "door.file", "door.alt", "door.light", "doors.1.file", "doors.1.alt", "doors.1.light", "words.1",
        "people.…", "note", "note.1", "from", "day",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "path"),
    [
        ("name", ("name",)),
        (" Name ", ("name",)),
        ("DOOR . File", ("door", "file")),
        ("doors.03.alt", ("doors", "3", "alt")),
        ("people.Safe Lead", ("people", "Safe Lead")),
        ("people.1", ("people", "1")),
        ("note", ("note",)),
        ("note.2", ("note", "2")),
        ("from", ("from",)),
    ],
)
def test_a_head_is_understood(told: str, path: tuple[str, ...]) -> None:
    assert column(told).path == path


@pytest.mark.parametrize(
    ("told", "help_"),
    [
        ("light", "did you mean 'door.light'?"),
        ("nmae", "did you mean 'name'?"),
        ("door.fil", "did you mean 'door.file'?"),
        ("doors.4.file", "did you mean 'doors.1.file'?"),
        ("doors.0.file", "did you mean 'doors.1.file'?"),
        ("doors.x.file", "did you mean 'doors.1.file'?"),
        ("door", "write one of: door.file, door.alt, door.light"),
        ("words", "write one of: words.1"),
        ("name.first", "use one of: "),
        ("", "use one of: "),
        ("people.", "did you mean 'people.…'?"),
    ],
)
def test_a_wrong_head_is_put_right(told: str, help_: str) -> None:
    found = find_column(House, told, HEAD)
    assert not isinstance(found, Column)
    assert found[1].startswith(help_)


def test_cells_become_what_yaml_would_be() -> None:
    assert read(name="Acorn", door__file="a.svg", door__alt="A", people__lead="Ann", people__7="Bo") == House(
        name="Acorn", door=Door(file="a.svg", alt="A"), people={"lead": "Ann", "7": "Bo"}
    )


def test_items_of_a_list_close_up_in_the_order_of_their_numbers() -> None:
    made = read(
        doors__3__file="c", doors__1__file="a", doors__3__alt="C", doors__1__alt="A", words__10="z", words__2="y"
    )
    assert made == House(doors=(Door(file="a", alt="A"), Door(file="c", alt="C")), words=("y", "z"))


def test_every_value_knows_its_cell() -> None:
    made = read(name="Acorn", door__file="a.svg", door__alt="A", note="words")
    assert made is not None
    assert made.door is not None
    assert made.span_of("name") == Span("t.csv", 2, 1)
    assert made.door.span_of("alt") == Span("t.csv", 2, 3)
    assert isinstance(made.note, Text)
    assert made.note.place(3) == Span("t.csv", 2, 4)


def test_a_column_of_dates_is_known() -> None:
    assert [head for head in column_names(House) if head != "people.…" and column(head).is_date] == ["day"]


def test_columns_that_say_the_same_are_found() -> None:
    heads = ["name", "Name", "note", "note.1", "words.2", "words.02", "door.file", "door.alt"]
    pairs = clashes([column(head, at) for at, head in enumerate(heads, 1)])
    assert [(one.span.column, other.span.column) for one, other in pairs] == [(2, 1), (4, 3), (6, 5)]


def test_what_needs_what_is_known() -> None:
    columns = [column(head) for head in ("name", "door.light", "doors.2.alt", "people.x")]
    assert required(House, columns) == {("door",): ("file", "alt"), ("doors", "2"): ("file", "alt")}


@given(st.text(max_size=60))
def test_any_head_is_a_column_or_is_told(told: str) -> None:
    found = find_column(House, told, HEAD)
    if isinstance(found, Column):
        assert House.read(tree(House, [(found, CellText("x", HEAD))], HEAD), Findings()) is not None or "door" in told
    else:
        assert all(found)


@given(st.lists(st.tuples(st.sampled_from(column_names(House)), st.text(max_size=9)), unique_by=lambda one: one[0]))
def test_any_cells_are_read_without_a_fault_of_the_program(row: list[tuple[str, str]]) -> None:
    heads = [(column(head.replace("…", "own"), at), text) for at, (head, text) in enumerate(row, 1)]
    doubled = {one.span for one, _ in clashes([head for head, _ in heads])}
    cells = [
        (head, CellText(text, Span("t.csv", 2, head.span.column))) for head, text in heads if head.span not in doubled
    ]
    found = Findings()
    made = House.read(tree(House, cells, HEAD), found)
    assert (made is None) == bool(found.errors)
    assert all(each.span is not None and each.span.file == "t.csv" for each in found.all)
