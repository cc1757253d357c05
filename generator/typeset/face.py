"""A face: one font file, ready to be shaped, measured and embedded."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

from generator.base.recent import Fading
from generator.pdf.glyphs import Cluster, Clusters, Glyph
from generator.pdf.harfbuzz import harfbuzz
from generator.typeset.font_gate import FontFile, admit_font

# Off for the simple scripts: each turns a letter into a glyph that has no text of its own (Fraunces moves n, m, s to
# alternates by `rvrn`), and text could then no longer be copied, searched or read aloud.
PLAIN_FEATURES = {"kern": True, "liga": False, "clig": False, "calt": False, "dlig": False, "rvrn": False}
MOST_KEPT = 2_600  # shaped words of late, as many as a course has in a face: a pack may have no end of them
# Joiners and marks that shape their neighbours and have no ink: any face may carry them.
INVISIBLE = frozenset({0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x00AD, 0xFE0E, 0xFE0F, 0x2060, 0xFEFF})
_ARABIC_FORMS = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD))


class Face:
    """One admitted font file. Widths and heights are fractions of an em unless said otherwise."""

    def __init__(self, file: FontFile) -> None:
        hb = harfbuzz()
        self.file = file
        self.digest, self.postscript_name, self.is_cff = file.digest, file.postscript_name, file.is_cff
        self.hb_face: Any = hb.Face(hb.Blob(file.data))
        self.hb_font: Any = hb.Font(self.hb_face)
        self.upem: int = self.hb_face.upem
        self.ways: dict[Cluster, tuple[str, int]] = {}
        self._nominal: dict[int, int] = {}
        self._spaces: dict[int, Clusters] = {}
        self._clusters: dict[Cluster, Cluster] = {}
        self._plain: dict[tuple[str, int, int], Cluster] = {}
        self._measured = Fading[tuple[str, bool, bool], tuple[Clusters, float]](MOST_KEPT)

    @cached_property
    def characters(self) -> frozenset[int]:
        """Code points that the face has a glyph for."""
        return frozenset(self.hb_face.unicodes)

    @cached_property
    def letters(self) -> frozenset[str]:
        """Characters that are set in the face where it is the first: its own, those without ink, spaces."""
        return frozenset(map(chr, self.characters | INVISIBLE)) | {" ", "\u00a0"}

    @cached_property
    def _spellings(self) -> dict[int, str]:
        out: dict[int, str] = {}
        for code in sorted(self.characters):
            glyph = self.hb_font.get_nominal_glyph(code)
            if glyph:
                out.setdefault(glyph, _letter(code))
        return out

    def spelling(self, glyph: int) -> str:
        """Return the text that a glyph has by the face's own character map, or an empty string."""
        return self._spellings.get(glyph, "")

    def nominal(self, glyph: int) -> int:
        """Return a glyph's own advance, font units."""
        known = self._nominal.get(glyph)
        if known is None:
            known = self._nominal[glyph] = int(self.hb_font.get_glyph_h_advance(glyph))
        return known

    @cached_property
    def cap_height(self) -> float:
        """Height of a capital H."""
        return self._metric("CAP_HEIGHT", "H", 0.7)

    @cached_property
    def x_height(self) -> float:
        """Height of a small x."""
        return self._metric("X_HEIGHT", "x", 0.5)

    def _metric(self, tag: str, letter: str, fallback: float) -> float:
        glyph = self.hb_font.get_nominal_glyph(ord(letter))
        if glyph:
            extents = self.hb_font.get_glyph_extents(glyph)
            if extents is not None and extents.y_bearing > 0:
                return float(extents.y_bearing) / self.upem
        return fallback

    @cached_property
    def space(self) -> Cluster:
        """The word space."""
        glyph = self.hb_font.get_nominal_glyph(32) or 0
        return Cluster(" ", (Glyph(glyph, self.nominal(glyph), 0, 0),))

    def wide_space(self, advance: int) -> Clusters:
        """Return a word space of this width, font units, as a piece of its own."""
        known = self._spaces.get(advance)
        if known is None:
            space = Cluster(" ", (Glyph(self.space.glyphs[0].number, advance, 0, 0),))
            known = self._spaces[advance] = Clusters((space,))
        return known

    @cached_property
    def space_width(self) -> float:
        """Width of the word space, em."""
        return self.space.glyphs[0].advance / self.upem

    def measured(self, text: str, *, rtl: bool = False, joined: bool = False) -> tuple[Clusters, float]:
        """Return a shaped piece and its width, em."""
        key = (text, rtl, joined)
        known = self._measured.get(key)
        if known is None:
            clusters = Clusters(self._shape(text, rtl=rtl, joined=joined))
            known = (clusters, advance(clusters) / self.upem)
            self._measured.put(key, known)
        return known

    def shape(self, text: str, *, rtl: bool = False, joined: bool = False) -> Clusters:
        """Shape a piece of one word; clusters in visual order.

        Args:
            text: no spaces; every character is in the face.
            rtl: the piece runs from right to left.
            joined: give one cluster for the whole piece (left-to-right complex scripts: cut smaller, readers find
                false spaces between the letters).
        """
        return self.measured(text, rtl=rtl, joined=joined)[0]

    def _shape(self, text: str, *, rtl: bool, joined: bool) -> tuple[Cluster, ...]:
        import uharfbuzz as hb

        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.guess_segment_properties()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
        hb.shape(self.hb_font, buffer, {} if rtl or joined else PLAIN_FEATURES)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        if len(infos) == len(text) and not joined:
            plain = self._one_each(text, infos, positions)
            if plain is not None:
                return plain
        starts = [*sorted({info.cluster for info in infos}), len(text)]
        said = {a: text[a:b] for a, b in pairwise(starts)}
        out: list[tuple[int, list[Glyph]]] = []
        for info, place in zip(infos, positions, strict=True):
            if not out or (out[-1][0] != info.cluster and not joined):
                out.append((info.cluster, []))
            out[-1][1].append(Glyph(info.codepoint, place.x_advance, place.x_offset, place.y_offset))
        if joined:
            return tuple(Cluster(text, tuple(glyphs)) for _, glyphs in out)
        return tuple([self._alike(Cluster(said[start], tuple(glyphs))) for start, glyphs in out])

    def _one_each(self, text: str, infos: Sequence[Any], positions: Sequence[Any]) -> tuple[Cluster, ...] | None:
        """Return the clusters of a text of which each letter has a glyph that stands on the pen, as most have."""
        known, out = self._plain, list[Cluster]()
        for i, (char, info, place) in enumerate(zip(text, infos, positions, strict=True)):
            if info.cluster != i or place.x_offset or place.y_offset:
                return None
            key = char, info.codepoint, place.x_advance
            cluster = known.get(key)
            if cluster is None:
                cluster = known[key] = self._alike(Cluster(char, (Glyph(info.codepoint, place.x_advance, 0, 0),)))
            out.append(cluster)
        return tuple(out)

    def _alike(self, cluster: Cluster) -> Cluster:
        """Return the cluster that is equal to this one: few letters make many words, and each is kept once."""
        return self._clusters.setdefault(cluster, cluster)


def advance(clusters: tuple[Cluster, ...]) -> int:
    """Return the width of clusters, font units."""
    return sum(glyph.advance for cluster in clusters for glyph in cluster.glyphs)


def _letter(code: int) -> str:
    """Return the text of a code point: joining forms of Arabic as the letter they are a form of."""
    char = chr(code)
    if any(code in forms for forms in _ARABIC_FORMS):
        return unicodedata.normalize("NFKC", char).strip()
    return " " if code == 0xA0 else char


@lru_cache(maxsize=256)
def load_face(data: bytes) -> Face:
    """Return the face of a font file's bytes; raises AssetError when the file may not be used."""
    return Face(admit_font(data))
