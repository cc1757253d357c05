"""Brands: read with all that they extend, and made ready to be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import TypeVar

from generator.base.fields import Fields
from generator.base.findings import Findings
from generator.base.places import Span
from generator.base.reads import Reads, again, heard, unheard
from generator.base.recent import Recent
from generator.base.suggest import did_you_mean
from generator.base.tuples import NamedTuple
from generator.base.words import InsidePath
from generator.catalog.art import check_art, read_art
from generator.catalog.documents import read_fields
from generator.catalog.fonts import find_stack, tell_of_styles
from generator.catalog.workspace import Workspace
from generator.kinds.look import Ally, Artwork, Look, Mark
from generator.model.brand import Brand, Colours, Fonts, Logo, Partner
from generator.model.locks import check_locks
from generator.model.people import palette
from generator.model.placeholders import fill
from generator.model.roles import derive
from generator.typeset.family import FontStack

FOLDER = "layouts/brands"
DEFAULT = "little-room"
MOST_OF_LOGO = 2000  # pixels of its longer side: 700 to the inch where it is printed largest
MOST_LAYERS = 8  # brands that extend one another: programme, county, setting, and a few to spare
T = TypeVar("T", bound=Fields)
Chain = list[tuple[str, Brand]]  # a brand and those that it extends, the nearest first, each with its id
Homes = tuple[tuple[str, ...], tuple[str, ...]]  # brands whose own fonts come before the library's, and after
Stacks = dict[tuple[str, Homes], tuple[FontStack, Reads]]  # by family and homes; with what was read for each


def brand_names(workspace: Workspace) -> list[str]:
    """Return the ids of all brands."""
    return [n for n in workspace.folders(FOLDER) if workspace.home(f"{FOLDER}/{n}/brand.yaml") is not None]


def default_brand(workspace: Workspace) -> str:
    """Return the brand that is used when none is asked for: the workspace's only one, else the starter library's.

    Brands that `handouts init` copied do not count beside one that somebody made: whoever adds one has it used.
    """
    made, own = brands_made(workspace), _own(workspace)
    return next((names[0] for names in (made, own) if len(names) == 1), DEFAULT)


def brands_made(workspace: Workspace) -> list[str]:
    """Return the brands that somebody added to those of the starter library."""
    return [n for n in _own(workspace) if not (workspace.library / FOLDER / n).is_dir()]


def _own(workspace: Workspace) -> list[str]:
    return [n for n in brand_names(workspace) if (workspace.root / FOLDER / n / "brand.yaml").is_file()]


def load_look(workspace: Workspace, ident: str, findings: Findings, *, rough: bool = False) -> Look | None:
    """Return a brand made ready, or None with every fault reported; ``rough`` as for `make_look`."""
    chain = layers(workspace, ident, findings)
    return make_look(workspace, ident, chain, findings, rough=rough) if chain else None


def joined(chain: Chain) -> Brand:
    """Return a brand with what it does not say taken from those that it extends."""
    brands = tuple([brand for _, brand in chain])
    key = tuple(map(id, brands))
    known = _joined.get(key)
    if known is None:
        known = brands, reduce(overlay, reversed(brands))  # what ids stand for is kept as long as they are
        _joined.put(key, known)
    return known[1]


# A row is joined by all that look at it, one after the other.
_joined: Recent[tuple[int, ...], tuple[tuple[Brand, ...], Brand]] = Recent(2)


def make_look(
    workspace: Workspace,
    ident: str,
    chain: Chain,
    findings: Findings,
    stacks: Stacks | None = None,
    *,
    rough: bool = False,
) -> Look | None:
    """Return a brand made ready, or None with every fault reported.

    Args:
        workspace: where its pictures and fonts are.
        ident: what messages call it.
        chain: the brand and those that it extends, each with its id.
        findings: gets what is wrong.
        stacks: fonts that brands share, for those who make many ready: what is not there yet is put in.
        rough: return it though its own lines ask for what it does not say, so that what handouts ask for in vain can
            be told with that; nothing may be made of it.
    """
    brand, values, heading, body = _filled(workspace, ident, chain, findings, stacks, rough=rough)
    colours = brand.colours or Colours()
    many = stacks is not None
    logo = _mark(workspace, brand.logo, findings, again=many)
    partners, funders = (
        _allies(workspace, said or (), findings, again=many) for said in (brand.partners, brand.funders)
    )
    if findings.errors or colours.primary is None or heading is None or body is None:
        return None
    roles = derive(
        colours.primary.raw, colours.accent.raw if colours.accent else None, ground=colours.ground or "cream"
    )
    return Look(
        ident=ident,
        brand=brand,
        values=values,
        roles=roles,
        heading=heading,
        body=body,
        logo=logo,
        partners=partners,
        funders=funders,
        shape=brand.shape or "arch",
        radius=1.0 if brand.radius is None else brand.radius,
        people=palette(roles, brand.people_set or "a"),
    )


def check_look(workspace: Workspace, ident: str, chain: Chain, findings: Findings, stacks: Stacks) -> FontStack | None:
    """Report what would keep `make_look` from making a look; return the family of its text, or None.

    No colour is reckoned, and no drawing made that was read before.
    """
    brand, _, heading, body = _filled(workspace, ident, chain, findings, stacks, rough=False)
    for file in _pictures(brand):
        check_art(workspace, file, file.span, findings, MOST_OF_LOGO)
    if findings.errors or brand.colours is None or brand.colours.primary is None or heading is None:
        return None
    return body


def _pictures(brand: Brand) -> Iterator[InsidePath]:
    """Yield the files of a brand's logos, in the order in which they are read."""
    logo, allies = brand.logo, (*(brand.partners or ()), *(brand.funders or ()))
    files = (logo.file, logo.light) if logo is not None else ()
    yield from (file for file in (*files, *(one.file for one in allies)) if file is not None)


class _Filled(NamedTuple):
    """A brand with its own lines filled, what placeholders stand for, and its families."""

    brand: Brand
    values: dict[str, str]
    heading: FontStack | None
    body: FontStack | None


def _filled(
    workspace: Workspace, ident: str, chain: Chain, findings: Findings, stacks: Stacks | None, *, rough: bool
) -> _Filled:
    """Return what a brand says; see `make_look`."""
    check_locks(chain, findings)
    brand = joined(chain)
    brand.verify_names(findings)  # one layer may say in `fields` what another says in its place
    unfilled = Findings()
    values = fill(brand.values(), ident, brand.home_of, unfilled)
    if not rough:
        findings.extend(unfilled)
    brand = brand.filled(values)
    fonts = brand.fonts or Fonts()
    if not brand.name:
        findings.error(brand.span, "missing-field", "the brand has no 'name'", "add the setting's name")
    if brand.colours is None or brand.colours.primary is None:
        findings.error(
            brand.span, "missing-field", "the brand has no primary colour", 'add colours: {primary: "#1b6e6a"}'
        )
    return _Filled(brand, values, *_families(workspace, chain, fonts, findings, stacks))


def _families(
    workspace: Workspace, chain: Chain, fonts: Fonts, findings: Findings, stacks: Stacks | None
) -> tuple[FontStack | None, FontStack | None]:
    """Return the families of headings and of text; what they lack is told."""
    heading, body = (
        _stack(workspace, name, _homes(chain, field), fonts.span_of(field), findings, stacks)
        for name, field in ((fonts.heading or "Fraunces", "heading"), (fonts.body or "Atkinson Hyperlegible", "body"))
    )
    if body is not None:
        tell_of_styles(body, fonts.body or "", fonts.span_of("body"), findings)
    return heading, body


def _stack(
    workspace: Workspace, name: str, homes: Homes, span: Span, findings: Findings, stacks: Stacks | None
) -> FontStack | None:
    known = stacks.get((name, homes)) if stacks is not None else None
    if known is not None:
        again(known[1])
        return known[0]
    made, reads = heard(lambda: find_stack(workspace, name, *homes, span, findings))
    if made is not None and stacks is not None:
        stacks[name, homes] = made, reads
    return made


def layers(workspace: Workspace, ident: str, findings: Findings) -> Chain:
    """Return a brand and those that it extends, each with its id; nothing when one of them is wrong."""
    chain: Chain = []
    wanted: str | None = ident
    span: Span | None = None
    while wanted is not None:
        seen = [name for name, _ in chain]
        if wanted in seen or len(seen) >= MOST_LAYERS:
            message = f"the brands extend one another in a circle: {' > '.join([*seen, wanted])}"
            findings.error(span, "brand-circle", message, "let one of them extend no other")
            return []
        with unheard():  # its own file is told of
            known = brand_names(workspace)
        if wanted not in known:
            message = f"there is no brand called '{wanted}'"
            findings.error(span, "unknown-brand", message, did_you_mean(wanted, known))
            return []
        brand = read_fields(workspace, f"{FOLDER}/{wanted}/brand.yaml", Brand, findings)
        if brand is None or findings.errors:
            return []
        chain.append((wanted, brand))
        wanted, span = brand.extends, brand.span_of("extends")
    return chain


def _homes(layers: Chain, font: str) -> Homes:
    """Return the brands in whose own folders a font is looked for before the library's, and those after it.

    First comes the brand that names the font, then those that it extends: a setting's folder does not change what a
    font is that its programme chose.
    """
    names = [name for name, _ in layers]
    first = next((i for i, (_, brand) in enumerate(layers) if brand.fonts is not None and brand.fonts.says(font)), 0)
    return tuple(names[first:]), tuple(names[:first])


def overlay(base: T, top: T) -> T:
    """Return ``top`` with what it does not say taken from ``base``.

    Fields of fields and mappings are joined; lists and logos are taken whole. Two quotes, `[]` and `{}` say that there
    is nothing, and take out what ``base`` says.
    """
    changes: dict[str, object] = {}
    for declared, mine, other in zip(top.declared(), top.parts(), base.parts(), strict=True):
        name = declared.name
        if mine is None:
            if other is not None and not top.says(name):
                changes[name] = other
        elif isinstance(mine, Fields) and isinstance(other, type(mine)) and not isinstance(mine, Logo):
            changes[name] = overlay(other, mine)
        elif isinstance(mine, dict) and isinstance(other, dict) and mine:
            changes[name] = {**other, **mine}
    said = {name: place for name, place in top.places.items() if top.says(name)}
    return top.replace(**changes).at(top.span, {**top.places, **base.places, **said})


def _mark(workspace: Workspace, logo: Logo | None, findings: Findings, *, again: bool) -> Mark | None:
    if logo is None:
        return None

    def read(file: InsidePath) -> Artwork | None:
        return read_art(workspace, file, file.span, findings, MOST_OF_LOGO, again=again)

    art = read(logo.file)
    light = read(logo.light) if logo.light is not None else None
    return Mark(art, logo.alt, light) if art is not None else None


def _allies(workspace: Workspace, said: tuple[Partner, ...], findings: Findings, *, again: bool) -> tuple[Ally, ...]:
    """Return partners or funders in their order, their logos read."""
    found = []
    for one in said:
        art = None
        if one.file is not None:
            art = read_art(workspace, one.file, one.file.span, findings, MOST_OF_LOGO, again=again)
        if art is not None or one.file is None:
            found.append(Ally(one.said, art, one.clear_space or 0.0, one.span_of("file" if one.file else "name")))
    return tuple(found)
