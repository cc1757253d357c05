"""The blocks as a page of HTML for WeasyPrint, dressed as the Typst document is, with one style sheet for print.

Colours are custom properties and the setting's own words stand in braces, so that a dress is put in by `dressed`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

from bench.content.blocks import Block, Group, Heading, List, Para, Picture, Run, Table
from bench.content.dresses import Dress, painted, parted
from bench.content.typst_markup import closing_columns, small_columns

OPENS, CLOSES = "[[", "]]"  # round what a dress fills in
RULES = """
@font-face{font-family:Text;src:url("%(fonts)s/atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf")}
@font-face{font-family:Text;font-weight:700;
src:url("%(fonts)s/atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Bold.ttf")}
@font-face{font-family:Text;font-style:italic;
src:url("%(fonts)s/atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Italic.ttf")}
@font-face{font-family:Display;src:url("%(fonts)s/fraunces/Fraunces-SemiBold.ttf")}
@page{size:A4;margin:19mm 19mm 17mm;%(foot)s}
html{font:%(body)s/1.22 Text;color:var(--ink)}
body{margin:0}
h1,h2,h3,h4,h5,h6{font-family:Display;font-weight:400;color:var(--primary-dark);line-height:1.15;margin:.8em 0 .3em;
break-after:avoid}
h1{font-size:34pt;letter-spacing:-.4pt;margin:1em 0 .3em}h2{font-size:18pt}h3{font-size:13pt}h4,h5,h6{font-size:12pt}
p{margin:.3em 0}
sup{font-size:.7em;line-height:0;color:var(--accent-dark)}
a{color:inherit;text-decoration:none}
svg,img{display:block}
ul,ol{margin:.45em 0;padding-left:14pt}
ul.plain,ol.steps,ul.checks,ul.strip{list-style:none;padding:0}
li{margin:1.5pt 0}
li::marker{color:var(--primary-mid)}
ol.steps{counter-reset:step}
ol.steps>li{counter-increment:step;position:relative;padding-left:28pt;margin:6pt 0;min-height:20pt}
ol.steps>li::before{content:counter(step);position:absolute;left:0;top:0;width:19pt;line-height:19pt;border-radius:50%%;
background:var(--primary-fill);color:var(--on-primary);text-align:center;font:10pt/19pt Display}
ol.steps p{margin:0}
ul.checks>li{position:relative;padding-left:18pt}
ul.checks>li::before{content:"";position:absolute;left:0;top:2pt;width:8pt;height:8pt;border:1.2pt solid;
border-color:var(--line-strong);border-radius:2pt}
ul.strip,.columns{display:flex}
ul.strip>li,.columns>div{flex:1 1 0;margin:0 9pt 0 0}ul.strip>li:last-child,.columns>div:last-child{margin:0}
ul.strip p{margin:1pt 0}
.card{background:var(--primary-tint);border-radius:9pt;padding:11pt 13pt;margin:8pt 0;break-inside:avoid}
.card>h2,.card>h3{margin-top:0}
.accent{background:var(--accent-tint)}.accent h2,.accent h3{color:var(--accent-dark)}
.notice{background:var(--notice-tint)}.notice h2,.notice h3{color:var(--notice-dark)}
.urgent{background:var(--urgent-tint)}.urgent h2,.urgent h3{color:var(--urgent-dark)}
table{border-collapse:collapse;width:100%%;margin:8pt 0}
td,th{border-top:.75pt solid var(--line-strong);border-bottom:.75pt solid var(--line-strong);padding:5pt;
text-align:left;vertical-align:top;font-weight:400}
thead th{background:var(--primary-tint);color:var(--primary-dark);font-weight:700}
td p,th p{margin:0}
.cover{background:var(--warm);margin:-19mm -19mm 0;padding:19mm 19mm 0;height:94mm;display:flex}
.cover>.words{flex:1.25;padding-right:6mm}.cover>.art{flex:1;display:flex;align-items:flex-end;height:94mm}
.subtitle{font-size:14pt}.ages{font-size:9pt;color:var(--ink-soft)}.message{font-weight:700;color:var(--primary-dark)}
.small{font-size:8pt;color:var(--ink-soft);border-top:.6pt solid var(--line);display:flex;margin-top:8pt}
.small>div{flex:1;margin:0}.small>div:first-child{flex:1.6;margin-right:8mm}
.small h2{font:700 8pt Text;color:var(--accent-dark);margin:3pt 0}.small p,.small li{margin:0}
.closing{position:absolute;bottom:-17mm;left:-19mm;right:-19mm;padding:13pt 19mm;background:var(--primary-dark);
color:var(--on-primary);font-size:9pt;display:flex;align-items:center}
.closing>div{margin-right:9mm}.closing>.ways{flex:1}.closing>div:last-child{margin:0}.closing p{margin:1pt 0}
.plain>li>p{margin:0}
.chip{background:var(--paper);padding:5pt;border-radius:5pt}
.page{break-before:page}.page:first-child{break-before:auto}
.last{position:relative;break-inside:avoid}
"""
FOOT = "@bottom-left{content:'[[name]]';font:8pt Text;color:var(--ink-soft)}"
NUMBER = "@bottom-right{content:counter(page);font:8pt Text;color:var(--ink-soft)}"
MOST = 480.0  # pt


def leaflet_page(blocks: Sequence[Block], usual: Dress, title: str, fonts: Path) -> str:
    """Return a leaflet."""
    return _page(blocks, usual, title, {"fonts": fonts.as_uri(), "body": "10pt", "foot": ""})


def pack_page(blocks: Sequence[Block], usual: Dress, title: str, fonts: Path) -> str:
    """Return a pack: each part begins a page."""
    return _page(blocks, usual, title, {"fonts": fonts.as_uri(), "body": "11.5pt", "foot": FOOT + NUMBER})


def _page(blocks: Sequence[Block], usual: Dress, title: str, how: dict[str, str]) -> str:
    roles = ";".join(f"--{role}:{OPENS}{role}{CLOSES}" for role in usual["roles"])
    style = f"html{{{roles}}}" + RULES % how
    body = _Writer(usual).all(blocks)
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{style}</style></head><body>{body}</body></html>"
    )


def dressed(page: str, dress: Dress) -> str:
    """Return a page with the words, colours and pictures of a setting."""
    for role, colour in dress["roles"].items():
        page = page.replace(f"{OPENS}{role}{CLOSES}", colour).replace(f"{OPENS}bare-{role}{CLOSES}", colour[1:])
    for key in ("name", "phone", "email", "web", "host"):
        page = page.replace(f"{OPENS}{key}{CLOSES}", escape(dress[key]))
    return page.replace(f"{OPENS}logo{CLOSES}", dress["logo"]).replace(f"{OPENS}qr{CLOSES}", dress["qr"])


class _Writer:
    def __init__(self, usual: Dress) -> None:
        self._usual = usual

    def all(self, blocks: Iterable[Block]) -> str:
        return "".join(map(self.block, blocks))

    def block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return f"<h{block.level}>{self.runs(block.runs)}</h{block.level}>"
        if isinstance(block, Para):
            return f'<p class="{block.kind}">{self.runs(block.runs)}</p>' if block.kind else self._plain(block)
        if isinstance(block, Picture):
            return self.picture(block)
        if isinstance(block, List):
            return self.list(block)
        return self.table(block) if isinstance(block, Table) else self.group(block)

    def _plain(self, block: Para) -> str:
        return f"<p>{self.runs(block.runs)}</p>"

    def words(self, text: str) -> str:
        pieces = parted(text, self._usual)
        return "".join(f"{OPENS}{key}{CLOSES}" if key else escape(said) for key, said in pieces)

    def runs(self, runs: Sequence[Run]) -> str:
        return "".join(map(self.run, runs))

    def run(self, run: Run) -> str:
        out = self.words(run.text)
        out = f'<a href="{self.words(run.address)}">{out}</a>' if run.address else out  # innermost, or it is not tagged
        for wanted, tag in ((run.strong, "strong"), (run.emphasis, "em"), (run.raised, "sup")):
            out = f"<{tag}>{out}</{tag}>" if wanted else out
        return out

    def picture(self, block: Picture) -> str:
        scale = min(1.0, MOST / block.width)
        size = f"width:{block.width * scale:.1f}pt;height:{block.height * scale:.1f}pt"
        source = f"{OPENS}{block.own}{CLOSES}" if block.own else self.drawn(block)
        if block.alt:
            return f'<img style="{size}" src="{source}" alt="{escape(block.alt)}">'
        ground = f"background:url('{source}') no-repeat center/contain"  # an image without words would be a Figure
        return f'<div style="{size};{ground}"></div>'

    def drawn(self, block: Picture) -> str:
        drawing = quote(block.svg, safe=" /=:;,")
        for colour, role in painted(block.svg, self._usual):
            drawing = drawing.replace(quote(colour), f"%23{OPENS}bare-{role}{CLOSES}")
        return f"data:image/svg+xml,{drawing}"

    def list(self, block: List) -> str:
        tag = "ol" if block.kind in ("steps", "numbers") else "ul"
        items = "".join(f"<li>{self._item(item)}</li>" for item in block.items)
        return f'<{tag} class="{block.kind}">{items}</{tag}>'

    def _item(self, item: Sequence[Block]) -> str:
        return self.runs(item[0].runs) if len(item) == 1 and isinstance(item[0], Para) else self.all(item)

    def table(self, block: Table) -> str:
        rows = []
        for number, row in enumerate(block.rows):
            tag = "th" if number < block.heads else "td"
            rows.append("<tr>" + "".join(f"<{tag}>{self._item(cell)}</{tag}>" for cell in row) + "</tr>")
        head = f"<thead>{''.join(rows[: block.heads])}</thead>" if block.heads else ""
        return f"<table>{head}<tbody>{''.join(rows[block.heads :])}</tbody></table>"

    def group(self, block: Group) -> str:
        if block.kind == "card":
            return f'<section class="card {block.tone}">{self.all(block.kids)}</section>'
        if block.kind == "cover":
            words, *art = block.kids
            return f'<header class="cover"><div class="words">{self.block(words)}</div>{self._div("art", art)}</header>'
        if block.kind == "small":
            left, right = small_columns(block)
            return f'<footer class="small">{self._div("", left)}{self._div("", right)}</footer>'
        if block.kind == "closing":
            parts = zip(("chip", "ways", "code", "code"), closing_columns(block), strict=True)
            return f'<footer class="closing">{"".join(self._div(name, part) for name, part in parts)}</footer>'
        return self._div(block.kind, block.kids)

    def _div(self, kind: str, kids: Sequence[Block]) -> str:
        if kind == "columns":
            return f'<div class="columns">{"".join(self._div("", [kid]) for kid in kids)}</div>'
        return f'<div class="{kind}">{self.all(kids)}</div>'
