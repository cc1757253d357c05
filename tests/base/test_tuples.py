from __future__ import annotations

import copy
import pickle
import typing
from functools import cached_property
from pathlib import Path

import pytest

from generator.base.tuples import NamedTuple


class Ours(NamedTuple):
    """A point."""

    x: float
    y: float = 0.0
    name: str | None = None

    SIDES = 4

    @property
    def far(self) -> float:
        """Both ways."""
        return abs(self.x) + abs(self.y)

    @classmethod
    def zero(cls) -> Ours:
        return cls(0.0)

    def __str__(self) -> str:
        return f"{self.x:g}/{self.y:g}"


class Theirs(typing.NamedTuple):
    """A point."""

    x: float
    y: float = 0.0
    name: str | None = None


class Child(Ours):
    """With more to say."""

    def __new__(cls, *values: object) -> Child:
        return super().__new__(cls, *values)  # type: ignore[arg-type]

    def more(self) -> float:
        return 2 * self.far


def test_it_is_what_typing_makes() -> None:
    for name in ("_fields", "_field_defaults", "__match_args__", "__doc__", "__module__"):
        assert getattr(Ours, name) == getattr(Theirs, name)
    assert Ours.__qualname__ == Ours.__name__ == "Ours"
    assert issubclass(Ours, tuple)
    assert Ours.__mro__ == (Ours, tuple, object)
    one, other = Ours(1.0, name="a"), Theirs(1.0, name="a")
    assert one == other == (1.0, 0.0, "a")
    assert repr(one) == repr(other).replace("Theirs", "Ours")
    assert one._asdict() == other._asdict()
    assert one._replace(y=2.0) == other._replace(y=2.0)
    assert typing.get_type_hints(Ours) == typing.get_type_hints(Theirs)
    assert not hasattr(one, "__dict__")


def test_what_a_class_says_beside_its_fields_is_kept() -> None:
    one = Ours(-1.0, 2.0)
    assert (one.far, str(one), Ours.SIDES, Ours.zero()) == (3.0, "-1/2", 4, (0.0, 0.0, None))
    child = Child(1.0, 2.0)
    assert (child.more(), child.y) == (6.0, 2.0)
    assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == one


def test_what_is_wrong_is_refused() -> None:
    with pytest.raises(TypeError):
        Ours()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="stand last"):
        exec("class A(NamedTuple):\n x: int = 1\n y: int", {"NamedTuple": NamedTuple, "__name__": "a"})
    with pytest.raises(TypeError, match="only base"):
        exec("class A(NamedTuple, Path):\n x: int", {"NamedTuple": NamedTuple, "Path": Path, "__name__": "a"})
    with pytest.raises(AttributeError, match="__new__"):
        exec("class A(NamedTuple):\n x: int\n def __new__(cls): ...", {"NamedTuple": NamedTuple, "__name__": "a"})
    with pytest.raises(AttributeError):
        Ours(1.0).x = 2.0  # type: ignore[misc]


def test_things_that_learn_their_name_learn_it() -> None:
    class Learns:
        def __set_name__(self, owner: type, name: str) -> None:
            self.told = owner.__name__, name

    known = Learns()
    space = {"NamedTuple": NamedTuple, "known": known, "__name__": "a", "cached_property": cached_property}
    exec("class A(NamedTuple):\n x: int\n part = known", space)
    assert known.told == ("A", "part")
