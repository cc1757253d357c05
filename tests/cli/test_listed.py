from __future__ import annotations

import click
import pytest

from generator.cli.listed import Commands
from generator.cli.main import cli


def groups() -> list[click.Group]:
    return [cli, *(command for command in cli.commands.values() if isinstance(command, click.Group))]


LAZY = [group for group in groups() if isinstance(group.commands, Commands)]


def test_the_big_groups_are_lazy() -> None:
    assert {group.name for group in LAZY} >= {"cli", "brand"}


@pytest.mark.parametrize("group", LAZY, ids=lambda group: group.name)
def test_what_is_listed_is_how_each_command_sums_itself_up(group: click.Group) -> None:
    commands = group.commands
    assert isinstance(commands, Commands)
    for name, command in commands.items():
        assert command.name == name
        for limit in (20, 45, 60, 10_000):
            assert commands.summed_up(name).get_short_help_str(limit) == command.get_short_help_str(limit)


def test_an_unknown_command_is_none() -> None:
    assert cli.commands.get("no-such-command") is None
    assert "no-such-command" not in cli.commands


def test_a_command_of_ones_own_may_take_the_place_of_one_that_is_listed() -> None:
    @click.command("one")
    def other() -> None: ...

    commands = Commands({"one": ("generator.cli.new:new", "Begin."), "two": ("generator.cli.list:list_", "List.")})
    commands["one"] = other
    assert commands["one"] is other
    assert list(commands) == ["one", "two"]
    assert len(commands) == 2
    del commands["one"]
    assert "one" not in commands
    commands["three"] = other
    assert list(commands) == ["two", "three"]
    assert commands.summed_up("three") is other
