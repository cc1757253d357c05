from __future__ import annotations

import inspect
import subprocess
import sys

from generator.pdf import harfbuzz

CODE = """
import sys
from generator.pdf.harfbuzz import harfbuzz
hb = harfbuzz()
assert hb is harfbuzz() is sys.modules["uharfbuzz"]
assert "inspect" not in sys.modules
assert hb.Buffer() is not None
import inspect
assert inspect.signature(lambda a: a)
"""


def test_flags_are_those_of_this_python() -> None:
    assert {name: getattr(inspect, name) for name in harfbuzz._FLAGS if hasattr(inspect, name)}.items() <= (
        harfbuzz._FLAGS.items()
    )


def test_it_is_imported_without_inspect() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
