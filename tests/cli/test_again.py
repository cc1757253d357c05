from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from generator.catalog import workspace as catalog
from generator.cli import again, question
from tests.support.command import NOON, Said, environment, workspace, written

HANDOUT = "title: Sleep\naudience: parents\nbody:\n  - text: Babies wake at night.\n"
FILES = {"handouts/sleep.yaml": HANDOUT, "handouts/play.yaml": HANDOUT.replace("Sleep", "Play")}
# Says at the end whether the command went the long way.
RUN = """
import atexit, sys
@atexit.register
def _():
    if "generator.pipeline" in sys.modules:
        sys.stderr.write("THE LONG WAY")
from generator.cli.start import main
main()
"""
LONG = "THE LONG WAY"


class Desk:
    """A workspace, and a store of its own."""

    def __init__(self, folder: Path, files: dict[str, str] | None = None) -> None:
        self.root = workspace(folder / "w", FILES if files is None else files)
        self.store = folder / "store"

    def run(self, *arguments: str, here: Path | None = None, **more: str) -> Said:
        time.sleep(0.15)  # what was changed in the same tick of the clock is never trusted
        given = environment(**{"HANDOUTS_CACHE": str(self.store)} | more)
        line = [sys.executable, "-c", RUN, *arguments]
        done = subprocess.run(line, cwd=here or self.root, env=given, capture_output=True, text=True, check=False)
        return Said(done.returncode, done.stdout, done.stderr)

    def pdfs(self) -> dict[str, bytes]:
        return {name: (self.root / name).read_bytes() for name in written(self.root) if name.endswith(".pdf")}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_second_time_it_is_answered_at_once(desk: Desk) -> None:
    first = desk.run("build", "sleep")
    assert first.err.endswith(LONG)
    made = desk.pdfs()
    assert list(made) == ["output/sleep.pdf"]
    for spoil in (lambda path: path.unlink(), lambda path: path.write_bytes(b"other"), lambda path: None):
        spoil(desk.root / "output" / "sleep.pdf")
        second = desk.run("build", "sleep")
        assert second == (0, first.out, first.err.removesuffix(LONG))
        assert desk.pdfs() == made
    shutil.rmtree(desk.root / "output")
    assert desk.run("build", "sleep") == (0, first.out, first.err.removesuffix(LONG))
    assert desk.pdfs() == made


def test_what_was_said_is_said_again(desk: Desk) -> None:
    (desk.root / "handouts/sleep.yaml").write_text(HANDOUT + "  - contacts: [nspcc]\n")
    asked = ("build", "--edition", "all", "--verbose", "-o", "elsewhere")
    first = desk.run(*asked)
    assert "contact-dates" in first.err
    made = desk.pdfs()
    assert len(made) > 4
    shutil.rmtree(desk.root / "elsewhere")
    assert desk.run(*asked) == (0, first.out, first.err.removesuffix(LONG))
    assert desk.pdfs() == made


def test_it_is_answered_into_whatever_folder_is_named(desk: Desk, tmp_path: Path) -> None:
    first = desk.run("build", "--verbose", "sleep", "-o", "one")
    assert first.out == "one/sleep.pdf\n"
    assert first.err.endswith(LONG)
    said = first.err.removesuffix(LONG)
    made = (desk.root / "one" / "sleep.pdf").read_bytes()
    for words, where in (
        (("-o", "two/deep"), "two/deep/sleep.pdf"),
        (("--output", "./one/../three/"), "three/sleep.pdf"),
        (("-o", str(tmp_path / "far off")), "../far off/sleep.pdf"),
    ):
        assert desk.run("build", *words, "--verbose", "sleep") == (0, f"{where}\n", said)
        assert (desk.root / where).read_bytes() == made
    (desk.root / "file").write_text("")
    for wrong in ("", "file", "https://there", "sleep.pdf"):
        refused = desk.run("build", "sleep", "--verbose", "-o", wrong)
        assert refused.code in (1, 2)
        assert "help:" in refused.err or "Error" in refused.err
    # The workspace's own folder is watched by a fence, one that is named is not: they are two questions.
    assert desk.run("build", "--verbose", "sleep").err.endswith(LONG)


def test_a_line_without_its_folder() -> None:
    assert question.without_folder(["build", "a", "-o", "x", "b"]) == (["build", "a", "b"], "x")
    assert question.without_folder(["build", "--output", "x y"]) == (["build"], "x y")
    for line in (
        "build a",
        "build -o",
        "build -o x -o y",
        "build -o x --output y",
        "build -- -o x",
        "build -o --verbose",
        "build --layout -o x a4-trifold",
        "build --output=x",
        "build -o s3://x",
        "build -o a.PDF",
        "build -o \x1b",
    ):
        assert question.without_folder(line.split(" ")) == (line.split(" "), None)


def test_so_is_a_pack(tmp_path: Path) -> None:
    pack = "title: Course\naudience: parents\nsections:\n  - title: One\n    items: [sleep, play]\n"
    desk = Desk(tmp_path, FILES | {"handouts/packs/course.yaml": pack})
    asked = ("pack", "course", "--edition", "large-print")
    first = desk.run(*asked)
    assert first.code == 0, first.err
    assert first.err.endswith(LONG)
    made = desk.pdfs()
    assert len(made) == 1
    shutil.rmtree(desk.root / "output")
    assert desk.run(*asked) == (0, first.out, first.err.removesuffix(LONG))
    assert desk.pdfs() == made
    assert desk.run("pack", "course").err.endswith(LONG)
    edit(desk.root)
    assert desk.run(*asked).err.endswith(LONG)
    assert desk.pdfs() != made


def edit(root: Path) -> None:
    path = root / "handouts/sleep.yaml"
    path.write_text(path.read_text().replace("wake", "woke"))  # as long as it was
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, 10**18))


def shadow(root: Path) -> None:
    shutil.copy(catalog.library_root() / "layouts/a4-leaflet.yaml", root / "layouts/a4-leaflet.yaml")


def register(root: Path) -> None:
    shutil.copy(catalog.library_root() / "handouts/sources.yaml", root / "handouts/sources.yaml")


def add_brand(root: Path) -> None:
    shutil.copytree(catalog.library_root() / "layouts/brands/little-room", root / "layouts/brands/ours")


def same_words(root: Path) -> None:
    path = root / "handouts/sleep.yaml"
    text = path.read_text()
    path.unlink()
    path.write_text(text)


@pytest.mark.parametrize("change", [edit, shadow, register, add_brand, same_words])
def test_whatever_changes_it_is_made_anew(change: Callable[[Path], None], desk: Desk) -> None:
    desk.run("build", "sleep")
    change(desk.root)
    said = desk.run("build", "sleep")
    assert said.code == 0, said.err
    assert said.err.endswith(LONG)
    fresh = Desk(desk.root.parent / "fresh")
    shutil.rmtree(fresh.root)
    shutil.copytree(desk.root, fresh.root, ignore=lambda *_: ["output"])
    assert fresh.run("build", "sleep", HANDOUTS_CACHE="off")[:2] == said[:2]
    assert fresh.pdfs() == desk.pdfs()
    assert not desk.run("build", "sleep").err.endswith(LONG)


def test_another_question_has_another_answer(desk: Desk) -> None:
    desk.run("build", "sleep")
    later = str(int(NOON) + 86_400)
    assert desk.run("build", "sleep", SOURCE_DATE_EPOCH=later).err.endswith(LONG)
    assert desk.run("build", "play").err.endswith(LONG)
    assert desk.run("build", "sleep", "--edition", "large-print").err.endswith(LONG)
    assert desk.run("build", "sleep", here=desk.root / "handouts").err.endswith(LONG)
    assert not desk.run("build", "sleep").err.endswith(LONG)
    hours = str(int(NOON) + 3_600)
    assert not desk.run("build", "sleep", SOURCE_DATE_EPOCH=hours).err.endswith(LONG)


def test_what_went_wrong_is_told_by_the_long_way_each_time(desk: Desk) -> None:
    (desk.root / "handouts/sleep.yaml").write_text("title: Sleep\n")
    first = desk.run("build", "sleep")
    assert first.code == 1
    assert desk.run("build", "sleep") == first


def test_an_output_that_may_not_be_written_is_told_as_ever(desk: Desk, tmp_path: Path) -> None:
    desk.run("build", "sleep")
    pdf = desk.root / "output" / "sleep.pdf"
    pdf.unlink()
    pdf.symlink_to(tmp_path / "aim")
    said = desk.run("build", "sleep")
    assert said.code == 1
    assert "write-link" in said.err
    assert not (tmp_path / "aim").exists()
    shutil.rmtree(desk.root / "output")
    (tmp_path / "outside").mkdir()
    (desk.root / "output").symlink_to(tmp_path / "outside")
    said = desk.run("build", "sleep")
    assert said.code == 1
    assert "link out of the workspace" in said.err
    assert list((tmp_path / "outside").iterdir()) == []


def test_files_that_lie_elsewhere_are_looked_at_each_time(tmp_path: Path) -> None:
    text = HANDOUT + "  - image: {file: ../photos/blot.png, alt: A blot}\n"
    desk = Desk(tmp_path, {"handouts/sleep.yaml": text})
    (desk.root / "photos").mkdir()
    Image.new("RGB", (300, 200), "#336699").save(desk.root / "photos/blot.png")
    for _ in range(2):
        said = desk.run("build", "sleep")
        assert said.code == 0, said.err
        assert said.err.endswith(LONG)


def test_a_folder_that_is_a_link_is_looked_into_each_time(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (desk.root / "handouts/pictures").symlink_to(tmp_path / "pictures")
    assert all(desk.run("build", "sleep").err.endswith(LONG) for _ in range(2))


def test_what_has_just_changed_is_not_trusted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    roots = (str(desk.root),)
    state = question.state_of(roots)
    assert state is not None
    newest = state[1]
    monkeypatch.setenv("HANDOUTS_CACHE", str(desk.store))
    answer = again.Answer([], str(desk.root), None, [])
    for name, asked_at, read, kept in (
        ("a", newest + 1, set(), 0),
        ("b", newest + 10**10, set(), 1),
        ("c", newest + 10**10, {str(desk.root / "photo.png")}, 1),
        ("d", newest - 10**10, set(), 1),  # the clock was put back
    ):
        again.keep(question.Question(name, roots, state, asked_at), answer, read)
        assert len([path for path in desk.store.rglob("*") if path.is_file()]) == kept
    (desk.root / "handouts/new.yaml").write_text("x")
    again.keep(question.Question("e", roots, state, newest + 10**10), answer, set())
    assert len([path for path in desk.store.rglob("*") if path.is_file()]) == 1


def test_nothing_is_kept_where_that_is_not_wanted_or_cannot_be(desk: Desk, tmp_path: Path) -> None:
    for wish in ("off", str(tmp_path / "file" / "below")):
        (tmp_path / "file").write_text("")
        first = desk.run("build", "sleep", HANDOUTS_CACHE=wish)
        assert first.code == 0
        assert desk.run("build", "sleep", HANDOUTS_CACHE=wish) == first
    assert not desk.store.exists()


def test_a_spoilt_answer_is_made_anew(desk: Desk) -> None:
    first = desk.run("build", "sleep")
    for path in desk.store.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-1])
    assert desk.run("build", "sleep") == first
    assert not desk.run("build", "sleep").err.endswith(LONG)


def test_roots_are_found_as_the_catalog_finds_them(desk: Desk, tmp_path: Path) -> None:
    assert question.library_root() == str(catalog.library_root())
    deep = desk.root / "handouts" / "deep"
    deep.mkdir()
    for folder in (tmp_path, desk.root, deep, desk.root / "layouts"):
        found = catalog.find_root(folder)
        assert question.find_root(str(folder)) == (str(found) if found is not None else None)


# Every path that a build opens, lists or asks for, but for Python's own and the program's.
WATCHED = """
import os, sys
seen = set()
def look(name, real):
    def looking(path, *rest, **more):
        if isinstance(path, (str, os.PathLike)) and not more.get("dir_fd"):
            seen.add(os.path.join(os.getcwd(), os.fspath(path)))
        return real(path, *rest, **more)
    return looking
for name in ("stat", "lstat", "scandir", "listdir", "open", "readlink", "access"):
    setattr(os, name, look(name, getattr(os, name)))
sys.addaudithook(lambda event, given: seen.add(os.path.join(os.getcwd(), given[0]))
    if event in ("open", "os.listdir", "os.scandir") and isinstance(given[0], str) else None)
from generator.cli.main import run
code = run(sys.argv[1:])
print(*(path for path in seen if "\\n" not in path), sep="\\n")
sys.exit(code)
"""


def test_a_build_looks_at_nothing_that_the_question_leaves_out(desk: Desk) -> None:
    text = HANDOUT + "  - contacts: [nspcc]\nillustration: face-to-face\n"
    (desk.root / "handouts/sleep.yaml").write_text(text)
    line = [sys.executable, "-c", WATCHED, "build", "sleep"]
    done = subprocess.run(line, cwd=desk.root, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    library = catalog.library_root()
    looked_at = {Path(os.path.normpath(path)) for path in done.stdout.splitlines() if path.startswith("/")}
    systems = [Path(name) for name in ("/dev", "/etc", "/usr", "/proc")]
    code = [library / "generator", Path(sys.prefix), Path(sys.base_prefix), *systems]
    own = [root / part for root in (desk.root, library) for part in ("handouts", "layouts")]
    above = {*desk.root.parents, *library.parents, desk.root, library}
    rest = {
        path
        for path in looked_at
        if path not in above and not any(path.is_relative_to(each) for each in (*code, *own, desk.root / "output"))
    }
    assert any(path.is_relative_to(own[0]) for path in looked_at)
    assert any(path.is_relative_to(own[3]) for path in looked_at)
    assert not {path for path in rest if not _of_others(path)}


def _of_others(path: Path) -> bool:
    """Whether it is asked for by Python or ReportLab, where they look for modules, settings and fonts of their own."""
    modules = path.suffix in (".py", ".pyc", ".so", ".zip") or path.name == "__pycache__"
    words = str(path).lower()
    return modules or path.name.startswith(".reportlab") or (not path.suffix and "fonts" in words) or "acrobat" in words
