"""Where the command starts: what was answered before, and hangs on nothing that has changed, is answered at once."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> NoReturn:
    """Run the command of this process and end it."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["build"]:
        answered = _long_since if "--all" in arguments else _before
        try:
            if answered(arguments):
                sys.exit(0)
        except KeyboardInterrupt:
            sys.stderr.write("handouts: stopped\n")
            sys.exit(130)
        except OSError as fault:
            from generator.cli.main import not_said

            sys.exit(not_said(fault))
    from generator.cli.main import main as whole

    whole()


def _before(arguments: list[str]) -> bool:
    from generator.cli.again import answered

    return answered(arguments)


def _long_since(arguments: list[str]) -> bool:
    from generator.register.quick import answered

    return answered(arguments)
