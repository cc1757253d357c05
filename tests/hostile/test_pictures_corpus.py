from __future__ import annotations

import contextlib
import csv
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.errors import AssetError
from generator.typeset.font_gate import admit_font
from generator.typeset.pictures import read_picture
from generator.typeset.svg_reader import read_svg
from tests.hostile.outcomes import outcomes_of

HERE = Path(__file__).parent

with (HERE / "INDEX-pictures.tsv").open(encoding="utf-8", newline="") as index:
    CASES = {row["id"]: row for row in csv.DictReader(index, delimiter="\t")}
# The gate lets the font in; that a text's characters are in it is asked where text is set.
ELSEWHERE = {"F-ok-text-outside": "accept"}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return outcomes_of("read_pictures.py", tmp_path_factory.mktemp("elsewhere"))


@pytest.mark.parametrize("case", CASES)
def test_a_case_comes_out_as_the_index_says(case: str, outcomes: dict[str, list[str]]) -> None:
    assert case in outcomes, "hangs, or stands behind one that does"
    expected = ELSEWHERE.get(case, CASES[case]["expect"])
    found, message = outcomes[case]
    assert found == ("reject" if expected == "reject" else "accept"), f"{CASES[case]['note']}: {message}"


def test_the_corpus_as_a_whole(outcomes: dict[str, list[str]]) -> None:
    found = [outcomes.get(case, ["hang"])[0] for case in CASES]
    counts = {kind: found.count(kind) for kind in ("accept", "reject", "hang")}
    tracebacks = len(found) - sum(counts.values())
    summary = (
        f"{counts['accept']} accepted, {counts['reject']} refused, {tracebacks} tracebacks, {counts['hang']} hangs\n"
    )
    sys.stdout.write(summary)
    assert (tracebacks, counts["hang"]) == (0, 0)


def test_nothing_outside_is_opened_run_or_reached(outcomes: dict[str, list[str]]) -> None:
    assert outcomes["reached"] == []


def test_every_file_is_in_the_index() -> None:
    files = {
        path.relative_to(HERE).as_posix() for folder in ("svg", "img", "font") for path in (HERE / folder).iterdir()
    }
    assert files == {row["file"] for row in CASES.values()}


def test_a_document_type_is_passed_over() -> None:
    assert len(read_svg((HERE / "svg/dtd-external.svg").read_bytes()).shapes) == 1


@pytest.mark.parametrize(("name", "secret"), [("gps.jpg", b"Exif"), ("trailer.jpg", b"")])
def test_only_pixels_come_out(name: str, secret: bytes) -> None:
    data = (HERE / "img" / name).read_bytes()
    assert secret in data
    picture = read_picture(data)
    assert len(picture.pixels) == picture.width * picture.height * 3
    assert picture.pixels == read_picture((HERE / "img/ok-jpg.jpg").read_bytes()).pixels
    assert picture.alpha is None


# -- any other bytes ---------------------------------------------------------------------------------------------------
READERS = {"svg": read_svg, "image": read_picture, "font": admit_font}
SMALL = {case: (row["kind"], (HERE / row["file"]).read_bytes()[:6_000]) for case, row in CASES.items()}


def read(kind: str, data: bytes) -> None:
    with contextlib.suppress(AssetError):
        READERS[kind](data)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(SMALL)), st.floats(0, 1))
def test_a_file_cut_off_anywhere_is_read_or_refused(case: str, share: float) -> None:
    kind, data = SMALL[case]
    read(kind, data[: int(share * len(data))])


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(sorted(SMALL)),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=64),
)
def test_a_file_with_changed_bytes_is_read_or_refused(case: str, changes: list[tuple[float, int]]) -> None:
    kind, data = SMALL[case]
    changed = bytearray(data)
    for share, value in changes:
        if changed:
            changed[int(share * len(changed))] = value
    read(kind, bytes(changed))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(SMALL)), st.sampled_from(sorted(SMALL)), st.floats(0, 1), st.floats(0, 1))
def test_two_files_spliced_are_read_or_refused(one: str, other: str, head: float, tail: float) -> None:
    kind, data = SMALL[one]
    end = SMALL[other][1]
    read(kind, data[: int(head * len(data))] + end[int(tail * len(end)) :])
