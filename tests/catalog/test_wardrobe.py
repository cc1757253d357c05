"""Looks of rows: what is told while a row is checked is what is told while its look is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.findings import Findings
from generator.catalog import art, brands
from generator.catalog.settings import SettingsFile, read_settings
from generator.catalog.wardrobe import Wardrobe
from generator.catalog.workspace import Workspace, library_root
from tests.support.command import workspace

GOOD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><circle cx="9" cy="9" r="8"/></svg>'
HEAD = "id,name,logo.file,logo.alt,logo.light,colours.primary,partners.1.file,partners.1.alt,strapline,fonts.heading\n"
ROWS = (
    "good,Good,good.svg,Logo,,#17565c,,,,\n"
    "light,Light,good.svg,Logo,good.svg,#17565c,good.svg,A partner,,\n"
    "words,Words,words.svg,Logo,,#17565c,,,,\n"
    "none,None,none.svg,Logo,,#17565c,,,,\n"
    "dark,Dark,good.svg,Logo,words.svg,#17565c,,,,\n"
    "ally,Ally,good.svg,Logo,,#17565c,words.svg,A partner,,\n"
    "cut,Cut,cut.png,Logo,,#17565c,,,,\n"
    "lines,Lines,good.svg,Logo,,#17565c,,,{{ setting.town }},\n"
    "font,Font,good.svg,Logo,,#17565c,,,,No Such Family\n"
)


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    root = workspace(tmp_path / "w")
    (root / "good.svg").write_text(GOOD)
    (root / "words.svg").write_text(GOOD.replace("</svg>", "<text>x</text></svg>"))
    (root / "cut.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (root / "rows.csv").write_text(HEAD + ROWS)
    return Workspace(root, library_root())


def table(place: Workspace) -> SettingsFile:
    findings = Findings()
    file = read_settings(place.root / "rows.csv", place, findings)
    assert findings.errors == []
    assert file is not None
    return file


def test_a_check_tells_what_making_tells(place: Workspace) -> None:
    file = table(place)
    assert len(file.rows) == ROWS.count("\n")
    for _ in range(2):  # the second time drawings are known
        wardrobe, right = Wardrobe(place, "little-room"), []
        for row in file.rows:
            checked, made = Findings(), Findings()
            chain = wardrobe.chain(row, Findings())
            body, look = wardrobe.check(row, chain, checked), wardrobe.look(row, chain, made)
            assert checked.all == made.all
            assert (body is None) == (look is None)
            assert look is None or look.body is body
            right += [row.ident] if look is not None else []
        assert right == ["good", "light"]


def test_a_check_makes_no_drawing_that_is_known(place: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    wardrobe, row = Wardrobe(place, "little-room"), table(place).rows[0]
    chain = wardrobe.chain(row, Findings())
    assert wardrobe.check(row, chain, Findings()) is not None

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("it is made again")

    for name in ("generator.catalog.art._read", "pickle.loads", "generator.catalog.brands.derive"):
        monkeypatch.setattr(name, refuse)
    art._last.clear()
    assert wardrobe.check(row, chain, Findings()) is not None


def test_a_brand_is_joined_once_for_all_that_look_at_a_row(place: Workspace) -> None:
    wardrobe, rows = Wardrobe(place, "little-room"), table(place).rows
    chains = [wardrobe.chain(row, Findings()) for row in rows]
    for chain in chains:
        assert brands.joined(chain) is brands.joined(chain)
        assert brands.joined(chain).name == chain[0][1].name
