"""Alt text: what a picture says to people who cannot see it, said as one would on the telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.patterns import later
from generator.kinds.block import every_block
from generator.kinds.rule import Case, Hit

WHY = "A file's name, or 'image of', tells a listener nothing."
MEND = "Say in one sentence what the picture shows and why it is here."
SOURCE = "WCAG 2.2, 1.1.1; W3C, images tutorial"

LONGEST = 200  # characters; a screen reader reads it in one breath
_FILE = later(
    r"\.(?:png|jpe?g|webp|gif|svg|pdf)\b|^\w*_\w*$|^(?:img|dsc|image|photo|picture|untitled)[\s_-]?\d*$", re.IGNORECASE
)
_OPENING = later(
    r"^(?:an? |the )?(?:image|picture|photo(?:graph)?|graphic|illustration|drawing|icon)s? (?:of|showing)\b",
    re.IGNORECASE,
)


def look(case: Case) -> Iterator[Hit]:
    """Yield alternative texts that do not say what a picture shows."""
    for block in every_block(case.blocks):
        alt = getattr(block, "alt", None)
        if alt is None:
            continue
        text = str(alt).strip()
        span = block.span_of("alt")
        caption = getattr(block, "caption", None)
        if _FILE.search(text):
            yield Hit("warning", span, f"\u201c{text[:40]}\u201d is the name of a file", "say what the picture shows")
        elif match := _OPENING.match(text):
            help_ = f"begin with what it shows: '{text[match.end() :].strip()[:40]} …'"
            yield Hit(
                "advice", span, f"a screen reader says already that it is a picture: \u201c{match[0]}\u201d", help_
            )
        elif caption is not None and text.casefold() == str(caption).strip().casefold():
            yield Hit(
                "advice", span, "the alternative text says what the caption says", "say what is seen in the picture"
            )
        elif len(text) > LONGEST:
            message = f"this alternative text has {len(text)} characters; {LONGEST} are enough"
            yield Hit("advice", span, message, "say the rest in the text, where everybody reads it")
