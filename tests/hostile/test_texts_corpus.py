from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MOST_SECONDS = 60  # for all cases; a hang is cut off and then named
PLACE = re.compile(r"[A-Za-z0-9.-]+\.yaml:[0-9]+:[0-9]+: (error|warning)\[[a-z0-9-]+\]: .+  ?help: .+")

with (HERE / "INDEX.tsv").open(encoding="utf-8", newline="") as index:
    ROWS = {row["id"]: row for row in csv.DictReader(index, delimiter="\t")}
with (HERE / "strings/strings.jsonl").open(encoding="utf-8") as lines:
    STRINGS = [json.loads(line)["id"] for line in lines]
# The line where the author has to look; the parser gives up further down.
FAULT_LINES = {
    "Y-apostrophe-text": 1,
    "Y-bom-twice": 1,
    "Y-colon-in-text": 1,
    "Y-colour-eaten": 2,
    "Y-dashes-in-text": 5,
    "Y-doc-end": 4,
    "Y-dup-key": 3,
    "Y-fullwidth-colon": 1,
    "Y-latin1": 1,
    "Y-multi-doc": 3,
    "Y-nbsp-after-colon": 1,
    "Y-nbsp-indent": 3,
    "Y-null-item": 4,
    "Y-percent-text": 1,
    "Y-star-text": 1,
    "Y-tab-indent": 3,
    "Y-tab-trailing": 1,
}
WORDS = {
    "Y-bool-key": "'on'",
    "Y-colour-eaten": "quote the colour",
    "Y-dup-key": "line 1",
    "Y-fullwidth-colon": "full-width colon",
    "Y-latin1": "save the file as UTF-8",
    "Y-nbsp-after-colon": "no-break",
    "Y-nbsp-indent": "no-break",
    "Y-star-text": "quotes",
    "Y-at-text": "quotes",
    "Y-anchor-eats-text": "quotes",
    "Y-tab-indent": "tab",
    "Y-tab-trailing": "invisible tab",
    "Y-path-http": "address",
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    folder = tmp_path_factory.mktemp("elsewhere")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-P", str(HERE / "read_texts.py")]
    with (folder / "out.tsv").open("w+", encoding="utf-8", newline="") as out:
        with suppress(subprocess.TimeoutExpired):  # the case that hangs, and those after it, have no line
            subprocess.run(command, cwd=folder, env=environment, stdout=out, timeout=MOST_SECONDS, check=True)
        out.seek(0)
        return {fields[0]: fields[1:] for fields in (line.rstrip("\n").split("\t") for line in out)}


@pytest.mark.parametrize("case", ROWS)
def test_a_case_comes_out_as_the_index_says(case: str, outcomes: dict[str, list[str]]) -> None:
    assert case in outcomes, "hangs, or stands behind one that does"
    found, message = outcomes[case]
    assert found == ROWS[case]["expect"], f"{ROWS[case]['note']}: {message}"
    assert found == "accept" or PLACE.match(message), message


@pytest.mark.parametrize("case", STRINGS)
def test_no_string_is_changed_in_silence(case: str, outcomes: dict[str, list[str]]) -> None:
    found, message = outcomes[case]
    assert found in ("accept", "neutralise", "reject")
    assert found == "accept" or PLACE.match(message), message


@pytest.mark.parametrize("case", FAULT_LINES)
def test_the_place_is_where_the_fault_is(case: str, outcomes: dict[str, list[str]]) -> None:
    assert outcomes[case][1].startswith(f"{case}.yaml:{FAULT_LINES[case]}:")


@pytest.mark.parametrize("case", WORDS)
def test_the_message_says_what_it_is(case: str, outcomes: dict[str, list[str]]) -> None:
    assert WORDS[case] in outcomes[case][1]


def test_no_message_could_steer_a_terminal(outcomes: dict[str, list[str]]) -> None:
    told = "".join(found[1] for case, found in outcomes.items() if case != "reached")
    assert re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", told) is None


def test_the_corpus_as_a_whole(outcomes: dict[str, list[str]]) -> None:
    found = [outcomes.get(case, ["hang"])[0] for case in dict.fromkeys([*ROWS, *STRINGS])]
    known = ("accept", "neutralise", "reject", "hang")
    accepted, neutralised, refused, hangs = map(found.count, known)
    tracebacks = len(found) - sum(map(found.count, known))
    reached = len(outcomes["reached"])
    table = {
        "accepted": accepted,
        "neutralised": neutralised,
        "refused": refused,
        "tracebacks": tracebacks,
        "hangs": hangs,
        "reached outside": reached,
    }
    sys.stdout.write("".join(f"{name:>16} {count:4}\n" for name, count in table.items()))
    assert (tracebacks, hangs, reached) == (0, 0, 0)


def test_nothing_outside_is_opened_run_or_reached(outcomes: dict[str, list[str]]) -> None:
    assert outcomes["reached"] == []


def test_every_file_is_in_the_index() -> None:
    files = {f"yaml/{path.name}" for path in (HERE / "yaml").iterdir()} | {"strings/strings.jsonl"}
    assert files == {row["file"] for row in ROWS.values()}
