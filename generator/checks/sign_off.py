"""Sign off: what could do harm if it were wrong is read by somebody who answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds.rule import Case, Hit

WHY = "Words about shaking, violence or a parent's despair are given out only after an expert has read them."
MEND = "Let those named in 'needs' read it, then write their name or role into 'signed_off_by'."
SOURCE = "The library's content brief; NHS England, clinical assurance of content"
WHOLE = ALWAYS = True


def look(case: Case) -> Iterator[Hit]:
    """Yield a handout that needs somebody's word and has not got it."""
    review = case.handout.review
    if review is not None and review.needs and review.signed_off_by is None:
        who = ", ".join(need.raw for need in review.needs)
        help_ = "when they have read it, write who did into 'signed_off_by'; until then it is printed as a draft"
        yield Hit("warning", review.span_of("needs"), f"not yet signed off by: {who}", help_)
