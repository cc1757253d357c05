"""Parts of pages that are composed once for many settings: what is kept, what is not, and that both are the same."""

from __future__ import annotations

from generator.base.scalars import Text
from generator.kinds.keeping import MOST_PIECES, Keeping
from generator.kinds.look import Glass
from generator.kinds.setting import Setting
from generator.pdf.structure import Element
from generator.typeset.boxes import Box
from tests.support.making import setting_of


def kept_setting() -> Setting:
    setting = setting_of()
    setting.keeping, setting.look = Keeping(), Glass(*setting.look)
    return setting


def again(setting: Setting) -> Setting:
    """Begin with another look."""
    setting.begin(Glass(*setting.look), Element("Document"))
    return setting


def words(setting: Setting, text: str = "Look and wait. [@first-1989]") -> Box:
    return setting.paragraph(Text(text), setting.styles.body, setting.document.add("P", kind="words"))


def test_a_piece_is_composed_once_and_hung_into_each_tree() -> None:
    setting = kept_setting()
    first = setting.kept("words", setting.document, lambda: words(setting))
    cited, kinds = list(setting.cited), [kid.kind for kid in setting.document.kids]
    second = again(setting).kept("words", setting.document, lambda: words(setting))
    assert second.made is first.made
    assert second.sign == first.sign is not None
    assert setting.cited == cited
    assert [kid.kind for kid in setting.document.kids] == kinds == ["words"]
    assert setting.document.kids[0].parent is setting.document


def test_what_arranging_changed_is_put_back() -> None:
    setting = kept_setting()
    made = setting.kept("words", setting.document, lambda: words(setting)).made
    element = setting.document.kids[0]
    made.before, notes = 7.0, list(element.kids)
    element.add("Span")
    assert again(setting).kept("words", setting.document, lambda: words(setting)).made.before == 0.0
    assert element.kids == notes != []


def test_what_asks_the_look_is_composed_for_each_setting() -> None:
    setting = kept_setting()
    told = setting.look.name
    first = setting.kept("name", setting.document, lambda: words(setting, setting.look.name))
    second = again(setting).kept("name", setting.document, lambda: words(setting, setting.look.name))
    assert told
    assert first.made is not second.made
    assert first.sign is second.sign is None


def test_what_has_a_fault_is_composed_and_told_each_time() -> None:
    setting = kept_setting()
    for _ in range(2):
        assert again(setting).kept("words", setting.document, lambda: words(setting, "{{ no.such }}")).sign is None
        assert [one.code for one in setting.findings.all] == ["bad-placeholder"]


def test_a_piece_is_used_once_in_a_document() -> None:
    setting = kept_setting()
    for _ in range(2):
        one, other = (again(setting) if not i else setting for i in range(2))
        made = [each.kept("words", each.document, lambda: words(setting)) for each in (one, other)]
        assert made[0].made is not made[1].made
        assert len(setting.document.kids) == 2


def test_after_other_citations_a_piece_is_composed_anew() -> None:
    setting = kept_setting()
    first = setting.kept("words", setting.document, lambda: words(setting))
    again(setting).cite("second-2001", None)
    second = setting.kept("words", setting.document, lambda: words(setting))
    assert second.made is not first.made


def test_pieces_are_few() -> None:
    setting = kept_setting()
    for number in range(3 * MOST_PIECES):
        setting.kept(number, setting.document, lambda: words(setting))
    assert setting.keeping is not None
    assert len(setting.keeping._pieces) <= MOST_PIECES


def test_one_setting_alone_keeps_nothing() -> None:
    setting = setting_of()
    made = [setting.kept("words", setting.document, lambda: words(setting)) for _ in range(2)]
    assert made[0].made is not made[1].made
    assert made[0].sign is made[1].sign is None
