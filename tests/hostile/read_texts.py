"""Read every case of INDEX.tsv in a process of its own and say what came of it.

Prints one line a case: id, accept or neutralise or reject or the name of an exception, message. A string is accepted
when the reader would see exactly its characters, and neutralised when some were left out with a warning. Ends with a
line `reached` that holds what was opened, run or connected to meanwhile: nothing but Python's own modules.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import generator.base.yaml_faults  # noqa: F401  (imported at the first fault: its file is written before any is watched)
from generator.base.fields import Fields, Length, Range
from generator.base.findings import Findings, render
from generator.base.scalars import Colour, InsidePath, Markdown, Name, Text
from generator.base.yaml_nodes import read_yaml

HERE = Path(__file__).parent
MODULES = (".py", ".pyc", ".so", ".pyd", "__pycache__")
MOST_MEMORY = 1_000_000_000


class Sheet(Fields):
    """The corpus's own keys, each with the type that its twin in the formats has."""

    title: Text
    body: Annotated[tuple[Text, ...], Length(1, 2000)]
    accent: Colour | None = None
    font_size: Annotated[float | None, Range(6, 96)] = None
    width: Annotated[float | None, Range(1, 1000)] = None
    image: InsidePath | None = None
    logo: InsidePath | None = None
    id: Name | None = None
    output: Name | None = None


class Everywhere(Fields):
    """Every kind of field that holds text."""

    text: Text
    markdown: Markdown
    line: str
    items: tuple[Text, ...]
    own: dict[str, str]


def told(findings: Findings) -> str:
    return " | ".join(render(finding).replace("\n", " ") for finding in findings.all[:3])


def read_file(data: bytes, file: str) -> tuple[str, str]:
    findings = Findings()
    node = read_yaml(data, file, findings)
    sheet = None if node is None else Sheet.read(node, findings)
    if findings.errors:
        return "reject", told(findings)
    assert sheet is not None, "refused without a word"
    return ("neutralise" if findings.warnings else "accept"), told(findings)


def quoted(text: str) -> str:
    """Return text in YAML's double quotes, with all that a file cannot hold as an escape."""
    return '"' + re.sub("[^ !#-\\[\\]-~\xa0-\ud7ff\ue000-\ufefe\U00010000-\U0010ffff]", escaped, text) + '"'


def escaped(match: re.Match[str]) -> str:
    return "\\" + match[0] if match[0] in '"\\' else f"\\u{ord(match[0]):04x}"


def read_string(text: str) -> tuple[str, str]:
    written = quoted(text)
    lines = [f"{key}: {written}" for key in ("text", "markdown", "line")]
    document = "\n".join([*lines, f"items: [{written}]", f"own: {{key: {written}}}"])
    findings = Findings()
    node = read_yaml(document.encode(), "string.yaml", findings)
    value = None if node is None else Everywhere.read(node, findings)
    if value is None or findings.errors:
        return "reject", told(findings)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    seen = {value.text.raw, value.markdown.raw, value.items[0].raw}
    one_line = {value.line, value.own["key"]}
    if seen == {text} and one_line == {text.replace("\n", " ")}:
        return ("changed in silence" if findings.all else "accept"), ""
    return ("neutralise" if findings.warnings else "changed in silence"), told(findings)


def tell(case: str, read: Callable[..., tuple[str, str]], *arguments: object) -> None:
    try:
        found = read(*arguments)
    except BaseException as error:  # what the corpus is there to find
        found = type(error).__name__, str(error)
    sys.stdout.write("\t".join([case, *found]) + "\n")
    sys.stdout.flush()  # so that a hang leaves a trace of what came before


def main() -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    with (HERE / "INDEX.tsv").open(encoding="utf-8", newline="") as index:
        rows = list(csv.DictReader(index, delimiter="\t"))
    with (HERE / "strings/strings.jsonl").open(encoding="utf-8") as lines:
        strings = {row["id"]: row["text"] for row in map(json.loads, lines)}
    files = {row["id"]: (HERE / row["file"]).read_bytes() for row in rows if row["kind"] == "yaml"}
    reached: list[str] = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event in (
            "subprocess.Popen",
            "os.system",
            "os.exec",
            "os.posix_spawn",
            "socket.connect",
            "socket.getaddrinfo",
        ):
            reached.append(f"{event} {arguments!r}")
        elif event == "open" and not (isinstance(arguments[0], str) and arguments[0].endswith(MODULES)):
            reached.append(f"open {arguments[0]!r}")

    read_file(b"title: x\nbody: [a]\n", "warm-up.yaml")  # what is imported late is now there
    sys.addaudithook(watch)
    for case, data in files.items():
        tell(case, read_file, data, f"{case}.yaml")
    for case, text in strings.items():
        tell(case, read_string, text)
    sys.stdout.write("\t".join(["reached", *reached]) + "\n")


if __name__ == "__main__":
    main()
