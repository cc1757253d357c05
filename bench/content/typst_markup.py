"""The blocks as a Typst document, dressed: faces, colours, cards, columns, tables, drawings, logo, contacts.

The document reads the setting from ``sys.inputs.dress`` (JSON), or from its own defaults. Words are Typst strings, so
that none of them can become code.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.content.blocks import Block, Group, Heading, List, Para, Picture, Run, Table
from bench.content.dresses import Dress, painted, parted

PROLOGUE = """
#let d = json(bytes(sys.inputs.at("dress", default: {dress})))
#let c(role) = rgb(d.roles.at(role))
#let tones = (
  primary: (c("primary-tint"), c("primary-dark"), c("primary-mid")),
  accent: (c("accent-tint"), c("accent-dark"), c("accent-strong")),
  notice: (c("notice-tint"), c("notice-dark"), c("notice")),
  urgent: (c("urgent-tint"), c("urgent-dark"), c("urgent")),
)
#set document(title: {title})
#set page(paper: "a4", margin: (x: {side}, top: {side}, bottom: 17mm), footer-descent: 6mm, footer: {footer})
#set text(font: "Atkinson Hyperlegible Next", size: {body}, lang: "en", region: "GB", fill: c("ink"))
#set par(leading: 0.55em, spacing: 0.8em)
#set list(marker: text(fill: c("primary-mid"), sym.bullet), indent: 2pt, body-indent: 8pt)
#let display = (font: "Fraunces", weight: 600, fill: c("primary-dark"))
#show heading: set text(..display)
#show heading: set block(above: 1.25em, below: 0.55em, sticky: true)
#show heading.where(level: 1): set text(size: 34pt, tracking: -0.4pt)
#show heading.where(level: 2): set text(size: 18pt)
#show heading.where(level: 3): set text(size: 13pt)
#show heading.where(level: 4): set text(size: 12pt)
#show super: set text(fill: c("accent-dark"))
#let art(data, paints, width, height, alt) = {{
  let drawn = data
  for (found, role) in paints {{ drawn = drawn.replace(found, d.roles.at(role)) }}
  let made = image(bytes(drawn), format: "svg", width: width, height: height, ..if alt != "" {{ (alt: alt) }})
  if alt == "" {{ pdf.artifact(made) }} else {{ made }}
}}
#let own(path, width, height, alt) = {{
  let made = image(path, width: width, height: height, fit: "contain", ..if alt != "" {{ (alt: alt) }})
  if alt == "" {{ pdf.artifact(made) }} else {{ made }}
}}
#let card(tone, body) = {{
  let (ground, dark, mid) = tones.at(tone)
  show heading: set text(fill: dark)
  set list(marker: text(fill: mid, sym.bullet))
  block(fill: ground, width: 100%, inset: 13pt, radius: 9pt, above: 1em, below: 1em, {{
    show heading: set block(above: 0pt, below: 0.6em)
    body
  }})
}}
#let disc(n) = box(width: 19pt, height: 19pt, baseline: 5pt, circle(fill: c("primary-fill"), radius: 9.5pt,
  align(center + horizon, text(font: "Fraunces", weight: 600, size: 10pt, fill: c("on-primary"), str(n)))))
#let steps(..items) = enum(numbering: n => disc(n), body-indent: 9pt, spacing: 9pt, ..items)
#let tick = box(width: 9pt, height: 9pt, baseline: 1pt, radius: 2pt, stroke: 1.2pt + c("line-strong"))
#let checks(..items) = list(marker: tick, spacing: 7pt, ..items)
#let strip(..items) = grid(columns: (1fr,) * items.pos().len(), gutter: 9pt, ..items)
#let small(body) = {{
  set text(size: 8pt, fill: c("ink-soft"))
  show heading: set text(font: "Atkinson Hyperlegible Next", size: 8pt, weight: 700, fill: c("accent-dark"))
  show heading: set block(above: 0.4em, below: 0.4em)
  set enum(spacing: 0.45em)
  set par(spacing: 0.45em)
  line(length: 100%, stroke: 0.6pt + c("line"))
  body
}}
#let cover(words, picture) = {{
  place(top, dx: -{side}, dy: -{side}, pdf.artifact(rect(width: 210mm, height: 113mm, fill: c("warm"))))
  block(height: 113mm - {side}, width: 100%, grid(columns: (1.25fr, 1fr), column-gutter: 6mm, words,
    align(bottom + right, picture)))
}}
#let closing(body) = {{
  v(1fr)
  pad(x: -{side}, bottom: -17mm, block(fill: c("primary-dark"), width: 100%, inset: (x: {side}, y: 13pt), {{
    set text(fill: c("on-primary"), size: 9pt)
    body
  }}))
}}
#let chip(body) = box(fill: c("paper"), inset: 5pt, radius: 5pt, body)
#set table(inset: (x: 5pt, y: 5pt), stroke: (x: none, y: 0.75pt + c("line-strong")),
  fill: (_, y) => if y == 0 {{ c("primary-tint") }})
#show table.cell.where(y: 0): set text(weight: 700, fill: c("primary-dark"))
"""
STYLES = {
    "subtitle": '#text(size: 14pt)[{}]',
    "ages": '#text(size: 9pt, fill: c("ink-soft"))[{}]',
    "message": '#text(weight: 700, fill: c("primary-dark"))[{}]',
}  # fmt: skip
SIDE = "19mm"
MOST = 480.0  # pt; no drawing is wider than the type area


def leaflet_source(blocks: Sequence[Block], usual: Dress, title: str) -> str:
    """Return a leaflet of two pages of A4."""
    footer = 'context if counter(page).get().first() == 1 {set text(size: 8pt, fill: c("ink-soft")); d.name}'
    return _prologue(usual, title, "11pt", footer) + _Writer(usual).all(blocks) + "\n"


def pack_source(blocks: Sequence[Block], usual: Dress, title: str) -> str:
    """Return a pack: each part begins a page, with its number and the pack's title at the foot of each."""
    footer = 'context {set text(size: 8pt, fill: c("ink-soft")); d.name; h(1fr); counter(page).display()}'
    return _prologue(usual, title, "11.5pt", footer) + _Writer(usual).all(blocks) + "\n"


def _prologue(usual: Dress, title: str, body: str, footer: str) -> str:
    dress = _string(json.dumps(usual))
    return PROLOGUE.format(dress=dress, title=_string(title), body=body, footer=footer, side=SIDE)


def write_typst(folder: Path, source: str) -> Path:
    """Write a document; return its path."""
    path = folder / "document.typ"
    path.write_text(source, encoding="utf-8")
    return path


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


class _Writer:
    def __init__(self, usual: Dress) -> None:
        self._usual = usual
        self._first = True

    def all(self, blocks: Iterable[Block]) -> str:
        return "\n\n".join(self.block(block) for block in blocks)

    def block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return f"#heading(level: {block.level})[{self.runs(block.runs)}]"
        if isinstance(block, Para):
            return "#par[" + STYLES.get(block.kind, "{}").replace("{}", self.runs(block.runs)) + "]"
        if isinstance(block, Picture):
            return self.picture(block)
        if isinstance(block, List):
            return self.list(block)
        return self.table(block) if isinstance(block, Table) else self.group(block)

    def runs(self, runs: Sequence[Run]) -> str:
        return "".join(map(self.run, runs))

    def run(self, run: Run) -> str:
        out = "".join(f"#d.{key};" if key else f"#{_string(text)};" for key, text in parted(run.text, self._usual))
        if run.strong:
            out = f"#strong[{out}]"
        if run.emphasis:
            out = f"#emph[{out}]"
        if run.raised:
            out = f"#super[{out}]"
        if not run.address:
            return out
        pieces = (f"d.{key}" if key else _string(text) for key, text in parted(run.address, self._usual))
        return f"#link({' + '.join(pieces)})[{out}]"

    def picture(self, block: Picture) -> str:
        scale = min(1.0, MOST / block.width)
        size = f"{block.width * scale:.1f}pt, {block.height * scale:.1f}pt"
        if block.own:
            return f"#own(d.{block.own}, {size}, {_string(block.alt)})"
        paints = "".join(f"({_string(colour)}, {_string(role)})," for colour, role in painted(block.svg, self._usual))
        return f"#art({_string(block.svg)}, ({paints}), {size}, {_string(block.alt)})"

    def list(self, block: List) -> str:
        name = {"steps": "steps", "checks": "checks", "strip": "strip", "numbers": "enum", "bullets": "list"}
        items = ", ".join(f"[{self.all(item)}]" for item in block.items)
        if block.kind == "plain":
            return f"#list(marker: none, indent: 0pt, body-indent: 0pt, {items})"
        return f"#{name[block.kind]}({items})"

    def table(self, block: Table) -> str:
        rows = [[f"[{self.all(cell)}]" for cell in row] for row in block.rows]
        rows = [row + ["[]"] * (block.columns - len(row)) for row in rows]
        heads = ", ".join(cell for row in rows[: block.heads] for cell in row)
        cells = [cell for row in rows[block.heads :] for cell in row]
        parts = [f"columns: {block.columns}", *([f"table.header({heads})"] if heads else []), *cells]
        return f"#table({', '.join(parts)})"

    def group(self, block: Group) -> str:
        if block.kind == "card":
            return f'#card("{block.tone}")[{self.all(block.kids)}]'
        if block.kind == "columns":
            kids = ", ".join(f"[{self.block(kid)}]" for kid in block.kids)
            return f"#grid(columns: (1fr,) * {len(block.kids)}, gutter: 9pt, {kids})"
        if block.kind == "cover":
            words, *art = block.kids
            return f"#cover[{self.block(words)}][{self.all(art)}]"
        if block.kind == "small":
            left, right = small_columns(block)
            sides = f"[{self.all(left)}], [{self.all(right)}]"
            return f"#small[#grid(columns: (1.6fr, 1fr), gutter: 8mm, {sides})]"
        if block.kind == "closing":
            return f"#closing[{self.closing(block)}]"
        turn = "" if self._first or block.kind != "page" else "#pagebreak(weak: true)\n\n"
        self._first = self._first and block.kind != "page"
        return turn + self.all(block.kids)

    def closing(self, block: Group) -> str:
        logo, *columns = closing_columns(block)
        chips = " ".join(f"#chip[{self.block(kid)}]" for kid in logo)
        kids = ", ".join([f"[{chips}]", *(f"[{self.all(column)}]" for column in columns)])
        return f"#grid(columns: (auto, 1fr, auto, auto), column-gutter: 9mm, align: horizon, {kids})"


def small_columns(block: Group) -> tuple[list[Block], list[Block]]:
    """Return what stands in the two columns of small print: headings and lists, then all else."""
    left: list[Block] = [kid for kid in block.kids if isinstance(kid, Heading | List)]
    return left, [kid for kid in block.kids if not isinstance(kid, Heading | List)]


def closing_columns(block: Group) -> tuple[list[Block], list[Block], list[Block], list[Block]]:
    """Return what stands in the four columns of a closing band: logo, ways to reach us, words of the code, the code."""
    logo: list[Block] = [kid for kid in block.kids if isinstance(kid, Picture) and kid.own == "logo"]
    code: list[Block] = [kid for kid in block.kids if isinstance(kid, Picture) and kid.own == "qr"]
    words = [kid for kid in block.kids if kid not in logo and kid not in code]
    ways, last = (words[:-1], words[-1:]) if code and len(words) > 1 else (words, [])
    return logo, ways, last, code
