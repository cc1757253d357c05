"""Cells of a table of settings: what spreadsheets do to numbers, dates and accents, told with the mend."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.base.findings import quoted
from generator.base.patterns import later
from generator.catalog.tables import Fault, cell_fault
from generator.catalog.workbooks import Typed
from generator.model.inline import stray_braces
from generator.model.phones import spaced, without_zero

LONGEST_NAME, LONGEST = 120, 1000  # characters of a name, and of another cell
AS_TEXT = "format the column as Text in the spreadsheet, then type it again"
_PHONES = frozenset({"phone", "telephone", "tel", "mobile", "fax", "helpline"})
_SHORTENED = later(r"[+-]?\d(?:[.,]\d+)?E[+-]\d{2,3}", re.ASCII | re.IGNORECASE)
_NO_PLUS = later(r"(44\d{9,10})(?:\.0)?", re.ASCII)
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_DATED = later(rf"\d{{1,2}}-{_MONTH}(?:-\d{{2,4}})?|{_MONTH}-\d{{2}}|\d{{4}}-\d\d-\d\d \d\d:\d\d(?::\d\d)?", re.ASCII)
_TWICE = later("[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac|\u00ef\u00bb\u00bf")  # UTF-8 read as Windows' own


def mangled(raw: str, text: str, path: tuple[str, ...]) -> Fault | None:
    """Return what is wrong with the words of a cell before anybody asks what they are for, or None.

    Args:
        raw: the cell as it was read; one of a workbook says of which type it is.
        text: its words.
        path: the keys of its column.
    """
    column = ".".join(path)
    fault = cell_fault(text, f"'{column}'", LONGEST_NAME if path == ("name",) else LONGEST)
    if fault is not None:
        return fault
    if _DATED.fullmatch(text) or (isinstance(raw, Typed) and raw.kind == "date"):
        message = f"the spreadsheet took this for a date: it says {quoted(text)}"
        return Fault("broken-date", message, f"{AS_TEXT}; if it is a date, write it in words, such as 1 February")
    if _SHORTENED.fullmatch(text):
        message = f"the spreadsheet cut this number short: it says {quoted(text)}"
        return Fault("broken-number", message, AS_TEXT)
    if _of_phones(column):
        whole = without_zero(text)
        if whole is not None:
            message = f"this number lost the 0 in front: it says {quoted(text)}"
            return Fault("lost-zero", message, f"{AS_TEXT}, with spaces: {spaced(whole)}")
        lost = _NO_PLUS.fullmatch(text)
        if lost is not None:
            message = f"this number lost the + in front: it says {quoted(text)}"
            return Fault("lost-plus", message, f"{AS_TEXT}: +{lost[1]}")
    if _TWICE.search(text):
        message = f"the accents came out wrong on the way here: it says {quoted(text)}"
        return Fault("broken-accents", message, "type the cell again, then save it as 'CSV UTF-8'")
    for _ in stray_braces(text):
        help_ = 'write it as {{ setting.phone }} or {{ setting.name | default: "your setting" }}'
        return Fault("bad-placeholder", "this is not a placeholder that can be filled", help_)
    return None


@lru_cache(maxsize=256)
def _of_phones(column: str) -> bool:
    return bool(_PHONES & set(re.split(r"[^a-z]+", column.lower())))
