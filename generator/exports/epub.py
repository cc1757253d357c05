"""EPUB: a book of one chapter for readers that turn text to every size, colour and voice.

https://www.w3.org/TR/epub-33/; what its package tells of accessibility: https://www.w3.org/TR/epub-a11y-11/
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from generator.base.findings import Findings
from generator.base.tuples import NamedTuple
from generator.kinds.book_style import book_style
from generator.kinds.export import Export
from generator.kinds.markup import Markup, Style, escaped
from generator.kinds.page_style import faces
from generator.kinds.reading import Node, Reading, named_headings, parts
from generator.kinds.vector import svg
from generator.kinds.zipped import zipped

FOLDER = "EPUB"
FEATURES = ("structuralNavigation", "tableOfContents", "alternativeText", "readingOrder", "displayTransformability")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_CONTAINER = (
    _HEAD + '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    f'<rootfile full-path="{FOLDER}/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>\n"
)


class Item(NamedTuple):
    """A file of the book: its name, its kind, its contents, what the package says of it."""

    name: str
    kind: str
    data: bytes
    properties: str = ""


def wrap(reading: Reading, findings: Findings) -> bytes:
    """Return the book."""
    root = named_headings(reading.root)
    pictures: list[Item] = []

    def drawn(node: Node, number: int) -> str:
        assert node.picture is not None, "only what is seen is drawn"
        if node.kind == "logo-again":  # which is for dark grounds
            return ""
        name = f"picture-{number}.svg"
        cover = "cover-image" if node.kind == "cover" else ""
        data = svg(node.picture, alone=True).encode()
        pictures.append(Item(name, "image/svg+xml", data, cover))
        width = round(node.picture.width * 4 / 3)  # px
        return f'<img src="{name}" alt="{escaped(node.alt)}" width="{width}" />'

    markup = Markup(reading, Style(xml=True, forms=False, draw=drawn))
    cover, body, foot = parts(root)
    chapter = (
        f'<section class="cover">{markup.nodes(cover)}</section>{markup.nodes(body)}'
        f'<section class="foot">{markup.nodes(foot)}</section>'
    )
    fonts = [Item(f"face-{i}.ttf", "font/ttf", face.data) for i, face in enumerate(faces(reading), 1)]
    style = book_style(reading, [font.name for font in fonts])
    items = [
        Item("handout.xhtml", "application/xhtml+xml", _page(reading, chapter)),
        Item("nav.xhtml", "application/xhtml+xml", _page(reading, _nav(reading, root)), "nav"),
        Item("style.css", "text/css", style.encode()),
        *pictures,
        *fonts,
    ]
    files = [
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", _CONTAINER.encode()),
        (f"{FOLDER}/package.opf", _package(reading, items).encode()),
        *((f"{FOLDER}/{item.name}", item.data) for item in items),
    ]
    return zipped(files, reading.date, stored=["mimetype"])


def _page(reading: Reading, body: str) -> bytes:
    language, direction = escaped(reading.language), "rtl" if reading.rtl else "ltr"
    return (
        f'{_HEAD}<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f' lang="{language}" xml:lang="{language}" dir="{direction}">\n<head><title>{escaped(reading.title)}</title>'
        f'<link rel="stylesheet" type="text/css" href="style.css" /></head>\n<body>{body}</body>\n</html>\n'
    ).encode()


def _nav(reading: Reading, root: Node) -> str:
    """Return the table of contents: the title, and the sections below it."""
    heads = [node for node in root.walk() if node.role in ("H1", "H2")]
    rows = "".join(
        f'<li><a href="handout.xhtml#{escaped(node.ident)}">{escaped(" ".join(node.text.split()))}</a></li>'
        for node in heads
    )
    inside = escaped(reading.words["inside"])
    marks = f'<li><a epub:type="bodymatter" href="handout.xhtml">{escaped(reading.title)}</a></li>'
    return (
        f'<nav epub:type="toc" role="doc-toc"><h1>{inside}</h1><ol>{rows}</ol></nav>'
        f'<nav epub:type="landmarks" hidden="hidden"><ol>{marks}</ol></nav>'
    )


def _package(reading: Reading, items: Sequence[Item]) -> str:
    seen = any(item.kind.startswith("image") for item in items)
    ident = _uuid(f"handouts:{reading.author}:{reading.ident}:{reading.language}")
    stamp = reading.date if "T" in reading.date else f"{reading.date}T00:00:00Z"
    direction = ' page-progression-direction="rtl"' if reading.rtl else ""
    core = [
        f'<dc:identifier id="book">urn:uuid:{ident}</dc:identifier>',
        *(
            f"<dc:{name}>{escaped(value)}</dc:{name}>"
            for name, value in (
                ("title", reading.title),
                ("language", reading.language),
                ("creator", reading.author),
                ("publisher", reading.author),
                ("description", reading.summary),
                *(("subject", word.strip()) for word in reading.keywords.split(",")),
                ("date", reading.date),
            )
            if value
        ),
    ]
    said = [
        ("dcterms:modified", stamp),
        ("schema:accessMode", "textual"),
        *([("schema:accessMode", "visual")] if seen else []),
        ("schema:accessModeSufficient", "textual"),
        *(("schema:accessibilityFeature", feature) for feature in FEATURES),
        ("schema:accessibilityHazard", "none"),
        ("schema:accessibilitySummary", reading.words["epub-access"]),
        ("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"),
        ("a11y:certifiedBy", reading.author),
    ]
    metas = "".join(f'<meta property="{name}">{escaped(value)}</meta>' for name, value in said)
    manifest = "".join(
        f'<item id="i{i}" href="{item.name}" media-type="{item.kind}"'
        + (f' properties="{item.properties}"' if item.properties else "")
        + "/>"
        for i, item in enumerate(items)
    )
    return (
        f'{_HEAD}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book"'
        f' xml:lang="{escaped(reading.language)}" dir="{"rtl" if reading.rtl else "ltr"}">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{"".join(core)}{metas}</metadata>'
        f'<manifest>{manifest}</manifest><spine{direction}><itemref idref="i0"/></spine></package>\n'
    )


def _uuid(name: str) -> str:
    """Return a UUID that stands for a name, always the same (RFC 9562, version 8)."""
    digits = list(hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:32])
    digits[12], digits[16] = "8", "89ab"[int(digits[16], 16) % 4]
    text = "".join(digits)
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


EXPORT = Export("a book for readers on phones and tablets", ".epub", wrap)
