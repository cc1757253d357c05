"""Review dates: a handout past its `next_review` may tell parents what is not thought any more."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds.rule import Case, Hit

WHY = "Advice changes: a leaflet in use is checked again by the date that it carries."
MEND = "Have the handout checked again, then set reviewed and next_review."
SOURCE = "NHS and council leaflets carry the date of their next review; FORMAT, review"
WHOLE = ALWAYS = True
SOON = 90  # days; time to find a reviewer


def look(case: Case) -> Iterator[Hit]:
    """Yield a date that has passed, or that is near."""
    review = case.handout.review
    if review is None or review.next_review is None:
        return
    span = review.span_of("next_review")
    left = review.next_review.toordinal() - case.today.toordinal()
    help_ = "check the handout again, then set 'reviewed' and 'next_review'"
    if left < 0:
        yield Hit("due", span, f"the review was due on {review.next_review.isoformat()}", help_)
    elif left <= SOON:
        when = "today" if left == 0 else f"in {left} day{'s' if left > 1 else ''}"
        yield Hit("warning", span, f"the review is due {when}", help_)
