from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pdf import operators
from generator.pdf.foreign_values import ForeignFault
from generator.pdf.operators import Operation, operations, strings_of, unmarked


def slowly(data: bytes) -> list[Operation]:
    """The operations, read token by token."""
    found, at = list[Operation](), 0
    while (operation := operators._operation(data, at)) is not None:
        found.append(operation)
        at = operation.end
    return found


def told(read: object, data: bytes) -> list[Operation] | str:
    try:
        return list(read(data))  # type: ignore[operator]
    except ForeignFault as fault:
        return fault.code


def test_operators_with_their_operands_and_places() -> None:
    data = rb"q 1 0 0 -.5 2. 3 cm%note"
    data += b"\n/F1 12 Tf[(a\\)) -2 <41>]TJ(x(y)z)Tj BI /W 1 ID \xff\xfe EI Q/A<</MCID 1>>BDC"
    assert [(o.operator, o.operands, data[o.start : o.end][:3]) for o in operations(data)] == [
        (b"q", (), b"q"),
        (b"cm", (b"1", b"0", b"0", b"-.5", b"2.", b"3"), b"1 0"),
        (b"Tf", (b"/F1", b"12"), b"/F1"),
        (b"TJ", (rb"[(a\)) -2 <41>]",), b"[(a"),
        (b"Tj", (b"(x(y)z)",), b"(x("),
        (b"BI", (), b"BI "),
        (b"Q", (), b"Q"),
        (b"BDC", (b"/A", b"<</MCID 1>>"), b"/A<"),
    ]


@pytest.mark.parametrize(
    "data", [b"(open", b"[1 2 m", b"1 2", b"} m", b"> m", b"BI /W 1 ID x", b"] m", b"1 " * 300 + b"m"]
)
def test_what_is_no_operator_is_a_fault(data: bytes) -> None:
    with pytest.raises(ForeignFault):
        list(operations(data))


PIECES = st.sampled_from(
    [b"q", b"Q", b"1", b"-2.5", b"+.5", b"--3", b"12Tf", b"m", b"re", b"'", b'"', b"T*", b"/F1", b"/", b"/a#20b",
     b"(a)", b"(a(b))", rb"(\))", b"(", b")", b"<41>", b"<4 1>", b"<", b">", b"[", b"]", b"<<", b">>", b"<</MCID 1>>",
     b"<</A(x)/B[1]>>", b"[1(a)<42>-3]", b"true", b"null", b"BI", b"ID", b"EI", b"%x\n", b"BDC", b"EMC", b"{",
     b"d0", b"\xff"]
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(st.tuples(PIECES, st.sampled_from([b"", b" ", b"\n", b"\r\n", b"\0"])), max_size=14))
def test_the_quick_way_reads_what_the_slow_way_reads(pieces: list[tuple[bytes, bytes]]) -> None:
    data = b"".join(piece + gap for piece, gap in pieces)
    quick, slow = told(operations, data), told(slowly, data)
    assert quick == slow


@given(st.binary(max_size=60))
def test_strings_come_back_as_they_were(text: bytes) -> None:
    escaped = b"".join(b"\\%03o" % octet for octet in text)
    plain = text.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)").replace(b"\r", b"\\r")
    assert strings_of(b"[(%b) 3 (%b) <%b>]" % (escaped, plain, text.hex().encode())) == [text] * 3


def test_marks_are_taken_out_and_states_paired() -> None:
    data = b"Q /P <</MCID 0>> BDC q 1 0 0 rg /X BMC EMC q 0 0 9 9 re f EMC Q"
    assert unmarked(data).split() == b"q 1 0 0 rg q 0 0 9 9 re f Q Q".split()


@pytest.mark.parametrize("piece", [b"(", b"[", b"<<", b"1 ", b"(\\", b"<", b"[(", b"<<("])
def test_no_content_makes_it_slow(piece: bytes) -> None:
    with pytest.raises(ForeignFault):
        list(operations(piece * 50_000))
