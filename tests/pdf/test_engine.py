from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.pdf.engine import TaggedCanvas

WITH_REPORTLAB = r"""
import sys
from generator.pdf import engine
assert not {"reportlab.pdfgen.canvas", "reportlab.lib.rl_safe_eval", "tempfile", "PIL._imaging"} & set(sys.modules)
from reportlab.pdfbase import pdfdoc
assert pdfdoc.pdfdocEnc("Type") == b"Type" and "reportlab.pdfbase._fontdata" not in sys.modules
assert pdfdoc.pdfdocEnc("\u2019\n") == b"\x90\n" and "reportlab.pdfbase._fontdata" in sys.modules
from reportlab.lib.colors import toColor
from reportlab.lib.utils import get_rl_tempdir, rl_safe_exec
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
import io
assert round(pdfmetrics.stringWidth("ab", "Helvetica", 10), 2) == 11.12
assert toColor("#336699").hexval() == "0x336699"
named = {}
rl_safe_exec("a = 1 + 1", named, named)
assert named["a"] == 2
out = io.BytesIO()
page = Canvas(out)
page.drawString(10, 10, "Sleep")
page.save()
assert out.getvalue().startswith(b"%PDF")
"""


def test_who_uses_more_of_reportlab_in_the_same_process_finds_it_whole() -> None:
    done = subprocess.run([sys.executable, "-c", WITH_REPORTLAB], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_settings_and_patches_of_others_are_not_run(tmp_path: Path) -> None:
    for name in ("reportlab_settings", "reportlab_mods", "_rl_accel"):
        (tmp_path / f"{name}.py").write_text("print('run')")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import generator.pdf.engine"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == ""


def test_a_state_has_one_name_on_a_page_and_a_new_page_has_none() -> None:
    canvas = TaggedCanvas("en")
    assert [canvas.state("ca", 0.5), canvas.state("CA", 0.5), canvas.state("ca", 0.5)] == [
        "/gRLs0 gs",
        "/gRLs1 gs",
        "/gRLs0 gs",
    ]
    canvas.showPage()
    assert canvas.states == {}


@pytest.mark.parametrize("size", [(100.0, 200.0), (595.28, 841.89)])
def test_pages_have_the_size_that_they_were_begun_with(size: tuple[float, float]) -> None:
    canvas = TaggedCanvas("en")
    canvas.setPageSize(size)
    canvas.showPage()
    page = canvas._doc.Pages.pages[0]
    assert (page.pagewidth, page.pageheight) == size
    assert page.StructParents == 0
