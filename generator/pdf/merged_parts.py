"""What the parts of a merge share: the document in the making, and one input while it is taken in."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.pdf.carrying import Carrier
from generator.pdf.foreign import Foreign


class Objects:
    """The objects of the merged document, by number."""

    def __init__(self) -> None:
        self._data: list[bytes | None] = []

    def reserve(self) -> int:
        """Return the number of the next object."""
        self._data.append(None)
        return len(self._data)

    def put(self, number: int, data: bytes) -> None:
        """Set the bytes of an object."""
        self._data[number - 1] = data

    def add(self, data: bytes) -> int:
        """Add an object and return its number."""
        number = self.reserve()
        self.put(number, data)
        return number

    def all(self) -> list[tuple[int, bytes]]:
        """Return number and bytes of each; what was never set is null."""
        return [(number, data or b"null") for number, data in enumerate(self._data, 1)]


@dataclass
class Whole:
    """The merged document: what every input adds to."""

    objects: Objects = field(default_factory=Objects)
    shared: dict[bytes, int] = field(default_factory=dict)
    parents: dict[int, bytes] = field(default_factory=dict)  # the ParentTree: key -> array or reference
    places: dict[bytes, bytes] = field(default_factory=dict)  # named destinations
    keys: int = 0

    def key(self) -> int:
        """Return the next key of the ParentTree."""
        self.keys += 1
        return self.keys - 1


class Given:
    """One input while it is taken in.

    Attributes:
        number: 1 for the first; what would collide is given it as a prefix.
        pages: the numbers that its pages have in the merged document.
        removed: what was taken out, in plain words.
    """

    def __init__(self, whole: Whole, foreign: Foreign, number: int) -> None:
        self.whole, self.foreign, self.number = whole, foreign, number
        self._keys: dict[int, int] = {}
        self.carrier = Carrier(whole.objects, whole.shared, key=self.key)
        self.pages = [whole.objects.reserve() for _ in foreign.pages]
        self.pages_set = frozenset(self.pages)
        self.carrier.numbers.update(zip((page.number for page in foreign.pages), self.pages, strict=True))
        self.removed = dict[str, None]()

    def key(self, old: int) -> int:
        """Return the key in the merged ParentTree for one of this input's."""
        if old not in self._keys:
            self._keys[old] = self.whole.key()
        return self._keys[old]

    def remove(self, thing: str) -> None:
        """Note something that was taken out."""
        self.removed[thing] = None
