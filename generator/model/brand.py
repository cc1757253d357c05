"""A brand: how one setting looks and how it is reached. Every field may be left to the brand that it extends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Literal, Self

from generator.base.fields import Fields, Length, Range
from generator.base.findings import Findings, quoted
from generator.base.patterns import later
from generator.base.places import Span
from generator.base.scalars import Colour, Date, InsidePath, Name, Url
from generator.base.urls import url_fault
from generator.base.yaml_nodes import Mapping as MappingNode
from generator.base.yaml_nodes import Node
from generator.model.charity import charity_numbers, near_number
from generator.model.phones import look_at_phone

SERVICES = "services"  # what a list of contacts calls a brand's local services
RESERVED = ("name", "strapline", "nation", "address", "phone", "email", "web")  # what placeholders say of every brand
LATER = ("hours", "charity_number", "kind", "parent", "parents")  # the same, once only said in `fields`
HOMES = {  # the mappings that they stand in
    **dict.fromkeys(("address", "phone", "email", "web", "hours"), "contact"),
    **dict.fromkeys(("kind", "parent", "parents"), "words"),
}
WORDS = {"kind": "setting", "parent": "parent or carer", "parents": "parents and carers"}  # of a brand that has no own
LIBRARY = ("help", "help_strip", "helplines", "safety", "sources")  # what no brand may say
_CLOCK = later(r"(\d) ([ap]m)\b", re.ASCII)
_ASKED_FOR = later(r"[A-Za-z0-9_-]+")


class Layer(Fields):
    """What a brand may leave to the one that it extends: two quotes take out what it would else inherit."""

    quotes_empty: ClassVar[bool] = True


class Logo(Fields):
    """A logo and the words it stands for."""

    file: Annotated[InsidePath, "SVG, PNG, JPEG or WEBP beside brand.yaml"]
    alt: Annotated[str, "what it says, read aloud"]
    light: Annotated[InsidePath | None, "the same logo for dark grounds; without it a white plate is put behind"] = None


class Partner(Fields):
    """Another organisation, set at the foot: its logo, or its name in words where it has none."""

    file: Annotated[InsidePath | None, "its logo; without one, the name is set in words"] = None
    alt: Annotated[str | None, "what the logo says, read aloud; the name if not given"] = None
    name: Annotated[str | None, "its name in words, for one without a logo"] = None
    clear_space: Annotated[
        float | None, "kept free round the logo: a share of its height, 0.5 is half of it", Range(0, 1.5)
    ] = None

    def verify(self, findings: Findings) -> None:
        """Report one of whom there is nothing to show, or nothing to read aloud."""
        if self.file is None and not self.name:
            findings.error(self.span, "missing-field", "'file' is missing", "add 'file: …', or 'name: …' in words")
        elif self.file is not None and not (self.alt or self.name):
            findings.error(self.span, "missing-field", "'alt' is missing", "add 'alt: …'")

    @property
    def said(self) -> str:
        """What is read aloud, or set in words."""
        return self.alt or self.name or "" if self.file is not None else self.name or ""


class Colours(Layer):
    """One or two colours; every other colour is derived from them, with its contrast guaranteed."""

    primary: Colour | None = None
    accent: Colour | None = None
    ground: Annotated[Literal["cream", "cool", "white"] | None, "the page's coloured field"] = None


class Fonts(Layer):
    """Families found in layouts/fonts or in the brand's own fonts folder."""

    heading: str | None = None
    body: str | None = None


class Contact(Layer):
    """How the setting is reached."""

    address: str | None = None
    phone: str | None = None
    email: str | None = None
    web: Url | None = None
    hours: Annotated[str | None, "when somebody answers, such as Monday to Friday, 8 am to 6 pm"] = None

    def verify(self, findings: Findings) -> None:
        """Report a telephone number that nobody could ring, and what is no e-mail address: both become links."""
        look_at_phone(self.phone, self.span_of("phone"), findings)
        _check_email(self.email, self.span_of("email"), findings)


def _check_email(email: str | None, span: Span | None, findings: Findings) -> None:
    """Report what would be a link to more than one person, with words of somebody else's, or to nobody."""
    if not email or "{{" in email or url_fault(f"mailto:{email}") is None:
        return
    findings.error(span, "bad-email", f"{quoted(email)} is not an e-mail address", "write it as name@example.org")


class Words(Layer):
    """What a setting calls itself and families; handouts ask for {{ setting.kind }}, {{ setting.parents }}."""

    kind: Annotated[str | None, "nursery, family hub, children's centre; 'setting' if not given"] = None
    parent: Annotated[str | None, "'parent or carer' if not given"] = None
    parents: Annotated[str | None, "'parents and carers' if not given"] = None


class Service(Fields):
    """A local service that families may need; handouts list them with `contacts: services`."""

    name: str
    for_: Annotated[str | None, "when to call, or what it offers"] = None
    phone: str | None = None
    email: str | None = None
    web: Url | None = None
    hours: Annotated[str | None, "when somebody answers"] = None
    last_checked: Annotated[Date | None, "when somebody last rang or looked it up"] = None

    def verify(self, findings: Findings) -> None:
        """Report one that nobody could reach."""
        look_at_phone(self.phone, self.span_of("phone"), findings)
        _check_email(self.email, self.span_of("email"), findings)
        if not (self.phone or self.email or self.web):
            message = f"nothing says how {quoted(self.name)} is reached"
            findings.error(self.span, "missing-field", message, "add 'phone: …', 'email: …' or 'web: …'")


class Brand(Layer):
    """The look and the details of one setting."""

    name: Annotated[str | None, "the setting's name; required in a brand that extends no other"] = None
    extends: Annotated[Name | None, "another brand, from which what is not said here is taken"] = None
    locked: Annotated[
        tuple[str, ...] | None,
        "what brands that extend this one may not say: disclaimer, colours.primary",
        Length(0, 60),
    ] = None
    strapline: str | None = None
    logo: Logo | None = None
    colours: Colours | None = None
    fonts: Fonts | None = None
    contact: Contact | None = None
    people: Annotated[dict[str, str] | None, "names for placeholders such as {{ setting.trainer }}"] = None
    words: Words | None = None
    footer: Annotated[str | None, "printed at the foot of the first side; may hold placeholders"] = None
    disclaimer: str | None = None
    charity_number: Annotated[
        str | None, "1234567, SC012345 or NIC101234, in quotes; several parted by commas; printed small"
    ] = None
    partners: Annotated[tuple[Partner, ...] | None, "those who make it together, in this order", Length(0, 6)] = None
    funders: Annotated[tuple[Partner, ...] | None, "those who pay for it, in this order", Length(0, 6)] = None
    services: Annotated[tuple[Service, ...] | None, "local services, for `contacts: services`", Length(0, 30)] = None
    nation: Annotated[
        Literal["England", "Scotland", "Wales", "Northern Ireland", "UK"] | None, "which help applies"
    ] = None
    shape: Annotated[Literal["arch", "round", "plain"] | None, "the doorway that pictures stand in"] = None
    radius: Annotated[float | None, "roundness of corners: 1 as designed, 0 square", Range(0, 2)] = None
    people_set: Annotated[Literal["a", "b", "c", "d", "e", "f"] | None, "skin and hair of the people drawn"] = None
    reading_offer: Annotated[str | None, "how to ask for other formats; set at 16 pt"] = None
    qr: Annotated[Url | None, "what the code on the last side opens; the web address if not given"] = None
    qr_label: Annotated[str | None, "words before that address; 'Scan to open' if not given"] = None
    fields: Annotated[dict[str, str] | None, "anything else that a handout may ask for"] = None

    @classmethod
    def read(cls, node: Node, findings: Findings) -> Self | None:
        """Read a brand; what is the library's to say is told as that."""
        if isinstance(node, MappingNode):
            own = tuple(entry for entry in node.entries if entry.key.text not in LIBRARY)
            for entry in node.entries:
                if entry.key.text in LIBRARY:
                    message = f"a brand may not change {quoted(entry.key.text)}: it is the same in every brand"
                    help_ = "delete it: help strip, safety steps, sources and what handouts say are kept by the library"
                    findings.error(entry.key.span, "library-only", message, help_)
            if len(own) < len(node.entries):
                super().read(MappingNode(own, node.span), findings)  # for its faults
                return None
        return super().read(node, findings)

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
                    message = f"'{where}' may not say what '{name}' is: it is said in a place of its own"
                    findings.error(
                        place, "reserved-field", message, f"write it as {written(name)}, or choose another word"
                    )
                elif where == "fields" and name in (self.people or {}):
                    message = f"'{name}' stands in 'people' and in 'fields'"
                    findings.error(place, "reserved-field", message, "leave one of the two out")
        self.verify_names(findings)
        if self.charity_number and charity_numbers(self.charity_number) is None:
            near = near_number(self.charity_number)
            help_ = f'did you mean "{near}"?' if near else 'write it like this: "1234567", "SC012345" or "NIC101234"'
            message = f"{quoted(self.charity_number)} is not a charity number"
            findings.error(self.span_of("charity_number"), "bad-charity-number", message, help_)

    def verify_names(self, findings: Findings) -> None:
        """Report a name of the author's own for what is said in a place of its own too, be it by another layer."""
        for where, names in (("people", self.people or {}), ("fields", self.fields or {})):
            for name in names:
                if name in LATER and self._own(name):
                    message = f"'{name}' stands in '{where}' and in a place of its own"
                    help_ = f"say it once: {written(name)}"
                    findings.error(getattr(name, "span", None), "reserved-field", message, help_)

    def _own(self, name: str) -> str | None:
        """Return what the brand says of a name in its place."""
        part = getattr(self, HOMES[name]) if name in HOMES else self
        value: str | None = getattr(part, name) if part is not None else None
        return value

    def values(self) -> dict[str, str]:
        """Return what placeholders stand for: `phone` for `{{ setting.phone }}`."""
        out: dict[str, str | None] = {**WORDS, **(self.people or {}), **(self.fields or {})}
        own = {name: self._own(name) for name in (*RESERVED, *LATER)}
        web = self.contact.web if self.contact is not None else None
        own["web"] = shown(web) if web is not None else None
        out |= {name: value for name, value in own.items() if value or name in RESERVED}
        order = dict.fromkeys([*RESERVED, *out])
        return {name: value for name in order if (value := out.get(name))}

    @property
    def code_address(self) -> Url | None:
        """What the code on the last side opens: an address of its own, or the web address."""
        return self.qr or (self.contact.web if self.contact is not None else None)

    def filled(self, values: Mapping[str, str]) -> Brand:
        """Return the brand with its name, strapline and contact as ``values`` have them."""
        changes: dict[str, object] = {key: values[key] for key in ("name", "strapline") if key in values}
        if self.contact is not None:
            parts = {key: values[key] for key in ("address", "phone", "email", "hours") if getattr(self.contact, key)}
            changes["contact"] = self.contact.replace(**parts)
        return self.replace(**changes)

    def home_of(self, name: str) -> Span:
        """Return where this brand's own file would say what a placeholder stands for: the mapping that it belongs in.

        A brand that extends others holds places of all their files.
        """
        home = HOMES.get(name) or ("" if name in (*RESERVED, *LATER) else "fields")
        place = self.span_of(home)
        return place if place.file == self.span.file else self.span

    def keys_said(self) -> Iterator[tuple[str, Span]]:
        """Yield each key that the file says and its place: `colours`, then `colours.primary`."""
        for field in self.declared():
            value = getattr(self, field.name)
            if not self.says(field.name):
                continue
            yield field.key, self.span_of(field.name)
            if isinstance(value, Layer):
                yield from ((f"{field.key}.{n}", place) for n, place in value.places.items() if value.says(n))
            elif isinstance(value, dict):
                yield from ((f"{field.key}.{n}", getattr(n, "span", self.span_of(field.name))) for n in value)


def written(name: str) -> str:
    """Return how a brand's file says what a placeholder stands for: `hours` as `contact: {hours: …}`."""
    home = HOMES.get(name) or (None if name in (*RESERVED, *LATER) else "fields")
    return f"{home}: {{{name}: …}}" if home is not None else f"{name}: …"


def unbroken(name: str, value: str) -> str:
    """Return what a placeholder stands for with what is never broken between lines: a number, a time of day."""
    return value.replace(" ", "\u00a0") if name == "phone" else clock_whole(value) if name == "hours" else value


def clock_whole(text: str) -> str:
    """Return opening hours with each time of day on one line: 8 am is not broken from its am."""
    return _CLOCK.sub("\\1\u00a0\\2", text)


def shown(address: str) -> str:
    """Return an address as people read it: without its scheme and closing slash."""
    for scheme in ("https://", "http://", "mailto:", "tel:"):
        address = address.removeprefix(scheme)
    return address.rstrip("/")
