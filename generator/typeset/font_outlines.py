"""Whether a font's outlines can be drawn: every glyph is parsed once by fontTools, within a budget.

Glyphs of glyphs and subroutines of subroutines can multiply without end, so they are counted, not followed.
"""

from __future__ import annotations

import logging
from io import BytesIO
from typing import Any

from fontTools.cffLib import CFFFontSet
from fontTools.misc.psCharStrings import T2OutlineExtractor
from fontTools.pens.basePen import NullPen
from fontTools.ttLib import TTFont

from generator.base.errors import AssetError
from generator.typeset.font_tables import Facts, damaged

MOST_PARSED = 5_000  # glyphs; in larger fonts the others are held to the bounds of the glyph index only
MOST_CONTOURS = 5_000  # of one glyph with all of its parts
MOST_POINTS = 1_000_000  # of all glyphs together; one byte can stand for 256 points
MOST_PARTS_DEEP = 16
MOST_CALLS = 2_000  # subroutines of one glyph
MOST_STEPS = 4_000_000  # bytes of outline programs run, all glyphs together


def check_outlines(data: bytes, facts: Facts) -> None:
    """Parse the outlines of a font whose tables were checked.

    Raises:
        AssetError: `font-damaged`.
    """
    # fontTools talks to stderr through logging; what matters is raised here.
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    try:
        font = TTFont(BytesIO(data), lazy=True, recalcBBoxes=False)
        if facts.is_cff:
            _check_cff(font["CFF "].cff, facts.glyphs)
        else:
            _check_glyf(font["glyf"], font.getGlyphOrder(), facts.glyphs)
    except AssetError:
        raise
    except Exception as fault:  # fontTools raises whatever its parsers meet: struct, index, key, assertion
        raise damaged(f"its outlines cannot be read ({type(fault).__name__})") from None


def _check_glyf(glyf: Any, order: list[str], glyphs: int) -> None:
    if len(order) != glyphs:
        raise damaged("its glyphs are not as many as it says")
    walk = _Walk(glyf)
    for name in order[:MOST_PARSED]:
        walk.contours(name, ())


class _Walk:
    """Parses TrueType glyphs, each once, and counts what they hold."""

    def __init__(self, glyf: Any) -> None:
        self.glyf = glyf
        self.known: dict[str, int] = {}
        self.points = 0

    def contours(self, name: str, above: tuple[str, ...]) -> int:
        """Return a glyph's contours with those of its parts; `above` are the glyphs that it is a part of."""
        if name in self.known:
            return self.known[name]
        if name in above or len(above) > MOST_PARTS_DEEP:
            raise damaged("a glyph is a part of itself")
        glyph = self.glyf[name]
        glyph.expand(self.glyf)
        if glyph.isComposite():
            count = sum(self.contours(part.glyphName, (*above, name)) for part in glyph.components)
        else:
            count = self._simple(glyph)
        if count > MOST_CONTOURS or self.points > MOST_POINTS:
            raise damaged("its outlines are too complex")
        self.known[name] = count
        return count

    def _simple(self, glyph: Any) -> int:
        count = max(0, int(glyph.numberOfContours))
        if count:
            self.points += len(glyph.coordinates)
            if len(glyph.coordinates) != glyph.endPtsOfContours[-1] + 1:
                raise damaged("a glyph's points are cut off")
        return count


class _Runner(T2OutlineExtractor):  # type: ignore[misc]  # fontTools has no types
    """Runs one outline program, and counts what it runs."""

    def __init__(self, private: Any, subroutines: Any, steps: int) -> None:
        super().__init__(
            NullPen(), getattr(private, "Subrs", []), subroutines, private.nominalWidthX, private.defaultWidthX, private
        )
        self.calls = 0
        self.steps = steps

    def execute(self, charString: Any) -> None:
        """Run a program or a subroutine."""
        self.calls += 1
        self.steps -= len(charString.bytecode or ()) or len(charString.program)
        if self.calls > MOST_CALLS or self.steps < 0:
            raise damaged("its outlines are too complex")
        super().execute(charString)


def _check_cff(cff: CFFFontSet, glyphs: int) -> None:
    if len(cff.topDictIndex) != 1:
        raise damaged("it holds several fonts")
    strings = cff.topDictIndex[0].CharStrings
    if len(strings) != glyphs:
        raise damaged("its glyphs are not as many as it says")
    steps = MOST_STEPS
    for name in list(strings.keys())[:MOST_PARSED]:
        program = strings[name]
        runner = _Runner(program.private, program.globalSubrs, steps)
        runner.execute(program)
        steps = runner.steps
