"""What is made of handouts beside their PDFs: other wrappers, specimens of brands, certificates.

They stand here so that the road of one handout imports nothing of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.base.findings import Findings
from generator.catalog.brands import FOLDER as BRANDS
from generator.catalog.brands import default_brand
from generator.catalog.layouts import layout_names
from generator.catalog.names import read_names
from generator.catalog.packs import read_pack
from generator.catalog.specimens import FOLDER as SPECIMENS
from generator.catalog.specimens import specimen_assets, specimen_names, specimen_shelf
from generator.kinds.block import block_summary
from generator.kinds.edition import load_edition
from generator.kinds.export import PAGE, PLAIN, load_export
from generator.kinds.specimen_blocks import Exhibit
from generator.model.layout import Type
from generator.pipeline import Order, Watch, Works, look_for_faults, named
from generator.stages.certificates import Certificates, Course, certificates
from generator.stages.export import read_plan
from generator.stages.render import fit
from generator.stages.shape import shape
from generator.stages.specimen import specimen


def make_exports(works: Works, order: Order, names: Sequence[str], watch: Watch) -> Iterator[tuple[str, bytes]]:
    """Make every handout that is asked for in other wrappers than PDF; yield names of files with what is in them.

    Each is composed once, below one another on one long page, and read from there. What is wrong is collected in
    ``works.findings``.

    Args:
        works: the workspace.
        order: the handouts and the brand.
        names: of exports.
        watch: told of every handout.
    """
    chosen = works.chosen(order)
    for i, ident in enumerate(chosen):
        watch(i, len(chosen), ident)
        job = works.job(ident, order)
        if job is None:
            continue
        job, found = job._replace(layout=PAGE, edition=PLAIN), Findings()
        fitted = fit(job, found)
        look_for_faults(job, order, found, strict=False)
        reading = read_plan(job.shaped, *fitted) if fitted is not None else None
        for name in names if reading is not None else ():
            export = load_export(name)
            data = export.wrap(reading, found) if reading is not None else None
            if data is not None:
                yield export_name(works, ident, order, name), data
        works.findings.extend(found)


def export_name(works: Works, ident: str, order: Order, name: str) -> str:
    """Return the name of the file of a handout in another wrapper: as that of a PDF, with its own ending."""
    return named([ident], works, order).removesuffix(".pdf") + load_export(name).suffix


def make_specimen(works: Works, order: Order) -> bytes | None:
    """Make the specimen of a brand: its colours, type, shapes and every block. None where something is wrong.

    The blocks are shown by the specimens that come with the tool, drawn with the workspace's own illustrations.
    """
    shelf, found = specimen_shelf(), Findings()
    look = works.look(order.brand or default_brand(works.workspace))
    assets = specimen_assets(works.workspace, found)
    read = [(name, shape(shelf, name, found, SPECIMENS)) for name in specimen_names()]
    exhibits = [Exhibit(name, block_summary(name), one.blocks) for name, one in read if one is not None]
    layouts = {name: works.layout(name, None) for name in layout_names(works.workspace)}
    works.findings.extend(found)
    if look is None or works.findings.errors:
        return None
    edition = load_edition(order.edition)
    sizes = {name: layout.type or Type() for name, layout in layouts.items() if layout is not None}
    dressed = works.dressed(look, edition)
    if dressed is None:
        return None
    made = specimen(dressed, edition.show(assets), edition, sizes, exhibits, works.findings)
    return None if works.findings.errors else made


def make_certificates(
    works: Works, ident: str, names: tuple[Path, str], order: Order, watch: Watch
) -> Certificates | None:
    """Make the certificates of a pack, a page for each row of a file of names; None where something is wrong.

    Args:
        works: the workspace.
        ident: the pack.
        names: where the file of names is, and its name as the user wrote it.
        order: brand and edition.
        watch: told of every page, without its name.
    """
    found = Findings()
    pack = read_pack(works.workspace, ident, found)
    people = read_names(*names, found)
    brand = order.brand or default_brand(works.workspace)
    look = works.look(brand) or works.rough_look(brand)
    made = None
    if pack is not None and look is not None:
        edition = load_edition(order.edition)
        dressed = works.dressed(look, edition)
        if dressed is None:
            return None
        course = Course(pack, dressed, edition.show(works.assets), edition)
        made = certificates(course, people, found, lambda done, of: watch(done, of, ident))
    works.findings.extend(found)
    return None if works.findings.errors else made


def certificates_name(works: Works, ident: str, order: Order) -> str:
    """Return the name of the file of a pack's certificates, as `output_name` makes it."""
    return named([ident, "certificates"], works, order)


def try_on(works: Works, handout: str, ident: str) -> None:
    """Report what of a brand's own lines a handout cannot be set with; what else is wrong with it is not told."""
    before, works.findings = works.findings, Findings()
    job = works.job(handout, Order((handout,), brand=ident))
    if job is not None:
        fit(job, works.findings)
    known = {(each.span, each.code) for each in before.all}
    own = [each for each in works.findings.errors if each.span is not None and each.span.file.startswith(f"{BRANDS}/")]
    works.findings = before
    works.findings.extend(each for each in own if (each.span, each.code) not in known)
