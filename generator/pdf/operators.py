"""Content streams as operators with their operands, and where each stands (ISO 32000-1, 7.8.2).

Bytes are never made anew: what is cut out, renamed or put in is spliced, and all else stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.patterns import later
from generator.base.tuples import NamedTuple
from generator.pdf.foreign_values import ForeignFault

_SPACE = rb"\0\t\n\f\r "
_TOKEN = later(
    rb"(?P<gap>[%b]+|%%[^\r\n]*)|(?P<string>\()|(?P<hex><[0-9A-Fa-f%b]*>)|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|(?P<name>/[^%b()<>\[\]{}/%%]*)|(?P<word>[^%b()<>\[\]{}/%%]+)" % ((_SPACE,) * 4)
)
# One whole operation as nearly all are written, read in one step. Each place can be read in one way only, so that no
# file can make it slow. No group is possessive: Python before 3.11.5 reads on from where its last try failed.
_NUMERAL = rb"[+-]?+(?:\d++(?:\.\d*+)?|\.\d++)(?=[%b()<>\[\]/])" % _SPACE
_PLAIN_STRING = rb"\([^()\\]*+(?:\\.[^()\\]*+)*\)"
_PLAIN_HEX = rb"<[0-9A-Fa-f]*+>"
_OPERAND = later(
    rb"%b|/[^%b()<>\[\]{}/%%]*+|%b|%b|\[[0-9.+\-%b]*+(?:(?:%b|%b)[0-9.+\-%b]*+)*\]|<<[^<>()\[\]{}%%]*+>>"
    % (_NUMERAL, _SPACE, _PLAIN_HEX, _PLAIN_STRING, _SPACE, _PLAIN_HEX, _PLAIN_STRING, _SPACE),
    re.DOTALL,
)
_USUAL = later(
    rb"[%b]*+((?:(?:%b)[%b]*+)*)([A-Za-z'\"][^%b()<>\[\]{}/%%]*+)" % (_SPACE, _OPERAND.pattern, _SPACE, _SPACE),
    re.DOTALL,
)
_STRING = later(rb"[^()\\]+|\\.|[()]", re.DOTALL)
_NUMBER = later(rb"[+-]*(\d+\.?\d*|\.\d+)(-\d*)?")
_END_OF_IMAGE = later(rb"[%b]EI(?=[%b]|\Z)" % (_SPACE, _SPACE))
_PLAIN = later(rb"[\t\n\f\r -~]*")
_NOT_USUAL = (b"true", b"false", b"null", b"BI")
_VALUES = (b"true", b"false", b"null")
WINDOW = 1 << 16  # bytes of an operation that may be read in one step: what was read so far is kept in memory
MOST_OPERANDS = 200  # a reader may refuse 34 (ISO 32000-1, annex C, note); nobody writes more than 33


class Operation(NamedTuple):
    """One operator: its operands as they are written, and the bytes from the first of them to its own end."""

    operator: bytes
    operands: tuple[bytes, ...]
    start: int
    end: int


def operations(data: bytes) -> Iterator[Operation]:
    """Yield the operations of a content stream; an inline image is one operation ``BI`` with all its bytes.

    Raises:
        ForeignFault: these are no operators.
    """
    at = 0
    while at < len(data):
        usual = _USUAL.match(data, at, at + WINDOW)
        if usual is not None and usual.end() < at + WINDOW and usual[2] not in _NOT_USUAL:
            found = _OPERAND.findall(usual[1]) if usual[1] else ()
            if len(found) > MOST_OPERANDS:
                raise _unreadable(at)
            at = usual.end()
            yield Operation(usual[2], tuple(found), usual.start(1), at)
            continue
        operation = _operation(data, at)
        if operation is None:
            return
        at = operation.end
        yield operation


def _operation(data: bytes, at: int) -> Operation | None:
    """Read the next operation token by token; None where there is none."""
    start, depth, opened = -1, 0, 0
    operands: list[bytes] = []
    while at < len(data):
        token = _TOKEN.match(data, at)
        if token is None:
            raise _unreadable(at)
        kind, begin, at = token.lastgroup, at, token.end()
        if kind == "gap":
            continue
        start = begin if start < 0 else start
        if kind == "string":
            at = _string_end(data, at)
        elif kind == "open":
            opened = begin if depth == 0 else opened
            depth += 1
        elif kind == "close":
            depth -= 1
            if depth < 0:
                raise _unreadable(begin)
        elif kind == "word" and depth == 0 and not _is_value(token[0]):
            if token[0] == b"BI":
                at = _image_end(data, at)
            return Operation(token[0], tuple(operands), start, at)
        if depth == 0:
            operands.append(data[opened if kind == "close" else begin : at])
            if len(operands) > MOST_OPERANDS:
                raise _unreadable(begin)
    if depth or operands:
        raise _unreadable(len(data))
    return None


def _is_value(word: bytes) -> bool:
    return word in _VALUES or _NUMBER.fullmatch(word) is not None


def _string_end(data: bytes, at: int) -> int:
    depth = 1
    while depth:
        piece = _STRING.match(data, at)
        if piece is None:
            raise _unreadable(at)
        depth += (piece[0] == b"(") - (piece[0] == b")")
        at = piece.end()
    return at


def _image_end(data: bytes, at: int) -> int:
    """Return where an inline image ends: at an EI after which operators stand."""
    while (found := _END_OF_IMAGE.search(data, at)) is not None:
        after = data[found.end() : found.end() + 12]
        if _PLAIN.fullmatch(after):
            return found.end()
        at = found.start() + 1
    raise _unreadable(at)


def _unreadable(at: int) -> ForeignFault:
    message = f"it is not a whole PDF (at byte {at} of a page's content stands no operator)"
    return ForeignFault("pdf-broken", message, "open it in the program that made it and export it as a PDF again")


_ESCAPE = later(rb"\\(?:([0-7]{1,3})|(\r\n|[\r\n])|(.))|\r\n?", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def strings_of(operand: bytes) -> list[bytes]:
    """Return the strings in an operand: of a string itself, or of the array of a TJ (ISO 32000-1, 7.3.4)."""
    found, at = list[bytes](), 0
    while at < len(operand):
        token = _TOKEN.match(operand, at)
        if token is None:
            raise _unreadable(at)
        begin, at = at, token.end()
        if token.lastgroup == "string":
            at = _string_end(operand, at)
            found.append(_ESCAPE.sub(_unescaped, operand[begin + 1 : at - 1]))
        elif token.lastgroup == "hex":
            digits = b"".join(token[0][1:-1].split())
            found.append(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()))
    return found


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1] is not None:
        return bytes([int(found[1], 8) & 255])
    if found[2] is not None:
        return b""
    return b"\n" if found[3] is None else _LETTERS.get(found[3], found[3])


MARKING = frozenset({b"BMC", b"BDC", b"EMC", b"MP", b"DP"})


def unmarked(data: bytes) -> bytes:
    """Return a content stream without marked content, its states saved and restored in pairs.

    A restore without a save is taken out, and what is still saved at the end is restored.
    """
    out, at, depth = bytearray(), 0, 0
    for operation in operations(data):
        drop = operation.operator in MARKING
        if operation.operator == b"q":
            depth += 1
        elif operation.operator == b"Q":
            drop = depth == 0
            depth -= not drop
        if drop:
            out += data[at : operation.start]
            at = operation.end
    out += data[at:]
    return bytes(out) + b"\nQ" * depth
