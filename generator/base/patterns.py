"""Regular expressions that are compiled when they are first used: compiling all of them takes longer than a page."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, AnyStr, cast


class Later:
    """Stands for a compiled pattern; has its methods and attributes."""

    def __init__(self, compiled: Callable[[], re.Pattern[Any]]) -> None:
        self.__compiled = compiled

    def __getattr__(self, name: str) -> Any:
        """Compile it, and keep what was asked for: the next time it is found at once."""
        if name.startswith("_"):  # `copy` and `pickle` look for hooks
            raise AttributeError(name)
        value = getattr(self.__compiled(), name)
        setattr(self, name, value)
        return value


def later(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` does, compiled when it is first used; a pattern that is wrong is told only then."""
    return cast("re.Pattern[AnyStr]", Later(lambda: re.compile(pattern, flags)))
