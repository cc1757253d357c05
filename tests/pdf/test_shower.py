"""Words that are shown from what is remembered of them are shown as they are glyph by glyph."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.pdf.glyphs import Cluster, Clusters, Glyph
from generator.pdf.shower import Shower, show


class Face:
    """Ten letters; the last two are spelt as nothing."""

    digest, postscript_name, is_cff, hb_face, hb_font = "", "", False, None, None

    def __init__(self, upem: int) -> None:
        self.upem, self.ways = upem, dict[Cluster, tuple[str, int]]()

    def spelling(self, glyph: int) -> str:
        """Tell the letter of a glyph."""
        return "abcdefgh"[glyph] if glyph < 8 else ""

    def nominal(self, glyph: int) -> int:
        """Tell the width of a glyph."""
        return 400 + 50 * glyph


class Font:
    """Remembers what was shown."""

    def __init__(self, face: Face) -> None:
        self.face, self.used, self.noted = face, dict[int, str](), set[str]()

    def says(self, cluster: Cluster) -> bool:
        """Note glyphs one by one."""
        spelt = [self.used.setdefault(g.number, self.face.spelling(g.number) or cluster.said) for g in cluster.glyphs]
        return spelt == [cluster.said]


KERNS = st.sampled_from((0, 0, 0, -20, 7, 60))
OFFSETS = st.sampled_from((0,) * 12 + (30, -11))
GLYPHS = st.builds(
    lambda n, kern, dx, dy: Glyph(n, 400 + 50 * n + kern, dx, dy), st.integers(0, 9), KERNS, OFFSETS, OFFSETS
)
SPELT = GLYPHS.map(lambda glyph: Cluster("abcdefghij"[glyph.number], (glyph,)))
STRANGE = st.builds(Cluster, st.sampled_from(("a", "fi", "x")), st.lists(GLYPHS, min_size=1, max_size=2).map(tuple))
WORDS = st.lists(st.lists(st.one_of(*(SPELT,) * 9, STRANGE), max_size=5).map(Clusters), max_size=5)


@given(
    words=WORDS,
    size=st.sampled_from((0.5, 9.5, 11.5, 31.0)),
    upem=st.sampled_from((1000, 2000)),
    tracking=st.sampled_from((0.0, 0.35)),
)
def test_words_are_shown_as_they_are_glyph_by_glyph(
    words: list[Clusters], size: float, upem: int, tracking: float
) -> None:
    face = Face(upem)
    plainly, font = Font(face), Font(face)
    writer = Shower(face, size, 72.5, 700.125, tracking)
    for cluster in [cluster for word in words for cluster in word]:
        writer.cluster(cluster, plain=plainly.says(cluster))
    for _ in ("worked out", "remembered"):
        code = show(font, words, size, 72.5, 700.125, tracking)
        assert re.sub(r"^(\S+ \S+) Td (\[.*\])TJ$", r"1 0 0 1 \1 Tm \2 TJ", code) == writer.code()
    for digits in re.findall("[0-9A-F]{4}", re.sub(">.*?<", "", "".join(font.noted))):
        font.used.setdefault(int(digits, 16), face.spelling(int(digits, 16)))
    assert font.used == plainly.used


def test_glyphs_stand_close_together_in_one_string_where_nothing_moves_them() -> None:
    word = Clusters(Cluster("abc"[n], (Glyph(n, 400 + 50 * n, 0, 0),)) for n in range(3))
    assert show(Font(Face(1000)), (word, word), 10, 0, 0, 0.0) == "0 0 Td [<000000010002000000010002>]TJ"
