"""Settings of a programme's handouts, kept from one brand to the next with all that they know; see keeping.py."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from generator.kinds.keeping import Keeping
from generator.kinds.look import Glass, Look
from generator.kinds.setting import Setting, Tightness
from generator.pdf.structure import Element

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
