"""taglint finds what a validator lets pass: one deliberate defect at a time, in a file that is good otherwise."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.support.pdftree import read_tree
from tests.support.sample import sample
from tests.support.taglint import lint

Defect = Callable[[pikepdf.Pdf], object]


def saved(pdf: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def find(pdf: pikepdf.Pdf, role: str) -> Any:
    return next(element for element in read_tree(pdf)[0].walk() if element.role == role).obj


def rewrite(pdf: pikepdf.Pdf, old: bytes, new: bytes, page: int = 0) -> None:
    content = pdf.pages[page].Contents.read_bytes()
    assert old in content
    pdf.pages[page].Contents = pdf.make_stream(content.replace(old, new, 1))


def test_the_sample_is_good() -> None:
    assert lint(saved(sample())) == []


def no_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def no_parent_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.ParentTree


def no_lang(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def lang_in_words(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = String("British English")


def not_marked(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def no_tabs(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].obj.Tabs


def no_struct_parents(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.StructParents


def shared_struct_parents(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.StructParents = 0


def parent_tree_shifted(pdf: pikepdf.Pdf) -> None:
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[3]
    row.append(row[0])
    del row[0]


def duplicate_mcid(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, b"/MCID 1>>", b"/MCID 0>>")


def unknown_mcid(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, b"/MCID 1>>", b"/MCID 999>>")


def stray_text(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, b"/Artifact BMC", b"BT /F1 9 Tf <0041> Tj ET /Artifact BMC")


def stray_rule(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, b"/Artifact BMC\n0 0 420 4 re f\nEMC", b"0 0 420 4 re f")


def stray_form(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    pdf.pages[0].obj.Resources.XObject = Dictionary(X1=form)
    rewrite(pdf, b"/Artifact BMC", b"/X1 Do /Artifact BMC")


def marked_only_as_span(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, b"/Artifact BMC", b"/Span BMC")


def nested_mcids(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, b"BT", b"/Span <</MCID 1>> BDC EMC BT")


def tagged_in_artifact(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, b"re f\nEMC\n/H1", b"re f\n/H1")
    rewrite(pdf, b"ET\nEMC", b"ET\nEMC\nEMC")


def unbalanced(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, b"ET\nEMC", b"ET\nEMC EMC")


def orphan(pdf: pikepdf.Pdf) -> None:
    del find(pdf, "Document").K[0]


def dangling(pdf: pikepdf.Pdf) -> None:
    find(pdf, "P").K.append(77)


def reached_twice(pdf: pikepdf.Pdf) -> None:
    whole = find(pdf, "Document")
    whole.K.append(whole.K[0])


def wrong_parent(pdf: pikepdf.Pdf) -> None:
    find(pdf, "LI").P = find(pdf, "Document")


def empty_element(pdf: pikepdf.Pdf) -> None:
    whole = find(pdf, "Document")
    whole.K.append(pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, P=whole)))


def figure_without_alt(pdf: pikepdf.Pdf) -> None:
    del find(pdf, "Figure").Alt


def figure_without_box(pdf: pikepdf.Pdf) -> None:
    del find(pdf, "Figure").A


def header_without_scope(pdf: pikepdf.Pdf) -> None:
    del find(pdf, "TH").A


def heading_skipped(pdf: pikepdf.Pdf) -> None:
    find(pdf, "P").S = Name.H3


def second_title(pdf: pikepdf.Pdf) -> None:
    find(pdf, "P").S = Name.H1


def no_title(pdf: pikepdf.Pdf) -> None:
    find(pdf, "H1").S = Name.P


def item_without_body(pdf: pikepdf.Pdf) -> None:
    find(pdf, "LBody").S = Name.Span


def item_outside_list(pdf: pikepdf.Pdf) -> None:
    find(pdf, "L").S = Name.Sect


def ragged_table(pdf: pikepdf.Pdf) -> None:
    table = find(pdf, "Table")
    row = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TR, P=table, K=Array([])))
    row.K.append(pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TD, P=row)))
    table.K.append(row)


def unknown_role(pdf: pikepdf.Pdf) -> None:
    find(pdf, "L").S = Name.Leaflet


def circular_roles(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Aside=Name.Bside, Bside=Name.Aside)
    find(pdf, "Document").S = Name.Aside


def note_without_id(pdf: pikepdf.Pdf) -> None:
    find(pdf, "Link").S = Name.Note


def same_id_twice(pdf: pikepdf.Pdf) -> None:
    find(pdf, "H1").ID = find(pdf, "P").ID = String("a")


def link_without_contents(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].Annots[0].Contents


def link_that_does_not_print(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].Annots[0].F = 0


def link_without_holder(pdf: pikepdf.Pdf) -> None:
    find(pdf, "Link").K = Array([find(pdf, "Link").K[0]])


def link_held_by_span(pdf: pikepdf.Pdf) -> None:
    find(pdf, "Link").S = Name.Span


def link_to_nowhere(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].Annots[0].A = Dictionary(S=Name.GoTo, D=String("more"))


def annotation_gone(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].obj.Annots


DEFECTS: dict[Defect, str] = {
    no_tree: "no StructTreeRoot",
    no_parent_tree: "no ParentTree",
    no_lang: "no /Lang",
    lang_in_words: "no /Lang",
    not_marked: "not /Marked",
    no_tabs: "page 2: /Tabs",
    no_struct_parents: "page 1: no StructParents",
    shared_struct_parents: "StructParent 0 is also that of page 1",
    parent_tree_shifted: "the ParentTree disagrees",
    duplicate_mcid: "MCID 0 is there 2 times",
    unknown_mcid: "MCID 999 is in no reachable element",
    stray_text: "outside marked content: Tj",
    stray_rule: "outside marked content: f",
    stray_form: "outside marked content: f",
    marked_only_as_span: "outside marked content: f",
    nested_mcids: "MCID 1 inside MCID 0",
    tagged_in_artifact: "MCID 0 inside an artifact",
    unbalanced: "EMC without BDC",
    orphan: "MCID 0 is in no reachable element",
    dangling: "no content with MCID 77",
    reached_twice: "reached twice",
    wrong_parent: "/P is not its parent",
    empty_element: "Sect (",
    figure_without_alt: "without Alt",
    figure_without_box: "without BBox",
    header_without_scope: "without Scope",
    heading_skipped: "follows H1",
    second_title: "2 H1",
    no_title: "no H1",
    item_without_body: "without LBody",
    item_outside_list: "outside L",
    ragged_table: "rows of 2, 1 columns",
    unknown_role: "not a standard role",
    circular_roles: "not a standard role",
    note_without_id: "without ID",
    same_id_twice: "ID a is there 2 times",
    link_without_contents: "link without Contents",
    link_that_does_not_print: "link with F 0",
    link_without_holder: "held by 0 elements",
    link_held_by_span: "not by a Link",
    link_to_nowhere: "link to more",
    annotation_gone: "which is on no page",
}


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.__name__)
def test_a_defect_is_found(defect: Defect) -> None:
    pdf = sample()
    defect(pdf)
    errors = lint(saved(pdf))
    assert any(DEFECTS[defect] in error for error in errors), errors


def test_role_maps_are_followed() -> None:
    pdf = sample()
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Aside=Name.Sect)
    find(pdf, "Document").S = Name.Aside
    assert lint(saved(pdf)) == []


def test_a_pack_has_one_title_in_each_part() -> None:
    pdf = sample()
    whole = find(pdf, "Document")
    for _ in range(2):
        part = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Part, P=whole, K=Array([])))
        child = whole.K[0]
        del whole.K[0]
        child.P, child.S = part, Name.H1
        part.K.append(child)
        whole.K.append(part)
    assert lint(saved(pdf)) == []
