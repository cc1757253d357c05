"""Handouts that nobody wrote: values drawn from the published JSON Schema, as an author might fill them in.

The schema alone says what may be written; here it is only known which names mean files, drawings and keys, so that most
handouts can be built. Every word that a reader must find on the page is kept, for the round trip.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

Schema = Mapping[str, Any]
SCHEMA = Path(__file__).parents[2] / "layouts/schemas/handout.json"
WORDS = (
    "baby", "look", "wait", "smile", "answer", "calm", "play", "sing", "hold", "close", "warm", "sleep", "feed",
    "talk", "rest", "watch", "hum", "rock", "name", "feel", "cry", "reach", "wave", "share", "nap", "bath", "walk",
    "cuddle", "notice", "together", "tomorrow", "grandmother", "everyday", "understanding", "reassuringly", "café",
    "naïve", "Łódź", "zażółć", "don’t", "mother-in-law", "3–6", "12%", "(quietly)", "“peek-a-boo”", "developmentally",
    "overstimulated",
)  # fmt: skip
LONGER = (
    "conversationalist-in-chief", "Llanfairpwllgwyngyllgogerych", "Kindertagesstättenleitung",
)  # fmt: skip
ARABIC = (
    "طفلك", "ينظر", "إليك", "انتظر", "ثم", "ابتسم", "الهدوء", "اللعب", "معا", "اليوم", "نلعب", "ونغني", "كل", "يوم",
)  # fmt: skip
DRAWN = ("face-to-face", "cuddle", "sunrise", "floor-play", "baby-0", "reading", "network")
NAMED: Mapping[str, Sequence[str]] = {
    "illustration": DRAWN,
    "name": DRAWN,
    "icon": DRAWN,
    "file": ("images/blot.png",),
    "ids": ("setting", "emergency", "line"),
    "help": ("strip",),
    "contacts": ("setting",),
    "sources": ("first-1989", "second-2001"),
    "keys": ("first-1989", "second-2001"),
    "url": ("https://example.org/a", "https://example.org/a/long/address/for/a/page-of-ours", "tel:01632960001"),
    "qr": ("https://example.org/b",),
    "reviewed": ("2026-01-31",),
    "next_review": ("2028-01-31",),
}
NESTED = ("text", "bullets", "tip", "steps", "table", "lead", "image")  # what columns hold
SPOKEN = frozenset({"alt"})  # said by a screen reader, not printed
UNSEEN = frozenset({"summary", "keywords", "needs", "signed_off_by"})  # in the metadata, or for those who check
LONG = frozenset({"text", "lead", "tip", "remember", "caution", "try-this", "did-you-know"})
NEVER = frozenset({"layout", "language", "id", "show", "quiet"})  # chosen by the test, or not seen on the page


class Author:
    """Writes one handout by a chance that a test can steer.

    Attributes:
        shown: every text that the page must show.
    """

    def __init__(self, chance: random.Random, *, busy: bool = True, rtl: bool = False) -> None:
        self._chance, self._busy, self._rtl = chance, busy, rtl
        self._schema = schema()
        self.shown: list[str] = []

    def handout(self, only: str | None = None) -> dict[str, Any]:
        """Write a handout; ``only`` names the one block that it is made of."""
        properties = self._schema["properties"]
        made = {name: self._value(properties[name], name) for name in self._schema["required"] if name != "body"}
        for name in properties:
            if name not in made and name not in NEVER and name != "body" and self._maybe():
                made[name] = self._value(properties[name], name)
        if self._rtl:
            made["language"] = "ar"
        count = self._some(1, 9 if self._busy else 4)
        made["body"] = [self._block(properties["body"]["items"], only) for _ in range(count)]
        return made

    def _block(self, items: Schema, only: str | None) -> dict[str, Any]:
        chosen = items if "properties" in items else self._schema["$defs"][items["$ref"].rpartition("/")[2]]
        name = only or self._chance.choice([*chosen["properties"], "heading", "text"])
        return {name: self._value(chosen["properties"][name], name)}

    def _maybe(self) -> bool:
        return self._chance.random() < 0.5

    def _some(self, least: int, most: int) -> int:
        """Return a number, more often a small one."""
        return min(self._chance.randint(least, most), self._chance.randint(least, most))

    def _value(self, given: Schema, name: str) -> Any:
        """Fill in what a schema allows."""
        if "$ref" in given:
            return self._value(self._schema["$defs"][given["$ref"].rpartition("/")[2]], name)
        if "anyOf" in given:
            return self._value(self._chance.choice([one for one in given["anyOf"] if one.get("type") != "null"]), name)
        if "const" in given:
            return given["const"]
        if "enum" in given:
            return self._chance.choice([one for one in given["enum"] if one is not None])
        kinds = given["type"] if isinstance(given["type"], list) else [given["type"]]
        return self._fill[kinds[0]](self, given, name)

    def _object(self, given: Schema, name: str) -> Any:
        properties = given.get("properties", {})
        if given.get("maxProperties") == 1 and given.get("minProperties") == 1:
            return self._block(given, self._chance.choice(NESTED))
        wanted = [one for one in properties if one in given.get("required", ()) or (one not in NEVER and self._maybe())]
        if {"illustration", "face"} <= set(properties):  # of a picture in a strip: one of the two, and a word
            wanted = [self._chance.choice(["illustration", "face"]), self._chance.choice(["title", "text"])]
        made = {one: self._value(properties[one], one) for one in wanted}
        return self._careful(made) if self._chance.random() < 0.98 else made

    def _careful(self, made: dict[str, Any]) -> dict[str, Any]:
        """Mend what the schema cannot say: numbers that rise, rows of one length."""
        rising = [name for name in ("early", "from", "to", "late") if name in made and "from" in made]
        for step, (name, number) in enumerate(zip(rising, sorted(made[name] for name in rising), strict=True)):
            made[name] = number + step
        if "series" in made:
            self._level(made)
        if isinstance(made.get("rows"), list) and "columns" not in made:
            width = min(len(row) for row in [*made["rows"], made.get("header", made["rows"][0])])
            for row in [*made["rows"], made.get("header", [])]:
                self._unsay(row[width:])
                del row[width:]
        return made

    def _level(self, made: dict[str, Any]) -> None:
        """Give a chart one form of series, as many labels as values, and an axis that holds them."""
        rows = [row if isinstance(row, dict) else {"values": row} for row in made["series"]]
        if isinstance(made["series"][0], dict) and self._chance.random() < 0.3:
            self._single(made, rows)
        else:
            self._lists(made, rows if isinstance(made["series"][0], (dict, list)) else [{"values": made["series"]}])
        if isinstance(made.get("y"), dict):
            made["y"].pop("from", None)
            made["y"].pop("to", None)

    def _single(self, made: dict[str, Any], rows: list[dict[str, Any]]) -> None:
        """Give each value its label, and take the labels out of `x`."""
        self._unsay([row["name"] for row in rows if "name" in row])
        made["series"] = [
            {"label": row.get("label") or self._string({}, "label"), "value": row.get("value", i)}
            for i, row in enumerate(rows)
        ]
        x = made.pop("x", None)
        self._unsay(x if isinstance(x, list) else x.get("values", []) if isinstance(x, dict) else [])
        label = x.get("label") if isinstance(x, dict) else x if isinstance(x, str) else None
        if label is not None:
            made["x"] = label

    def _lists(self, made: dict[str, Any], rows: list[dict[str, Any]]) -> None:
        """Give each list of values a name where there are several, and all one length."""
        self._unsay([row["label"] for row in rows if "label" in row])
        del rows[5:]
        x = made.get("x")
        labels = x if isinstance(x, list) else x.get("values") if isinstance(x, dict) else None
        if labels is None:
            labels = [self._string({}, "label") for _ in range(3)]
            made["x"] = {**(x if isinstance(x, dict) else {"label": x} if x is not None else {}), "values": labels}
        lists = [row.get("values") or list(range(len(labels))) for row in rows]
        count = min(len(labels), *map(len, lists))
        self._unsay(labels[count:])
        del labels[count:]
        made["series"] = [
            {"name": row.get("name", f"Series {i}"), "values": values[:count]}
            for i, (row, values) in enumerate(zip(rows, lists, strict=True))
        ]
        if len(rows) == 1 and "name" not in rows[0]:
            made["series"] = made["series"][0]["values"]

    def _unsay(self, texts: Sequence[Any]) -> None:
        for text in texts:
            if text in self.shown:
                self.shown.remove(text)

    def _array(self, given: Schema, name: str) -> list[Any]:
        least = given.get("minItems", 0)
        most = min(given.get("maxItems", 8), max(least, 6 if self._busy else 4))
        return [self._value(given["items"], name) for _ in range(self._some(least, most))]

    def _number(self, given: Schema, name: str) -> float:
        least, most = given.get("minimum", 0), min(given.get("maximum", 48), 100)
        return self._chance.randint(int(least), int(most))

    def _string(self, given: Schema, name: str) -> Any:
        if name in NAMED and ("pattern" in given or name in ("contacts", "help")):
            return self._chance.choice(NAMED[name])
        if "pattern" in given:
            return f"a-{self._chance.randint(1, 9999)}"
        text = self._text(name)
        if name not in UNSEEN and name not in SPOKEN:
            self.shown.append(text)
        return text

    def _text(self, name: str) -> str:
        if self._chance.random() < 0.03:
            return self._chance.choice(("12", "7.5", "no", "2026-11-22", "12:30"))
        words = ARABIC if self._rtl and self._chance.random() < 0.9 else WORDS
        most = 40 if name in LONG else 7
        made = [self._chance.choice(words) for _ in range(self._some(1, most))]
        if self._chance.random() < 0.02:
            made.append(self._chance.choice(LONGER))
        return " ".join(made)

    _fill: Mapping[str, Callable[[Author, Schema, str], Any]] = {
        "object": _object,
        "array": lambda self, given, name: self._array(given, name),
        "number": _number,
        "integer": _number,
        "string": lambda self, given, name: self._string(given, name),
        "boolean": lambda self, given, name: self._maybe(),
    }


@cache
def schema() -> Schema:
    """The published schema of a handout."""
    read: Schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return read


def blocks() -> list[str]:
    """The names of all blocks that the schema knows."""
    items = schema()["properties"]["body"]["items"]
    found = items if "properties" in items else schema()["$defs"][items["$ref"].rpartition("/")[2]]
    return list(found["properties"])


def as_file(handout: Mapping[str, Any]) -> str:
    """The text of a handout's file."""
    text: str = yaml.safe_dump(dict(handout), allow_unicode=True, sort_keys=False, width=10_000)
    return text
