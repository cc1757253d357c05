"""The people and colours of the illustrations: placeholder colours become a brand's, and somebody's skin and hair.

A drawing shows up to three people, A, B and C (A is the caregiver, B the baby). Its shapes are painted in placeholder
colours, `#010101` to `#1a1a1a`, one for each slot; `palette` says what each becomes.
"""

from __future__ import annotations

from functools import cache

from generator.model.clothes import SKINS
from generator.model.colour import from_oklch, grey, mix, to_oklch
from generator.model.roles import Roles

SLOTS = {
    "primary": "#010101",  # large calm shapes
    "primary_tint": "#020202",  # the shape behind
    "accent": "#030303",  # one warm focus a picture
    "skin_a": "#040404",
    "shade_a": "#050505",  # neck, ear, fold
    "skin_b": "#060606",
    "shade_b": "#070707",
    "hair_a": "#080808",
    "hair_b": "#090909",
    "white": "#0a0a0a",
    "features_a": "#0b0b0b",  # eyes, mouth
    "features_b": "#0c0c0c",
    "primary_mid": "#0d0d0d",  # sleeves, second cloth
    "accent_soft": "#0e0e0e",  # second warm
    "cheek_a": "#0f0f0f",
    "cheek_b": "#101010",
    "primary_dark": "#111111",  # small dark marks
    "primary_soft": "#121212",  # quiet shapes on the background
    "skin_c": "#131313",
    "shade_c": "#141414",
    "hair_c": "#151515",
    "features_c": "#161616",
    "cheek_c": "#171717",
    "line": "#181818",  # voice waves, gaze, connections
    "accent_strong": "#191919",  # second accent cloth
    "hair_grey": "#1a1a1a",  # of somebody old, whatever the family
}

HAIRS = {"black": "#2b2422", "brown": "#5a3a2c", "auburn": "#8c4a2f", "blond": "#d9ab66", "dark": "#3c2c2a"}
GREY_HAIR = "#a7a3a0"

# Set name -> (skin, hair) of A, B and C: natural ranges, families that look like families.
PEOPLE = {
    "a": (("honey", "dark"), ("honey", "brown"), ("cocoa", "black")),
    "b": (("cocoa", "black"), ("chestnut", "black"), ("porcelain", "auburn")),
    "c": (("porcelain", "auburn"), ("porcelain", "blond"), ("honey", "black")),
    "d": (("sand", "black"), ("sand", "black"), ("umber", "black")),
    "e": (("umber", "black"), ("cocoa", "black"), ("sand", "brown")),
    "f": (("chestnut", "black"), ("honey", "dark"), ("porcelain", "blond")),
}

DEEP_SKIN = 0.62  # OKLCH lightness below which a face needs darker features
CHEEK = "#e2694f"


def palette(roles: Roles, set_name: str, grey: bool = False) -> dict[str, str]:
    """What each placeholder colour of a drawing becomes.

    Args:
        roles: the brand's roles; for a grey drawing, already `roles.greyscale()`.
        set_name: a set of people, `a` to `f`.
        grey: lighten skins so that faces still read on an office printer.

    Returns:
        Placeholder `#rrggbb` -> `#rrggbb`, every slot.

    Raises:
        KeyError: there is no such set.
    """
    colours = _greys() if grey else _brand_colours(roles)
    return dict(_people(set_name, grey)) | {SLOTS[slot]: colour for slot, colour in colours.items()}


def _greys() -> dict[str, str]:
    """Cloth and shapes in greys that stay apart on a poor printer, none of them black: large dark areas cost ink."""
    return {
        "primary": "#6a6a6a",
        "primary_tint": "#f1f1f1",
        "primary_soft": "#dcdcdc",
        "primary_mid": "#949494",
        "primary_dark": "#2c2c2c",
        "accent": "#c4c4c4",
        "accent_soft": "#e4e4e4",
        "accent_strong": "#a4a4a4",
        "line": "#7a7a7a",
        "white": "#ffffff",
        "hair_grey": "#b2b2b2",
    }


def _brand_colours(roles: Roles) -> dict[str, str]:
    return {
        "primary": roles.cloth,
        "primary_tint": roles.primary_tint,
        "primary_soft": roles.primary_soft,
        "primary_mid": roles.sleeve,
        "primary_dark": roles.primary_dark,
        "accent": roles.accent_cloth,
        "accent_soft": roles.accent_soft,
        "accent_strong": roles.accent_sleeve,
        "line": roles.primary_mid,
        "white": "#ffffff",
        "hair_grey": GREY_HAIR,
    }


@cache
def _people(set_name: str, grey: bool) -> dict[str, str]:
    """Return every slot, those of people filled."""
    colours: dict[str, str] = {}
    for person, (skin, hair) in zip("abc", PEOPLE[set_name], strict=True):
        colours |= {f"{part}_{person}": colour for part, colour in _person(skin, hair, grey).items()}
    return {placeholder: colours.get(slot, "") for slot, placeholder in SLOTS.items()}


@cache
def _person(skin_name: str, hair_name: str, in_grey: bool) -> dict[str, str]:
    skin, hair = SKINS[skin_name], HAIRS[hair_name]
    lightness, chroma, hue = to_oklch(skin)
    if in_grey:
        # 0.45-0.90 of real skins becomes 0.80-0.93: still different people, never a dark face with lost features.
        lifted = 0.80 + 0.13 * (lightness - 0.45) / 0.45
        return {
            "skin": from_oklch(lifted, 0, 0),
            "shade": from_oklch(lifted - 0.10, 0, 0),
            "hair": grey(hair),
            "features": "#1a1a1a",
            "cheek": from_oklch(lifted - 0.07, 0, 0),
        }
    deep = lightness < DEEP_SKIN
    return {
        "skin": skin,
        "shade": from_oklch(lightness - 0.065, chroma * 1.05, hue),
        "hair": hair,
        "features": ("#1b1110" if lightness > 0.52 else "#160d0c") if deep else "#2a1f1d",
        "cheek": mix(skin, CHEEK, 0.30 if deep else 0.34),
    }
