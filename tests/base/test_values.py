from __future__ import annotations

import copy
import pickle
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.values import is_record, names_of, record, replace


@record
class Point:
    x: float
    y: float = 0.0
    label: str = ""
    kind: ClassVar[str] = "point"

    @cached_property
    def far(self) -> float:
        return abs(self.x) + abs(self.y)


@record
class Other:
    x: float
    y: float = 0.0
    label: str = ""


@record
class One:
    only: tuple[int, ...]


@record
class Known:
    number: int
    rest: list[int]

    def __hash__(self) -> int:
        return hash(self.number)


NUMBERS = st.floats(allow_nan=False)


@given(NUMBERS, NUMBERS, st.text())
def test_it_is_equal_to_its_like_alone(x: float, y: float, label: str) -> None:
    one, other = Point(x, y, label), Point(x, label=label, y=y)
    assert one == other
    assert hash(one) == hash(other)
    assert (one.x, one.y, one.label) == (x, y, label)
    assert one != Other(x, y, label)
    assert one != (x, y, label)
    assert replace(one, label=label + "!") != one
    assert replace(replace(one, label=label + "!"), label=label) == one
    assert pickle.loads(pickle.dumps(one)) == one
    assert copy.deepcopy(one) == one


def test_nothing_of_it_can_be_changed() -> None:
    point = Point(1.0)
    with pytest.raises(AttributeError, match="frozen"):
        point.x = 2.0  # type: ignore[misc]
    with pytest.raises(AttributeError, match="frozen"):
        del point.x
    assert point.x == 1.0


def test_defaults_and_class_variables_are_no_fields_that_must_be_given() -> None:
    assert names_of(Point) == ("x", "y", "label")
    assert is_record(Point)
    assert not is_record(Path)
    assert Point(2.0) == Point(2.0, 0.0, "")
    assert Point.kind == "point"
    assert repr(Point(2.0)) == "Point(x=2.0, y=0.0, label='')"
    assert Point(-2.0, 3.0).far == 5.0
    match Point(1.0, 2.0):
        case Point(x, y):
            assert (x, y) == (1.0, 2.0)


def test_one_field_alone_and_a_hash_of_its_own() -> None:
    assert One((1, 2)) == One((1, 2)) != One((2,))
    assert hash(One((1,))) == hash(One((1,)))
    assert hash(Known(3, [])) == hash(3)
    assert Known(3, [1]) != Known(3, [2])


@pytest.mark.parametrize("wrong", [{}, {"x": 1.0, "z": 2.0}, {"x": 1.0, "kind": "p"}])
def test_what_is_missing_or_unknown_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        Point(**wrong)
    with pytest.raises(TypeError):
        replace(Point(1.0), nothing=1)


def test_fields_with_defaults_stand_last() -> None:
    class Wrong:
        first: int = 1
        second: int

    with pytest.raises(TypeError, match="stand last"):
        record(Wrong)


def test_what_is_reckoned_from_its_fields_does_not_travel() -> None:
    point = Point(-2.0, 3.0)
    assert point.far == 5.0
    there = pickle.loads(pickle.dumps(point))
    assert there == point
    assert "far" not in vars(there)
    assert there.far == 5.0
