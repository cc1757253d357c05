"""ReportLab, set up once for the process and shut off from its surroundings.

Every ``rl_config`` value that changes bytes or opens a door is set here, after ReportLab has read its own settings
files and RL_* variables, so that neither can change a PDF. Nothing else in the project touches rl_config.
"""

from __future__ import annotations

import io
import zlib
from typing import Any

from generator.base.put_off import put_off

put_off("PIL", "Image")  # ReportLab imports it for pictures, which we write ourselves: a sixth of a leaflet's imports

from reportlab import rl_config  # noqa: E402  (after Pillow was put off)
from reportlab.pdfbase import pdfdoc  # noqa: E402
from reportlab.pdfgen.canvas import Canvas  # noqa: E402

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


class Raw(pdfdoc.PDFObject):  # type: ignore[misc]
    """An indirect object whose bytes we write ourselves; ``data`` may be set until the document is written."""

    __RefOnly__ = 1

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def format(self, document: Any) -> bytes:
        """Return the bytes: ReportLab's hook."""
        return self.data


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """ReportLab's canvas without its preamble (which would declare an unembedded Helvetica on every page)."""

    def __init__(self, width: float, height: float, lang: str) -> None:
        super().__init__(
            io.BytesIO(), pagesize=(width, height), pageCompression=1, invariant=1, pdfVersion=(1, 7), lang=lang
        )
        self.page_parents: list[int] = []
        self.carried: dict[str, dict[str, bytes]] = {}  # resources of the page that others made: kind -> name -> value

    def _make_preamble(self) -> None:
        self._preamble = ""

    def showPage(self) -> None:
        """Finish a page, and deflate it at once: what a long document keeps in memory is what it comes to."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        stream = pdfdoc.PDFStream(content=zlib.compress(page.stream.encode()))
        stream.dictionary["Filter"] = pdfdoc.PDFArray([pdfdoc.PDFName("FlateDecode")])
        page.Contents, page.stream = stream, None

    def _setAnnotations(self, page: Any) -> None:
        super()._setAnnotations(page)
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.Tabs = "/S"
        page.StructParents = len(self.page_parents)
        self.page_parents.append(page.StructParents)
        if self.carried:
            page.Resources = self._with_carried(page)
            self.carried = {}

    def _with_carried(self, page: Any) -> Any:
        """Return what ReportLab would make of a page's resources, and those that were carried to it."""
        resources = pdfdoc.PDFResourceDictionary()
        resources.basicFonts()
        for kind, own in (("XObject", page.XObjects), ("ExtGState", page.ExtGState)):
            known = getattr(own, "dict", own) or {}
            setattr(resources, kind, {**known, **self.carried.pop(kind, {})})
        for kind, named in self.carried.items():
            setattr(resources, kind, named)
        return resources
