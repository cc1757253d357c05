"""How a book looks: as much of a page's look as readers for books keep. They choose sizes, margins and faces."""

from __future__ import annotations

from collections.abc import Sequence

from generator.kinds.page_style import face_rule, faces
from generator.kinds.reading import Reading


def book_style(reading: Reading, names: Sequence[str]) -> str:
    """Return the style sheet; ``names`` are the files of its faces."""
    rules = "\n".join(face_rule(face, name) for face, name in zip(faces(reading), names, strict=True))
    out = _RULES
    for name in sorted(_names(out), key=len, reverse=True):
        out = out.replace("$" + name, str(getattr(reading.roles, name)))
    return (rules + out).replace("@radius", f"{12 * reading.radius:g}px")


def _names(rules: str) -> set[str]:
    """Return the roles that rules name: words after a dollar."""
    found = set()
    for part in rules.split("$")[1:]:
        length = next((i for i, char in enumerate(part) if not (char.isalpha() or char == "_")), len(part))
        found.add(part[:length])
    return found


_RULES = """
body{font-family:"Text",sans-serif;line-height:1.5}
h1,h2,h3,h4{color:$primary_dark;line-height:1.2;margin:1.6em 0 .4em;break-after:avoid;page-break-after:avoid}
h1,h2,blockquote{font-family:"Display",serif;font-weight:600}
h1{font-size:2em;margin-top:.8em}
h2{font-size:1.45em}
h3{font-size:1.15em}
p{margin:.6em 0}
a{color:$primary_dark}
img{max-width:100%;height:auto}
.cover{background-color:$warm;padding:1em 1em 0;margin-bottom:1.5em}
.subtitle{font-size:1.2em}
.ages{color:$ink_soft}
.message,.title,.question{font-weight:bold;color:$primary_dark}
.lead{font-size:1.2em}
ul.plain,ol.numbered,ul.checklist{list-style-type:none;padding-left:0;padding-right:0;margin-left:0;margin-right:0}
.number{font-weight:bold;color:$accent_dark}
li{margin:.4em 0}
.words{display:inline}
.words p{margin:.1em 0}
.numbered .words p:first-child{display:inline;font-weight:bold}
.counted ul.labels{counter-reset:item}
.counted ul.labels>li{counter-increment:item}
.counted ul.labels>li::before{content:counter(item) ". ";font-weight:bold;color:$accent_dark}
.counted ul.labels .words p:first-child{display:inline}
.labels .words p:first-child,.plain .words p:first-child{font-weight:bold}
.card,.help-strip,.contacts,.qr{background-color:$primary_tint;padding:.8em 1em;margin:1.2em 0;border-radius:@radius}
.card h2,.card h3,.help-strip h2{margin-top:0}
.did-you-know,.right{background-color:$accent_tint}
.did-you-know h2,.did-you-know h3,.right h2,.right h3{color:$accent_dark}
.caution{background-color:$notice_tint}
.help,.help-strip{background-color:$urgent_tint}
.help h2,.help h3,.help-strip h2{color:$urgent_dark}
.help-strip .words p:first-child{font-weight:normal}
figure{margin:1.2em 0}
figcaption,.credit{color:$ink_soft;font-size:.9em}
.quote{border-left:.25em solid $accent_strong;padding-left:1em}
blockquote{margin:0;font-size:1.25em;color:$accent_dark}
table{border-collapse:collapse;width:100%}
caption{font-weight:bold;text-align:left;color:$primary_dark}
th,td{text-align:left;vertical-align:top;padding:.4em .6em .4em 0;border-bottom:1px solid $line_strong}
[dir="rtl"] th,[dir="rtl"] td,[dir="rtl"] caption{text-align:right}
.planner td,.planner th{border:1px solid $line_strong;padding:.4em}
.planner td{height:2.4em}
.line{border-bottom:1px solid $line_strong;margin:0;line-height:2}
.in-drawing{margin-top:0}
.foot{font-size:.9em;border-top:1px solid $line_strong;margin-top:2em}
.foot h2{font-size:1.1em}
"""
