"""What every block is: fields that an author fills in, and boxes composed from them.

A block is one file in `generator/blocks/`, found by its name: the file name is the word that people type in YAML
(`did_you_know.py` is `did-you-know`). Only the blocks that a handout uses are imported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Annotated, ClassVar, Literal

from generator.base.discover import load, modules_in
from generator.base.fields import Fields, Length
from generator.base.findings import Findings
from generator.base.readers import FAILED, SEQUENCE, SchemaBook, check_length, wrong
from generator.base.scalars import Name
from generator.base.suggest import did_you_mean
from generator.base.yaml_nodes import Entry, Mapping, Node, Scalar
from generator.base.yaml_nodes import Sequence as NodeList
from generator.kinds.setting import Setting
from generator.typeset.boxes import Box, Stack

PACKAGE = "generator.blocks"
MOST_BLOCKS = 500  # of one list: forty pages of them; far more keep the search for pages busy for minutes
ANY_BLOCK = "#/$defs/block"  # where a handout's schema says what a block is
MOST_INSIDE = Length(1, 60)
NOT_INSIDE = {
    "columns": "put its blocks into this column, one after the other, or end these columns first",
    "break": "end the columns, then break, then begin others",
}
"""Blocks that stand in a handout's body only, each with what to do instead."""
Place = Literal["main", "card", "wide", "figure", "head", "foot", "break"]


class Block(Fields):
    """One thing in a handout's body."""

    place: ClassVar[Place] = "main"  # where a page likes it: see typeset/bands.py
    summary: ClassVar[str] = ""  # what the reader sees, for lists and the reference

    id: Annotated[Name | None, "a name for links: [see above](#name)"] = None
    keep: Annotated[Literal["together"] | None, "do not part it between columns or pages"] = None

    def place_in(self, setting: Setting) -> Place:
        """Return where a page of this setting likes it; a block that looks otherwise on some pages says so."""
        return self.place

    def inner(self) -> Sequence[Block]:
        """Return the blocks that stand inside it."""
        return ()

    def compose(self, setting: Setting) -> Sequence[Box]:
        """Return its boxes; their structure elements hang from ``setting.parent``."""
        raise NotImplementedError


class Composed:
    """A block's boxes as one, with where it likes to stand."""

    def __init__(self, block: Block, setting: Setting) -> None:
        self.block = block
        parent, count = setting.parent, len(setting.parent.kids)
        boxes = block.compose(setting)
        own = [setting.parent] if setting.parent is not parent else parent.kids[count : count + 1]
        if block.id is not None and own and all(element.ident != block.id for element in own[0].walk()):
            own[0].ident = block.id  # links lead to where this element is first drawn
        self.place = block.place_in(setting)
        kept = block.keep is not None
        self.box: Box = boxes[0] if len(boxes) == 1 and not kept else Stack(boxes, keep=kept)
        self.box.parting = max((box.parting for box in boxes), default=Box.parting)
        if self.box.span is None:
            self.box.span = block.span


def compose_all(blocks: Sequence[Block], setting: Setting) -> Iterator[Composed]:
    """Compose blocks one after the other; each is told its place among neighbours of its own kind."""
    runs = [len(list(run)) for _, run in groupby(type(block) for block in blocks if block.place != "break")]
    turns = iter([(i + 1, count) for count in runs for i in range(count)])
    for block in blocks:
        setting.turn = (1, 1) if block.place == "break" else next(turns)
        keeping = setting.keeping
        yield Composed(block, setting) if keeping is None else keeping.composed(block, setting, Composed)


def every_block(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks and all that stand inside them, in reading order."""
    for block in blocks:
        yield block
        inner = block.inner()
        if inner:
            yield from every_block(inner)


def name_of(block: Block) -> str:
    """Return the name of a block, as people type it."""
    return type(block).__module__.rsplit(".", 1)[-1].replace("_", "-")


def block_names() -> tuple[str, ...]:
    """Return the names of all blocks, as people type them."""
    return tuple(sorted(name.replace("_", "-") for name in modules_in(PACKAGE)))


@cache
def block_type(name: str) -> type[Block] | None:
    """Return the block of a name, importing its file; None when there is none."""
    if name not in block_names():
        return None
    module = load(PACKAGE, name.replace("-", "_"))
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, Block) and value.__module__ == module.__name__:
            return value
    raise LookupError(f"generator/blocks/{name.replace('-', '_')}.py defines no Block")


def block_summary(name: str) -> str:
    """Return in a few words what the reader sees of a block; empty for an unknown one."""
    kind = block_type(name)
    return kind.summary if kind is not None else ""


def too_many(number: int) -> tuple[str, str]:
    """Return what is said, and what to do, where more blocks follow one another than are set in good time."""
    return f"there are {number:,} blocks; {MOST_BLOCKS} are the most", "split them into several handouts or worksheets"


def read_blocks(node: Node, findings: Findings, *, outside: str | None = None) -> tuple[Block, ...]:
    """Read a list of blocks; every fault is reported, and the blocks that can be read are returned.

    ``outside`` names the block that the list stands in; `NOT_INSIDE` are refused there.
    """
    if not isinstance(node, NodeList):
        findings.error(node.span, "not-a-list", "this must be a list of blocks", "start each block with '- name:'")
        return ()
    if len(node.items) > MOST_BLOCKS:
        findings.error(node.items[MOST_BLOCKS].span, "too-many", *too_many(len(node.items)))
        return ()
    out = []
    for item in node.items:
        entry = _single(item, findings)
        if entry is None:
            continue
        kind = block_type(entry.key.text)
        if kind is None:
            message = f"there is no block called '{entry.key.text}'"
            findings.error(entry.key.span, "unknown-block", message, did_you_mean(entry.key.text, block_names()))
            continue
        if outside is not None and entry.key.text in NOT_INSIDE:
            message = f"'{entry.key.text}' cannot stand inside '{outside}'"
            findings.error(entry.key.span, "not-inside", message, NOT_INSIDE[entry.key.text])
            continue
        block = kind.read(entry.value, findings)
        if block is not None:
            out.append(block)
    return tuple(out)


class Blocks(tuple[Block, ...]):
    """A list of blocks inside a block: the type of a field. What can be read of it is kept, so that all is told."""

    @classmethod
    def reader(cls) -> BlocksReader:
        """Return what reads it."""
        return BlocksReader()


class BlocksReader:
    """Reads a list of blocks that stands inside a block."""

    kinds = SEQUENCE
    due = "a list of blocks"

    def read(self, node: Node, findings: Findings, name: str) -> object:
        """Return the blocks that can be read; ``FAILED`` where this is no list."""
        if not isinstance(node, NodeList):
            if isinstance(node, Mapping) and node.entries and node.entries[0].key.text in block_names():
                help_ = f"begin the column with two dashes: '- - {node.entries[0].key.text}: …'"
                findings.error(node.span, "wrong-type", f"'{name}' must be {self.due}, not one block", help_)
                return FAILED
            return wrong(node, findings, name, self.due)
        if not check_length(len(node.items), MOST_INSIDE, node, findings, name, "blocks"):
            return FAILED
        return Blocks(read_blocks(node, findings, outside="columns"))

    def schema(self, book: SchemaBook) -> dict[str, object]:
        """Return the JSON Schema: the blocks themselves stand once, at the top of a handout's."""
        bounds = {"minItems": MOST_INSIDE.least, "maxItems": MOST_INSIDE.most}
        return {"type": "array", "items": {"$ref": ANY_BLOCK}, **bounds}


def _single(item: Node, findings: Findings) -> Entry | None:
    if isinstance(item, Mapping) and len(item.entries) == 1:
        return item.entries[0]
    if isinstance(item, Scalar) and not item.text:
        findings.error(
            item.span, "empty-block", "there is nothing after this dash", "write a block, such as '- text: …'"
        )
    elif isinstance(item, Scalar):
        findings.error(item.span, "not-a-block", "this is not a block", _block_help(item.text))
    elif isinstance(item, Mapping) and item.entries:
        names = [e.key.text for e in item.entries]
        help_ = "give each block its own dash; indent the fields of a block below its name"
        findings.error(item.entries[1].key.span, "two-blocks", f"'{names[0]}' and '{names[1]}' are in one item", help_)
    else:
        findings.error(item.span, "not-a-block", "this is not a block", "write '- name: …'")
    return None


def _block_help(text: str) -> str:
    """Return the mend for words where a block should stand: what people forget is the colon after its name."""
    name = text.split()[0].split(":")[0] if text.split() else ""
    if name in block_names():
        return f"put a colon and a space after '{name}'"
    return f"write '- text: {text[:24]}'"
