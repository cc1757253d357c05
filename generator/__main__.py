"""`python -m generator`: the same as `handouts`."""

from __future__ import annotations

import sys

if not sys.flags.safe_path:
    # `python -m` looks for modules in the current folder first: a yaml.py that lies in a workspace would be run.
    del sys.path[0]

from generator.cli.start import main

main()
