"""How pages of the web and of books look: the brand's roles as a style sheet, and the brand's own face for titles."""

from __future__ import annotations

import base64

from generator.base.tuples import NamedTuple
from generator.kinds.reading import HEADINGS, Reading
from generator.pdf.glyphs import FaceData

LARGEST_FACE = 48_000  # bytes of a face with the letters that a handout has; a larger one is left out
_BODY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif'
_DISPLAY = 'Georgia, Cambria, "Times New Roman", serif'


class Face(NamedTuple):
    """A face of the brand with the letters that a handout has: its family in the style sheet, its weight, its file."""

    family: str
    weight: str
    data: bytes


def faces(reading: Reading) -> list[Face]:
    """Return the faces of titles and of running text; those that are large are left out."""
    titles = (node for node in reading.root.walk() if node.role in HEADINGS or node.role == "BlockQuote")
    # numbers in discs stand in the face of titles too
    wanted = [("Display", "100 900", reading.display, "".join(node.text for node in titles) + "0123456789")]
    said = reading.root.text
    wanted += [("Text", "100 500", reading.text[0], said), ("Text", "501 900", reading.text[1], said)]
    made = [Face(family, weight, subset(face, letters)) for family, weight, face, letters in wanted]
    return [face for face in made if len(face.data) <= LARGEST_FACE]


def face_style(reading: Reading) -> str:
    """Return the rules that bring the faces in the page itself."""
    return "".join(
        face_rule(face, f"data:font/ttf;base64,{base64.b64encode(face.data).decode()}") for face in faces(reading)
    )


def face_rule(face: Face, address: str) -> str:
    """Return the rule that brings a face from an address."""
    return f'@font-face{{font-family:"{face.family}";src:url("{address}");font-weight:{face.weight};font-display:swap}}'


def subset(face: FaceData, text: str) -> bytes:
    """Return a font file with the glyphs of a text; its features are kerning and joining, as on pages."""
    import uharfbuzz as hb  # 30 ms, where something is exported alone

    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(sorted({ord(char) for char in text + " "}))
    wanted.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
    data: bytes = hb.subset(face.hb_face, wanted).blob.data
    return data


def page_style(reading: Reading) -> str:
    """Return the style sheet of a page."""
    roles, round_ = reading.roles, reading.radius
    names = {name: getattr(roles, name) for name in _USED}
    variables = ";".join(f"--{name.replace('_', '-')}:{value}" for name, value in names.items())
    sizes = f"--card:{12 * round_:g}px;--small:{6 * round_:g}px"
    return f':root{{{variables};{sizes};--text:"Text",{_BODY};--display:"Display",{_DISPLAY}}}' + _RULES


_USED = (
    "paper", "warm", "ink", "ink_soft", "line", "line_strong", "primary_fill", "primary_dark", "primary_mid",
    "primary_tint", "primary_soft", "accent", "accent_strong", "accent_dark", "accent_tint", "accent_soft",
    "notice_dark", "notice_tint", "urgent_dark", "urgent_tint", "on_primary", "on_dark_soft",
)  # fmt: skip

_RULES = """
*,*::before,*::after{box-sizing:border-box}
html{font-size:112.5%;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font-family:var(--text);line-height:1.55;
text-align:start;overflow-wrap:break-word}
h1,h2,h3,h4{color:var(--primary-dark);line-height:1.2;text-wrap:balance;margin:0}
h1,h2,.quote blockquote,.did-you-know>:is(h2,h3){font-family:var(--display);font-weight:600;letter-spacing:-.01em}
h1{font-size:clamp(2.1rem,1.3rem + 4.4vw,3.6rem);line-height:1.08;letter-spacing:-.017em}
h2{font-size:1.65rem;margin-top:2.6rem}
h3{font-size:1.15rem;margin-top:1.8rem}
h4{font-size:1.02rem;margin-top:1.3rem}
p{margin:.75rem 0}
:is(h1,h2,h3,h4)+:is(p,ul,ol){margin-top:.4rem}
strong{font-weight:700}
a{color:var(--primary-dark);text-decoration-thickness:.08em;text-underline-offset:.18em}
a:hover{text-decoration-thickness:.16em}
a.call{font-weight:700;white-space:nowrap;direction:ltr;unicode-bidi:isolate}
:focus-visible{outline:3px solid var(--primary-dark);outline-offset:3px;border-radius:3px}
main:focus{outline:none}
sup{font-size:.72em;line-height:0;vertical-align:.5em;white-space:nowrap}
sup a{padding:.6em .15em;text-decoration:none;font-weight:700;
color:var(--accent-dark)}
sup a:hover,sup a:focus{text-decoration:underline}
svg{display:block;max-width:100%;height:auto}
.skip{position:absolute;inset-inline-start:1rem;top:-5rem;background:var(--paper);padding:.6rem 1rem;z-index:1;
border-radius:0 0 var(--small) var(--small)}
.skip:focus{top:0}
.said[role],.in-drawing{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.inner{max-width:58rem;margin:0 auto;padding:0 1.25rem}
.cover{background:var(--warm);border-bottom:1px solid var(--warm)}
.cover .inner{display:grid;gap:0 2.5rem;padding-top:2rem}
.cover .said{padding-bottom:2.2rem;min-width:0}
.cover .logo{margin-bottom:2rem}
.cover .subtitle{font-size:1.3rem;line-height:1.45;margin-top:1.1rem}
.cover .ages{color:var(--ink-soft)}
.cover .message{font-weight:700;font-size:1.1rem;line-height:1.4;color:var(--primary-dark);margin-bottom:0}
.cover .art{align-self:end;justify-self:center;width:min(100%,22rem)}
.cover .art svg{width:100%;max-height:28rem;margin-bottom:-1px}
.row .art{width:100%}
@media (max-width:44.9rem){.doorway .art svg{max-height:62vw}}
@media (min-width:45rem){.doorway .inner{grid-template-columns:minmax(0,1.15fr) minmax(0,1fr)}
.cover .art{justify-self:end}.cover .said{padding-bottom:3rem}}
main{max-width:58rem;margin:0 auto;padding:.2rem 1.25rem 3rem}main>*{max-width:42rem}
main>:first-child{margin-top:1.8rem}
main>section:first-child>h2:first-child{margin-top:.6rem}
.lead{font-size:1.25rem;line-height:1.5;color:var(--primary-dark)}
.title{font-weight:700;font-size:1.15rem;color:var(--primary-dark);margin-top:1.8rem}
ul,ol{margin:.6rem 0;padding-inline-start:1.35rem}
li{margin:.35rem 0}
li::marker{color:var(--accent-strong)}
ul.plain,ol.numbered,ul.checklist{list-style-type:"";padding:0}
.words>p{margin:.1rem 0}
ul.plain>li>.words>p:first-child:not(:only-child),:is(ul,ol).labels>li>.words>p:first-child,ol.steps>li>.words>p:first-child:not(:only-child){font-weight:700}
ul.plain>li{margin:.8rem 0}
ol.numbered>li{display:flex;gap:.5rem}
ol.numbered>li>.number{font-weight:700;color:var(--primary-dark);min-width:1.2rem}
:is(ol.steps,ol.labels)>li{gap:1rem;margin:1.1rem 0;align-items:flex-start}
:is(ol.steps,ol.labels)>li>.number,.counted>ul.labels>li::before,.question>.number{flex:none;display:inline-flex;align-items:center;justify-content:center;
width:2rem;height:2rem;border-radius:50%;background:var(--primary-fill);color:var(--on-primary);
font-family:var(--display);font-weight:600}
ol.steps>li>.words,ol.steps>li>.number+*{padding-top:.15rem}
ul.checklist>li{margin:.15rem 0}
.checklist label{display:flex;gap:.75rem;padding:.35rem 0;cursor:pointer}
.checklist input{flex:none;appearance:none;width:1.35rem;height:1.35rem;margin:.1rem 0 0;border-radius:3px;
border:2px solid var(--line-strong);background:var(--paper)}
.checklist input:checked{background:var(--primary-fill);border-color:var(--primary-fill)}
.checklist input:checked::after{content:"";display:block;width:.38rem;height:.75rem;margin:.02rem auto 0;
border:solid var(--on-primary);border-width:0 .18rem .18rem 0;transform:rotate(45deg)}
.card,.help-strip,.contacts,.qr{border-radius:var(--card);padding:1.3rem 1.4rem;margin:1.6rem 0;
background:var(--primary-tint)}
.card>:first-child,.help-strip>:first-child{margin-top:0}
.card>:last-child{margin-bottom:0}
.card>:is(h2,h3){font-size:1.15rem}
.did-you-know,.right{background:var(--accent-tint)}
.did-you-know>:is(h2,h3){font-size:1.5rem;color:var(--accent-dark)}
.right>:is(h2,h3){color:var(--accent-dark)}
.right li::marker{color:var(--accent-strong)}.left li::marker{color:var(--primary-mid)}
.caution{background:var(--notice-tint)}.caution>:is(h2,h3){color:var(--notice-dark)}
.help,.help-strip{background:var(--urgent-tint)}.help>:is(h2,h3),.help-strip>h2{color:var(--urgent-dark)}
.left,.right{display:flow-root}
.left>.picture,.right>.picture{float:inline-start;margin:0 0 0 .1rem;margin-inline-end:.8rem}
.left>.picture+:is(h2,h3),.right>.picture+:is(h2,h3){margin-top:0;min-height:2.6rem;display:flex;align-items:center}
.left>ul,.right>ul{clear:both}
.evidence>h4,.evidence>h3:not(:first-child){margin-top:1.1rem}
.pair{display:grid;gap:1.2rem 1.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));margin:1.6rem 0}
.pair>*{margin:0}
.pair>.column>:first-child{margin-top:0}
.help-strip>h2{font-size:1.15rem;font-family:var(--text);font-weight:700}
.help-strip>ul{display:grid;gap:.9rem 1.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));
margin-bottom:0}
.help-strip>ul>li{margin:0}
.help-strip>ul>li>.words>p{font-weight:400!important;line-height:1.35}
.help-strip a.call{font-size:1.25rem;display:inline-block;padding:.2rem 0}
ul.pictured>li{display:flex;gap:1.1rem;align-items:center}
ul.pictured>li>svg{flex:none}
ul.strip{display:grid;gap:1.4rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,9rem),1fr))}
ul.strip>li{margin:0}
ul.strip>li>svg{width:min(100%,9rem);margin-bottom:.6rem}
.picture{margin:1.6rem 0}
.wide>svg{width:100%;max-width:40rem}
.diagram{display:flex;flex-wrap:wrap;gap:.6rem 2rem;align-items:center;margin:1.6rem 0}
.diagram>.picture{margin:0;flex:0 1 auto;max-width:100%}
.diagram>.wide{flex:1 0 100%}
.diagram>:is(ul,ol){flex:1 1 15rem;margin:0}
.counted>ul.labels{counter-reset:item}
.counted>ul.labels>li{display:flex;gap:1rem;align-items:flex-start;counter-increment:item}
.counted>ul.labels>li::before{content:counter(item)}
.counted>ul.labels>li>.words{padding-top:.15rem}
figure{margin:1.6rem 0}
figcaption{margin-top:.6rem;color:var(--ink-soft);font-size:.92rem}
figcaption p{margin:.2rem 0}.credit{font-size:.85rem}
.quote{border-inline-start:.3rem solid var(--accent-strong);padding-inline-start:1.2rem}
.quote blockquote{margin:0;font-size:1.45rem;line-height:1.35;color:var(--accent-dark)}
.quote blockquote p{margin:0}
.table{margin:1.6rem 0;overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.97rem}
caption{text-align:start;font-weight:700;font-size:1.15rem;color:var(--primary-dark);padding-bottom:.6rem}
caption.title{margin:0}
th,td{text-align:start;vertical-align:top;padding:.6rem .8rem .6rem 0;border-bottom:1px solid var(--line)}
thead th,thead td{color:var(--primary-dark);font-size:.9rem;border-bottom:2px solid var(--line-strong)}
tbody th{font-weight:700;color:var(--primary-dark)}
td ul,td ol,td p{margin:0}
.milestones tbody th{font-family:var(--display);font-size:1.15rem;font-weight:600;white-space:nowrap}
.planner thead th{background:var(--primary-fill);color:var(--on-primary);text-align:center;padding:.6rem}
.planner td{border:1px solid var(--line-strong);padding:.4rem}
.planner thead td{border:0}
textarea{display:block;width:100%;min-width:5rem;font:1rem/1.5 system-ui,sans-serif;color:inherit;
background:var(--paper);resize:vertical;
border:1px solid var(--line-strong);border-radius:var(--small);padding:.5rem .7rem}
.planner textarea{border:0;padding:.2rem;min-height:2.6rem}
.question{font-weight:700;font-size:1.1rem;color:var(--primary-dark);margin-top:1.8rem}.question:has(>.number){display:flex;align-items:baseline}
.question>.number{margin-inline-end:.6rem}
.qr{display:grid;grid-template-columns:auto 1fr;gap:.1rem 1.3rem;align-items:center}
.qr>p{margin:0}.qr>p:first-child{grid-row:1/4}
@media (max-width:34rem){
table,table caption,table tbody,table tr,table th,table td{display:block}
table thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table tr{border-bottom:1px solid var(--line);padding:.8rem 0}
table :is(th,td){border:0;padding:.15rem 0}
table td[data-head]::before{content:attr(data-head);display:block;font-weight:700;font-size:.9rem;
color:var(--ink-soft);margin-top:.5rem}
.planner td{border:0;padding:.15rem 0}
.planner textarea{border:1px solid var(--line-strong)}
.qr{grid-template-columns:1fr}}
.colophon{max-width:58rem;margin:0 auto;padding:1.4rem 1.25rem 2rem;border-top:1px solid var(--line);
font-size:.88rem;color:var(--ink-soft)}
.colophon>h2{font-size:1rem;font-family:var(--text);font-weight:700;margin:0}
.colophon .number{color:var(--accent-dark)!important}
.colophon .partner{display:inline-block;margin:1rem 1.6rem 0 0}
.closing{background:var(--primary-dark);color:var(--on-primary)}
.closing .inner{display:flex;flex-wrap:wrap;gap:1.2rem 2.5rem;align-items:center;
padding-top:1.6rem;padding-bottom:1.6rem}
.closing p{margin:.15rem 0}
.closing a{color:var(--on-primary)}
.closing a:focus-visible{outline-color:var(--on-primary)}
.closing .ways{flex:1 1 16rem}
.closing .code{display:flex;gap:1rem;align-items:center;flex-wrap:wrap}
.closing .code p{max-width:12rem}
@media (forced-colors:active){.checklist input{appearance:auto}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{
@page{margin:16mm}
html{font-size:11.5pt}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.skip{display:none}
.cover .inner,.closing .inner{padding-inline:1.25rem}
.doorway .inner{grid-template-columns:minmax(0,1.15fr) minmax(0,1fr)}
h1,h2,h3,h4{break-after:avoid}
li,.card,figure,.picture,tr,.help-strip,.closing{break-inside:avoid}
p{orphans:3;widows:3}
textarea{resize:none}
sup a{padding:0}}
"""
