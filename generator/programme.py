"""Many settings at once: one table, a row a setting, and for each the handouts or the pack that was asked for.

First all rows are read and made ready, so that what is wrong in the table is told in seconds. Then the settings are set
one after the other, each by `make_one`, which needs the others for nothing; what is made goes aside until all is right.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from generator.base.findings import Finding, Findings
from generator.base.places import Span
from generator.base.staged import Staged
from generator.catalog.brands import default_brand, joined, layers
from generator.catalog.settings import SettingRow, SettingsFile, read_settings
from generator.catalog.settings_template import Template, make_template
from generator.catalog.wanting import Wanting
from generator.catalog.wardrobe import ROW, Wardrobe
from generator.model.asked import Wish, asked_for
from generator.model.pack import Copy
from generator.packs import make_pack, pack_name, pack_words
from generator.pipeline import Made, Order, Watch, Works, look_for_faults, on_sheets, output_name, ready_to_write
from generator.stages.render import fit, render

PROBES = 10  # settings: a handout that could be set in none of so many is at fault itself


class Programme(NamedTuple):
    """What is to be made.

    Attributes:
        file: the table of settings.
        order: layout, edition, date; its brand is the base that rows extend.
        wardrobe: makes the looks of rows.
        handouts: those that each setting gets; none where it gets a pack.
        pack: the pack and whose copy.
    """

    file: SettingsFile
    order: Order
    wardrobe: Wardrobe
    handouts: tuple[str, ...]
    pack: tuple[str, Copy] | None

    def names(self, works: Works) -> dict[str, str]:
        """Return the file in each setting's folder of every handout or pack; the base brand is nothing unusual."""
        plain = self.order._replace(brand=None)
        if self.pack is not None:
            return {self.pack[0]: pack_name(works, *self.pack, plain)}
        return {ident: output_name(works, ident, plain) for ident in self.handouts}


class Done(NamedTuple):
    """What was made for one setting; ``told`` says how its files are to be printed, where they are laid on sheets."""

    ident: str
    pdfs: int
    pages: int
    told: tuple[str, ...] = ()


def words_of(
    works: Works, order: Order, pack: tuple[str, Copy] | None, findings: Findings
) -> tuple[tuple[str, ...], dict[str, Wish]]:
    """Return the handouts that are asked for, and what their words, or those of a pack, ask of a brand."""
    if pack is not None:
        return (), asked_for(pack_words(works, *pack, findings))
    handouts = tuple(works.chosen(order))
    read = [works.shaped(ident, findings, keep=True) for ident in handouts]
    return handouts, asked_for([part for one in read if one is not None for part in (one.head, one.blocks)])


def read_programme(
    works: Works, table: Path, order: Order, watch: Watch, pack: tuple[str, Copy] | None = None
) -> Programme | None:
    """Read a table of settings and make sure of all that can be known before anything is set.

    Args:
        works: the workspace; what is wrong is collected in its findings.
        table: the CSV file or workbook.
        order: the handouts (all, where none is named), the brand that rows extend, layout, edition and date.
        watch: told of every setting.
        pack: a pack and whose copy, in place of the handouts.
    """
    found = Findings()
    file = read_settings(table, works.workspace, found)
    if file is not None and file.beside is not None:
        works.workspace = works.workspace._replace(beside=(file.shown, file.beside))
    handouts, wishes = words_of(works, order, pack, found)
    programme = None
    if file is not None:
        wardrobe = Wardrobe(works.workspace, order.brand or default_brand(works.workspace))
        programme = Programme(file, order, wardrobe, handouts, pack)
        wanting = Wanting(file, wishes.values(), found)
        for number, row in enumerate(file.rows):
            watch(number, len(file.rows), row.ident)
            chain = wardrobe.chain(row, found)
            if chain:
                wanting.look_at(row, joined(chain), wardrobe.look(row, chain, found))
        wanting.finish()
    works.findings.extend(found)
    return programme


def template_for(works: Works, order: Order, pack: tuple[str, Copy] | None, folder: Path) -> Template | None:
    """Return a table to start from, which will lie in a folder; None where the brand or the words are wrong."""
    found = Findings()
    _, wishes = words_of(works, order, pack, found)
    ident = order.brand or default_brand(works.workspace)
    chain = layers(works.workspace, ident, found)
    works.findings.extend(found)
    if not chain or works.findings.errors:
        return None
    return make_template(works.workspace, joined(chain), wishes.values(), ident, folder)


def ready_for_all(works: Works, programme: Programme, folder: Path, fence: Path | None) -> None:
    """Report what keeps the files of any setting from being written below a folder."""
    ready_to_write(folder, [], works.findings, fence)
    names = list(programme.names(works).values())
    for row in programme.file.rows if not works.findings.errors else ():
        ready_to_write(folder / row.ident, names, works.findings, folder)


def make_all(works: Works, programme: Programme, aside: Staged, watch: Watch) -> list[Done]:
    """Make every setting and put its files aside; what is wrong is collected in ``works.findings``."""
    rows, done, troubles = programme.file.rows, [], Troubles(programme.file.shown)
    names = programme.names(works)
    for number, row in enumerate(rows):
        watch(number, len(rows), row.ident)
        made = make_one(works, programme, row, troubles)
        for ident, one in made:
            aside.put(row.ident, names[ident], one.rendered.data)
        told = tuple(f"{names[ident]}: {one.told}" for ident, one in made if one.told)
        done.append(Done(row.ident, len(made), sum(one.rendered.pages for _, one in made), told))
    works.findings.extend(troubles.told())
    return done


def make_one(works: Works, programme: Programme, row: SettingRow, troubles: Troubles) -> list[tuple[str, Made]]:
    """Make what one setting gets, each by the handout's id."""
    chain = programme.wardrobe.chain(row, Findings())
    look = programme.wardrobe.look(row, chain, Findings()) if chain else None  # its faults were told before
    if look is None:
        return []
    works.lend(ROW, look)
    order = programme.order._replace(brand=ROW)
    before, made = works.findings, []
    for ident in (programme.pack[0],) if programme.pack is not None else programme.handouts:
        if troubles.hopeless(ident):
            continue
        works.findings = Findings()  # of its own, so that it is known whose faults they are
        if programme.pack is not None:
            one = _packed(works, programme.pack, order)
        else:
            one = _handout(works, ident, order, troubles)
        troubles.note(ident, row, works.findings)
        made += [(ident, one)] if one is not None and not works.findings.errors else []
    works.findings = before
    works.take_back(ROW)
    return made


def _packed(works: Works, pack: tuple[str, Copy], order: Order) -> Made | None:
    return make_pack(works, *pack, order, lambda done, of, title: None)


def _handout(works: Works, ident: str, order: Order, troubles: Troubles) -> Made | None:
    """Make one handout; once anything is wrong the others are only fitted, for nothing will be written."""
    job = works.job(ident, order)
    if job is None:
        return None
    if troubles.any:
        fit(job, works.findings)
        return None
    rendered = render(job, works.findings)
    look_for_faults(job, order, works.findings, strict=False)
    if rendered is None:
        return None
    return next(on_sheets(Made(ident, rendered), order, works.findings), None)


class Troubles:
    """Faults found while settings were set: told at the setting, or once where every setting has the same."""

    def __init__(self, shown: str) -> None:
        self._shown = shown
        self._tried: dict[str, int] = {}
        self._failed: dict[str, int] = {}
        self._hits: dict[tuple[str, Span | None, str], list[tuple[SettingRow, Finding]]] = {}
        self._others = Findings()

    @property
    def any(self) -> bool:
        """Whether anything is wrong so far."""
        return bool(self._hits)

    def hopeless(self, ident: str) -> bool:
        """Whether a handout failed in so many settings, and in each of them, that it is not tried again."""
        return self._failed.get(ident, 0) >= PROBES and self._failed[ident] == self._tried[ident]

    def note(self, ident: str, row: SettingRow, findings: Findings) -> None:
        """Keep what was found when a handout was set for a row."""
        self._tried[ident] = self._tried.get(ident, 0) + 1
        self._failed[ident] = self._failed.get(ident, 0) + bool(findings.errors)
        self._others.extend([*findings.warnings, *findings.notes])
        for error in findings.errors:
            self._hits.setdefault((ident, error.span, error.code), []).append((row, error))

    def told(self) -> Findings:
        """Return all of it, each fault at the place where it is mended."""
        for (ident, span, _), hits in self._hits.items():
            everywhere = len(hits) == self._tried[ident] and len(hits) > 1
            for row, error in hits[:1] if everywhere else hits:
                if everywhere or (span is not None and span.file == self._shown):
                    self._others.add(error)
                else:
                    message = f"'{ident}' cannot be set for '{row.ident}': {error.message}"
                    message += f" ({span})" if span is not None else ""
                    self._others.add(error._replace(span=row.span, message=message))
        return self._others
