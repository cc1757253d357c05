"""Brand check: what became of a brand's colours, logos and fonts, and what the handouts still need of it."""

from __future__ import annotations

from collections.abc import Mapping, Set

from generator.base.findings import Findings
from generator.base.tuples import NamedTuple
from generator.catalog.brands import load_look
from generator.catalog.font_licences import FamilySaid, family_said
from generator.catalog.needs import Needs
from generator.catalog.workspace import Workspace
from generator.kinds.assets import Assets
from generator.kinds.logo_report import MUCH_EMPTY, LogoSaid, logo_report
from generator.kinds.look import Look
from generator.kinds.role_report import RoleSaid, adjusted, role_report, told
from generator.kinds.setting import Setting
from generator.kinds.tightness import Tightness
from generator.model.brand import RESERVED
from generator.model.layout import Layout
from generator.model.roles import contrasts
from generator.pdf.structure import Element
from generator.typeset.family import FontStack

MOST_LETTERS = 24  # of those that a face lacks, told one by one


class FontSaid(NamedTuple):
    """One of the brand's two fonts.

    Attributes:
        use: "headings" or "text".
        family: its files and its licence.
        helped: letters that it lacks, by the family that gives them.
        missing: letters that no font here has.
    """

    use: str
    family: FamilySaid
    helped: Mapping[str, str]
    missing: str


class Checked(NamedTuple):
    """A brand, looked over. ``pairs`` are all promised contrasts: (colour, ground, ratio, least)."""

    ident: str
    look: Look
    adjusted: tuple[str, ...]
    roles: tuple[RoleSaid, ...]
    pairs: tuple[tuple[str, str, float, float], ...]
    logos: tuple[LogoSaid, ...]
    fonts: tuple[FontSaid, ...]


def check_brand(workspace: Workspace, ident: str, needs: Needs, findings: Findings) -> Checked | None:
    """Look a brand over; None where it cannot be read, with the reasons in ``findings``.

    Args:
        workspace: where it is.
        ident: the brand.
        needs: what the workspace's handouts need.
        findings: gets what is wrong with the brand, and what it does not say and a handout asks for.
    """
    found = Findings()
    look = load_look(workspace, ident, found)
    findings.extend(found)
    if look is None:
        return None
    checked = look_over(workspace, look, needs)
    _find(checked, needs, findings)
    return checked


def look_over(workspace: Workspace, look: Look, needs: Needs) -> Checked:
    """Return what is to be said of a brand that could be read."""
    second = look.brand.colours is not None and look.brand.colours.accent is not None
    letters = set().union(*needs.letters.values(), *map(set, look.values.values())) - {" "}
    fonts = [_font(workspace, "headings", look.heading, letters)]
    if look.body.families[0].name != look.heading.families[0].name:
        fonts.append(_font(workspace, "text", look.body, letters))
    else:
        fonts = [fonts[0]._replace(use="headings and text")]
    return Checked(
        look.ident,
        look,
        tuple(adjusted(look.roles, second_given=second)),
        tuple(role_report(look.roles, second_given=second)),
        tuple(contrasts(look.roles)),
        tuple(logo_report(_setting(look))),
        tuple(fonts),
    )


def _setting(look: Look) -> Setting:
    """Return a setting of the usual edition, for what asks one for colours."""
    nothing = Assets(lambda *_: None, lambda *_: None, {}, {}, lambda *_: None)
    tight = Tightness(11.5, 15.5, 1.0)
    return Setting(Layout(name="", kind="leaflet"), look, nothing, "en-GB", tight, Findings(), Element("Document"))


def _font(workspace: Workspace, use: str, stack: FontStack, letters: Set[str]) -> FontSaid:
    main = stack.main()
    helped: dict[str, str] = {}
    missing = ""
    for char in sorted(letters):
        face = stack.face_for(char, 400, False)
        if face is None:
            missing += char
        elif face is not main:
            name = face.file.family
            helped[name] = helped.get(name, "") + char
    return FontSaid(use, family_said(workspace, stack.families[0]), helped, missing)


def _home(name: str) -> str:
    """Return where a brand says what a handout asks for: phone and the like have places of their own."""
    if name in ("name", "strapline", "nation"):
        return f'{name}: "…"'
    return f'{"contact" if name in RESERVED else "fields"}: {{{name}: "…"}}'


def _find(checked: Checked, needs: Needs, findings: Findings) -> None:
    look = checked.look
    for role in checked.roles:
        if not role.held and role.ratio is not None:
            message = f"'{role.role}' {role.colour} has only {told(role.ratio)} on '{role.ground}'"
            findings.error(None, "low-contrast", f"{look.ident}: {message}", "give another colour, and report this")
    for asked in needs.asked:
        if asked.name not in look.values:
            message = f"this handout asks for 'setting.{asked.name}', which the brand '{look.ident}' does not say"
            file, home = f"layouts/brands/{look.ident}/brand.yaml", _home(asked.name)
            help_ = f"add it to {file} as {home}, or give a default here"
            findings.error(asked.span, "unknown-placeholder", message, help_)
    for logo in checked.logos:
        if logo.coarse is not None and logo.pixels is not None:
            where = f"{logo.coarse.dots} to the inch on {logo.coarse.where}"
            message = f"{logo.whose} is {logo.pixels[0]} pixels wide, {where}: it will look blurred"
            help_ = f"ask for it as an SVG, or as a picture at least {logo.wanted} pixels wide"
            findings.warning(logo.span, "low-resolution", message, help_)
        if logo.empty > MUCH_EMPTY:
            message = f"{logo.empty:.0%} of the file of {logo.whose} is empty space round it, so it is printed smaller"
            findings.warning(logo.span, "empty-margins", message, "cut the empty space off and save it again")
    for font in checked.fonts:
        if font.missing:
            shown = " ".join(font.missing[:MOST_LETTERS])
            message = f"{look.ident}: no font for {font.use} has these letters of your handouts: {shown}"
            findings.error(None, "missing-letter", message, "put a font that has them in layouts/fonts")
        if font.family.licence is None:
            message = f"{look.ident}: nothing says under which licence {font.family.name} may be used"
            findings.warning(None, "no-licence", message, "put its licence beside it, as OFL.txt or LICENCE.txt")
