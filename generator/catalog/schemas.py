"""Where a workspace keeps the JSON Schemas that editors read, so that completion works without a network."""

from __future__ import annotations

from pathlib import Path

from generator.base.whole_files import write_whole
from generator.kinds.schemas import SCHEMAS, schema_text

FOLDER = "layouts/schemas"


def header(kind: str, folder: str) -> str:
    """Return the first line of a YAML file in a folder of the workspace, by which editors find its schema."""
    up = "../" * len(folder.split("/"))
    return f"# yaml-language-server: $schema={up}{FOLDER}/{kind}.json\n"


def write_schemas(root: Path) -> None:
    """Write the schemas that a workspace lacks or has from an earlier version; raises DoorError."""
    for kind in SCHEMAS:
        path = root / FOLDER / f"{kind}.json"
        data = schema_text(kind).encode()
        if not path.is_file() or path.read_bytes() != data:
            write_whole(path, data, root)
