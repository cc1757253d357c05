from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageChops

from generator.pdf.inserts import Insert, InsertFault, open_insert
from generator.pdf.metadata import Metadata
from generator.pdf.structure import FOOTER, LAYOUT, Element
from generator.pdf.surface import Surface
from tests.support.foreign import SIZE, changed, show, small, untagged
from tests.support.pdftree import read_tree
from tests.support.reading import tree_outline, tree_words
from tests.support.taglint import lint

PAGE = (400.0, 500.0)
BOX = (50.0, 40.0, 300.0, 420.0)  # as large as the page that is set in it

Edit = Callable[[pikepdf.Pdf], object]


def pack(insert: Insert, *, alt: str = "A map", levels: int = 1, pages: tuple[int, ...] = ()) -> bytes:
    """A document with a heading, the insert's pages below it, and words after it."""
    root = Element("Document")
    surface = Surface(Metadata("Pack", "Ann Author"), root)
    heading, part = root.add("H1"), root.add("Sect", lang=insert.lang or None)
    after = root.add("P")
    for index in pages or range(len(insert.pages)):
        page = insert.pages[index]
        surface.begin_page(*PAGE)
        if index == (pages or (0,))[0]:
            show(surface, "Our heading", heading, 30)
        target = part if insert.tagged else part.add("Figure", alt=alt)
        surface.insert(page, BOX, target, levels)
        show(surface, "Foot", FOOTER, 490, 8)  # type: ignore[arg-type]
        surface.end_page()
    surface.begin_page(*PAGE)
    show(surface, "Our words", after, 30)
    surface.end_page()
    return surface.finish()


def picture_of(data: bytes, page: int = 0, scale: float = 1.0) -> Image.Image:
    document = pypdfium2.PdfDocument(data)
    drawn: Image.Image = document[page].render(scale=scale, draw_annots=False).to_pil().convert("RGB")
    document.close()
    return drawn


def differ(one: Image.Image, other: Image.Image) -> int:
    """The most by which a colour of two pictures of one size differs."""
    assert one.size == other.size
    return max(high for _, high in ImageChops.difference(one, other).getextrema())  # type: ignore[misc]


def inside(data: bytes, page: int = 0) -> Image.Image:
    return picture_of(data, page).crop((50, 40, 350, 460))


# -- what an insert says -----------------------------------------------------------------------------------------------
def test_a_tagged_insert_says_what_it_is() -> None:
    insert = open_insert(small("Local services", pages=2, lang="cy", link="#top"))
    assert (insert.tagged, insert.untagged, insert.lang, insert.title) == (True, "", "cy", "Local services")
    assert [(page.width, page.height, page.picture) for page in insert.pages] == [(*SIZE, "")] * 2
    assert insert.removed == ("links within it",)


def test_an_untagged_insert_is_drawn_and_needs_alternative_text() -> None:
    insert = open_insert(untagged())
    assert (insert.tagged, insert.untagged) == (False, "")
    assert insert.pages[0].picture == ""


def test_what_is_hung_on_is_told_in_plain_words() -> None:
    def hang(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), Contents=String("secret"))
        field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("x"), Rect=Array([0, 0, 9, 9]))
        page.Annots = Array([pdf.make_indirect(note), pdf.make_indirect(field)])
        pdf.Root.AcroForm = Dictionary(Fields=Array([page.Annots[1]]))
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        pdf.attachments["secret.txt"] = b"secret"

    insert = open_insert(changed(small(), hang))
    assert insert.removed == ("JavaScript", "attached files", "comments", "form fields")
    data = pack(insert)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        told = " ".join(repr(obj) for obj in pdf.objects)
    for sign in ("secret", "JavaScript", "AcroForm", "/Annot"):
        assert sign not in told


# -- drawn with its tags -----------------------------------------------------------------------------------------------
def test_the_tree_of_a_tagged_insert_hangs_below_our_element() -> None:
    data = pack(open_insert(small("Theirs", ["Alpha", "Beta", "Gamma"], pages=2, table=True)))
    assert lint(data) == []
    assert tree_outline(data) == [
        *("Document", "  H1 Our heading", "  Sect", "    Sect", "      H2 Theirs"),
        *("      P Alpha", "      P Gamma", "      Table"),
        *("        TR", "          TH Age", "          TH Sign", "        TR", "          TD Six weeks"),
        *("          TD Smiles", "      P Beta", "  P Our words"),
    ]


def test_a_spliced_page_looks_like_its_source() -> None:
    source = small("Theirs", ["Alpha", "Beta"], table=True)
    data = pack(open_insert(source))
    assert differ(inside(data), picture_of(source)) <= 2


@pytest.mark.parametrize("address", ["https://example.org/a?b=c", "mailto:ann@example.org", "tel:+441632960001"])
def test_links_to_the_web_come_along_where_the_words_are(address: str) -> None:
    insert = open_insert(small(link=address))
    assert insert.removed == ()
    data = pack(insert)
    assert lint(data) == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (link,) = pdf.pages[0].Annots
        assert (str(link.A.URI), str(link.Contents)) == (address, "Read more")
        left, bottom, right, top = (float(side) for side in link.Rect)
        assert (left, right) == pytest.approx((70, 150))
        assert (bottom, top) == pytest.approx((500 - 40 - 304, 500 - 40 - 290))
        assert any(e.role == "Link" and len(e.kids) == 2 for e in read_tree(pdf)[0].walk())


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "https://e.org/\x00", "www.e.org"])
def test_other_addresses_do_not_and_that_is_said(address: str) -> None:
    def lead(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Annots[0].A = Dictionary(S=Name.URI, URI=String(address))

    insert = open_insert(changed(small(link="https://example.org/"), lead))
    assert insert.removed == ("links",)
    data = pack(insert)
    assert lint(data) == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/Annots" not in pdf.pages[0]


def test_cells_keep_their_headers_under_names_of_their_own() -> None:
    insert = open_insert(small(table=True))
    data = pack(insert)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tree, _ = read_tree(pdf)
        cells = {e.role: e for e in tree.walk() if e.role in ("TH", "TD")}
        assert str(cells["TD"].attribute("/Headers")[0]) == str(cells["TH"].obj.ID)
        assert str(cells["TH"].attribute("/Scope")) == "/Column"
        assert cells["TH"].obj.ID in dict(pikepdf.NameTree(tree.obj.IDTree))


def test_an_insert_twice_in_one_document_has_its_names_twice() -> None:
    root = Element("Document")
    surface = Surface(Metadata("Pack", "Ann"), root)
    insert = open_insert(small(table=True))
    for _ in range(2):
        surface.begin_page(*PAGE)
        surface.insert(insert.pages[0], BOX, root.add("Sect"))
        surface.end_page()
    data = surface.finish()
    assert [error for error in lint(data) if "2 H1" not in error] == []
    assert data.count(b"/FontFile2") == 0  # packed
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert sum(isinstance(o, Dictionary) and "/FontFile2" in o for o in pdf.objects) == 1


def test_headings_follow_on_and_skip_no_level() -> None:
    def levels(*wanted: str) -> Edit:
        def edit(pdf: pikepdf.Pdf) -> None:
            elements = list(read_tree(pdf)[0].walk())[2:]
            for element, role in zip(elements, wanted, strict=True):
                element.obj.S = Name("/" + role)

        return edit

    data = changed(small("A", ["B", "C", "D", "E"]), levels("H1", "H3", "H3", "H2", "H6"))
    roles = [line.strip() for line in tree_outline(pack(open_insert(data), levels=2)) if line.strip().startswith("H")]
    assert roles == ["H1 Our heading", "H3 A", "H4 B", "H4 C", "H4 D", "H5 E"]


def test_own_roles_become_the_standard_ones_behind_them() -> None:
    def rename(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.RoleMap = Dictionary(Wording=Name.Text, Text=Name.BlockQuote)
        list(read_tree(pdf)[0].walk())[3].obj.S = Name.Wording

    data = pack(open_insert(changed(small(), rename)))
    assert "      BlockQuote Alpha and beta" in tree_outline(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/RoleMap" not in pdf.Root.StructTreeRoot


def out_of_order(pdf: pikepdf.Pdf) -> None:
    """The tree reads the second paragraph first."""
    whole = read_tree(pdf)[0].elements()[0].obj
    whole.K = Array([whole.K[0], whole.K[2], whole.K[1]])


def test_reading_order_is_that_of_the_tree() -> None:
    data = changed(small(paragraphs=["Alpha", "Beta"]), out_of_order)
    assert tree_words(pack(open_insert(data)))[2:] == ["One", "Beta", "Alpha", "Our", "words"]


def test_marks_of_one_element_out_of_order_are_read_in_the_order_of_the_file() -> None:
    def join(pdf: pikepdf.Pdf) -> None:
        whole = read_tree(pdf)[0].elements()[0].obj
        first, second = whole.K[1], whole.K[2]
        first.K = Array([second.K, first.K])
        del whole.K[2]

    data = pack(open_insert(changed(small(paragraphs=["Alpha", "Beta"]), join)))
    assert lint(data) == []
    assert tree_words(data)[2:5] == ["One", "BetaAlpha", "Our"] or tree_words(data)[2:5] == ["One", "Beta", "Alpha"]


# -- tags that cannot be kept ------------------------------------------------------------------------------------------
def content(change: Callable[[bytes], bytes]) -> Edit:
    def edit(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents = pdf.make_stream(change(pdf.pages[0].Contents.read_bytes()))

    return edit


def no_alt(pdf: pikepdf.Pdf) -> None:
    list(read_tree(pdf)[0].walk())[3].obj.S = Name.Figure


def unknown_role(pdf: pikepdf.Pdf) -> None:
    list(read_tree(pdf)[0].walk())[3].obj.S = Name.Wording


def lone_item(pdf: pikepdf.Pdf) -> None:
    list(read_tree(pdf)[0].walk())[3].obj.S = Name.TOCI


def orphan(pdf: pikepdf.Pdf) -> None:
    whole = read_tree(pdf)[0].elements()[0].obj
    del whole.K[1]


UNKEPT: dict[str, Edit] = {
    "a picture has no alternative text": no_alt,
    "'Wording' is no known kind": unknown_role,
    "a TOCI stands by itself": lone_item,
    "some of what it shows has none": orphan,
    "its marks lie in one another": content(lambda data: b"/H1 <</MCID 0>> BDC " + data + b" EMC"),
    "it shows words or pictures that have no tag": content(lambda data: data.replace(b"/P <</MCID 1>> BDC", b"/X BMC")),
    "a mark does not end": content(lambda data: data + b" /P <</MCID 1>> BDC"),
    "a mark ends that has not begun": content(lambda data: data + b" EMC"),
}


@pytest.mark.parametrize("why", UNKEPT)
def test_tags_that_break_a_rule_are_left_out_and_the_reason_said(why: str) -> None:
    insert = open_insert(changed(small(), UNKEPT[why]))
    assert (insert.tagged, insert.untagged) == (False, why)
    data = pack(insert)
    assert lint(data) == []
    assert "    Figure A map" in tree_outline(data)


# -- drawn without tags ------------------------------------------------------------------------------------------------
def test_an_untagged_page_is_one_figure_and_looks_like_its_source() -> None:
    source = untagged(paragraphs=["Alpha", "Beta"])
    data = pack(open_insert(source))
    assert lint(data) == []
    assert differ(inside(data), picture_of(source)) <= 2
    with pikepdf.open(io.BytesIO(data)) as pdf:
        figure = next(e for e in read_tree(pdf)[0].walk() if e.role == "Figure")
        assert [round(float(side)) for side in figure.attribute("/BBox")] == [50, 40, 350, 460]


def test_an_insert_may_be_an_artifact() -> None:
    root = Element("Document")
    surface = Surface(Metadata("Pack", "Ann"), root)
    surface.begin_page(*PAGE)
    show(surface, "Words", root.add("H1"), 30)
    for insert in (open_insert(untagged()), open_insert(small())):
        surface.insert(insert.pages[0], BOX, LAYOUT)
    surface.end_page()
    data = surface.finish()
    assert lint(data) == []
    assert tree_words(data) == ["Words"]


@pytest.mark.parametrize("turned", [0, 90, 180, 270, -90, 450])
@pytest.mark.parametrize("tagged", [True, False])
def test_a_turned_and_cropped_page_stands_as_a_reader_sees_it(turned: int, tagged: bool) -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        page.CropBox, page.Rotate = Array([10, 200, 290, 410]), turned
        page.MediaBox = Array([0, -20, 300, 420])

    source = changed((small if tagged else untagged)(paragraphs=["Alpha", "Beta"]), turn)
    insert = open_insert(source)
    assert insert.tagged is tagged
    wide, high = (210, 280) if turned % 180 else (280, 210)
    assert (insert.pages[0].width, insert.pages[0].height) == (wide, high)
    root = Element("Document")
    surface = Surface(Metadata("Pack", "Ann"), root)
    surface.begin_page(wide + 40, high + 60)
    target = root.add("Sect") if tagged else root.add("Figure", alt="x")
    filled = surface.insert(insert.pages[0], (20, 30, wide, high), target)
    surface.end_page()
    assert filled == pytest.approx((20, 30, wide, high))
    made = picture_of(surface.finish()).crop((20, 30, 20 + wide, 30 + high))
    assert differ(made, picture_of(source)) <= 3


@pytest.mark.parametrize("box", [(0, 0, 100, 420), (0, 0, 300, 100), (7, 9, 900, 900)])
def test_a_page_is_fitted_whole_and_in_the_middle(box: tuple[float, float, float, float]) -> None:
    surface = Surface(Metadata("Pack", "Ann"), Element("Document"))
    surface.begin_page(1000, 1000)
    x, y, w, h = surface.insert(open_insert(untagged()).pages[0], box, LAYOUT)
    surface.end_page()
    assert w / h == pytest.approx(SIZE[0] / SIZE[1])
    assert w == pytest.approx(box[2]) or h == pytest.approx(box[3])
    assert x - box[0] == pytest.approx(box[0] + box[2] - x - w)
    assert y - box[1] == pytest.approx(box[1] + box[3] - y - h)


def test_the_same_inserts_make_the_same_bytes() -> None:
    assert pack(open_insert(small(pages=2))) == pack(open_insert(small(pages=2)))


# -- set as a picture --------------------------------------------------------------------------------------------------
def font(change: Callable[[Any], object]) -> Edit:
    def edit(pdf: pikepdf.Pdf) -> None:
        for one in pdf.pages[0].Resources.Font.values():
            change(one)

    return edit


def not_embedded(one: Any) -> None:
    del one.DescendantFonts[0].FontDescriptor.FontFile2


def no_letters(one: Any) -> None:
    del one.ToUnicode


def other_widths(one: Any) -> None:
    one.DescendantFonts[0].W = Array([])


def graphics(**entries: Any) -> Edit:
    def edit(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Resources.ExtGState = Dictionary(X=Dictionary(**entries))
        content(lambda data: b"/X gs " + data)(pdf)

    return edit


def spot(pdf: pikepdf.Pdf) -> None:
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 1, 1]), C1=Array([1, 0, 0]), N=1)
    space = Array([Name.Separation, Name.Red, Name.DeviceRGB, tint])
    pdf.pages[0].Resources.ColorSpace = Dictionary(X=space)
    content(lambda data: b"/X cs 1 scn " + data)(pdf)


def image(**entries: Any) -> Edit:
    def edit(pdf: pikepdf.Pdf) -> None:
        stream = pdf.make_stream(b"\0" * 4, Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1,
                                 BitsPerComponent=8, **entries)  # fmt: skip
        pdf.pages[0].Resources.XObject = Dictionary(X=stream)
        content(lambda data: b"/Artifact BMC q 9 0 0 9 9 9 cm /X Do Q EMC " + data)(pdf)

    return edit


PICTURED: dict[str, Edit] = {
    "is not in the file": font(not_embedded),
    "does not say which letters its shapes are": font(no_letters),
    "has other widths than the file says": font(other_widths),
    "it has colours for a printing press (CMYK)": content(lambda data: b"0 0 0 1 k " + data),
    "it has spot colours": spot,
    "it blends colours": graphics(BM=Name.Multiply),
    "it sets the printer up (transfer functions, halftones)": graphics(TR=Name.Identity),
    "it has a picture in JPEG 2000": image(Filter=Name.JPXDecode),
    "its colours are unusual": image(),
    "something that it is drawn with is missing": content(lambda data: b"/Nothing gs " + data),
    "it has a picture inside its drawing operators": content(
        lambda data: b"/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /G ID x EI EMC " + data
    ),
    "it is drawn with unknown operators": content(lambda data: b"1 2 xyz " + data),
    "its drawing operators are not in order": content(lambda data: b"(x) Tj " + data),
    "it is drawn too intricately": content(lambda data: b"q " * 30 + data + b" Q" * 30),
}


@pytest.mark.parametrize("why", PICTURED)
def test_a_page_that_may_not_be_drawn_is_a_picture_and_the_reason_said(why: str) -> None:
    insert = open_insert(changed(small(), PICTURED[why]))
    reason = insert.pages[0].picture
    assert reason == why or (reason.startswith("the font AtkinsonHyperlegible") and reason.endswith(why))
    assert not insert.tagged
    assert insert.untagged == f"page 1 has to be set as a picture: {reason}"


def test_a_picture_stands_at_300_dots_an_inch_and_looks_like_its_source() -> None:
    source = changed(small(), content(lambda data: b"/Artifact BMC 0 1 0 0 k 40 40 50 50 re f EMC " + data))
    data = pack(open_insert(source))
    assert lint(data) == []
    assert "    Figure A map" in tree_outline(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (drawn,) = pdf.pages[0].Resources.XObject.values()
        assert (int(drawn.Width), int(drawn.Height)) == pytest.approx((1250, 1750), abs=1)
    small_one, other = inside(data).resize((30, 42)), picture_of(source).resize((30, 42))
    assert differ(small_one, other) < 40


def test_layers_that_are_all_shown_come_along_as_plain_drawing() -> None:
    def layer(pdf: pikepdf.Pdf) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Notes")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(Order=Array([group])))
        pdf.pages[0].Resources.Properties = Dictionary(L=group)
        content(lambda data: b"/OC /L BDC " + data + b" EMC")(pdf)

    source = changed(small(), layer)
    insert = open_insert(source)
    assert insert.tagged
    data = pack(insert)
    assert lint(data) == []
    assert differ(inside(data), picture_of(source)) <= 2
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "OCG" not in " ".join(repr(obj) for obj in pdf.objects)


# -- refused -----------------------------------------------------------------------------------------------------------
def test_more_than_two_hundred_pages_are_refused() -> None:
    pdf = pikepdf.new()
    for _ in range(201):
        pdf.add_blank_page(page_size=(100, 100))
    buffer = io.BytesIO()
    pdf.save(buffer)
    with pytest.raises(InsertFault) as told:
        open_insert(buffer.getvalue())
    assert (told.value.code, told.value.message) == ("pdf-too-long", "it has more than 200 pages")
    assert told.value.help


def test_an_encrypted_pdf_is_refused() -> None:
    with pikepdf.open(io.BytesIO(small())) as pdf:
        buffer = io.BytesIO()
        pdf.save(buffer, encryption=pikepdf.Encryption(owner="x", user=""))
    with pytest.raises(InsertFault, match="encrypted"):
        open_insert(buffer.getvalue())


def test_a_hybrid_form_is_refused_as_an_insert() -> None:
    def xfa(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=String("x"))

    with pytest.raises(InsertFault, match="XFA"):
        open_insert(changed(small(), xfa))


def layered(usage: Any = None, off: bool = False, rule: str = "") -> Edit:
    def edit(pdf: pikepdf.Pdf) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Notes")))
        chosen = Dictionary(Order=Array([group]))
        if usage is not None:
            group.Usage, chosen.AS = usage, Array([Dictionary(Event=Name.Print, OCGs=Array([group]))])
        if off:
            chosen.BaseState = Name.OFF
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=chosen)
        shown = Dictionary(Type=Name.OCMD, OCGs=group, P=Name("/" + rule)) if rule else group
        pdf.pages[0].Resources.Properties = Dictionary(L=shown)

    return edit


@pytest.mark.parametrize(
    "edit",
    [
        layered(off=True),
        layered(usage=Dictionary(Print=Dictionary(PrintState=Name.OFF))),
        layered(usage=Dictionary(View=Dictionary(ViewState=Name.OFF))),
        layered(rule="AllOff"),
    ],
)
def test_layers_that_are_not_always_shown_are_refused(edit: Edit) -> None:
    with pytest.raises(InsertFault, match="layers"):
        open_insert(changed(small(), edit))


def test_pictures_come_along_without_what_a_camera_wrote_beside_them() -> None:
    jpeg = (Path(__file__).parents[1] / "hostile/img/gps.jpg").read_bytes()
    assert b"Exif" in jpeg
    size = Image.open(io.BytesIO(jpeg)).size

    def show_it(pdf: pikepdf.Pdf) -> None:
        stream = pdf.make_stream(jpeg + b"behind the end", Type=Name.XObject, Subtype=Name.Image, Width=size[0],
                                 Height=size[1], BitsPerComponent=8, ColorSpace=Name.DeviceRGB,
                                 Filter=Name.DCTDecode)  # fmt: skip
        pdf.pages[0].Resources.XObject = Dictionary(X=stream)
        content(lambda data: b"/Artifact BMC q 90 0 0 90 9 9 cm /X Do Q EMC " + data)(pdf)

    source = changed(small(), show_it)
    insert = open_insert(source)
    assert insert.tagged
    data = pack(insert)
    assert b"Exif" not in data
    assert b"behind the end" not in data
    assert differ(inside(data), picture_of(source)) <= 2
