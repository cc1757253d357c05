"""What became of a brand's logos: how sharp they are where they are printed, and where a plate is behind them."""

from __future__ import annotations

from math import ceil

from generator.base.places import Span
from generator.base.tuples import NamedTuple
from generator.kinds import cover, pack_cover, poster_field
from generator.kinds.logos import COARSE, CRISP, LOWEST, TALLEST, USUAL, WIDEST, optical_size
from generator.kinds.look import Artwork, Mark
from generator.kinds.partners import LOWEST as PARTNER_LOWEST
from generator.kinds.partners import TALLEST as PARTNER_TALLEST
from generator.kinds.partners import USUAL as PARTNER_USUAL
from generator.kinds.partners import WIDEST as PARTNER_WIDEST
from generator.kinds.plates import plate_for
from generator.kinds.setting import Setting
from generator.typeset.pictures import Picture

# Where a logo is printed, and the height that it is designed for there, pt.
PRINTED = (
    ("a leaflet", cover.LOGO_TALL),
    ("a course pack's cover", pack_cover.LOGO_TALL),
    ("an A3 poster", poster_field.LOGO_TALL),
)
GROUNDS = (
    ("paper", "white paper"),
    ("warm", "the cover's field"),
    ("primary_tint", "a card"),
    ("accent_tint", "a card in the second colour"),
    ("primary_soft", "a soft band"),
    ("primary_dark", "the dark band"),
)
INCH = 72.0  # pt
MUCH_EMPTY = 0.25  # of a logo's file: it is printed so much smaller than it might be


class Printed(NamedTuple):
    """How a logo is printed: where, how wide in mm, and its pixels to the inch there (None for a drawing)."""

    where: str
    width: float
    dots: int | None


class LogoSaid(NamedTuple):
    """One logo.

    Attributes:
        whose: "the logo", "the light version", or a partner's words.
        kind: "drawing" or "picture".
        pixels: width and height of a picture.
        printed: where it is printed, the smallest first.
        plates: grounds on which a plate is put behind it, each with the plate's colour.
        bare: grounds that it stands on as it is.
        empty: share of its file that is nothing but clear space round it, 0 to 1.
        span: where the brand names it.
    """

    whose: str
    kind: str
    pixels: tuple[int, int] | None
    printed: tuple[Printed, ...]
    plates: tuple[tuple[str, str], ...]
    bare: tuple[str, ...]
    empty: float
    span: Span | None

    @property
    def coarse(self) -> Printed | None:
        """The first place where it is printed with too few pixels, or None."""
        return next((one for one in self.printed if one.dots is not None and one.dots < COARSE), None)

    @property
    def wanted(self) -> int:
        """Pixels in its width that make it crisp wherever it is printed."""
        return ceil(max(one.width for one in self.printed) / 25.4 * CRISP)


def logo_report(setting: Setting) -> list[LogoSaid]:
    """Return what is to be said of the logos of a look: its own, its light version, its partners'."""
    look = setting.look
    out = [] if look.logo is None else _own(setting, look.logo)
    for what, allies in (("partner", look.partners), ("funder", look.funders)):
        for ally in allies:
            if ally.art is None:
                continue
            tall, ratio = PARTNER_USUAL
            width, _ = optical_size(ally.art, tall * tall * ratio, PARTNER_LOWEST, PARTNER_TALLEST, PARTNER_WIDEST)
            at = _At(f"the {what} '{ally.words}'", (("the foot of a leaflet", width),), GROUNDS[:1], ally.span)
            out.append(_said(setting, ally.art, at))
    return out


class _At(NamedTuple):
    """Whose logo it is, how wide it is where, pt, the grounds that it stands on, and where it is named."""

    whose: str
    places: tuple[tuple[str, float], ...]
    grounds: tuple[tuple[str, str], ...]
    span: Span | None


def _own(setting: Setting, mark: Mark) -> list[LogoSaid]:
    written = setting.look.brand.logo
    span = written.span_of("file") if written is not None else None
    if mark.light is None:
        return [_said(setting, mark.art, _At("the logo", _places(mark.art), GROUNDS, span))]
    light = _At(
        "the light version",
        _places(mark.light),
        GROUNDS[-1:],
        written.span_of("light") if written is not None else None,
    )
    usual = _At("the logo", _places(mark.art), GROUNDS[:-1], span)
    return [_said(setting, mark.art, usual), _said(setting, mark.light, light)]


def _places(art: Artwork) -> tuple[tuple[str, float], ...]:
    """Return where a setting's own logo is printed, and how wide, pt."""
    out = []
    for where, tall in PRINTED:
        widest = WIDEST * max(1.0, tall / 36)
        out.append((where, optical_size(art, tall * tall * USUAL, tall * LOWEST, tall * TALLEST, widest)[0]))
    return tuple(out)


def _said(setting: Setting, art: Artwork, at: _At) -> LogoSaid:
    picture = isinstance(art, Picture)
    printed = tuple(
        Printed(where, width / INCH * 25.4, round(art.width / (width / INCH)) if picture else None)
        for where, width in at.places
    )
    found = [(said, plate_for(setting, art, getattr(setting.roles, role))) for role, said in at.grounds]
    return LogoSaid(
        at.whose,
        "picture" if picture else "drawing",
        (int(art.width), int(art.height)) if picture else None,
        printed,
        tuple((said, plate) for said, plate in found if plate is not None),
        tuple(said for said, plate in found if plate is None),
        empty_share(art),
        at.span,
    )


def empty_share(art: Artwork) -> float:
    """Return the share of a logo's box that lies outside of what is to be seen of it, 0 to 1."""
    if not isinstance(art, Picture):
        left, top, right, bottom = art.bounds
        wide = min(right, art.width) - max(left, 0.0)
        tall = min(bottom, art.height) - max(top, 0.0)
    elif art.alpha is None:
        return 0.0
    else:
        veil, width = art.alpha, art.width
        rows = [row for row in range(art.height) if veil[row * width : (row + 1) * width].strip(b"\0")]
        columns = [column for column in range(width) if veil[column::width].strip(b"\0")]
        wide, tall = (float(max(line) - min(line) + 1) if line else 0.0 for line in (columns, rows))
    return 1.0 - max(0.0, wide) * max(0.0, tall) / (art.width * art.height)
