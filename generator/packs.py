"""The road of one course pack: read it, fit its parts one after the other, bind each as it is ready."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from generator.base.findings import Findings
from generator.base.places import Span
from generator.base.reads import note_absent, unheard
from generator.base.scalars import Text
from generator.base.suggest import did_you_mean
from generator.base.tuples import NamedTuple
from generator.catalog.brands import default_brand
from generator.catalog.handouts import ENDING, FOLDER, handout_names
from generator.catalog.inserts import read_insert
from generator.catalog.packs import pack_file, read_pack
from generator.kinds.edition import USUAL, edition_names, load_edition
from generator.kinds.look import Look
from generator.kinds.pack_pieces import Piece, pieces
from generator.kinds.pack_sheets import answers, trainer_sheet, worksheet
from generator.kinds.shaped import Shaped
from generator.kinds.words import words
from generator.model.layout import Layout
from generator.model.pack import Copy, Item, Pack
from generator.pipeline import Made, Order, Watch, Works, look_for_faults, named, on_sheets
from generator.stages.bind import Binder, Bound, Dress
from generator.stages.render import Job, Rendered, degrees, fit

if TYPE_CHECKING:  # what reads PDFs costs 120 ms
    from generator.pdf.inserts import Insert

__all__ = ["check_pack", "make_pack", "pack_name", "pack_words"]

COPIES: tuple[Copy, ...] = ("learner", "trainer")
BOUND = "pack"  # the kind of layout that can be bound


class _Course(NamedTuple):
    """A pack with all that its parts share."""

    works: Works
    pack: Pack
    look: Look
    layout: Layout
    order: Order
    findings: Findings
    dresses: dict[str, Dress]
    handouts: frozenset[str]


def pack_name(works: Works, ident: str, copy: Copy, order: Order) -> str:
    """Return the name of a pack's file: its id, whose copy it is where that is the trainer's, what is not usual."""
    return named([ident, *(["trainer"] if copy == "trainer" else [])], works, order)


def pack_words(works: Works, ident: str, copy: Copy, findings: Findings) -> list[object]:
    """Return the words of one copy of a pack, and of the handouts in it; what cannot be read is reported."""
    pack = read_pack(works.workspace, ident, findings)
    if pack is None:
        return []
    known = handout_names(works.workspace)
    found: list[object] = [pack.replace(sections=())]
    for section in pack.sections:
        items = [item for item in section.items if item.in_copy(copy)]
        found.append(section.replace(items=(), facilitator=section.facilitator if copy == "trainer" else None))
        for item in items:
            sheet = item.worksheet
            if sheet is not None and copy != "trainer":
                sheet = sheet.replace(answers=None)
            found.append(item.replace(worksheet=sheet))
            ident = _translated(item, pack, known)
            shaped = (
                works.shaped(ident, findings, keep=True) if ident in known else None
            )  # an unknown one is told when it is made
            found += [shaped.head, shaped.blocks] if shaped is not None else []
    return found


def check_pack(works: Works, ident: str, order: Order, watch: Watch) -> None:
    """Look for faults in a pack without making a PDF; they are collected in ``works.findings``.

    Both copies are set: what one has the other may lack, and pages fall otherwise.
    """
    for copy in COPIES:
        make_pack(works, ident, copy, order, watch, strict=True)


def make_pack(works: Works, ident: str, copy: Copy, order: Order, watch: Watch, *, strict: bool = False) -> Made | None:
    """Make one copy of a pack; None where anything in it is wrong, with the reasons in ``works.findings``.

    Args:
        works: the workspace.
        ident: the pack.
        copy: whose copy.
        order: brand, layout, edition and date.
        watch: told of every part, by its title.
        strict: dates that have passed are errors.
    """
    found = Findings()
    course = _course(works, ident, order, found)
    made = _bound(course, copy, watch, strict=strict) if course is not None else None
    works.findings.extend(found)
    if made is None or works.findings.errors:
        return None
    with unheard():  # no brand beside that which is bound in counts
        bound = Made(pack_name(works, ident, copy, order), made)
    return next(on_sheets(bound, order, works.findings, back_cover=True), None)


def _course(works: Works, ident: str, order: Order, found: Findings) -> _Course | None:
    """Read what a pack needs."""
    pack = read_pack(works.workspace, ident, found)
    brand = order.brand or default_brand(works.workspace)
    look = works.look(brand) or works.rough_look(brand)
    with unheard():  # those that the pack names are told of
        known = handout_names(works.workspace)
    if ident in known:
        message = f"a handout is called '{ident}' too, and both would be written to the same file"
        found.error(Span(pack_file(ident), 1, 1), "same-name", message, "rename one of the two files")
    if pack is None or look is None:
        return None
    for section in pack.sections:
        for item in section.items:
            _known_edition(item, found)
    name, span = (order.layout, None) if order.layout is not None else (str(pack.layout), pack.span_of("layout"))
    layout = works.layout(name, span)
    if layout is None:
        return None
    if layout.kind != BOUND:
        message = f"'{name}' is a {layout.kind}; the pages of a pack need a layout of the kind 'pack'"
        found.error(span, "not-a-pack-layout", message, f"write 'layout: a4-pack' in {pack_file(ident)}")
        return None
    return _Course(works, pack, look, layout, order, found, {}, frozenset(known))


def _known_edition(item: Item, found: Findings) -> None:
    """Report an edition that there is not."""
    if item.edition is not None and item.edition not in edition_names():
        help_ = did_you_mean(str(item.edition), edition_names())
        message = f"there is no edition called '{item.edition}'"
        found.error(item.span_of("edition"), "unknown-edition", message, help_)


def _bound(course: _Course, copy: Copy, watch: Watch, *, strict: bool) -> Rendered | None:
    """Fit and bind all parts."""
    found, pack = course.findings, course.pack
    titled = [(piece, _title(course, piece)) for piece in pieces(pack, copy)]
    dress = _dress(course, course.order.edition)
    binder = Binder(pack, copy, dress, titled, found)
    for i, (piece, title) in enumerate(binder.planned):
        watch(i, len(titled), title)
        if piece.kind == "divider":
            binder.divider(piece, title)
            continue
        if piece.kind == "pdf":
            insert = _insert(course, piece)
            if insert is not None and not found.errors:
                binder.insert(piece, insert, title)
            continue
        job = _job(course, piece, binder)
        if job is None:
            continue
        mine = Findings()  # of its own: the faults of one part do not keep another from being looked at
        fitted = fit(job, mine)
        look_for_faults(job, course.order, mine, strict=strict)
        found.extend(mine)
        if fitted is not None and not found.errors:
            head = job.shaped.head if piece.kind == "handout" else None
            binder.add(piece, Bound(*fitted, title, head))
    done = binder.finish()
    if done is None:
        return None
    return Rendered(*done, dress.tight, dress.layout, binder.rtl)


def _dress(course: _Course, name: str) -> Dress:
    """Return look and layout as an edition has them; each edition is made ready once."""
    if name not in course.dresses:
        edition = load_edition(name)
        whole = name == course.order.edition
        layout = edition.set_on(course.layout) if whole else edition.set_on(course.layout, paper=False)
        look = course.works.dressed(course.look, edition) or course.look  # what it lacks is an error by then
        assets = edition.show(course.works.assets)
        course.dresses[name] = Dress(look, layout, assets, edition, next(degrees(layout)))
    return course.dresses[name]


def _title(course: _Course, piece: Piece) -> Text:
    """Return what a piece is called in contents and bookmarks, as its author wrote it."""
    item, language = piece.item, str(course.pack.language)
    if piece.kind == "divider":
        return piece.section.title
    if item is None:
        return Text(words(language)["answers" if piece.kind == "answers" else "trainer-notes"])
    if item.worksheet is not None:
        return item.worksheet.title
    if item.title is not None:
        return item.title
    ident = _ident(course, item)
    title = course.works.assets.handout(ident, item.span_of("handout"), course.findings)
    return Text(title if title is not None else ident, item.span_of("handout"))


def _ident(course: _Course, item: Item) -> str:
    """Return the handout that an item names: its translation where the pack is in another language and there is one."""
    return _translated(item, course.pack, course.handouts)


def _translated(item: Item, pack: Pack, known: Container[str]) -> str:
    ident = str(item.handout)
    translated = f"{ident}.{pack.language}"
    if translated not in known:
        note_absent(f"{FOLDER}/{translated}{ENDING}")
    return translated if translated in known else ident


def _job(course: _Course, piece: Piece, binder: Binder) -> Job | None:
    """Return a part ready to be fitted as it comes next; None when it is wrong."""
    shaped = _shaped(course, piece)
    if shaped is None:
        return None
    own = piece.item.edition if piece.item is not None else None
    name = course.order.edition
    if own is not None and name == USUAL and own in edition_names():
        name = str(own)
    dress = _dress(course, name)
    return Job(shaped, dress.look, dress.layout, dress.assets, dress.edition, binder.binding(piece))


def _insert(course: _Course, piece: Piece) -> Insert | None:
    """Return an insert ready to be drawn; None when it is wrong, or nobody could hear what it says."""
    item = piece.item
    assert item is not None
    assert item.pdf is not None
    insert = read_insert(course.works.workspace, item.pdf, course.findings)
    if insert is None or insert.tagged or item.decorative or item.alt is not None:
        return insert
    message = f"'{item.pdf}' has no tags that come along: a screen reader needs words for it"
    help_ = "say what it shows and tells: 'alt: …'; or 'decorative: true' where it says nothing that readers need"
    course.findings.error(item.pdf.span, "insert-alt", message, help_)
    return None


def _shaped(course: _Course, piece: Piece) -> Shaped | None:
    pack, item = course.pack, piece.item
    found = Findings()
    made: Shaped | None = None
    if piece.kind == "trainer":
        made = trainer_sheet(pack, piece.section, piece.key, found)
    elif piece.kind == "answers":
        made = answers(pack, piece.section, piece.key, found)
    elif item is not None and item.worksheet is not None:
        made = worksheet(pack, item.worksheet, piece.key, found)
    elif item is not None and item.handout is not None:
        ident = _ident(course, item)
        if ident in course.handouts:  # else it has been told
            made = course.works.shaped(ident, found)
    course.findings.extend(found)
    return made
