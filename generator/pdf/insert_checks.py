"""Whether a foreign page may be drawn in a PDF/UA-1 and PDF/A-2a document as it is, or has to become a picture.

What is not known to be right is a reason: the words say it to the author. ISO 19005-2, 6.2.
"""

from __future__ import annotations

from typing import Any

from pypdf.generic import DictionaryObject, StreamObject

from generator.pdf.foreign import Page
from generator.pdf.foreign_streams import Budget, decoded, filters_of
from generator.pdf.foreign_values import dictionary, entry, integer, name, raw, resolve
from generator.pdf.insert_colours import CMYK, colour_fault, image_fault, shading_fault
from generator.pdf.insert_fonts import Fonts
from generator.pdf.insert_order import Order
from generator.pdf.operators import Operation, operations, strings_of

DEEPEST_STATE = 24  # q in q: PDF/A-2 allows 28, and the page that it is set on has some (6.1.13)
DEEPEST_FORM = 8
LONGEST_STRING, LONGEST_NAME = 32_767, 127  # bytes (6.1.13)
SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})
_INTENTS = frozenset({"RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"})
_STATES = frozenset(
    {"/Type", "/LW", "/LC", "/LJ", "/ML", "/D", "/RI", "/FL", "/SM", "/SA", "/CA", "/ca", "/AIS", "/TK", "/OP", "/op"}
    | {"/OPM", "/BM", "/SMask"}
)


def page_fault(page: Page, budget: Budget, fonts: Fonts) -> str:
    """Return why a page has to be set as a picture; empty where it can be drawn as it is.

    Args:
        page: the page.
        budget: bytes that what is drawn may take when it is decoded.
        fonts: of its file.
    """
    checker = _Checker(budget, fonts)
    group = entry(page.obj, "/Group")
    checker.group(group)
    checker.content(b"\n".join(page.contents), resolve(page.resources), 0)
    checker.fonts()
    return checker.faults[0] if checker.faults else ""


class _Checker:
    """Walks a page's operators and all that they draw."""

    def __init__(self, budget: Budget, fonts: Fonts) -> None:
        self._budget, self._fonts = budget, fonts
        self.faults: list[str] = []
        self._seen = set[int]()
        self._shown: dict[int, tuple[Any, set[bytes]]] = {}  # id of a font -> it, and what is shown in it

    def _fault(self, why: str) -> None:
        if why:
            self.faults.append(why)

    def content(self, data: bytes, resources: Any, depth: int) -> None:
        """Check a content stream with its resources."""
        fonts: list[Any] = [None]
        order = Order()
        for operation in operations(data):
            self._fault("" if operation.operator == b"BI" else order.fault(operation))
            if self.faults:
                return
            operator = operation.operator
            if operator == b"q":
                fonts.append(fonts[-1])
                self._fault("it is drawn too intricately" if len(fonts) > DEEPEST_STATE else "")
            elif operator == b"Q":
                del fonts[1 if len(fonts) == 1 else -1 :]
            elif operator == b"Tf":
                fonts[-1] = self._resource(resources, "/Font", operation, -2)
            elif operator in SHOWING:
                self._show(fonts[-1], operation)
            else:
                self._operation(operation, resources, depth)
        self._fault(order.end())

    def _operation(self, operation: Operation, resources: Any, depth: int) -> None:
        operator, operands = operation.operator, operation.operands
        if operator == b"BI":
            self._fault("it has a picture inside its drawing operators")
        elif operator in (b"k", b"K"):
            self._fault(CMYK)
        elif operator in (b"cs", b"CS") and operands:
            called = operands[-1][1:].decode("latin-1")
            space = entry(dictionary(resources, "/ColorSpace"), "/" + called)
            self._fault(colour_fault(space if space is not None else _named(called)))
        elif operator in (b"scn", b"SCN") and operands and operands[-1].startswith(b"/"):
            self._pattern(self._resource(resources, "/Pattern", operation, -1), resources, depth)
        elif operator == b"sh":
            self._fault(shading_fault(self._resource(resources, "/Shading", operation, -1)))
        elif operator == b"gs":
            self._state(self._resource(resources, "/ExtGState", operation, -1), depth)
        elif operator == b"ri":
            self._fault(
                "" if operands and operands[-1][1:].decode("latin-1") in _INTENTS else "its colours are unusual"
            )
        elif operator == b"Do":
            self._drawn(self._resource(resources, "/XObject", operation, -1), resources, depth)
        if any(len(operand) > LONGEST_NAME for operand in operands if operand.startswith(b"/")):
            self._fault("it has names that are too long")

    def _resource(self, resources: Any, kind: str, operation: Operation, place: int) -> Any:
        operands = operation.operands
        called = operands[place][1:] if len(operands) >= -place else b""
        if not called or b"#" in called or not called.isascii():
            self._fault("its resources have unusual names")
            return None
        found = entry(dictionary(resources, kind), "/" + called.decode())
        if found is None:
            self._fault("something that it is drawn with is missing")
        return found

    def _show(self, font: Any, operation: Operation) -> None:
        if font is None:
            self._fault("a font is missing")
            return
        texts = self._shown.setdefault(id(font), (font, set()))[1]
        for operand in operation.operands[-1:]:
            for text in strings_of(operand):
                self._fault("it has strings that are too long" if len(text) > LONGEST_STRING else "")
                texts.add(text)

    def fonts(self) -> None:
        """Check every font with what was shown in it."""
        for font, texts in self._shown.values():
            if not self.faults:
                self._fault(self._fonts.fault(font, texts))

    def _drawn(self, drawn: Any, resources: Any, depth: int) -> None:
        if not isinstance(drawn, StreamObject) or id(drawn) in self._seen:
            return
        self._seen.add(id(drawn))
        kind = name(raw(drawn, "/Subtype"))
        if kind == "Image":
            self._fault(image_fault(drawn, filters_of(drawn)))
        elif kind == "Form" and depth < DEEPEST_FORM:
            self.group(entry(drawn, "/Group"))
            own = entry(drawn, "/Resources")
            self.content(decoded(drawn, self._budget), own if own is not None else resources, depth + 1)
        else:
            self._fault("it is drawn too intricately" if kind == "Form" else "it holds PostScript")

    def _pattern(self, pattern: Any, resources: Any, depth: int) -> None:
        if isinstance(pattern, StreamObject):
            if id(pattern) not in self._seen:
                self._seen.add(id(pattern))
                own = entry(pattern, "/Resources")
                self.content(decoded(pattern, self._budget), own if own is not None else resources, depth + 1)
        elif pattern is not None:
            self._fault(shading_fault(raw(pattern, "/Shading")))
            self._state(entry(pattern, "/ExtGState") or DictionaryObject(), depth)

    def _state(self, state: Any, depth: int) -> None:
        if not isinstance(state, DictionaryObject) or id(state) in self._seen:
            return
        self._seen.add(id(state))
        odd = [key for key in state if key not in _STATES]
        blend = name(raw(state, "/BM")) if raw(state, "/BM") is not None else "Normal"
        intent = name(raw(state, "/RI")) if raw(state, "/RI") is not None else "Perceptual"
        if odd or intent not in _INTENTS:
            self._fault("it sets the printer up (transfer functions, halftones)")
        if blend not in ("Normal", "Compatible"):
            self._fault("it blends colours")
        mask = entry(state, "/SMask")
        if isinstance(mask, DictionaryObject):
            self._drawn(entry(mask, "/G"), None, depth + 1)
        if integer(raw(state, "/OPM")) == 1 and getattr(entry(state, "/op"), "value", False):
            self._fault("it overprints")

    def group(self, group: Any) -> None:
        """Check a transparency group's colour space."""
        if isinstance(group, DictionaryObject) and raw(group, "/CS") is not None:
            self._fault(colour_fault(raw(group, "/CS")))


def _named(called: str) -> Any:
    from pypdf.generic import NameObject

    return NameObject("/" + called)
