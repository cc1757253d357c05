"""A ReportLab document as the bytes of a file; ReportLab's own writer knows no object streams."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase import pdfdoc

from generator.pdf.packing import assemble
from generator.pdf.syntax import close

_LENGTH = re.compile(rb"/Length (\d+)")


def write(document: Any, info: int) -> bytes:
    """Return the finished file. ``info`` is the object number of the document information dictionary."""
    root = document.idToObjectNumberAndVersion[document.Reference(document.Catalog).name][0]
    return assemble(_objects(document), root, info)


def _objects(document: Any) -> Iterator[tuple[int, bytes]]:
    number = 0
    while (number := number + 1) in document.numberToId:  # objects may be added while others are formatted
        yield number, _format(document, number)


def _format(document: Any, number: int) -> bytes:
    obj = document.idToObject[document.numberToId[number]]
    data: bytes = pdfdoc.format(obj, document, toplevel=1)
    data = data.strip()
    if data.endswith(b"endstream"):
        length = _LENGTH.search(data)
        assert length is not None, "every stream says its length"
        end = data.index(b"stream\n", length.end()) + len(b"stream\n") + int(length[1])
        data = data[:end] + close(data[:end])
    return data
