"""Objects carried from a foreign PDF into a document of ours: cleaned on the way, and each only once.

What is carried is what pages are drawn with: contents, resources, fonts, pictures, appearances. Two objects that come
out as the same bytes become one, in one document and across all that are carried into it. Objects that stand in a
circle, and those whose number was given out beforehand (pages, annotations, structure), are never shared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, Protocol

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from generator.pdf.foreign_streams import Budget, decoded, filters_of
from generator.pdf.foreign_values import ForeignFault, entry, name, raw, resolve
from generator.pdf.operators import unmarked
from generator.pdf.plain_jpeg import plain_jpeg
from generator.pdf.syntax import packed, stream

DEEPEST = 60  # arrays and dictionaries in one another
# Entries that act, watch, lead elsewhere or tell of other programs.
DROPPED = frozenset(
    {"/AA", "/JS", "/JavaScript", "/OpenAction", "/PieceInfo", "/LastModified", "/AF", "/OPI", "/Alternates", "/Ref"}
    | {"/Metadata", "/Thumb", "/XFA", "/EmbeddedFiles", "/OC", "/StructTreeRoot", "/MarkStyle", "/PresSteps"}
    | {"/CIDSet", "/CharSet", "/Measure", "/PtData"}  # CIDSet, CharSet: optional, and often untrue
)
# Kinds of object that are never drawn with.
FOREIGN_KINDS = frozenset(
    {"Page", "Pages", "Catalog", "StructElem", "StructTreeRoot", "ObjStm", "XRef", "Filespec", "F", "EmbeddedFile"}
    | {"Sig", "Outlines", "Action", "Template"}
)
KEYS = ("/StructParent", "/StructParents")


class Sink(Protocol):
    """Where objects go: a document in the making."""

    def reserve(self) -> int:
        """Return the number of the next object."""

    def put(self, number: int, data: bytes) -> None:
        """Set the bytes of an object."""


class Carrier:
    """Carries the objects of one file into a sink.

    Args:
        sink: the document.
        shared: digest -> number of what the document has; handed to every carrier of one document.
        budget: bytes that streams may take when they are decoded, stripped of marks and packed anew; without one,
            all streams pass as they are.
        key: turns a key of the file's ParentTree into the document's; without it these keys are dropped.
    """

    def __init__(
        self,
        sink: Sink,
        shared: dict[bytes, int],
        budget: Budget | None = None,
        key: Callable[[int], int] | None = None,
    ) -> None:
        self._sink, self._shared, self._budget, self._key = sink, shared, budget, key
        self.numbers: dict[int, int] = {}  # object number in the file -> in the document
        self._owed = set[int]()  # numbers given out while their objects are still being carried

    def carry(self, reference: IndirectObject) -> int:
        """Carry an object and all that it needs; return its number in the document."""
        stack: list[tuple[IndirectObject, list[bytes | IndirectObject] | None]] = [(reference, None)]
        opened = set[int]()
        while stack:
            current, parts = stack[-1]
            number = current.idnum
            if number in self.numbers and number not in self._owed:
                stack.pop()
                continue
            if parts is None:
                opened.add(number)
                parts = self._parts(current)
                stack[-1] = (current, parts)
                waiting = {p.idnum: p for p in parts if isinstance(p, IndirectObject)}
                stack += [(p, None) for n, p in waiting.items() if n not in self.numbers and n not in opened]
                continue
            stack.pop()
            self._finish(number, parts)
        return self.numbers[reference.idnum]

    def _finish(self, number: int, parts: list[bytes | IndirectObject]) -> None:
        for part in parts:
            if isinstance(part, IndirectObject) and part.idnum not in self.numbers:  # it stands in a circle
                self.numbers[part.idnum] = self._sink.reserve()
                self._owed.add(part.idnum)
        data = self._joined(parts)
        if number in self._owed:
            self._owed.discard(number)
            self._sink.put(self.numbers[number], data)
            return
        self.numbers[number] = self.share(data)

    def share(self, data: bytes) -> int:
        """Return the number of an object with these bytes, put into the document unless it is there."""
        digest = hashlib.sha256(data).digest()
        known = self._shared.get(digest)
        if known is None:
            known = self._shared[digest] = self._sink.reserve()
            self._sink.put(known, data)
        return known

    def value(self, value: Any) -> bytes:
        """Return a value as bytes; what it refers to is carried."""
        parts: list[bytes | IndirectObject] = []
        self._write(value, parts, 0)
        for part in parts:
            if isinstance(part, IndirectObject) and part.idnum not in self.numbers:
                self.carry(part)
        return self._joined(parts)

    def _joined(self, parts: list[bytes | IndirectObject]) -> bytes:
        return b"".join(p if isinstance(p, bytes) else b" %d 0 R" % self.numbers[p.idnum] for p in parts)

    def _parts(self, reference: IndirectObject) -> list[bytes | IndirectObject]:
        obj = resolve(reference)
        if isinstance(obj, StreamObject):
            return self._stream(obj)
        parts: list[bytes | IndirectObject] = []
        self._write(obj, parts, 0)
        return parts

    def _stream(self, obj: StreamObject) -> list[bytes | IndirectObject]:
        """Return a stream in parts; its length stands first, where ReportLab's writer looks for it."""
        if raw(obj, "/F") is not None:
            raise ForeignFault("pdf-broken", "a stream lies in another file", "export it as a PDF again")
        if name(raw(obj, "/Subtype")) == "PS" or _foreign_kind(obj):
            return [b"null"]
        packing = {"/Filter", "/DecodeParms"} if self._packs_anew(obj) else set[str]()
        parts: list[bytes | IndirectObject] = []
        self._entries(obj, parts, 1, packing | {"/Length"})
        made = packed(b"\0", self._plain(obj)) if packing else stream(b"\0", self._as_it_is(obj))
        head, tail = made.split(b"\0", 1)
        return [head, *parts, tail]

    def _plain(self, obj: StreamObject) -> bytes:
        """Return a stream's data; forms and patterns without marks, since they are drawn inside one."""
        assert self._budget is not None
        data = decoded(obj, self._budget)
        drawn = name(raw(obj, "/Subtype")) == "Form" or raw(obj, "/PatternType") is not None
        return unmarked(data) if drawn else data

    def _as_it_is(self, obj: StreamObject) -> bytes:
        data = bytes(obj._data)
        return plain_jpeg(data) if self._budget is not None and filters_of(obj) == ["DCTDecode"] else data

    def _packs_anew(self, obj: StreamObject) -> bool:
        """Pack anew what is no picture, so that it is known to be whole, and LZW (PDF/A-2, 6.1.7.2) is gone."""
        if self._budget is None:
            return False
        picture = name(raw(obj, "/Subtype")) == "Image"
        return not picture or "LZWDecode" in filters_of(obj)

    def _write(self, value: Any, parts: list[bytes | IndirectObject], depth: int) -> None:
        if depth > DEEPEST:
            raise ForeignFault("pdf-broken", "its objects lie too deep in one another", "export it as a PDF again")
        if isinstance(value, IndirectObject):
            if value.idnum not in self.numbers and resolve(value) is None:
                parts.append(b" null")
            else:
                parts.append(value)
        elif isinstance(value, StreamObject):
            raise ForeignFault("pdf-broken", "a stream stands inside an object", "export it as a PDF again")
        elif isinstance(value, DictionaryObject):
            if _foreign_kind(value):
                parts.append(b" null")
                return
            parts.append(b"<<")
            self._entries(value, parts, depth + 1, set())
            parts.append(b">>")
        elif isinstance(value, ArrayObject):
            parts.append(b"[")
            for item in value:
                self._write(item, parts, depth + 1)
            parts.append(b"]")
        else:
            parts.append(scalar(value))

    def _entries(
        self, holder: DictionaryObject, parts: list[bytes | IndirectObject], depth: int, without: set[str]
    ) -> None:
        for key, value in holder.items():
            if key in DROPPED or key in without or (key == "/Interpolate" and self._budget is not None):
                continue
            if key in KEYS:
                old = resolve(value)
                if self._key is not None and isinstance(old, NumberObject):
                    parts.append(b"%s %d" % (key.encode(), self._key(int(old))))
                continue
            parts.append(name_bytes(key))
            self._write(value, parts, depth)


def _foreign_kind(holder: DictionaryObject) -> bool:
    return name(raw(holder, "/Type")) in FOREIGN_KINDS or entry(holder, "/S") in ("/JavaScript", "/Launch")


def scalar(value: Any) -> bytes:
    """Return a name, string, number, boolean or null as bytes that need no space before them but after a number."""
    if value is None:
        return b" null"
    if isinstance(value, NameObject):
        return name_bytes(value)
    if isinstance(value, TextStringObject | ByteStringObject):
        return b"<" + bytes(value.original_bytes).hex().upper().encode() + b">"
    if isinstance(value, BooleanObject):
        return b" true" if value.value else b" false"
    if isinstance(value, NumberObject):
        return b" %d" % value
    if isinstance(value, FloatObject):
        return b" " + value.myrepr().encode()
    return b" null"


def name_bytes(value: str) -> bytes:
    """Return a name with what has a meaning of its own written as #xx (ISO 32000-1, 7.3.5)."""
    out = bytearray(b"/")
    for octet in str(value)[1:].encode("latin-1", "replace"):
        if 33 <= octet <= 126 and octet not in b"#%()<>[]{}/":
            out.append(octet)
        else:
            out += b"#%02X" % octet
    return bytes(out)
