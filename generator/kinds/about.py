"""What a document says of itself, from what its author wrote: title, subject, keywords, the date of its review."""

from __future__ import annotations

from collections.abc import Sequence

from generator.base.scalars import Text
from generator.kinds.setting import Setting
from generator.model.handout import Review
from generator.pdf.metadata import Metadata

UNDATED = "2000-01-01"  # of what nobody has reviewed: no clock is read


def about(
    setting: Setting, title: str, *, summary: Text | None, review: Review | None, keywords: Sequence[str] = ()
) -> Metadata:
    """Return a document's metadata; its author is the setting, its date that of the review."""
    reviewed = review.reviewed if review is not None else None
    return Metadata(
        title=title,
        author=setting.look.name,
        subject=setting.plain(summary) if summary is not None else "",
        keywords=", ".join(keywords),
        lang=setting.language,
        date=reviewed.isoformat() if reviewed is not None else UNDATED,
        rtl=setting.rtl,
    )
