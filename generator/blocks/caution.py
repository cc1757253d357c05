"""Caution: something to take care with, in a card.

- caution: Babies never sleep on their tummies.
"""

from __future__ import annotations

from typing import ClassVar

from generator.kinds.callouts import Callout


class Caution(Callout):
    """Something to take care with, in a card."""

    kind_: ClassVar[str] = "caution"
    summary: ClassVar[str] = "something to take care with, in a card"
