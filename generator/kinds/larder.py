"""Settings of a programme's handouts, kept from one brand to the next with all that they know; see keeping.py."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from generator.base.recent import Recent
from generator.kinds.keeping import Keeping
from generator.kinds.look import Glass, Look
from generator.kinds.setting import Setting
from generator.kinds.tightness import Tightness
from generator.pdf.structure import Element

if TYPE_CHECKING:  # rules are imported where they look at something
    from generator.kinds.rule import Known

MOST_KEPT = 400  # settings: some four degrees of tightness of a hundred handouts; each is about half a megabyte
LONG = 3  # times as many requests as are kept: what was not asked for since then makes room


class Larder:
    """Keeps settings until it is full; then a new one takes the place of one that was not asked for in long.

    A programme asks for the same ones in the same order for every brand: to drop the one that was used longest ago
    would drop each just before it is used again. One of them serves one document at a time: whoever asks for it again
    ends the document before.
    """

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most, self._asked = most, 0
        self._kept: OrderedDict[tuple[object, ...], _Kept] = OrderedDict()
        self._rules: Recent[tuple[object, ...], tuple[tuple[object, ...], Known]] = Recent(most)

    def setting(
        self, parts: tuple[object, ...], tight: Tightness, look: Look, document: Element, make: Callable[[], Setting]
    ) -> Setting:
        """Return a setting for a look.

        Args:
            parts: the objects that the setting is made of besides the look: the same ones, or it is made anew.
            tight: how tightly it is set.
            look: what it is set for now.
            document: the root of its tree.
            make: makes it, for that look and that tree.
        """
        self._asked += 1
        all_parts = (*parts, look.heading, look.body)
        key = (*map(id, all_parts), tight, look.shape, look.radius, look.people_set)
        known = self._kept.get(key)  # what ids stand for is kept as long as they are
        if known is not None:
            self._kept.move_to_end(key)
            known.asked = self._asked
            known.setting.begin(Glass(*look), document)
            return known.setting
        setting = make()
        if self._room():
            setting.keeping, setting.look = Keeping(), Glass(*look)
            self._kept[key] = _Kept(all_parts, setting, self._asked)
        return setting

    def rules(self, parts: tuple[object, ...], today: date, look: Look) -> Known:
        """Return what rules on content found in a handout that did not ask the look; more is put in there.

        Args:
            parts: the objects that rules see besides the look: the same ones, or nothing is known.
            today: the date of the case.
            look: the one that is set now, for what a `Glass` does not count.
        """
        all_parts = (*parts, look.heading, look.body)
        key = (*map(id, all_parts), today, look.shape, look.radius, look.people_set)
        known = self._rules.get(key)
        if known is None:
            known = all_parts, {}  # what ids stand for is kept as long as they are
            self._rules.put(key, known)
        return known[1]

    def _room(self) -> bool:
        """Make room for one more; tell whether there is."""
        if len(self._kept) < self._most:
            return True
        oldest = next(iter(self._kept))
        if self._kept[oldest].asked > self._asked - LONG * self._most:
            return False
        del self._kept[oldest]
        return True


class _Kept:
    """A setting, what it was made of, and when it was asked for last."""

    def __init__(self, parts: tuple[object, ...], setting: Setting, asked: int) -> None:
        self.parts, self.setting, self.asked = parts, setting, asked
