"""What is typed wrong is told with what to type instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import Call, workspace, written

PACK = "title: A pack\naudience: parents\nsections:\n  - title: Hello\n    items: [one]\n"
ONE = "title: The first\naudience: parents\nbody:\n  - text: Hello\n"
FILES = {"handouts/packs/group.yaml": PACK, "handouts/one.yaml": ONE}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["pack"], "write 'handouts pack PACK'"),
        (["merge"], "write 'handouts merge A.pdf [B.pdf]...'"),
        (["merge", "a.pdf"], "write 'handouts merge ... -o C.pdf'"),
        (["certificates", "group"], "write 'handouts certificates ... --names FILE.csv'"),
        (["check", "--explain"], "write '--explain RULE'"),
        (["pack", "group", "--impose"], "write '--impose booklet'"),
        (["build", "--verbose=1"], "write '--verbose'"),
        (["build", "--xyz"], "'--help' after the command lists its options"),
        (["pack", "my", "group"], "put a name that has spaces in it in quotes"),
        (["pack", "one"], "make it with 'handouts build one'"),
        (["certificates", "one", "--names", "x.csv"], "make it with 'handouts build one'"),
        (["pack", "group", "-o", "my.pdf"], "leave out the '.pdf'; what is made there has a name already"),
        (["build", "-o", ""], "write '-o FOLDER', or leave it out"),
        (["new", ""], "write a name such as tuning-into-your-baby"),
        (["new", "handouts/My two.yaml"], "did you mean 'my-two'?"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_to_type_instead(typed: list[str], told: str, tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, FILES), *typed)
    assert said.code == 2
    assert said.err.endswith(f"\n  help: {told}\n")
    assert written(tmp_path) == sorted(FILES)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        (["build", "one", "--brand", "hartwell", "--brand", "little-room"], "--brand"),
        (["pack", "group", "-o", "a", "--output", "b"], "--output"),
        (["pack", "group", "--copy", "trainer", "--copy=learner"], "--copy"),
    ],
)
def test_what_is_given_twice_is_refused(typed: list[str], name: str, tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, FILES), *typed)
    assert said.code == 2
    assert f"{name} is given 2 times\n  help: give it once" in said.err
    assert written(tmp_path) == sorted(FILES)


def test_what_may_be_given_twice_is_taken(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, FILES)
    assert call(tmp_path, "contact-sheet", "one", "--brand", "hartwell", "--brand", "little-room").code == 0
    assert call(tmp_path, "build", "one", "--verbose", "--verbose").code == 0


def test_a_folder_that_ends_in_pdf_is_taken_where_it_is_there(tmp_path: Path, call: Call) -> None:
    (workspace(tmp_path, FILES) / "old.pdf").mkdir()
    assert call(tmp_path, "build", "one", "-o", "old.pdf").out == "old.pdf/one.pdf\n"


@pytest.mark.parametrize("typed", [["new", "group"], ["new", "one", "--pack"]])
def test_a_handout_and_a_pack_of_one_name_are_not_begun(typed: list[str], tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path, FILES), *typed)
    assert said.code == 1
    assert "error[same-name]" in said.err
    assert "help: choose another name, such as " in said.err
    assert written(tmp_path) == sorted(FILES)
