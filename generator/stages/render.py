"""Render: a handout in a look and a layout becomes a PDF. It is fitted, placed and drawn.

Fitting tries one degree of tightness after another: first less space, then less leading, then smaller type down to the
layout's `min_body`. What does not fit then is an error with its place; nothing is clipped, dropped or laid over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.base.findings import Findings
from generator.base.tuples import NamedTuple
from generator.kinds.about import about
from generator.kinds.assets import Assets
from generator.kinds.binding import Binding
from generator.kinds.block import Block, every_block
from generator.kinds.design import HALF_EMPTY, SPACES, Overrun, Plan, foreseeing, load_design
from generator.kinds.edition import STANDARD, Edition
from generator.kinds.look import Glass, Look
from generator.kinds.setting import Setting
from generator.kinds.shaped import Shaped
from generator.kinds.tightness import Tightness
from generator.model.layout import Layout, Type
from generator.pdf.metadata import Metadata
from generator.pdf.structure import Element
from generator.pdf.surface import Surface

if TYPE_CHECKING:  # the type alone: of use where many settings get the same handouts
    from generator.kinds.larder import Larder

LEAST_SPACE = 0.55  # the last resort, with the smallest type set as close as it may be
LEAST_LEADING = 1.36  # of the size; lines set closer tire the eye
OPEN_LEADING = 1.4  # the same for type that is set smaller than designed
SIZE_STEP = 0.5  # pt
LARGER_STEP = 1.0  # pt, of type that is set larger than designed
BASELINE_STEP = 0.75  # pt
WORDS, WELL_FILLED = 0.6, 0.9  # shares: of a pile that are words; of the room that the lowest pile fills when one fits
STEPS = 3  # degrees that are tried beside the likeliest one before the rest is tried by halves
NEARLY_EMPTY = 0.3  # of a last page: a few lines alone on a side look forgotten


class Job(NamedTuple):
    """What is to be made: one handout in one look, layout and edition; look and layout are as the edition has them."""

    shaped: Shaped
    look: Look
    layout: Layout
    assets: Assets
    edition: Edition = STANDARD
    binding: Binding | None = None  # how it is bound into a pack; None where it stands alone
    larder: Larder | None = None  # what was composed for other settings; None where there is but one


class Rendered(NamedTuple):
    """A finished PDF, and how it was fitted: the layout is that which it was set in at last."""

    data: bytes
    pages: int
    tightness: Tightness
    layout: Layout
    rtl: bool


def degrees(layout: Layout) -> Iterator[Tightness]:
    """Yield the degrees of tightness of a layout, the loosest first."""
    type_ = layout.type or Type()
    size, leading = type_.body.size, type_.body.leading
    least = min(size, type_.min_body or size)
    larger = type_.max_body or size
    while larger > size:
        yield Tightness(larger, larger * leading / size, SPACES[0])
        larger -= LARGER_STEP
    yield from _spacings(type_)
    close = min(LEAST_LEADING, leading / size)  # a poster's few words are set closer from the start
    open_ = min(OPEN_LEADING, leading / size)
    baseline = leading
    while baseline - BASELINE_STEP >= size * close:
        baseline -= BASELINE_STEP
        yield Tightness(size, baseline, SPACES[-1])
    while size - SIZE_STEP >= least:
        size -= SIZE_STEP
        yield Tightness(size, max(size * close, min(baseline, size * open_)), SPACES[-1])
    yield Tightness(least, least * close, SPACES[-1])
    yield Tightness(least, least * close, LEAST_SPACE)


def _spacings(type_: Type) -> list[Tightness]:
    """Return the degrees at the designed type."""
    return [Tightness(type_.body.size, type_.body.leading, space) for space in SPACES]


def render(job: Job, findings: Findings) -> Rendered | None:
    """Make the PDF; None when something is wrong, with the reasons in ``findings``."""
    fitted = fit(job, findings)
    if fitted is None:
        return None
    plan, setting = fitted
    head = job.shaped.head
    said = about(setting, setting.plain(head.title), summary=head.summary, review=head.review, keywords=head.keywords)
    surface = _surface(setting, said)
    surface.ground, surface.hues = job.edition.ground(setting.roles), setting.hues
    plan.draw(surface)
    findings.extend(setting.findings.notes)  # what boxes did to fit is known when they are drawn
    data = surface.finish()
    setting.document.take_apart()
    return Rendered(data, surface.page + 1, setting.tight, setting.layout, setting.rtl)


def _surface(setting: Setting, said: Metadata) -> Surface:
    keeping, look = setting.keeping, setting.look
    if keeping is None or not isinstance(look, Glass):
        return Surface(said, setting.document)
    from generator.pdf.taping import TapingSurface  # imported here, as above

    findings = setting.findings
    return TapingSurface(said, setting.document, keeping.tapes, lambda: look.asked + len(findings.all))


def fit(job: Job, findings: Findings) -> tuple[Plan, Setting] | None:
    """Find the loosest degree of tightness at which the handout fits its pages."""
    over = Overrun(1, None, "")
    for last_try in (False, True):
        # plain columns are tried only when no arrangement fits at any degree
        found = _loosest(job, last_try, findings)
        if findings.errors:
            return None
        if not isinstance(found, Overrun):
            return found
        over = found
    instead = job.edition.instead(job.layout)
    if instead is not None:
        return fit(job._replace(layout=instead), findings)
    findings.error(over.span or job.shaped.head.span, "too-long", over.message, _too_long_help(job))
    return None


def _loosest(job: Job, last_try: bool, findings: Findings, *, blindly: bool = False) -> tuple[Plan, Setting] | Overrun:
    """Search the degrees: what fits at one fits at every tighter one.

    Most handouts fit as designed, which is tried first; by how much one is too tall tells near which degree it will
    fit. Where that is not known the rest is tried by halves. A poster takes the largest type that fits, which may be
    any. In editions of as many pages as needed what fits is a matter of where pages turn, and halves find tighter
    pages, of which there are fewer.
    """
    tries = list(degrees(job.layout))
    best: tuple[Plan, Setting] | Overrun | bool = Overrun(1, None, "")
    low, high = 0, len(tries)
    kind = job.layout.kind
    halves = kind == "poster" or (job.edition.any_pages and kind != "pack")
    near, guess = -1 if halves else 0, -1  # the degree to try next, where it is not halfway; the likeliest
    while low < high:
        at = near if low <= near < high else (low + high) // 2
        foreseen = None if last_try or blindly else _foreseen(job, tries[at])
        made = _attempt(job, tries[at], last_try, findings) if foreseen is None else foreseen
        if findings.errors:
            return Overrun(1, None, "")
        if isinstance(made, Overrun):
            low = at + 1
            best = made if isinstance(best, Overrun) else best
            if at == 0 and not halves:
                near = guess = _near(tries, made.share) if made.share is not None else -1
            else:
                near = low if 0 <= at - guess < STEPS and guess >= 0 else -1
        else:
            high, best = at, made
            near = at - 1 if guess - at < STEPS and guess >= 0 else -1
    if isinstance(best, bool):
        best = _attempt(job, tries[high], last_try, findings)
        if isinstance(best, Overrun) and not findings.errors:
            return _loosest(job, last_try, findings, blindly=True)
    if isinstance(best, Overrun):
        return best
    return _fewer_pages(job, _spacings(job.layout.type or Type()), best, last_try, findings)


def _near(tries: Sequence[Tightness], share: float) -> int:
    """Return the degree at which a pile is likely to fit that is too tall by a share of its room at the first one."""
    first = tries[0]
    for i, tight in enumerate(tries[1:-1], 1):
        words = tight.body * tight.baseline / (first.body * first.baseline)
        if (1 + share) * (WORDS * words + (1 - WORDS) * tight.space / first.space) <= WELL_FILLED:
            return i
    return len(tries) - 1


def _foreseen(job: Job, tight: Tightness) -> Overrun | bool | None:
    """Tell how an attempt ends, where that is known of other settings; see `kinds/foreseen.py`."""
    design = foreseeing(load_design(job.layout.kind)) if job.larder is not None and job.binding is None else None
    return design.foresee(job.shaped.head, _setting(job, tight)) if design is not None else None


def _attempt(job: Job, tight: Tightness, last_try: bool, findings: Findings) -> tuple[Plan, Setting] | Overrun:
    """Compose and place at one degree."""
    setting = _setting(job, tight)
    made = load_design(job.layout.kind).plan(job.shaped.head, job.shaped.blocks, setting, last_try=last_try)
    _check_links(job, setting)
    if job.shaped.head.summary is not None:  # it is nowhere on a page, but in what the file says of itself
        setting.plain(job.shaped.head.summary)
    findings.extend(setting.findings)
    return made if isinstance(made, Overrun) else (made, setting)


def _fewer_pages(
    job: Job, spacings: Sequence[Tightness], best: tuple[Plan, Setting], last_try: bool, findings: Findings
) -> tuple[Plan, Setting]:
    """Take a page less where its last page is nearly empty and a little less space between blocks is enough.

    A design that says so of as many pages mends them by that: see `Plan.last_fill`.
    """
    plan, setting = best
    least = NEARLY_EMPTY if job.binding is None else HALF_EMPTY
    if plan.pages == 1 or plan.last_fill > least:
        return best
    for tight in spacings:
        if tight.space >= setting.tight.space:
            continue
        made = _attempt(job, tight, last_try, findings)
        if isinstance(made, Overrun):
            continue
        mended = plan.last_fill == 0 and made[0].pages == plan.pages and made[0].last_fill > least
        if mended or made[0].pages < plan.pages:
            return made
    return best


def look_over(blocks: Sequence[Block], look: Look, assets: Assets, findings: Findings) -> None:
    """Compose blocks for their faults alone: a faulty handout is told of its words too, so that all is said at once."""
    layout = Layout(name="", kind="leaflet")
    tight = next(degrees(layout))
    setting = Setting(layout, look, assets, "en-GB", tight, Findings(), Element("Document"))
    for block in blocks:
        block.compose(setting)
    findings.extend(setting.findings)


def _too_long_help(job: Job) -> str:
    least = (job.layout.type or Type()).min_body
    floor = f"the type is already at its smallest, {least:g} pt; " if least else ""
    if job.layout.kind == "poster":
        return f"{floor}keep the few words that are to be read from afar, or choose the layout of a leaflet"
    return f"{floor}shorten it, move a section to another handout, or choose a layout with more pages"


def _setting(job: Job, tight: Tightness) -> Setting:
    language = str(job.shaped.head.language)
    document = Element("Document" if job.binding is None else "Part", lang=language)
    sources = job.shaped.head.sources
    printed = job.binding is not None or sources is None or sources.show != "file-only"
    dress = (job.layout, job.look, job.assets, language, tight)

    def make() -> Setting:
        return Setting(*dress, Findings(), document, job.edition, job.binding, numbered=printed)

    if job.larder is None or job.binding is not None:
        return make()
    return job.larder.setting((job.shaped, job.layout, job.assets, job.edition), tight, job.look, document, make)


def _check_links(job: Job, setting: Setting) -> None:
    """Report links to blocks that are not there, and names that two blocks have."""
    from generator.base.suggest import did_you_mean

    names: set[str] = set()
    for block in every_block(job.shaped.blocks):
        if block.id in names:
            message = f"another block has the id '{block.id}' already"
            setting.findings.error(block.span_of("id"), "duplicate-id", message, "give this one a name of its own")
        names |= {str(block.id)} if block.id is not None else set()
    for name, span in setting.links:
        if name not in names:
            message = f"there is no block with the id '{name}'"
            help_ = did_you_mean(name, sorted(names)) or f"give the block an 'id: {name}'"
            setting.findings.error(span, "unknown-id", message, help_)
