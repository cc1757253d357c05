"""Read every case of INDEX-pictures.tsv in a process of its own and say what came of it.

Prints one line a case: id, accept or reject or the name of an exception, message. Ends with a line `reached` that holds
what was opened, run or connected to meanwhile, which has to be nothing but Python's own modules.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from generator.base.errors import AssetError
from generator.typeset.font_gate import admit_font
from generator.typeset.pictures import read_picture
from generator.typeset.svg_reader import read_svg

HERE = Path(__file__).parent
READERS = {"svg": read_svg, "image": read_picture, "font": admit_font}
MODULES = (".py", ".pyc", ".so", ".pyd", "__pycache__")
MOST_MEMORY = 1_000_000_000


def outcome(kind: str, data: bytes) -> tuple[str, str]:
    try:
        READERS[kind](data)
    except AssetError as error:
        return "reject", f"{error.code}: {error.message}; {error.help}"
    except BaseException as error:  # what the corpus is there to find
        return type(error).__name__, str(error)
    return "accept", ""


def main() -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    with (HERE / "INDEX-pictures.tsv").open(encoding="utf-8", newline="") as index:
        cases = [
            (row["id"], row["kind"], (HERE / row["file"]).read_bytes()) for row in csv.DictReader(index, delimiter="\t")
        ]
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

    outcome("image", (HERE / "img/ok-jpg.jpg").read_bytes())  # what is imported late is now there
    outcome("font", (HERE / "font/astral.ttf").read_bytes())
    sys.addaudithook(watch)
    for case, kind, data in cases:
        found, message = outcome(kind, data)
        sys.stdout.write(f"{case}\t{found}\t{message}\n")
        sys.stdout.flush()  # so that a hang leaves a trace of what came before
    sys.stdout.write("\t".join(["reached", *reached]) + "\n")


if __name__ == "__main__":
    main()
