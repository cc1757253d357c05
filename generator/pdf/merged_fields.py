"""Form fields of the inputs in one form: kept, with names of their own (ISO 32000-1, 12.7).

Two fields with one name would show one value. So the topmost name of a field that is there already gets the number of
its input before it. Signatures are taken out: a merge breaks what they vouch for. Calculations were JavaScript.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import DictionaryObject

from generator.base.patterns import later
from generator.pdf.carrying import name_bytes
from generator.pdf.foreign_values import dictionary, entry, listed, name, number_of, octets, raw, resolve
from generator.pdf.merged_annotations import Annotations, subtype
from generator.pdf.merged_parts import Given, Objects

MOST_FIELDS = 20_000
INHERITED = ("/FT", "/Ff", "/Q", "/MaxLen", "/Opt", "/TU", "/TM", "/TI", "/I", "/DS", "/RV")
_FONT = later(rb"/([^\s/\[\]()<>]+)")


@dataclass
class Form:
    """The form of the merged document."""

    tops: list[int] = field(default_factory=list)
    names: set[bytes] = field(default_factory=set)
    fonts: dict[str, bytes] = field(default_factory=dict)  # resource name -> its value
    appearance: bytes = b""

    def write(self, objects: Objects) -> bytes:
        """Return the catalog's entry; empty where there are no fields."""
        if not self.tops:
            return b""
        fonts = b"".join(name_bytes("/" + key) + value for key, value in self.fonts.items())
        fields = b" ".join(b"%d 0 R" % number for number in self.tops)
        look = b"/DA" + self.appearance if self.appearance else b""
        number = objects.add(b"<</Fields[%s]/DR<</Font<<%s>>>>%s>>" % (fields, fonts, look))
        return b"/AcroForm %d 0 R" % number


class Fields:
    """The fields of one input."""

    def __init__(self, given: Given, form: Form, annotations: Annotations) -> None:
        self._given, self._form, self._annotations = given, form, annotations
        self._form_dict = dictionary(given.foreign.catalog, "/AcroForm")
        self._renamed = self._fonts()
        self.as_fields: dict[int, bytes] = {}  # annotation's number in the result -> what it has as a field
        if raw(self._form_dict, "/XFA") is not None:
            given.remove("the XFA copy of its form")
        if not form.appearance and octets(raw(self._form_dict, "/DA")):
            form.appearance = self._look(raw(self._form_dict, "/DA"))

    def _fonts(self) -> dict[bytes, bytes]:
        """Take in the form's fonts; return old -> new for the names that were taken."""
        renamed: dict[bytes, bytes] = {}
        for key, value in dictionary(dictionary(self._form_dict, "/DR"), "/Font").items():
            wanted, font = key[1:], self._given.carrier.value(value)
            if self._form.fonts.get(wanted, font) != font:
                wanted = f"{wanted}-{self._given.number}"
                renamed[name_bytes(key)[1:]] = name_bytes("/" + wanted)[1:]
            self._form.fonts[wanted] = font
        return renamed

    def _look(self, value: Any) -> bytes:
        said = octets(value) or b""
        said = _FONT.sub(lambda found: b"/" + self._renamed.get(found[1], found[1]), said)
        return b"<" + said.hex().upper().encode() + b">"

    def take_in(self) -> None:
        """Write every field that is no annotation, and keep for the annotations what they have as fields."""
        stack = [(value, 0) for value in reversed(listed(raw(self._form_dict, "/Fields")))]
        seen, numbers = set[int](), self._given.carrier.numbers
        tops = dict[int, None]()
        while stack and len(seen) < MOST_FIELDS:
            value, parent = stack.pop()
            obj, old = resolve(value), number_of(value)
            if not isinstance(obj, DictionaryObject) or old is None or old in seen:
                continue
            seen.add(old)
            widget = old in self._annotations.by_number
            if not widget and subtype(obj) == "Widget" and not listed(raw(obj, "/Kids")):
                continue  # on no page
            number = numbers[old] if old in numbers else self._given.whole.objects.reserve()
            numbers[old] = number
            kids = [kid for kid in listed(raw(obj, "/Kids")) if number_of(kid) not in seen]
            stack += [(kid, number) for kid in reversed(kids)]
            data = self._field(obj, parent, widget, kids)
            if widget:
                self.as_fields[number] = data
            else:
                self._given.whole.objects.put(number, b"<<" + data + b">>")
            if not parent:
                tops[number] = None
        self._form.tops += tops

    def _field(self, obj: DictionaryObject, parent: int, widget: bool, kids: list[Any]) -> bytes:
        carrier = self._given.carrier
        out = [b"/Parent %d 0 R" % parent] if parent else []
        if not widget:
            out += [name_bytes(key) + carrier.value(raw(obj, key)) for key in INHERITED if raw(obj, key) is not None]
        said = octets(raw(obj, "/T"))
        if said is not None or not parent:
            out.append(b"/T<" + self._name(said or b"field", not parent).hex().upper().encode() + b">")
        if raw(obj, "/DA") is not None:
            out.append(b"/DA" + self._look(raw(obj, "/DA")))
        if name(entry(obj, "/FT")) == "Sig":
            if raw(obj, "/V") is not None:
                self._given.remove("its signature, which a merge would break")
        else:
            for key in ("/V", "/DV"):
                if raw(obj, key) is not None:
                    out.append(key.encode() + carrier.value(raw(obj, key)))
        if kids:
            numbers = [self._number(kid) for kid in kids]
            out.append(b"/Kids[" + b" ".join(b"%d 0 R" % n for n in numbers if n) + b"]")
        return b"".join(out)

    def _number(self, kid: Any) -> int | None:
        """Return a kid's number in the result, given out now if it has none; None for one that is not kept."""
        old = number_of(kid)
        obj = resolve(kid)
        if old is None or not isinstance(obj, DictionaryObject):
            return None
        lone = subtype(obj) == "Widget" and old not in self._annotations.by_number and not listed(raw(obj, "/Kids"))
        if lone:
            return None
        numbers = self._given.carrier.numbers
        if old not in numbers:
            numbers[old] = self._given.whole.objects.reserve()
        return numbers[old]

    def _name(self, said: bytes, topmost: bool) -> bytes:
        if not topmost:
            return said
        wanted = said
        if wanted in self._form.names:
            if said[:2] == b"\xfe\xff":
                wanted = b"\xfe\xff" + f"{self._given.number}-".encode("utf-16-be") + said[2:]
            else:
                wanted = b"%d-" % self._given.number + said
        while wanted in self._form.names:
            wanted += b"'" if said[:2] != b"\xfe\xff" else b"\0'"
        self._form.names.add(wanted)
        return wanted
