"""A plain build without Click: handouts by name, and no more than the options that most people use.

To import Click, declare all options and read a command line with them takes a tenth of a leaflet's time. So what is
plain is read here, by the same rules, and whatever is not goes the long way: other options and ways to write them, and
any command line that is wrong, which Click's part tells about. Nothing is said or made before that is known.
"""

from __future__ import annotations

import os

from generator.base.put_off import functions_put_off
from generator.base.tuples import NamedTuple

OPTIONS = {"-o": "output", "--output": "output", "--brand": "brand", "--layout": "layout", "--edition": "edition"}
"""Options with a value, as `cli/build.py` and `cli/asked.py` declare them for Click."""

_COMPLETING = "_HANDOUTS_COMPLETE"  # a shell asks Click what words could come next


class Plain(NamedTuple):
    """What was asked for."""

    handouts: tuple[str, ...]
    output: str | None = None
    brand: str | None = None
    layout: str | None = None
    edition: str = "standard"


def read(arguments: list[str]) -> Plain | None:
    """Return what a command line asks for; None where it is not plain."""
    if arguments[:1] != ["build"] or _COMPLETING in os.environ:
        return None
    handouts: list[str] = []
    given: dict[str, str] = {}
    words = iter(arguments[1:])
    for word in words:
        if not word.startswith("-"):
            handouts.append(word)
            continue
        name, value = OPTIONS.get(word), next(words, "-")
        if name is None or name in given or value.startswith("-"):
            return None
        given[name] = value
    return Plain(tuple(handouts), **given)


def built(arguments: list[str]) -> int | None:
    """Build what was plainly asked for, and return the exit code; None where Click's part has to look at it."""
    asked = read(arguments)
    if asked is None:
        return None
    try:
        return _built(asked)
    except (Exception, KeyboardInterrupt) as fault:
        from generator.cli.main import ended, is_asking  # only where something is wrong

        return None if is_asking(fault) else ended(fault, arguments)


def _built(asked: Plain) -> int | None:
    with functions_put_off({"urllib.parse": ("quote_from_bytes",)}):  # which paths have to become addresses
        import pathlib  # noqa: F401

    from generator.base.roots import find_root
    from generator.cli.asked import each_edition, folder_for, here, order_for, say_brand

    start = here()
    if find_root(start) is None:
        return None  # it is to be said first that these are the library's handouts
    from generator.cli.answering import Answering
    from generator.cli.pdfs import Wanted, make_pdfs
    from generator.pipeline import Works

    answering, works = Answering(), Works(start)
    say_brand(works, asked.brand)
    orders = each_edition(order_for(works, asked.handouts, asked.brand, asked.layout, asked.edition, family=True))
    folder, fence = folder_for(works, start, asked.output)
    return make_pdfs(Wanted(works, start, orders, folder, fence), answering)
