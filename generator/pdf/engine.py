"""ReportLab, set up once for the process and shut off from its surroundings.

Every ``rl_config`` value that changes bytes or opens a door is set here, after ReportLab has read its own settings
files and RL_* variables, so that neither can change a PDF. Nothing else in the project touches rl_config.
"""

from __future__ import annotations

import zlib
from typing import Any

from generator.base.put_off import functions_put_off, stand_in
from generator.pdf.syntax import text

# What ReportLab imports at its top and we never use takes three times as long to import as what we use of it.
_ASIDE = {
    "reportlab.lib.rltempfile": ("get_rl_tempfile", "get_rl_tempdir"),
    "reportlab.lib.rl_safe_eval": ("rl_safe_exec", "rl_safe_eval", "safer_globals", "rl_extended_literal_eval"),
    "reportlab.pdfbase.pdfmetrics": (),  # its own fonts
    "ast": ("literal_eval",),
    "base64": ("decodebytes", "encodebytes"),
    "glob": ("glob",),
    "pickle": (),
    "urllib.parse": ("unquote", "urlparse"),
}
_PICTURES = {"PIL": {"Image": stand_in("PIL.Image")}}  # which we write ourselves
# Without them it takes this Python for what it is, no PyPy, and does what its own Python does, which is enough for us.
_ABSENT = ("platform", "_rl_accel")
with functions_put_off(_ASIDE, _PICTURES, _ABSENT):
    from reportlab import rl_config
    from reportlab.pdfbase import pdfdoc, pdfmetrics

_SETTINGS: dict[str, object] = {
    "invariant": 1,  # no clock in the bytes
    "useA85": 0,  # binary streams: 25 % smaller
    "pageCompression": 1,
    "pdfMultiLine": 0,
    "pdfComments": 0,
    "verbose": 0,
    "documentLang": None,
    "trustedHosts": None,
    "trustedSchemes": [],
    "T1SearchPath": [],
    "TTFSearchPath": [],
    "CMapSearchPath": [],
    "canvas_basefontname": "Helvetica",  # never drawn, never declared: see TaggedCanvas
    "shapedFontGlob": None,
}
for _name, _value in _SETTINGS.items():
    setattr(rl_config, _name, _value)

_encoded = pdfdoc.pdfdocEnc


def _plainly_encoded(value: Any) -> Any:
    """Return what ReportLab's own function does; its codec, which lies with its fonts, is not asked for plain names."""
    if isinstance(value, str):
        if value.isascii() and value.isprintable():
            return value.encode()
        pdfmetrics.getEncoding  # noqa: B018  (to ask for anything imports it, and so makes its codec known)
    return _encoded(value)


pdfdoc.pdfdocEnc = _plainly_encoded


class Raw(pdfdoc.PDFObject):  # type: ignore[misc]
    """An indirect object whose bytes we write ourselves; ``data`` may be set until the document is written."""

    __RefOnly__ = 1

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def format(self, document: Any) -> bytes:
        """Return the bytes: ReportLab's hook."""
        return self.data


class TaggedCanvas:
    """Pages in the making and the ReportLab document that they go to: of its own canvas what we have a use for.

    Attributes:
        states: names of graphics states of the page, by the one entry that each has.
        carried: resources of the page that others made: kind -> name -> value.
    """

    def __init__(self, lang: str) -> None:
        self._doc = pdfdoc.PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7))
        self._doc.Catalog.Lang = text(lang)
        self.page_parents: list[int] = []
        self._size = (0.0, 0.0)
        self._begin()

    def _begin(self) -> None:
        self._code: list[str] = []
        self._formsinuse: list[str] = []
        self._annotationrefs: list[Any] = []
        self.states: dict[tuple[str, float], str] = {}
        self.carried: dict[str, dict[str, bytes]] = {}

    def setPageSize(self, size: tuple[float, float]) -> None:
        """Set the size of this page, pt."""
        self._size = size

    def state(self, entry: str, value: float) -> str:
        """Return the operator of a graphics state with this one entry (ISO 32000-1, 8.4.5)."""
        return f"/{self.states.setdefault((entry, value), f'gRLs{len(self.states)}')} gs"

    def annotate(self, annotation: Raw, name: str) -> None:
        """Add an annotation to this page."""
        self._doc.addAnnotation(name, annotation)
        self._annotationrefs.append(self._doc.refAnnotation(name))

    def showPage(self) -> None:
        """Finish a page, and deflate it at once: what a long document keeps in memory is what it comes to."""
        page = pdfdoc.PDFPage()
        page.pagewidth, page.pageheight = self._size
        page.Contents = pdfdoc.PDFStream(content=zlib.compress("\n".join(self._code).encode()))
        page.Contents.dictionary["Filter"] = pdfdoc.PDFArray([pdfdoc.PDFName("FlateDecode")])
        page.Resources = self._resources()
        page.Annots = self._annotationrefs
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.Tabs = "/S"
        page.StructParents = len(self.page_parents)
        self.page_parents.append(page.StructParents)
        self._doc.addPage(page)
        self._begin()

    def _resources(self) -> Any:
        forms = self._doc.xobjDict(self._formsinuse).dict
        states = {name: pdfdoc.PDFDictionary({entry: value}) for (entry, value), name in self.states.items()}
        resources = pdfdoc.PDFResourceDictionary()
        resources.basicFonts()
        resources.allProcs()
        for kind, own in (("XObject", forms), ("ExtGState", states)):
            setattr(resources, kind, own | self.carried.pop(kind, {}))
        for kind, named in self.carried.items():
            setattr(resources, kind, named)
        return resources
