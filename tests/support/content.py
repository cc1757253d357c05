"""What a page's content stream marks and says: marked content, text by MCID, and what stands outside every mark."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import pikepdf

SHOWING = frozenset({"Tj", "TJ", "'", '"'})
PAINTING = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "INLINE IMAGE"})
DEEPEST_FORM = 8  # forms in forms; a circle ends here


@dataclass
class Content:
    """One page.

    Attributes:
        marks: (MCID, tag) in the order of the stream.
        text: MCID -> the text shown in it, by ToUnicode and ActualText.
        stray: operators that show or paint outside every mark and artifact.
        errors: marks that do not nest as they must.
    """

    marks: list[tuple[int, str]] = field(default_factory=list)
    text: dict[int, str] = field(default_factory=lambda: defaultdict(str))
    stray: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass
class _Frame:
    """An open BMC or BDC."""

    mcid: int | None
    artifact: bool
    actual: str | None  # replaces what is shown inside


class _Font:
    """From codes to text."""

    def __init__(self, obj: Any) -> None:
        self.width = 2 if obj.get("/Subtype") == "/Type0" else 1
        self.map = to_unicode(obj.ToUnicode.read_bytes()) if "/ToUnicode" in obj else {}
        self.mapped = "/ToUnicode" in obj

    def text(self, codes: bytes) -> str:
        if not self.mapped:
            return codes.decode("cp1252", errors="replace")
        step = self.width
        found = (int.from_bytes(codes[at : at + step], "big") for at in range(0, len(codes), step))
        return "".join(self.map.get(code, "\N{REPLACEMENT CHARACTER}") for code in found)


def to_unicode(cmap: bytes) -> dict[int, str]:
    """Read a ToUnicode CMap's bfchar and bfrange blocks (ISO 32000-1, 9.10.3)."""
    found: dict[int, str] = {}

    def text(digits: bytes) -> str:
        return bytes.fromhex(digits.decode()).decode("utf-16-be", errors="replace")

    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, value in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            found[int(code, 16)] = text(value)
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, value, array in re.findall(
            rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]*)>|\[(.*?)\])", block, re.DOTALL
        ):
            start, end = int(first, 16), int(last, 16)
            values = re.findall(rb"<([0-9A-Fa-f]*)>", array)
            for code in range(start, end + 1):
                if array:
                    found[code] = text(values[code - start])
                else:
                    stem = text(value)
                    found[code] = stem[:-1] + chr(ord(stem[-1]) + code - start)
    return found


class _Reader:
    """Walks a content stream and the forms it draws."""

    def __init__(self) -> None:
        self.content = Content()
        self.frames: list[_Frame] = []
        self.fonts: dict[tuple[int, int], _Font] = {}

    def read(self, stream: Any, resources: Any, depth: int = 0) -> None:
        font: _Font | None = None
        floor = len(self.frames)
        for instruction in pikepdf.parse_content_stream(stream):
            operator = str(instruction.operator)
            operands = list(instruction.operands)
            if operator in ("BDC", "BMC"):
                self._open(operands, resources)
            elif operator == "EMC":
                self._close(floor)
            elif operator == "Tf":
                font = self._font(resources.Font[operands[0]])
            elif operator in SHOWING:
                self._show(operator, operands, font)
            elif operator == "Do":
                self._draw(str(operands[0]), resources, depth)
            elif operator in PAINTING and not self._claimed():
                self.content.stray.append(operator)
        if len(self.frames) != floor:
            self.content.errors.append("BDC without EMC")
            del self.frames[floor:]

    def _font(self, obj: Any) -> _Font:
        return self.fonts.setdefault(obj.objgen, _Font(obj)) if obj.objgen != (0, 0) else _Font(obj)

    def _claimed(self) -> bool:
        return any(frame.artifact or frame.mcid is not None for frame in self.frames)

    def _open(self, operands: list[Any], resources: Any) -> None:
        tag = str(operands[0])[1:]
        properties = operands[1] if len(operands) > 1 else pikepdf.Dictionary()
        if isinstance(properties, pikepdf.Name):
            properties = resources.Properties[properties]
        mcid = int(properties.MCID) if "/MCID" in properties else None
        frame = _Frame(mcid, tag == "Artifact", str(properties.ActualText) if "/ActualText" in properties else None)
        self._check_nesting(frame)
        if mcid is not None:
            self.content.marks.append((mcid, tag))
        self.frames.append(frame)
        if frame.actual is not None:
            self._say(frame.actual, self.frames[:-1])

    def _check_nesting(self, frame: _Frame) -> None:
        inner = "Artifact" if frame.artifact else f"MCID {frame.mcid}" if frame.mcid is not None else None
        if inner is None:
            return
        for outer in self.frames:
            if outer.mcid is not None:
                self.content.errors.append(f"{inner} inside MCID {outer.mcid}")
            elif outer.artifact and frame.mcid is not None:
                self.content.errors.append(f"{inner} inside an artifact")

    def _close(self, floor: int) -> None:
        if len(self.frames) > floor:
            self.frames.pop()
        else:
            self.content.errors.append("EMC without BDC")

    def _show(self, operator: str, operands: list[Any], font: _Font | None) -> None:
        if not self._claimed():
            self.content.stray.append(operator)
        pieces = operands[-1] if operator == "TJ" else [operands[-1]]
        codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
        self._say(font.text(codes) if font else "", self.frames)

    def _say(self, text: str, frames: list[_Frame]) -> None:
        """Add text to the mark it belongs to, unless something around it is read instead."""
        if any(frame.actual is not None or frame.artifact for frame in frames):
            return
        mcid = next((frame.mcid for frame in reversed(self.frames) if frame.mcid is not None), None)
        if mcid is not None:
            self.content.text[mcid] += text

    def _draw(self, name: str, resources: Any, depth: int) -> None:
        form = resources.XObject[name]
        if form.get("/Subtype") == "/Form" and depth < DEEPEST_FORM:
            self.read(form, form.get("/Resources", resources), depth + 1)
        elif not self._claimed():
            self.content.stray.append(f"Do {name}")


def read_content(page: pikepdf.Page) -> Content:
    """Read one page's content and every form it draws."""
    reader = _Reader()
    reader.read(page, page.resources)
    return reader.content
