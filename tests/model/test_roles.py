from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.base.values import names_of
from generator.model.colour import contrast, parse, to_oklch, to_srgb
from generator.model.roles import Roles, contrasts, derive
from tests.support.plain_colours import PLAIN

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
HARD = ("#000000", "#ffffff", "#ffffcc", "#808080", "#ffff00", "#0000ff", "#ff0000")

# The little-room brand as drawn by hand in the design.
LITTLE_ROOM = {
    "primary_dark": "#094d53",
    "primary_mid": "#568a90",
    "primary_soft": "#c8e2e5",
    "primary_tint": "#e9f5f7",
    "accent_dark": "#9b4818",
    "accent_strong": "#cc7448",
    "accent_soft": "#fed7bd",
    "accent_tint": "#fff1e5",
    "warm": "#fcf6ed",
    "ink": "#223031",
    "ink_soft": "#4d5a5b",
    "line_strong": "#828d8e",
    "line": "#cfd8d9",
}


def every(roles: Roles) -> list[str]:
    return [getattr(roles, name) for name in names_of(Roles)]


def failures(roles: Roles) -> list[tuple[str, str, float, float]]:
    return [pair for pair in contrasts(roles) if pair[2] < pair[3]]


def test_the_design_brand_is_met() -> None:
    roles = derive("#17565c", "#f2976a")
    for name, want in LITTLE_ROOM.items():
        got = getattr(roles, name)
        assert max(abs(a - b) for a, b in zip(to_srgb(got), to_srgb(want), strict=True)) <= 2.01 / 255, (name, got)


@settings(max_examples=200)
@given(COLOURS, st.none() | COLOURS, st.sampled_from(["cream", "cool", "white"]))
def test_any_brand_passes_in_colour_and_in_grey(primary: str, accent: str | None, ground: str) -> None:
    roles = derive(primary, accent, ground=ground)  # type: ignore[arg-type]
    assert failures(roles) == []
    assert failures(roles.greyscale()) == []


@settings(max_examples=200)
@given(COLOURS, st.none() | COLOURS, st.sampled_from(["cream", "cool", "white"]))
@example("#000000", "#ffffff", "white")
@example("#ffff00", None, "cool")
def test_they_are_what_they_are_reckoned_step_by_step(primary: str, accent: str | None, ground: str) -> None:
    with pytest.MonkeyPatch.context() as patched:
        for module, ways in PLAIN.items():
            for name, way in ways.items():
                patched.setattr(module, name, way)
        plainly = derive.__wrapped__(primary, accent, ground=ground)
    assert derive.__wrapped__(primary, accent, ground=ground) == plainly


@pytest.mark.parametrize("primary", HARD)
def test_hard_brands_pass_and_stay_distinct(primary: str) -> None:
    for accent in (None, *HARD):
        roles = derive(primary, accent)
        assert failures(roles) == []
        assert contrast(roles.primary_fill, roles.paper) >= 4.5
        assert to_oklch(roles.primary_deep)[0] <= to_oklch(roles.primary_dark)[0] + 0.005


@given(COLOURS, COLOURS)
@example("#1B6E6A", "#FFF")
def test_every_role_is_a_normal_colour(primary: str, accent: str) -> None:
    roles = derive(primary, accent)
    assert all(parse(colour) == colour for colour in every(roles))
    assert (roles.primary, roles.accent) == (parse(primary), parse(accent))


def test_greyscale_is_grey() -> None:
    for colour in every(derive("#17565c", "#f2976a").greyscale()):
        assert len(set(to_srgb(colour))) == 1, colour


def test_contrasts_cover_every_role_that_writes_or_draws() -> None:
    measured = {name for pair in contrasts(derive("#17565c")) for name in pair[:2]}
    # `primary` is a shape without text, `line` decoration; clothes are measured below.
    unmeasured = {"primary", "line", "sleeve", "accent_cloth", "accent_sleeve"}
    assert set(names_of(Roles)) - measured == unmeasured


def test_contrasts_can_fail() -> None:
    roles = Roles(**dict.fromkeys(names_of(Roles), "#777777"))
    assert len(failures(roles)) == len(contrasts(roles))


def test_the_ground_is_chosen() -> None:
    assert derive("#17565c", ground="white").warm == "#ffffff"
    cool = derive("#17565c", ground="cool")
    assert cool.warm == cool.primary_tint
    with pytest.raises(ValueError, match="not a ground"):
        derive("#17565c", ground="pink")  # type: ignore[arg-type]


@pytest.mark.parametrize(("primary", "hue"), [("#17565c", 52), ("#b3541e", 235)])
def test_a_missing_accent_is_warm_or_else_blue(primary: str, hue: float) -> None:
    assert to_oklch(derive(primary).accent)[2] == pytest.approx(hue, abs=2)


def test_orange_tints_lean_to_yellow() -> None:
    roles = derive("#17565c", "#f2976a")
    assert to_oklch(roles.accent_tint)[2] > to_oklch(roles.accent)[2] + 8
