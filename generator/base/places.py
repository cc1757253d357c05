"""Places in source files: what lets a finding three stages later name its line and column."""

from __future__ import annotations

from generator.base.tuples import NamedTuple


class Span(NamedTuple):
    """Where a thing begins in a file.

    Attributes:
        file: path relative to the workspace, with ``/`` between its parts.
        line: 1 for the first line; 0 for the file as a whole.
        column: 1 for the first character of the line, counted in characters.
    """

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


NOWHERE = Span("", 0, 0)
"""The place of a value that was made by the program and stands in no file."""
