"""Folded: one sheet in panels, each a column of its own height: cover, flap, inside panels, back.

kind: folded
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from generator.base.tuples import NamedTuple
from generator.base.units import mm
from generator.kinds.back_panel import BackPanel
from generator.kinds.block import Block
from generator.kinds.cover_panel import CoverPanel
from generator.kinds.design import Overrun, Plan, in_lines
from generator.kinds.doorways import Doorway
from generator.kinds.folds import Folds, Panel
from generator.kinds.grounds import SAFE, paint_field
from generator.kinds.panel_words import Room, draw_words
from generator.kinds.quiet import draw_motif, draw_notes
from generator.kinds.scenes import Scene, scene_of
from generator.kinds.setting import Setting
from generator.kinds.units import items_of, units_of
from generator.model.handout import Handout
from generator.pdf.structure import LAYOUT
from generator.pdf.surface import Surface
from generator.typeset.bands import Unit
from generator.typeset.boxes import Box, Inset, Stack, space_between
from generator.typeset.flow import Column, fill, overrun
from generator.typeset.pages import Fill, paginate
from generator.typeset.shapes import line

FIELD = 231.0  # height of the field inside, on which doorways stand, pt
DOOR_WIDE, DOOR_TALL, DOOR_SIDE = 206.0, 204.0, 194.0  # pt
BELOW_FIELD = 4.0  # u from the horizon to the first capitals
FOOT = 40.0  # last ink above the foot of a panel, pt
INSIDE_TOP = 4.0  # pt below the top margin, inside
OUTSIDE_TOP = 20.0  # pt below the top margin, on the flap and the back, where space is as designed
MOVES = 0.6  # share of the designed space below which the help strip may leave the back: it is looked for there
FREE_SIDE = 20.0  # pt by which a drawing without a doorway is wider than the words above it
MARK = mm(4)  # length of a fold mark
INSIDE = Fill(1.0, 30.0)
SPARE = Fill(1.0, 8.0)  # inside, where there are fewer sections than panels: lines for notes, not sections in pieces
FLAP, OVERLEAF, BACK = Fill(0.4, 4.0), Fill(0.4, 4.0, whole=True), Fill(0.4, 0.0, whole=True)


class Deal(NamedTuple):
    """What stands on each panel, in the order in which a reader meets them."""

    boxes: list[list[Box]]
    scenes: list[Scene]  # one for each inside panel, or none
    stand: Scene | None  # a drawing that stands on the first flap's foot


class Folded:
    """Plans folded leaflets."""

    def plan(self, handout: Handout, blocks: Sequence[Block], setting: Setting, *, last_try: bool) -> Plan | Overrun:
        """Compose everything in reading order, then deal it to the panels."""
        sheet = Folds(setting.layout)
        cover = CoverPanel(setting, handout, sheet.cover.width, sheet.height, sheet.margin)
        units, foot = units_of(blocks, setting)
        units = [unit._replace(box=_hung(unit.box, setting)) for unit in units]
        back = BackPanel(setting, handout, foot, sheet.back.width, sheet.height, sheet.margin)
        moves = last_try or setting.tight.space < MOVES
        if foot and moves and back.least > sheet.height - min(sheet.top, sheet.margin):
            # the brand says too much for the help strip to stand there too: it follows the other blocks
            after = units[-1].section + 1 if units else 1
            units = [*units, *(Unit(box, "wide", after + i) for i, box in enumerate(foot))]
            foot, back = [], BackPanel(setting, handout, [], sheet.back.width, sheet.height, sheet.margin)
        table = _Table(setting, sheet, back)
        fault = table.too_tall(handout, cover, foot)
        if fault is not None:
            return fault
        deal = table.deal_scenes(units) if not last_try else None
        if deal is None and (last_try or not table.scenes_of(units)):
            deal = table.deal(units)
        if deal is None:
            return table.overrun(units) if last_try else Overrun(1, None, "")
        return _Plan(setting, sheet, cover, back, deal, table)


class _Table:
    """Deals units to panels."""

    def __init__(self, setting: Setting, sheet: Folds, back: BackPanel) -> None:
        self._setting, self._sheet, self._back = setting, sheet, back

    def top(self, panel: Panel, *, field: bool = False) -> float:
        """Where the first ink stands on a panel, pt from the top; ``field`` where scenes stand above the inside."""
        if panel in self._sheet.inside:
            return FIELD + BELOW_FIELD * self._setting.u if field else self._sheet.top + INSIDE_TOP
        return self._sheet.top + OUTSIDE_TOP * max(0.0, (self._setting.tight.space - 0.7) / 0.3)

    def room(self, panel: Panel, *, field: bool = False) -> Column:
        """Return the room for words on a panel; a first line's empty top is no ink, so that it may be more."""
        sheet = self._sheet
        top = self.top(panel, field=field)
        foot = self._back.height if panel == sheet.back else FOOT
        return Column(sheet.measure(panel), max(0.0, sheet.height - foot - top + self._setting.styles.h2.trim_top / 2))

    def too_tall(self, handout: Handout, cover: CoverPanel, foot: Sequence[Box]) -> Overrun | None:
        """Say that the cover, or what must stand on the back, is taller than its panel."""
        leading = self._setting.scale.baseline
        back = self._back.least + min(self._sheet.top, self._sheet.margin) - self._sheet.height
        what, over, span = "the cover", cover.over, handout.title.span
        if back > over:
            what, over = "the foot of the back", back
            span = next((box.span for box in foot if box.span is not None), span)
        if over <= 0:
            return None
        lines = max(1, ceil(over / leading))
        return Overrun(lines, span, f"{what} is {in_lines(lines)} taller than its panel")

    # -- sections with a picture: one above each inside panel ----------------------------------------------------------
    def scenes_of(self, units: Sequence[Unit]) -> list[int]:
        """Return the sections that begin an inside panel each, a picture above it; none unless one each."""
        found = [unit.section for unit in units if unit.section > 0 and _scene(unit) is not None]
        return found if len(found) == len(set(found)) == len(self._sheet.inside) else []

    def deal_scenes(self, units: Sequence[Unit]) -> Deal | None:
        """Deal so that each section with a picture has an inside panel; None where it does not fit so."""
        sections = self.scenes_of(units)
        if not sections:
            return None
        scenes = [scene for unit in units if unit.section in sections and (scene := _scene(unit)) is not None]
        starts = [next(i for i, unit in enumerate(units) if unit.section == number) for number in sections]
        words, stand = _stand([*units[: starts[0]]])
        before = self._before(words, stand)
        if before is None:
            return None
        runs = [list(units[a:b]) for a, b in zip(starts, [*starts[1:], len(units)], strict=True)]
        runs = [[unit for unit in run if _scene(unit) is None or unit.section not in sections] for run in runs]
        inside: list[list[Box]] = []
        for run, panel in zip(runs[:-1], self._sheet.inside[:-1], strict=True):
            column = self.room(panel, field=True)
            boxes = [unit.box for unit in run]
            if not Stack(boxes).fits(column.measure, column.room):
                return None
            inside.append(boxes)
        sheet = self._sheet
        panels = [sheet.inside[-1], *sheet.after, sheet.back]
        fills = [INSIDE, *(OVERLEAF for _ in sheet.after), BACK]
        made = paginate(items_of(runs[-1]), [self.room(panel, field=True) for panel in panels], fills=fills)
        return None if made is None else Deal(_all([*before, *inside, *made], sheet), scenes, stand)

    def _before(self, units: Sequence[Unit], stand: Scene | None) -> list[list[Box]] | None:
        """Deal what stands before the first scene to the flaps."""
        panels = self._sheet.before
        if not units or not panels:
            return [[] for _ in panels] if not units else None
        columns = [self.room(panel) for panel in panels]
        if stand is not None:
            side = columns[0].measure + FREE_SIDE
            columns[0] = columns[0]._replace(room=columns[0].room + FOOT - side)
        made = paginate(items_of(units), columns, fills=[FLAP for _ in panels])
        return None if made is None else [*made, *([] for _ in range(len(panels) - len(made)))]

    # -- everything else ----------------------------------------------------------------------------------------------
    def deal(self, units: Sequence[Unit]) -> Deal | None:
        """Deal the units to the panels as suits the sections; None where they do not fit."""
        sheet = self._sheet
        sections = sum(i == 0 or unit.place == "head" or unit.new_page for i, unit in enumerate(units))
        later = SPARE if sections < len(sheet.inside) else INSIDE
        inside = [INSIDE, *(later for _ in sheet.inside[1:])]
        fills = [*(FLAP for _ in sheet.before), *inside, *(OVERLEAF for _ in sheet.after), BACK]
        made = paginate(items_of(units), [self.room(panel) for panel in sheet.order], fills=fills) if units else []
        return None if made is None else Deal(_all(made, sheet), [], None)

    def overrun(self, units: Sequence[Unit]) -> Overrun:
        """Say by how many lines the units are too many, and where what is left over begins."""
        sheet = self._sheet
        columns = [self.room(panel) for panel in sheet.order]
        rest = fill([unit.box for unit in units], columns).rest
        lines, span = 1, None
        if rest is not None:
            lines = overrun(rest, columns[-1].measure, self._setting.scale.baseline)
            span = next((box.span for box in rest.boxes if box.span is not None), None)
        return Overrun(lines, span, f"the leaflet runs {in_lines(lines)} past its panels")


def _all(made: Sequence[list[Box]], sheet: Folds) -> list[list[Box]]:
    """Return what is dealt with an empty list for each panel that gets nothing."""
    return [*made, *([] for _ in range(len(sheet.order) - len(made)))]


def _scene(unit: Unit) -> Scene | None:
    return scene_of(unit.box)


def _stand(units: list[Unit]) -> tuple[list[Unit], Scene | None]:
    """Take the last scene out of units that have no heading: it stands on the panel's foot."""
    if any(unit.place == "head" for unit in units):
        return units, None
    for i in reversed(range(len(units))):
        scene = _scene(units[i])
        if scene is not None:
            return [*units[:i], *units[i + 1 :]], scene
    return units, None


def _hung(box: Box, setting: Setting) -> Box:
    """Move a block in by what hangs outside its measure: nothing stands nearer a fold than the margin."""
    hang = box.overhang
    return Inset(box, start=hang, rtl=setting.rtl) if hang else box


class _Plan:
    """A folded leaflet, dealt."""

    pages = 2
    last_fill = 1.0

    def __init__(
        self, setting: Setting, sheet: Folds, cover: CoverPanel, back: BackPanel, deal: Deal, table: _Table
    ) -> None:
        self._setting, self._sheet, self._cover, self._back = setting, sheet, cover, back
        self._deal, self._table = deal, table

    def draw(self, surface: Surface) -> None:
        """Draw the outside, then the inside."""
        sheet, setting, deal = self._sheet, self._setting, self._deal
        for side in (0, 1):
            surface.begin_page(sheet.width, sheet.height)
            if side and deal.scenes:
                self._draw_field(surface)
            for panel, boxes in zip(sheet.order, deal.boxes, strict=True):
                if panel.side == side:
                    self._draw_panel(surface, panel, boxes)
            if side == sheet.cover.side:
                self._cover.draw(surface, self._x(sheet.cover))
            if setting.layout.fold_marks:
                self._draw_marks(surface, side)
            surface.end_page()

    def _draw_panel(self, surface: Surface, panel: Panel, boxes: Sequence[Box]) -> None:
        sheet, table, field = self._sheet, self._table, bool(self._deal.scenes)
        if panel == sheet.back:
            self._draw_boxes(surface, panel, boxes, table.top(panel), self._back.height)
            self._back.draw(surface, self._x(panel), None if boxes else table.top(panel))
        elif panel in sheet.inside:
            top = table.top(panel, field=field)
            if boxes or field:
                self._draw_boxes(surface, panel, boxes, top, FOOT)
            else:
                empty = [p for p, held in zip(sheet.order, self._deal.boxes, strict=True) if not held]
                self._draw_notes(surface, panel, top, first=panel == next(p for p in empty if p in sheet.inside))
        elif boxes and not (self._deal.stand is not None and panel == sheet.before[0]):
            self._draw_boxes(surface, panel, boxes, table.top(panel), FOOT)
        else:
            self._draw_ground(surface, panel, boxes)

    def _x(self, panel: Panel) -> float:
        """Return the left edge of a panel; the sheet is mirrored where text runs leftwards."""
        return self._sheet.width - panel.x - panel.width if self._setting.rtl else panel.x

    def _draw_ground(self, surface: Surface, panel: Panel, boxes: Sequence[Box]) -> None:
        """Draw a panel on a ground of its own: few words over a drawing that stands on its foot, or a doorway alone."""
        setting, sheet, stand = self._setting, self._sheet, self._deal.stand
        x, measure = self._x(panel), sheet.measure(panel)
        first = panel == [*sheet.before, *sheet.after][0]
        fill = setting.roles.accent_soft if first else setting.roles.primary_tint
        lifted = SAFE if setting.edition.outlined else 0.0
        foot = sheet.height - lifted
        paint_field(surface, setting, (x, 0, panel.width, foot), fill, "foot" if lifted else None)
        if stand is None or not first:
            draw_motif(surface, setting, x + sheet.margin, sheet.height, measure)
            return
        side = measure + (0.0 if lifted else FREE_SIDE)
        stand.draw_freely(surface, x + (panel.width - side) / 2, foot, side)
        y = self._table.top(panel)
        free = sheet.height - side - y - Stack(boxes).height(measure)
        y += max(0.0, free * 0.35)
        for i, box in enumerate(boxes):
            hang = box.left + box.right if isinstance(box, Inset) else 0.0  # at the edge of the sheet it may hang
            y -= box.trim_top if i == 0 else 0.0
            shift = 0.0 if setting.rtl else hang
            box.draw(surface, x + sheet.margin - shift, y, measure + hang)
            y += box.height(measure) + (space_between(box, boxes[i + 1]) if i + 1 < len(boxes) else 0.0)

    def _draw_notes(self, surface: Surface, panel: Panel, top: float, *, first: bool) -> None:
        """Draw lines to write on; the first such panel says what they are for."""
        sheet = self._sheet
        draw_notes(
            surface,
            self._setting,
            self._x(panel) + sheet.margin,
            top,
            sheet.measure(panel),
            sheet.height - FOOT,
            titled=first,
        )

    def _draw_field(self, surface: Surface) -> None:
        """Draw the field of the inside, and a scene in its doorway above each panel."""
        setting, sheet, scenes = self._setting, self._sheet, self._deal.scenes
        left = min(self._x(panel) for panel in sheet.inside)
        wide = sum(panel.width for panel in sheet.inside)
        paint_field(surface, setting, (left, 0, wide, FIELD), setting.roles.warm, "foot")
        fills = (setting.roles.doorway, setting.roles.accent_soft)
        for i, (panel, scene) in enumerate(zip(sheet.inside, scenes, strict=True)):
            scene.draw_in(surface, self._door(panel), fills[i % 2])

    def _door(self, panel: Panel) -> Doorway:
        wide, tall, side = DOOR_WIDE, DOOR_TALL, DOOR_SIDE
        if self._setting.look.shape == "plain" and not self._setting.edition.outlined:
            wide, tall = panel.width, FIELD
        if self._setting.edition.outlined:
            tall = min(tall, FIELD - SAFE)
        return Doorway(self._x(panel) + (panel.width - wide) / 2, FIELD, wide, tall, side)

    def _draw_boxes(self, surface: Surface, panel: Panel, boxes: Sequence[Box], top: float, foot: float) -> None:
        """Draw a panel's words."""
        sheet = self._sheet
        room = Room(self._x(panel) + sheet.margin, top, sheet.height - foot, sheet.measure(panel))
        draw_words(surface, self._setting, boxes, room)

    def _draw_marks(self, surface: Surface, side: int) -> None:
        sheet = self._sheet
        for fold in sheet.lines[side]:
            x = sheet.width - fold if self._setting.rtl else fold
            for start, end in ((0.0, MARK), (sheet.height - MARK, sheet.height)):
                path = line(x, start, x, end)
                surface.shape(path, stroke=self._setting.roles.line_strong, width=0.5, dash=(2, 2), target=LAYOUT)


DESIGN = Folded()
