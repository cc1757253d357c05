"""Jobs handed out in pieces."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.workers.chunks import chunked


@given(st.lists(st.integers(0, 5)), st.integers(1, 20), st.integers(1, 8), st.booleans(), st.booleans())
def test_every_job_is_in_one_piece_in_its_order(
    jobs: list[int], most: int, workers: int, grouped: bool, counted: bool
) -> None:
    source = jobs if counted else iter(jobs)
    pieces = list(chunked(source, most, workers, (lambda job: job) if grouped else None))
    assert [job for piece in pieces for job in piece.jobs] == jobs
    assert all(1 <= len(piece.jobs) <= 2 * most for piece in pieces)


def test_what_belongs_together_stays_together() -> None:
    jobs = [(setting, handout) for setting in range(40) for handout in range(3)]
    pieces = [piece.jobs for piece in chunked(jobs, 16, 2, lambda job: job[0])]
    for before, after in pairwise(pieces):
        assert before[-1][0] != after[0][0]


def test_what_belongs_together_is_parted_where_a_worker_would_have_nothing_to_do() -> None:
    assert [len(piece.jobs) for piece in chunked(range(20), 16, 2, lambda job: "one setting")] == [10, 10]


def test_pieces_are_small_at_both_ends() -> None:
    sizes = [len(piece.jobs) for piece in chunked(range(1000), 16, 2)]
    assert sizes[0] == sizes[-1] == 1
    assert max(sizes) == 16
    top = sizes.index(16)
    assert sizes[:top] == sorted(sizes[:top])
    assert sizes[top:] == sorted(sizes[top:], reverse=True)


def test_no_more_jobs_are_read_than_are_asked_for() -> None:
    read = []

    def jobs() -> Iterator[int]:
        for number in range(1000):
            read.append(number)
            yield number

    pieces = chunked(jobs(), 16, 2)
    next(pieces)
    assert len(read) <= 17
