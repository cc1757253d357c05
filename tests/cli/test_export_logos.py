"""Logos that are more than plain paths, in every wrapper."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import Call, workspace

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><linearGradient id="g"><stop stop-color="#c04000"/>'
    '<stop offset="1" stop-color="#004080"/></linearGradient><g opacity="0.9"><path fill="url(#g)" d="M0 0h120v40H0z"/>'
    "</g></svg>"
)
BRAND = (
    "name: Drawn\nlogo: {file: logo.svg, alt: Drawn Nursery}\n"
    'colours: {primary: "#1b6e6a"}\ncontact: {phone: 01632 960 000}\nnation: England\n'
)
GOOD = "title: One\naudience: both\nbody:\n  - text: Some words.\n"


@pytest.mark.parametrize("wrapper", ["html", "epub", "docx", "text"])
def test_a_logo_with_a_gradient_is_exported(wrapper: str, tmp_path: Path, call: Call) -> None:
    brand = {"layouts/brands/drawn/brand.yaml": BRAND, "layouts/brands/drawn/logo.svg": LOGO}
    folder = workspace(tmp_path, {"handouts/one.yaml": GOOD, **brand})
    said = call(folder, "export", "one", "--to", wrapper, "--brand", "drawn")
    assert said.code == 0, said.err
    (made,) = (folder / "output").iterdir()
    if wrapper == "html":
        page = made.read_text(encoding="utf-8")
        assert "data:image/png;base64," in page
        assert "Drawn Nursery" in page


def test_a_long_title_and_a_far_date_are_no_trouble(tmp_path: Path, call: Call) -> None:
    far = GOOD.replace("One", "Word " * 70) + "review: {version: '1', reviewed: 9999-01-01}\n"
    folder = workspace(tmp_path, {"handouts/one.yaml": far})
    for wrapper in ("docx", "epub"):
        assert call(folder, "export", "one", "--to", wrapper).code == 0
