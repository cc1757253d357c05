"""An SVG file as a tree of elements. Expat reads it; nothing that it names is opened, and no entity is expanded.

What is no part of the drawing (words about it, what drawing programs keep for themselves) is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

from generator.base.errors import AssetError
from generator.typeset.svg_values import fault, shown

DEEPEST = 64  # elements within elements; drawing programs stay below 20
MOST_ELEMENTS = 50_000

_SVG = "http://www.w3.org/2000/svg"
_STANDARD = ("http://www.w3.org/", "https://www.w3.org/")  # where the definition of SVG itself stands
_PUBLIC = "-//W3C//DTD SVG"  # the same by its public name, wherever a program says that it lies
_XLINK = "http://www.w3.org/1999/xlink href"
_TOLD = frozenset({"title", "desc", "metadata"})  # words about the drawing, not part of it


class Node:
    """An element: its name, attributes, the line it begins in, what is inside of it."""

    def __init__(self, name: str, attributes: dict[str, str], line: int) -> None:
        self.name, self.attributes, self.line = name, attributes, line
        self.children: list[Node] = []
        self.words: list[str] = []

    def walk(self) -> Iterator[Node]:
        """Yield it and all inside of it, in the order of the file."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.children)


def read_tree(data: bytes) -> Node:
    """Return the root of an SVG file, UTF-8 or UTF-16.

    Raises:
        AssetError: `svg-broken`, `svg-entities`, `svg-too-deep`, `svg-too-complex`, `svg-unsupported`.
    """
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
    finally:
        del reader.parser  # and the reader know one another: expat's 25 KB would wait for a search for rubbish
    assert reader.root is not None, "expat refuses a file without an element"
    return reader.root


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
        parser.StartDoctypeDeclHandler = self.doctype
        parser.EndDoctypeDeclHandler = self.doctype_end
        self.root: Node | None = None
        self.open: list[Node] = []
        self.depth = self.count = 0
        self.definition = ""  # what the DOCTYPE names
        self.skipping = 0  # depth of the element whose inside is passed over, 0 for none

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        namespace, _, name = tag.rpartition(" ")
        self.depth += 1
        self.count += 1
        line = self.parser.CurrentLineNumber
        if self.depth > DEEPEST:
            raise at(line, name, fault("svg-too-deep", f"more than {DEEPEST} elements within each other", "ungroup it"))
        if self.count > MOST_ELEMENTS:
            raise at(line, name, fault("svg-too-complex", f"more than {MOST_ELEMENTS} elements", "simplify it"))
        if self.skipping:
            return
        if namespace not in ("", _SVG) or name in _TOLD:
            self.skipping = self.depth
            if self.root is None:
                raise at(line, name, fault("svg-broken", "the file is not an SVG", "choose an SVG file"))
            return
        if _XLINK in attributes:
            attributes.setdefault("href", attributes[_XLINK])
        node = Node(name, attributes, line)
        if self.root is None:
            self.root = node
        else:
            self.open[-1].children.append(node)
        self.open.append(node)

    def end(self, tag: str) -> None:
        if self.skipping == self.depth:
            self.skipping = 0
        elif not self.skipping:
            self.open.pop()
        self.depth -= 1

    def text(self, words: str) -> None:
        if self.open and not self.skipping:
            self.open[-1].words.append(words)

    def instruction(self, target: str, words: str) -> None:
        if target == "xml-stylesheet":
            raise AssetError(
                "svg-unsupported",
                f"line {self.parser.CurrentLineNumber}: the SVG names a style sheet outside of it",
                "save it with presentation attributes instead of a style sheet",
            )

    def doctype(self, name: str, system: str | None, public: str | None, *_: object) -> None:
        known = public is not None and public.startswith(_PUBLIC)
        self.definition = "" if known else system or ""

    def doctype_end(self) -> None:
        """Take the line that drawing programs write; nothing is opened, but what names another place is no drawing."""
        system = self.definition
        if system and not system.startswith(_STANDARD):
            raise AssetError(
                "svg-reference",
                f"line {self.parser.CurrentLineNumber}, <!DOCTYPE>: {shown(system)} is outside of the drawing,"
                " and is not opened",
                "delete the DOCTYPE from the file, or save it as plain SVG",
            )

    def refuse_declaration(self, *_: object) -> int:
        raise AssetError(
            "svg-entities",
            f"line {self.parser.CurrentLineNumber}: the SVG declares or uses entities, which are not expanded",
            "save it as plain SVG; in Illustrator, without 'Preserve Illustrator Editing Capabilities'",
        )


def at(line: int, name: str, error: AssetError) -> AssetError:
    """Return an error with its line and element."""
    return AssetError(error.code, f"line {line}, <{name[:40]}>: {error.message}", error.help)
