"""Pages of a finished PDF as pictures for the screen, by PDFium, which no other module uses.

https://pypdfium2.readthedocs.io/en/stable/python_api.html
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from generator.base.findings import refuse

if TYPE_CHECKING:
    from PIL.Image import Image


class Pages:
    """The pages of a PDF, to be drawn; close it, or use it in a ``with``."""

    def __init__(self, data: bytes) -> None:
        """Open a PDF that this project made.

        Raises:
            Refused: PDFium is not installed, or cannot run here.
        """
        self._document = _pdfium().PdfDocument(data)
        # (width, height) of each page, pt
        self.sizes: tuple[tuple[float, float], ...] = tuple(
            self._document.get_page_size(number) for number in range(len(self._document))
        )

    def __enter__(self) -> Pages:
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()

    def picture(self, number: int, scale: float, *, annotations: bool = True) -> Image:
        """Return a page, from 0, on white.

        Args:
            number: of the page.
            scale: px for each pt; sides are rounded up.
            annotations: whether comments and the like are drawn too.
        """
        page = self._document[number]
        try:
            bitmap = page.render(
                scale=scale, rev_byteorder=True, draw_annots=annotations
            )  # RGB, so that nothing is copied to reorder it
            made: Image = bitmap.to_pil().convert("RGB")
            return made
        finally:
            page.close()


def clear_pixels(data: bytes, scale: float) -> tuple[int, int, bytes, bytes]:
    """Return (width, height, RGB samples, alpha) of the first page of a PDF, on no ground; ``scale`` is px for each pt.

    Raises:
        Refused: as :class:`Pages`.
    """
    document = _pdfium().PdfDocument(data)
    try:
        page = document[0]
        made = page.render(scale=scale, fill_color=(255, 255, 255, 0), rev_byteorder=True).to_pil().convert("RGBA")
        page.close()
        return *made.size, made.convert("RGB").tobytes(), made.getchannel("A").tobytes()
    finally:
        document.close()


def png(picture: Image, dpi: float) -> bytes:
    """Return a picture as the bytes of a PNG that says how large it is; nothing of the time or the machine is in it."""
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", dpi=(dpi, dpi))
    return buffer.getvalue()


def _pdfium() -> Any:
    try:
        import pypdfium2  # imported here: it loads 7 MB, and most commands draw no pictures
    except (ImportError, OSError):
        message = "pictures need the library pypdfium2, which is not installed or does not run here"
        raise refuse(None, "no-pypdfium2", message, "run: pip install 'pypdfium2>=5.15'") from None
    return pypdfium2
