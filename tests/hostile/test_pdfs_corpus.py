from __future__ import annotations

import contextlib
import csv
import io
import sys
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pdf.foreign import MERGE, open_foreign
from generator.pdf.inserts import InsertFault, open_insert
from generator.pdf.merging import Source, merge
from generator.pdf.metadata import Metadata
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from tests.hostile.outcomes import outcomes_of
from tests.support.foreign import small
from tests.support.taglint import lint

HERE = Path(__file__).parent

with (HERE / "INDEX-pdfs.tsv").open(encoding="utf-8", newline="") as index:
    CASES = {row["id"]: row for row in csv.DictReader(index, delimiter="\t")}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return outcomes_of("read_pdfs.py", tmp_path_factory.mktemp("elsewhere"))


@pytest.mark.parametrize("case", CASES)
def test_a_case_comes_out_as_the_index_says(case: str, outcomes: dict[str, list[str]]) -> None:
    assert case in outcomes, "hangs, or stands behind one that does"
    as_insert, said, as_input, also_said = outcomes[case]
    assert as_insert == CASES[case]["expect"], f"{CASES[case]['note']}: {said}"
    assert as_input == CASES[case]["expect"], f"{CASES[case]['note']}: {also_said}"


def test_the_corpus_as_a_whole(outcomes: dict[str, list[str]]) -> None:
    found = [outcome for case in CASES for outcome in outcomes.get(case, ["hang", "", "hang", ""])[::2]]
    counts = {kind: found.count(kind) for kind in ("accept", "neutralise", "reject", "hang")}
    tracebacks = len(found) - sum(counts.values())
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    sys.stdout.write(f"{told}, {tracebacks} tracebacks\n")
    assert (tracebacks, counts["hang"]) == (0, 0)


def test_nothing_outside_is_opened_run_or_reached(outcomes: dict[str, list[str]]) -> None:
    assert outcomes["reached"] == []


def test_every_file_is_in_the_index() -> None:
    files = {path.relative_to(HERE).as_posix() for path in (HERE / "pdf").iterdir()}
    assert files == {row["file"] for row in CASES.values()}


def test_every_refusal_says_what_to_do(outcomes: dict[str, list[str]]) -> None:
    for case, (found, said, *_) in ((case, outcomes[case]) for case in CASES):
        if found == "reject":
            code, message = said.split(": ", 1)
            assert code in ("not-a-pdf", "git-lfs") or code.startswith("pdf-"), case
            assert all(part.strip() for part in message.split(";")), case


# -- any other bytes ---------------------------------------------------------------------------------------------------
def take(data: bytes) -> None:
    """Open as an insert, and merge; what is wrong is a fault that says so. What is opened can be drawn."""
    with contextlib.suppress(InsertFault):
        merge([Source("trial.pdf", open_foreign(data, MERGE), "What it shows")])
    try:
        insert = open_insert(data)
    except InsertFault:
        return
    root = Element("Document")
    surface = Surface(Metadata("Trial", "Nobody"), root)
    for page in insert.pages:
        if not page.picture:  # else drawn by PDFium, which is not what is tried here
            surface.begin_page(300, 400)
            target = root if insert.tagged else root.add("Figure", alt="What it shows")
            surface.insert(page, (20, 20, 260, 360), target)
            surface.end_page()
    assert [error for error in lint(surface.finish()) if "H1" not in error and "Document" not in error] == []


@cache
def plain() -> bytes:
    """A tagged PDF whose objects and streams can be read by eye, so that changed bytes change what they say."""
    with pikepdf.open(io.BytesIO(small(table=True, link="#top", pages=2))) as pdf:
        buffer = io.BytesIO()
        modes = {"object_stream_mode": pikepdf.ObjectStreamMode.disable, "compress_streams": False}
        pdf.save(buffer, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, deterministic_id=True, **modes)
    return buffer.getvalue()


def tokens() -> list[bytes]:
    return [b"/K", b"/Pg", b"/P", b"/MCID", b"/Kids", b"/Nums", b"/Names", b"/First", b"/Next", b"/Parent", b"/Rect",
            b"/MediaBox", b"/Resources", b"/Font", b"/W", b"/ToUnicode", b"/Length", b"/Filter", b"/S", b"/A",
            b" 0 R", b"[", b"]", b"<<", b">>", b"BDC", b"EMC", b"BT", b"ET", b"Tj", b"q\n", b"re"]  # fmt: skip


@settings(max_examples=40)
@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=12))
def test_a_file_with_changed_bytes_is_taken_or_refused(changes: list[tuple[float, int]]) -> None:
    data = bytearray(plain())
    for share, value in changes:
        data[int(share * len(data))] = value
    take(bytes(data))


@settings(max_examples=80)
@given(
    st.sampled_from(tokens()),
    st.integers(0, 40),
    st.sampled_from([b"", b"/X", b"null", b"1 0 R", b"9 0 R", b"-1", b"()", b"[[[["]),
)
def test_a_file_with_one_thing_in_another_place_is_taken_or_refused(old: bytes, place: int, new: bytes) -> None:
    pieces = plain().split(old)
    at = 1 + place % max(1, len(pieces) - 1)
    take(old.join(pieces[:at]) + new.ljust(len(old)) + old.join(pieces[at:]))


@settings(max_examples=15)
@given(st.floats(0, 1))
def test_a_file_cut_off_anywhere_is_taken_or_refused(share: float) -> None:
    take(plain()[: int(share * len(plain()))])
