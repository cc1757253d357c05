"""Only writes: the bytes of files that were made before, into a new folder.

python bench/makers/by_writing.py MADE OUT
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path


def main() -> None:
    """Write, and say how long that took without the reading before it."""
    made, out = Path(sys.argv[1]), Path(sys.argv[2])
    held = [(str(path.relative_to(made)), path.read_bytes()) for path in sorted(made.rglob("*.pdf"))]
    begun, used = time.perf_counter(), time.process_time()
    for name, data in held:
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    taken, cpu = time.perf_counter() - begun, time.process_time() - used
    size = sum(len(data) for _, data in held)
    print(json.dumps({"passes": [taken], "cpu": [cpu], "files": len(held), "bytes": size}))


if __name__ == "__main__":
    main()
