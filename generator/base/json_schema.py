"""JSON Schema 2020-12 from declared fields, so that editors complete and check what people type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.base.declared import Declared
from generator.base.fields import Fields

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, object]
Extra = Mapping[tuple[str, str], Schema]


class _Book:
    """The schemas of the classes met so far, each once, by name."""

    def __init__(self, extra: Extra) -> None:
        self.extra = extra
        self.defs: dict[str, Schema] = {}
        self._names: dict[type, str] = {}

    def refer(self, cls: type) -> Schema:
        """Return a reference to the schema of a class; make it first when it is new."""
        if cls not in self._names:
            name = cls.__name__
            while name in self.defs:
                name += "_"
            self._names[cls] = name
            self.defs[name] = {}  # kept free, for a class that holds itself
            self.defs[name] = self.of(cls)
        return {"$ref": f"#/$defs/{self._names[cls]}"}

    def of(self, cls: Any) -> Schema:
        """Return the schema of a class itself, short form included."""
        fields: tuple[Declared, ...] = cls.declared()
        properties = {field.key: self.field(cls, field) for field in fields}
        long: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        required = [field.key for field in fields if field.required]
        if required:
            long["required"] = required
        described = {"description": about} if (about := first_paragraph(cls)) else {}
        if cls.short is None:
            return described | long
        short = next(field for field in fields if field.name == cls.short)
        if set(required) - {short.key}:
            return described | long  # the short form alone would leave something out
        return described | {"anyOf": [self.field(cls, short), long]}

    def field(self, cls: type, field: Declared) -> Schema:
        """Return the schema of one field."""
        made = self.extra.get((cls.__name__, field.name))
        made = dict(field.reader.schema(self) if made is None else made)
        if not field.required:
            made = _or_empty(made)
            if getattr(cls, "quotes_empty", False):
                made = _or_quotes(made)
            if isinstance(field.default, str | int | float | bool):
                made["default"] = str(field.default) if isinstance(field.default, str) else field.default
        if field.description:
            made["description"] = field.description
        return made


def _or_empty(made: Schema) -> Schema:
    """Return a schema that takes an empty value too, which counts as not given."""
    if not made:
        return made
    kind = made.get("type")
    if isinstance(kind, str | list):
        return made | {"type": [kind, "null"] if isinstance(kind, str) else [*kind, "null"]}
    if "enum" in made and isinstance(made["enum"], list):
        return made | {"enum": [*made["enum"], None]}
    return {"anyOf": [made, {"type": "null"}]}


def _or_quotes(made: Schema) -> Schema:
    """Return a schema that takes two quotes too, which leave the field empty."""
    if "enum" in made and isinstance(made["enum"], list):
        return made | {"enum": [*made["enum"], ""]}
    kind = made.get("type")
    if isinstance(kind, list) and "string" in kind and not made.keys() & {"pattern", "format", "minLength"}:
        return made
    options = made["anyOf"] if made.keys() == {"anyOf"} and isinstance(made["anyOf"], list) else [made]
    return {"anyOf": [*options, {"const": ""}]}


def first_paragraph(cls: type) -> str:
    """Return the first paragraph of a class's own docstring as one line; empty when it has none."""
    own = cls.__dict__.get("__doc__") or ""
    return " ".join(own.strip().split("\n\n")[0].split())


def schema_of(cls: type[Fields], title: str, schema_extra: Extra | None = None) -> Schema:
    """Return the JSON Schema of a class of fields.

    Args:
        cls: the class.
        title: what the file is called by people: "A handout".
        schema_extra: schemas for single fields, by class name and field name; for fields that are read later.
            They may use ``$ref`` to ``#/$defs/…`` of the classes that stand in the schema already.
    """
    book = _Book(schema_extra or {})
    made: Schema = {"$schema": DIALECT, "title": title} | book.of(cls)
    if book.defs:
        made["$defs"] = {name: book.defs[name] for name in sorted(book.defs)}
    return made
