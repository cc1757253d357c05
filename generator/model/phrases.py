"""Phrases that must not be printed, each with the reason and what may be said instead."""

from __future__ import annotations

import re

from generator.base.patterns import later
from generator.base.tuples import NamedTuple


class Phrase(NamedTuple):
    """A phrase: how it is found, why it must not be said, what may be; ``allowed`` are handouts that need it.

    ``first`` is its first word in small letters: where that does not stand, the phrase does not.
    """

    pattern: re.Pattern[str]
    first: str
    why: str
    say: str
    allowed: tuple[str, ...] = ()


def _phrase(words: str, why: str, say: str, *allowed: str) -> Phrase:
    spaced = r"\s+".join(re.escape(word) for word in words.split())
    return Phrase(later(rf"\b{spaced}(?:s|es)?\b", re.IGNORECASE), words.split()[0].lower(), why, say, allowed)


ODD_LETTERS = frozenset("\u0130\u0131\u017f\u212a")  # the same as i, s and k to a search that is blind to case


_FIXED = "nothing in a child is fixed early for good"
_PLAIN = "say \u201cthe early years matter a lot, and so do later ones\u201d"
_NUMBER = "it is an estimate that has been given as 700 and as a million"
_NERVE = "many physiologists reject the theory"
_VOICE = "say \u201ca warm voice and face help babies settle\u201d"
_TYPES = "a leaflet never puts a child into a class"
BANNED = (
    _phrase("hard-wired", _FIXED, _PLAIN),
    _phrase("hardwired", _FIXED, _PLAIN),
    _phrase("hard wired", _FIXED, _PLAIN),
    _phrase("irreversible", _FIXED, _PLAIN),
    _phrase("will not regenerate", "the study behind it did not show that", _PLAIN),
    _phrase("atrophied", "the study behind it measured activity, not missing brain", _PLAIN),
    _phrase("critical window", _FIXED, _PLAIN),
    _phrase("million connections", _NUMBER, "leave the number out"),
    _phrase("million neural", _NUMBER, "leave the number out"),
    _phrase("vagal", _NERVE, _VOICE),
    _phrase("vagus", _NERVE, _VOICE),
    _phrase(
        "mirror neuron",
        "what they do is argued about",
        "say \u201ccopying each other is a way to connect\u201d",
        "mirror-neurons",
    ),
    _phrase(
        "empathy neuron",
        "nobody has shown that there are any",
        "say \u201ccopying each other is a way to connect\u201d",
    ),
    _phrase("disorganised attachment", _TYPES, "leave it out"),
    _phrase("attachment disorder", _TYPES, "leave it out"),
    _phrase("toxic stress", "it frightens, and most stress is not that", "say \u201clong stress without comfort\u201d"),
    _phrase("brain damage", "it frightens", "leave it out", "when-baby-cries"),
    _phrase("healing power", "it promises what nobody has shown", "say what helps, and how sure we are"),
    _phrase("bad parent", "it blames", "say what helps"),
    _phrase("good mother", "it judges", "say what helps, to every parent"),
    _phrase(
        "you must bond", "it presses people who are tired", "say \u201cgetting to know each other takes time\u201d"
    ),
    _phrase("walnut", "a brain is not compared to one", "leave it out"),
)
