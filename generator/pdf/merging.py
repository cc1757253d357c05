"""Several PDFs as one that keeps their tags: structure, destinations, bookmarks, labels, forms, claims.

pypdf reads; the objects are carried over, cleaned and shared, and written by our own packing. The same inputs in the
same order give the same bytes: no clock, no chance, an /ID that is a hash of the content.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.tuples import NamedTuple
from generator.pdf.claims import Intent, facts_of, intent_of, joint
from generator.pdf.foreign import Foreign, reading
from generator.pdf.foreign_actions import what_acts
from generator.pdf.foreign_values import listed, raw
from generator.pdf.merged_annotations import Annotations, annots_entry
from generator.pdf.merged_fields import Fields, Form
from generator.pdf.merged_figures import Figures
from generator.pdf.merged_links import Links
from generator.pdf.merged_outline import Bookmark, Labels, bookmark_of, write_outline
from generator.pdf.merged_parts import Given, Whole
from generator.pdf.merged_tree import Branch, Tree, names_entry
from generator.pdf.metadata import Claims, Metadata
from generator.pdf.packing import assemble
from generator.pdf.syntax import number, stream, text

BOXES = ("/BleedBox", "/TrimBox", "/ArtBox")
TITLES = 3  # of inputs, in the title of a merge that was given none


class Source(NamedTuple):
    """One input: what messages call it, the opened file, and what its pages show where it has no tags."""

    name: str
    foreign: Foreign
    alt: str = ""


class Merged(NamedTuple):
    """The merged file, how many pages it has, and what was left out or changed: (name of the input, in words)."""

    data: bytes
    pages: int
    said: tuple[tuple[str, str], ...]


def merge(sources: Sequence[Source], title: str = "", lang: str = "") -> Merged:
    """Merge PDFs in the order given.

    Args:
        sources: one or more. Those without tags are set as one Figure a page, with their ``alt``.
        title: of the result; made of the inputs' titles if not given.
        lang: BCP 47 tag of the result; the first that an input says if not given.

    Raises:
        ForeignFault: an input turns out to be broken while it is read.
    """
    with reading():
        return _Merge(sources, title, lang).run()


class _Merge:
    def __init__(self, sources: Sequence[Source], title: str, lang: str) -> None:
        self._sources = sources
        self._facts = [facts_of(source.foreign) for source in sources]
        self._titles = [facts.title or _stem(source.name) for source, facts in zip(sources, self._facts, strict=True)]
        self._title = title or _joined(list(dict.fromkeys(self._titles)))
        self._lang = lang or next((source.foreign.lang for source in sources if source.foreign.lang), "")
        self._whole, self._form, self._labels = Whole(), Form(), Labels()
        self._objects = self._whole.objects
        self._tree = Tree(self._whole)
        self._pages: list[int] = []
        self._bookmarks: list[Bookmark] = []
        self._said: list[tuple[str, str]] = []

    def run(self) -> Merged:
        """Take in every input and write the file."""
        for count, (source, title) in enumerate(zip(self._sources, self._titles, strict=True), 1):
            self._take(source, Given(self._whole, source.foreign, count), title)
        kids = b" ".join(b"%d 0 R" % page for page in self._pages)
        self._objects.put(self._tree.pages, b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(self._pages), kids))
        root, info = self._catalog()
        data = assemble(self._objects.all(), root, info)
        return Merged(data, len(self._pages), tuple(dict.fromkeys(self._said)))

    def _take(self, source: Source, given: Given, title: str) -> None:
        for thing in what_acts(source.foreign):
            given.remove(thing)
        tagged = source.foreign.tagged
        links = Links(given)
        annotations = Annotations(given, keep=tagged)
        annotations.drop_dead_links(links)
        fields = Fields(given, self._form, annotations)
        fields.take_in()
        # a tagged input's resources are carried before its tree, which names the forms among them
        figures = None if tagged else Figures(given, self._tree, source.alt)
        bodies = [
            self._body(given, index) if figures is None else figures.page(index) for index in range(len(given.pages))
        ]
        lang = source.foreign.lang if source.foreign.lang != self._lang else ""
        branch = Branch(given, self._tree, annotations) if figures is None else None
        if branch is not None:
            branch.write(title, lang)
        elif figures is not None:
            figures.write(title, lang)
        keys = branch.page_keys if branch is not None else figures.page_keys if figures is not None else {}
        annotations.write(links, branch.annotation_keys if branch is not None else {}, fields.as_fields)
        for index, body in enumerate(bodies):
            key = b"/StructParents %d" % keys[index] if index in keys else b""
            notes = annots_entry(annotations.pages[index])
            self._objects.put(given.pages[index], body + key + notes + b"/Tabs/S>>")
        self._pages += given.pages
        self._bookmarks.append(bookmark_of(given, links, title))
        self._labels.add(source.foreign.catalog, len(given.pages))
        self._say(source, given, branch)

    def _body(self, given: Given, index: int) -> bytes:
        page = given.foreign.pages[index]
        out = [b"<</Type/Page/Parent %d 0 R" % self._tree.pages, _box(b"/MediaBox", page.media)]
        out.append(_box(b"/CropBox", page.crop) if page.crop != page.media else b"")
        out.append(b"/Rotate %d" % page.rotate if page.rotate else b"")
        out += [key.encode() + given.carrier.value(raw(page.obj, key)) for key in BOXES if raw(page.obj, key)]
        out.append(b"/Resources" + (given.carrier.value(page.resources) if page.resources is not None else b"<<>>"))
        parts = listed(raw(page.obj, "/Contents"))
        if parts:
            out.append(b"/Contents[" + b"".join(given.carrier.value(part) for part in parts) + b"]")
        if raw(page.obj, "/Group") is not None:
            out.append(b"/Group" + given.carrier.value(raw(page.obj, "/Group")))
        return b"".join(out)

    def _say(self, source: Source, given: Given, branch: Branch | None) -> None:
        if given.removed:
            self._said.append((source.name, "taken out: " + ", ".join(given.removed)))
        if branch is not None and branch.newer:
            self._said.append((source.name, "its tags are those of PDF 2.0; they are written as those of PDF 1.7"))
        if branch is not None and branch.lost:
            self._said.append((source.name, f"{branch.lost} of its tags lead nowhere and are left out"))

    def _catalog(self) -> tuple[int, int]:
        """Write catalog and document information; return their numbers."""
        objects = self._objects
        claims, intent = self._claims()
        metadata = self._metadata()
        packet = objects.add(stream(b"/Type/Metadata/Subtype/XML", metadata.xmp(claims)))
        out = [
            b"<</Type/Catalog/Pages %d 0 R/Metadata %d 0 R" % (self._tree.pages, packet),
            self._tree.write(self._lang),
        ]
        out.append(b"/ViewerPreferences<</DisplayDocTitle true>>")
        out.append(b"/Lang" + text(self._lang) if self._lang else b"")
        out.append(write_outline(objects, self._bookmarks))
        out += [self._labels.write(), self._form.write(objects), names_entry(objects, self._whole.places), intent]
        root = objects.add(b"".join(out) + b">>")
        return root, objects.add(metadata.info())

    def _metadata(self) -> Metadata:
        authors = list(dict.fromkeys(facts.author for facts in self._facts if facts.author))
        date = max((facts.date for facts in self._facts), default="")
        usual = Metadata(self._title, _joined(authors), lang=self._lang)
        return usual._replace(date=date) if date else usual

    def _claims(self) -> tuple[Claims, bytes]:
        """Return what the result claims, and the catalog's entry for its output intent."""
        tagged = all(source.foreign.tagged for source in self._sources)
        claims = joint([facts.claims for facts in self._facts]) if tagged and self._lang else Claims()
        intents: dict[bytes, Intent] = {}
        for source in self._sources:
            intent = intent_of(source.foreign)
            if intent is not None:
                intents.setdefault(intent.digest, intent)
        if len(intents) > 1:
            claims = Claims(claims.ua)
        self._say_claims(claims, len(intents))
        if len(intents) != 1:
            return claims, b""
        (chosen,) = intents.values()
        return claims, b"/OutputIntents[" + self._intent(chosen) + b"]"

    def _intent(self, intent: Intent) -> bytes:
        source = next(s for s in self._sources if (found := intent_of(s.foreign)) and found.digest == intent.digest)
        return Given(self._whole, source.foreign, 0).carrier.value(intent.obj)

    def _say_claims(self, claims: Claims, intents: int) -> None:
        for what, one, kept in (
            ("PDF/UA", [facts.claims.ua for facts in self._facts], claims.ua),
            ("PDF/A", [facts.claims.part for facts in self._facts], claims.part),
        ):
            if any(one) and not kept:
                pairs = zip(self._sources, one, strict=True)
                without = [source.name for source, claim in pairs if not claim or not source.foreign.tagged]
                why = f"not every input does ({', '.join(without)})" if without else "their kinds cannot be joined"
                if what == "PDF/A" and intents > 1:
                    why = "their output intents (the colours that they are made for) differ"
                self._said.append(("", f"the result does not claim {what}: {why}"))


def _box(key: bytes, box: tuple[float, float, float, float]) -> bytes:
    return key + b"[" + " ".join(number(side) for side in box).encode() + b"]"


def _stem(name: str) -> str:
    return name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]


def _joined(titles: list[str]) -> str:
    """Return names as one: `A`, `A and B`, `A, B and C`, `A, B and 3 more`."""
    if len(titles) > TITLES:
        titles = [*titles[: TITLES - 1], f"{len(titles) - TITLES + 1} more"]
    return " and ".join([", ".join(titles[:-1]), titles[-1]] if len(titles) > 1 else titles)
