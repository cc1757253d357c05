"""`handouts brand new`: a brand of one's own, at a terminal and without one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from generator.base.findings import refuse as refuse_
from generator.base.json_schema import schema_of
from generator.cli.brand_asks import dropped, whole_address
from generator.cli.brand_new import NATIONS, SHAPES
from generator.model.brand import Brand
from tests.support.command import Call, workspace, written
from tests.support.terminal import at_a_terminal

HANDOUT = "title: One\naudience: parents\nbody:\n  - text: Some words.\n"
HOME = "layouts/brands/little-acorns"
NAME = "Little Acorns"


def logo(path: Path, *colours: str, kind: str = "PNG", **more: object) -> Path:
    """A logo of discs on a transparent ground, the first the largest."""
    image = Image.new("RGBA" if kind == "PNG" else "RGB", (900, 300), (0, 0, 0, 0) if kind == "PNG" else "#ffffff")
    for i, colour in enumerate(colours):
        radius = 140 - 30 * i
        ImageDraw.Draw(image).ellipse(
            (150 + 300 * i - radius, 150 - radius, 150 + 300 * i + radius, 150 + radius), colour
        )
    image.save(path, kind, **more)
    return path


def brand_file(folder: Path) -> str:
    return (folder / HOME / "brand.yaml").read_text("utf-8")


def test_a_brand_is_made_shown_and_used(tmp_path: Path, call: Call) -> None:
    elsewhere = logo(tmp_path / "My Logo.PNG", "#fff3b0", "#2e7d32")
    ws = workspace(tmp_path / "ws", {"handouts/one.yaml": HANDOUT})
    given = ("--logo", str(elsewhere), "--colour", "fff3b0", "--colour", "#2e7d32", "--web", "acorns.example/a")
    said = call(ws, "brand", "new", NAME, *given, "--phone", "01632 960 111")
    assert said.code == 0, said.err
    made = [f"{HOME}/brand.yaml", f"{HOME}/logo.png", "output/specimen--little-acorns.pdf"]
    assert said.out.splitlines() == [*made, "output/specimen--little-acorns.png"]
    assert (ws / HOME / "logo.png").read_bytes() == elsewhere.read_bytes()
    assert (ws / "output/specimen--little-acorns.pdf").read_bytes().startswith(b"%PDF-")
    with Image.open(ws / "output/specimen--little-acorns.png") as picture:
        assert picture.width > 1000
    text = brand_file(ws)
    assert '  primary: "#fff3b0"' in text
    assert '  accent: "#2e7d32"' in text
    assert '  web: "https://acorns.example/a"' in text
    assert "your pale yellow is too light for text on white (1.1:1); headings use a darker one" in said.err
    assert "make it the primary colour, and headings will be green" in said.err
    assert said.err.endswith("Now make a leaflet with it:\n  handouts build one\n")
    assert call(ws, "build", "one").out == "output/one.pdf\n"


def test_the_colours_of_the_logo_may_be_taken(tmp_path: Path, call: Call) -> None:
    ws = workspace(tmp_path)
    logo(tmp_path / "l.png", "#3f8f4f", "#d04a2b")
    said = call(ws, "brand", "new", NAME, "--logo", "l.png", "--yes")
    assert said.code == 0, said.err
    assert "taken from your logo: green #3f8f4f and red #d04a2b" in said.err
    assert '  primary: "#3f8f4f"' in brand_file(ws)
    assert "handouts new first-days" in said.err  # there is no handout to build


def test_with_two_brands_of_ones_own_the_next_command_names_this_one(tmp_path: Path, call: Call) -> None:
    files = {
        "layouts/brands/other/brand.yaml": 'name: O\ncolours: {primary: "#123456"}\n',
        "handouts/one.yaml": HANDOUT,
    }
    said = call(workspace(tmp_path, files), "brand", "new", NAME, "--colour", "teal")
    assert said.code == 0, said.err
    assert "handouts build one --brand little-acorns" in said.err
    assert "'Little Acorns' stands in words" in said.err


def test_what_is_said_of_another_brand_is_taken_from_it(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path), "brand", "new", NAME, "--extends", "hartwell", "--nation", "Wales")
    assert said.code == 0, said.err
    assert 'extends: "hartwell"' in brand_file(tmp_path)
    assert 'nation: "Wales"' in brand_file(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "NAME is missing"),
        (("  ",), "NAME is missing"),
        ((NAME,), "--colour is missing"),
        ((NAME, "--yes"), "--colour is missing"),
        ((NAME, "--logo", "l.png"), 'add --colour "#3f8f4f" --colour "#d04a2b", or --yes'),
        ((NAME, "--colour"), "write '--colour COLOUR'"),
        ((NAME, "--colour", "red", "--id", "a", "--id", "b"), "--id is given 2 times"),
        ((NAME, "--colour", "red", "--nation", "Kent"), "Kent"),
        (("日本", "--colour", "red"), "--id our-nursery"),
        ((NAME, "extra", "--colour", "red"), "in quotes"),
    ],
)
def test_without_a_terminal_nothing_is_asked(arguments: tuple[str, ...], told: str, tmp_path: Path, call: Call) -> None:
    logo(workspace(tmp_path) / "l.png", "#3f8f4f", "#d04a2b")
    before = written(tmp_path)
    said = call(tmp_path, "brand", "new", *arguments)
    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert written(tmp_path) == before


@pytest.mark.parametrize("phone", ["O1632 960 111", "ring us", "\u201c01632 960 111\u201d"])
def test_a_phone_that_nobody_could_ring_is_refused(phone: str, tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path), "brand", "new", NAME, "--colour", "teal", "--phone", phone)
    assert (said.code, said.out) == (1, "")
    assert said.err.count("error[bad-phone]: --phone: ") == 1
    assert not (tmp_path / HOME).exists()


def test_a_phone_that_lost_its_zero_is_told_once(tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path), "brand", "new", NAME, "--colour", "teal", "--phone", "1632960111")
    assert said.code == 0, said.err
    assert said.err.count("warning[lost-zero]") == 1
    assert "did you mean '01632 960 111'?" in said.err


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path, call: Call) -> None:
    (workspace(tmp_path) / "l.png").write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0")
    given = ("--logo", "l.png", "--colour", "frog", "--web", "a b", "--extends", "nobody", "--id", "A b")
    said = call(tmp_path, "brand", "new", NAME, *given)
    assert (said.code, said.out) == (1, "")
    for code in ("picture-format", "bad-colour", "bad-url", "unknown-brand", "bad-name"):
        assert f"error[{code}]" in said.err
    assert said.err.endswith("5 problems; nothing was written\n")
    assert written(tmp_path) == ["l.png"]


def test_three_colours_are_too_many(tmp_path: Path, call: Call) -> None:
    colours = [word for colour in ("red", "green", "blue") for word in ("--colour", colour)]
    said = call(workspace(tmp_path), "brand", "new", NAME, *colours)
    assert said.code == 1
    assert "one or two colours are enough" in said.err


def test_a_brand_is_never_written_over(tmp_path: Path, call: Call) -> None:
    assert call(workspace(tmp_path), "brand", "new", NAME, "--colour", "red").code == 0
    before = brand_file(tmp_path)
    said = call(tmp_path, "brand", "new", NAME, "--colour", "blue")
    assert said.code == 1
    assert "error[already-there]" in said.err
    assert "--id little-acorns-2" in said.err
    assert brand_file(tmp_path) == before


def test_outside_of_a_workspace_it_says_how_to_make_one(tmp_path: Path, call: Call) -> None:
    said = call(tmp_path, "brand", "new", NAME, "--colour", "red")
    assert said.code == 1
    assert "handouts init our-leaflets" in said.err
    assert written(tmp_path) == []


def test_nothing_of_a_pictures_metadata_reaches_a_pdf(tmp_path: Path, call: Call) -> None:
    exif = Image.Exif()
    exif[0x013B] = "SECRETARTIST"
    logo(tmp_path / "l.jpg", "#3f8f4f", kind="JPEG", exif=exif, comment=b"SECRETCOMMENT")
    ws = workspace(tmp_path / "ws", {"handouts/one.yaml": HANDOUT})
    assert call(ws, "brand", "new", NAME, "--logo", "../l.jpg", "--yes").code == 0
    assert b"SECRET" in (ws / HOME / "logo.jpg").read_bytes()
    assert call(ws, "build").code == 0
    pdfs = sorted((ws / "output").glob("*.pdf"))
    assert len(pdfs) == 2
    assert not any(b"SECRET" in pdf.read_bytes() for pdf in pdfs)


def test_a_specimen_that_cannot_be_drawn_does_not_undo_the_brand(
    tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bytes:
        raise refuse_(None, "no-pypdfium2", "pictures need PDFium", "install it")

    monkeypatch.setattr("generator.cli.brand_new.small_sheets", refuse)
    said = call(workspace(tmp_path), "brand", "new", NAME, "--colour", "red")
    assert said.code == 1
    assert said.out.splitlines() == [f"{HOME}/brand.yaml", "output/specimen--little-acorns.pdf"]
    assert "error[no-pypdfium2]" in said.err
    assert said.err.endswith("the brand is made; its specimen could not be drawn\n")


# -- at a terminal -----------------------------------------------------------------------------------------------------
def test_it_asks_for_what_is_missing_and_asks_again_for_what_is_wrong(tmp_path: Path) -> None:
    logo(tmp_path / "our logo.png", "#fff3b0", "#2e7d32")
    answers = [
        ("Name of a new folder", "leaflets"),
        ("called?", NAME),
        ("Your logo", "nothing.png"),
        ("Your logo", "'our logo.png'"),
        ("Press Enter to take them", "frog"),
        ("Press Enter to take them", ""),
        ("telephone", "01632 960 111"),
        ("web address", "not one"),
        ("web address", ""),
    ]
    said = at_a_terminal(tmp_path, ("brand", "new"), answers)
    assert said.code == 0, said.out
    assert "there is no file 'nothing.png'" in said.out
    assert "green #2e7d32 for titles and bands, and pale yellow #fff3b0 for what is to stand out" in said.out
    assert "'frog' is not a colour" in said.out
    assert "'https://not one' holds a space" in said.out
    assert "cd leaflets && handouts build tuning-into-your-baby" in said.out
    text = brand_file(tmp_path / "leaflets")
    assert 'primary: "#2e7d32"' in text
    assert 'phone: "01632 960 111"' in text
    assert '#web: "' in text


def test_colours_of_ones_own_may_be_typed(tmp_path: Path) -> None:
    workspace(tmp_path)
    answers = [
        ("Your logo", ""),
        ("main colour", ""),
        ("main colour", "teal"),
        ("second colour", "gold"),
        ("phone", ""),
    ]
    said = at_a_terminal(tmp_path, ("brand", "new", NAME), [*answers, ("web address", "acorns.example")])
    assert said.code == 0, said.out
    text = brand_file(tmp_path)
    assert 'primary: "#008080"' in text
    assert 'accent: "#ffd700"' in text
    assert 'web: "https://acorns.example"' in text


def test_a_phone_that_looks_wrong_is_asked_for_again(tmp_path: Path) -> None:
    answers = [("telephone", "ring us"), ("telephone", "1632960111"), ("telephone", "O1632 960 111")]
    answers += [("telephone", "01632 960 111"), ("web address", "")]
    said = at_a_terminal(workspace(tmp_path), ("brand", "new", NAME, "--colour", "teal"), [("Your logo", ""), *answers])
    assert said.code == 0, said.out
    assert "there is no digit" in said.out
    assert "may have lost the 0" in said.out
    assert "did you mean '01632 960 111'?" in said.out
    assert 'phone: "01632 960 111"' in brand_file(tmp_path)


def test_a_number_that_only_looks_wrong_is_taken_when_typed_again(tmp_path: Path) -> None:
    answers = [("Your logo", ""), ("telephone", "2125550100"), ("telephone", "2125550100"), ("web address", "")]
    said = at_a_terminal(workspace(tmp_path), ("brand", "new", NAME, "--colour", "teal"), answers)
    assert said.code == 0, said.out
    assert 'phone: "2125550100"' in brand_file(tmp_path)


def test_the_first_colour_may_be_typed_and_the_second_taken(tmp_path: Path) -> None:
    logo(workspace(tmp_path) / "l.png", "#3f8f4f", "#d04a2b")
    answers = [("Press Enter to take them", "#123456"), ("second colour", ""), ("telephone", ""), ("web", "")]
    said = at_a_terminal(tmp_path, ("brand", "new", NAME, "--logo", "l.png"), answers)
    assert said.code == 0, said.out
    assert 'primary: "#123456"' in brand_file(tmp_path)
    assert 'accent: "#d04a2b"' in brand_file(tmp_path)


@pytest.mark.parametrize("more", [("--id", "little-room"), ("--body-font", "Nope"), ("--logo", "nothing.png")])
def test_what_is_wrong_on_the_command_line_is_told_before_more_is_asked(more: tuple[str, str], tmp_path: Path) -> None:
    said = at_a_terminal(workspace(tmp_path), ("brand", "new", NAME, *more), [])
    assert said.code == 1, said.out
    assert "1 problem; nothing was written" in said.out
    assert "telephone" not in said.out


def test_whoever_stops_leaves_nothing_behind(tmp_path: Path) -> None:
    workspace(tmp_path)
    said = at_a_terminal(tmp_path, ("brand", "new"), [("called?", NAME)])  # then Ctrl-D
    assert said.code == 130
    assert "handouts: stopped" in said.out
    assert written(tmp_path) == []


def test_with_yes_nothing_is_asked_at_a_terminal_either(tmp_path: Path) -> None:
    said = at_a_terminal(workspace(tmp_path), ("brand", "new", "--yes"), [])
    assert said.code == 2
    assert "NAME is missing" in said.out


# -- parts -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("acorns.example", "https://acorns.example"),
        (" www.acorns.example/a ", "https://www.acorns.example/a"),
        ("//acorns.example", "https://acorns.example"),
        ("acorns.example:8080/a", "https://acorns.example:8080/a"),
        ("http://acorns.example", "http://acorns.example"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        (None, None),
    ],
)
def test_https_is_put_in_front_of_an_address(typed: str | None, whole: str | None) -> None:
    assert whole_address(typed) == whole


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("logo.png", "logo.png"),
        ("'/a b/my logo.png'", "/a b/my logo.png"),
        ('"/a b/my logo.png"', "/a b/my logo.png"),
        (r"/a\ b/my\ logo.png", "/a b/my logo.png"),
        ("/a b/my logo.png", "/a b/my logo.png"),
        ("/a/Mary's logo.png", "/a/Mary's logo.png"),
    ],
)
def test_a_file_may_be_dragged_into_the_window(said: str, path: str) -> None:
    assert dropped(said) == path


def test_the_choices_are_those_of_the_brands_file() -> None:
    made: Any = schema_of(Brand, "Brand", {})["properties"]
    assert set(made["nation"]["enum"]) - {None, ""} == set(NATIONS)
    assert set(made["shape"]["enum"]) - {None, ""} == set(SHAPES)
