"""Only writes: the bytes of files that were made before, into a new folder: plainly, then aside and renamed.

python bench/makers/by_writing.py MADE OUT
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path


def write(held: Sequence[tuple[str, bytes]], out: Path, *, aside: bool) -> tuple[float, float]:
    """Write files; return the seconds that it took, by the clock and of processors.

    Args:
        held: names and bytes.
        out: a new folder.
        aside: each is written under another name first, then renamed, so that none is ever seen in part.
    """
    begun, used = time.perf_counter(), time.process_time()
    for name, data in held:
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if aside:
            waiting = path.with_suffix(".waiting")
            waiting.write_bytes(data)
            waiting.replace(path)
        else:
            path.write_bytes(data)
    return time.perf_counter() - begun, time.process_time() - used


def main() -> None:
    """Write both ways, and say how long that took without the reading before it."""
    made, out = Path(sys.argv[1]), Path(sys.argv[2])
    held = [(str(path.relative_to(made)), path.read_bytes()) for path in sorted(made.rglob("*.pdf"))]
    taken = [write(held, out / str(aside), aside=aside) for aside in (False, True)]
    print(json.dumps({"passes": [wall for wall, _ in taken], "cpu": [cpu for _, cpu in taken], "files": len(held)}))


if __name__ == "__main__":
    main()
