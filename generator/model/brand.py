"""A brand: how one setting looks and how it is reached. Every field may be left to the brand that it extends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from generator.base.fields import Fields, Length, Range
from generator.base.findings import Findings
from generator.base.scalars import Colour, InsidePath, Name, Url

RESERVED = ("name", "strapline", "nation", "address", "phone", "email", "web")  # what placeholders say of every brand
_ASKED_FOR = re.compile(r"[A-Za-z0-9_-]+")


class Logo(Fields):
    """A logo and the words it stands for."""

    file: Annotated[InsidePath, "SVG, PNG, JPEG or WEBP beside brand.yaml"]
    alt: Annotated[str, "what it says, read aloud"]
    light: Annotated[InsidePath | None, "the same logo for dark grounds; without it a white plate is put behind"] = None


class Partner(Fields):
    """Another organisation's logo, set at the foot."""

    file: InsidePath
    alt: str


class Colours(Fields):
    """One or two colours; every other colour is derived from them, with its contrast guaranteed."""

    primary: Colour | None = None
    accent: Colour | None = None
    ground: Annotated[Literal["cream", "cool", "white"] | None, "the page's coloured field"] = None


class Fonts(Fields):
    """Families found in layouts/fonts or in the brand's own fonts folder."""

    heading: str | None = None
    body: str | None = None


class Contact(Fields):
    """How the setting is reached."""

    address: str | None = None
    phone: str | None = None
    email: str | None = None
    web: Url | None = None


class Brand(Fields):
    """The look and the details of one setting."""

    name: Annotated[str | None, "the setting's name; required in a brand that extends no other"] = None
    extends: Annotated[Name | None, "another brand, from which what is not said here is taken"] = None
    strapline: str | None = None
    logo: Logo | None = None
    colours: Colours | None = None
    fonts: Fonts | None = None
    contact: Contact | None = None
    people: Annotated[dict[str, str] | None, "names for placeholders such as {{ setting.trainer }}"] = None
    footer: Annotated[str | None, "printed at the foot of the first side; may hold placeholders"] = None
    disclaimer: str | None = None
    partners: Annotated[tuple[Partner, ...] | None, Length(0, 6)] = None
    nation: Annotated[
        Literal["England", "Scotland", "Wales", "Northern Ireland", "UK"] | None, "which help applies"
    ] = None
    shape: Annotated[Literal["arch", "round", "plain"] | None, "the doorway that pictures stand in"] = None
    radius: Annotated[float | None, "roundness of corners: 1 as designed, 0 square", Range(0, 2)] = None
    people_set: Annotated[Literal["a", "b", "c", "d", "e", "f"] | None, "skin and hair of the people drawn"] = None
    reading_offer: Annotated[str | None, "how to ask for other formats; set at 16 pt"] = None
    qr: Annotated[Url | None, "what the code on the last side opens; the web address if not given"] = None
    fields: Annotated[dict[str, str] | None, "anything else that a handout may ask for"] = None

    def verify(self, findings: Findings) -> None:
        """Report names of the author's own that say something else already, or that no handout could ask for."""
        for where, names in (("people", self.people or {}), ("fields", self.fields or {})):
            for name in names:
                place = getattr(name, "span", None)
                if not _ASKED_FOR.fullmatch(name):
                    better = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") or "family_hub"
                    message = f"'{name}' in '{where}' cannot be asked for by a handout"
                    findings.error(place, "bad-name", message, f"use letters, digits and _ only, such as {better}")
                elif name in RESERVED:
                    home = name if name in ("name", "strapline", "nation") else f"contact: {{{name}: …}}"
                    message = f"'{where}' may not say what '{name}' is: it is said in a place of its own"
                    findings.error(place, "reserved-field", message, f"write it as {home}, or choose another word")
                elif where == "fields" and name in (self.people or {}):
                    message = f"'{name}' stands in 'people' and in 'fields'"
                    findings.error(place, "reserved-field", message, "leave one of the two out")

    def values(self) -> dict[str, str]:
        """Return what placeholders stand for: `phone` for `{{ setting.phone }}`."""
        out: dict[str, str | None] = {"name": self.name, "strapline": self.strapline, "nation": self.nation}
        if self.contact is not None:
            contact = self.contact
            web = shown(contact.web) if contact.web is not None else None
            out |= {"address": contact.address, "phone": contact.phone, "email": contact.email, "web": web}
        out |= self.people or {}
        out |= self.fields or {}
        return {key: value for key, value in out.items() if value}

    @property
    def code_address(self) -> Url | None:
        """What the code on the last side opens: an address of its own, or the web address."""
        return self.qr or (self.contact.web if self.contact is not None else None)

    def filled(self, values: Mapping[str, str]) -> Brand:
        """Return the brand with its name, strapline and contact as ``values`` have them."""
        changes: dict[str, object] = {key: values[key] for key in ("name", "strapline") if key in values}
        if self.contact is not None:
            parts = {key: values[key] for key in ("address", "phone", "email") if key in values}
            changes["contact"] = self.contact.replace(**parts)
        return self.replace(**changes)


def shown(address: str) -> str:
    """Return an address as people read it: without its scheme and closing slash."""
    for scheme in ("https://", "http://", "mailto:", "tel:"):
        address = address.removeprefix(scheme)
    return address.rstrip("/")
