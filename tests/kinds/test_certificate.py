"""The page of a certificate: what it says, how it looks in each brand and edition, names of every length and script."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.findings import Finding, Findings
from generator.base.places import Span
from generator.base.scalars import Line
from generator.base.yaml_nodes import read_yaml
from generator.catalog.brands import load_look
from generator.catalog.handouts import load_assets
from generator.catalog.names import names_in
from generator.catalog.workspace import open_workspace
from generator.kinds.certificate import HEIGHT, WIDTH, CertificatePage
from generator.kinds.claims import claim_in
from generator.kinds.edition import load_edition
from generator.kinds.look import Look
from generator.kinds.setting import Setting
from generator.kinds.tightness import Tightness
from generator.model.attendee import Attendee
from generator.model.layout import Layout
from generator.model.pack import Pack
from generator.pdf.metadata import Metadata
from generator.pdf.structure import Element
from generator.pdf.surface import Surface
from generator.stages.certificates import Course, certificates
from tests.support.goldens import Goldens
from tests.support.onpage import off_page
from tests.support.reading import poppler_text, smallest_type, tree_outline, tree_words
from tests.support.taglint import lint
from tests.support.verapdf import validate

ROOT = Path(__file__).parents[2]
FILE = "handouts/packs/one.yaml"
CERTIFICATE = """\
  text: a course on relationships, feelings and play in the baby room
  hours: 10 hours
  dates: 14 May to 14 June 2026
  date: 14 June 2026
  signed_by: Jo Marsh
  role: Course lead
  reference: LR-26-014
"""
BRANDS = ("little-room", "acorn-lane", "hartwell")
EDITIONS = ("standard", "ink-saver", "large-print")


@cache
def look_of(brand: str) -> Look:
    findings = Findings()
    look = load_look(open_workspace(ROOT), brand, findings)
    assert look is not None, findings.all
    return look


def pack(certificate: str = CERTIFICATE, title: str = "Every baby needs somebody", head: str = "") -> Pack:
    text = f"title: {title}\naudience: practitioners\nsections: [{{title: One}}]\n{head}certificate:\n{certificate}"
    findings = Findings()
    node = read_yaml(text.encode(), FILE, findings)
    made = Pack.read(node, findings) if node is not None else None
    assert made is not None, findings.all
    return made


def course(of: Pack, brand: str = "little-room", edition: str = "standard") -> Course:
    way = load_edition(edition)
    assets = load_assets(open_workspace(ROOT), Findings())
    return Course(of, way.dress(look_of(brand)), way.show(assets), way)


def person(name: str, row: int = 2, **more: str) -> Attendee:
    cells = {key: Line(value, Span("names.csv", row, 3)) for key, value in more.items()}
    return Attendee(Line(name, Span("names.csv", row, 1)), Span("names.csv", row, 1), **cells)


def made(people: Sequence[Attendee], of: Course | None = None) -> tuple[bytes, list[Finding]]:
    findings = Findings()
    done = certificates(of or course(pack()), people, findings, lambda *_: None)
    return (done.data if done is not None else b"", findings.all)


def sheet(*names: str, of: Course | None = None) -> bytes:
    data, found = made([person(name, row) for row, name in enumerate(names, 2)], of)
    assert found == []
    return data


def told(people: Sequence[Attendee], of: Course | None = None) -> list[tuple[str, str]]:
    data, found = made(people, of)
    assert data == b"" or all(one.level == "warning" for one in found)
    return [(str(one.span), one.code) for one in found]


# -- what it says ------------------------------------------------------------------------------------------------------
def test_the_tree_of_a_certificate(goldens: Goldens) -> None:
    data, found = made([person("Amara Lindqvist", setting="Acorn Lane Nursery", role="Room leader"), person("Jo", 3)])
    assert found == []
    assert lint(data) == []
    goldens.text("tree.txt", "\n".join(tree_outline(data)) + "\n")


@pytest.mark.parametrize("brand", BRANDS)
def test_it_looks_as_it_should(brand: str, goldens: Goldens) -> None:
    for edition in EDITIONS:
        goldens.page(f"{brand}-{edition}.png", sheet("Amara Lindqvist", of=course(pack(), brand, edition)))


@pytest.mark.verapdf
def test_it_passes(tmp_path: Path) -> None:
    paths = []
    for brand, edition in zip(BRANDS, EDITIONS, strict=True):
        paths.append(tmp_path / f"{brand}.pdf")
        paths[-1].write_bytes(sheet("Amara Lindqvist", "مريم عبد الله", of=course(pack(), brand, edition)))
    assert validate(paths) == {path: [] for path in paths}


def test_nothing_is_said_that_nobody_wrote() -> None:
    said = tree_words(sheet("Amara", of=course(pack("  title: We were there\n"))), alt=False)
    words = "We were there This certificate is for Amara who attended Every baby needs somebody Run by Little Room"
    assert " ".join(said) == f"{words} Signature Date"


def test_a_row_goes_before_the_pack() -> None:
    row = person("Amara", hours="4 hours", dates="May", date="1 June", reference="7")
    data, _ = made([row])
    said = " ".join(tree_words(data, alt=False))
    assert "4 hours · May · Run by Little Room · Reference 7" in said
    assert said.endswith("Date 1 June")
    assert "10 hours" not in said


def test_where_the_brand_names_nobody_the_role_stands_alone() -> None:
    signer = "  signed_by: '{{ setting.trainer | default: \"\" }}'\n  role: Trainer\n"
    assert tree_words(sheet("Amara", of=course(pack(signer))))[-2:] == ["Trainer", "Date"]


def test_a_picture_takes_the_place_of_the_seal(goldens: Goldens) -> None:
    goldens.page("picture.png", sheet("Amara", of=course(pack("  illustration: cuddle\n"))))


def test_in_a_language_that_runs_leftwards_the_signature_stands_on_the_right(goldens: Goldens) -> None:
    given = pack("  title: شهادة حضور\n  signed_by: سارة\n  date: 14 June 2026\n", "كتب", "language: ar\n")
    data = sheet("Amara Lindqvist", "مريم حسين", of=course(given))
    assert lint(data) == []
    goldens.page("leftwards.png", data)


def test_in_a_pack_it_has_a_line_to_write_a_name_on(goldens: Goldens) -> None:
    given = course(pack(CERTIFICATE.replace("  date: 14 June 2026\n", "")))
    document = Element("Document", lang="en-GB")
    layout = Layout(name="x", kind="pack", page="A4")
    setting = Setting(
        layout, given.look, given.assets, "en-GB", Tightness(9, 13, 0.7), Findings(), document, given.edition
    )
    surface = Surface(Metadata("Title", "Author", "", "", "en-GB"), document)
    surface.hues = setting.hues
    page = CertificatePage(setting, given.pack)
    for _ in range(2):
        surface.begin_page(WIDTH, HEIGHT)
        page.draw(surface, document.add("Part"))
        surface.end_page()
    data = surface.finish()
    assert setting.findings.all == []
    assert lint(data) == []
    goldens.page("blank.png", data)


# -- names -------------------------------------------------------------------------------------------------------------
NAMES = (
    "Bo",
    "Zażółć Gęślą-Jaźń",
    "Siân Ó’Brien-Łukaszewicz",
    "Nguyễn Thị Minh Khai",
    "مريم حسين",  # two letters in one sign are read turned round, as in every right-to-left handout
    "জাহানারা ইমাম",
    "Aleksandra Konstantynopolitańczykowianeczka-Brzęczyszczykiewicz the Younger of Llanfairpwllgwyngyll",
    "W" * 120,
    "Wilhelmina " * 10 + "Wolfeschlegel",
)


def bare(text: str) -> str:
    """The letters alone: poppler takes a hyphen at the end of a line for one that was put in."""
    return "".join(char for char in text if char.isalnum())


@pytest.mark.poppler
@pytest.mark.parametrize("edition", EDITIONS)
def test_names_of_every_length_and_script_are_whole(edition: str) -> None:
    data = sheet(*NAMES, of=course(pack(), edition=edition))
    assert lint(data) == []
    assert off_page(data) == []
    pages = poppler_text(data).split("\f")
    for name, page in zip(NAMES, pages, strict=False):
        assert bare(name) in bare(page)


@pytest.mark.parametrize("brand", BRANDS)
def test_pdfium_reads_names_too(brand: str) -> None:
    document = pypdfium2.PdfDocument(sheet(*NAMES[:4], of=course(pack(), brand)))
    for name, page in zip(NAMES, document, strict=False):
        text = page.get_textpage()
        assert name in text.get_text_bounded()
        text.close()
        page.close()
    document.close()


def test_large_print_is_large() -> None:
    assert smallest_type(sheet(*NAMES, of=course(pack(), edition="large-print"))) >= 16


@settings(max_examples=25)
@given(st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ -'", min_size=1, max_size=120).filter(str.strip))
def test_any_name_that_may_be_there_fits(name: str) -> None:
    name = " ".join(name.split())
    data = sheet(name)
    assert "".join(name.split()) in "".join(tree_words(data))


def test_foreign_text_of_every_kind_is_printed_or_told() -> None:
    lines = (ROOT / "tests/hostile/strings/strings.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [["name", "hours"], *([text, text] for line in lines if (text := json.loads(line)["text"]))]
    out = io.StringIO(newline="")
    csv.writer(out).writerows(
        [cell.replace("\0", "").encode("utf-8", "replace").decode() for cell in row] for row in rows
    )
    findings = Findings()
    people = names_in(out.getvalue().encode(), "names.csv", findings)
    assert len(people) > len(lines) / 2
    wrong = {one.span.line for one in made(people)[1] if one.span is not None}
    whole = [one for one in people if one.span.line not in wrong]
    assert len(whole) > len(people) / 2
    assert lint(made(whole)[0]) == []


def test_a_character_that_no_font_has_is_told_with_its_cell() -> None:
    rows = [person("Amara"), person("\U00012000", 3), person("Jo", 4, setting="\U00012000")]
    assert told(rows) == [("names.csv:3:1", "missing-glyph"), ("names.csv:4:3", "missing-glyph")]


# -- what is wrong -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("text: a course for qualified staff", "certificate-claim"),
        ("title: Accredited certificate", "certificate-claim"),
        ("hours: 10 CPD certified hours", "certificate-claim"),
        ("text: " + "many words " * 90, "too-long"),
        ("signed_by: " + "Very long " * 30, "too-long"),
        ("text: \u0001\U00012000", "missing-glyph"),
        ("text: '{{ setting.nothing }}'", "unknown-placeholder"),
        ("illustration: nothing-there", "unknown-illustration"),
    ],
)
def test_wrong_words_of_the_pack_are_told_with_their_place(line: str, code: str) -> None:
    found = told([person("Amara")], course(pack(f"  {line}\n")))
    assert next(place for place, one in found if one == code).startswith(f"{FILE}:5:")


def test_a_claim_in_a_row_is_told_with_its_cell() -> None:
    rows = [person("Amara", hours="10 accredited hours"), person("Jo", 3, role="Qualified teacher")]
    assert told(rows) == [("names.csv:2:3", "certificate-claim")]


def test_who_accredits_a_course_may_be_said() -> None:
    given = course(pack("  text: an accredited course\n  accredited_by: The Board\n"))
    assert "Accredited by The Board" in " ".join(tree_words(sheet("Amara", of=given)))
    assert "ccredit" not in " ".join(tree_words(sheet("Amara")))


def test_nobody_accredits_a_course_where_the_brand_does_not_say_who() -> None:
    nobody = "  text: an accredited course\n  accredited_by: '{{ setting.board | default: \"\" }}'\n"
    assert told([person("Amara")], course(pack(nobody))) == [(f"{FILE}:5:9", "certificate-claim")]


def test_words_that_stand_there_already_are_told() -> None:
    assert told([person("Amara")], course(pack("  text: attended the course\n"))) == [(f"{FILE}:5:9", "said-twice")]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("a certificate of attendance", None),
        ("This is not a qualification.", None),
        ("It isn’t accredited", None),
        ("an un-accredited course", None),
        ("Quality time for babies", None),
        ("Qualified in baby care", "Qualified"),
        ("not long, and accredited by nobody we know of", "accredited"),
        ("a CPD certified course", "certified"),
        ("a Diploma", "Diploma"),
    ],
)
def test_what_claims_more_than_attendance(text: str, claim: str | None) -> None:
    found = claim_in(text)
    assert (found[0] if found is not None else None) == claim


def test_a_long_date_is_told() -> None:
    assert told([person("Amara", date="the fourteenth day of the month of June in the year 2026")]) == [
        ("names.csv:2:3", "too-long")
    ]


# -- many --------------------------------------------------------------------------------------------------------------
def test_the_same_names_make_the_same_bytes_and_are_nowhere_else() -> None:
    assert sheet("Amara", "Jo") == sheet("Amara", "Jo")
    with pikepdf.open(io.BytesIO(sheet("Amara Lindqvist"))) as pdf:
        with pdf.open_metadata() as xmp:
            assert "Amara" not in str(xmp)
        assert "Amara" not in str(dict(pdf.docinfo))
        assert str(pdf.docinfo.Title) == "Certificate of attendance: Every baby needs somebody"
