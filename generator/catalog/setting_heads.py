"""Heads of a table of settings as people write them, `Website` or `Main colour`: the columns that they mean."""

from __future__ import annotations

import re

from generator.base.columns import Column, find_column
from generator.base.places import Span
from generator.model.brand import Brand

LONGEST = 60  # characters of a head that are looked at
MEANT = {
    "colours.primary": "colour, colours, colour 1, colour one, main colour, first colour, primary colour, primary, "
    "brand colour, hex",
    "colours.accent": "colour 2, colour two, second colour, secondary colour, accent colour, accent",
    "logo.file": "logo, logo file, logo path, picture, image",
    "logo.alt": "logo alt, logo text, logo words, alt text, alt",
    "contact.phone": "phone, tel, tel no, telephone, phone number, telephone number, mobile, contact number, landline",
    "contact.email": "email, e mail, mail, email address, e mail address",
    "contact.web": "web, website, web site, web address, web page, url, www, site, homepage, home page",
    "contact.address": "address, postal address",
    "contact.hours": "hours, opening hours, opening times",
    "name": "setting, setting name, nursery, nursery name, school, title",
    "nation": "country",
    "charity_number": "charity, charity no, charity number, registered charity",
}
_BY_WORDS = {words: column for column, many in MEANT.items() for words in many.split(", ")}
_BEFORE = frozenset(
    ["contact", "contacts", "our", "your", "setting", "nursery", "school", "brand"]
)  # words that say nothing more


def head_of(told: str, place: Span) -> Column | tuple[str, str]:
    """Return the column of a brand that a head names, or message and help for one that names none."""
    own = re.sub(r"[^a-z0-9]+", "_", told[:LONGEST].rsplit(".", 1)[-1].lower()).strip("_") or "family_hub"
    found = find_column(Brand, told, place, f"take the column out, or name it fields.{own}")
    if isinstance(found, Column):
        return found
    plain = re.sub(r"[^a-z0-9]+", " ", told[:LONGEST].lower()).strip().replace("color", "colour")
    first, _, rest = plain.partition(" ")
    meant = _BY_WORDS.get(plain) or (_BY_WORDS.get(rest) if first in _BEFORE else None)
    return (found[0], f"did you mean '{meant}'?") if meant is not None else found
