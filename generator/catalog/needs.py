"""What the handouts and packs of a workspace need of a brand: letters, by language, and the words they ask it for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.base.findings import Findings
from generator.base.places import Span
from generator.base.tuples import NamedTuple
from generator.base.yaml_nodes import Mapping as MappingNode
from generator.base.yaml_nodes import Node, Scalar, Sequence, is_broken
from generator.catalog.documents import read_document
from generator.catalog.handouts import ENDING, REGISTERS, handout_names
from generator.catalog.handouts import FOLDER as HANDOUTS
from generator.catalog.packs import pack_file, pack_names
from generator.catalog.workspace import Workspace
from generator.model.inline import PLACEHOLDER

USUAL = "en-GB"


class Asked(NamedTuple):
    """A placeholder without a default: the brand must say what it is."""

    name: str
    span: Span


class Needs(NamedTuple):
    """Letters that are used, by language, spaces left out; and what is asked for, in the order of files and places."""

    letters: Mapping[str, frozenset[str]]
    asked: tuple[Asked, ...]


def read_needs(workspace: Workspace) -> Needs:
    """Return what the handouts, packs and registers of a workspace need; files that cannot be read are left out."""
    letters: dict[str, set[str]] = {}
    asked: list[Asked] = []
    for path in _files(workspace):
        node = read_document(workspace, path, Findings())  # what is wrong in it is told by `check` and `build`
        if node is None:
            continue
        language = _language(node)
        for scalar in scalars(node):
            letters.setdefault(language, set()).update(scalar.text)
            for match in PLACEHOLDER.finditer(scalar.text):
                if match[2] is None:
                    asked.append(Asked(match[1], scalar.place(match.start())))
    kept = {name: frozenset(filter(_seen, found)) for name, found in sorted(letters.items())}
    return Needs(kept, tuple(asked))


def _files(workspace: Workspace) -> list[str]:
    registers = [f"{HANDOUTS}/{name}{ENDING}" for name in REGISTERS]
    handouts = [f"{HANDOUTS}/{name}{ENDING}" for name in handout_names(workspace)]
    there = [path for path in registers if workspace.home(path) is not None]
    return [*handouts, *map(pack_file, pack_names(workspace)), *there]


def _language(node: Node) -> str:
    said = node.get("language") if isinstance(node, MappingNode) else None
    return said.text if isinstance(said, Scalar) and said.text else USUAL


def _seen(char: str) -> bool:
    return char.isprintable() and not char.isspace()


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield every value of a tree in the order of the file, keys left out, without recursion."""
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Scalar):
            if not is_broken(here):
                yield here
        elif isinstance(here, Sequence):
            waiting.extend(reversed(here.items))
        else:
            waiting.extend(entry.value for entry in reversed(here.entries))
