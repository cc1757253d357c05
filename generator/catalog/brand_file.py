"""A brand's file as a newcomer can read and change it: every line says what it is for, every text is in quotes."""

from __future__ import annotations

from generator.base.tuples import NamedTuple
from generator.base.yaml_text import double_quoted
from generator.catalog.schemas import header

FOLDER = "layouts/brands"


class NewBrand(NamedTuple):
    """What a new brand says; None for what it leaves out. Plain texts, as people typed them."""

    name: str
    alt: str | None = None
    logo: str | None = None  # the name of its file in the brand's folder
    colours: tuple[str, ...] = ()  # one or two, `#rrggbb`
    phone: str | None = None
    email: str | None = None
    web: str | None = None
    address: str | None = None
    strapline: str | None = None
    extends: str | None = None
    nation: str | None = None
    shape: str | None = None
    heading_font: str | None = None
    body_font: str | None = None


def brand_text(ident: str, brand: NewBrand) -> str:
    """Return the whole of `layouts/brands/<ident>/brand.yaml`."""
    parts = [
        header("brand", f"{FOLDER}/{ident}").rstrip("\n"),
        "# How your handouts look and how people reach you. Change what you like in any text editor, then run",
        f"#   handouts brand check {ident}",
        "# Keep the quotes. A line that begins with # says nothing yet: take that # away to use it.",
        "",
        f"name: {double_quoted(brand.name)}",
        *_line("strapline", brand.strapline, "A few words under your name"),
        *_line("extends", brand.extends, None, "what is not said here is taken from this brand"),
        "",
        *_logo(brand),
        "",
        *_colours(brand),
        "",
        *_contact(brand),
        "",
        *_rest(brand),
    ]
    return "\n".join(parts) + "\n"


def _line(key: str, value: str | None, example: str | None, about: str = "", indent: str = "") -> list[str]:
    """Return a line that says something; or one to be filled in, as a comment, where there is an example.

    A comment begins with its sign alone, so that the line is right once that is taken away.
    """
    note = f"  # {about}" if about else ""
    if value is not None:
        return [f"{indent}{key}: {double_quoted(value)}{note}"]
    return [] if example is None else [f"{indent}#{key}: {double_quoted(example)}{note}"]


def _logo(brand: NewBrand) -> list[str]:
    if brand.logo is None:
        about = "your own" if brand.extends is not None else "until then your name stands in words"
        return [f'#logo: {{file: "logo.svg", alt: "What it says"}}  # a file in this folder; {about}']
    return [
        "logo:",
        f"  file: {double_quoted(brand.logo)}  # in this folder",
        *_line("alt", brand.alt or brand.name, None, "what it says, for people who have it read aloud", "  "),
        '  #light: "logo-light.svg"  # the same for dark grounds; without it a plate is put behind where it must',
    ]


def _colours(brand: NewBrand) -> list[str]:
    if not brand.colours:
        return ['#colours: {primary: "#1b6e6a", accent: "#f2a33a"}  # your own; all others are worked out from them']
    first, *more = brand.colours
    lines = [
        "colours:  # all others are worked out from these, so that every word can be read",
        f'  primary: "{first}"  # titles, bands, doorways',
    ]
    if more:
        lines.append(f'  accent: "{more[0]}"  # what is to stand out')
    else:
        lines.append('  #accent: "#f2a33a"  # a second colour; without it one is chosen that goes well with the first')
    return [*lines, '  #ground: "cool"  # the field behind the cover: cream, cool or white']


def _contact(brand: NewBrand) -> list[str]:
    given = (brand.phone, brand.email, brand.web, brand.address)
    examples = ("01632 960 000", "hello@example.org", "https://example.org", "1 High Street, Ashmere")
    keys = ("phone", "email", "web", "address")
    if not any(given):  # a key with nothing under it would be a mistake
        said = ", ".join(f"{key}: {double_quoted(example)}" for key, example in zip(keys, examples, strict=True))
        return [f"#contact: {{{said}}}"]
    lines = ["contact:  # printed where people are told how to reach you"]
    for key, value, example in zip(keys, given, examples, strict=True):
        lines += _line(key, value, example, indent="  ")
    return [*lines, *_line("hours", None, "Monday to Friday, 8 am to 6 pm", indent="  ")]


def _rest(brand: NewBrand) -> list[str]:
    fonts = (("heading", brand.heading_font), ("body", brand.body_font))
    said = ", ".join(f"{key}: {double_quoted(value)}" for key, value in fonts if value is not None)
    sign = "" if said else "#"
    said = said or 'heading: "Fraunces", body: "Atkinson Hyperlegible"'
    return [
        f"{sign}fonts: {{{said}}}  # families in layouts/fonts, or in a folder fonts here",
        *_line("nation", brand.nation, "England", "which help numbers: also Scotland, Wales, Northern Ireland, UK"),
        *_line("shape", brand.shape, "round", "the doorway that pictures stand in: arch, round or plain"),
        '#footer: "{{ setting.name }} · {{ setting.web }}"  # at the foot of the first page',
        '#people: {safeguarding_lead: "A. Name", trainer: "A. Name"}  # who is meant where a handout asks for them',
        '#partners: [{file: "partner.svg", alt: "The other\'s name"}]  # logos of others, or {name: "…"}, at the foot',
        '#charity_number: "1234567"  # printed small, as the law asks of a registered charity',
        '#words: {kind: "nursery", parents: "families"}  # what you call yourselves and those you work with',
        '#services: [{name: "Baby café", for: "Feeding", phone: "01632 960 000"}]  # nearby, for your own list of help',
    ]
