"""Streams of a foreign PDF decoded strictly: whole, or not at all (ISO 32000-1, 7.4)."""

from __future__ import annotations

import zlib
from typing import Any

from pypdf import filters
from pypdf.generic import StreamObject

from generator.pdf.foreign_values import ForeignFault, integer, listed, name, raw, resolve

MOST_FILTERS = 4
TEXT_FILTERS = {
    "FlateDecode": "Fl", "LZWDecode": "LZW", "ASCII85Decode": "A85", "ASCIIHexDecode": "AHx", "RunLengthDecode": "RL",
}  # fmt: skip
_SHORT = {short: long for long, short in TEXT_FILTERS.items()}


class Budget:
    """How many decoded bytes are left for a file."""

    def __init__(self, most: int) -> None:
        self.most = self.left = most

    def take(self, size: int) -> None:
        """Take so many bytes.

        Raises:
            ForeignFault: there are not so many left.
        """
        self.left -= size
        if self.left < 0:
            message = f"its content takes more than {self.most >> 20} MB when it is unpacked"
            raise ForeignFault("pdf-too-big", message, "make its pages simpler, or export it again")


def filters_of(stream: StreamObject) -> list[str]:
    """Return the long names of a stream's filters."""
    named = [name(value) for value in listed(raw(stream, "/Filter"))]
    return [_SHORT.get(one, one) for one in named]


def decoded(stream: StreamObject, budget: Budget) -> bytes:
    """Return what a stream of operators, characters or numbers holds.

    Raises:
        ForeignFault: it does not decode, or is too large, or lies in another file.
    """
    if raw(stream, "/F") is not None:
        raise _undecodable("a stream that lies in another file")
    named = filters_of(stream)
    if len(named) > MOST_FILTERS:
        raise _undecodable(f"a stream packed {len(named)} times")
    settings = [resolve(value) for value in listed(raw(stream, "/DecodeParms"))]
    data = bytes(stream._data)
    for position, one in enumerate(named):
        if one not in TEXT_FILTERS:
            raise _undecodable(f"a stream packed as '{one[:20]}'")
        data = _unpack(one, data, settings[position] if position < len(settings) else None, budget.left)
    budget.take(len(data))
    return data


def _unpack(one: str, data: bytes, settings: Any, most: int) -> bytes:
    try:
        if one == "FlateDecode":
            return _predicted(_inflate(data, most), settings)
        if one == "LZWDecode":
            return _predicted(bytes(filters.LZWDecode.decode(data, settings)), None)
        if one == "RunLengthDecode":
            return bytes(filters.RunLengthDecode.decode(data))
        decoder = filters.ASCII85Decode if one == "ASCII85Decode" else filters.ASCIIHexDecode
        return bytes(decoder.decode(data))
    except ForeignFault:
        raise
    except Exception as fault:  # pypdf's decoders raise whatever a broken stream makes them raise
        raise _undecodable("a stream that does not unpack") from fault


def _inflate(data: bytes, most: int) -> bytes:
    """Return inflated data; pypdf would give what it can of a broken stream, or nothing, without a word."""
    if not data.strip():  # an empty page, as some programs write it
        return b""
    packer = zlib.decompressobj()
    out = packer.decompress(data, most + 1)
    if len(out) <= most and not packer.eof:
        raise zlib.error("incomplete")
    return out


def _predicted(data: bytes, settings: Any) -> bytes:
    if (integer(raw(settings, "/Predictor")) or 1) == 1:
        return data
    packed = zlib.compress(data, 0)
    return bytes(filters.FlateDecode.decode(packed, settings))


def _undecodable(why: str) -> ForeignFault:
    help_ = "open it in the program that made it and export it as a PDF again"
    return ForeignFault("pdf-broken", f"it is not a whole PDF ({why})", help_)
