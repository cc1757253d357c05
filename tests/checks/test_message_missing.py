from __future__ import annotations

from tests.support.cases import BODY, HEAD, case, hits


def test_a_message() -> None:
    assert hits("message_missing", case()) == [("advice", "handouts/x.yaml:1:1")]
    assert hits("message_missing", case(HEAD + "message: Watch first.\n" + BODY)) == []
