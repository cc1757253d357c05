from __future__ import annotations

import subprocess
import sys

PATTERNS = """
import re
from generator.base.patterns import Later
from generator.base.put_off import patterns_put_off
usual = re.compile
with patterns_put_off("yaml"):
    import yaml
    assert isinstance(re.compile("a+"), re.Pattern), "somebody else's"
assert re.compile is usual
assert isinstance(yaml.reader.Reader.NON_PRINTABLE, Later)
assert yaml.safe_load("a: [1, 2.5, 2026-11-22, yes, 'b', .inf]")["a"][3] is True
assert yaml.load("a: 2.5", yaml.CSafeLoader) == {"a": 2.5}
try:
    with patterns_put_off("yaml"):
        raise KeyError
except KeyError:
    assert re.compile is usual
try:
    yaml.load("a: \\x01", yaml.SafeLoader)
except yaml.reader.ReaderError:
    print("refused")
"""


def test_patterns_of_a_package_are_compiled_when_they_are_used() -> None:
    done = subprocess.run([sys.executable, "-c", PATTERNS], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "refused", done.stderr


FUNCTIONS = """
import sys
from generator.base.put_off import functions_put_off
names = {"textwrap": ("dedent", "indent"), "sys": ("exit",)}
with functions_put_off(names):
    from textwrap import dedent, indent
    import sys as other
assert other.exit is sys.exit and other.argv, "what is imported already stays as it is"
assert "textwrap" not in sys.modules
import textwrap
assert textwrap.dedent is not dedent and textwrap.wrap
del sys.modules["textwrap"]
assert dedent("  a") == "a" and indent("a", prefix="-") == "-a"
assert "textwrap" in sys.modules
with functions_put_off({"fractions": ()}, {"colorsys": {"ONE_THIRD": 3}}, absent=("wave", "os")):
    import colorsys, fractions, os
    from colorsys import ONE_THIRD
    assert ONE_THIRD == 3 and "fractions" in sys.modules
    try:
        import wave
    except ImportError:
        pass
    assert "numbers" not in sys.modules
    assert fractions.Fraction(1, 2) * 2 == 1, "what was not said is looked for in the module"
    assert colorsys.hsv_to_rgb(0, 0, 1) == (1, 1, 1)
import wave
import colorsys as itself
from generator.base.put_off import stand_in
late = stand_in("json.tool")
with functions_put_off({}, {"json": {"tool": late}}):
    from json import tool
assert tool is late and not {"json", "json.tool"} & set(sys.modules)
assert callable(tool.main) and "json.tool" in sys.modules
assert stand_in("json.tool") is sys.modules["json.tool"]
assert wave.Error and itself.ONE_THIRD < 1
"""


def test_functions_import_their_module_when_they_are_called() -> None:
    done = subprocess.run([sys.executable, "-c", FUNCTIONS], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
