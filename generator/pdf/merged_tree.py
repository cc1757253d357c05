"""The structure trees of all inputs as one: a Document with a Part for each (ISO 32000-1, 14.7).

The ParentTree and the IDTree are made anew from the elements, so that they agree with them whatever the inputs' said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, TextStringObject

from generator.pdf.carrying import DROPPED, name_bytes, scalar
from generator.pdf.foreign_tree import STANDARD, Held, Mark, Node, read_tree
from generator.pdf.foreign_values import ForeignFault, dictionary, entry, listed, name, octets, raw, resolve, words
from generator.pdf.merged_annotations import Annotation, Annotations
from generator.pdf.merged_parts import Given, Objects, Whole
from generator.pdf.syntax import text

DEEPEST_ATTRIBUTE = 12
TEXTS = ("/Alt", "/ActualText", "/E", "/T", "/Lang", "/R")


@dataclass
class Tree:
    """The tree of the merged document."""

    whole: Whole
    number: int = 0  # of the Document
    root: int = 0
    pages: int = 0  # of the page tree
    parts: list[int] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)  # roles of elements, so that no map catches another input's
    classes: dict[str, bytes] = field(default_factory=dict)
    idents: dict[bytes, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.root, self.number, self.pages = (self.whole.objects.reserve() for _ in range(3))

    def write(self, lang: str) -> bytes:
        """Write what stands above the parts; return the catalog's entries."""
        objects = self.whole.objects
        kids = b" ".join(b"%d 0 R" % part for part in self.parts)
        said = b"/Lang" + text(lang) if lang else b""
        objects.put(self.number, b"<</Type/StructElem/S/Document/P %d 0 R%s/K[%s]>>" % (self.root, said, kids))
        rows = b" ".join(b"%d%s" % (key, value) for key, value in sorted(self.whole.parents.items()))
        parents = objects.add(b"<</Nums[" + rows + b"]>>")
        out = [b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R" % (self.number, parents)]
        out.append(b"/ParentTreeNextKey %d" % self.whole.keys)
        if self.roles:
            pairs = (name_bytes("/" + key) + name_bytes("/" + self.roles[key]) for key in sorted(self.roles))
            out.append(b"/RoleMap<<" + b"".join(pairs) + b">>")
        if self.classes:
            pairs = (name_bytes("/" + key) + self.classes[key] for key in sorted(self.classes))
            out.append(b"/ClassMap<<" + b"".join(pairs) + b">>")
        if self.idents:
            out.append(b"/IDTree %d 0 R" % objects.add(_name_tree({k: b" %d 0 R" % v for k, v in self.idents.items()})))
        objects.put(self.root, b"".join(out) + b">>")
        return b"/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>" % self.root


def names_entry(objects: Objects, places: dict[bytes, bytes]) -> bytes:
    """Write the named destinations and return the catalog's entry; empty where there are none."""
    return b"/Names<</Dests %d 0 R>>" % objects.add(_name_tree(places)) if places else b""


def _name_tree(names: dict[bytes, bytes]) -> bytes:
    ordered = sorted(names)
    pairs = b"".join(_bytes(said) + names[said] for said in ordered)
    return b"<</Kids[<</Limits[%s%s]/Names[%s]>>]>>" % (_bytes(ordered[0]), _bytes(ordered[-1]), pairs)


class Branch:
    """The tree of one tagged input, as a Part."""

    def __init__(self, given: Given, tree: Tree, annotations: Annotations) -> None:
        self._given, self._tree, self._annotations = given, tree, annotations
        self._foreign = read_tree(given.foreign)
        self._numbers: dict[Node, int] = {}
        self._rows: dict[int, dict[int, int]] = {}  # page's index -> MCID -> element
        self._forms: dict[int, dict[int, int]] = {}  # key of a form -> MCID -> element
        self.newer = self._foreign.newer
        self.lost = self._foreign.lost
        self.annotation_keys: dict[int, int] = {}  # annotation's number in the result -> its key
        self.page_keys: dict[int, int] = {}  # page's index -> its key
        self._idents = self._own_idents()
        self._roles = dict[str, str]()
        self._classes = self._own_classes()

    def _nodes(self) -> Iterator[Node]:
        for top in self._foreign.tops:
            yield from top.walk()

    def _own_idents(self) -> dict[bytes, bytes]:
        """Return old -> new of every ID: as it was, or with the input's number where it is taken."""
        said = dict.fromkeys(ident for node in self._nodes() if (ident := node.ident) is not None)
        taken, found = {*self._tree.idents, *said}, dict[bytes, bytes]()
        for old in said:
            new = old
            while new in self._tree.idents or (new != old and new in taken):
                new = b"%d." % self._given.number + new
            taken.add(new)
            found[old] = new
        return found

    def _own_classes(self) -> dict[str, str]:
        root, renamed = dictionary(self._given.foreign.catalog, "/StructTreeRoot"), dict[str, str]()
        for key, value in dictionary(root, "/ClassMap").items():
            wanted, data = key[1:], self._attribute(value)
            if self._tree.classes.get(wanted, data) != data:
                wanted = f"{wanted}-{self._given.number}"
            renamed[key[1:]] = wanted
            self._tree.classes[wanted] = data
        return renamed

    def _role(self, node: Node) -> str:
        """Return the name that an element's role has in the result; its own where the maps agree."""
        if node.role in STANDARD and node.standard:
            return node.standard  # a standard name is never mapped to another
        known = self._roles.get(node.role)
        if known is not None and self._tree.roles.get(known, "") == node.standard:
            return known
        wanted = node.role
        while self._tree.roles.get(wanted, node.standard) != node.standard or (
            wanted in self._tree.used and self._tree.roles.get(wanted, "") != node.standard
        ):
            wanted = f"{wanted}-{self._given.number}"
        self._roles[node.role] = wanted
        self._tree.used.add(wanted)
        if node.standard:
            self._tree.roles[wanted] = node.standard
        return wanted

    def write(self, title: str, lang: str) -> None:
        """Write the part: its elements and what the ParentTree says of them."""
        objects, tops = self._given.whole.objects, self._foreign.tops
        alone = tops[0] if len(tops) == 1 and tops[0].standard == "Document" else None
        for node in self._nodes():
            self._numbers[node] = objects.reserve()
        if alone is not None:
            part = self._numbers[alone]
            own = words(raw(alone.obj, "/Lang"))
            objects.put(part, self._element(alone, self._tree.number, "Part", title, own or lang))
        else:
            part = objects.reserve()
            kids = b" ".join(b"%d 0 R" % self._numbers[top] for top in tops)
            said = b"/T" + text(title) + (b"/Lang" + text(lang) if lang else b"")
            objects.put(part, b"<</Type/StructElem/S/Part/P %d 0 R%s/K[%s]>>" % (self._tree.number, said, kids))
        for node in self._nodes():
            if node is not alone:
                above = part if node.parent is None else self._numbers[node.parent]
                objects.put(self._numbers[node], self._element(node, above, self._live_role(node)))
        self._tree.parts.append(part)
        self._finish_rows()

    def _live_role(self, node: Node) -> str:
        """Return an element's role; a Link whose annotation was taken out is words like others."""
        if node.standard == "Link" and any(isinstance(kid, Held) for kid in node.kids):
            held = [kid for kid in node.kids if isinstance(kid, Held) and self._held(kid) is not None]
            if not held:
                return "Span"
        return self._role(node)

    def _element(self, node: Node, parent: int, role: str, title: str = "", lang: str = "") -> bytes:
        number, obj = self._numbers[node], node.obj
        out = [b"<</Type/StructElem/S", name_bytes("/" + role), b"/P %d 0 R" % parent]
        kids = [data for kid in node.kids if (data := self._kid(kid, number))]
        if kids:
            out.append(b"/K" + (b" " + kids[0] if len(kids) == 1 else b"[" + b" ".join(kids) + b"]"))
        overlay = {"/T": title, "/Lang": lang} if title else {}
        for key, value in overlay.items():
            out.append(key.encode() + text(value) if value else b"")
        out += [key.encode() + _bytes(said) for key in TEXTS if key not in overlay and (said := self._said(obj, key))]
        ident = node.ident
        if ident is not None and self._idents[ident] not in self._tree.idents:
            self._tree.idents[self._idents[ident]] = number
            out.append(b"/ID" + _bytes(self._idents[ident]))
        if raw(obj, "/A") is not None:
            out.append(b"/A" + self._attribute(raw(obj, "/A")))
        classes = [self._classes.get(one, one) for value in listed(raw(obj, "/C")) if (one := name(value))]
        if classes:
            out.append(b"/C[" + b"".join(name_bytes("/" + one) for one in classes) + b"]")
        return b"".join(out) + b">>"

    def _said(self, obj: DictionaryObject, key: str) -> bytes | None:
        return octets(raw(obj, key))

    def _kid(self, kid: Node | Mark | Held, number: int) -> bytes:
        if isinstance(kid, Node):
            return b"%d 0 R" % self._numbers[kid]
        if isinstance(kid, Held):
            return self._object(kid, number)
        page = self._given.pages[kid.page]
        if kid.form is None:
            self._rows.setdefault(kid.page, {})[kid.mcid] = number
            return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (page, kid.mcid)
        form = self._form(kid.form)
        if form is None:
            return b""
        stream, key = form
        self._forms.setdefault(key, {})[kid.mcid] = number
        return b"<</Type/MCR/Pg %d 0 R/Stm %d 0 R/MCID %d>>" % (page, stream, kid.mcid)

    def _form(self, old: int) -> tuple[int, int] | None:
        """Return number and key of a form whose marks belong to elements; None when it is drawn nowhere."""
        stream = self._given.carrier.numbers.get(old)
        obj: Any = self._given.foreign.reader.get_object(old) if stream is not None else None
        key = entry(obj, "/StructParents")
        return (stream, self._given.key(int(key))) if stream is not None and isinstance(key, int) else None

    def _held(self, kid: Held) -> Annotation | int | None:
        """Return the annotation, or the number of the picture, that an element holds, if it is kept."""
        annotation = self._annotations.by_number.get(kid.number)
        return annotation if annotation is not None else self._given.carrier.numbers.get(kid.number)

    def _object(self, kid: Held, number: int) -> bytes:
        held = self._held(kid)
        if isinstance(held, Annotation):
            key = self.annotation_keys[held.new] = self._given.whole.key()
            target, page = held.new, held.page
        elif held is None or kid.page is None:
            return b""
        else:
            old = entry(self._given.foreign.reader.get_object(kid.number), "/StructParent")
            if not isinstance(old, int):
                return b""
            target, page, key = held, kid.page, self._given.key(int(old))
        self._given.whole.parents[key] = b" %d 0 R" % number
        return b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (self._given.pages[page], target)

    def _finish_rows(self) -> None:
        parents = self._given.whole.parents
        for index, row in sorted(self._rows.items()):
            key = self.page_keys[index] = self._given.whole.key()
            parents[key] = _row(row)
        for key, row in self._forms.items():
            parents[key] = _row(row)

    def _attribute(self, value: Any, depth: int = 0) -> bytes:
        """Return an attribute, whatever it refers to written into it; IDs of elements as they are in the result."""
        value = resolve(value)
        if depth > DEEPEST_ATTRIBUTE:
            raise ForeignFault("pdf-broken", "its tags' attributes lie too deep in one another", "export it again")
        if isinstance(value, DictionaryObject):
            pairs = [(key, item) for key, item in value.items() if key not in DROPPED and key != "/NS"]
            return b"<<" + b"".join(name_bytes(key) + self._attribute(item, depth + 1) for key, item in pairs) + b">>"
        if isinstance(value, ArrayObject):
            return b"[" + b"".join(self._attribute(item, depth + 1) for item in value) + b"]"
        if isinstance(value, TextStringObject | ByteStringObject):
            said = bytes(value.original_bytes)
            return _bytes(self._idents.get(said, said))
        return scalar(value)


def _row(row: dict[int, int]) -> bytes:
    cells = (b"%d 0 R" % row[mcid] if mcid in row else b"null" for mcid in range(max(row) + 1))
    return b"[" + b" ".join(cells) + b"]"


def _bytes(value: bytes) -> bytes:
    return b"<" + value.hex().upper().encode() + b">"
