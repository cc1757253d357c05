"""The styles of a page, derived from the body's size, the baseline and the brand's colours (DESIGN 3)."""

from __future__ import annotations

from functools import lru_cache

from generator.base.tuples import NamedTuple
from generator.model.roles import Roles
from generator.typeset.family import FontStack
from generator.typeset.style import Scale, Style

HEADING_WEIGHT = 600
DISPLAY_SIZES = (56.0, 50.0, 46.0, 40.0, 35.0, 31.0, 26.0, 21.0)  # of a title, for a body of 12 pt
OFFER = 16.0  # pt; how to ask for other formats is never smaller
_TRACKING = -0.012  # em, of a title; less for smaller heads


class Styles(NamedTuple):
    """Every style by its name in DESIGN 3."""

    body: Style
    strong: Style
    small: Style
    note: Style
    lead: Style
    h3: Style
    h2: Style
    h1: Style
    quote: Style
    label: Style
    displays: tuple[Style, ...]
    offer: Style


@lru_cache(maxsize=64)
def make_styles(
    scale: Scale, roles: Roles, heading: FontStack, body: FontStack, *, rtl: bool, tracking: float = 0.0
) -> Styles:
    """Derive all styles; ``tracking`` is room between the letters of running text, em: heads have none then."""
    spread = 0.0 if rtl else tracking

    base = scale.baseline
    plain = Style(
        body,
        scale.body,
        base,
        roles.ink,
        rtl=rtl,
        link_colour=roles.accent_dark,
        smallest=scale.smallest,
        tracking=spread,
    )

    def text(at_twelve: float, ratio: float, colour: str, weight: int = 400, leading: float | None = None) -> Style:
        size = scale.size(at_twelve)
        lead = leading if leading is not None else scale.leading(size, ratio)
        return plain.with_(size=size, leading=lead, colour=colour, weight=weight)

    def head(at_twelve: float, ratio: float, closer: float, weight: int = HEADING_WEIGHT) -> Style:
        size = scale.size(at_twelve)
        return Style(
            heading,
            size,
            scale.leading(size, ratio),
            roles.primary_dark,
            weight=weight,
            strong=weight,
            tracking=0.0 if rtl or spread else closer,
            balance=True,
            rtl=rtl,
            smallest=scale.smallest,
        )

    offer = text(16, 1.3, roles.primary_dark, weight=700, leading=max(scale.u * 3.5, 21))
    offer = offer.with_(size=max(OFFER, scale.smallest))
    return Styles(
        body=plain,
        strong=plain.with_(weight=700, colour=roles.primary_dark),
        small=text(9.5, 1.26, roles.ink_soft),
        note=text(10.5, 1.35, roles.ink_soft, leading=scale.u * 2.5),
        lead=text(15.5, 1.45, roles.ink),
        h3=text(13.5, 1.3, roles.primary_dark, weight=700, leading=base),
        h2=head(21, 1.13, _TRACKING * 0.6),
        h1=head(31, 1.1, _TRACKING),
        quote=head(21, 1.28, _TRACKING * 0.5, weight=400).with_(hang=True),
        label=text(9.5, 1.26, roles.accent_dark, weight=700),
        displays=tuple(head(size, 1.03, _TRACKING * 1.4) for size in DISPLAY_SIZES),
        offer=offer,
    )
