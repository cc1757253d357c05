from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.base.inside import DoorError, is_device, parse_inside


@pytest.mark.parametrize(
    ("text", "folder", "path"),
    [
        ("images/baby.png", "handouts", "handouts/images/baby.png"),
        ("../inserts/local.pdf", "handouts/packs", "handouts/inserts/local.pdf"),
        ("./logo.svg", "layouts/brands/acorns", "layouts/brands/acorns/logo.svg"),
        ("a//b.png", "", "a/b.png"),
        ("Foto ż 1.png", "", "Foto ż 1.png"),
        ("../x.png", "handouts", "x.png"),
    ],
)
def test_a_path_is_relative_to_its_file(text: str, folder: str, path: str) -> None:
    assert parse_inside(text, folder) == PurePosixPath(path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ".",
        "images/",
        "..",
        "../x.png",
        "a/../../x.png",
        "/etc/hostname",
        "//server/share",
        "\\\\server\\share",
        "C:\\x.png",
        "C:/x.png",
        "C:x.png",
        "a\\b.png",
        "file:///etc/hostname",
        "http://127.0.0.1:9/x.png",
        "data:image/png;base64,AAAA",
        "~/x.png",
        "*.png",
        "a?.png",
        "[ab].png",
        "|id",
        "a\nb.png",
        "a\0b.png",
        "a\u202eb.png",
        "CON",
        "images/nul.png",
        "com1.txt",
        "x.",
        "x ",
        "images./x.png",
        ".git/config",
        "a.png:stream",
        "x" * 300,
        "a\ud800",
    ],
)
def test_what_leads_elsewhere_is_refused(text: str) -> None:
    with pytest.raises(DoorError) as refused:
        parse_inside(text)
    assert refused.value.code in ("path-outside", "path-bad")
    assert refused.value.help


@given(st.text("a./\\~:*|C\0 ", max_size=20), st.sampled_from(["", "handouts", "handouts/packs"]))
@example("../../../x", "handouts/packs")
def test_no_path_gets_out(text: str, folder: str) -> None:
    try:
        path = parse_inside(text, folder)
    except DoorError:
        return
    assert not path.is_absolute()
    assert ".." not in path.parts
    assert path.parts


@pytest.mark.parametrize(("name", "device"), [("CON", True), ("nul.txt", True), ("com9", True), ("console", False)])
def test_devices_of_windows(name: str, device: bool) -> None:
    assert is_device(name) is device
