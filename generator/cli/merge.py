"""`handouts merge`: PDFs that somebody has as one PDF that keeps their tags."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from generator.base.patterns import later
from generator.cli.asked import here
from generator.cli.drawing import Target, save, stop
from generator.cli.talk import count, tell

if TYPE_CHECKING:  # the type alone: `handouts --help` starts without it
    from pathlib import Path

SUFFIX = ".pdf"
LANGUAGE = later(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # the shape of a BCP 47 tag


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="A.pdf [B.pdf]...")
@click.option("-o", "--output", required=True, metavar="C.pdf", help="The merged PDF.")
@click.option("--title", metavar="TEXT", default="", help="Its title; made of the inputs' titles if not given.")
@click.option("--lang", metavar="TAG", default="", help="Its language, such as en-GB; the inputs' own if not given.")
@click.option("--alt", "alts", multiple=True, metavar="'A.pdf=TEXT'", help="What a PDF without tags shows; repeat it.")
@click.pass_context
def merge(
    ctx: click.Context, inputs: tuple[str, ...], output: str, title: str, lang: str, alts: tuple[str, ...]
) -> None:
    """Merge PDFs into one and keep their tags, links, bookmarks and form fields.

    Any tagged PDFs will do, made by this program or not. A PDF without tags needs '--alt': each of its pages is then
    read aloud as a picture. JavaScript, attached files and whatever else acts by itself is taken out, and told.
    """
    start = here()
    where = _target(start, output, inputs)
    if lang and not LANGUAGE.fullmatch(lang):
        raise click.UsageError(f"'{lang}' is no language tag: write --lang en-GB, cy or pl")
    from generator.base.findings import Findings  # imported here: --help starts without what reads PDFs
    from generator.stages.join import join
    from generator.stages.write import ready_to_write

    findings = Findings()
    ready_to_write(where.folder, [where.name], findings)
    joined = join(start, inputs, _alts(alts, inputs), findings, " ".join(title.split()), lang)
    tell(findings)
    if joined is None or findings.errors:
        stop(ctx, findings)
    save(ctx, start, where, joined.data)
    click.echo(f"{count(len(inputs), 'PDF')} merged, {count(joined.pages, 'page')}", err=True)


def _target(start: Path, output: str, inputs: tuple[str, ...]) -> Target:
    """Return where the result goes.

    Raises:
        click.UsageError: it is no name of a PDF, or that of an input.
    """
    path = start / output
    if not path.name.lower().endswith(SUFFIX) or len(path.name) == len(SUFFIX) or "\0" in output:
        raise click.UsageError("-o names a PDF file, such as course.pdf")
    for name in inputs:
        if _same(str(path), str(start / name)):
            raise click.UsageError(f"'{output}' is one of the inputs: give the result another name")
    return Target(path.parent, path.name, None)


def _same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):  # one of them is not there, or has no name that a file may have
        return os.path.normpath(one) == os.path.normpath(other)


def _alts(given: tuple[str, ...], inputs: tuple[str, ...]) -> dict[str, str]:
    """Return name of an input -> its alternative text.

    Raises:
        click.UsageError: a text is empty, or names no input.
    """
    found: dict[str, str] = {}
    for one in given:
        name, equals, words = one.partition("=")
        said = " ".join(words.split())
        if not equals or not said:
            raise click.UsageError(f"write --alt '{inputs[0]}=what it shows'")
        named = [each for each in inputs if name in (each, os.path.basename(each))]
        if not named:
            raise click.UsageError(f"--alt names '{name}', which is none of the inputs")
        found |= dict.fromkeys(named, said)
    return found
