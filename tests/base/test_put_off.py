from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
from generator.base.put_off import put_off
put_off("{package}", "{name}")
from {package} import {name}
def whole():
    return {part!r} in vars({name}) if type({name}).__name__ == "module" else False
assert not whole(), "imported at once"
assert callable({name}.{part})
assert whole()
before = {name}
put_off("{package}", "{name}")
from {package} import {name}
assert {name} is before is sys.modules["{package}.{name}"]
put_off("{package}", "no_such_module")
assert "{package}.no_such_module" not in sys.modules
"""


def test_a_module_is_imported_when_it_is_first_used() -> None:
    code = CODE.format(package="PIL", name="Image", part="open")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
