"""What one way to call `handouts build --all` makes: for each setting the same files, the names of which say what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

if TYPE_CHECKING:  # the types alone: a build that has nothing to do makes no plan
    from generator.base.findings import Findings
    from generator.base.reads import Reads
    from generator.catalog.settings import SettingsFile
    from generator.catalog.workspace import Workspace
    from generator.kinds.imposition import Imposition

USUAL = "standard"  # the edition that no name says
OWN = "own"  # stands for the layout that each handout names itself
COPIES: tuple[Literal["learner", "trainer"], ...] = ("learner", "trainer")
_PARTED = "\t"


class Ask(NamedTuple):
    """What somebody asks for; its key in the register is the same for the same.

    Attributes:
        settings: the table, from the workspace or with its whole path; None for one brand's own handouts.
        brand: the brand, or what rows extend that name none.
        editions: their names.
        layouts: their names, `OWN` for the handouts' own.
        packs: whether packs are made too.
        imposition: how pages are laid on sheets.
    """

    settings: str | None = None
    brand: str | None = None
    editions: tuple[str, ...] = (USUAL,)
    layouts: tuple[str, ...] = (OWN,)
    packs: bool = False
    imposition: Imposition | None = None

    @property
    def key(self) -> str:
        """What the register calls it."""
        sheets = repr(tuple(self.imposition)) if self.imposition is not None else ""
        packs = "packs" if self.packs else ""
        parts = (self.settings or "", self.brand or "", ",".join(self.editions), ",".join(self.layouts), packs, sheets)
        return "\n".join(parts)

    def whole(self) -> str:
        """Return the words that ask for it, as somebody would type them."""
        words = ["--all"]
        words += ["--settings", self.settings] if self.settings is not None else []
        words += ["--brand", self.brand] if self.brand is not None else []
        words += ["--editions", ",".join(self.editions)] if self.editions != (USUAL,) else []
        words += ["--layouts", ",".join(self.layouts)] if self.layouts != (OWN,) else []
        words += ["--packs"] if self.packs else []
        words += ["--impose", self.imposition.scheme] if self.imposition is not None else []
        return " ".join(words)


def ask_of(key: str) -> Ask:
    """Return what a key of the register asks for."""
    settings, brand, editions, layouts, packs, sheets = key.split("\n")
    imposition = None
    if sheets:
        from ast import literal_eval  # both are rarely needed

        from generator.kinds.imposition import Imposition

        imposition = Imposition(*literal_eval(sheets))
    named = tuple(editions.split(",")), tuple(layouts.split(","))
    return Ask(settings or None, brand or None, *named, bool(packs), imposition)


class Task(NamedTuple):
    """One file that every setting gets."""

    name: str
    ident: str
    copy: Literal["learner", "trainer"] | None
    layout: str | None
    edition: str

    @property
    def called(self) -> str:
        """What messages call it: the name of its file without the ending."""
        return self.name.removesuffix(".pdf")

    @property
    def written(self) -> str:
        """The task as one line of the register."""
        return _PARTED.join((self.name, self.ident, self.copy or "", self.layout or "", self.edition))


def task_of(line: str) -> Task:
    """Return the task of a line of the register."""
    name, ident, copy, layout, edition = line.split(_PARTED)
    return Task(name, ident, cast(Literal["learner", "trainer"], copy) if copy else None, layout or None, edition)


class Plan(NamedTuple):
    """What is made: each task for each folder.

    Attributes:
        brand: what handouts are set in, or what rows extend that name none.
        folders: of the settings; one without a name where there is no table.
        tasks: what each gets.
        file: the table, with the rows that were not known.
        table: its folder, or the workspace, and its name from there.
        reads: what the plan hangs on.
    """

    brand: str
    folders: tuple[str, ...]
    tasks: tuple[Task, ...]
    file: SettingsFile | None
    table: tuple[str, str] | None
    reads: Reads

    @property
    def names(self) -> Iterator[str]:
        """The names of all outputs, a setting's together."""
        for folder in self.folders:
            for task in self.tasks:
                yield f"{folder}/{task.name}" if folder else task.name


def table_at(workspace: Workspace, settings: str) -> tuple[str, str]:
    """Return the folder that a table is named from, the workspace where it lies in that, and its name."""
    path = Path(settings)
    return (str(path.parent), path.name) if path.is_absolute() else (str(workspace.root), settings)


def make_plan(workspace: Workspace, ask: Ask, known: Mapping[str, str], findings: Findings) -> Plan:
    """Return what is to be made; what is wrong with that is told.

    Args:
        workspace: where the files are.
        ask: what somebody asks for.
        known: ids of rows of the table that need not be read, by the digests of what they say.
        findings: gets what is wrong.
    """
    from generator.base.reads import Read, collecting, expect_file
    from generator.catalog.brands import FOLDER as BRANDS
    from generator.catalog.brands import brand_names, default_brand
    from generator.catalog.handouts import handout_names
    from generator.catalog.packs import pack_names
    from generator.catalog.settings import read_settings

    with collecting() as reads:
        usual = default_brand(workspace)
        handouts = handout_names(workspace)
        packs = pack_names(workspace) if ask.packs else []
        tasks = _tasks(workspace, ask, usual, handouts, packs, findings)
        for name in brand_names(workspace):
            for root in workspace.roots:
                expect_file(str(root), f"{BRANDS}/{name}/brand.yaml")
    table = table_at(workspace, ask.settings) if ask.settings is not None else None
    file: SettingsFile | None = None
    folders: tuple[str, ...] = ("",)
    of_table: list[Read] = []
    if table is not None:
        with collecting() as heard:
            file = read_settings(Path(*table), workspace, findings, known)
        of_table = [read._replace(root=table[0], name=table[1]) for read in heard if read.kind == "file"][:1]
        folders = tuple(mark.ident for mark in file.marks) if file is not None else ()
    seen = [read._replace(kind="seen") if read.kind == "file" else read for read in (*reads, *of_table)]
    return Plan(ask.brand or usual, folders, tasks, file, table, tuple(seen))


def _tasks(
    workspace: Workspace, ask: Ask, usual: str, handouts: Sequence[str], packs: Sequence[str], findings: Findings
) -> tuple[Task, ...]:
    scheme = ask.imposition.scheme if ask.imposition is not None else None
    brand = ask.brand if ask.settings is None and ask.brand != usual else None
    made: dict[str, Task] = {}
    for edition in ask.editions:
        unusual = (None if edition == USUAL else edition, scheme)
        for layout in ask.layouts:
            for ident in handouts:
                named = None if layout in (OWN, own_layout(workspace, ident, ask.layouts)) else layout
                name = "--".join(filter(None, (ident, brand, named, *unusual))) + ".pdf"
                made.setdefault(name, Task(name, ident, None, None if layout == OWN else layout, edition))
        for ident in packs:
            if ident in handouts:
                _say_same(ident, findings)
                continue
            for copy in COPIES:
                whose = "trainer" if copy == "trainer" else None
                name = "--".join(filter(None, (ident, whose, brand, *unusual))) + ".pdf"
                made[name] = Task(name, ident, copy, None, edition)
    return tuple(made.values())


def _say_same(ident: str, findings: Findings) -> None:
    from generator.base.places import Span
    from generator.catalog.packs import pack_file

    message = f"a handout is called '{ident}' too, and both would be written to the same file"
    findings.error(Span(pack_file(ident), 1, 1), "same-name", message, "rename one of the two files")


def own_layout(workspace: Workspace, ident: str, layouts: Sequence[str]) -> str | None:
    """Return the layout that a handout names itself; None where no layout was asked for, so that none is looked up."""
    if layouts == (OWN,):
        return None
    from generator.base.findings import Findings
    from generator.base.yaml_nodes import Mapping as Node
    from generator.base.yaml_nodes import Scalar
    from generator.catalog.documents import read_document
    from generator.catalog.handouts import ENDING, FOLDER
    from generator.model.handout import Handout

    node = read_document(workspace, f"{FOLDER}/{ident}{ENDING}", Findings())  # its faults are told when it is made
    said = node.get("layout") if isinstance(node, Node) else None
    if isinstance(said, Scalar):
        return said.text
    return next(str(field.default) for field in Handout.declared() if field.name == "layout")
