"""Colour roles: one or two brand colours become every colour a page needs, with contrast held by construction.

A brand gives a primary and perhaps an accent; nobody picks the rest. Hue and chroma come from the brand, lightness
comes from the contrast a role needs, so that black, white, pale yellow and grey brands are as legible as any other.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from generator.base.values import names_of, record, replace
from generator.model.clothes import STANDS_OUT, clothes
from generator.model.colour import Oklch, contrast, darken_to, from_oklch, grey, lighten_to, parse, to_oklch

Ground = Literal["cream", "cool", "white"]

GROUNDS = ("paper", "primary_tint", "accent_tint", "warm")  # what graphics and text stand on
SOFTS = (*GROUNDS, "primary_soft", "accent_soft")  # text may stand on these too

GRAPHIC = 3.05  # WCAG 1.4.11 asks 3; the rest is for rounding to 8 bits in a printer's driver
TEXT = 4.5  # WCAG 1.4.3
READING_TEXT = 7.0  # WCAG 1.4.6: body text is read by tired people, at night, on a phone

HEX = len("#rrggbb")
STATES = (("success", 152.0), ("notice", 75.0), ("urgent", 25.0))  # name, hue

# (foreground, backgrounds, least ratio): what `contrasts` measures and `derive` promises.
PAIRS: tuple[tuple[str, tuple[str, ...], float], ...] = (
    ("ink", SOFTS, READING_TEXT),
    ("ink_soft", SOFTS, TEXT),
    ("primary_dark", SOFTS, TEXT),
    ("accent_dark", SOFTS, TEXT),
    ("primary_mid", GROUNDS, 3.0),
    ("accent_strong", GROUNDS, 3.0),
    ("line_strong", GROUNDS, 3.0),
    ("on_primary", ("primary_fill", "primary_dark", "primary_deep"), TEXT),
    ("on_dark_soft", ("primary_dark", "primary_deep"), TEXT),
    ("on_accent", ("accent",), TEXT),
    ("cloth", ("doorway", "primary_soft"), STANDS_OUT),
    *((state, GROUNDS, 3.0) for state, _ in STATES),
    *((f"{state}_dark", (*SOFTS, f"{state}_tint"), TEXT) for state, _ in STATES),
    *(("ink", (f"{state}_tint",), READING_TEXT) for state, _ in STATES),
)


@record
class Roles:
    """Every colour of a page, by what it is for; each a lower-case `#rrggbb`.

    Text: `ink`, `ink_soft` (captions), `primary_dark` (headings), `accent_dark` (labels), `on_*` (on fills).
    Shapes that carry meaning: `primary_mid`, `accent_strong`, `line_strong`. Shapes with no text on them: `primary`,
    `accent`. A fill for white text: `primary_fill`. Decoration only: `line`. States always come with a word and shape.
    Drawings: `doorway` is what people stand in, `cloth` and `accent_cloth` what they wear, with sleeves over them.
    """

    paper: str
    primary: str
    accent: str
    primary_fill: str
    primary_dark: str
    primary_deep: str
    primary_mid: str
    primary_soft: str
    primary_tint: str
    accent_strong: str
    accent_dark: str
    accent_soft: str
    accent_tint: str
    warm: str
    ink: str
    ink_soft: str
    line: str
    line_strong: str
    success: str
    success_dark: str
    success_tint: str
    notice: str
    notice_dark: str
    notice_tint: str
    urgent: str
    urgent_dark: str
    urgent_tint: str
    on_primary: str
    on_dark_soft: str
    on_accent: str
    doorway: str
    cloth: str
    sleeve: str
    accent_cloth: str
    accent_sleeve: str

    def greyscale(self) -> Roles:
        """The ink-saver's roles: grounds white or nearly so, everything grey, the same contrasts promised."""
        greys = {name: grey(getattr(self, name)) for name in names_of(Roles)}
        return replace(self, **greys | _GREYS)


_GREYS = {
    "paper": "#ffffff",
    "warm": "#ffffff",
    "primary_tint": "#ffffff",
    "accent_tint": "#ffffff",
    "primary_soft": "#ececec",
    "accent_soft": "#f4f4f4",
    "ink": "#111111",
    "ink_soft": "#444444",
    "primary": "#5c5c5c",
    "primary_fill": "#3c3c3c",
    "primary_dark": "#1c1c1c",
    "primary_deep": "#111111",
    "primary_mid": "#7a7a7a",
    "accent": "#bdbdbd",
    "accent_strong": "#808080",
    "accent_dark": "#3a3a3a",
    "line": "#cfcfcf",
    "line_strong": "#808080",
    "on_primary": "#ffffff",
    "on_dark_soft": "#ffffff",
    "on_accent": "#111111",
    "doorway": "#ececec",
    "cloth": "#6a6a6a",
    "sleeve": "#949494",
    "accent_cloth": "#c4c4c4",
    "accent_sleeve": "#a4a4a4",
    **{state: "#6a6a6a" for state, _ in STATES},
    **{f"{state}_tint": "#ffffff" for state, _ in STATES},
    **{f"{state}_dark": "#2a2a2a" for state, _ in STATES},
}


@lru_cache(maxsize=16)
def derive(primary: str, accent: str | None = None, *, ground: Ground = "cream") -> Roles:
    """Derive every role from one or two brand colours.

    Args:
        primary: `#rgb` or `#rrggbb`.
        accent: the second colour; without one a warm or, beside a warm primary, a blue accent is chosen.
        ground: the page field `warm`: a cream, a cool tint of the primary, or white.

    Raises:
        ValueError: a colour that is not one, or an unknown ground.
    """
    told = _derived(str(primary), str(accent) if accent is not None else None, ground)  # without their places
    return Roles(*[told[at : at + HEX] for at in range(0, len(told), HEX)])


@lru_cache(maxsize=1024)  # brands: a table of settings is gone through twice
def _derived(primary: str, accent: str | None, ground: Ground) -> str:
    """Return the colours of all roles, one behind the other: 300 bytes, where `Roles` takes 3 KB."""
    primary = parse(primary)
    hue = to_oklch(primary)[2]
    accent = _accent_for(hue) if accent is None else parse(accent)
    light = _light(primary, accent, ground)
    derived = light | _from_primary(to_oklch(primary), light) | _from_accent(accent, light)
    made = {
        "primary": primary,
        "accent": accent,
        **derived,
        **clothes({"primary": primary, "accent": accent, **derived}),
        **_states(light),
        "on_primary": "#ffffff",
        **_on_fills(primary, accent, light),
    }
    return "".join([made[name] for name in names_of(Roles)])


def _accent_for(hue: float) -> str:
    """Warm (hue 52), or blue (235) when the primary is within 70 degrees of warm itself."""
    away = abs((hue - 52 + 180) % 360 - 180)
    return from_oklch(0.74, 0.13, 52 if away > 70 else 235)


def _light(primary: str, accent: str, ground: Ground) -> dict[str, str]:
    """What text and graphics stand on, and the decorative hairline."""
    (_, chroma, hue), (_, accent_chroma, accent_hue) = to_oklch(primary), to_oklch(accent)
    # Orange tints read as baby pink: lean them to yellow.
    leaned = accent_hue + 16 if 20 <= accent_hue <= 62 else accent_hue
    tint = from_oklch(0.962, min(chroma * 0.22, 0.018), hue)
    warm = {"cream": from_oklch(0.975, 0.013, 78), "cool": tint, "white": "#ffffff"}
    if ground not in warm:
        raise ValueError(f"not a ground: {ground!r} (cream, cool or white)")
    return {
        "paper": "#ffffff",
        "primary_tint": tint,
        "primary_soft": from_oklch(0.895, min(chroma * 0.45, 0.05), hue),
        "accent_tint": from_oklch(0.965, min(accent_chroma * 0.22, 0.026), leaned),
        "accent_soft": from_oklch(0.905, min(accent_chroma * 0.55, 0.065), (accent_hue + leaned) / 2),
        "warm": warm[ground],
        "line": from_oklch(0.875, min(chroma * 0.15, 0.016), hue),
    }


def _named(light: dict[str, str], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(light[name] for name in names)


@lru_cache(maxsize=64)  # the states' and the usual accents' are the same in every brand
def _at(lightness: float, chroma: float, hue: float) -> Oklch:
    """Where the darkening of a role starts, once in sRGB: a chroma that no screen has would bend the hue on the way."""
    return to_oklch(from_oklch(lightness, chroma, hue))


def _from_primary(primary: Oklch, light: dict[str, str]) -> dict[str, str]:
    lightness, chroma, hue = primary
    grounds, softs = _named(light, GROUNDS), _named(light, SOFTS)
    return {
        "primary_fill": darken_to(primary, ("#ffffff",), 4.6),
        "primary_mid": darken_to(_at(min(0.72, max(lightness + 0.14, 0.60)), chroma * 0.9, hue), grounds, GRAPHIC),
        "ink": darken_to(_at(0.30, min(chroma * 0.3, 0.025), hue), softs, 10),
        "ink_soft": darken_to(_at(0.46, min(chroma * 0.25, 0.02), hue), softs, 5.2),
        "line_strong": darken_to(_at(0.66, min(chroma * 0.2, 0.02), hue), grounds, GRAPHIC),
    }


def _from_accent(accent: str, light: dict[str, str]) -> dict[str, str]:
    lightness, chroma, hue = to_oklch(accent)
    return {
        "accent_strong": darken_to((lightness, chroma, hue), _named(light, GROUNDS), GRAPHIC),
        "accent_dark": darken_to((lightness, min(chroma, 0.15), hue), _named(light, SOFTS), 4.6),
    }


def _states(light: dict[str, str]) -> dict[str, str]:
    states = {}
    for state, hue in STATES:
        tint = _tint(hue)
        states[state] = darken_to(_at(0.62, 0.13, hue), _named(light, GROUNDS), GRAPHIC)
        states[f"{state}_dark"] = darken_to(_at(0.45, 0.11, hue), (*_named(light, SOFTS), tint), 5.0)
        states[f"{state}_tint"] = tint
    return states


@cache
def _tint(hue: float) -> str:
    """Return the ground of a state."""
    return from_oklch(0.967, 0.022, hue)


def _on_fills(primary: str, accent: str, light: dict[str, str]) -> dict[str, str]:
    """The dark fills and what may be written on a fill."""
    lightness, chroma, hue = to_oklch(primary)
    dark = darken_to((lightness, min(chroma, 0.11), hue), _named(light, SOFTS), READING_TEXT)
    dark_lightness = to_oklch(dark)[0]
    # Deeper than dark, but not into black; and never lighter than dark, as it would be for a black brand.
    deep = min(dark_lightness, max(0.22, dark_lightness - 0.09))
    return {
        "primary_dark": dark,
        "primary_deep": from_oklch(deep, min(chroma, 0.07), hue),
        "on_dark_soft": lighten_to(_at(0.88, 0.04, to_oklch(accent)[2]), dark, READING_TEXT),
        "on_accent": next(c for c in _writing(primary) if contrast(c, accent) >= TEXT),
    }


def _writing(primary: str) -> tuple[str, ...]:
    """Dark ink, white, black: one of them always reaches 4.5."""
    _, chroma, hue = to_oklch(primary)
    return from_oklch(0.30, min(chroma * 0.3, 0.025), hue), "#ffffff", "#000000"


def contrasts(roles: Roles) -> list[tuple[str, str, float, float]]:
    """Every promised pair as (foreground role, background role, ratio, least ratio)."""
    return [
        (fg, bg, contrast(getattr(roles, fg), getattr(roles, bg)), needed) for fg, bgs, needed in PAIRS for bg in bgs
    ]
