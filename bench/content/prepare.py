"""Makes the content of a workload, in a process of its own, so that what measures stays small.

python bench/content/prepare.py leaflet WORKSPACE SEED          one leaflet in other words, the only handout there
python bench/content/prepare.py programme WORKSPACE SEED COUNT  so many handouts in other words
python bench/content/prepare.py pack WORKSPACE SESSIONS         a pack of so many sessions
python bench/content/prepare.py sides WORKSPACE FOLDER          the workspace's leaflet for the other sides
python bench/content/prepare.py pack-sides WORKSPACE FOLDER COPY
python bench/content/prepare.py settings FOLDER COUNT SEED      a table, its logos, and its dresses for other sides
python bench/content/prepare.py wild FOLDER COUNT SEED          a table in which rows say anything that a brand may say

What is made is told as one line of JSON.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from bench.content import page_markup, typst_markup  # noqa: E402  (after the path is set, so that it runs as a file)
from bench.content.blocks import Block, as_json, leaflet_blocks, pack_blocks, said  # noqa: E402
from bench.content.dresses import dresses, save, usual_dress  # noqa: E402
from bench.content.finished import handout_reading, look_of, pack_tree  # noqa: E402
from bench.content.pack_maker import PACK, copy_library, in_other_words, make_pack  # noqa: E402
from bench.content.settings_maker import make_settings, make_wild_settings  # noqa: E402
from generator.kinds.reading import Node  # noqa: E402
from generator.kinds.vector import svg  # noqa: E402
from generator.model.roles import derive  # noqa: E402

LEAFLET = "tuning-into-your-baby"
TURNS = 30  # letters have so many ways to be exchanged
KEPT = ("sources", "contacts")  # files in handouts/ that are no handouts


def leaflet(workspace: Path, seed: int) -> dict[str, Any]:
    """Write a workspace with one leaflet, the starter library's in other words."""
    _emptied(workspace)
    return {"made": _in_other_words(workspace, [LEAFLET], seed, 1)}


def programme(workspace: Path, seed: int, count: int) -> dict[str, Any]:
    """Write a workspace with so many handouts of all kinds, in other words; those that then do not fit are left out."""
    _emptied(workspace)
    names = sorted(path.stem for path in (ROOT / "handouts").glob("*.yaml") if path.stem not in KEPT)
    random.Random(seed).shuffle(names)
    return {"made": _in_other_words(workspace, names, seed, count)}


def _emptied(workspace: Path) -> None:
    copy_library(ROOT, workspace)
    shutil.rmtree(workspace / "handouts" / "packs")
    for path in (workspace / "handouts").glob("*.yaml"):
        if path.stem not in KEPT:
            path.unlink()


def _in_other_words(workspace: Path, names: Sequence[str], seed: int, count: int) -> list[str]:
    made: list[str] = []
    for turn in range(seed, seed + TURNS):
        for name in names:
            if len(made) == count:
                return made
            ident = f"{name}-{turn}"
            read = yaml.safe_load((ROOT / "handouts" / f"{name}.yaml").read_text(encoding="utf-8"))
            path = workspace / "handouts" / f"{ident}.yaml"
            text = yaml.safe_dump(in_other_words(read, turn), allow_unicode=True, sort_keys=False, width=110)
            path.write_text(text.replace("](handout:", "](https://handouts.example/"), encoding="utf-8")
            try:
                handout_reading(workspace, ident)
            except RuntimeError:
                path.unlink()
            else:
                made.append(ident)
    raise RuntimeError(f"only {len(made)} of {count} handouts fit in other words")


def pack(workspace: Path, sessions: int) -> dict[str, Any]:
    """Write a workspace with the real packs and one of so many sessions."""
    if not (workspace / "handouts").exists():
        copy_library(ROOT, workspace)
    make_pack(workspace, sessions)
    return {"made": [PACK]}


def sides(workspace: Path, folder: Path) -> dict[str, Any]:
    """Write a workspace's one leaflet for the other sides."""
    ident = next(path.stem for path in (workspace / "handouts").glob("*.yaml") if path.stem not in KEPT)
    reading = handout_reading(workspace, ident)
    makes = typst_markup.leaflet_source, page_markup.leaflet_page
    return _sides(workspace, folder, reading.root, leaflet_blocks(reading.root), reading.title, makes)


def pack_sides(workspace: Path, folder: Path, copy: str) -> dict[str, Any]:
    """Write a workspace's made pack for the other sides."""
    root, pages = pack_tree(workspace, PACK, copy)
    makes = typst_markup.pack_source, page_markup.pack_page
    return {**_sides(workspace, folder, root, pack_blocks(root), "A long course", makes), "pages": pages}


Makes = tuple[Callable[..., str], Callable[..., str]]


def _sides(
    workspace: Path, folder: Path, root: Node, blocks: Sequence[Block], title: str, makes: Makes
) -> dict[str, Any]:
    folder.mkdir(parents=True, exist_ok=True)
    logo, qr = folder / "logo.svg", folder / "qr.svg"
    logo.write_text(_picture(root, lambda node: node.kind == "logo"), encoding="utf-8")
    qr.write_text(_picture(root, lambda node: node.alt.startswith("QR code")), encoding="utf-8")
    look = look_of(workspace)
    usual = usual_dress(look.brand, look.roles, str(logo.resolve()), str(qr.resolve()))
    fonts = (workspace / "layouts" / "fonts").resolve()
    typst_markup.write_typst(folder, makes[0](blocks, usual, title))
    page = makes[1](blocks, usual, title, fonts)
    (folder / "template.html").write_text(page, encoding="utf-8")
    (folder / "page.html").write_text(page_markup.dressed(page, usual), encoding="utf-8")
    content = {"title": title, "usual": usual, "blocks": [as_json(block) for block in blocks]}
    (folder / "blocks.json").write_text(json.dumps(content), encoding="utf-8")
    return {"letters": sum(len(said(block)) for block in blocks)}


def _picture(root: Node, wanted: Callable[[Node], bool]) -> str:
    found = next((node.picture for node in root.walk() if wanted(node) and node.picture is not None), None)
    empty = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" width="1" height="1"/>'
    return svg(found, alone=True) if found is not None else empty


def settings(folder: Path, count: int, seed: int) -> dict[str, Any]:
    """Write a table of so many settings, their logos, and what the other sides need for each."""
    folder.mkdir(parents=True, exist_ok=True)
    table = make_settings(folder, count, seed, f"settings-{seed}.csv")
    save(folder / f"dresses-{seed}.json", dresses(table, folder / f"codes-{seed}", derive("#17565c")))
    return {"made": [str(table)]}


def wild(folder: Path, count: int, seed: int) -> dict[str, Any]:
    """Write a table of very different settings."""
    return {"made": [str(make_wild_settings(folder, count, seed))]}


def main() -> None:
    """Make what is asked for."""
    makes: dict[str, Callable[..., dict[str, Any]]] = {
        "leaflet": leaflet, "programme": programme, "pack": pack, "sides": sides, "pack-sides": pack_sides,
        "settings": settings, "wild": wild,
    }  # fmt: skip
    kind, place, *rest = sys.argv[1:]
    paths = kind.endswith("sides")
    values = [int(one) if one.isdecimal() else Path(one) if paths and not i else one for i, one in enumerate(rest)]
    print(json.dumps(makes[kind](Path(place), *values)))


if __name__ == "__main__":
    main()
