"""A course pack of as many sessions as are asked for: those of the real packs over and over, each time in other words.

Each session is a copy of a session of `practitioner-course` or `parent-group`: its divider, the trainer's notes, the
handouts (copied under ids of their own) and the worksheets. The first round is in the authors' words. In every later
round letters are exchanged, vowel for vowel and some consonants: no word of it was met before, and lines break
elsewhere, so that what was shaped or set once is of no more help than it is in a pack of real words.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import yaml

PACK = "long-course"
SOURCES = ("practitioner-course", "parent-group")
VOWELS, CONSONANTS = "aeiou", "bdgmpt"
KEPT = re.compile(r"\{\{.*?\}\}|\[@[^\]]*\]|\]\([^)]*\)|\d\S*|^Session\b|\b(?:months?|years?|weeks?|to|and|up)\b")
NAMED = frozenset({"illustration", "face", "edition", "handout", "url", "source", "key", "audience", "layout"})


def in_other_words(value: Any, turn: int, key: str = "") -> Any:
    """Return what a YAML file holds with the letters of all its prose exchanged; ids, ages and citations stay.

    Args:
        value: a tree of dicts, lists and scalars.
        turn: how far letters are moved on; with 0 nothing changes.
        key: the key that the value stands under.
    """
    if isinstance(value, dict):
        return {name: in_other_words(one, turn, name) for name, one in value.items()}
    if isinstance(value, list):
        return [in_other_words(one, turn, key) for one in value]
    if isinstance(value, str) and " " in value and key not in NAMED:
        return _exchanged(value, turn)
    return value


def _exchanged(text: str, turn: int) -> str:
    letters: dict[str, str] = {}
    for ring in (VOWELS, CONSONANTS, VOWELS.upper(), CONSONANTS.upper()):
        letters |= {letter: ring[(i + turn) % len(ring)] for i, letter in enumerate(ring)}
    table, parts, at = str.maketrans(letters), list[str](), 0
    for kept in KEPT.finditer(text):
        parts += [text[at : kept.start()].translate(table), kept[0]]
        at = kept.end()
    return "".join([*parts, text[at:].translate(table)])


def make_pack(workspace: Path, sessions: int) -> list[str]:
    """Write a pack of so many sessions, `PACK`, into a workspace that holds the real ones.

    It takes the place of one that was made before.

    Returns:
        The names of the illustrations that it shows, in their order, each as often as it is shown.
    """
    folder = workspace / "handouts"
    real = [yaml.safe_load((folder / "packs" / f"{name}.yaml").read_text(encoding="utf-8")) for name in SOURCES]
    whole = [section for pack in real for section in pack["sections"]]
    for file in folder.glob("again-*.yaml"):
        file.unlink()
    made, shown = [], list[str]()
    for index in range(sessions):
        turn, which = divmod(index, len(whole))
        section = in_other_words(whole[which], turn)
        section["title"] = re.sub(r"^Session \d+", f"Session {index + 1}", section["title"])
        shown += _illustrations(section)
        section["items"] = [_copied(folder, item, index, turn, shown) for item in section.get("items", [])]
        made.append(section)
    pack = {**real[0], "title": "A long course", "sections": made}
    _write(folder / "packs" / f"{PACK}.yaml", pack)
    return _illustrations(pack["cover"]) + shown


def _illustrations(value: Any) -> list[str]:
    """Return what stands under the key `illustration` anywhere in a value."""
    if isinstance(value, list):
        return [name for one in value for name in _illustrations(one)]
    if not isinstance(value, dict):
        return []
    own = value.get("illustration", [])
    found = [own] if isinstance(own, str) else [name for name in own if isinstance(name, str)]
    return found + [name for key, one in value.items() if key != "illustration" for name in _illustrations(one)]


def _copied(folder: Path, item: Any, index: int, turn: int, shown: list[str]) -> Any:
    """Return an item of a section; a handout is copied under an id of its own, and its illustrations are noted."""
    ident = item if isinstance(item, str) else item.get("handout")
    if ident is None:
        return item
    copy = f"again-{index + 1}-{ident}"
    read = yaml.safe_load((folder / f"{ident}.yaml").read_text(encoding="utf-8"))
    _write(folder / f"{copy}.yaml", in_other_words(read, turn))
    shown += _illustrations(read)
    return copy if isinstance(item, str) else {**item, "handout": copy}


def _write(path: Path, value: Any) -> None:
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=110), encoding="utf-8")


def copy_library(library: Path, workspace: Path) -> None:
    """Copy what a pack is made from into a folder."""
    for part in ("handouts", "layouts"):
        shutil.copytree(library / part, workspace / part)
