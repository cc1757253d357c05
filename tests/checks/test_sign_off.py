from __future__ import annotations

from tests.support.cases import BODY, HEAD, case, hits


def test_signed_or_not() -> None:
    needs = HEAD + "review:\n  needs: [safeguarding lead]\n"
    assert hits("sign_off", case(needs + BODY)) == [("warning", "handouts/x.yaml:4:10")]
    assert hits("sign_off", case(needs + "  signed_off_by: A. Lead\n" + BODY)) == []
    assert hits("sign_off", case()) == []
