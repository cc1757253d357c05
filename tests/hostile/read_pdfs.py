"""Read every case of INDEX-pdfs.tsv in a process of its own, as an insert and as an input of a merge.

Prints one line a case: id, what came of it as an insert, what was said; the same as an input. An outcome is accept,
neutralise (something was taken out or set as a picture), reject, or the name of an exception. Ends with a line
`reached` that holds what was opened, run or connected to meanwhile.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from generator.pdf.foreign import MERGE, open_foreign
from generator.pdf.inserts import InsertFault, open_insert
from generator.pdf.merging import Source, merge
from generator.pdf.metadata import Metadata
from generator.pdf.structure import Element
from generator.pdf.surface import Surface

HERE = Path(__file__).parent
MODULES = (".py", ".pyc", ".so", ".pyd", "__pycache__", "srgb.icc")
MOST_MEMORY = 1_500_000_000
REACHING = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "socket.connect", "socket.getaddrinfo")


def as_insert(data: bytes) -> tuple[str, str]:
    insert = open_insert(data)
    root = Element("Document")
    surface = Surface(Metadata("Corpus", "Nobody"), root)
    for page in insert.pages:
        surface.begin_page(300, 400)
        target = root if insert.tagged else root.add("Figure", alt="What it shows")
        surface.insert(page, (20, 20, 260, 360), target)
        surface.end_page()
    surface.finish()
    pictures = [page.picture for page in insert.pages if page.picture]
    return "neutralise" if insert.removed else "accept", "; ".join([*insert.removed, *pictures])


def as_input(data: bytes) -> tuple[str, str]:
    done = merge([Source("case.pdf", open_foreign(data, MERGE), "What it shows")])
    taken = [what for _, what in done.said if what.startswith("taken out")]
    return "neutralise" if taken else "accept", "; ".join(taken)


def outcome(read: object, data: bytes) -> tuple[str, str]:
    try:
        return read(data)  # type: ignore[operator,no-any-return]
    except InsertFault as error:
        return "reject", f"{error.code}: {error.message}; {error.help}"
    except BaseException as error:  # what the corpus is there to find
        return type(error).__name__, str(error)


def main() -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    with (HERE / "INDEX-pdfs.tsv").open(encoding="utf-8", newline="") as index:
        cases = [(row["id"], (HERE / row["file"]).read_bytes()) for row in csv.DictReader(index, delimiter="\t")]
    reached: list[str] = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event in REACHING:
            reached.append(f"{event} {arguments!r}")
        elif event == "open" and not (isinstance(arguments[0], str) and arguments[0].endswith(MODULES)):
            reached.append(f"open {arguments[0]!r}")

    warm = next(data for case, data in cases if case == "P-ok")
    for read in (as_insert, as_input):
        outcome(read, warm)  # what is imported late is now there
    sys.addaudithook(watch)
    for case, data in cases:
        line = [case, *outcome(as_insert, data), *outcome(as_input, data)]
        sys.stdout.write("\t".join(part.replace("\n", " ") for part in line) + "\n")
        sys.stdout.flush()  # so that a hang leaves a trace of what came before
    sys.stdout.write("\t".join(["reached", *reached]) + "\n")


if __name__ == "__main__":
    main()
