"""Remember: something to remember, in a card.

- remember: You do not have to get it right every time.
"""

from __future__ import annotations

from typing import ClassVar

from generator.kinds.callouts import Callout


class Remember(Callout):
    """Something to remember, in a card."""

    kind_: ClassVar[str] = "remember"
    summary: ClassVar[str] = "something to remember, in a card"
