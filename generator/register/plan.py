"""What one way to call `handouts build --all` makes: for each setting the same files, the names of which say what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.register.asks import Ask, Folder, Task, ask_of, mark_of, name_in, task_of
from generator.register.quick import OWN, USUAL

if TYPE_CHECKING:  # the types alone: a build that has nothing to do makes no plan
    from generator.base.findings import Findings
    from generator.base.reads import Reads
    from generator.catalog.settings import SettingsFile
    from generator.catalog.workspace import Workspace

__all__ = ["Ask", "Folder", "Plan", "Task", "ask_of", "make_plan", "name_in", "table_at", "task_of"]

COPIES: tuple[Literal["learner", "trainer"], ...] = ("learner", "trainer")
MOST_TOLD = 12  # rows told one by one


class Plan(NamedTuple):
    """What is made: each task for each folder.

    Attributes:
        brand: what handouts are set in, or what rows extend that name none.
        folders: the settings; one without a name where there is no table.
        tasks: what each gets.
        file: the table, with the rows that were not known.
        table: its folder, or the workspace, and its name from there.
        reads: what the plan hangs on.
    """

    brand: str
    folders: tuple[Folder, ...]
    tasks: tuple[Task, ...]
    file: SettingsFile | None
    table: tuple[str, str] | None
    reads: Reads

    @property
    def names(self) -> Iterator[str]:
        """The names of all outputs, a setting's together."""
        for folder in self.folders:
            for task in self.tasks:
                yield name_in(folder, task)


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
    from generator.catalog.brands import brand_names, brands_made, default_brand
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
    brand = ask.brand or usual
    folders: tuple[Folder, ...] = (Folder("", mark_of(brand)),)
    of_table: list[Read] = []
    if table is not None:
        with collecting() as heard:
            file = read_settings(Path(*table), workspace, findings, known)
        of_table = [read._replace(root=table[0], name=table[1]) for read in heard if read.kind == "file"][:1]
        beside = str(file.beside) if file is not None and file.beside is not None else ""
        folders = tuple(
            Folder(
                each.ident, mark_of(_base(each.said, brand), beside, each.digest), each.digest, each.said, each.number
            )
            for each in (file.marks if file is not None else ())
        )
        if file is not None and ask.brand is None:
            _say_brands(brands_made(workspace), file, findings)
    seen = [read._replace(kind="seen") if read.kind == "file" else read for read in (*reads, *of_table)]
    return Plan(brand, folders, tasks, file, table, tuple(seen))


def _say_brands(made: Sequence[str], file: SettingsFile, findings: Findings) -> None:
    """Report rows that do not say which brand they extend, where there are several that they may mean."""
    rows = [str(each.number) for each in file.marks if _base(each.said, "any")]
    if len(made) > 1 and rows:
        numbers = ", ".join(rows[:MOST_TOLD]) + (f" and {len(rows) - MOST_TOLD} more" if len(rows) > MOST_TOLD else "")
        message = f"you have {len(made)} brands, and it is not said which of them is extended by rows {numbers}"
        help_ = f"name it in a column 'extends', or for all with --brand: {', '.join(made)}"
        findings.error(file.header, "brand-unsaid", message, help_)


def _base(said: str, brand: str) -> str:
    """Return the brand that a row hangs on; none where it names another, which is read when it is made."""
    from generator.catalog.row_marks import cells_of
    from generator.catalog.setting_given import is_dash

    names = any(head.casefold() == "extends" and not is_dash(cell) for head, cell in cells_of(said).items())
    return "" if names else brand


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
