"""The road of one handout: read, shape, compose and fit, render, write. Values flow down the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.base.findings import Findings, Refused
from generator.base.places import Span
from generator.base.reads import unheard
from generator.base.suggest import did_you_mean
from generator.base.tuples import NamedTuple
from generator.catalog.brands import default_brand, load_look
from generator.catalog.fonts import find_stack
from generator.catalog.handouts import FOLDER, handout_names, load_assets, misnamed
from generator.catalog.layouts import load_layout
from generator.catalog.workspace import Workspace, find_root, open_workspace
from generator.kinds.assets import Assets
from generator.kinds.edition import USUAL, Edition, load_edition
from generator.kinds.heard import note_dates
from generator.kinds.look import Glass, Look
from generator.kinds.shaped import Shaped
from generator.model.layout import Layout
from generator.stages.render import Job, Rendered, fit, look_over, render
from generator.stages.shape import legible, shape
from generator.stages.write import ready_to_write, write
from generator.typeset.family import FontStack

if TYPE_CHECKING:  # the type alone: what only some jobs need is imported where they are done
    from generator.kinds.imposition import Imposition
    from generator.kinds.larder import Larder

__all__ = [
    "Made",
    "Order",
    "Works",
    "check",
    "make",
    "names_of",
    "output_name",
    "ready_to_write",
    "write_all",
]


class Order(NamedTuple):
    """What somebody asks for. None means: as the handout or the workspace says; without a date, no rule looks."""

    handouts: tuple[str, ...] = ()
    brand: str | None = None
    layout: str | None = None
    edition: str = USUAL
    today: date | None = None
    imposition: Imposition | None = None


class Made(NamedTuple):
    """One finished PDF and the name of its file; ``told`` says how it is to be printed, where it is laid on sheets."""

    name: str
    rendered: Rendered
    told: str = ""


class Works:
    """A workspace with what its jobs share: looks and layouts are read once."""

    def __init__(self, start: Path) -> None:
        self.start = start
        self.home = find_root(start)  # None where the library alone is used
        self.workspace: Workspace = open_workspace(start)
        self.findings = Findings()
        self._assets: Assets | None = None
        self._looks: dict[str, Look | None] = {}
        self._rough: dict[str, tuple[Look | None, Findings]] = {}
        self._layouts: dict[str, Layout | None] = {}
        self._families: dict[str, FontStack | None] = {}
        self._shaped: dict[str, tuple[Shaped | None, Findings]] = {}
        self._editions: dict[tuple[int, int], tuple[Layout, Layout, Assets]] = {}
        self.larder: Larder | None = None  # where many settings get the same handouts

    @property
    def assets(self) -> Assets:
        """Sources, contacts, drawings."""
        if self._assets is None:
            self._assets = load_assets(self.workspace, self.findings)
        return self._assets

    def look(self, ident: str) -> Look | None:
        """Return a brand made ready."""
        if ident not in self._looks:
            found = Findings()
            self._looks[ident] = load_look(self.workspace, ident, found)
            self.findings.extend(found)
        return self._looks[ident]

    def dressed(self, look: Look, edition: Edition) -> Look | None:
        """Return a look as an edition shows it; None where the workspace lacks the edition's family of fonts."""
        if edition.family is None:
            return edition.dress(look)
        if edition.family not in self._families:
            found = Findings()
            self._families[edition.family] = find_stack(self.workspace, edition.family, (), (), None, found)
            self.findings.extend(found)
        fonts = self._families[edition.family]
        return edition.dress(look, fonts) if fonts is not None else None

    def rough_look(self, ident: str) -> Look | None:
        """Return a brand of which some lines could not be filled, to look for more of that; None if more is wrong.

        Its faults are told again, so that nothing is made of it.
        """
        if ident not in self._rough:
            faults = Findings()
            load_look(self.workspace, ident, faults)
            self._rough[ident] = load_look(self.workspace, ident, Findings(), rough=True), faults
        look, faults = self._rough[ident]
        self.findings.extend(faults)
        return look if faults.errors else None

    def lend(self, ident: str, look: Look) -> None:
        """Let an order name a look that is no brand of the workspace; it is kept until `take_back`."""
        self._looks[ident] = look

    def take_back(self, ident: str) -> None:
        """Forget a look that was lent."""
        self._looks.pop(ident, None)

    def shaped(self, ident: str, findings: Findings, *, keep: bool = False) -> Shaped | None:
        """Return a handout with its blocks; None where it is wrong. One that is to be kept is not read again."""
        if ident in self._shaped:
            made, found = self._shaped[ident]
        else:
            found = Findings()
            made = shape(self.workspace, ident, found)
            if keep:
                self._shaped[ident] = made, found
        findings.extend(found)
        return made

    def layout(self, ident: str, span: Span | None) -> Layout | None:
        """Return a layout."""
        if ident not in self._layouts:
            found = Findings()
            self._layouts[ident] = load_layout(self.workspace, ident, span, found)
            self.findings.extend(found)
        return self._layouts[ident]

    def chosen(self, order: Order) -> list[str]:
        """Return the handouts that are asked for: all of them where none is named."""
        known = handout_names(self.workspace)
        for name in order.handouts:
            if name not in known:
                message = f"there is no handout called '{name}'"
                help_ = did_you_mean(name, known) or "make one with 'handouts new'"
                self.findings.error(None, "unknown-handout", message, help_)
        if not order.handouts and not self._misnamed() and not known:
            help_ = "make one with 'handouts new my-handout', or a whole workspace with 'handouts init FOLDER'"
            self.findings.error(None, "no-handouts", f"there are no handouts in {FOLDER}/", help_)
        return [name for name in order.handouts if name in known] if order.handouts else known

    def _misnamed(self) -> bool:
        """Report what somebody meant as a handout or a register, so that it is not left out in silence."""
        wrong = misnamed(self.workspace)
        for file, better in wrong.items():
            message = f"files that end in '{PurePosixPath(file).suffix}' are not read"
            self.findings.error(Span(file, 1, 1), "file-ending", message, f"rename the file to '{better}'")
        return bool(wrong)

    def job(self, ident: str, order: Order) -> Job | None:
        """Return a handout ready to be rendered; None when it or what it needs is wrong."""
        found = Findings()
        shaped = self.shaped(ident, self.findings)
        brand = order.brand or default_brand(self.workspace)
        whole = self.look(brand)
        look = whole or self.rough_look(brand)
        if shaped is None:
            if look is not None:
                look_over(legible(self.workspace, ident), look, self.assets, self.findings)
            return None
        layout = self._layout_for(shaped, order)
        if look is None or layout is None:
            return None
        edition = load_edition(order.edition)
        dressed = self.dressed(look, edition)
        if dressed is None:
            return None
        job = Job(shaped, dressed, *self._shown(layout, edition), edition, larder=self.larder)
        if whole is None:
            fit(job, found)
            self.findings.extend(found)
        return job if whole is not None else None

    def _shown(self, layout: Layout, edition: Edition) -> tuple[Layout, Assets]:
        """Return a layout and the assets as an edition shows them: the same objects each time."""
        kept, assets = self._editions.get((id(layout), id(edition))), self.assets  # whose faults are told each time
        if kept is None or kept[0] is not layout:
            kept = layout, edition.set_on(layout), edition.show(assets)
            self._editions[id(layout), id(edition)] = kept
        return kept[1:]

    def _layout_for(self, shaped: Shaped, order: Order) -> Layout | None:
        if order.layout is not None:
            return self.layout(order.layout, None)
        return self.layout(str(shaped.head.layout), shaped.head.span_of("layout"))


Watch = Callable[[int, int, str], None]  # told (how many are done, of how many, what is being made)


def make(works: Works, order: Order, watch: Watch) -> Iterator[Made]:
    """Make every PDF that is asked for; what is wrong is collected in ``works.findings``."""
    names = works.chosen(order)
    for i, ident in enumerate(names):
        watch(i, len(names), ident)
        job = works.job(ident, order)
        if job is None:
            continue
        found = Findings()  # of its own: the faults of one handout do not keep another from being looked at
        rendered = render(job, found)
        look_for_faults(job, order, found, strict=False)
        works.findings.extend(found)
        if rendered is not None:
            yield from on_sheets(Made(output_name(works, ident, order), rendered), order, works.findings)


def on_sheets(made: Made, order: Order, findings: Findings, *, back_cover: bool = False) -> Iterator[Made]:
    """Yield a finished PDF, laid on sheets where that is asked for; nothing where it cannot be, with the reason.

    ``back_cover``: its last page is one, and stays outside of a booklet, though its layout does not say so.
    """
    if order.imposition is None:
        yield made
        return
    from generator.stages.impose import impose_layout

    rendered = made.rendered
    asked = order.imposition._replace(rtl=rendered.rtl, back_cover=back_cover or rendered.layout.kind == "booklet")
    try:
        data, told = impose_layout(rendered.data, rendered.layout, asked)
    except Refused as refused:
        name = made.name.removesuffix(f"--{order.imposition.scheme}.pdf")
        findings.extend(fault._replace(message=f"{name}: {fault.message}") for fault in refused.findings.errors)
    else:
        yield Made(made.name, rendered._replace(data=data), told)


def check(works: Works, order: Order, *, strict: bool = True) -> None:
    """Look for faults without making a PDF; they are collected in ``works.findings``.

    ``strict``: what is no fault while words are still being written is told too.
    """
    for ident in works.chosen(order):
        job = works.job(ident, order)
        if job is not None:
            found = Findings()
            fit(job, found)
            look_for_faults(job, order, found, strict=strict)
            works.findings.extend(found)


def look_for_faults(job: Job, order: Order, findings: Findings, *, strict: bool) -> None:
    """Apply the rules on content, where the order has a date."""
    if order.today is not None:
        from generator.kinds.rule import Case, apply_rules

        sheet = job.binding is not None and job.binding.head == "sheet"
        shaped, look, known = job.shaped, job.look, None
        if job.larder is not None and job.binding is None:
            look, known = Glass(*look), job.larder.rules((shaped, job.assets), order.today, look)
        case = Case(shaped.head, shaped.blocks, look, job.assets, order.today, sheet, shaped.ident)
        with unheard():  # the bytes do not hang on what the rules see
            apply_rules(case, findings, strict=strict, known=known)
        note_dates(case)


def names_of(works: Works, order: Order) -> list[str]:
    """Return the names of the files that an order makes."""
    return [output_name(works, ident, order) for ident in works.chosen(order)]


def output_name(works: Works, ident: str, order: Order) -> str:
    """Return the file's name: the handout's id, then what was asked for and is not usual.

    These are brand, layout and edition, and how the pages are laid on sheets.
    Ids hold no double hyphen, so that two orders never give one name.
    """
    layout = order.layout if order.layout is not None and order.layout != _own_layout(works, ident) else None
    return named([ident], works, order, layout)


def named(parts: list[str], works: Works, order: Order, layout: str | None = None) -> str:
    """Return a file's name: ``parts``, then what of brand, layout, edition and sheets is not usual."""
    own = order.brand is None or order.brand == default_brand(works.workspace)
    sheets = order.imposition.scheme if order.imposition is not None else None
    unusual = (None if own else order.brand, layout, None if order.edition == USUAL else order.edition, sheets)
    return "--".join([*parts, *filter(None, unusual)]) + ".pdf"


@lru_cache(maxsize=256)
def _own_layout(works: Works, ident: str) -> str | None:
    shaped = works.shaped(ident, Findings())
    return str(shaped.head.layout) if shaped is not None else None


def write_all(folder: Path, made: Sequence[Made], fence: Path | None = None) -> Iterator[Path]:
    """Write finished PDFs, each whole or not at all, and yield where each is; raises DoorError.

    ``fence`` is a folder that ``folder`` must not lead out of by a link.
    """
    return write(folder, [(item.name, item.rendered.data) for item in made], fence)
