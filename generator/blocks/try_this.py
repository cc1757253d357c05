"""Try this: something to try, in a card.

- try-this: Count to five before you answer.
"""

from __future__ import annotations

from typing import ClassVar

from generator.kinds.callouts import Callout


class TryThis(Callout):
    """Something to try, in a card."""

    kind_: ClassVar[str] = "try-this"
    summary: ClassVar[str] = "something to try, in a card"
