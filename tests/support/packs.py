"""Packs made for tests: a small one in a workspace of its own, and the two of the starter library; each made once."""

from __future__ import annotations

import atexit
import tempfile
import textwrap
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pikepdf

from generator.catalog.packs import pack_names
from generator.model.pack import Copy
from generator.packs import make_pack
from generator.pipeline import Order, Works
from tests.support import foreign, making
from tests.support.command import ROOT
from tests.support.making import BENCH, Built, put

COPIES: tuple[Copy, ...] = get_args(Copy)
WORDS = "Babies are born looking for you. They know your voice, and they learn your face in the first days. "
HANDOUTS = {
    "calm": f"""\
        title: Calm is catching
        subtitle: A handout of several pages
        audience: both
        layout: sheet
        illustration: cuddle
        review: {{version: "1.2", reference: T-1, reviewed: 2026-01-31}}
        body:
          - heading: First
          - text: {WORDS}[@first-1989] See [the play sheet](handout:play), and [all about songs](handout:songs).
          - heading: Second
          - text: {WORDS * 12}
          - heading: Third
          - text: {WORDS * 12}
          - heading: Fourth
          - text: {WORDS * 12}
          - heading: Fifth
          - text: {WORDS}[@second-2001] And again. [@first-1989] More is [on the web](https://example.org/a).
          - help: {{ids: [line, emergency]}}
        """,
    "play": """\
        title: Play together
        audience: parents
        layout: sheet
        body:
          - lead: Go back to [Calm is catching](handout:calm) at any time.
          - bullets: [Hum, Rock, Wait and see]
          - text: One more thing. [@second-2001]
        """,
    "songs": """\
        title: Songs for the bath
        audience: parents
        layout: sheet
        body:
          - text: Sing what you do.
        """,
}
PACK = """\
title: Small pack
subtitle: Two sessions and a sheet
summary: A pack that is made for tests.
audience: both
keywords: [tests]
cover: {illustration: cuddle, label: For those who test, note: "Led by {{ setting.trainer | default: \\"somebody\\" }}"}
notes_pages: 2
certificate: {hours: 3 hours, signed_by: Ada Tester, role: Tester}
review: {version: "2.0", reference: T-P1, reviewed: 2026-02-28, owner: Bench}
sections:
  - title: "Session 1: Stay near"
    subtitle: What helps
    illustration: cuddle
    intro: |
      You are welcome here. Stay as long as you like.
    outcomes: [notice a tired face, wait for your turn]
    facilitator:
      purpose: To begin well.
      minutes: 30
      aims: [Everybody has said a word]
      kit: [mats, a doll]
      running_order:
        - {minutes: 10, what: Welcome, how: Say who you are.}
        - {minutes: 20, what: Sing}
      say: [“Nobody is in step all the time.”]
      questions:
        - {ask: "Is it too late?", answer: "No. It never is. [@third-2003]"}
      safety: Know who to tell.
      adaptations: [Bring a chair with arms]
      evidence: ["One study of many. [@first-1989]"]
      body:
        - reflection: What I will change
    items:
      - calm
      - worksheet:
          label: Watch
          title: What I saw
          subtitle: Tick, then talk.
          body:
            - checklist: [A smile, A yawn]
            - text: Then read [how to play](handout:play).
          answers:
            - text: There is no wrong one. [@second-2001]
  - title: Resources
    items:
      - {handout: play, copies: 12}
      - worksheet: {title: For the leader, body: [{text: Only you have this.}]}
        audience: trainer
  - title: "Session 2: Goodbye"
    subtitle: There is nothing behind this one
"""
FILES = {
    **making.FILES,
    **{f"handouts/{name}.yaml": text for name, text in HANDOUTS.items()},
    "handouts/sources.yaml": textwrap.dedent(making.FILES["handouts/sources.yaml"])
    + "third-2003: {authors: Third C, year: 2003, title: A third study, in: A third journal}\n",
}


@cache
def pack_workspace() -> Path:
    """The folder of a temporary workspace with the handouts of the small pack, and the starter library's pages."""
    folder = tempfile.TemporaryDirectory(prefix="handouts-packs-")
    atexit.register(folder.cleanup)
    root = Path(folder.name).resolve()
    for name, text in FILES.items():
        put(root / name, textwrap.dedent(text).encode())
    put(root / "layouts/a4-pack.yaml", (ROOT / "layouts/a4-pack.yaml").read_bytes())
    put(root / "handouts/packs/small.yaml", PACK.encode())
    blot = (making.workspace() / "handouts/images/blot.png").read_bytes()
    for place in ("handouts", "handouts/packs"):  # a picture is looked for beside the file that names it
        put(root / place / "images/blot.png", blot)
    link = "https://example.org/b"
    put(root / "handouts/tagged.pdf", foreign.small("Ours", ["Alpha one", "Beta two"], pages=2, link=link, table=True))
    put(root / "handouts/plain.pdf", foreign.untagged(title="Street map", pages=2))
    put(root / "handouts/lying.pdf", foreign.changed(foreign.untagged(title="Plan"), _turn))
    return root


@cache
def _works(root: Path) -> Works:
    return Works(root)


def bind_in(root: Path, ident: str, copy: Copy = "learner", **choices: Any) -> Built:
    """Bind a pack of a workspace; ``choices`` are a brand, a layout, an edition, ``seen`` for the titles on the way."""
    works = _works(root)
    works.findings = type(works.findings)()
    seen = choices.pop("seen", [])
    made = make_pack(works, ident, copy, Order(**choices), lambda at, count, title: seen.append((at, count, title)))
    found = tuple(works.findings.all)
    return Built(made.rendered.data, made.rendered.pages, found) if made is not None else Built(b"", 0, found)


def bind(text: str, copy: Copy = "learner", files: Mapping[str, str] | None = None, **choices: Any) -> Built:
    """Bind a pack from the text of its file, in the bench brand; ``files`` are put into the workspace first."""
    root = pack_workspace()
    for name, words in (files or {}).items():
        put(root / name, textwrap.dedent(words).encode())
    put(root / "handouts/packs/made.yaml", text.encode())
    return bind_in(root, "made", copy, **{"brand": BENCH, **choices})


@cache
def small(copy: Copy = "learner", edition: str = "standard") -> Built:
    """The small pack."""
    return bind_in(pack_workspace(), "small", copy, brand=BENCH, edition=edition)


INSERTS = """\
title: Pack with inserts
audience: both
sections:
  - title: "Session 1: From elsewhere"
    items:
      - play
      - {pdf: ../tagged.pdf, title: Tagged pages}
      - {pdf: ../plain.pdf, title: A map, alt: The way to us}
      - {pdf: ../plain.pdf, title: A pattern, decorative: true}
      - {pdf: ../lying.pdf, title: Lying on its side, alt: A plan, audience: trainer}
      - {pdf: ../tagged.pdf, title: Tagged pages again}
"""


@cache
def inserted(copy: Copy = "trainer") -> Built:
    """A pack with inserts of every kind."""
    root = pack_workspace()
    put(root / "handouts/packs/inserts.yaml", INSERTS.encode())
    return bind_in(root, "inserts", copy, brand=BENCH)


def _turn(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].rotate(90, relative=True)


@cache
def real(ident: str, copy: Copy) -> Built:
    """A pack of the starter library."""
    return bind_in(ROOT, ident, copy)


def real_packs() -> list[str]:
    """The packs of the starter library."""
    return pack_names(_works(ROOT).workspace)
