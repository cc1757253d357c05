from __future__ import annotations

from typing import Annotated, Any, Literal

import jsonschema
import pytest

from generator.base.fields import Fields, Length, Range, Raw
from generator.base.json_schema import schema_of
from generator.base.scalars import Colour, Date, Language, Markdown, Name, Text, Url


class Step(Fields):
    """One step.

    A second paragraph, for programmers.
    """

    short = "text"

    text: Text
    title: Text | None = None
    steps: tuple[Step, ...] = ()


class Sheet(Fields):
    """A sheet of steps."""

    title: Annotated[Text, "what it is called"]
    audience: Literal["parents", "both"]
    steps: Annotated[tuple[Step, ...], Length(1, 2)] = ()
    level: Annotated[int, Range(0, 100)] = 50
    bold: bool = False
    from_: float | None = None
    day: Date | None = None
    colour: Colour | None = None
    url: Url | None = None
    id: Name | None = None
    language: Language = Language("en-GB")
    text: Markdown | None = None
    own: Annotated[dict[str, str], Length(0, 1)] = {}  # noqa: RUF012
    mixed: Text | tuple[Text, ...] | None = None
    body: Raw | None = None


EXTRA: dict[tuple[str, str], dict[str, object]] = {
    ("Sheet", "body"): {"type": "array", "items": {"$ref": "#/$defs/Step"}}
}
SCHEMA: dict[str, Any] = schema_of(Sheet, "A sheet", EXTRA)


def right(**changes: object) -> bool:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    return validator.is_valid({"title": "x", "audience": "both"} | changes)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["title"] == "A sheet"
    assert SCHEMA["description"] == "A sheet of steps."
    assert SCHEMA["required"] == ["title", "audience"]


def test_descriptions_come_from_where_the_types_stand() -> None:
    assert SCHEMA["properties"]["title"]["description"] == "what it is called"
    assert SCHEMA["$defs"]["Step"]["description"] == "One step."
    assert SCHEMA["properties"]["level"]["default"] == 50
    assert "default" not in SCHEMA["properties"]["day"]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"title": 12},
        {"title": False},
        {"steps": ["one", {"text": "two", "steps": ["three"]}]},
        {"level": None, "day": None, "own": None, "steps": None},
        {"bold": "yes", "from": 1.5, "day": "2026-11-22", "colour": "#abc", "url": "#x", "id": "a-b"},
        {"own": {"a": "b"}, "mixed": ["a"], "text": "**a**", "language": "pl"},
        {"body": ["one"]},
    ],
)
def test_what_the_schema_lets_through(changes: dict[str, object]) -> None:
    assert right(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"title": None},
        {"title": ["x"]},
        {"audience": "all"},
        {"steps": []},
        {"steps": ["a", "b", "c"]},
        {"steps": [{"title": "no text"}]},
        {"level": 101},
        {"level": "high"},
        {"bold": "maybe"},
        {"from_": 1},
        {"day": "22/11/2026"},
        {"colour": "red"},
        {"url": "javascript:1"},
        {"id": "A B"},
        {"language": "english!"},
        {"own": {"a": "b", "c": "d"}},
        {"mixed": {"a": "b"}},
        {"body": [1, {"x": 1}]},
        {"unknown": 1},
    ],
)
def test_what_the_schema_marks(changes: dict[str, object]) -> None:
    assert not right(**changes)
