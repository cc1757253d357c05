"""The block reference, `docs/blocks/`: a page for each block, made from the code and from `generator/specimens/`.

    python docs/make_blocks.py

Each page tells what the block is, its fields with their limits, what the tag tree has, and shows its specimen in Little
Room: on a page, and in a narrow panel where it takes another form there.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from generator.base.collection_readers import RawReader, TupleReader, UnionReader  # noqa: E402
from generator.base.declared import Declared, FieldsReader  # noqa: E402
from generator.base.fields import Fields  # noqa: E402
from generator.base.findings import Findings  # noqa: E402
from generator.base.json_schema import first_paragraph  # noqa: E402
from generator.base.scalar_readers import LiteralReader, NumberReader, ScalarReader  # noqa: E402
from generator.base.units import INCH  # noqa: E402
from generator.catalog.specimens import FOLDER, specimen_assets, specimen_shelf  # noqa: E402
from generator.kinds.block import Block, Composed, block_names, block_type  # noqa: E402
from generator.kinds.setting import Setting, Tightness  # noqa: E402
from generator.kinds.specimen_blocks import BreakLine  # noqa: E402
from generator.model.layout import Layout, Type  # noqa: E402
from generator.pdf.metadata import Metadata  # noqa: E402
from generator.pdf.raster import Pages  # noqa: E402
from generator.pdf.structure import Element  # noqa: E402
from generator.pdf.surface import Surface  # noqa: E402
from generator.pipeline import Works  # noqa: E402
from generator.stages.shape import shape  # noqa: E402
from generator.typeset.boxes import Stack  # noqa: E402

FOLDER_OUT = ROOT / "docs" / "blocks"
COMMAND = "python docs/make_blocks.py"
BRAND = "little-room"
PAGE, COLUMN, PANEL = 487.0, 300.0, 220.0  # pt: a leaflet's page, a column of words, a panel of a folded sheet
EDGE = 12.0  # pt of white round a picture
DPI = 100
COLOURS = 48  # of a picture: it is small then
PLACES = {
    "main": "in the column of words",
    "card": "in the column of words, or beside it",
    "wide": "across the page",
    "figure": "beside the words that it belongs to",
    "head": "at the head of a section",
    "foot": "at the foot of the last page",
    "break": "between two pages or columns",
}
LINE = Layout(name="Reference", kind="leaflet", page="A4", type=Type())


class Shown(NamedTuple):
    """A block drawn alone: its picture, the roles in its tag tree, and what it did to fit."""

    picture: Image.Image
    tree: tuple[str, ...]
    notes: tuple[str, ...]


class Reference:
    """Makes the pages; fonts and drawings are read once."""

    def __init__(self) -> None:
        self._works = Works(ROOT)
        look = self._works.look(BRAND)
        assert look is not None, self._works.findings.all
        self._look = look
        self._assets = specimen_assets(self._works.workspace, self._works.findings)

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield the text of each file, by name: the list of blocks first."""
        yield "README.md", self._index()
        for name in block_names():
            yield f"{name}.md", self._page(name)

    def pictures(self) -> Iterator[tuple[str, Image.Image]]:
        """Yield the picture of each block, and that of its narrow form where it has one."""
        for name in block_names():
            yield f"{name}.png", self.shown(name, measure_of(kind_of(name))).picture
            narrow = self.narrow(name)
            if narrow is not None:
                yield f"{name}-narrow.png", narrow.picture

    def narrow(self, name: str) -> Shown | None:
        """Return the block in a panel, where it looks otherwise there."""
        if kind_of(name).place not in ("wide", "foot"):
            found = self.shown(name, PANEL)
            return found if found.notes else None
        return self.shown(name, PANEL)

    def shown(self, name: str, measure: float) -> Shown:
        """Draw the blocks of a specimen alone, in a width of so many pt."""
        findings = Findings()
        read = shape(specimen_shelf(), name, findings, FOLDER)
        assert read is not None, findings.all
        body = (LINE.type or Type()).body
        document = Element("Document", lang="en-GB")
        tight = Tightness(body.size, body.leading, 1.0)
        setting = Setting(LINE, self._look, self._assets, "en-GB", tight, findings, document)
        made = [Composed(block, setting) for block in read.blocks]
        line = BreakLine(setting.roles.line_strong)
        stack = Stack([line if item.place == "break" else item.box for item in made])
        surface = Surface(Metadata(name, BRAND), document)
        surface.hues = setting.hues
        room = EDGE - min(stack.trim_top, EDGE / 2)
        surface.begin_page(measure + 2 * EDGE + stack.overhang, stack.height(measure) + 2 * room)
        stack.draw(surface, EDGE + stack.overhang, room, measure)
        tree = tuple(_outline(document, set(surface._contents.used(document))))
        surface.end_page()
        assert not findings.errors, findings.all
        with Pages(surface.finish()) as pages:
            picture = pages.picture(0, DPI / INCH)
        return Shown(picture, tree, tuple(note.message for note in setting.findings.notes))

    def _index(self) -> str:
        rows = [f"| [`{name}`]({name}.md) | {kind_of(name).summary} |" for name in block_names()]
        return "\n".join(
            [
                "# Blocks",
                "",
                "What the `body` of a handout is made of. Every item of the list is one block: its name, a colon, and",
                "its words or fields. The pictures are in Little Room; your brand has its own colours and faces.",
                "`handouts specimen --brand BRAND` draws all of them in it.",
                "",
                f"Made from the code by `{COMMAND}`: do not edit these pages by hand.",
                "",
                "| block | what the reader sees |",
                "|---|---|",
                *rows,
                "",
            ]
        )

    def _page(self, name: str) -> str:
        kind = kind_of(name)
        wide, narrow = self.shown(name, measure_of(kind)), self.narrow(name)
        lines = [f"# `{name}`", "", about(kind), "", f"![{kind.summary}]({name}.png)", ""]
        lines += ["```yaml", *_yaml(name), "```", "", "## Fields", "", *_fields(kind), *_short(name, kind)]
        lines += [*(line for cls in _nested(kind) for line in ["", f"### {_called(cls)}", "", *_part(cls)])]
        lines += ["", "## On the page", "", f"It stands {PLACES[kind.place]}.", ""]
        if narrow is not None:
            lines += [f"In a narrow panel, such as one of a folded sheet:{_told(narrow.notes)}", ""]
            lines += [f"![{kind.summary}, in a narrow panel]({name}-narrow.png)", ""]
        lines += ["## In the tag tree", "", *_tree(wide.tree), "", "[All blocks](README.md)", ""]
        return "\n".join(lines)


def kind_of(name: str) -> type[Block]:
    """Return a block by name."""
    kind = block_type(name)
    assert kind is not None
    return kind


def measure_of(kind: type[Block]) -> float:
    """Return the width that a block is drawn in, pt."""
    return PAGE if kind.place in ("wide", "foot") else COLUMN


def about(cls: type) -> str:
    """Return what a class says about itself."""
    return first_paragraph(cls).replace("``", "`")


def _yaml(name: str) -> list[str]:
    """Return the specimen's body as an author writes it, without its indentation."""
    text = (specimen_shelf().root / FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    lines = text.split("\nbody:\n")[1].rstrip("\n").split("\n")
    return [line.removeprefix("  ") for line in lines]


def _told(notes: Sequence[str]) -> str:
    return " " + "; ".join(notes) + "." if notes else ""


def _fields(cls: type[Fields]) -> list[str]:
    """Return the table of a class's fields; those that must be given first, then the optional, the common ones last."""
    common = {field.name for field in Block.declared()} if issubclass(cls, Block) else set()
    fields = sorted(cls.declared(), key=lambda field: (field.name in common, not field.required))
    head = ["| field | takes | if not given | |", "|---|---|---|---|"]
    return head + [f"| `{f.key}` | {takes(f.reader)} | {default(f)} | {_cell(f.description)} |" for f in fields]


def _part(cls: type[Fields]) -> list[str]:
    short = [f"A bare text stands for `{_key(cls, cls.short)}`.", ""] if cls.short is not None else []
    return [about(cls), "", *short, *_fields(cls)]


def _short(name: str, kind: type[Block]) -> list[str]:
    """Tell the short form, if there is one."""
    if kind.short is None:
        return []
    return ["", f"Short form: what is written right after `{name}:` is its `{_key(kind, kind.short)}`."]


def _key(cls: type[Fields], name: str | None) -> str:
    return next(field.key for field in cls.declared() if field.name == name)


def default(field: Declared) -> str:
    """Return what stands for a field that is not given, in words."""
    value = field.default
    if field.required:
        return "**must be given**"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or value == ():
        return "none"
    return f"`{value}`"


def takes(reader: Any) -> str:
    """Return what a field takes, in words, with its limits."""
    if isinstance(reader, UnionReader):
        return " or ".join(dict.fromkeys(takes(option) for option in reader.options))
    if isinstance(reader, TupleReader):
        limits = f" of {_range(reader.length)}" if reader.length is not None else ""
        return f"a list{limits}, each {takes(reader.item)}"
    if isinstance(reader, FieldsReader):
        name = f"[{_called(reader.cls)}](#{_called(reader.cls)})"
        short = next((field.reader for field in reader.cls.declared() if field.name == reader.cls.short), None)
        return f"{takes(short)} or {name}" if short is not None else name
    if isinstance(reader, LiteralReader):
        words = [f"`{option}`" for option in reader.options]
        return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
    if isinstance(reader, NumberReader) and reader.bounds is not None:
        return f"{reader.due} from {reader.bounds.least:g} to {reader.bounds.greatest:g}"
    if isinstance(reader, ScalarReader) and reader.length is not None:
        return f"{reader.due} of {_range(reader.length)} characters"
    if isinstance(reader, RawReader):
        return "blocks"
    return {"Markdown": "Markdown"}.get(getattr(getattr(reader, "cls", None), "__name__", ""), str(reader.due))


def _range(length: Any) -> str:
    least, most = length
    return f"{least:,}" if least == most else f"{least:,} to {most:,}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("[", "\\[")


def _called(cls: type) -> str:
    """Return the name of a part in small letters: a Side is `side`."""
    return cls.__name__.lower()


def _nested(cls: type[Fields]) -> list[type[Fields]]:
    """Return the classes that the fields of a block are made of, each once, in the order they are met."""
    found: list[type[Fields]] = []

    def walk(reader: Any) -> None:
        if isinstance(reader, FieldsReader):
            if reader.cls not in found:
                found.append(reader.cls)
                look(reader.cls)
        elif isinstance(reader, TupleReader):
            walk(reader.item)
        elif isinstance(reader, UnionReader):
            for option in reader.options:
                walk(option)

    def look(one: type[Fields]) -> None:
        for field in one.declared():
            walk(field.reader)

    look(cls)
    return found


def _outline(element: Element, used: set[Element]) -> Iterator[str]:
    """Yield the roles below an element, indented; neighbours that are alike once, with their number."""
    kids = [(kid.role, tuple(_outline(kid, used))) for kid in element.kids if kid in used]
    for (role, below), alike in groupby(kids):
        count = len(list(alike))
        yield f"{role} × {count}" if count > 1 else role
        yield from (f"  {line}" for line in below)


def _tree(tree: Sequence[str]) -> list[str]:
    return ["```", *tree, "```"] if tree else ["Nothing: it only says where the page ends."]


def encode(picture: Image.Image) -> bytes:
    """Return a picture as a small PNG."""
    buffer = io.BytesIO()
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def main() -> None:
    """Write all pages and pictures, and remove those of blocks that are gone."""
    reference = Reference()
    made = {name: text.encode() for name, text in reference.files()}
    made |= {name: encode(picture) for name, picture in reference.pictures()}
    FOLDER_OUT.mkdir(exist_ok=True)
    for path in FOLDER_OUT.iterdir():
        if path.name not in made:
            path.unlink()
    for name, data in made.items():
        (FOLDER_OUT / name).write_bytes(data)


if __name__ == "__main__":
    main()
