"""A ReportLab document as the bytes of a file; ReportLab's own writer knows no object streams."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from reportlab.pdfbase import pdfdoc

from generator.base.patterns import later
from generator.base.tuples import NamedTuple
from generator.pdf.packing import assemble
from generator.pdf.syntax import close

_LENGTH = later(rb"/Length (\d+)")


class Own(NamedTuple):
    """Objects that ReportLab knows nothing of: ``make`` gives the bytes of each, by its place in ``numbers``."""

    numbers: range
    make: Callable[[int], bytes]


def reserve(document: Any, count: int) -> range:
    """Return so many object numbers, which ReportLab then gives to nothing."""
    first = document.objectcounter + 1
    document.objectcounter += count
    return range(first, first + count)


def write(document: Any, info: int, own: Own) -> bytes:
    """Return the finished file. ``info`` is the object number of the document information dictionary."""
    root = document.idToObjectNumberAndVersion[document.Reference(document.Catalog).name][0]
    return assemble(_objects(document, own), root, info)


def _objects(document: Any, own: Own) -> Iterator[tuple[int, bytes]]:
    number = 1
    while number in own.numbers or number in document.numberToId:  # objects may be added while others are formatted
        if number in own.numbers:
            yield number, own.make(number - own.numbers.start)
        else:
            yield number, _format(document, number)
        number += 1


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
