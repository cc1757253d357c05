"""What elements of an SVG name in it by `#id`: found, and never followed in a circle."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from generator.typeset.svg_tree import Node
from generator.typeset.svg_values import fault, shown


class References:
    """The elements of a drawing by their ids; of two with one id the first stands."""

    def __init__(self, root: Node) -> None:
        self._nodes: dict[str, Node] = {}
        self._open: list[Node] = []
        self._parents: dict[Node, Node] = {}
        for node in root.walk():
            self._parents.update((child, node) for child in node.children)
            if "id" in node.attributes:
                self._nodes.setdefault(node.attributes["id"], node)

    def find(self, ident: str) -> Node:
        """Return the element with an id.

        Raises:
            AssetError: `svg-reference`.
        """
        if ident not in self._nodes:
            raise fault("svg-reference", f"it names {shown('#' + ident)}, which is not in the drawing")
        return self._nodes[ident]

    def named(self, href: str) -> Node:
        """Return the element that an `href` names.

        Raises:
            AssetError: `svg-reference` for what is outside of the drawing, or not in it.
        """
        href = href.strip()
        if not href.startswith("#") or len(href) < 2:
            raise fault("svg-reference", f"{shown(href)} is outside of the drawing, and is not opened")
        return self.find(href[1:])

    def above(self, node: Node) -> list[Node]:
        """Return the elements that a node is in, the outermost first."""
        found: list[Node] = []
        while node in self._parents:
            node = self._parents[node]
            found.append(node)
        return found[::-1]

    @contextmanager
    def following(self, node: Node) -> Iterator[None]:
        """While an element is drawn in the place of another; it cannot be drawn inside of itself.

        Raises:
            AssetError: `svg-reference`.
        """
        if any(node is other for other in self._open):
            raise fault("svg-reference", "it uses itself")
        self._open.append(node)
        try:
            yield
        finally:
            self._open.pop()
