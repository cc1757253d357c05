"""Options, markers and fixtures of every test."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support.goldens import Goldens
from tests.support.tools import need

# The same examples on every machine; no test depends on how fast that machine is.
settings.register_profile(
    "house",
    max_examples=50,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("house")

OUTSIDE_TOOLS = (
    "verapdf", "poppler", "qpdf", "pdfimpose", "weasyprint", "typst", "resvg",
    "vnu", "axe", "epubcheck", "liblouis", "libreoffice", "dask", "fsspec",
)  # fmt: skip


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="rewrite the goldens; look at the diff before it is committed"
    )


def pytest_runtest_setup(item: pytest.Item) -> None:
    for tool in OUTSIDE_TOOLS:
        if item.get_closest_marker(tool):
            need(tool)


@pytest.fixture(autouse=True)
def _nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept from one run to the next is the user's own: a test that wants some names a folder."""
    monkeypatch.setenv("HANDOUTS_CACHE", "off")


@pytest.fixture
def goldens(request: pytest.FixtureRequest, tmp_path: Path) -> Goldens:
    """The goldens beside a test's module: `tests/blocks/test_steps.py` has `tests/blocks/goldens/steps/`."""
    module = request.path
    folder = module.parent / "goldens" / module.stem.removeprefix("test_")
    return Goldens(folder, bool(request.config.getoption("--update")), tmp_path)
