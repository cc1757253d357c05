"""Settings of a programme's handouts, kept from one brand to the next with all that they know; see keeping.py."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from generator.kinds.keeping import Keeping
from generator.kinds.look import Glass, Look
from generator.kinds.setting import Setting, Tightness
from generator.pdf.structure import Element

MOST_KEPT = 160  # settings: three degrees of tightness of some fifty handouts


class Larder:
    """Keeps the settings that were used last.

    One of them serves one document at a time: whoever asks for it again ends the document before.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, ...], tuple[tuple[object, ...], Setting]] = OrderedDict()

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
        all_parts = (*parts, look.heading, look.body)
        key = (*map(id, all_parts), tight, look.shape, look.radius, look.people_set)
        glass = Glass(*look)
        known = self._kept.get(key)  # what ids stand for is kept as long as they are
        if known is None:
            setting = make()
            setting.keeping = Keeping()
            setting.look = glass
            self._kept[key] = all_parts, setting
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
            return setting
        self._kept.move_to_end(key)
        known[1].begin(glass, document)
        return known[1]
