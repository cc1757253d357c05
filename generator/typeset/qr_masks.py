"""The mask of a QR code (ISO/IEC 18004:2015, 7.8): of eight the one whose symbol has the lowest penalty.

segno weighs them module by module, which takes 3 ms of the few that a leaflet has. Here a symbol is one long number, a
bit for each module, and each rule a few operations on all of its bits at once. The choice is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from generator.base.tuples import NamedTuple

LIGHT_BESIDE = 4  # modules beside a finder's pattern
FINDER = 0b1011101  # dark and light as 1 : 1 : 3 : 1 : 1
_LONG = 7  # of that pattern
_PENALTY_BLOCK, _PENALTY_FINDER, _PENALTY_SHARE = 3, 40, 10

MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda i, j: (i + j) % 2 == 0,
    lambda i, j: i % 2 == 0,
    lambda i, j: j % 3 == 0,
    lambda i, j: (i + j) % 3 == 0,
    lambda i, j: (i // 2 + j // 3) % 2 == 0,
    lambda i, j: (i * j) % 2 + (i * j) % 3 == 0,
    lambda i, j: ((i * j) % 2 + (i * j) % 3) % 2 == 0,
    lambda i, j: ((i + j) % 2 + (i * j) % 3) % 2 == 0,
)
"""Whether a mask turns the module of row i, column j (7.8.2)."""

Rows = tuple[int, ...]  # a number for each row, its first module the highest bit


class _Frame(NamedTuple):
    """What all symbols of one version have in common, as long numbers.

    Attributes:
        free: the modules that hold data.
        fixed: the dark ones of the patterns, without format and version.
        masks: the data modules that each mask turns.
        finished: the dark ones that hold no data, with the format of each mask and the version.
    """

    free: int
    fixed: int
    masks: tuple[int, ...]
    finished: tuple[int, ...]


def masked(encoder: Any, code: Any) -> Rows:
    """Return the rows of a symbol with its best mask.

    Args:
        encoder: segno's module of that name.
        code: what it made with mask 0.
    """
    size = len(code.matrix)
    frame = _frame(encoder, code.version, code.error, size)
    data = (_joined(code.matrix) ^ frame.masks[0]) & frame.free
    symbols = [data ^ mask | frame.fixed for mask in frame.masks]
    best = min(range(len(symbols)), key=lambda i: penalty(symbols[i], size))  # of equals the first
    return _rows(data ^ frame.masks[best] | frame.finished[best], size)


def penalty(symbol: int, size: int) -> int:
    """Return the penalty of a symbol (7.8.3.1, table 11), which is a long number of rows with a gap behind each."""
    stride = _stride(size)
    whole, pairs, above = _fields(size)
    beside = ~(symbol ^ symbol >> 1) & pairs  # a module and the one before it are alike
    below = ~(symbol ^ symbol >> stride) & above
    runs = _runs(beside, 1) + _runs(below, stride)
    blocks = beside & beside >> stride & below & below >> 1
    finders = _finders(symbol, whole, 1) + _finders(symbol, whole, stride)
    dark = symbol.bit_count() / size**2
    shares = int(abs(dark * 100 - 50) / 5)
    return runs + _PENALTY_BLOCK * blocks.bit_count() + _PENALTY_FINDER * finders + _PENALTY_SHARE * shares


def _runs(alike: int, step: int) -> int:
    """Return the penalty of five modules alike in a line, and of each that is more: 3, 4, 5 and so on."""
    four = alike & alike << step
    four &= four << 2 * step
    return four.bit_count() + 2 * (four & ~(four << step)).bit_count()


def _finders(symbol: int, whole: int, step: int) -> int:
    """Return how often the pattern of a finder stands in a line with enough light before or after it."""
    light = ~symbol & whole
    found = whole
    for i in range(_LONG):
        found &= (symbol if FINDER >> _LONG - 1 - i & 1 else light) << i * step
    before, after = symbol, symbol
    for _ in range(LIGHT_BESIDE - 1):  # dark ones up to four modules before, or behind, a module
        before, after = before | before >> step, after | after << step
    dark_before = before >> step
    dark_after = after << _LONG * step
    counted = found & ~(dark_before & dark_after)
    if counted & (counted >> 4 * step | counted >> 6 * step):  # two that overlap count once
        return _apart(counted, step)
    return counted.bit_count()


def _apart(counted: int, step: int) -> int:
    """Return how many of these patterns there are, each taken up only behind the one that was counted before it."""
    taken, left = 0, counted
    while left:
        highest = 1 << left.bit_length() - 1
        if not taken & (highest << 4 * step | highest << 6 * step):
            taken |= highest
        left ^= highest
    return taken.bit_count()


def _stride(size: int) -> int:
    """Return the bits of a row: so many of a gap behind it that no pattern reaches into the next row."""
    return size + _LONG + LIGHT_BESIDE


def _bits(cells: Sequence[Sequence[bool]], size: int) -> int:
    """Return rows of modules as one long number, the first module the highest bit."""
    gap = "0" * (_stride(size) - size)
    return int("".join("".join("1" if cell else "0" for cell in row) + gap for row in cells), 2)


def _joined(matrix: Sequence[bytearray]) -> int:
    """Return segno's rows of 0 and 1 as one long number."""
    size = len(matrix)
    gap = bytes(_stride(size) - size)
    return int(b"".join(bytes(row) + gap for row in matrix).translate(_DIGITS), 2)


_DIGITS = bytes.maketrans(b"\x00\x01", b"01")


def _rows(symbol: int, size: int) -> Rows:
    stride = _stride(size)
    gap, row = stride - size, (1 << size) - 1
    return tuple([symbol >> (stride * (size - 1 - i) + gap) & row for i in range(size)])


@lru_cache(maxsize=40)
def _fields(size: int) -> tuple[int, int, int]:
    """Return all modules; those that have one before them in their row; those that have one above them."""
    whole = [[True] * size] * size
    pairs = [[j > 0 for j in range(size)]] * size
    above = [[i > 0] * size for i in range(size)]
    return _bits(whole, size), _bits(pairs, size), _bits(above, size)


@lru_cache(maxsize=40)
def _frame(encoder: Any, version: int, error: int, size: int) -> _Frame:
    patterns = _patterns(encoder, size)
    fixed = _bits([[cell == 1 for cell in row] for row in patterns], size)
    patterns[-8][8] = 1  # the dark module, which is set with the format
    free = [[cell > 1 for cell in row] for row in patterns]
    masks = [[[free[i][j] and turned(i, j) for j in range(size)] for i in range(size)] for turned in MASKS]
    finished = tuple(_finished(encoder, version, error, size, free))
    return _Frame(_bits(free, size), fixed, tuple(_bits(mask, size) for mask in masks), finished)


def _finished(encoder: Any, version: int, error: int, size: int, free: Sequence[Sequence[bool]]) -> Iterator[int]:
    for mask in range(len(MASKS)):
        matrix = _patterns(encoder, size)
        encoder.add_format_info(matrix, version, error, mask)
        encoder.add_version_info(matrix, version)
        yield _bits([[matrix[i][j] == 1 and not free[i][j] for j in range(size)] for i in range(size)], size)


def _patterns(encoder: Any, size: int) -> Any:
    """Return a symbol of patterns alone; where data stands it has 2."""
    matrix = encoder.make_matrix(size, size)
    encoder.add_finder_patterns(matrix, size, size)
    encoder.add_alignment_patterns(matrix, size, size)
    return matrix
