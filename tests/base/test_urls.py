from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.urls import url_fault


@pytest.mark.parametrize(
    "url",
    [
        "https://www.nhs.uk/",
        "https://doi.org/10.1016/S0002-7138(09)62273-1",
        "http://example.com/a_(b)_c?x=1&y=2#part",
        "https://Example.org:8080/caf%C3%A9",
        "mailto:name@example.org",
        "tel:+448088005000",
        "tel:0808-800-5000",
        "#what-helps",
    ],
)
def test_addresses_that_may_stand_in_a_leaflet(url: str) -> None:
    assert url_fault(url) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("javascript:alert(1)", "javascript"),
        ("JavaScript:alert(1)", "javascript"),
        ("file:///etc/passwd", "file"),
        ("data:text/html,x", "data"),
        ("pdf:../../x.pdf", "pdf"),
        ("\\\\127.0.0.1\\s", "not an address"),
        ("https://", "whole"),
        ("https://localhost/", "whole"),
        ("https://user:pass@example.org/", "whole"),
        ("https://example.org@evil.org", "whole"),
        ("https://example.org\\x", "whole"),
        ("https://example.org/a b", "%"),
        ("https://exämple.org/", "%"),
        ("https://example.org/%zz", "whole"),
        ("https://example.org/\n", "whole"),
        ("https:example.org", "whole"),
        ("mailto:a@b.org?bcc=c@d.org", "e-mail"),
        ("mailto:nobody", "e-mail"),
        ("tel:none", "telephone"),
        ("#Not An Id", "#"),
        ("", "not an address"),
        ("www.nhs.uk/baby", "https://"),
        ("https://example.org/" + "x" * 2000, "longer"),
    ],
)
def test_addresses_that_may_not(text: str, words: str) -> None:
    fault = url_fault(text)
    assert fault is not None
    assert words in fault[0]
    assert fault[1]


def test_a_bare_host_is_mended() -> None:
    assert url_fault("www.nhs.uk") == ("has no https:// in front", "did you mean 'https://www.nhs.uk'?")


@given(st.text(max_size=40), st.sampled_from(["", "https://", "https://a.org/", "mailto:", "tel:", "#", "javascript:"]))
def test_what_is_let_through_holds_nothing_odd(text: str, start: str) -> None:
    if url_fault(start + text) is None:
        assert (start + text).isascii()
        assert not set(start + text) & set(' "<>\\^`{|}\n\t')
        assert not (start + text).lower().startswith("javascript")
