"""What a reader gets: words in tree order, poppler's and pdfium's text, type sizes, pages as pictures."""

from __future__ import annotations

import io
import math
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
from PIL import Image

from tests.support.content import read_content
from tests.support.pdftree import INLINE, Element, Held, Mark, read_tree
from tests.support.tools import run

SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def words(text: str) -> list[str]:
    """Words of a text; a hyphen that a line break put in is not part of one."""
    return text.replace(SOFT_HYPHEN, "").split()


def tree_text(data: bytes, *, alt: bool = True) -> str:
    """The text of a PDF in the order of its structure tree, as a screen reader says it.

    Args:
        data: the PDF.
        alt: say the alternative text of figures.
    """
    with _read(data) as (tree, pages):

        def say(element: Element) -> str:
            if "/ActualText" in element.obj:
                spoken = str(element.obj.ActualText)
            elif element.role == "Figure" and "/Alt" in element.obj:
                spoken = str(element.obj.Alt) if alt else ""
            else:
                spoken = "".join(say(kid) if isinstance(kid, Element) else _shown(kid, pages) for kid in element.kids)
            return spoken if element.role in INLINE else f"\n{spoken}\n"

        return say(tree)


@contextmanager
def _read(data: bytes) -> Iterator[tuple[Element, list[dict[int, str]]]]:
    """The tree, good while its file is open, and for each page the text of each MCID."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tree, _ = read_tree(pdf)
        yield tree, [read_content(page).text for page in pdf.pages]


def _shown(kid: Element | Mark | Held, pages: list[dict[int, str]]) -> str:
    """The text of a mark on a page that is there; nothing for anything else."""
    return pages[kid.page].get(kid.mcid, "") if isinstance(kid, Mark) and kid.page is not None else ""


def tree_words(data: bytes, *, alt: bool = True) -> list[str]:
    """The words of a PDF in tree order; words of one paragraph join where nothing on the page parts them."""
    return words(tree_text(data, alt=alt))


def tree_outline(data: bytes) -> list[str]:
    """The tree as people read it: one line for each element, indented, with its words; for goldens."""
    with _read(data) as (tree, pages):

        def lines(element: Element, depth: int) -> list[str]:
            spoken = str(element.obj.get("/Alt", "")) or "".join(_shown(kid, pages) for kid in element.kids)
            own = f"{'  ' * depth}{element.role} {' '.join(words(spoken))}".rstrip()
            return [own, *(line for kid in element.elements() for line in lines(kid, depth + 1))]

        return [line for kid in tree.elements() for line in lines(kid, 0)]


def poppler_text(data: bytes, *options: str) -> str:
    """What `pdftotext` reads, page after page, in the order of the content."""
    return run("pdftotext", "-enc", "UTF-8", *options, "-", "-", data=data).decode()


def poppler_fonts(data: bytes) -> set[str]:
    """The names of the fonts in a PDF, without the tags of their subsets, by pdffonts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "read.pdf")
        path.write_bytes(data)
        out = run("pdffonts", str(path)).decode()
    return {line.split()[0].split("+")[-1] for line in out.splitlines()[2:]}


def poppler_tree(data: bytes) -> str:
    """What `pdfinfo -struct-text` reads: the tree with its words."""
    with tempfile.TemporaryDirectory() as folder:  # pdfinfo reads no standard input
        path = Path(folder, "read.pdf")
        path.write_bytes(data)
        return run("pdfinfo", "-enc", "UTF-8", "-struct-text", str(path)).decode()


def type_sizes(data: bytes) -> dict[float, str]:
    """Every type size on the pages, in pt to a twentieth, and the characters set in it; spaces do not count."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    sizes: dict[float, list[str]] = defaultdict(list)
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            text = page.get_textpage()
            for index in range(text.count_chars()):
                char = chr(pdfium.FPDFText_GetUnicode(text, index))
                if char.isspace() or pdfium.FPDFText_IsGenerated(text, index) == 1:
                    continue
                matrix = pdfium.FS_MATRIX()
                pdfium.FPDFText_GetMatrix(text, index, matrix)
                scale = math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
                size = pdfium.FPDFText_GetFontSize(text, index) * scale
                sizes[round(size * 20) / 20].append(char)
            text.close()
            page.close()
    finally:
        document.close()
    return {size: "".join(chars) for size, chars in sorted(sizes.items())}


def smallest_type(data: bytes) -> float:
    """The smallest type size on the pages, pt.

    Raises:
        ValueError: no page shows text.
    """
    return min(type_sizes(data))


def rasters(data: bytes, dpi: float = 60, *, grey: bool = False) -> list[Image.Image]:
    """Every page as a picture, by `pdftoppm`."""
    with tempfile.TemporaryDirectory() as folder:
        options = ["-gray"] if grey else []
        run("pdftoppm", "-r", f"{dpi:g}", "-png", *options, "-", str(Path(folder, "page")), data=data)
        paths = sorted(Path(folder).iterdir(), key=lambda path: int(re.findall(r"\d+", path.stem)[-1]))
        return [_load(path, "L" if grey else "RGB") for path in paths]


def _load(path: Path, mode: str) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert(mode)
