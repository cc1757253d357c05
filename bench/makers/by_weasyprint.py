"""WeasyPrint makes one leaflet or pack, or one leaflet for each of many settings.

python bench/makers/by_weasyprint.py PAGE.html OUT [DRESSES FIRST STEP PASSES]
"""

from __future__ import annotations

import logging
import sys
from html import escape
from pathlib import Path

import weasyprint
from weasyprint.text.fonts import FontConfiguration

sys.path.insert(0, str(Path(__file__).parent))
from common import Dress, run  # type: ignore[import-not-found]  # of the same folder

KEYS = ("name", "phone", "email", "web", "host", "logo", "qr")


def dressed(page: str, dress: Dress) -> str:
    """Return a page with the words, colours and pictures of a setting."""
    for role, colour in dress["roles"].items():
        page = page.replace(f"[[{role}]]", colour).replace(f"[[bare-{role}]]", colour[1:])
    for key in KEYS:
        page = page.replace(f"[[{key}]]", escape(dress[key]))
    return page


def main() -> None:
    """Make what is asked for."""
    source, out, *rest = sys.argv[1:]
    page, fonts = Path(source).read_text(encoding="utf-8"), FontConfiguration()
    logging.getLogger("weasyprint").setLevel(logging.ERROR)

    def make(dress: Dress | None) -> bytes:
        text = dressed(page, dress) if dress is not None else page
        html = weasyprint.HTML(string=text, base_url="/")
        made: bytes = html.write_pdf(font_config=fonts, pdf_variant="pdf/ua-1")
        return made

    run(make, out, rest)


if __name__ == "__main__":
    main()
