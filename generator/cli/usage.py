"""Commands that were typed wrong: what to type instead, which Click alone does not say."""

from __future__ import annotations

from collections.abc import Sequence

import click

from generator.cli.listed import Later

SPACES = "put a name that has spaces in it in quotes"


class Asked(Later):
    """A group of commands, in which an option that is given twice is refused."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was asked for."""
        found = super().resolve_command(ctx, args)
        if found[1] is not None and not isinstance(found[1], click.Group):
            refuse_twice(ctx, found[1], found[2])
        return found


def command_of(group: click.Group, arguments: Sequence[str]) -> click.Command | None:
    """Return the command that was asked for, by the words of the command line: `brand new` is in a group of its own."""
    found: click.Command | None = None
    for word in arguments:
        if word in group.commands:
            found = group.commands[word]
            if not isinstance(found, click.Group):
                break
            group = found
    return found


def advised(fault: click.ClickException, command: click.Command | None) -> click.ClickException:
    """Return the fault with what to do next in its message, where Click says nothing of it, safe to print."""
    from generator.base.findings import visible

    help_ = _help(fault, command) if isinstance(fault, click.UsageError) else ""
    told = fault.format_message()
    safe = "\n".join(map(visible, told.split("\n")))  # it may quote what files are called
    if not help_ and safe == told:
        return fault
    if not isinstance(fault, click.UsageError):
        return click.ClickException(safe)
    return click.UsageError(f"{safe}\n  help: {help_}" if help_ else safe, fault.ctx)


def _help(fault: click.UsageError, command: click.Command | None) -> str:
    if isinstance(fault, click.MissingParameter) and fault.param is not None:
        return f"write '{_example(fault.param, fault.ctx)}'"
    if isinstance(fault, click.NoSuchOption):
        return "" if fault.possibilities else "'--help' after the command lists its options"
    if isinstance(fault, click.BadOptionUsage) and command is not None:
        param = next((each for each in command.params if fault.option_name in each.opts), None)
        value = "" if isinstance(param, click.Option) and param.is_flag else f" {_kind(param)}" if param else ""
        return f"write '{fault.option_name}{value}'"
    if "unexpected extra argument" in fault.message:
        return SPACES
    return ""


def _example(param: click.Parameter, ctx: click.Context | None) -> str:
    path = ctx.command_path if ctx is not None else "handouts"
    if isinstance(param, click.Option):
        return f"{path} ... {min(param.opts, key=len)} {_kind(param)}"
    return f"{path} {_kind(param)}"


def _kind(param: click.Parameter) -> str:
    """Return what stands for the value of a parameter: its metavar, or one of its choices."""
    if param.metavar is None and isinstance(param.type, click.Choice):
        return str(param.type.choices[0])
    return (param.metavar or (param.name or "").upper()).strip("'")


def refuse_twice(ctx: click.Context, command: click.Command, arguments: list[str]) -> None:
    """Refuse an option that takes one value and is given two, of which Click would take the last without a word.

    Raises:
        click.UsageError: there is such an option.
    """
    within = click.Context(command, ctx, command.name, resilient_parsing=True)  # other faults are told where they stood
    order = command.make_parser(within).parse_args(list(arguments))[2]
    for param in command.params:
        if isinstance(param, click.Option) and not (param.multiple or param.is_flag) and order.count(param) > 1:
            name = max(param.opts, key=len)
            help_ = f"give it once; for another {name.strip('-')} run the command again"
            raise click.UsageError(f"{name} is given {order.count(param)} times\n  help: {help_}", within)
