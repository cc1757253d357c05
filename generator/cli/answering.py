"""While a command is answered the long way: what it reads and says, so that it can be answered again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.cli.again import Answer, keep, pending
from generator.cli.talk import listen

if TYPE_CHECKING:  # the types alone: `handouts --help` starts without them
    from pathlib import Path

    from generator.pipeline import Made


class Answering:
    """Listens from here on, where the answer may be kept."""

    def __init__(self) -> None:
        self._question = pending()
        if self._question is not None:
            from generator.base.files import listen as listen_to_files  # only where something is built
            from generator.base.kept import keep_results

            keep_results()
            self._said, self._read = listen(), listen_to_files()

    def keep(self, folder: Path, fence: Path | None, made: Sequence[Made]) -> None:
        """Keep the answer: all is well, and all has been said and written."""
        if self._question is not None:
            files = [(one.name, one.rendered.data) for one in made]
            keep(self._question, Answer(self._said, str(folder), str(fence) if fence else None, files), self._read)
