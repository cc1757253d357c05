"""One handout that holds every block, with a place for a text in every field that holds text."""

from __future__ import annotations

import re

HEAD = """\
title: {t}
subtitle: {t}
summary: {t}
message: {t}
audience: both
ages: {s}
keywords: [{s}]
layout: book
review: {{version: {t}, reference: {t}, owner: {t}, reviewers: [{t}], funders: [{t}]}}
body:
"""
BODY = """\
  - lead: {t}
  - heading: {t}
  - text: {t}
  - bullets: {{title: {t}, items: [{t}, {t}]}}
  - numbered: {{title: {t}, items: [{t}, {t}]}}
  - checklist: {{title: {t}, items: [{t}, {t}], columns: 2}}
  - subheading: {t}
  - steps: {{title: {t}, items: [{{title: {t}, text: {t}}}, {t}]}}
  - steps: {{title: {t}, as: ladder, items: [{{title: {t}, text: {t}}}, {t}]}}
  - steps: {{title: {t}, as: staircase, items: [{{title: {t}, text: {t}}}, {t}]}}
  - callout: {{kind: tip, title: {t}, text: {t}}}
  - did-you-know: {t}
  - tip: {t}
  - remember: {t}
  - try-this: {t}
  - caution: {t}
  - quote: {{text: {t}, by: {t}}}
  - break: page
  - table: {{caption: {t}, header: [{t}, {t}], rows: [[{t}, {t}], [{t}, {t}]], row_headings: true}}
  - milestones:
      title: {t}
      heads: [{t}, {t}, {t}]
      bands: [{{label: {t}, title: {t}, items: [{t}, {t}], note: {t}}}, {{label: {t}, items: [{t}]}}]
  - ranges:
      title: {t}
      unit: {s}
      note: {t}
      groups:
        - title: {t}
          items: [{{label: {t}, early: 1, from: 2, to: 3, late: 9}}, {{label: {t}, from: 0, to: 4}}]
  - compare:
      title: {t}
      left: {{title: {t}, face: happy, items: [{t}, {t}]}}
      right: {{title: {t}, items: [{t}]}}
  - chart:
      title: {t}
      x: {{label: {t}, values: [{t}, {t}]}}
      y: {{label: {t}, unit: "%"}}
      series: [{{name: {t}, values: [1, 2]}}, {{name: {t}, values: [3, 4]}}]
      source: {t}
  - chart: {{kind: line, x: [{t}, {t}], series: [1, 2]}}
  - feelings: {{title: {t}, faces: [{{face: happy, label: {t}, cue: {t}}}, {{face: tired, label: {t}}}]}}
  - feelings: {{faces: [{{face: calm, label: {t}}}, {{face: sad, label: {t}}}]}}
  - panels:
      title: {t}
      items:
        - {{illustration: cuddle, title: {t}, text: {t}}}
        - {{face: calm, title: {t}}}
        - {{face: happy, text: {t}}}
  - scale: {{title: {t}, levels: [{{label: {t}, text: {t}}}, {t}, {t}]}}
  - scale: {{title: {t}, as: dial, levels: [{{label: {t}, text: {t}}}, {t}, {t}]}}
  - scale: {{as: thermometer, first: high, alt: {s}, levels: [{{label: {t}, text: {t}}}, {t}, {t}]}}
  - planner: {{title: {t}, columns: [{t}, {t}], rows: [{t}, [{t}, {t}]]}}
  - planner: {{columns: [{t}, {t}, {t}], rows: 2}}
  - columns:
      - [{{subheading: {t}}}, {{text: {t}}}, {{bullets: [{t}]}}]
      - - reflection: {t}
        - reflection: {{prompt: {t}, lines: 2}}
  - columns: [[{{heading: {t}}}, {{text: {t}}}], [{{tip: {t}}}]]
  - reflection: {t}
  - heading: {t}
  - cycle: {{title: {t}, centre: {t}, steps: [{{title: {t}, text: {t}}}, {{title: {t}, text: {t}}}]}}
  - cycle: {{centre: {t}, alt: {s}, steps: [{{title: {t}, text: {t}}}, {t}, {t}]}}
  - image: {{file: images/blot.png, alt: {s}, caption: {t}, credit: {t}}}
  - illustration: {{name: cuddle, alt: {s}, caption: {t}}}
  - actions: {{title: {t}, items: [{t}, {t}]}}
  - contacts: {{title: {t}, ids: [line, emergency]}}
  - qr: {{caption: {t}, url: "https://example.org"}}
  - help: {{title: {t}, ids: [line]}}
"""


def everything(written: str, plain: str | None = None) -> str:
    """The handout with this YAML scalar in every field; with ``plain`` in those that know no Markdown."""
    return (HEAD + BODY).format(t=written, s=written if plain is None else plain)


def quoted(text: str) -> str:
    """A text in YAML's double quotes, with all that a file cannot hold as an escape."""
    return '"' + re.sub("[^ !#-\\[\\]-~\xa0-\ud7ff\ue000-\ufefe\U00010000-\U0010ffff]", _escaped, text) + '"'


def _escaped(match: re.Match[str]) -> str:
    return "\\" + match[0] if match[0] in '"\\' else f"\\u{ord(match[0]):04x}"
