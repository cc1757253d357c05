"""Destinations and actions of an input: named ones made unique, those that only lead somewhere kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from generator.base.patterns import later
from generator.pdf.carrying import name_bytes, scalar
from generator.pdf.foreign_actions import name_tree
from generator.pdf.foreign_values import dictionary, entry, name, number_of, octets, raw, resolve
from generator.pdf.merged_parts import Given

_SCHEME = later(rb"\s*([A-Za-z][A-Za-z0-9+.-]*):")
SAFE_SCHEMES = frozenset({b"http", b"https", b"mailto", b"tel", b"sms", b"ftp"})
TURNS = ("NextPage", "PrevPage", "FirstPage", "LastPage")
_FITS = frozenset({"XYZ", "Fit", "FitH", "FitV", "FitR", "FitB", "FitBH", "FitBV"})
# What an action that is not kept is called.
ACTIONS = {
    "JavaScript": "JavaScript", "Launch": "links that start a program", "GoToR": "links to other files",
    "GoToE": "links to attached files", "SubmitForm": "buttons that send a form", "ImportData": "links that load data",
    "ResetForm": "buttons that empty a form",
}  # fmt: skip


class Links:
    """The destinations of one input, and its actions as they stand in the merged document."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._names: dict[tuple[bool, bytes], bytes] = {}  # (written as a name, its bytes) -> name in the result
        for written_as_name, said, target in self._named():
            place = self._place(target)
            if place is not None and (written_as_name, said) not in self._names:
                self._names[written_as_name, said] = self._unique(said, place)

    def _named(self) -> Iterator[tuple[bool, bytes, Any]]:
        catalog = self._given.foreign.catalog
        yield from ((False, said, value) for said, value in name_tree(raw(dictionary(catalog, "/Names"), "/Dests")))
        for key, value in dictionary(catalog, "/Dests").items():
            yield True, key[1:].encode("latin-1", "replace"), value

    def _unique(self, said: bytes, place: bytes) -> bytes:
        places, number = self._given.whole.places, self._given.number
        while said in places:
            said = b"%d." % number + said
        places[said] = place
        return said

    def _place(self, value: Any) -> bytes | None:
        """Return an explicit destination in the merged document; None when it leads to no page."""
        value = resolve(value)
        if isinstance(value, DictionaryObject):
            value = entry(value, "/D")
        if not isinstance(value, ArrayObject) or not value:
            return None
        first, *rest = value
        page = self._given.carrier.numbers.get(number_of(first) or 0)
        if page not in self._given.pages_set:
            return None
        if not rest or name(rest[0]) not in _FITS:
            return b"[%d 0 R/Fit]" % page
        return b"[%d 0 R%s]" % (page, b"".join(scalar(resolve(item)) for item in rest[:5]))

    def destination(self, value: Any) -> bytes | None:
        """Return a destination, explicit or named, as it stands in the merged document; None where it leads nowhere."""
        value = resolve(value)
        if isinstance(value, NameObject):
            return _string(self._names.get((True, str(value)[1:].encode("latin-1", "replace"))))
        said = octets(value)
        return self._place(value) if said is None else _string(self._names.get((False, said)))

    def goal(self, holder: DictionaryObject) -> bytes:
        """Return the entry, /Dest or /A, that leads where an annotation or bookmark leads; empty where it may not."""
        if raw(holder, "/Dest") is not None:
            place = self.destination(raw(holder, "/Dest"))
            return b"/Dest" + place if place else b""
        action = dictionary(holder, "/A")
        kind = name(raw(action, "/S"))
        if kind == "GoTo":
            place = self.destination(raw(action, "/D"))
            return b"/A<</S/GoTo/D" + place + b">>" if place else b""
        if kind == "Named" and name(raw(action, "/N")) in TURNS:
            return b"/A<</S/Named/N" + name_bytes("/" + name(raw(action, "/N"))) + b">>"
        address = octets(raw(action, "/URI")) if kind == "URI" else None
        if address is not None and safe_address(address):
            return b"/A<</S/URI/URI" + _bytes(address) + b">>"
        if kind:
            self._given.remove(ACTIONS.get(kind, "links that do something else than lead somewhere"))
        return b""


def safe_address(address: bytes) -> bool:
    """Return True for an address that only leads somewhere: of the web, of mail, of a telephone, or relative."""
    scheme = _SCHEME.match(address)
    return scheme is None or scheme[1].lower() in SAFE_SCHEMES


def _string(value: bytes | None) -> bytes | None:
    return None if value is None else _bytes(value)


def _bytes(value: bytes) -> bytes:
    return b"<" + value.hex().upper().encode() + b">"
