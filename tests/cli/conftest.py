"""The command in this process."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.main import run
from tests.support.command import NOON, Call, Said


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Run the command in a folder: `call(folder, "build", "-o", "x")`."""

    def calling(folder: Path, *arguments: str) -> Said:
        monkeypatch.chdir(folder)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
        capsys.readouterr()
        code = run(list(arguments))
        return Said(code, *capsys.readouterr())

    return calling
