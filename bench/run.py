"""How fast it is: start-up, one handout cold and warm, time a page, memory; Typst sets the same words beside it.

python bench/run.py [--rounds 9] [--handout ID]
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.typst_words import source  # noqa: E402  (after the path is set, so that it runs as a file)

HANDOUTS = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from generator.cli.main import main; main()"
PEAK = "import atexit; atexit.register(lambda: print(open('/proc/self/status').read())); "
TYPST = "import typst; typst.compile({path!r}, output={path!r} + '.pdf', pdf_standards=['ua-1'])"


def process(code: str, *arguments: str) -> tuple[float, str]:
    """Run Python code in a process of its own; seconds, and all that it said.

    Raises:
        RuntimeError: it failed.
    """
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if done.returncode:
        raise RuntimeError(done.stderr or done.stdout)
    return seconds, done.stdout + done.stderr


def peak(code: str, *arguments: str) -> float:
    """Peak memory of that process, MB; Linux only, and never on the clock."""
    said = process(PEAK + code, *arguments)[1]
    found = re.search(r"VmHWM:\s+(\d+) kB", said)
    return int(found[1]) / 1024 if found else float("nan")


def warm(handout: str) -> float:
    """Run the command in this process."""
    from generator.cli.main import main

    shutil.rmtree("output", ignore_errors=True)
    before, sys.argv = sys.argv, ["handouts", "build", handout]
    start = time.perf_counter()
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as said:
            main()
    except SystemExit as end:
        if end.code:
            raise RuntimeError(said.getvalue()) from end
    finally:
        sys.argv = before
    return time.perf_counter() - start


def typst_warm(path: Path) -> float:
    """Typst in this process."""
    import typst

    start = time.perf_counter()
    typst.compile(str(path), pdf_standards=["ua-1"])
    return time.perf_counter() - start


def cold(handout: str) -> float:
    """One handout, nothing made before."""
    shutil.rmtree("output", ignore_errors=True)
    return process(HANDOUTS, "build", handout)[0]


def rounds(measures: dict[str, Callable[[], float]], count: int) -> dict[str, float]:
    """Median seconds of alternating runs: every measure once a round; the first round only warms caches."""
    runs: dict[str, list[float]] = {name: [] for name in measures}
    for number in range(count + 1):
        for name, measure in measures.items():
            seconds = measure()
            if number:
                runs[name].append(seconds)
    return {name: statistics.median(times) for name, times in runs.items()}


def built() -> bytes:
    """The one PDF that was built.

    Raises:
        RuntimeError: there is none.
    """
    paths = sorted(Path("output").rglob("*.pdf"))
    if not paths:
        raise RuntimeError("'handouts build' made no PDF in output/")
    return paths[0].read_bytes()


def report(seconds: dict[str, float], memory: dict[str, float], pages: int) -> None:
    """Print milliseconds, memory and the ratios that matter."""
    for name, median in seconds.items():
        print(f"{name:34}{median * 1000:9.1f} ms" + (f"{memory[name]:7.0f} MB" if name in memory else ""))
    print()
    for one, other in (
        ("handouts --help", "bare Python"),
        ("handout, cold", "Typst, cold"),
        ("handout, warm", "Typst, warm"),
    ):
        print(f"{one + ' / ' + other:34}{seconds[one] / seconds[other]:9.2f}")
    print(f"{'handout, warm, a page':34}{seconds['handout, warm'] * 1000 / pages:9.1f} ms")


def measure(handout: str, words: Path, count: int) -> tuple[dict[str, float], dict[str, float]]:
    """Seconds and MB of everything, in the workspace that is the current folder."""
    typst = TYPST.format(path=str(words))
    seconds = rounds(
        {
            "bare Python": lambda: process("pass")[0],
            "handouts --help": lambda: process(HANDOUTS, "--help")[0],
            "handout, cold": lambda: cold(handout),
            "Typst, cold": lambda: process(typst)[0],
            "handout, warm": lambda: warm(handout),
            "Typst, warm": lambda: typst_warm(words),
        },
        count,
    )
    shutil.rmtree("output", ignore_errors=True)
    memory = {
        "bare Python": peak("pass"),
        "handouts --help": peak(HANDOUTS, "--help"),
        "handout, cold": peak(HANDOUTS, "build", handout),
        "Typst, cold": peak(typst),
    }
    return seconds, memory


def main() -> None:
    """Measure in a copy of the workspace, and print."""
    parser = argparse.ArgumentParser(description="How fast handouts is.")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--handout", default="tuning-into-your-baby")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for part in ("handouts", "layouts"):
            shutil.copytree(ROOT / part, Path(folder, part))
        os.chdir(folder)
        cold(options.handout)
        text, pages = source(built())
        words = Path(folder, "words.typ")
        words.write_text(text, encoding="utf-8")
        seconds, memory = measure(options.handout, words, options.rounds)
        os.chdir(ROOT)  # the folder goes
    report(seconds, memory, pages)


if __name__ == "__main__":
    main()
