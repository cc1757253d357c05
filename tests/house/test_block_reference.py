"""The block reference in `docs/blocks/` is what the code says today; `python docs/make_blocks.py` renews it."""

from __future__ import annotations

import sys
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import pytest
from PIL import Image

from generator.kinds.block import block_names
from tests.support.command import ROOT
from tests.support.goldens import difference

FOLDER = ROOT / "docs" / "blocks"
TOLERANCE = 2.0  # of 255 greys: another release of what draws pages softens edges otherwise
MOST_BYTES = 40 * 1024


@cache
def maker() -> ModuleType:
    spec = spec_from_file_location("make_blocks", ROOT / "docs" / "make_blocks.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules["make_blocks"] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


HOW = "run 'python docs/make_blocks.py', look at the pages that changed, and commit them"


def test_every_page_says_what_the_code_says() -> None:
    made = dict(maker().Reference().files())
    stale = [name for name, text in made.items() if not (FOLDER / name).exists() or (FOLDER / name).read_text() != text]
    assert stale == [], HOW


def test_every_picture_shows_what_is_drawn_today() -> None:
    stale = []
    for name, made in maker().Reference().pictures():
        path = FOLDER / name
        if not path.exists():
            stale.append(name)
            continue
        assert path.stat().st_size <= MOST_BYTES, name
        with Image.open(path) as kept:
            if difference(made, kept.convert("RGB")) > TOLERANCE:
                stale.append(name)
    assert stale == [], HOW


def test_nothing_is_left_of_blocks_that_are_gone() -> None:
    reference = maker().Reference()
    made = {name for name, _ in reference.files()} | {name for name, _ in reference.pictures()}
    assert {path.name for path in FOLDER.iterdir()} == made, HOW


@pytest.mark.parametrize("name", block_names())
def test_a_page_tells_every_field_and_shows_its_pictures(name: str) -> None:
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    kind = maker().kind_of(name)
    assert all(f"| `{field.key}` |" in text for field in kind.declared())
    assert f"({name}.png)" in text
    assert (f"({name}-narrow.png)" in text) == (FOLDER / f"{name}-narrow.png").exists()
    assert f"- {name}:" in text
