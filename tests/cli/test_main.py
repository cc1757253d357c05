"""Starting, stopping and failing: what every command shares."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from generator.cli import main as command
from tests.support.command import ROOT, Call, environment, process, workspace

COMMANDS = ("build", "check", "contact-sheet", "init", "list", "new", "preview", "schema")


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot be deleted there")
@pytest.mark.parametrize("arguments", ["build", "check", "contact-sheet", "init new", "list", "preview x"])
def test_a_current_folder_that_was_deleted_is_told(arguments: str, tmp_path: Path) -> None:
    script = f'mkdir gone && cd gone && rmdir ../gone && "$0" -m generator {arguments}'
    command = ["/bin/sh", "-c", script, sys.executable]
    done = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (1, b"Error: the current folder is not there any more\n")


def test_help_names_every_command(tmp_path: Path, call: Call) -> None:
    said = call(tmp_path, "--help")
    assert said.code == 0
    assert all(f"\n  {name} " in said.out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str, tmp_path: Path, call: Call) -> None:
    said = call(tmp_path, name, "--help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Usage: handouts {name} ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("build", "--nonsense"),
        ("build", "nope"),
        ("build", "--brand", "nope"),
        ("check", "--layout", "nope"),
        ("new",),
        ("new", "My Handout"),
        ("new", "../up"),
        ("new", "sources"),
        ("new", "con"),
        ("init",),
        ("init", ""),
        ("schema", "nonsense"),
        ("list", "too", "many"),
    ],
)
def test_what_is_not_understood_ends_with_2(arguments: tuple[str, ...], tmp_path: Path, call: Call) -> None:
    said = call(workspace(tmp_path), *arguments)
    assert said.code == 2
    assert said.out == ""
    assert "Error: " in said.err


def test_a_mistyped_name_is_put_right(tmp_path: Path, call: Call) -> None:
    workspace(tmp_path, {"handouts/sleep.yaml": "x"})
    said = call(tmp_path, "build", "sleeep", "--brand", "litle-room", "--layout", "a4-leaflett")
    assert all(f"did you mean '{name}'?" in said.err for name in ("sleep", "little-room", "a4-leaflet"))


def fail_with(fault: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command("list")
    def broken() -> None:
        raise fault

    monkeypatch.setitem(command.cli.commands, "list", broken)


def test_a_fault_of_our_own_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, call: Call) -> None:
    fail_with(LookupError("odd\nthing"), monkeypatch)
    said = call(tmp_path, "list")
    assert said.code == command.BROKEN
    assert said.err.count("\n") == 1
    assert "LookupError: odd thing" in said.err
    assert "report" in said.err


def test_the_trace_is_shown_when_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, call: Call) -> None:
    fail_with(LookupError("odd"), monkeypatch)
    assert "Traceback" in call(tmp_path, "--traceback", "list").err
    monkeypatch.setenv("HANDOUTS_TRACEBACK", "1")
    assert "Traceback" in call(tmp_path, "list").err


def test_stopping_is_one_quiet_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, call: Call) -> None:
    fail_with(KeyboardInterrupt(), monkeypatch)
    said = call(tmp_path, "list")
    assert (said.code, said.out, said.err) == (130, "", "handouts: stopped\n")


INTERRUPTED = """
import os, signal, sys
from generator import pipeline
from generator.cli.main import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs begin with it ignored
real = pipeline.render
def render(job, findings):
    if job.shaped.ident == "h2":
        os.kill(os.getpid(), signal.SIGINT)
    return real(job, findings)
pipeline.render = render
sys.argv[1:] = ["build"]
main()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_ctrl_c_leaves_nothing_half_made(tmp_path: Path) -> None:
    text = "title: T\naudience: parents\nbody:\n  - text: Hello\n"
    workspace(tmp_path, {f"handouts/h{n}.yaml": text for n in range(4)})
    line = [sys.executable, "-c", INTERRUPTED]
    done = subprocess.run(line, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "handouts: stopped\n")
    assert not (tmp_path / "output").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_at_the_other_end_is_told(tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "generator", "schema", "layout"],
            cwd=tmp_path,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX")
@pytest.mark.parametrize("tail", ["| true", ">&-", "2>&-", "<&-"])
def test_nobody_who_listens_is_no_fault(tail: str, tmp_path: Path) -> None:
    line = f"{sys.executable} -m generator schema handout {tail}"
    done = subprocess.run(
        ["sh", "-c", line], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.stderr == ""


def test_a_module_in_the_workspace_is_never_run(tmp_path: Path) -> None:
    trap = "open('sprung', 'w').close()\nraise SystemExit('sprung')\n"
    names = ("yaml", "click", "reportlab_settings", "reportlab_mods", "local_reportlab_settings", "PIL", "bidi")
    workspace(tmp_path, {f"{name}.py": trap for name in names})
    workspace(tmp_path, {"handouts/x.yaml": "title: T\naudience: parents\nbody:\n  - text: Hello\n"})
    said = process(tmp_path, "build")
    assert said.code == 0, said.err
    assert not (tmp_path / "sprung").exists()


def test_it_starts_light() -> None:
    code = "import sys, generator.cli.main; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment(), capture_output=True, text=True, check=True
    )
    ours = {name for name in done.stdout.split() if name.startswith("generator.") and ".cli" not in name}
    assert ours == set(), "commands import the work when they are run"
    assert not {"dataclasses", "json", "traceback"} & set(done.stdout.split())


def test_the_version_is_told(tmp_path: Path, call: Call) -> None:
    said = call(tmp_path, "--version")
    assert said.code == 0
    assert said.out.startswith("handouts ")
