"""A small workspace with two settings, three handouts and a pack, for builds of everything."""

from __future__ import annotations

import os
from pathlib import Path

from tests.support.command import workspace

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60"><rect width="120" height="60" fill="{}"/></svg>'
ROWS = """\
id,name,contact.phone,colours.primary,logo.file,extends
acorns,Acorns,01632 960 101,#1b6e6a,logos/a.svg,county
oaks,Oaks,01632 960 102,#6a1b6e,logos/o.svg,county
"""
FILES = {
    "handouts/one.yaml": "title: The first\naudience: parents\nreview: {next_review: 2020-01-01}\n"
    "body:\n  - text: Babies look [@held].\n",
    "handouts/two.yaml": "title: The second\naudience: parents\n"
    "body:\n  - text: Read [the other](handout:one) too.\n  - contacts: [ring]\n",
    "handouts/three.yaml": "title: The third\naudience: parents\n"
    "body:\n  - illustration: {name: sunny, alt: The sun}\n",
    "handouts/sources.yaml": "held: {title: Being held, authors: Ann, year: '2001'}\nseen: {title: Being seen}\n",
    "handouts/contacts.yaml": "ring: {name: Ring, phone: 0800 111 111, last_checked: 2026-11-01}\n"
    "other: {name: Other, phone: 0800 222 222}\n",
    "handouts/packs/course.yaml": "title: A course\naudience: parents\n"
    "sections:\n  - title: Week one\n    items:\n      - handout: one\n",
    "layouts/illustrations/sunny.svg": SVG.format("#cc8800"),
    "layouts/brands/county/brand.yaml": "name: County\nextends: little-room\ncontact: {phone: 01632 960 999}\n",
    "logos/a.svg": SVG.format("#123456"),
    "logos/o.svg": SVG.format("#654321"),
    "settings.csv": ROWS,
}
ALL = ("build", "--all", "--settings", "settings.csv")
HANDOUTS = ("one", "two", "three")
IDENTS = ("acorns", "oaks")


def programme(folder: Path) -> Path:
    """Make the workspace."""
    return workspace(folder, FILES)


def edit(folder: Path, name: str, old: str, new: str) -> None:
    """Change the words of a file."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def put(folder: Path, name: str, text: str) -> None:
    """Write a file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def outputs(folder: Path) -> dict[str, bytes]:
    """Return what lies in the output folder, by name, without the register."""
    out = folder / "output"
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*.pdf"))}


def marked(folder: Path) -> dict[str, tuple[int, int]]:
    """Return what tells outputs that were written from those that were not: number and time of change."""
    out = folder / "output"
    found = {}
    for path in out.rglob("*.pdf"):
        os.utime(path, ns=(10**18, 10**18 + 1))  # long ago: no clock is needed to see what is new
        found[path.relative_to(out).as_posix()] = (path.stat().st_ino, path.stat().st_mtime_ns)
    return found
