"""A zip file that is the same every time: no clock, no names of users, the order in which its files are given."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

EARLIEST, LATEST = 1980, 2107  # a zip file knows no other years


def zipped(files: Sequence[tuple[str, bytes]], date: str, *, stored: Sequence[str] = ()) -> bytes:
    """Return a zip file.

    Args:
        files: names and contents, in their order.
        date: ISO 8601, of every file.
        stored: names of files that are not compressed.
    """
    year, month, day = (int(part) for part in date[:10].split("-"))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in files:
            info = zipfile.ZipInfo(name, (min(LATEST, max(EARLIEST, year)), month, day, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            made.writestr(info, data)
    return out.getvalue()
