"""What became of a brand's colours, in plain words."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.base.values import names_of
from generator.kinds.role_report import GROUND_NAMES, adjusted, role_report, told
from generator.model.colour import contrast
from generator.model.roles import PAIRS, Roles, contrasts, derive

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
WORN = ("primary", "accent", "primary_fill", "primary_dark", "primary_mid", "accent_strong", "accent_dark")


def test_a_yellow_that_is_too_light_is_told_with_both_contrasts() -> None:
    roles = derive("#f4c20d", "#2e7d32")
    headings = f"dark olive {roles.primary_dark}"
    said = adjusted(roles)
    assert said[0] == "your yellow is used as it is for large shapes and your green for what is to stand out"
    one = next(line for line in said if "headings use" in line)
    assert one.startswith("your yellow is too light for text on white (1.6:1); headings use a darker one, ")
    assert roles.primary_dark in one
    assert one.endswith(f"({told(contrast(roles.primary_dark, '#ffffff'))})")
    assert headings.split()[-1] in one


def test_a_second_colour_that_was_chosen_is_not_called_yours() -> None:
    said = adjusted(derive("#005eb8"), second_given=False)
    assert "a second colour was chosen to go with it: orange #" in said[0]
    assert not any("your orange" in line for line in said)
    report = {one.role: one for one in role_report(derive("#005eb8"), second_given=False)}
    assert report["accent"].made == "derived"


def test_a_pale_colour_given_first_is_told_how_headings_would_be_green() -> None:
    assert "make it the primary colour, and headings will be green" in adjusted(derive("#fff3b0", "#2e7d32"))[-1]
    assert not any("make it the primary" in line for line in adjusted(derive("#2e7d32", "#fff3b0")))
    assert not any("make it the primary" in line for line in adjusted(derive("#fff3b0", "#ffc0cb")))


@given(COLOURS, COLOURS | st.none())
@example("#ffffff", "#ffffff")
@example("#000000", None)
@example("#fff3b0", "#2e7d32")
def test_every_role_is_told_with_its_least_contrast(primary: str, accent: str | None) -> None:
    roles = derive(primary, accent)
    report = role_report(roles, second_given=accent is not None)
    assert sorted(one.role for one in report) == sorted(names_of(Roles))
    promised = {fg for fg, _, _ in PAIRS}
    for one in report:
        assert one.colour == getattr(roles, one.role)
        assert one.why
        assert one.held
        assert (one.ratio is not None) == (one.role in promised)
        if one.ratio is not None:
            mine = [(ratio / least, ground) for fg, ground, ratio, least in contrasts(roles) if fg == one.role]
            assert (one.ratio / (one.least or 0), one.ground) == min(mine, key=lambda pair: pair[0])


@given(COLOURS, COLOURS)
def test_what_is_said_of_a_shade_is_true(primary: str, accent: str) -> None:
    roles = derive(primary, accent)
    for one in role_report(roles):
        if one.role not in WORN or one.made != "adjusted":
            continue
        given_ = roles.accent if one.role.startswith("accent") else roles.primary
        numbers = [float(number) for number in re.findall(r"\(([\d.]+):1\)", one.why)]
        if "too light" in one.why:
            assert len(numbers) == 2, one.why
            assert numbers[0] < numbers[1], one.why
            assert numbers[0] < 7.1
        assert one.colour in one.why
        assert one.colour != given_


@pytest.mark.parametrize(("ratio", "said"), [(4.5, "4.5:1"), (4.49, "4.4:1"), (21.0, "21.0:1"), (7.1, "7.1:1")])
def test_contrasts_are_rounded_down(ratio: float, said: str) -> None:
    assert told(ratio) == said


def test_every_ground_has_a_name_in_words() -> None:
    grounds = {ground for _, grounds, _ in PAIRS for ground in grounds}
    assert grounds - set(GROUND_NAMES) == set()
