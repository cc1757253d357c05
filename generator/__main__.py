"""`python -m generator`: the same as `handouts`."""

from __future__ import annotations

import sys

if not sys.flags.safe_path:
    # `python -m` looks for modules in the current folder first: a yaml.py that lies in a workspace would be run.
    del sys.path[0]

if sys.argv[1:2] == ["build"] and "--all" in sys.argv:
    from generator.register.quick import answered

    if answered(sys.argv[1:]):
        sys.exit(0)

from generator.cli.main import main

main()
