from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import ImageChops
from pypdf import PdfReader, PdfWriter

from tests.support.everything import everything
from tests.support.goldens import Goldens
from tests.support.making import Built, build, build_body, build_in, handout
from tests.support.onpage import off_page
from tests.support.reading import rasters, smallest_type

ROOT = Path(__file__).parents[2]
FORM = """\
- checklist: [Wide eyes, Hands open]
- reflection: What did you see?
- planner: {columns: [Morning, Night], rows: [Monday, [Tuesday, a song]]}
"""


@pytest.fixture(scope="module")
def form() -> Built:
    return build(handout(FORM), edition="screen")


@pytest.fixture(scope="module")
def whole() -> Built:
    return build(everything("Some words"), edition="screen")


@pytest.fixture(scope="module")
def leaflet() -> Built:
    return build_in(ROOT, "tuning-into-your-baby", edition="screen")


def fields(data: bytes) -> dict[str, str]:
    found = PdfReader(io.BytesIO(data)).get_fields() or {}
    return {str(field["/TU"]): str(field["/FT"]) for field in found.values()}


def test_what_is_filled_in_becomes_fields_with_names(form: Built) -> None:
    assert form.errors == []
    assert fields(form.data) == {
        "Wide eyes": "/Btn",
        "Hands open": "/Btn",
        "What did you see?": "/Tx",
        "Monday, Morning": "/Tx",
        "Monday, Night": "/Tx",
        "Tuesday, Night": "/Tx",
    }
    assert "/AcroForm" not in PdfReader(io.BytesIO(build(handout(FORM)).data)).root_object


def test_every_field_is_in_a_form_element_of_its_own(form: Built, whole: Built) -> None:
    for built in (form, whole):
        with pikepdf.open(io.BytesIO(built.data)) as pdf:
            widgets = [a for page in pdf.pages for a in page.get("/Annots", []) if a.Subtype == "/Widget"]
            assert len({str(widget.T) for widget in widgets}) == len(widgets) > 5
            assert "/NeedAppearances" not in pdf.Root.AcroForm
            for widget in widgets:
                assert "/N" in widget.AP
                assert "/A" not in widget
                assert "/AA" not in widget
        assert built.outline.count("Form") >= len(widgets)
        assert built.lint == []


@pytest.mark.poppler
def test_it_can_be_filled_in(form: Built) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(form.data))
    for page in writer.pages:
        values = {name: "/Yes" if f["/FT"] == "/Btn" else "Zoë" for name, f in (writer.get_fields() or {}).items()}
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    back = PdfReader(io.BytesIO(out.getvalue())).get_fields() or {}
    assert {str(field.value) for field in back.values()} == {"/Yes", "Zoë"}
    before, after = rasters(form.data, 50), rasters(out.getvalue(), 50)
    assert any(ImageChops.difference(a, b).getbbox() for a, b in zip(before, after, strict=True))


def test_what_is_typed_has_a_font_in_the_file(form: Built) -> None:
    with pikepdf.open(io.BytesIO(form.data)) as pdf:
        font = pdf.Root.AcroForm.DR.Font.Hand
        assert font.Encoding == "/WinAnsiEncoding"
        assert len(font.Widths) == font.LastChar - font.FirstChar + 1
        assert len(bytes(font.FontDescriptor.FontFile2.read_bytes())) > 5_000


def test_pages_are_small_and_upright_and_links_live(leaflet: Built, whole: Built) -> None:
    for built in (leaflet, whole):
        assert built.errors == []
        assert smallest_type(built.data) >= 12.0
        assert off_page(built.data) == []
    with pikepdf.open(io.BytesIO(leaflet.data)) as pdf:
        assert {tuple(round(float(v)) for v in page.MediaBox) for page in pdf.pages} == {(0, 0, 420, 595)}
        uris = [str(a.A.URI) for p in pdf.pages for a in p.get("/Annots", []) if "/A" in a and "/URI" in a.A]
    assert "tel:999" in [uri.replace("tel:+", "tel:") for uri in uris]


def test_a_cover_on_a_narrow_page_has_its_picture_or_none_but_never_too_little_room() -> None:
    for subtitle in ("Short", "Words " * 12, "Words " * 40):
        head = f"subtitle: {subtitle}\nmessage: {subtitle}\nillustration: face-to-face"
        built = build(handout("- text: Words", head=head), edition="screen")
        assert built.errors == []
        assert off_page(built.data) == []


def test_large_print_has_no_fields() -> None:
    assert fields(build(handout(FORM), edition="large-print").data) == {}
    assert build_body(FORM).words(labels=True).count("☐") == 2


@pytest.mark.poppler
def test_the_pictures(leaflet: Built, form: Built, goldens: Goldens) -> None:
    goldens.page("cover.png", leaflet.data, 0)
    goldens.page("form.png", form.data, 1)
