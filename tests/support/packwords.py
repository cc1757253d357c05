"""What the authors of a pack wrote, in the order in which a reader meets it; and what of it, or besides it, is there.

Only letters and digits count: spaces, lines and signs are the typesetter's. Between two texts of the authors nothing
may stand but the tool's own words, numbers, and what a brand or a register says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.kinds.words import _MONTHS
from generator.kinds.words import words as own_words
from generator.model.brand import WORDS
from generator.model.pack import Copy, divided
from generator.pipeline import Works
from tests.support.making import Built
from tests.support.reading import tree_text
from tests.support.written import COUNTS, SIGNS, SILENT

_DEFAULT = re.compile(r'\{\{[^|}]*\|\s*default:\s*"([^"]*)"\s*\}\}')
_ALWAYS = re.compile(r"\{\{ *setting\.(" + "|".join(WORDS) + r") *\}\}")  # words that every brand has
_LINK = re.compile(r"\[([^\]@]+)\]\(([^)]*)\)")
_PARTS = re.compile(r"\[@[a-z0-9-]+\]")
_CITED = re.compile(r"\[@([a-z0-9-]+)\]")


UNITS = ("months", "years")


def _filled(text: str) -> str:
    """A text with its placeholders filled as by a brand that says nothing."""
    return _ALWAYS.sub(lambda match: WORDS[match[1]], _DEFAULT.sub(r"\1", text))


TITLE = "Certificate of attendance"  # of a certificate without one


def letters(text: str) -> str:
    """Letters and digits alone."""
    return "".join(char for char in text.casefold() if char.isalnum())


class Author:
    """A pack as its files say it: `texts` yields every text of one copy in its order.

    Attributes:
        cited: the sources in the order in which they are met, once the texts were read.
    """

    def __init__(self, root: Path, ident: str, copy: Copy) -> None:
        self._root, self._copy = root, copy
        self._pack = self._read(f"packs/{ident}")
        self._inside = [item["handout"] for section in self._sections for item in _items(section) if "handout" in item]
        self.cited: list[str] = []

    def _read(self, name: str) -> Any:
        return yaml.load((self._root / f"handouts/{name}.yaml").read_text("utf-8"), yaml.BaseLoader)

    @property
    def _sections(self) -> list[Any]:
        return list(self._pack["sections"])

    def texts(self) -> Iterator[str]:
        """Yield what a reader must find, in order."""
        pack = self._pack
        cover = pack.get("cover", {})
        yield from self._said(cover.get("label"), pack["title"], pack.get("subtitle"), cover.get("note"))
        yield from self._said(pack.get("review", {}).get("version"))
        titles = self._titles()
        yield from titles
        paper = pack.get("certificate", {})
        papers = [paper.get("title", TITLE)] if "certificate" in pack else []
        yield from papers
        for section in self._sections:
            yield from self._section(section)
        sources = Works(self._root).assets.sources
        for key in self.cited:
            yield sources[key].printed()
        yield from self._reviews()
        if self._copy == "trainer":
            yield from titles
        yield from papers
        if papers:
            yield from self._said(pack["title"], paper.get("text"))
            yield from self._said(paper.get("hours"), paper.get("signed_by"), paper.get("role"))
        yield from self._said(pack.get("summary"), *_review(pack.get("review", {})))

    def _titles(self) -> list[str]:
        """Return the titles that the author gave to what is listed in the contents."""
        out = []
        for section in self._sections:
            out.append(section["title"])
            for item in self._in_copy(section):
                made = item["worksheet"] if "worksheet" in item else self._read(item["handout"])
                out.append(made["title"])
        return out

    def _in_copy(self, section: Any) -> list[Any]:
        return [item for item in _items(section) if self._copy == "trainer" or item.get("audience") != "trainer"]

    def _section(self, section: Any) -> Iterator[str]:
        yield from self._said(section["title"], section.get("subtitle"), section.get("intro"))
        yield from self._said(*section.get("outcomes", ()))
        trainer = self._copy == "trainer"
        where = divided(section["title"])
        at = f"{where.label} {where.numeral}" if where.numeral else section["title"]
        if trainer and "facilitator" in section:
            yield at
            yield from self._facilitator(section["facilitator"])
        for item in self._in_copy(section):
            if "worksheet" in item:
                sheet = item["worksheet"]
                yield from self._said(at, sheet.get("label"), sheet["title"], sheet.get("subtitle"))
                yield from self._blocks(sheet["body"])
            else:
                yield from self._handout(self._read(item["handout"]))
        answered = [item["worksheet"] for item in _items(section) if "answers" in item.get("worksheet", {})]
        if trainer and answered:
            yield at
            for sheet in answered:
                yield sheet["title"]
                yield from self._blocks(sheet["answers"])

    def _facilitator(self, notes: Any) -> Iterator[str]:
        yield from self._said(notes.get("purpose"))
        for stage in notes.get("running_order", ()):
            yield from self._said(stage["what"], stage.get("how"))
        for name in ("aims", "kit", "say"):
            yield from self._said(*notes.get(name, ()))
        for question in notes.get("questions", ()):
            yield from self._said(question["ask"], question["answer"])
        yield from self._said(notes.get("safety"), *notes.get("adaptations", ()), *notes.get("evidence", ()))
        yield from self._blocks(notes.get("body", ()))

    def _handout(self, made: Any) -> Iterator[str]:
        yield from self._said(made["title"], made.get("subtitle"), made.get("ages"), made.get("message"))
        yield from self._blocks(made["body"])

    def _reviews(self) -> Iterator[str]:
        for section in self._sections:
            for item in self._in_copy(section):
                made = self._read(item["handout"]) if "handout" in item else {}
                if "review" in made:
                    yield from self._said(made["title"], *_review(made["review"]))

    def _blocks(self, blocks: Iterable[Any]) -> Iterator[str]:
        for block in blocks:
            ((name, value),) = block.items()
            if name == "columns":
                for column in value["items"] if isinstance(value, dict) else value:
                    yield from self._blocks(column)
            elif name == "ranges":
                yield from self._said(value.get("title"), value.get("note"))
                for group in value["groups"]:
                    yield from self._said(group.get("title"), *(item["label"] for item in group["items"]))
            elif not (name in ("illustration", "break", "contacts", "help") and isinstance(value, str)):
                yield from self._values(value)

    def _values(self, value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield from self._said(value)
        elif isinstance(value, list):
            for item in value:
                yield from self._values(item)
        else:
            for key, inner in value.items():
                if key not in (SILENT | COUNTS if isinstance(inner, str) else SILENT - COUNTS):
                    yield from self._values(inner)

    def _said(self, *texts: str | None) -> Iterator[str]:
        for text in texts:
            if text is None:
                continue
            self.cited += [key for key in _CITED.findall(text) if key not in self.cited]
            for piece in _PARTS.split(_filled(text)):  # a number stands where a source is cited
                yield SIGNS.sub("", _LINK.sub(self._link, piece))

    def _link(self, match: re.Match[str]) -> str:
        words, to = match.groups()
        if not to.startswith("handout:") or to[8:] in self._inside:
            return words
        title = self._read(to[8:])["title"]
        return words if title.casefold() in words.casefold() else f"{words} {title}"


def _items(section: Any) -> list[Any]:
    return [{"handout": item} if isinstance(item, str) else item for item in section.get("items", ())]


def _review(review: Any) -> list[str]:
    return [review[name] for name in ("reference", "version", "owner") if name in review]


class Words:
    """The words that may stand between those of the authors: the tool's, a brand's, those of the registers."""

    def __init__(self, root: Path, brand: Path) -> None:
        said = [part for text in own_words("en-GB").values() for part in re.split(r"\{\d\}", text)]
        registers = [root / "handouts/contacts.yaml", root / "handouts/sources.yaml", brand]
        said += [text for path in registers for text in _leaves(yaml.safe_load(path.read_text("utf-8")))]
        self._by_letter: dict[str, list[str]] = {}
        for text in {letters(text) for text in [*said, *_MONTHS, *UNITS, *"0123456789"]} - {""}:
            self._by_letter.setdefault(text[0], []).append(text)

    def find(self, text: str, read: str, at: int) -> int | None:
        """Return where a text begins after nothing but own words; None where anything else comes first."""
        reached, seen = [at], {at}
        for place in reached:  # grows on the way
            if read.startswith(text, place):
                return place
            for own in self._by_letter.get(read[place : place + 1], ()):
                if read.startswith(own, place) and place + len(own) not in seen:
                    seen.add(place + len(own))
                    reached.append(place + len(own))
        return None

    def only(self, read: str, at: int) -> bool:
        """Tell whether nothing but own words stands from here to the end."""
        return self.find("\0", read + "\0", at) is not None


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _leaves(inner)
    else:
        yield re.sub("^https?://", "", str(value))


def astray(built: Built, texts: Sequence[str], own: Words) -> list[str]:
    """What is lost, doubled, out of its place, or was written by nobody; empty where all is as it was written."""
    read, at, told = letters(tree_text(built.data, alt=False)), 0, []
    for text in texts:
        found = own.find(letters(text), read, at)
        if found is None:
            told.append(f"{text!r} does not follow; there is {read[at : at + 60]!r}")
            found = read.find(letters(text), at)
            if found < 0:
                continue
        at = found + len(letters(text))
    if not own.only(read, at):
        told.append(f"nobody wrote {read[at : at + 60]!r}")
    return told


@cache
def own_of(root: Path, brand: str) -> Words:
    """The words that may stand between, for a workspace and a brand."""
    return Words(root, root / f"layouts/brands/{brand}/brand.yaml")
