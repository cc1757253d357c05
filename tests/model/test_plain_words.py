from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.base.scalars import Markdown, Text
from generator.model.inline import Taken, parse_blocks, parse_inline, plain_paragraphs, plain_words


@given(st.text(st.sampled_from("ab *_[]\\-1.\n\t{}@\u00a0\U0010f000"), max_size=14))
def test_what_is_read_once_is_what_is_read_each_time(raw: str) -> None:
    def fill(taken: Taken) -> str | None:
        raise AssertionError(taken)

    words, paragraphs = plain_words(raw), plain_paragraphs(raw)
    assert (words is None) == (paragraphs is None)
    if words is not None and paragraphs is not None:
        assert "".join(fragment.text for fragment in parse_inline(Text(raw), fill)) == words
        assert parse_blocks(Markdown(raw), fill) == paragraphs
