"""A brand's own lines at the end of a handout: hours, charity number, the words beside its code; in every layout."""

from __future__ import annotations

import pytest

from tests.support.making import Built, build, handout
from tests.support.onpage import characters, off_page
from tests.support.readback import links

HEAD = 'name: Acorns\ncolours: {primary: "#17565c"}\nnation: England\n'
CONTACT = 'contact: {phone: 01632 960 001, web: "https://acorns.example", hours: "Monday to Friday, 8 am to 6 pm"}\n'
FULL = (
    HEAD
    + CONTACT
    + "disclaimer: For general information.\ncharity_number: '1632960'\n"
    + "qr: https://acorns.example/visit\nqr_label: Visit {{ setting.name }}\n"
)
PLACES = [
    {},
    {"edition": "large-print"},
    {"edition": "ink-saver"},
    {"layout": "a4-trifold"},
    {"layout": "a4-zfold"},
    {"layout": "a6-cards"},
    {"layout": "a5-booklet"},
    {"layout": "a4-worksheet"},
    {"layout": "poster"},
]
TITLED = "- heading: What helps\n- text: Words."


def branded(name: str, brand: str, **choices: str) -> Built:
    return build(handout(TITLED), {f"layouts/brands/{name}/brand.yaml": brand.encode()}, brand=name, **choices)


def said(built: Built) -> str:
    assert built.errors == []
    assert built.lint == []
    assert off_page(built.data) == []
    return " ".join(" ".join(built.words()).replace("\u00a0", " ").split())


@pytest.mark.parametrize("choices", PLACES, ids=lambda choices: "-".join(choices.values()))
def test_they_are_printed_once_in_every_layout(choices: dict[str, str]) -> None:
    built = branded("full", FULL, **choices)
    words = said(built)
    assert words.count("For general information. Registered charity number 1632960") == 1
    assert words.count("Visit Acorns acorns.example/visit") == 1
    assert "Scan to open" not in words
    assert words.count("Monday to Friday, 8 am to 6 pm") == (0 if choices.get("layout") == "poster" else 1)


def test_hours_are_words_and_lead_nowhere() -> None:
    found = links(branded("full", FULL).data)
    assert "tel:01632960001" in {link.address for link in found}
    assert not [link for link in found if "Monday" in str(link)]


@pytest.mark.parametrize("layout", ["sheet", "a4-trifold"])
@pytest.mark.parametrize(
    ("qr", "web"),
    [
        ("https://acorns.example/visit", False),  # the address beside the code says where the site is
        ("https://other.example/acorns", True),
        ("https://acorns.example.other.example/", True),
    ],
)
def test_the_web_address_is_told_where_the_code_does_not_tell_it(qr: str, web: bool, layout: str) -> None:
    slug = "code-" + "".join(c for c in qr if c.isalpha())
    built = branded(slug, FULL.replace("https://acorns.example/visit", qr), layout=layout)
    assert ("acorns.example" in said(built).split()) is web


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("1632960", "Registered charity number 1632960"),
        ("SC012345", "Scottish charity number SC012345"),
        ("NIC101234", "Registered with the Charity Commission for Northern Ireland NIC101234"),
        ("1632960, SC012345", "Registered charity number 1632960 · Scottish charity number SC012345"),
    ],
)
@pytest.mark.parametrize(
    ("disclaimer", "before"), [("", ""), ("Only words.", "Only words. "), ("Only words", "Only words · ")]
)
def test_a_charity_says_so_in_the_words_of_its_register(number: str, words: str, disclaimer: str, before: str) -> None:
    slug = f"charity-{''.join(c for c in number.lower() if c.isalnum())}-{len(before)}"
    brand = HEAD + CONTACT + f"charity_number: '{number}'\n" + (f"disclaimer: {disclaimer}\n" if disclaimer else "")
    assert before + words in said(branded(slug, brand))


@pytest.mark.parametrize("length", range(1, 40, 3))
def test_a_number_stands_on_the_line_of_the_word_before_it(length: int) -> None:
    brand = FULL.replace("For general information", "x" * length + " y")
    chars = list(characters(branded(f"full-{length}", brand, layout="a4-trifold").data))
    at = "".join(char.text for char in chars).index("number1632960")
    assert abs(chars[at].box[1] - chars[at + 6].box[1]) < 3


def test_hours_of_an_authors_own_are_not_printed_by_themselves() -> None:
    brand = HEAD + "contact: {phone: 01632 960 001}\nfields: {hours: When we can}\n"
    assert "When we can" not in said(branded("own-hours", brand))


def test_a_handout_may_ask_for_hours_number_and_words() -> None:
    text = "- text: '{{ setting.hours }}; {{ setting.charity_number }}; your {{ setting.kind }}; {{ setting.parents }}'"
    brand = FULL + "words: {kind: nursery}\n"
    built = build(handout(text), {"layouts/brands/asked/brand.yaml": brand.encode()}, brand="asked")
    assert "Monday to Friday, 8 am to 6 pm; 1632960; your nursery; parents and carers" in said(built)


def test_a_brands_line_cites_no_source() -> None:
    built = branded("citing", HEAD + CONTACT + "disclaimer: As shown [@first-1989]\n")
    assert built.places == [(5, 13, "brand-citation")]
