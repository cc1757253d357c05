"""What became of a brand's colours, in plain words: which role is as given, which is another shade, and why."""

from __future__ import annotations

from typing import Literal

from generator.base.tuples import NamedTuple
from generator.kinds.specimen_colours import GROUPS
from generator.model.colour import apart, contrast
from generator.model.colour_names import colour_name
from generator.model.roles import Roles, contrasts

Made = Literal["given", "adjusted", "derived"]

SAME = 0.02  # distance in OKLab of a step that is just seen: less is called "as given"
PALE, HEADINGS = 2.0, 3.0  # contrast with white: no words can have the first; large words may have the second
GROUND_NAMES = {
    "paper": "white",
    "warm": "the cover's field",
    "primary_tint": "a card",
    "accent_tint": "a card in the second colour",
    "primary_soft": "a soft band",
    "accent_soft": "a soft band in the second colour",
    "primary": "your main colour",
    "primary_fill": "the fill",
    "primary_dark": "the dark band",
    "primary_deep": "the deep band",
    "accent": "your second colour",
    "doorway": "the doorway",
    "success_tint": "its card",
    "notice_tint": "its card",
    "urgent_tint": "its card",
}
# role: whose shade it is, what it is wanted for, and what then uses it
_SHADES = {
    "primary_fill": ("primary", "white words on it", "white words stand on"),
    "primary_dark": ("primary", "text", "headings use"),
    "primary_mid": ("primary", "icons and arrows", "they use"),
    "accent_strong": ("accent", "arrows and ticks", "they use"),
    "accent_dark": ("accent", "text", "labels and links use"),
}
# role: what is said of it where its hue alone comes from the brand
_DERIVED = {
    "ink": "nearly black, with a breath of your main colour",
    "ink_soft": "a grey with a breath of your main colour",
    "line": "decoration only: nothing depends on seeing it",
    "line_strong": "a grey that is seen on every ground",
    "on_primary": "white",
    "on_dark_soft": "a light shade of your second colour",
    "paper": "white paper",
    "primary_deep": "deeper than the dark band",
}


class RoleSaid(NamedTuple):
    """One role.

    Attributes:
        group: what it belongs to: Primary, Accent, Page, Words, Pictures, States.
        role: its name in the specimen.
        use: what it is for, in a few words.
        colour: `#rrggbb`.
        name: the colour in words.
        ground: the role of the ground on which its contrast is least; None where none is promised.
        ratio: contrast there; ``least`` is what it needs there.
        made: as given, another shade of what was given, or made to go with it.
        why: one sentence.
    """

    group: str
    role: str
    use: str
    colour: str
    name: str
    ground: str | None
    ratio: float | None
    least: float | None
    made: Made
    why: str

    @property
    def held(self) -> bool:
        """Whether the contrast that it needs is there on every ground."""
        return self.ratio is None or self.least is None or self.ratio >= self.least


def role_report(roles: Roles, *, second_given: bool = True) -> list[RoleSaid]:
    """Return what is to be said of every role.

    Args:
        roles: the brand's.
        second_given: False where the accent was chosen by the tool.
    """
    worst: dict[str, tuple[str, float, float]] = {}
    for fg, bg, ratio, least in contrasts(roles):
        if fg not in worst or ratio / least < worst[fg][1] / worst[fg][2]:
            worst[fg] = bg, ratio, least
    out: list[RoleSaid] = []
    for group, members in GROUPS:
        for role, use in members:
            colour = getattr(roles, role)
            ground, ratio_, least_ = worst.get(role, (None, None, None))
            made, why = _made(roles, role, second_given)
            out.append(RoleSaid(group, role, use, colour, colour_name(colour), ground, ratio_, least_, made, why))
    return out


def _made(roles: Roles, role: str, second_given: bool) -> tuple[Made, str]:
    if role == "primary":
        return "given", "as given"
    if role == "accent":
        return ("given", "as given") if second_given else ("derived", "chosen to go with your colour: you gave one")
    if role in _SHADES:
        source, _, _ = _SHADES[role]
        if source == "accent" and not second_given:
            return "derived", "a shade of the second colour"
        given, colour = getattr(roles, source), getattr(roles, role)
        return ("given", "as given") if apart(given, colour) < SAME else ("adjusted", shade_said(roles, role))
    if role in ("cloth", "accent_cloth", "doorway"):
        return _picture(roles, role)
    if role == "on_accent":
        light = roles.on_accent == "#ffffff"
        return "derived", f"{'white' if light else 'dark'} words, {told(contrast(roles.on_accent, roles.accent))}"
    if role in _DERIVED:
        return "derived", _DERIVED[role]
    if role.startswith(("success", "notice", "urgent")):
        return "derived", "the same in every brand, so that a warning looks like one"
    if role == "warm":
        return "derived", "cream, cool or white, as the brand says under 'ground'"
    source = "second" if role.startswith("accent") else "main"
    return "derived", f"a {'shade' if role.endswith('sleeve') else 'pale shade'} of your {source} colour"


def _picture(roles: Roles, role: str) -> tuple[Made, str]:
    source = "accent" if role == "accent_cloth" else "primary"
    given, colour = getattr(roles, source), getattr(roles, role)
    if colour == given:
        return "given", "as given"
    if role == "doorway":
        return "derived", "a pale shade of your main colour"
    if role == "cloth" and roles.doorway == roles.primary:
        stands = f"your {colour_name(given)} is the doorway that people stand in"
        return "adjusted", f"{stands}, so they wear a darker shade of it, {colour}"
    words = f"people wear another shade of your {colour_name(given)}, {colour_name(colour)} {colour}"
    return "adjusted", f"{words}: as given it would be lost in the doorway, or taken for skin"


def shade_said(roles: Roles, role: str) -> str:
    """Return why a role is another shade than was given: "your yellow is too light for text on white (1.6:1); …"."""
    source, wanted, users = _SHADES[role]
    given, colour = getattr(roles, source), getattr(roles, role)
    words = f"your {colour_name(given)}"

    def better(ground: str) -> str:
        return f"{users} a darker one, {colour_name(colour)} {colour} ({told(contrast(colour, ground))})"

    if role == "primary_fill":
        ratio = contrast(roles.on_primary, given)
        return f"{words} is too light for {wanted} ({told(ratio)}); {better(roles.on_primary)}"
    fails = [(ground, ratio) for ground, ratio, least in _if_given(roles, role, given) if ratio < least]
    if fails:
        ground, ratio = next((one for one in fails if one[0] == "paper"), min(fails, key=lambda one: one[1]))
        place = GROUND_NAMES.get(ground, ground)
        return f"{words} is too light for {wanted} on {place} ({told(ratio)}); {better(getattr(roles, ground))}"
    ratio, own = contrast(given, roles.paper), contrast(colour, roles.paper)
    if own > ratio:
        return f"{words} can be read on white ({told(ratio)}); {better(roles.paper)}, which is read more easily"
    return f"{words} is very bright for {wanted}; {users} a calmer one, {colour_name(colour)} {colour} ({told(own)})"


def _if_given(roles: Roles, role: str, given: str) -> list[tuple[str, float, float]]:
    """Return (ground, contrast, least) of a role's promises, reckoned with the colour that was given instead."""
    return [(bg, contrast(given, getattr(roles, bg)), least) for fg, bg, _, least in contrasts(roles) if fg == role]


def adjusted(roles: Roles, *, second_given: bool = True) -> list[str]:
    """Return one sentence for each adjustment that people ask about, and what stayed as it is, in plain words."""
    said = {one.role: one for one in role_report(roles, second_given=second_given)}
    shades = ("primary_dark", "primary_fill", "accent_dark", "cloth", "accent_cloth")
    out = [said[role].why for role in shades if said[role].made == "adjusted"]
    kept = [f"your {colour_name(roles.primary)} is used as it is for large shapes"]
    if second_given:
        kept.append(f"your {colour_name(roles.accent)} for what is to stand out")
    else:
        kept.append(f"a second colour was chosen to go with it: {colour_name(roles.accent)} {roles.accent}")
    return [" and ".join(kept) if second_given else "; ".join(kept), *out, *_turned(roles, second_given)]


def _turned(roles: Roles, second_given: bool) -> list[str]:
    """Return a hint where headings could be in a colour of the brand's own, if its two colours changed places."""
    pale, ratio = contrast(roles.primary, roles.paper), contrast(roles.accent, roles.paper)
    if not second_given or pale >= PALE or ratio < HEADINGS:
        return []
    name = colour_name(roles.accent)
    return [
        f"your {name} can be read on white ({told(ratio)}): make it the primary colour, and headings will be {name}"
    ]


def told(ratio: float) -> str:
    """Return a contrast as `4.5:1`, rounded down: nothing is promised that is not kept."""
    return f"{int(ratio * 10 + 1e-9) / 10:.1f}:1"
