"""Tip: a tip, in a card.

- tip: Put your phone in another room.
"""

from __future__ import annotations

from typing import ClassVar

from generator.kinds.callouts import Callout


class Tip(Callout):
    """A tip, in a card."""

    kind_: ClassVar[str] = "tip"
    summary: ClassVar[str] = "a tip, in a card"
