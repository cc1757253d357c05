"""Annotations of an input in the merged document: links, comments and form fields stay, what acts goes.

Numbers are given out first, for all of them, since annotations, fields and structure point at one another.
"""

from __future__ import annotations

from typing import Any

from pypdf.generic import DictionaryObject

from generator.base.tuples import NamedTuple
from generator.pdf.carrying import name_bytes
from generator.pdf.foreign_values import dictionary, integer, listed, name, number_of, raw, resolve
from generator.pdf.merged_links import Links
from generator.pdf.merged_parts import Given

KEPT = frozenset(
    {"Link", "Widget", "Text", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline"}
    | {"Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "Popup"}
)
REMOVED = {
    "FileAttachment": "attached files", "Sound": "sounds", "Movie": "films", "Screen": "films", "RichMedia": "films",
    "3D": "three-dimensional drawings", "PrinterMark": "printer's marks", "TrapNet": "printer's marks",
    "Watermark": "watermarks", "Redact": "marks of what was to be blacked out", "Projection": "projections",
}  # fmt: skip
# Written by this module, or not at all.
OWN = frozenset(
    {"/Type", "/P", "/Parent", "/Kids", "/Popup", "/IRT", "/A", "/AA", "/PA", "/Dest", "/StructParent", "/OC", "/AF"}
    | {"/T", "/V", "/DA", "/DV", "/Lock", "/SV", "/RC"}
)


class Annotation(NamedTuple):
    """An annotation that is kept: its numbers in the input (0 for one that stands in its page) and in the result."""

    old: int
    new: int
    obj: DictionaryObject
    page: int  # index in the input


class Annotations:
    """The annotations of one input that are kept."""

    def __init__(self, given: Given, *, keep: bool = True) -> None:
        """Choose them; none where they are not to be kept, as on pages that become one Figure."""
        self._given, self._keep = given, keep
        self.pages: list[list[Annotation]] = [self._of(index) for index in range(len(given.pages))]
        self.by_number = {one.old: one for page in self.pages for one in page if one.old}

    def _of(self, index: int) -> list[Annotation]:
        found: list[Annotation] = []
        numbers = self._given.carrier.numbers
        for value in listed(raw(self._given.foreign.pages[index].obj, "/Annots")):
            obj, old = resolve(value), number_of(value) or 0
            if not isinstance(obj, DictionaryObject) or (old and old in numbers):
                continue  # one that stands on two pages stays on the first
            kind = name(raw(obj, "/Subtype"))
            if not self._keep:
                self._given.remove("links, comments and form fields")
                continue
            if kind not in KEPT:
                self._given.remove(REMOVED.get(kind, "annotations of unknown kinds"))
                continue
            new = self._given.whole.objects.reserve()
            if old:
                numbers[old] = new
            found.append(Annotation(old, new, obj, index))
        return found

    def drop_dead_links(self, links: Links) -> None:
        """Leave out the links that would lead nowhere."""
        for page in self.pages:
            dead = [one for one in page if name(raw(one.obj, "/Subtype")) == "Link" and not links.goal(one.obj)]
            for one in dead:
                page.remove(one)
                self.by_number.pop(one.old, None)
                self._given.carrier.numbers.pop(one.old, None)
                if raw(one.obj, "/Dest") is not None or name(raw(dictionary(one.obj, "/A"), "/S")) == "GoTo":
                    self._given.remove("links to places that are not there")

    def write(self, links: Links, parents: dict[int, int], fields: dict[int, bytes]) -> None:
        """Write the annotations.

        Args:
            links: where they lead.
            parents: number of an annotation in the result -> its key in the ParentTree.
            fields: number in the result -> what it has as a form field.
        """
        for page in self.pages:
            for one in page:
                self._given.whole.objects.put(one.new, self._bytes(one, links, parents, fields.get(one.new)))

    def _bytes(self, one: Annotation, links: Links, parents: dict[int, int], field: bytes | None) -> bytes:
        carrier, obj = self._given.carrier, one.obj
        out = [b"<</Type/Annot/P %d 0 R" % self._given.pages[one.page]]
        out += [
            name_bytes(key) + carrier.value(value)
            for key, value in obj.items()
            if key not in OWN and not (key == "/F" and integer(value) is None)
        ]
        for key in ("/Popup", "/IRT") + (("/Parent",) if field is None else ()):
            target = carrier.numbers.get(number_of(raw(obj, key)) or 0)
            if target is not None:
                out.append(key.encode() + b" %d 0 R" % target)
        if field is None and raw(obj, "/T") is not None:
            out.append(b"/T" + carrier.value(resolve(raw(obj, "/T"))))
        out.append(field or b"")
        out.append(links.goal(obj))
        if dictionary(obj, "/AA"):
            self._given.remove("actions of fields and comments")
        if one.new in parents:
            out.append(b"/StructParent %d" % parents[one.new])
        return b"".join(out) + b">>"


def annots_entry(annotations: list[Annotation]) -> bytes:
    """Return a page's entry for its annotations; empty where it has none."""
    if not annotations:
        return b""
    return b"/Annots[" + b" ".join(b"%d 0 R" % one.new for one in annotations) + b"]"


def subtype(one: Any) -> str:
    """Return what kind an annotation is."""
    return name(raw(one, "/Subtype"))
