"""What a certificate of attendance must not claim: that anybody is qualified, or anything accredited (CONTENT 6)."""

from __future__ import annotations

import re

from generator.base.findings import Findings, quoted
from generator.base.patterns import later
from generator.base.places import Span

_CLAIM = later(
    r"\b(?:qualif(?:y|ies|ied|ying|ications?)|accredit\w*|certif(?:y|ies|ied|ication)|licen[cs]ed|diploma)\b",
    re.IGNORECASE,
)
# "it is not a qualification" is no claim
_DENIED = later(r"\b(?:not?|never|nor|without|\w+n['\u2019]t|un|non)\b(?:[\s-]+\w+){0,2}[\s-]*$", re.IGNORECASE)


def claim_in(text: str) -> re.Match[str] | None:
    """Return the first word of a text that claims a qualification or an accreditation, or None."""
    return next((found for found in _CLAIM.finditer(text) if not _DENIED.search(text[: found.start()])), None)


def report_claim(text: str, at: Span | None, findings: Findings) -> None:
    """Report the first such word of a text; ``at`` is its place."""
    found = claim_in(text)
    if found is None:
        return
    message = f"a certificate of attendance says who attended; {quoted(found[0])} claims more"
    help_ = "say what was attended; where somebody does accredit it, write who in 'accredited_by'"
    findings.error(at, "certificate-claim", message, help_)
