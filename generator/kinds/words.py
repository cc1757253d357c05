"""The few words that the tool itself prints, by language. Everything else on a page comes from its author."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_ENGLISH = {
    "did-you-know": "Did you know?",
    "tip": "Tip",
    "remember": "Remember",
    "try-this": "Try this",
    "caution": "Take care",
    "help": "Help",
    "actions": "Things to try",
    "contacts": "Who to call",
    "help-strip": "If you need help",
    "sources": "Where this comes from",
    "talk-to-us": "Talk to us",
    "local-line": "For anything else",
    "scan": "Scan to open",
    "turn-over": "Turn over",
    "notes": "Notes",
    "own-card": "My own card",
    "card-of": "{0} / {1}",
    "part-of": "{0} of {1}",
    "page-of": "Page {0} of {1}",
    "edition-page-of": "{0} \u00b7 page {1} of {2}",
    "large-print": "Large print",
    "version": "Version {0}",
    "reference": "Reference {0}",
    "reviewed": "Last checked {0}",
    "next-review": "Next check {0}",
    "owner": "Made by {0}",
    "reviewers": "Checked by {0}",
    "partners": "Working with",
    "funders": "Funded by {0}",
    "step": "Step {0}",
    "link-to": "Opens {0}",
    "source-note": "Source {0}",
    "qr-alt": "QR code that opens {0}",
    "cycle-alt": "A loop that goes round: {0}, and back to the start.",
    "face-calm": "A calm face",
    "face-happy": "A happy face",
    "face-excited": "An excited face",
    "face-curious": "A curious face",
    "face-tired": "A tired face",
    "face-sad": "A sad face",
    "face-cross": "A cross face",
    "face-worried": "A worried face",
    "milestones-age": "By",
    "milestones-signs": "You might notice",
    "milestones-help": "How you can help",
    "milestones-most": "“By this age” means most, not all.",
    "milestones-early": "Born early? Count from the due date, usually up to 2 years.",
    "milestones-no-test": "This is not a test.",
    "milestones-ask": "A lost skill, or a worry? Ask now.",
    "ranges-axis": "Age in {0}",
    "ranges-birth": "Birth",
    "ranges-from-birth": "birth",
    "ranges-usual": "from {0} to {1} {2}",
    "ranges-early": "; for some from {0}",
    "ranges-late": "; for some until {0} {1}",
    "mail": "Send an e-mail to {0}",
    "call": "Call {0}",
}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def words(language: str) -> Mapping[str, str]:
    """Return the tool's words in a language; English where it has none yet."""
    return MappingProxyType(_ENGLISH)


def long_date(year: int, month: int, day: int, language: str) -> str:
    """Return a date as it is printed: ``22 November 2026``."""
    return f"{day} {_MONTHS[month - 1]} {year}"
