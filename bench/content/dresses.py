"""How one setting dresses a document of the other sides: its words, colours, logo and code, as plain values.

The colours that follow from a setting's own are worked out beforehand by this tool's rules, so that the other sides
need not: that is in their favour. The words and the colours of the brand that a reading was made in are what a
setting's own stand in place of.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import segno

from bench.content.settings_maker import read_table
from generator.model.brand import Brand
from generator.model.roles import Roles, derive

KEYS = ("name", "phone", "email", "web", "host")
COLOUR = re.compile(r"#[0-9a-f]{6}")
Dress = dict[str, Any]


def usual_dress(brand: Brand, roles: Roles, logo: str, qr: str) -> Dress:
    """Return the dress of the brand itself; ``logo`` and ``qr`` are paths of SVG files."""
    contact = brand.contact
    phone, email, web = (str(getattr(contact, key, None) or "") for key in ("phone", "email", "web"))
    words = (str(brand.name), phone, email, web, _host(web))
    return {**dict(zip(KEYS, words, strict=True)), "logo": logo, "qr": qr, "roles": colours(roles)}


def dresses(table: Path, folder: Path, roles_like: Roles) -> list[Dress]:
    """Return the dress of every row of a table; their codes are drawn into a folder beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    out: list[Dress] = []
    for ident, name, logo, _, primary, phone, email, web in read_table(table)[1:]:
        code = io.BytesIO()
        segno.make(web, error="m").save(code, kind="svg", border=2, light="#ffffff", xmldecl=False)
        (folder / f"{ident}.svg").write_bytes(code.getvalue())
        own = {"logo": str((table.parent / logo).resolve()), "qr": str((folder / f"{ident}.svg").resolve())}
        roles = colours(derive(primary))
        assert roles.keys() == colours(roles_like).keys()
        words = dict(zip(KEYS, (name, phone, email, web, _host(web)), strict=True))
        out.append({"id": ident, **words, **own, "roles": roles})
    return out


def colours(roles: Roles) -> dict[str, str]:
    """Return the colours of roles by their names."""
    return {name.replace("_", "-"): value for name in Roles.__annotations__ for value in [getattr(roles, name)]}


def save(path: Path, made: Sequence[Dress]) -> None:
    """Write dresses for makers to read."""
    path.write_text(json.dumps(made), encoding="utf-8")


def parted(text: str, usual: Dress) -> Iterator[tuple[str, str]]:
    """Yield (key, words) of a text: the key names what of the setting stands there, or is empty for plain words."""
    known = {str(usual[key]): key for key in KEYS if usual[key]}
    if not known:
        yield "", text
        return
    pattern = re.compile("|".join(re.escape(word) for word in sorted(known, key=len, reverse=True)))
    at = 0
    for found in pattern.finditer(text):
        if found.start() > at:
            yield "", text[at : found.start()]
        yield known[found[0]], found[0]
        at = found.end()
    if at < len(text):
        yield "", text[at:]


def painted(svg: str, usual: Dress) -> list[tuple[str, str]]:
    """Return (colour, role) of the brand's colours that a drawing has, so that a setting's own can stand there."""
    by_colour: dict[str, str] = {}
    for role, value in usual["roles"].items():
        by_colour.setdefault(value, role)
    return [(found, by_colour[found]) for found in sorted(set(COLOUR.findall(svg))) if found in by_colour]


def _host(web: str) -> str:
    return web.partition("://")[2].strip("/")
