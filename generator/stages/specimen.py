"""Specimen: a brand's colours, type, shapes and every block there is, as one PDF for whoever designs with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.base.findings import Findings
from generator.kinds.assets import Assets
from generator.kinds.edition import Edition
from generator.kinds.look import Look
from generator.kinds.setting import Setting
from generator.kinds.specimen_blocks import Exhibit, block_sheets
from generator.kinds.specimen_colours import colour_sheet, contrast_sheet
from generator.kinds.specimen_looks import first_sheet, look_sheet
from generator.kinds.specimen_sheet import Sheet
from generator.kinds.specimen_type import size_sheet, type_sheet
from generator.kinds.tightness import Tightness
from generator.model.layout import Layout, Type
from generator.pdf.metadata import Metadata
from generator.pdf.structure import Element
from generator.pdf.surface import Surface

LANGUAGE = "en-GB"  # of the specimens
LAYOUT = Layout(name="Specimen", kind="leaflet", page="A4", orientation="landscape", type=Type())


def specimen(
    look: Look,
    assets: Assets,
    edition: Edition,
    layouts: Mapping[str, Type],
    exhibits: Sequence[Exhibit],
    findings: Findings,
) -> bytes:
    """Draw the specimen of a look.

    Args:
        look: as the edition has it.
        assets: what blocks may ask for.
        edition: how it is set.
        layouts: the type of each layout, by id.
        exhibits: the blocks to show.
        findings: gets what is wrong with a block.
    """
    layout = edition.set_on(LAYOUT)
    body = (layout.type or Type()).body
    document = Element("Document", lang=LANGUAGE)
    tight = Tightness(body.size, body.leading, 1.0)
    setting = Setting(layout, look, assets, LANGUAGE, tight, Findings(), document, edition)
    about = "Colours, type, shapes and every block"
    surface = Surface(Metadata(f"{look.name}: specimen", look.name, about, "specimen", LANGUAGE), document)
    surface.ground, surface.hues = edition.ground(look.roles), setting.hues
    sheet = Sheet(setting, surface)
    first_sheet(sheet)
    colour_sheet(sheet)
    contrast_sheet(sheet)
    type_sheet(sheet)
    size_sheet(sheet, layouts)
    look_sheet(sheet)
    block_sheets(sheet, exhibits)
    shown = {block.span.file for exhibit in exhibits for block in exhibit.blocks if block.span is not None}
    ours = {finding for finding in setting.findings.warnings if finding.span is not None and finding.span.file in shown}
    findings.extend(finding for finding in setting.findings.all if finding not in ours)
    return surface.finish()
