"""Random handouts and packs, built and looked at: each is made, or told where it is wrong; nothing else may happen.

python -m tests.support.trials [--first N] [--count N] [--block NAME] [--layout L] [--brand B] [--keep FOLDER]
"""

from __future__ import annotations

import argparse
import collections
import random
import re
import sys
import time
import traceback
import unicodedata
from pathlib import Path
from typing import NamedTuple

from generator.base.inside import DoorError
from generator.model.pack import Copy
from tests.support import measured
from tests.support.authors import Author, as_file
from tests.support.making import Built, build
from tests.support.packauthors import PackAuthor
from tests.support.packs import bind
from tests.support.reading import tree_text

HERE = ("handouts/made.yaml", "handouts/packs/made.yaml")
LIBRARY = Path(__file__).parents[2] / "layouts"
SMALLEST = {"standard": 9.5, "ink-saver": 9.5, "large-print": 16.0}
SLOW = 5.0  # s; told by the command, never asserted


class Trial(NamedTuple):
    """What is built: the text of a handout, or of a pack with whose copy it is, and how it is set."""

    text: str
    shown: tuple[str, ...]
    brand: str
    layout: str
    edition: str
    copy: Copy | None = None


def layouts() -> list[str]:
    """All starter layouts."""
    return sorted(path.stem for path in LIBRARY.glob("*.yaml"))


def brands() -> list[str]:
    """All starter brands."""
    return sorted(path.parent.name for path in LIBRARY.glob("brands/*/brand.yaml"))


def trial(chance: random.Random, **fixed: str | None) -> Trial:
    """Write a handout and choose how it is set."""
    author = Author(chance, busy=chance.random() < 0.6, rtl=chance.random() < 0.1)
    text = as_file(author.handout(fixed.get("block")))
    layout = fixed.get("layout") or chance.choice(layouts())
    brand = fixed.get("brand") or chance.choice(brands())
    edition = fixed.get("edition") or chance.choice(["standard", "standard", "standard", "ink-saver", "large-print"])
    return Trial(text, tuple(author.shown), brand, layout, edition)


def pack_trial(chance: random.Random, **fixed: str | None) -> Trial:
    """Write a pack and choose how it is set; what must be shown is told of the trainer's copy, which has everything."""
    author = PackAuthor(chance, rtl=chance.random() < 0.1)
    text = as_file(author.pack())
    brand = fixed.get("brand") or chance.choice(brands())
    edition = fixed.get("edition") or chance.choice(["standard", "standard", "standard", "ink-saver", "large-print"])
    copy: Copy = chance.choice(("trainer", "trainer", "learner"))
    return Trial(text, tuple(author.shown) if copy == "trainer" else (), brand, "a4-pack", edition, copy)


def attempt(asked: Trial) -> Built:
    """Build it."""
    if asked.copy is not None:
        return bind(asked.text, asked.copy, brand=asked.brand, edition=asked.edition)
    return build(asked.text, brand=asked.brand, layout=asked.layout, edition=asked.edition)


def complaints(asked: Trial, built: Built) -> list[str]:
    """What is wrong with what came of it."""
    if not built.data:
        return _untold(built)
    return [*_lost(asked, built), *built.lint, *_ugly(asked, built)]


def _untold(built: Built) -> list[str]:
    """Errors that say no place in the handout, or none at all."""
    if not built.errors:
        return ["neither a PDF nor an error"]
    return [
        f"no place: {error}"
        for error in built.errors
        if error.span is None or error.span.file not in HERE or error.span.line < 1
    ]


def _lost(asked: Trial, built: Built) -> list[str]:
    """Texts of the author that cannot be read in the tree."""
    read = _letters(tree_text(built.data))
    rtl = "\nlanguage: ar\n" in asked.text
    return [f"lost: {text!r}" for text in asked.shown if not _is_in(text, read, rtl)]


def _is_in(text: str, read: str, rtl: bool) -> bool:
    """Tell whether a text was read; right-to-left lines stand in visual order: each word is looked for by itself."""
    words = re.findall(r"\w+", text)
    return _letters(text) in read or (rtl and all(_letters(w) in read or _letters(w)[::-1] in read for w in words))


def _letters(text: str) -> str:
    """Letters and digits alone: what stands between words is the typesetter's."""
    folded = unicodedata.normalize("NFKC", text.replace("\N{SOFT HYPHEN}", "")).casefold()
    return "".join(char for char in folded if char.isalnum())


def _ugly(asked: Trial, built: Built) -> list[str]:
    seen = measured.measure(built.data, 60)
    told = [f"page {hit.page}: {hit.one!r} and {hit.other!r} lie over one another" for hit in seen.collisions]
    told += [f"page {edge.page}: past the edge: {edge.text!r}" for edge in seen.edges if edge.inside < 0]
    least = seen.smallest
    if least.size < SMALLEST[asked.edition] - 0.005:
        told.append(f"page {least.page}: {least.size:.2f} pt: {least.text!r}")
    return told


def _main() -> None:
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("--first", type=int, default=0)
    said.add_argument("--count", type=int, default=100)
    said.add_argument("--keep", type=Path)
    said.add_argument("--packs", action="store_true")
    for name in ("block", "layout", "brand", "edition"):
        said.add_argument(f"--{name}")
    given = said.parse_args()
    fixed = {name: getattr(given, name) for name in ("block", "layout", "brand", "edition")}
    counts: collections.Counter[str] = collections.Counter()
    for seed in range(given.first, given.first + given.count):
        asked = (pack_trial if given.packs else trial)(random.Random(seed), **fixed)
        start = time.monotonic()
        try:
            built = attempt(asked)
            wrong = complaints(asked, built)
        except (DoorError, Exception):
            wrong = [traceback.format_exc()]
            counts["traceback"] += 1
        else:
            counts["built" if built.data else "told"] += 1
            counts.update(f"told: {error.code}" for error in {e.code: e for e in built.errors}.values())
        spent = time.monotonic() - start
        if spent > SLOW:
            wrong.append(f"{spent:.1f} s")
        if wrong:
            counts["wrong"] += 1
            _say(f"--- {seed}: {asked.layout} {asked.brand} {asked.edition}", *wrong[:6])
            if given.keep:
                (given.keep / f"{seed}.yaml").write_text(asked.text, encoding="utf-8")
    _say(str(dict(sorted(counts.items()))))
    sys.exit(1 if counts["wrong"] else 0)


def _say(*lines: str) -> None:
    sys.stdout.write("\n    ".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _main()
