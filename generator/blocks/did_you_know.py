"""Did you know: one fact, in a card.

- did-you-know: Babies know your voice from before birth.
"""

from __future__ import annotations

from typing import ClassVar

from generator.kinds.callouts import Callout


class DidYouKnow(Callout):
    """One fact, in a card."""

    kind_: ClassVar[str] = "did-you-know"
    summary: ClassVar[str] = "one fact, in a card"
