"""Pages looked at in a browser: axe-core's findings, and how wide they are. One browser for all of them."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--virtual-time-budget=60000", "--window-size=1400,1000", "--dump-dom",
)  # fmt: skip
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_FRAMES = """<!DOCTYPE html><html lang="en"><title>Frames</title><body><script>
const pages = {pages}, width = {width}, found = {{}};
(async () => {{
  for (const [name, text] of Object.entries(pages)) {{
    const frame = document.createElement("iframe");
    frame.width = width; frame.height = 900;
    const loaded = new Promise(done => frame.onload = done);
    frame.srcdoc = text;
    document.body.append(frame);
    await loaded;
    const inner = frame.contentWindow;
    const ran = await inner.axe.run(inner.document, {{runOnly: {rules}}});
    found[name] = {{
      wide: inner.document.documentElement.scrollWidth,
      passes: ran.passes.length,
      violations: ran.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 160) + " " + n.failureSummary)]),
    }};
    frame.remove();
  }}
  const out = document.createElement("pre");
  out.id = "found";
  out.textContent = JSON.stringify(found);
  document.body.append(out);
}})();
</script></body></html>
"""


class Looked(NamedTuple):
    """What axe-core says of a page: the rules that it breaks, each with where; and how wide it is, px."""

    violations: list[object]
    wide: int
    passes: int


def looked_at(pages: Mapping[str, bytes], width: int, folder: Path) -> dict[str, Looked]:
    """Show pages in frames so wide (px), one after the other, and let axe-core look at each.

    The pages' own policy forbids scripts, so that it is taken out here.
    """
    axe = Path(os.environ["AXE_JS"]).read_text("utf-8").replace("</script", "<\\/script")
    texts = {
        name: _POLICY.sub("", data.decode()).replace("</body>", f"<script>{axe}</script></body>")
        for name, data in pages.items()
    }
    told = json.dumps(texts).replace("</", "<\\/").replace("<!--", "<\\!--")
    path = folder / f"frames-{width}.html"
    path.write_text(_FRAMES.format(pages=told, width=width, rules=json.dumps(RULES)), "utf-8")
    command = ["chromium", *FLAGS, f"--user-data-dir={folder}/chromium-{width}", path.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    found = re.search(r'<pre id="found">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found is not None, done.stderr[-2000:]
    answers = json.loads(html.unescape(found[1]))
    return {name: Looked(one["violations"], one["wide"], one["passes"]) for name, one in answers.items()}
