"""The dark band at the foot of the last side."""

from __future__ import annotations

from generator.base.scalars import Url
from generator.kinds.closing import LEAST_CLEAR, ClosingBand
from generator.pdf.surface import Surface
from generator.typeset.bands import Grid
from generator.typeset.boxes import Box
from tests.support.making import draw_alone, setting_of
from tests.support.onpage import characters


def test_the_band_is_as_tall_as_the_address_beside_its_code() -> None:
    setting = setting_of()
    address = Url("https://example.org/" + "many-words-of-a-path/" * 24)
    setting.look = setting.look._replace(brand=setting.look.brand.replace(qr=address))
    band = ClosingBand(setting, Grid(487.0, setting.scale.baseline, setting.scale.body), 54.0)

    class Foot(Box):
        def height(self, measure: float) -> float:
            return 700.0

        def draw(self, surface: Surface, x: float, y: float, measure: float) -> None:
            band.draw(surface, 595.0, surface.height)

    found = list(characters(draw_alone(setting, Foot(), 547.0)))
    assert len(found) > 500
    assert max(char.box[3] for char in found) <= band.height
    assert min(char.box[1] for char in found) >= LEAST_CLEAR
