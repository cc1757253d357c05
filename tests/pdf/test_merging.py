from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms

from generator.pdf.claims import claims_in, joint
from generator.pdf.foreign import MERGE, open_foreign
from generator.pdf.merging import Merged, Source, merge
from generator.pdf.metadata import Claims
from tests.support.foreign import changed, small, untagged
from tests.support.pdftree import Element, number_tree, read_tree
from tests.support.reading import tree_outline, tree_words
from tests.support.sample import sample
from tests.support.taglint import lint


def merged(*files: bytes, alt: str = "", **choices: str) -> Merged:
    sources = [Source(f"{n}.pdf", open_foreign(data, MERGE), alt) for n, data in enumerate(files, 1)]
    return merge(sources, **choices)


@contextmanager
def opened(*files: bytes, **choices: str) -> Iterator[Any]:
    with pikepdf.open(io.BytesIO(merged(*files, **choices).data)) as pdf:
        yield pdf


def toc(data: bytes) -> list[tuple[int, str, int | None]]:
    document = pypdfium2.PdfDocument(data)
    found = [(b.level, b.get_title(), b.get_dest().get_index() if b.get_dest() else None) for b in document.get_toc()]
    document.close()
    return found


def labels(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    found = [document.get_page_label(number) for number in range(len(document))]
    document.close()
    return found


def from_sample(*edits: Callable[[pikepdf.Pdf], object]) -> bytes:
    pdf, buffer = sample(), io.BytesIO()
    for edit in edits:
        edit(pdf)
    pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


# -- structure ---------------------------------------------------------------------------------------------------------
def test_every_input_is_a_part_with_its_title_and_language() -> None:
    done = merged(small("One", ["Alpha"]), small("Dau", ["Beta"], lang="cy"))
    assert lint(done.data) == []
    assert tree_outline(done.data) == [
        "Document",
        *("  Part", "    H1 One", "    P Alpha"),
        *("  Part", "    H1 Dau", "    P Beta"),
    ]
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        whole = read_tree(pdf)[0].elements()[0]
        assert [str(part.obj.T) for part in whole.elements()] == ["One", "Dau"]
        assert [str(part.obj.get("/Lang", "")) for part in whole.elements()] == ["", "cy"]
        assert str(whole.obj.Lang) == str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo.Title) == "One and Dau"
        assert str(pdf.docinfo.ModDate) == "D:20261122000000Z"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_title_and_language_that_are_given_stand() -> None:
    with opened(small("One"), small("Two"), title="A course", lang="pl") as pdf:
        assert str(pdf.docinfo.Title) == "A course"
        assert str(pdf.Root.Lang) == "pl"
        parts = read_tree(pdf)[0].elements()[0].elements()
        assert [str(part.obj.Lang) for part in parts] == ["en-GB", "en-GB"]


def test_the_latest_date_of_all_is_that_of_the_result() -> None:
    with opened(small(date="2026-11-22"), small(date="2027-01-02"), small(date="2025-01-01")) as pdf:
        assert str(pdf.docinfo.ModDate) == "D:20270102000000Z"


def test_names_that_collide_get_a_number_and_so_do_those_that_refer_to_them() -> None:
    with opened(small(table=True), small(table=True)) as pdf:
        tree, wrong = read_tree(pdf)
        assert wrong == []
        cells = [element for element in tree.walk() if element.role in ("TH", "TD")]
        heads = [str(cell.obj.ID) for cell in cells if cell.role == "TH"]
        assert heads == ["head-0", "head-1", "2.head-0", "2.head-1"]
        assert [str(cell.attribute("/Headers")[0]) for cell in cells if cell.role == "TD"] == heads
        names = dict(pikepdf.NameTree(tree.obj.IDTree))
        assert {name: names[name].objgen for name in heads} == {
            str(cell.obj.ID): cell.obj.objgen for cell in cells if cell.role == "TH"
        }


def role(own: str, standard: str) -> Callable[[pikepdf.Pdf], None]:
    def edit(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.RoleMap = Dictionary({f"/{own}": Name(f"/{standard}")})
        for element in read_tree(pdf)[0].walk():
            if element.obj.get("/S") == "/P":
                element.obj.S = Name(f"/{own}")

    return edit


def test_role_maps_are_joined_and_conflicts_renamed() -> None:
    files = [changed(small(), role("Wording", standard)) for standard in ("P", "P", "BlockQuote")]
    with opened(*files) as pdf:
        assert dict(pdf.Root.StructTreeRoot.RoleMap) == {"/Wording": "/P", "/Wording-3": "/BlockQuote"}
        roles = [e.role for e in read_tree(pdf)[0].walk() if str(e.obj.get("/S", "")).startswith("/Wording")]
        assert roles == ["P", "P", "BlockQuote"]


def test_a_standard_role_is_never_mapped_for_the_other_inputs() -> None:
    def odd(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.RoleMap = Dictionary(P=Name.H2)

    with opened(changed(small(), odd), small()) as pdf:
        assert "/RoleMap" not in pdf.Root.StructTreeRoot
        assert [e.role for e in read_tree(pdf)[0].walk()][2:] == ["Part", "H1", "H2", "Part", "H1", "P"]


def test_class_maps_are_joined_and_conflicts_renamed() -> None:
    def classed(side: str) -> Callable[[pikepdf.Pdf], None]:
        def edit(pdf: pikepdf.Pdf) -> None:
            attributes = Dictionary(O=Name.Layout, TextAlign=Name("/" + side))
            pdf.Root.StructTreeRoot.ClassMap = Dictionary(Set=attributes)
            next(e for e in read_tree(pdf)[0].walk() if e.role == "P").obj.C = Name.Set

        return edit

    with opened(*(changed(small(), classed(side)) for side in ("Start", "End", "Start"))) as pdf:
        classes = pdf.Root.StructTreeRoot.ClassMap
        assert {key: str(value.TextAlign) for key, value in classes.items()} == {"/Set": "/Start", "/Set-2": "/End"}
        chosen = [str(e.obj.C[0]) for e in read_tree(pdf)[0].walk() if "/C" in e.obj]
        assert chosen == ["/Set", "/Set-2", "/Set"]


def test_roles_of_pdf_2_are_written_as_those_of_pdf_1_7_and_that_is_said() -> None:
    def newer(pdf: pikepdf.Pdf) -> None:
        space = pdf.make_indirect(Dictionary(Type=Name.Namespace, NS=String("http://iso.org/pdf2/ssn")))
        pdf.Root.StructTreeRoot.Namespaces = Array([space])
        for element in list(read_tree(pdf)[0].walk())[1:]:
            element.obj.NS = space
            if element.role == "P":
                element.obj.S = Name.Aside

    done = merged(changed(small(), newer))
    assert [line.strip() for line in tree_outline(done.data)] == ["Document", "Part", "H1 One", "Sect Alpha and beta"]
    assert [what for _, what in done.said] == ["its tags are those of PDF 2.0; they are written as those of PDF 1.7"]
    assert lint(done.data) == []


def test_marks_inside_forms_keep_their_elements() -> None:
    def into_a_form(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        entries = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": page.MediaBox, "Resources": page.Resources}
        form = pdf.make_stream(page.Contents.read_bytes(), StructParents=0, **entries)
        page.Contents, page.Resources = pdf.make_stream(b"/F Do"), Dictionary(XObject=Dictionary(F=form))
        del page.obj.StructParents
        for element in list(read_tree(pdf)[0].walk())[2:]:
            element.obj.K = Dictionary(Type=Name.MCR, Pg=page.obj, Stm=form, MCID=int(element.obj.K))

    with opened(small("Plain"), changed(small("Formed"), into_a_form)) as pdf:
        form = pdf.pages[1].Resources.XObject.F
        row = number_tree(pdf.Root.StructTreeRoot.ParentTree)[int(form.StructParents)]
        part = read_tree(pdf)[0].elements()[0].elements()[1]
        assert [item.objgen[0] for item in row] == [element.number for element in part.elements()]
        assert all(element.obj.K.Stm.objgen == form.objgen for element in part.elements())


def test_a_parent_tree_that_was_wrong_is_right_afterwards() -> None:
    def shift(pdf: pikepdf.Pdf) -> None:
        row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
        row.append(row[0])
        del row[0]

    broken = changed(small(), shift)
    assert lint(broken) != []
    assert lint(merged(broken).data) == []


def circle(pdf: pikepdf.Pdf) -> None:
    whole = read_tree(pdf)[0].elements()[0].obj
    whole.K.append(whole)


def claimed_twice(pdf: pikepdf.Pdf) -> None:
    words = [element for element in read_tree(pdf)[0].walk() if element.role == "P"]
    words[1].obj.K = Array([words[1].obj.K, words[0].obj.K])


def endless_mcid(pdf: pikepdf.Pdf) -> None:
    words = next(element for element in read_tree(pdf)[0].walk() if element.role == "P")
    words.obj.K = Array([words.obj.K, 2_000_000_000])


@pytest.mark.parametrize("edit", [circle, claimed_twice, endless_mcid])
def test_what_stands_twice_or_nowhere_in_a_tree_is_left_out_and_said(edit: Callable[[pikepdf.Pdf], None]) -> None:
    done = merged(changed(small(paragraphs=["Alpha", "Beta"]), edit))
    assert lint(done.data) == []
    assert tree_words(done.data) == ["One", "Alpha", "Beta"]
    assert [what for _, what in done.said] == ["1 of its tags lead nowhere and are left out"]


def test_a_tree_may_be_as_deep_as_it_likes() -> None:
    def deepen(pdf: pikepdf.Pdf) -> None:
        above = read_tree(pdf)[0].elements()[0].obj
        words = above.K[1]
        for _ in range(4_000):
            below = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, P=above, K=Array([])))
            above.K.append(below)
            above = below
        del pdf.Root.StructTreeRoot.K.K[1]
        words.P = above
        above.K.append(words)

    done = merged(changed(small(), deepen))
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        obj, depth = pdf.Root.StructTreeRoot.K, 0
        while obj.S != "/P":
            kids = obj.K if isinstance(obj.K, Array) else [obj.K]
            obj, depth = kids[-1], depth + 1
        assert depth == 4_002


# -- links, bookmarks, labels ------------------------------------------------------------------------------------------
def named(pdf: pikepdf.Pdf) -> None:
    """Make the link lead to a named destination, as a string."""
    places = Dictionary(Names=Array([String("chapter"), Array([pdf.pages[0].obj, Name.Fit])]))
    pdf.Root.Names = Dictionary(Dests=places)
    link = pdf.pages[-1].Annots[0]
    if "/Dest" in link:
        del link.Dest
    link.A = Dictionary(S=Name.GoTo, D=String("chapter"))


def test_named_destinations_are_made_unique_and_links_follow_them() -> None:
    file = changed(small(pages=2, link="#top"), named)
    with opened(file, file) as pdf:
        places = dict(pikepdf.NameTree(pdf.Root.Names.Dests))
        assert {name: pdf.pages.index(pikepdf.Page(place[0])) for name, place in places.items()} == {
            "chapter": 0,
            "2.chapter": 2,
        }
        assert [str(pdf.pages[n].Annots[0].A.D) for n in (1, 3)] == ["chapter", "2.chapter"]
    assert lint(merged(file, file).data) == []


def test_links_to_pages_follow_them() -> None:
    file = small(pages=2, link="#top")
    with opened(file, file) as pdf:
        goals = [pdf.pages[n].Annots[0].Dest[0].objgen for n in (1, 3)]
        assert goals == [pdf.pages[n].obj.objgen for n in (0, 2)]


def test_bookmarks_stand_below_one_for_each_input() -> None:
    done = merged(small("One", pages=2), small("Two"))
    assert toc(done.data) == [(0, "One", 0), (1, "One", 0), (0, "Two", 2), (1, "Two", 2)]


def relabel(**entries: Any) -> Callable[[pikepdf.Pdf], None]:
    def edit(pdf: pikepdf.Pdf) -> None:
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(**entries)]))

    return edit


def unlabel(pdf: pikepdf.Pdf) -> None:
    if "/PageLabels" in pdf.Root:
        del pdf.Root.PageLabels


def test_page_labels_are_joined_and_inputs_without_any_go_on_counting() -> None:
    plain = changed(small(pages=2), unlabel)
    roman = changed(plain, relabel(S=Name.r, St=3))
    letters = changed(plain, relabel(S=Name.D, P=String("A-")))
    counted = changed(plain, relabel(S=Name.D, St=7))
    assert labels(merged(roman, plain).data) == ["iii", "iv", "3", "4"]
    assert labels(merged(plain, letters, plain).data) == ["1", "2", "A-1", "A-2", "5", "6"]
    assert labels(merged(counted, plain).data) == ["7", "8", "9", "10"]
    with opened(plain, plain) as pdf:
        assert "/PageLabels" not in pdf.Root


# -- what acts ---------------------------------------------------------------------------------------------------------
def acting(pdf: pikepdf.Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.Root.OpenAction = script
    pdf.Root.AA = Dictionary(WC=script)
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("x"), script])))
    pdf.attachments["secret.txt"] = b"secret words"
    pdf.pages[0].obj.AA = Dictionary(O=script)
    pdf.pages[0].obj.PieceInfo = Dictionary(Secret=Dictionary(Private=String("secret words")))
    link = pdf.pages[0].Annots[0]
    link.A = Dictionary(S=Name.Launch, F=String("calc.exe"))
    if "/Dest" in link:
        del link.Dest


def test_what_acts_is_taken_out_and_said() -> None:
    done = merged(changed(small(link="#top"), acting), small())
    ((name, what),) = done.said
    assert name == "1.pdf"
    for thing in ("JavaScript", "attached files", "actions of pages", "links that start a program"):
        assert thing in what
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        for obj in pdf.objects:
            told = repr(obj) + (obj.read_raw_bytes().decode("latin-1") if isinstance(obj, pikepdf.Stream) else "")
            for sign in ("JavaScript", "app.alert", "secret", "Launch", "calc.exe", "PieceInfo"):
                assert sign not in told
    # the link's words stay, as words
    assert lint(done.data) == []
    assert tree_words(done.data)[:7] == ["One", "Alpha", "and", "beta", "Read", "more", "One"]
    assert "      Span Read more" in tree_outline(done.data)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "vbscript:x", " data:text/html,x"])
def test_addresses_that_do_not_only_lead_somewhere_are_taken_out(address: str) -> None:
    def lead(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Annots[0].A = Dictionary(S=Name.URI, URI=String(address))

    done = merged(changed(small(link="https://example.org/"), lead))
    assert address.strip().encode() not in done.data
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        assert "/Annots" not in pdf.pages[0]


def form(value: str) -> Callable[[pikepdf.Pdf], None]:
    """Add a text field and a signature, both tagged."""

    def edit(pdf: pikepdf.Pdf) -> None:
        page, root = pdf.pages[0], pdf.Root.StructTreeRoot
        widgets = []
        for place, (kind, name) in enumerate((("/Tx", "name"), ("/Sig", "signed"))):
            widget = pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot, Subtype=Name.Widget, FT=Name(kind), T=String(name), F=4, P=page.obj,
                    Rect=Array([20, 20 + 40 * place, 200, 40 + 40 * place]), StructParent=50 + place, TU=String(name),
                    DA=String("/F1 12 Tf 0 g"),
                )
            )  # fmt: skip
            whole = root.K
            held = Dictionary(Type=Name.OBJR, Obj=widget, Pg=page.obj)
            element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Form, P=whole, K=held))
            whole.K.append(element)
            root.ParentTree.Nums.append(50 + place)
            root.ParentTree.Nums.append(element)
            widgets.append(widget)
        widgets[0].V, widgets[1].V = String(value), Dictionary(Type=Name.Sig, Contents=String("vouched"))
        page.Annots = Array(widgets)
        font = next(iter(page.Resources.Font.values()))
        pdf.Root.AcroForm = Dictionary(
            Fields=Array(widgets), SigFlags=3, DR=Dictionary(Font=Dictionary(F1=font)), XFA=String("x")
        )

    return edit


def test_form_fields_keep_their_values_under_names_of_their_own() -> None:
    done = merged(*(changed(small(value), form(value)) for value in ("ANN", "BOB")))
    assert lint(done.data) == []
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        fields = [(str(f.T), str(f.get("/V", ""))) for f in pdf.Root.AcroForm.Fields]
        assert fields == [("name", "ANN"), ("signed", ""), ("2-name", "BOB"), ("2-signed", "")]
        fonts = pdf.Root.AcroForm.DR.Font
        for field in pdf.Root.AcroForm.Fields:
            assert str(field.DA).split()[0] in fonts
        assert "/XFA" not in pdf.Root.AcroForm
        assert "/SigFlags" not in pdf.Root.AcroForm
    assert {what for _, what in done.said} == {
        "taken out: the XFA copy of its form, its signature, which a merge would break"
    }


# -- the file ----------------------------------------------------------------------------------------------------------
def test_what_the_inputs_have_alike_is_written_once_but_never_annotations() -> None:
    file = small(link="https://example.org/")
    done = merged(*[file] * 5)
    assert len(done.data) < 1.6 * len(file)
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        assert len({page.Annots[0].objgen for page in pdf.pages}) == 5
        assert len({page.obj.objgen for page in pdf.pages}) == 5
        assert len({page.Contents[0].objgen for page in pdf.pages}) == 1
        assert sum(isinstance(o, Dictionary) and o.get("/Type") == "/FontDescriptor" for o in pdf.objects) == 1
    assert lint(done.data) == []
    assert b"/ObjStm" in done.data


def test_the_same_inputs_make_the_same_bytes() -> None:
    files = small("One", link="#top", table=True), small("Two", lang="pl"), from_sample()
    assert merged(*files).data == merged(*files).data
    assert merged(*files).data != merged(*reversed(files)).data


def test_an_input_without_tags_becomes_one_figure_a_page() -> None:
    done = merged(small("One"), untagged(pages=2), alt="A map")
    assert lint(done.data) == []
    assert tree_outline(done.data)[4:] == ["  Part", "    Figure A map (1 of 2)", "    Figure A map (2 of 2)"]
    assert ("", "the result does not claim PDF/UA: not every input does (2.pdf)") in done.said
    with pikepdf.open(io.BytesIO(done.data)) as pdf, pdf.open_metadata() as xmp:
        assert "pdfuaid:part" not in xmp
    seen = pypdfium2.PdfDocument(done.data)
    assert "Alpha and beta" in seen[1].get_textpage().get_text_range()
    seen.close()


# -- claims ------------------------------------------------------------------------------------------------------------
def claims_of(data: bytes) -> Claims:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return claims_in(pdf.Root.Metadata.read_bytes().decode())


def claim(old: str, new: str) -> Callable[[pikepdf.Pdf], None]:
    def edit(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes().decode()
        assert old in packet
        pdf.Root.Metadata = pdf.make_stream(packet.replace(old, new).encode(), Type=Name.Metadata, Subtype=Name.XML)

    return edit


def test_a_merge_of_ours_claims_what_ours_claim() -> None:
    assert claims_of(merged(small(), small()).data) == Claims(1, 2, "A")


def test_the_least_claim_of_all_is_made_and_what_is_lost_is_said() -> None:
    weaker = changed(small(), claim("conformance>A<", "conformance>B<"), claim("pdfuaid:part>1<", "pdfuaid:part><"))
    done = merged(small(), weaker)
    assert claims_of(done.data) == Claims(0, 2, "B")
    assert done.said == (("", "the result does not claim PDF/UA: not every input does (2.pdf)"),)


def test_different_output_intents_are_said_and_nothing_is_claimed_for_them() -> None:
    def other(pdf: pikepdf.Pdf) -> None:
        data = bytearray(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())
        at = data.index(b"rXYZ") + 4
        data[int.from_bytes(data[at : at + 4], "big") + 10] ^= 0x40  # another red
        pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(bytes(data), N=3)

    done = merged(small(), changed(small(), other))
    assert claims_of(done.data) == Claims(1)
    assert "their output intents" in done.said[0][1]
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        assert "/OutputIntents" not in pdf.Root


def test_every_srgb_is_one_output_intent_whoever_made_it() -> None:
    def other(pdf: pikepdf.Pdf) -> None:
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        intent = pdf.Root.OutputIntents[0]
        intent.DestOutputProfile, intent.Info = pdf.make_stream(profile, N=3), String("Another maker's")

    done = merged(small(), changed(small(), other))
    assert claims_of(done.data) == Claims(1, 2, "A")
    assert done.said == ()


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([Claims(1, 2, "A"), Claims(1, 3, "U")], Claims(1, 3, "U")),
        ([Claims(1, 1, "A"), Claims(1, 1, "A")], Claims(1)),
        ([Claims(2, 4, "F"), Claims(1, 2, "A")], Claims()),
        ([Claims(1, 2, "?")], Claims(1)),
    ],
)
def test_joint_claims(claims: list[Claims], expected: Claims) -> None:
    assert joint(claims) == expected


# -- any inputs --------------------------------------------------------------------------------------------------------
WORDS = st.text("abcdefghijklmnopqrstuvwxyzéüł", min_size=1, max_size=8)
FILES = st.builds(
    lambda title, paragraphs, pages, link, table: (title, paragraphs, pages, link, table),
    WORDS, st.lists(WORDS, min_size=1, max_size=4), st.integers(1, 3), st.sampled_from(["", "#top", "https://e.org"]),
    st.booleans(),
)  # fmt: skip


@settings(max_examples=12)
@given(st.lists(FILES, min_size=1, max_size=4))
def test_any_tagged_files_keep_their_words_pages_and_order(chosen: list[tuple[str, list[str], int, str, bool]]) -> None:
    files = [small(t, p, pages=n, link=link, table=table) for t, p, n, link, table in chosen]
    done = merged(*files)
    assert lint(done.data) == []
    assert tree_words(done.data) == [word for file in files for word in tree_words(file)]
    assert done.pages == sum(pages for _, _, pages, _, _ in chosen)
    starts = [sum(n for _, _, n, _, _ in chosen[:place]) for place in range(len(chosen))]
    assert [(t, page) for level, t, page in toc(done.data) if level == 0] == [
        (title, start) for (title, *_), start in zip(chosen, starts, strict=True)
    ]


def elements(data: bytes) -> list[Element]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return list(read_tree(pdf)[0].walk())


def test_merging_a_merge_keeps_what_it_had() -> None:
    once = merged(small("One", table=True), small("Two", link="#top")).data
    twice = merged(once, small("Three")).data
    assert [error for error in lint(twice) if "H1 in Part" not in error] == []  # a Part of Parts has several
    assert tree_words(twice) == [*tree_words(once), "Three", "Alpha", "and", "beta"]
    assert [element.role for element in elements(twice)].count("Part") == 4
