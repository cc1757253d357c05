"""What a larder keeps: all of a programme, or a part of one that is too large, and nothing that is long unused."""

from __future__ import annotations

from generator.base.findings import Findings
from generator.kinds.larder import LONG, Larder
from generator.kinds.setting import Setting
from generator.pdf.structure import Element
from tests.support.making import setting_of

GIVEN = setting_of()


def ask(larder: Larder, thing: object) -> Setting:
    """Ask for the setting of a thing."""
    document = Element("Document")
    dress = (GIVEN.layout, GIVEN.look, GIVEN.assets, "en-GB", GIVEN.tight)
    return larder.setting((thing,), GIVEN.tight, GIVEN.look, document, lambda: Setting(*dress, Findings(), document))


def test_the_same_one_begins_anew() -> None:
    larder, thing = Larder(), object()
    first = ask(larder, thing)
    first.cited.append("somebody")
    tree = first.document
    again = ask(larder, thing)
    assert again is first
    assert again.cited == []
    assert again.document is not tree
    assert ask(larder, object()) is not first


def test_of_a_programme_that_is_too_large_a_part_is_kept() -> None:
    larder, things = Larder(most=4), [object() for _ in range(10)]
    first = [ask(larder, thing) for thing in things]
    second = [ask(larder, thing) for thing in things]
    assert [one is other for one, other in zip(first, second, strict=True)] == [True] * 4 + [False] * 6
    assert all(setting.keeping is None for setting in second[4:])


def test_what_is_long_unused_makes_room() -> None:
    larder, thing = Larder(most=2), object()
    old = [ask(larder, each) for each in (object(), object())]
    while ask(larder, thing).keeping is None:
        assert larder._asked <= LONG * 2 + 3
    assert ask(larder, thing) is ask(larder, thing)
    assert all(setting.keeping is not None for setting in old)
