"""Logos on a page: never recoloured, never stretched, on a plate where they would vanish; see `plates.py`."""

from __future__ import annotations

from math import ceil, inf, sqrt

from generator.base.places import Span
from generator.kinds.look import Artwork, Mark
from generator.kinds.plates import plate_for
from generator.kinds.setting import Setting
from generator.pdf.structure import ARTIFACT, Element, Target
from generator.pdf.surface import Surface
from generator.typeset.artwork import draw
from generator.typeset.boxes import Box
from generator.typeset.drawing import Drawing
from generator.typeset.panels import note_box
from generator.typeset.paragraph import Paragraph
from generator.typeset.pictures import Picture
from generator.typeset.shapes import rectangle

USUAL = 2.5  # times as wide as tall: a logo that has the designed height; others have its area
LOWEST, TALLEST = 2 / 3, 1.5  # of the designed height: 24 and 54 pt where that is 36
WIDEST = 200.0  # pt, where the designed height is 36 or less
WIDEST_NAME = 200.0  # pt; a longer name of a setting without a logo is broken
PLATE = 8.0  # pt round a logo on a plate

THINNEST = 25.0  # times as long as it is wide: 8 pt tall where it is 200 pt wide, and more is a line

COARSE, CRISP = 150, 300  # dots an inch of a printed picture: less is seen as steps; what to ask for


class LogoBox(Box):
    """The setting's logo, or its name in words where it has none.

    Args:
        parent: gets a Figure with the logo's words, unless ``again``.
        tall: designed height, pt; logos of other proportions get the same area, so that none looks large or small.
        dark: it stands on a dark ground: the light version is used if there is one.
        again: it was shown before in this document, and is decoration now.
        ground: ``#rrggbb`` that it stands on, where that is neither dark nor the usual warm field.
        most: pt, with its plate, that it may be wide; as wide as any logo where it is not given.
    """

    def __init__(
        self,
        setting: Setting,
        parent: Element,
        tall: float,
        *,
        dark: bool = False,
        again: bool = False,
        ground: str | None = None,
        most: float = inf,
    ) -> None:
        self._setting = setting
        self._mark: Mark | None = setting.look.logo
        self._figure: Element | None = None
        self._name: Paragraph | None = None
        if self._mark is None:
            colour = setting.roles.on_primary if dark else setting.roles.primary_dark
            style = setting.styles.h3.with_(colour=colour)
            target = Element("P") if again else parent.add("P", kind="name")
            self._name = setting.paragraph(setting.look.name, style, target)
            if again:
                parent.adopt(target)
            self.tall = self._name.height(WIDEST_NAME)
            return
        self._again = parent.add("Figure", kind="logo-again") if again else None
        if not again:
            self._figure = parent.add("Figure", alt=setting.plain(self._mark.alt), kind="logo")
            _check_pixels(setting, self._mark.art)
        self._art: Artwork = self._mark.light if dark and self._mark.light is not None else self._mark.art
        ground = ground or (setting.roles.primary_dark if dark else setting.roles.warm)
        self._plate = plate_for(setting, self._art, ground)
        self._rim = PLATE if self._plate is not None else 0.0
        widest = min(WIDEST * max(1.0, tall / 36), most) - 2 * self._rim
        self._size = optical_size(self._art, tall * tall * USUAL, tall * LOWEST, tall * TALLEST - self._rim, widest)
        self.tall = self._size[1] + 2 * self._rim

    def height(self, measure: float) -> float:
        """Return the height, with its plate; a name in words may take more lines where the measure is narrow."""
        return self.tall if self._name is None else self._name.height(min(measure, WIDEST_NAME))

    def width(self) -> float:
        """Return the width of the logo with its plate, pt; of its name where it has none."""
        if self._mark is not None:
            return self._size[0] + 2 * self._rim
        return min(WIDEST_NAME, self._name.natural if self._name else 0.0)

    def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
        """Draw it at the start side."""
        if self._name is not None:
            wide = min(measure, WIDEST_NAME)
            self._name.draw(surface, x + measure - wide if self._setting.rtl else x, y, wide)
            return
        left = x + measure - self.width() if self._setting.rtl else x
        surface.shows(self._again)
        draw_logo(surface, self._setting, self._art, (left, y, *self._size), self._plate, self._figure)
        surface.shows(None)


def optical_size(art: Artwork, area: float, lowest: float, tallest: float, widest: float) -> tuple[float, float]:
    """Return (width, height) of a logo of any proportion, pt: the same area for all, between bounds."""
    ratio = art.width / art.height
    tall = min(max(sqrt(area / ratio), lowest), tallest, widest / ratio)
    return tall * ratio, tall


def draw_logo(
    surface: Surface,
    setting: Setting,
    art: Artwork,
    box: tuple[float, float, float, float],
    plate: str | None,
    figure: Element | None,
    *,
    rim: float = PLATE,
) -> None:
    """Draw a logo with its plate.

    Args:
        surface: the page.
        setting: says how round the plate's corners are.
        art: the logo.
        box: the corner of the plate, or of the logo where it has none, and the size of the logo; pt.
        plate: its colour, or None.
        figure: the Figure that it is; None for decoration.
        rim: width of the plate round it, pt.
    """
    x, y, w, h = box
    target: Target = figure or ARTIFACT
    if plate is not None:
        whole = rectangle(x, y, w + 2 * rim, h + 2 * rim, setting.radius(6))
        surface.shape(whole, fill=plate, target=target)
        x, y = x + rim, y + rim
    if figure is not None:
        note_box(surface, figure, x, y, w, h)
    draw_art(surface, art, x, y, w, target)


def draw_art(surface: Surface, art: Artwork, x: float, y: float, width: float, target: Target) -> None:
    """Draw a logo or picture ``width`` pt wide."""
    if isinstance(art, Drawing):
        draw(surface, art, x, y, width, target)
        return
    pixels = (art.width, art.height, str(art.mode), art.pixels, art.alpha)
    surface.picture(art.digest, pixels, x, y, width, width * art.height / art.width, target)


def _check_pixels(setting: Setting, art: Artwork) -> None:
    """Warn of a picture that is too small to be printed well, at the size that it usually has."""
    width, _ = optical_size(art, 36 * 36 * USUAL, 36 * LOWEST, 36 * TALLEST, WIDEST)
    logo = setting.look.brand.logo
    span = logo.span_of("file") if logo is not None else None
    warn_coarse(setting, art, width, span)


def warn_coarse(setting: Setting, art: Artwork, width: float, span: Span | None) -> None:
    """Warn of a picture that has fewer than `COARSE` pixels an inch when it is printed ``width`` pt wide.

    A logo of any kind that is all but a line is an error.
    """
    _refuse_thin(setting, art, span)
    if not isinstance(art, Picture) or art.width / (width / 72) >= COARSE:
        return
    dots, crisp = round(art.width / (width / 72)), ceil(width / 72 * CRISP)
    setting.findings.warning(
        span,
        "low-resolution",
        f"the logo is {art.width} pixels wide, {dots} to the inch where it is printed: it will look blurred",
        f"ask for it as an SVG, or as a picture at least {crisp} pixels wide",
    )


def _refuse_thin(setting: Setting, art: Artwork, span: Span | None) -> None:
    """Refuse a logo that is so long that nothing of it could be seen at its size."""
    wide, tall = art.width / art.height, art.height / art.width
    if max(wide, tall) > THINNEST:
        how = f"{wide:.0f} times as wide as it is tall" if wide > 1 else f"{tall:.0f} times as tall as it is wide"
        setting.findings.error(
            span,
            "logo-proportions",
            f"the logo is {how}: nothing of it would be seen",
            f"give a file that is cut to the logo; it may be {THINNEST:.0f} times as wide as tall",
        )
