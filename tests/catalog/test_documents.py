from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.findings import Findings
from generator.base.yaml_nodes import Mapping, Scalar
from generator.catalog.documents import read_document, read_title
from generator.catalog.handouts import handout_names, load_assets
from generator.catalog.workspace import Workspace, library_root, open_workspace


@pytest.mark.parametrize("ident", handout_names(open_workspace(library_root())))
def test_a_title_is_what_the_whole_file_says(ident: str) -> None:
    library = open_workspace(library_root())
    node = read_document(library, f"handouts/{ident}.yaml", Findings())
    assert isinstance(node, Mapping)
    title = node.get("title")
    assert isinstance(title, Scalar)
    assert read_title(library, f"handouts/{ident}.yaml") == title.text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("title: A\nbody:\n  - text: b\n", "A"),
        ("body:\n  - text: b\ntitle: A\n", "A"),
        ("audience: both\nbody:\n  - text: b\ntitle: A\n", "A"),
        ('title: "A\n\n  body: B"\nbody: []\n', "A\nbody: B"),
        ("title: |\n  A\n\n  body:\nbody:\n  - text: b\n", "A\n\nbody:\n"),
        ("title: [A]\nbody: []\n", "x"),
        ("title: A\n  b: [\nbody: []\n", "x"),
        ("- title\nbody:\n", "x"),
        ("", "x"),
    ],
)
def test_titles_above_and_below_a_body(tmp_path: Path, text: str, title: str) -> None:
    assert read_title(_with(tmp_path, x=text), "handouts/x.yaml") == title


def test_titles_are_looked_for_again_while_they_are_not_there(tmp_path: Path) -> None:
    own = _with(tmp_path, x="title: A\nbody: []\n")
    titles, found = load_assets(own, Findings()).handout, Findings()
    assert (titles("x", None, found), titles("y", None, found)) == ("A", None)
    assert [fault.code for fault in found.errors] == ["unknown-handout"]
    _with(tmp_path, y="title: B\nbody: []\n")
    assert (titles("x", None, found), titles("y", None, found)) == ("A", "B")


def _with(folder: Path, **files: str) -> Workspace:
    for name in ("handouts", "layouts/brands"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"handouts/{name}.yaml").write_text(text, encoding="utf-8")
    return open_workspace(folder)
