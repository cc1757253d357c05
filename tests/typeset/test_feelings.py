from __future__ import annotations

from math import hypot

import pytest

from generator.typeset.feelings import cheeks, face

KINDS = ("calm", "happy", "excited", "curious", "tired", "sad", "cross", "worried")


@pytest.mark.parametrize("kind", KINDS)
def test_every_feature_stands_inside_the_face(kind: str) -> None:
    strokes = face(kind, 50, 60, 20)
    assert len(strokes) >= 3  # two eyes and a mouth
    for path, _ in strokes:
        for segment in path:
            for x, y in zip(segment[1::2], segment[2::2], strict=True):
                assert hypot(x - 50, y - 60) < 20


def test_no_two_feelings_look_alike() -> None:
    assert len({repr(face(kind, 0, 0, 10)) for kind in KINDS}) == len(KINDS)


def test_a_face_grows_with_its_radius() -> None:
    for small, large in zip(face("happy", 0, 0, 10), face("happy", 0, 0, 20), strict=True):
        for one, two in zip(small.path, large.path, strict=True):
            assert [2 * v for v in one[1:]] == pytest.approx(two[1:])


def test_cheeks_stand_inside_the_face_and_level() -> None:
    (one, other) = cheeks(50, 60, 20)
    for path in (one, other):
        for segment in path:
            for x, y in zip(segment[1::2], segment[2::2], strict=True):
                assert hypot(x - 50, y - 60) < 20
    assert one[0][2] == other[0][2]
