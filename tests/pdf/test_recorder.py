from __future__ import annotations

from generator.kinds.reading import read
from generator.pdf.glyphs import Said
from generator.pdf.recorder import Recorder, Shape, extent
from generator.pdf.structure import LAYOUT, Element
from generator.typeset.paragraph import Paragraph
from generator.typeset.runs import Run
from generator.typeset.shapes import rectangle
from tests.support.making import setting_of


def begun() -> tuple[Element, Recorder]:
    document = Element("Document")
    recorder = Recorder(document)
    recorder.begin_page(400, 400)
    return document, recorder


def said(text: str, target: Element) -> Said:
    return Said(text, target)


def square(x: float, y: float, side: float = 10) -> list[tuple[object, ...]]:
    return list(rectangle(x, y, side, side))


def test_words_stand_in_the_order_of_the_tree() -> None:
    document, recorder = begun()
    first, second = document.add("P"), document.add("P")
    recorder.say([said("two", second)])
    recorder.say([said("one", first)])
    assert read(recorder, document).text == "onetwo"


def test_children_stand_among_an_elements_own_words() -> None:
    document, recorder = begun()
    paragraph = document.add("P")
    link = paragraph.add("Link")
    recorder.say([said("see ", paragraph), said("here", link), said(" for more", paragraph)])
    recorder.link(link, (0, 0, 1, 1), "https://x.example", "Opens x")
    node = read(recorder, document).nodes[0]
    assert node.text == "see here for more"
    assert node.nodes[0].address == "https://x.example"


def test_a_part_with_a_later_turn_is_read_later() -> None:
    document, recorder = begun()
    paragraph = document.add("P")
    recorder.take_turn(2)
    recorder.say([said("end", paragraph)])
    recorder.take_turn(1)
    recorder.say([said("begin ", paragraph)])
    assert read(recorder, document).text == "begin end"


def test_artifacts_say_nothing() -> None:
    document, recorder = begun()
    recorder.say([Said("page 1", LAYOUT)])
    recorder.say([said("words", document.add("P"))])
    assert read(recorder, document).text == "words"


def test_words_that_run_to_the_left_are_read_from_their_beginning() -> None:
    setting = setting_of("ar")
    recorder = Recorder(setting.document)
    recorder.hues = setting.hues
    recorder.begin_page(200, 200)
    text = "كلمات عربية مع NHS 111 في السطر وبعدها كلمات أخرى كثيرة"
    paragraph = Paragraph([Run(text, setting.document.add("P"))], setting.styles.body)
    assert len(paragraph.lines(120)) > 1
    paragraph.draw(recorder, 0, 0, 120)
    assert read(recorder, setting.document).text == text


def test_a_picture_has_its_own_ink_and_what_stands_in_its_box() -> None:
    document, recorder = begun()
    figure = document.add("Figure", alt="A square")
    figure.bbox = (100, 200, 200, 300)  # in PDF space: 100 to 200 from the top
    recorder.shape(square(90, 90), fill="#111111", target=figure)
    recorder.shape(square(120, 120), fill="#222222", target=LAYOUT)
    recorder.shape(square(300, 300), fill="#333333", target=LAYOUT)
    inks = recorder.picture_of(figure)
    assert [ink.fill for ink in inks if isinstance(ink, Shape)] == ["#111111", "#222222"]


def test_decoration_is_shown_for_an_element_that_a_pdf_has_not() -> None:
    document, recorder = begun()
    shown = document.add("Figure", kind="decoration")
    recorder.shows(shown)
    recorder.shape(square(10, 10), fill="#111111", target=LAYOUT)
    recorder.shows(None)
    recorder.shape(square(50, 50), fill="#222222", target=LAYOUT)
    assert len(recorder.picture_of(shown)) == 1
    node = read(recorder, document).nodes[0]
    assert (node.kind, node.alt, node.picture is not None) == ("decoration", "", True)


def test_a_clip_ends_with_its_state() -> None:
    document, recorder = begun()
    figure = document.add("Figure", alt="x")
    recorder.save()
    recorder.clip(square(0, 0, 5))
    recorder.shape(square(0, 0, 50), fill="#111111", target=figure)
    recorder.restore()
    recorder.shape(square(0, 0, 50), fill="#222222", target=figure)
    clipped, whole = recorder.picture_of(figure)
    assert extent(clipped) == (0, 0, 5, 5)
    assert extent(whole) == (0, 0, 50, 50)


def test_the_name_of_a_place_goes_to_the_words_that_follow() -> None:
    document, recorder = begun()
    link, item = document.add("P").add("Link"), document.add("P")
    recorder.say([said("1", link)])
    recorder.link(link, (0, 0, 1, 1), "#source:one", "Source 1")
    recorder.place("source:one", 0, 0)
    recorder.say([said("A study", item)])
    tree = read(recorder, document)
    assert tree.nodes[0].nodes[0].address == "#source--one"
    assert tree.nodes[1].ident == "source--one"
