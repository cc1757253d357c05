from __future__ import annotations

from pathlib import Path

from generator.pipeline import Order, Works, check, make, names_of, write_all
from tests.support.command import workspace

GOOD = "title: A title\naudience: parents\nbody:\n  - text: Hello\n"
WRONG = GOOD.replace("- text", "- txt")


def test_what_is_right_is_made_and_what_is_wrong_is_told(tmp_path: Path) -> None:
    works = Works(workspace(tmp_path, {"handouts/a.yaml": GOOD, "handouts/b.yaml": WRONG, "handouts/c.yaml": GOOD}))
    watched: list[tuple[int, int, str]] = []
    made = list(make(works, Order(), lambda *told: watched.append(told)))
    assert [item.name for item in made] == ["a.pdf", "c.pdf"]
    assert watched == [(0, 3, "a"), (1, 3, "b"), (2, 3, "c")]
    assert [(str(e.span), e.code) for e in works.findings.errors] == [("handouts/b.yaml:4:5", "unknown-block")]


def test_a_brand_that_is_wrong_is_told_once(tmp_path: Path) -> None:
    files = {"handouts/a.yaml": GOOD, "handouts/b.yaml": GOOD, "layouts/brands/own/brand.yaml": "nmae: Own\n"}
    works = Works(workspace(tmp_path, files))
    assert list(make(works, Order(), lambda *_: None)) == []
    assert [e.code for e in works.findings.errors] == ["unknown-field"]


def test_checking_writes_nothing(tmp_path: Path) -> None:
    works = Works(workspace(tmp_path, {"handouts/a.yaml": GOOD}))
    check(works, Order())
    assert works.findings.all == []
    assert not (tmp_path / "output").exists()


def test_an_unknown_handout_is_told(tmp_path: Path) -> None:
    works = Works(workspace(tmp_path, {"handouts/sleep.yaml": GOOD}))
    assert works.chosen(Order(("sleeep",))) == []
    assert [(e.code, e.help) for e in works.findings.errors] == [("unknown-handout", "did you mean 'sleep'?")]


def test_no_two_orders_give_one_name(tmp_path: Path) -> None:
    own = "name: Own\nextends: little-room\n"
    files = {f"layouts/brands/{name}/brand.yaml": own for name in ("a", "b")}
    sheet = {"layouts/sheet.yaml": "name: Sheet\nkind: leaflet\n"}
    works = Works(workspace(tmp_path, {"handouts/x.yaml": GOOD} | files | sheet))
    orders = [Order(brand=b, layout=layout) for b in (None, "a", "b") for layout in (None, "sheet")]
    names = [names_of(works, order)[0] for order in orders]
    assert len(set(names)) == len(names)
    assert names[0] == "x.pdf"
    assert names_of(works, Order(layout="a4-leaflet")) == ["x.pdf"]


def test_finished_pdfs_are_written_in_order(tmp_path: Path) -> None:
    works = Works(workspace(tmp_path, {"handouts/a.yaml": GOOD, "handouts/b.yaml": GOOD}))
    made = list(make(works, Order(), lambda *_: None))
    paths = list(write_all(tmp_path / "out", made))
    assert paths == [tmp_path / "out/a.pdf", tmp_path / "out/b.pdf"]
    assert paths[0].read_bytes() == made[0].rendered.data


def test_the_faults_of_one_handout_hide_none_of_another(tmp_path: Path) -> None:
    long = GOOD + "  - text: Hello there\n" * 400
    works = Works(workspace(tmp_path, {"handouts/a.yaml": WRONG, "handouts/b.yaml": long}))
    check(works, Order())
    assert [error.code for error in works.findings.errors] == ["unknown-block", "too-long"]
