"""A cover: one warm field, one horizon, a doorway standing on it (DESIGN 1 and 2)."""

from __future__ import annotations

from generator.kinds.logos import LogoBox
from generator.kinds.setting import Setting
from generator.model.handout import Handout
from generator.pdf.structure import LAYOUT
from generator.pdf.surface import Surface
from generator.typeset.artwork import draw
from generator.typeset.bands import Grid
from generator.typeset.boxes import Box, Stack
from generator.typeset.paragraph import Paragraph
from generator.typeset.shapes import doorway, mirrored, rectangle

FIELD = 23  # baselines of a field with a picture
MOST_GROWTH = 5  # baselines that a field may grow to take up room that a page has left
LOGO_TOP = 45.0  # pt
LOGO_TALL = 36.0
TITLE_LINES = 4
CLEAR = 9.0  # pt between the words and the doorway


class Cover:
    """The upper field of the first side: logo, title, subtitle, message, picture."""

    def __init__(self, setting: Setting, handout: Handout, grid: Grid, margin: float, page_width: float) -> None:
        self._setting, self._grid, self._margin, self._page_width = setting, grid, margin, page_width
        self._k = setting.scale.baseline / 18
        self._logo = LogoBox(setting, setting.document, LOGO_TALL * self._k)
        self._art = None
        if handout.illustration is not None and not grid.narrow:
            name = handout.illustration
            found = setting.assets.drawing(name, name.span, setting.findings)
            self._art = found.without("bg").recoloured(setting.look.people) if found is not None else None
        self._words = self._compose(handout)
        self.height = self._least()

    @property
    def _measure(self) -> float:
        """Width of the words, pt."""
        if self._grid.narrow:
            return self._grid.width
        if self._art is None:
            return self._grid.span(0, 9)[1]
        return self._grid.span(0, 6)[1] - CLEAR

    def _compose(self, handout: Handout) -> Stack:
        setting, document = self._setting, self._setting.document
        styles = setting.styles
        h1 = document.add("H1")
        room = FIELD * setting.scale.baseline * 0.52
        title: Paragraph | None = None
        for style in styles.displays:
            title = setting.paragraph(handout.title, style, h1)
            lines = len(title.lines(self._measure))
            if lines <= TITLE_LINES and title.narrowest() <= self._measure and lines * style.leading <= room:
                break
        assert title is not None
        boxes: list[Box] = [title]
        message_style = styles.h3
        if handout.subtitle is not None:
            boxes.append(setting.paragraph(handout.subtitle, styles.lead, document.add("P")).spaced(3.5 * setting.u, 0))
        else:
            message_style = styles.lead.with_(weight=700, colour=setting.roles.primary_dark)
        if handout.message is not None:
            text = setting.paragraph(handout.message, message_style, document.add("P"))
            boxes.append(text.spaced((2 if handout.subtitle else 3.5) * setting.u, 0))
        self.message = setting.plain(handout.message) if handout.message is not None else None
        return Stack(boxes)

    @property
    def _title_top(self) -> float:
        return LOGO_TOP + self._logo.tall + (6.5 if self._words.boxes else 0) * self._setting.u

    def _least(self) -> float:
        """Return the height that the words need; a picture wants the designed field."""
        words = self._words.height(self._measure) - self._words.trim_top - self._words.boxes[-1].trim_bottom
        need = self._title_top + words + 5.5 * self._setting.u
        base = self._setting.scale.baseline
        designed = FIELD * base if self._art is not None else 0.0
        return max(designed, -(-need // base) * base)

    def grow(self, room: float) -> float:
        """Grow by whole baselines up to ``room`` pt; return by how much."""
        if self._art is None:
            return 0.0
        base = self._setting.scale.baseline
        extra = min(MOST_GROWTH, max(0, int(room // base))) * base
        self.height += extra
        return extra

    def draw(self, surface: Surface) -> None:
        """Draw the field, the picture, the words."""
        setting = self._setting
        field = rectangle(0, 0, self._page_width, self.height)
        surface.shape(field, fill=setting.roles.warm, target=LAYOUT)
        if self._art is not None:
            self._draw_picture(surface)
        x, measure = self._margin, self._measure
        if setting.rtl:
            x = self._page_width - self._margin - measure
        self._logo.draw(surface, x, LOGO_TOP, measure)
        self._draw_words(surface, x, measure)

    def _draw_words(self, surface: Surface, x: float, measure: float) -> None:
        # display type starts a hair outside the margin
        spare = self.height - self._least()
        y = self._title_top + spare * 0.45 - self._words.trim_top
        title = self._words.boxes[0]
        hair = 0.0 if self._setting.rtl else 2.0
        title.draw(surface, x - hair, y, measure)
        y += title.height(measure)
        for i, box in enumerate(self._words.boxes[1:]):
            y += self._words.gap(i)
            box.draw(surface, x, y, measure)
            y += box.height(measure)

    def _doorway(self) -> tuple[float, float, float, float]:
        """Return (x, width, height, side of the drawing) of the doorway, as each shape asks (DESIGN 2)."""
        grid, shape = self._grid, self._setting.look.shape
        x, width = grid.span(7, 11)
        x += self._margin - grid.gutter
        tall = self.height * 324 / 414
        if shape == "arch":
            width += 2 * grid.gutter
            return x, width, max(tall, width), width
        if shape == "round":
            width += grid.gutter
            return x, width, tall, width - 6
        width = self._page_width - x
        return x, width, self.height, width - 16

    def _draw_picture(self, surface: Surface) -> None:
        assert self._art is not None
        x, width, tall, side = self._doorway()
        path = doorway(self._setting.look.shape, x, self.height - tall, width, tall)
        flip = self._setting.rtl
        if flip:
            path = mirrored(path, self._page_width / 2)
            x = self._page_width - x - width
        surface.shape(path, fill=self._setting.roles.primary_soft, target=LAYOUT)
        left = x + (width - side) / 2
        draw(surface, self._art, left, self.height - side, side, LAYOUT, flip=flip, clip=path)
