"""Word: for translators, and for whoever must change the words. Real headings, lists and tables, not just their looks.

Written by python-docx, which is installed with `handouts[docx]`. Styles carry the brand's colours: who changes a style
changes all that is set in it.
"""

from __future__ import annotations

import importlib.util

from generator.base.findings import Findings
from generator.kinds.export import Export, Missing
from generator.kinds.reading import Reading


def ready() -> None:
    """Make sure that python-docx is there."""
    if importlib.util.find_spec("docx") is None:
        raise Missing(
            "Word files need the library python-docx, which is not installed", "run: pip install 'handouts[docx]'"
        )


def wrap(reading: Reading, findings: Findings) -> bytes | None:
    """Return the document."""
    from generator.kinds.word import written  # imported here: it needs python-docx

    return written(reading)


EXPORT = Export("a Word document, for translators", ".docx", wrap, ready)
