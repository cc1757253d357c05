"""Whether a content stream's operators are in order: known, with the operands they take, text inside its brackets."""

from __future__ import annotations

from generator.base.patterns import later
from generator.pdf.operators import Operation

# Operator -> what it takes: n a number, N a name, s a string, a an array, * anything (ISO 32000-1, annex A).
TAKES = {
    "w": "n", "J": "n", "j": "n", "M": "n", "d": "an", "ri": "N", "i": "n", "gs": "N", "q": "", "Q": "", "cm": "nnnnnn",
    "m": "nn", "l": "nn", "c": "nnnnnn", "v": "nnnn", "y": "nnnn", "h": "", "re": "nnnn", "S": "", "s": "", "f": "",
    "F": "", "f*": "", "B": "", "B*": "", "b": "", "b*": "", "n": "", "W": "", "W*": "", "BT": "", "ET": "", "Tc": "n",
    "Tw": "n", "Tz": "n", "TL": "n", "Tf": "Nn", "Tr": "n", "Ts": "n", "Td": "nn", "TD": "nn", "Tm": "nnnnnn",
    "T*": "", "Tj": "s", "TJ": "a", "'": "s", '"': "nns", "CS": "N", "cs": "N", "G": "n", "g": "n", "RG": "nnn",
    "rg": "nnn", "K": "nnnn", "k": "nnnn", "sh": "N", "Do": "N", "BMC": "N", "BDC": "N*", "EMC": "", "MP": "N",
    "DP": "N*",
}  # fmt: skip
_TAKES = {operator.encode(): taken for operator, taken in TAKES.items()}
_COLOURS = frozenset({b"SC", b"SCN", b"sc", b"scn"})  # take as many numbers as the space has, and a pattern's name
_IN_TEXT = frozenset({b"Td", b"TD", b"Tm", b"T*", b"Tj", b"TJ", b"'", b'"'})
_NOT_IN_TEXT = frozenset({b"q", b"Q", b"cm", b"Do", b"sh", b"m", b"re", b"BT", b"BI"})
_NUMBER = later(rb"[+-]?(\d+\.?\d*|\.\d+)")
OUT_OF_ORDER = "its drawing operators are not in order"


class Order:
    """Looks at one operation after the other."""

    def __init__(self) -> None:
        self._text = False

    def fault(self, operation: Operation) -> str:
        """Return what is wrong with an operation; empty where nothing is."""
        operator, operands = operation.operator, operation.operands
        if operator in _COLOURS:
            return "" if operands and all(_is("n", o) for o in operands[:-1]) else OUT_OF_ORDER
        taken = _TAKES.get(operator)
        if taken is None:
            return "it is drawn with unknown operators"
        sound = len(taken) == len(operands) and all(map(_is, taken, operands))
        if (
            not sound
            or (operator in (_NOT_IN_TEXT if self._text else _IN_TEXT))
            or (operator == b"ET" and not self._text)
        ):
            return OUT_OF_ORDER
        self._text = operator == b"BT" or (self._text and operator != b"ET")
        return ""

    def end(self) -> str:
        """Return what is wrong with the end of the stream."""
        return OUT_OF_ORDER if self._text else ""


def _is(kind: str, operand: bytes) -> bool:
    if kind == "n":
        return _NUMBER.fullmatch(operand) is not None
    first = operand[:1]
    if kind == "s":
        return first == b"(" or (first == b"<" and operand[:2] != b"<<")
    return kind == "*" or first == {"N": b"/", "a": b"["}[kind]
