"""Typst makes one leaflet or pack, or one leaflet for each of many settings.

python bench/makers/by_typst.py DOCUMENT.typ FONTS OUT [DRESSES FIRST STEP PASSES]

Fonts come from one folder, those of the system are not looked for: that is the fastest way that Typst has.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typst

sys.path.insert(0, str(Path(__file__).parent))
from common import Dress, run  # type: ignore[import-not-found]  # of the same folder


def main() -> None:
    """Make what is asked for."""
    document, fonts, out, *rest = sys.argv[1:]
    compiler = typst.Compiler(document, root="/", font_paths=[fonts], ignore_system_fonts=True)

    def make(dress: Dress | None) -> bytes:
        inputs = {"dress": json.dumps(dress)} if dress is not None else {}
        made = compiler.compile(sys_inputs=inputs, pdf_standards=["ua-1"])
        assert isinstance(made, bytes)
        return made

    run(make, out, rest)


if __name__ == "__main__":
    main()
