"""Strings that were checked character by character and know their place."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Self

from generator.base import names, urls
from generator.base.clean import clean
from generator.base.findings import Findings, quoted
from generator.base.inside import DoorError, parse_inside
from generator.base.names import name_fault, near_name
from generator.base.places import NOWHERE, Span
from generator.base.prose import TEXT_TYPES
from generator.base.yaml_nodes import Scalar


class _Word(str):
    """A string that was checked and knows its place."""

    __slots__ = ("span",)
    span: Span

    def __new__(cls, text: str, span: Span = NOWHERE) -> Self:
        """Make a word that is known to be right; :meth:`parse` is for what is not."""
        made = super().__new__(cls, text)
        made.span = span
        return made

    @property
    def raw(self) -> str:
        """The characters as a plain string."""
        return str.__str__(self)


class Line(_Word):
    """One line of plain text; what a field annotated ``str`` holds. Line ends inside it are spaces."""

    __slots__ = ()

    @classmethod
    def parse(cls, scalar: Scalar, findings: Findings) -> Self | None:
        """Return the text as one line, without control characters, which are told."""
        cleaned = clean(scalar, findings)
        if cleaned is None:
            return None
        text = cleaned[0].rstrip("\n") if scalar.style in ("literal", "folded") else cleaned[0]
        return cls(text.replace("\n", " "), scalar.span)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": list(TEXT_TYPES)}


class Name(_Word):
    """An id: the name of a file, a block, a source. Small letters, digits, single hyphens."""

    __slots__ = ()

    @classmethod
    def parse(cls, scalar: Scalar, findings: Findings) -> Self | None:
        """Return the id, or None when it is none."""
        fault = name_fault(scalar.text)
        if fault is None:
            return cls(scalar.text, scalar.span)
        near = near_name(scalar.text)
        help = f"did you mean '{near}'?" if near else "write it like this: tuning-into-your-baby"
        findings.error(scalar.span, "bad-name", f"{quoted(scalar.text)} {fault}", help)
        return None

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": ["string", "integer"], "pattern": f"^{names.PATTERN}$", "maxLength": names.LONGEST}


class Language(_Word):
    """A BCP 47 language tag (RFC 5646, 2.1) in its usual case: ``en-GB``, ``pl``, ``zh-Hans``."""

    __slots__ = ()
    PATTERN = (
        "[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
        "(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-x(-[A-Za-z0-9]{1,8})+)?"
    )

    @classmethod
    def usual(cls, text: str) -> str | None:
        """Return the tag in its usual case, or None when it is no language tag."""
        if len(text) > 60 or not re.fullmatch(cls.PATTERN, text, re.ASCII):
            return None
        first, *rest = text.lower().split("-")
        private = rest.index("x") if "x" in rest else len(rest)
        return "-".join([first, *map(_cased, rest[:private]), *rest[private:]])

    @classmethod
    def parse(cls, scalar: Scalar, findings: Findings) -> Self | None:
        """Return the tag, or None when it is none."""
        tag = cls.usual(scalar.text.replace("_", "-"))
        if tag is None:
            help = "write en-GB for British English, pl for Polish, ar for Arabic"
            findings.error(scalar.span, "bad-language", f"{quoted(scalar.text)} is not a language tag", help)
            return None
        return cls(tag, scalar.span)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": ["string", "boolean"], "pattern": f"^{cls.PATTERN}$"}


def _cased(part: str) -> str:
    """Return one part of a tag in its usual case: scripts as in ``Hans``, regions as in ``GB``, the rest small."""
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) == 2 else part


class Colour(_Word):
    """A colour as ``#rrggbb`` in small letters."""

    __slots__ = ()
    PATTERN = "#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})"

    @classmethod
    def parse(cls, scalar: Scalar, findings: Findings) -> Self | None:
        """Return the colour; ``#abc`` becomes ``#aabbcc``. No names, no functions."""
        text = scalar.text.lower()
        if not re.fullmatch(cls.PATTERN, text, re.ASCII):
            help = 'write a hash and six digits from 0 to f, in quotes: "#1b6e6a"'
            if re.fullmatch(cls.PATTERN, "#" + text, re.ASCII):
                help = f'did you mean "#{text}"?'
            findings.error(scalar.span, "bad-colour", f"{quoted(scalar.text)} is not a colour", help)
            return None
        return cls("#" + "".join(digit * 2 for digit in text[1:]) if len(text) == 4 else text, scalar.span)

    @property
    def rgb(self) -> tuple[float, float, float]:
        """Red, green and blue in sRGB, each from 0 to 1."""
        red, green, blue = (int(self[at : at + 2], 16) / 255 for at in (1, 3, 5))
        return red, green, blue

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": "string", "pattern": f"^{cls.PATTERN}$"}


class InsidePath(_Word):
    """A file of the workspace: its path relative to the workspace, with ``/`` between folders."""

    __slots__ = ()

    @property
    def path(self) -> PurePosixPath:
        """The path, relative to the workspace."""
        return PurePosixPath(self)

    @classmethod
    def parse(cls, scalar: Scalar, findings: Findings) -> Self | None:
        """Return the path; what is written is relative to the file it is written in. Nothing is opened."""
        try:
            path = parse_inside(scalar.text, PurePosixPath(scalar.span.file).parent)
        except DoorError as fault:
            findings.error(scalar.span, fault.code, f"{quoted(scalar.text)}: {fault.message}", fault.help)
            return None
        return cls(str(path), scalar.span)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": "string", "pattern": r'^[^/\\~*?\[\]|<>"][^\\*?\[\]|<>"]*$'}


class Url(_Word):
    """An address to click or scan: https, http, mailto, tel, or the id of a block after ``#``."""

    __slots__ = ()

    @classmethod
    def parse(cls, scalar: Scalar, findings: Findings) -> Self | None:
        """Return the address, or None when it may not stand in a leaflet."""
        fault = urls.url_fault(scalar.text)
        if fault is not None:
            findings.error(scalar.span, "bad-url", f"{quoted(scalar.text)} {fault[0]}", fault[1])
            return None
        return cls(scalar.text, scalar.span)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": "string", "pattern": "^(https?://|mailto:|tel:|#)", "maxLength": urls.LONGEST}
