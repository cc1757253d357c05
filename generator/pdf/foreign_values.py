"""Values of a PDF that somebody else made, as pypdf reads them, asked for without surprise.

Whatever a file holds where something else belongs comes out as None or empty; what cannot be read at all is a
:class:`ForeignFault`. Nothing here recurses along references.
"""

from __future__ import annotations

from typing import Any

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)

from generator.base.inside import DoorError

NameObject.CHARSETS = ("latin1",) * 3  # a name is bytes: each comes back as it was
LONGEST_CHAIN = 16  # references to references: none is usual, and a circle ends here
_NOTHING = DictionaryObject()


class ForeignFault(DoorError):
    """A PDF is not taken in: ``code``, ``message`` and ``help`` are ready for a finding."""


def resolve(value: Any) -> Any:
    """Return what a value stands for: references are followed, and null is None."""
    for _ in range(LONGEST_CHAIN):
        if isinstance(value, NullObject):
            return None
        if not isinstance(value, IndirectObject):
            return value
        value = _fetch(value)
    return None


def _fetch(reference: IndirectObject) -> Any:
    """Return an object; a reference to none is null (ISO 32000-1, 7.3.10), which pypdf in strict mode refuses."""
    reader = reference.pdf
    assert isinstance(reader, PdfReader)
    number, generation = reference.idnum, reference.generation
    if number not in reader.xref_objStm and number not in reader.xref.get(generation, ()):
        return None
    return reader.get_object(reference)


def entry(holder: Any, key: str) -> Any:
    """Return a dictionary's entry, resolved; None where there is none."""
    return resolve(dict.get(holder, key)) if isinstance(holder, DictionaryObject) else None


def raw(holder: Any, key: str) -> Any:
    """Return a dictionary's entry as it stands there."""
    return dict.get(holder, key) if isinstance(holder, DictionaryObject) else None


def dictionary(holder: Any, key: str) -> DictionaryObject:
    """Return an entry that is a dictionary; an empty one where it is not."""
    value = entry(holder, key)
    return value if isinstance(value, DictionaryObject) else _NOTHING


def listed(value: Any) -> list[Any]:
    """Return an entry that may be absent, one value or an array as a list of values as they stand there."""
    resolved = resolve(value)
    if resolved is None:
        return []
    return list(resolved) if isinstance(resolved, ArrayObject) else [value]


def number_of(value: Any) -> int | None:
    """Return the object number of a reference; None for a value that stands by itself."""
    return value.idnum if isinstance(value, IndirectObject) else None


def integer(value: Any) -> int | None:
    """Return a whole number, or None."""
    value = resolve(value)
    return int(value) if isinstance(value, NumberObject) else None


def name(value: Any) -> str:
    """Return a name without its slash; empty where it is none."""
    value = resolve(value)
    return str(value)[1:] if isinstance(value, NameObject) else ""


def octets(value: Any) -> bytes | None:
    """Return the bytes of a string, or None."""
    value = resolve(value)
    if isinstance(value, TextStringObject | ByteStringObject):
        return bytes(value.original_bytes)
    return None


def words(value: Any) -> str:
    """Return a text string as text (ISO 32000-1, 7.9.2.2), without control characters; empty where it is none."""
    data = octets(value)
    if data is None:
        return ""
    if data[:2] in (b"\xfe\xff", b"\xff\xfe"):
        text = data.decode("utf-16", "replace")
    elif data[:3] == b"\xef\xbb\xbf":
        text = data[3:].decode("utf-8", "replace")
    else:
        text = _pdfdoc(data)
    return " ".join("".join(c if c >= " " and c not in "\x7f\ufffe\uffff" else " " for c in text).split())


def _pdfdoc(data: bytes) -> str:
    """Return text in PDFDocEncoding: Latin-1 but for some thirty codes (ISO 32000-1, annex D)."""
    return data.decode("latin-1").translate(_PDFDOC)


_PDFDOC = dict(
    zip(
        (*range(0x18, 0x20), *range(0x80, 0x9F), 0xA0),
        "\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203a\u2212"
        "\u2030\u201e\u201c\u201d\u2018\u2019\u201a\u2122\ufb01\ufb02\u0141\u0152\u0160\u0178\u017d\u0131\u0142\u0153\u0161\u017e"
        "\u20ac",
        strict=True,
    )
)
