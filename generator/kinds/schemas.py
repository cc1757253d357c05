"""JSON Schemas of the files that people write, for editors: made from the same fields that read them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.base.fields import Fields
from generator.base.json_schema import Schema, schema_of
from generator.kinds.block import ANY_BLOCK, Block, block_names, block_type
from generator.model.brand import Brand
from generator.model.handout import Handout
from generator.model.layout import Layout
from generator.model.pack import Pack

_POINTER = "#/$defs/"


def _with_blocks(kind: type[Fields], title: str, *places: tuple[str, str]) -> Schema:
    """Return the schema of a file that holds blocks, every block with its short and its long form.

    ``places`` are the fields that are lists of blocks: the name of a class and of its field.
    """
    defs: dict[str, object] = {}
    blocks: dict[str, object] = {}
    for name in block_names():
        block = block_type(name)
        assert block is not None
        blocks[name] = _block(name, block, defs)
    item: Schema = {
        "description": "One block: its name, a colon, and what is in it.",
        "type": "object",
        "properties": blocks,
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    }
    defs[ANY_BLOCK.removeprefix(_POINTER)] = item
    body: Schema = {"type": "array", "items": {"$ref": ANY_BLOCK}, "minItems": 1}
    made = schema_of(kind, title, dict.fromkeys(places, body))
    own = made.get("$defs")
    return made | {"$defs": (own if isinstance(own, dict) else {}) | defs}


def _block(name: str, kind: type[Block], defs: dict[str, object]) -> Schema:
    """Return a reference to a block's schema, put into ``defs`` with all that it needs under names of its own."""
    made = _renamed(schema_of(kind, name), f"{name}.")
    del made["$schema"]
    if kind.summary:
        made["description"] = kind.summary[:1].upper() + kind.summary[1:] + "."
    for inner, schema in made.pop("$defs", {}).items():
        defs[name + "." + inner] = schema
    if "read" in kind.__dict__ and isinstance(made.get("anyOf"), list):
        made["anyOf"].append({"type": ["string", "integer"]})  # it reads one bare word as a list of one
    defs[name] = made
    return {"$ref": _POINTER + name}


def _renamed(schema: Any, prefix: str) -> Any:
    """Return a schema with what its references point to renamed."""
    if isinstance(schema, dict):
        return {
            key: _POINTER + prefix + value.removeprefix(_POINTER)
            if key == "$ref" and value != ANY_BLOCK
            else _renamed(value, prefix)
            for key, value in schema.items()
        }
    return [_renamed(item, prefix) for item in schema] if isinstance(schema, list) else schema


def _plain(kind: type[Fields], title: str) -> Callable[[], Schema]:
    return lambda: schema_of(kind, title)


SCHEMAS: dict[str, Callable[[], Schema]] = {
    "handout": lambda: _with_blocks(Handout, "A handout", ("Handout", "body")),
    "pack": lambda: _with_blocks(
        Pack, "A course pack", ("Worksheet", "body"), ("Worksheet", "answers"), ("Facilitator", "body")
    ),
    "brand": _plain(Brand, "A brand"),
    "layout": _plain(Layout, "A layout"),
}


def schema_text(kind: str) -> str:
    """Return the schema of `handout`, `pack`, `brand` or `layout` as JSON, the same on every run."""
    import json  # only where a schema is asked for

    return json.dumps(SCHEMAS[kind](), indent=2, ensure_ascii=False) + "\n"
