"""An input without tags in a tagged merge: each of its pages becomes one Figure that says what it shows."""

from __future__ import annotations

from generator.pdf.foreign import Page
from generator.pdf.foreign_values import raw
from generator.pdf.merged_parts import Given
from generator.pdf.merged_tree import Tree
from generator.pdf.operators import unmarked
from generator.pdf.syntax import number, packed, text


class Figures:
    """The pages of one input, each drawn as a form inside the only mark of its page."""

    def __init__(self, given: Given, tree: Tree, alt: str) -> None:
        self._given, self._tree, self._alt = given, tree, alt
        self.page_keys: dict[int, int] = {}  # page's index -> its key in the ParentTree
        self._boxes: list[bytes] = []

    def page(self, index: int) -> bytes:
        """Return a page's dictionary without its end."""
        page, objects = self._given.foreign.pages[index], self._given.whole.objects
        box = " ".join(number(side) for side in page.crop).encode()
        self._boxes.append(box)
        form = objects.add(packed(*self._form(page, box)))
        content = objects.add(packed(b"", b"/Figure <</MCID 0>> BDC /Page Do EMC"))
        turned = b"/Rotate %d" % page.rotate if page.rotate else b""
        return b"<</Type/Page/Parent %d 0 R/MediaBox[%s]%s/Resources<</XObject<</Page %d 0 R>>>>/Contents %d 0 R" % (
            self._tree.pages, box, turned, form, content
        )  # fmt: skip

    def _form(self, page: Page, box: bytes) -> tuple[bytes, bytes]:
        value = self._given.carrier.value
        resources = value(page.resources) if page.resources is not None else b"<<>>"
        group = b"/Group" + value(raw(page.obj, "/Group")) if raw(page.obj, "/Group") is not None else b""
        entries = b"/Type/XObject/Subtype/Form/BBox[%s]/Resources%s%s" % (box, resources, group)
        return entries, unmarked(b"\n".join(page.contents))

    def write(self, title: str, lang: str) -> None:
        """Write the Part and its Figures."""
        objects, count = self._given.whole.objects, len(self._given.pages)
        part, figures = objects.reserve(), list[int]()
        for index, page in enumerate(self._given.pages):
            alt = self._alt if count == 1 else f"{self._alt} ({index + 1} of {count})"
            layout = b"<</O/Layout/Placement/Block/BBox[%s]>>" % self._boxes[index]
            figure = b"<</Type/StructElem/S/Figure/P %d 0 R/Pg %d 0 R/K 0/Alt%s/A%s>>" % (part, page, text(alt), layout)
            figures.append(objects.add(figure))
            key = self.page_keys[index] = self._given.whole.key()
            self._given.whole.parents[key] = b"[%d 0 R]" % figures[-1]
        said = b"/T" + text(title) + (b"/Lang" + text(lang) if lang else b"")
        kids = b" ".join(b"%d 0 R" % figure for figure in figures)
        objects.put(part, b"<</Type/StructElem/S/Part/P %d 0 R%s/K[%s]>>" % (self._tree.number, said, kids))
        self._tree.parts.append(part)
