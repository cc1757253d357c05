"""Commands that are listed by name and summary, and imported when somebody runs them: `--help` imports none of them."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Any

import click


class Commands(MutableMapping[str, click.Command]):
    """Commands by the name that people type.

    Args:
        listed: for each name the module and the name of the command in it, as `package.module:name`, and the first
            paragraph of the command's own help (a test holds that they are the same).
    """

    def __init__(self, listed: dict[str, tuple[str, str]]) -> None:
        self.listed = listed
        self._known: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._known:
            module, _, attribute = self.listed[name][0].partition(":")
            self._known[name] = getattr(import_module(module), attribute)
        return self._known[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._known[name] = command

    def __delitem__(self, name: str) -> None:
        self.listed.pop(name, None)
        self._known.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        yield from self.listed
        yield from (name for name in self._known if name not in self.listed)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, name: object) -> bool:  # that of MutableMapping would import it
        return name in self.listed or name in self._known

    def summed_up(self, name: str) -> click.Command:
        """Return a command that does nothing, with the summary of this one: what a list of commands shows."""
        return click.Command(name, help=self.listed[name][1]) if name in self.listed else self[name]


class Later(click.Group):
    """A group whose commands are imported when they are run, not when they are listed."""

    commands: MutableMapping[str, click.Command]

    def __init__(self, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        self._listing = False

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or its summary while commands are listed; None where there is none of this name."""
        if self._listing and isinstance(self.commands, Commands) and cmd_name in self.commands:
            return self.commands.summed_up(cmd_name)
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands in the help."""
        self._listing = True
        try:
            super().format_commands(ctx, formatter)
        finally:
            self._listing = False
