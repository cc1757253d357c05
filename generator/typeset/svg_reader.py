"""A strict reader of SVG logos and illustrations: what it takes is drawn as in a browser, all else is refused.

Taken: `svg`, `g`, the basic shapes and `path`, with plain paint, transforms and a style sheet of classes. Refused by
name: text, pictures, links, `use`, gradients, clips, masks, filters, animation, scripts. Expat reads the file; nothing
that it names is ever opened, and no entity is ever expanded. Source: https://www.w3.org/TR/SVG11/
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from xml.parsers import expat

from generator.base.errors import AssetError
from generator.typeset.drawing import Drawing, Shape
from generator.typeset.svg_paint import Style, hidden, opacity, painted, styled
from generator.typeset.svg_path import MOST_SEGMENTS
from generator.typeset.svg_shapes import OUTLINES, moved
from generator.typeset.svg_sheet import MOST_RULES, Declarations, declarations, sheet
from generator.typeset.svg_values import Matrix, determinant, fault, times, transform
from generator.typeset.svg_viewport import viewport

MOST_BYTES = 2_000_000
MOST_SHAPES = 20_000
DEEPEST = 64  # elements within elements; drawing programs stay below 20
CACHED = 200_000  # bytes: larger files are not worth their place in memory

_SVG = "http://www.w3.org/2000/svg"
_TOLD = frozenset({"title", "desc", "metadata"})  # words about the drawing, not part of it
_HELP = {
    "text": "turn the words into outlines",
    "image": "place the picture beside the drawing, or give the logo as a PNG",
    "use": "expand the symbols and clones",
    "symbol": "expand the symbols and clones",
    "script": "save it without scripts",
}


def read_svg(data: bytes) -> Drawing:
    """Return the drawing of an SVG file, UTF-8 or UTF-16, in view box units.

    Raises:
        AssetError: `svg-…`, with the line and the element in its message.
    """
    if len(data) > MOST_BYTES:
        raise AssetError("svg-too-large", f"the SVG is larger than {MOST_BYTES // 1_000_000} MB", "simplify its paths")
    if data[:2] == b"\x1f\x8b":
        raise AssetError("svg-compressed", "the SVG is compressed (svgz)", "save it as plain SVG")
    return _remembered(data) if len(data) <= CACHED else _read(data)


@lru_cache(maxsize=64)
def _remembered(data: bytes) -> Drawing:
    return _read(data)


def _read(data: bytes) -> Drawing:
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise AssetError(
            "svg-broken",
            f"line {error.lineno}: this is not a whole SVG file ({expat.ErrorString(error.code)})",
            "export it again from the drawing program",
        ) from None
    except LookupError:  # an encoding that Python does not know
        raise AssetError("svg-broken", "the SVG is in an encoding that is not known", "save it as UTF-8") from None
    except ValueError as error:  # Python's own words for an encoding that expat cannot take
        raise AssetError("svg-broken", f"the SVG cannot be read ({error})", "save it as UTF-8") from None
    return reader.drawing()


@dataclass(frozen=True)
class _Context:
    """What an element hands down to those inside of it."""

    style: Style
    matrix: Matrix
    group: str | None = None


class _Reader:
    """Expat's handlers and what they gather."""

    def __init__(self) -> None:
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        for name in ("EntityDeclHandler", "AttlistDeclHandler", "ElementDeclHandler", "NotationDeclHandler"):
            setattr(parser, name, self.refuse_declaration)
        parser.ExternalEntityRefHandler = self.refuse_declaration
        parser.SkippedEntityHandler = self.refuse_declaration
        parser.ProcessingInstructionHandler = self.instruction
        self.size: tuple[float, float] = (0.0, 0.0)
        self.shapes: list[Shape] = []
        self.segments = 0
        self.stack: list[_Context] = []
        self.depth = 0
        self.skipping = 0  # depth of the element whose inside is passed over, 0 for none
        self.in_sheet = False
        self.css: list[str] = []
        self.rules: list[tuple[str, Declarations]] = []
        self.looks: dict[str, dict[str, str]] = {}  # what a class attribute as a whole comes to
        self.named: set[str] = set()  # classes of elements so far

    def drawing(self) -> Drawing:
        if not self.shapes:
            raise AssetError("svg-blank", "the SVG draws nothing", "check that its artwork is visible and not linked")
        return Drawing(*self.size, tuple(self.shapes))

    # -- what expat tells ---------------------------------------------------------------------------------------------
    def start(self, tag: str, attributes: dict[str, str]) -> None:
        namespace, _, name = tag.rpartition(" ")
        try:
            self._start(name, namespace in ("", _SVG), attributes)
        except AssetError as error:
            line = self.parser.CurrentLineNumber
            raise AssetError(error.code, f"line {line}, <{name[:40]}>: {error.message}", error.help) from None

    def _start(self, name: str, known: bool, attributes: dict[str, str]) -> None:
        if self.in_sheet:
            raise fault("svg-broken", "an element inside a style sheet")
        self.depth += 1
        if self.depth > DEEPEST:
            raise fault("svg-too-deep", f"more than {DEEPEST} elements within each other", "ungroup the artwork")
        if name == "style" and known and self.depth > 1:
            self._open_sheet(attributes)
        elif self.skipping:
            return
        elif self.depth == 1:
            self._open_root(name, known, attributes)
        elif not known or name in _TOLD or name == "defs":
            self.skipping = self.depth
        elif name == "g":
            self._open_group(attributes)
        elif name in OUTLINES:
            self._draw(name, attributes)
            self.skipping = self.depth  # a title inside of a shape
        else:
            raise fault(
                "svg-unsupported", f"the element {name[:40]!r} is not drawn", _HELP.get(name, "flatten the artwork")
            )

    def end(self, tag: str) -> None:
        if self.in_sheet:
            self._close_sheet()
        elif self.skipping == self.depth:
            self.skipping = 0
        elif not self.skipping:
            self.stack.pop()
        self.depth -= 1

    def text(self, words: str) -> None:
        if self.in_sheet:
            self.css.append(words)

    def instruction(self, target: str, words: str) -> None:
        if target == "xml-stylesheet":
            raise AssetError(
                "svg-unsupported",
                f"line {self.parser.CurrentLineNumber}: the SVG names a style sheet outside of it",
                "save it with presentation attributes instead of a style sheet",
            )

    def refuse_declaration(self, *_: object) -> int:
        raise AssetError(
            "svg-entities",
            f"line {self.parser.CurrentLineNumber}: the SVG declares or uses entities, which are not expanded",
            "save it as plain SVG, without a DOCTYPE",
        )

    # -- what is done with it -----------------------------------------------------------------------------------------
    def _open_sheet(self, attributes: Mapping[str, str]) -> None:
        if attributes.get("type", "text/css") != "text/css" or attributes.get("media", "all") not in ("all", "screen"):
            raise fault("svg-unsupported", "a style sheet of a kind that is not read")
        self.in_sheet = True
        self.css.clear()

    def _close_sheet(self) -> None:
        self.in_sheet = False
        try:
            rules = sheet("".join(self.css))
            if self.named & {name for name, _ in rules}:
                raise fault("svg-unsupported", "it comes after what it styles", "put the style sheet first")
            self.rules += rules
            if len(self.rules) > MOST_RULES:
                raise fault("svg-too-complex", f"more than {MOST_RULES} rules of style")
        except AssetError as error:
            line = self.parser.CurrentLineNumber
            raise AssetError(error.code, f"line {line}, <style>: {error.message}", error.help) from None

    def _open_root(self, name: str, known: bool, attributes: Mapping[str, str]) -> None:
        if name != "svg" or not known:
            raise fault("svg-broken", "the file is not an SVG", "choose an SVG file")
        self.size, matrix = viewport(attributes)
        properties = self._properties(attributes)
        # The root's transform is of SVG 2 only, and programs differ in where it stands.
        if "transform" in attributes or opacity(properties) != 1 or hidden(properties):
            raise fault("svg-unsupported", "transform, opacity or display on the whole drawing")
        self.stack.append(_Context(styled(Style(), properties), matrix))

    def _open_group(self, attributes: Mapping[str, str]) -> None:
        properties = self._properties(attributes)
        if hidden(properties):
            self.skipping = self.depth
            return
        if opacity(properties) != 1:
            raise fault("svg-unsupported", "opacity of a group is not drawn", "give the shapes a plain, lighter colour")
        above = self.stack[-1]
        self.stack.append(
            _Context(
                styled(above.style, properties),
                times(above.matrix, transform(attributes.get("transform", ""))),
                above.group or attributes.get("id") or None,
            )
        )

    def _properties(self, attributes: Mapping[str, str]) -> dict[str, str]:
        """Return what an element says by attributes, then classes in the sheet's order, then its own style."""
        if "systemLanguage" in attributes or "requiredExtensions" in attributes:
            raise fault("svg-unsupported", "conditions (systemLanguage, requiredExtensions) are not weighed")
        properties = dict(attributes)
        if "class" in attributes:
            properties.update(self._look(attributes["class"]))
        if "style" in attributes:
            properties.update(declarations(attributes["style"]))
        return properties

    def _look(self, classes: str) -> dict[str, str]:
        if classes not in self.looks:
            own = set(classes.split())
            self.named |= own
            # In the order of the sheet, whatever the order in the attribute.
            self.looks[classes] = {name: value for rule, pairs in self.rules if rule in own for name, value in pairs}
        return self.looks[classes]

    def _draw(self, name: str, attributes: Mapping[str, str]) -> None:
        properties = self._properties(attributes)
        above = self.stack[-1]
        style = styled(above.style, properties)
        matrix = above.matrix
        if "transform" in attributes:
            matrix = times(matrix, transform(attributes["transform"]))
        outline = OUTLINES[name](attributes)
        self.segments += len(outline)
        if len(self.shapes) >= MOST_SHAPES or self.segments > MOST_SEGMENTS:
            raise fault("svg-too-complex", f"more than {MOST_SHAPES} shapes or {MOST_SEGMENTS} segments")
        shape = painted(moved(outline, matrix), style, abs(determinant(matrix)) ** 0.5, opacity(properties))
        if shape and not hidden(properties):
            self.shapes.append(replace(shape, group=above.group))
