"""Where the command starts: what was answered before, and hangs on nothing that has changed, is answered at once."""

from __future__ import annotations

import gc
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


MANY_NEW = 120_000  # objects between two searches for rubbish: most live as long as a command, a tenth of its time


def leave_rubbish() -> None:
    """Search for rubbish seldom; a leaflet makes too little to search at all."""
    gc.set_threshold(MANY_NEW, 20, 20)


def main() -> NoReturn:
    """Run the command of this process and end it."""
    leave_rubbish()
    arguments = sys.argv[1:]
    if arguments[:1] in (["build"], ["pack"]):
        answered = _long_since if arguments[0] == "build" and "--all" in arguments else _before
        try:
            if answered(arguments):
                sys.exit(0)
        except KeyboardInterrupt:
            sys.stderr.write("handouts: stopped\n")
            sys.exit(130)
        except OSError as fault:
            from generator.cli.ending import not_said

            sys.exit(not_said(fault))
        _plainly(arguments)
    from generator.cli.main import main as whole

    whole()


def _before(arguments: list[str]) -> bool:
    from generator.cli.again import answered

    return answered(arguments)


def _plainly(arguments: list[str]) -> None:
    """Build what is plainly asked for, and end; come back where Click has to read the command line."""
    from generator.cli.plain import built, read

    if read(arguments) is None:
        return
    from generator.cli.ending import end, tolerate

    tolerate()
    code = built(arguments)
    if code is not None:
        end(code)


def _long_since(arguments: list[str]) -> bool:
    from generator.register.quick import answered

    return answered(arguments)
