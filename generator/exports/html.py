"""HTML: one page of the web that holds all it needs, in the brand's colours, for screens of every size and for print.

No script, nothing from elsewhere: the page's own policy (Content-Security-Policy) lets a browser load nothing and run
nothing. https://www.w3.org/TR/WCAG22/ at level AA.
"""

from __future__ import annotations

import base64
import hashlib

from generator.base.findings import Findings
from generator.kinds.export import Export
from generator.kinds.markup import Markup, Style, drawn, escaped
from generator.kinds.page_style import face_style, page_style
from generator.kinds.reading import Node, Reading, parts


def wrap(reading: Reading, findings: Findings) -> bytes:
    """Return the page."""
    style = face_style(reading) + page_style(reading)
    direction = "rtl" if reading.rtl else "ltr"
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escaped(reading.title)}</title>",
        *(
            f'<meta name="{name}" content="{escaped(value)}">'
            for name, value in (
                ("author", reading.author),
                ("description", reading.summary),
                ("keywords", reading.keywords),
                ("dcterms.modified", reading.date),
                ("generator", "handouts"),
                ("color-scheme", "light"),
                ("theme-color", reading.roles.warm),
            )
            if value
        ),
        f"<style>{style}</style>",
    ]
    body = _body(reading, Markup(reading, Style(xml=False, forms=True, draw=drawn)))
    return (
        f'<!DOCTYPE html>\n<html lang="{escaped(reading.language)}" dir="{direction}">\n'
        f"<head>\n{chr(10).join(head)}\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    ).encode()


def _policy(style: str) -> str:
    """Return what a browser may load: the page's own styles, and pictures and fonts that are in the page."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _body(reading: Reading, markup: Markup) -> str:
    cover, body, foot = parts(reading.root)
    seen = [node for node in cover if node.kind == "cover" and node.picture is not None]
    shape = "bare" if not seen else "row" if all(map(_is_row, seen)) else "doorway"
    said = "".join(_cover_word(markup, node) for node in cover if node.kind != "cover")
    art = f'<div class="art">{"".join(map(markup.picture, seen))}</div>' if seen else ""
    skip = f'<a class="skip" href="#words">{escaped(reading.words["skip"])}</a>'
    header = f'<header class="cover {shape}"><div class="inner"><div class="said">{said}</div>{art}</div></header>'
    main = f'<main id="words" tabindex="-1">{markup.nodes(body)}</main>'
    colophon = markup.nodes([node for node in foot if node.kind != "closing"])
    closing = "".join(_closing(markup, node) for node in foot if node.kind == "closing")
    return f"{skip}\n{header}\n{main}\n<footer>{colophon}{closing}</footer>"


def _is_row(node: Node) -> bool:
    return node.picture is not None and node.picture.width > 2 * node.picture.height


def _cover_word(markup: Markup, node: Node) -> str:
    if node.kind == "logo":
        return f'<div class="logo">{markup.picture(node)}</div>'
    return markup.node(node)


def _closing(markup: Markup, node: Node) -> str:
    """Return the dark band: the logo once more, the ways to reach the setting, the code with its words."""
    kids = node.nodes
    logo = "".join(markup.picture(kid) for kid in kids if kid.kind == "logo-again")
    code = next((i for i, kid in enumerate(kids) if kid.role == "Link"), len(kids))
    ways = [kid for kid in kids[: max(0, code - 1) if code < len(kids) else code] if kid.kind != "logo-again"]
    last = [kid for kid in kids[len(ways) :] if kid not in ways and kid.kind != "logo-again"]
    coded = "".join(markup.inline(Node("P", (kid,))) if kid.role == "Link" else markup.node(kid) for kid in last)
    out = f'<div class="logo">{logo}</div>' if logo else ""
    out += f'<div class="ways">{markup.nodes(ways)}</div>' if ways else ""
    out += f'<div class="code">{coded}</div>' if coded else ""
    return f'<div class="closing"><div class="inner">{out}</div></div>'


EXPORT = Export("a page of the web", ".html", wrap)
