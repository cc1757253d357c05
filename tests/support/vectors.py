"""SVG logos of strangers, drawn by us and by resvg, and how far the two pictures are apart.

    HANDOUTS_LOGOS=FOLDER python -m tests.support.vectors [NAME ...]

FOLDER is where `npm install --ignore-scripts @resvg/resvg-js simple-icons …` was run; SETS has the names. Nothing is
fetched here. Printed are the sets, what is refused and why, and what is drawn otherwise.
"""

from __future__ import annotations

import io
import json
import math
import os
import re
import shutil
import struct
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageStat

from generator.base.errors import AssetError
from generator.pdf.metadata import Metadata
from generator.pdf.structure import LAYOUT, Element
from generator.pdf.surface import Surface
from generator.typeset.artwork import draw
from generator.typeset.drawing import Drawing
from generator.typeset.shapes import rectangle
from generator.typeset.svg_reader import read_svg

FOLDER = "HANDOUTS_LOGOS"
SIDE = 160  # pixels of the longer side, each the mean of so many by so many:
FINE = 4
FINER = 16  # for a second look: PDFium draws no line thinner than a pixel, so that its pixels are to be small
GROUND = "#9fb4c8"  # neither white nor black nor a logo's own: both white and black ones are seen on it
SLACK = 40  # of 255, in which two renderers may differ at an edge
MEAN, WRONG = 3.0, 0.006  # most that the whole may differ on average, of 255; share of pixels that may be otherwise

# package -> the folder of its SVGs, or the JSON that holds them; True where a logo has several colours
SETS: dict[str, tuple[str, bool]] = {
    "simple-icons": ("icons", False),
    "@fortawesome/fontawesome-free": ("svgs", False),
    "super-tiny-icons": ("images/svg", True),
    "@iconify-json/logos": ("icons.json", True),
    "devicon": ("icons", True),
    "flag-icons": ("flags/4x3", True),
    "@iconify-json/openmoji": ("icons.json", True),
    "@iconify-json/twemoji": ("icons.json", True),
}
# Takes [SVG, "width" or "height", pixels] for each; gives width, height and RGBA, 0 and 0 for what it cannot draw.
_SCRIPT = Path(__file__).with_name("resvg.cjs")


class Apart(NamedTuple):
    """How two pictures differ: on average, of 255; share of pixels that neither has nearby in the other."""

    mean: float
    wrong: float

    @property
    def same(self) -> bool:
        """Whether they show the same."""
        return self.mean <= MEAN and self.wrong <= WRONG


class Outcome(NamedTuple):
    """What came of one logo: refused with an error, or drawn and compared; seconds that reading took."""

    name: str
    seconds: float
    refused: AssetError | None = None
    apart: Apart | None = None  # None where the other renderer draws nothing


def lacking() -> str | None:
    """Why the logos cannot be compared here; None if they can."""
    folder = os.environ.get(FOLDER)
    if not folder:
        return f"{FOLDER} names no folder with npm packages of logos and @resvg/resvg-js"
    if shutil.which("node") is None:
        return "not on PATH: node"
    if not (Path(folder) / "node_modules/@resvg/resvg-js").is_dir():
        return f"not in {FOLDER}: @resvg/resvg-js"
    return None


def sets() -> list[str]:
    """The packages that are there."""
    folder = Path(os.environ[FOLDER]) / "node_modules"
    return [name for name, (inside, _) in SETS.items() if (folder / name / inside).exists()]


def logos(package: str) -> Iterator[tuple[str, bytes]]:
    """Every logo of a package as (name, SVG), in order."""
    at = Path(os.environ[FOLDER]) / "node_modules" / package / SETS[package][0]
    if at.suffix != ".json":
        for path in sorted(at.rglob("*.svg")):
            yield str(path.relative_to(at)), path.read_bytes()
        return
    whole = json.loads(at.read_bytes())
    for name, icon in sorted(whole["icons"].items()):
        x, y = icon.get("left", 0), icon.get("top", 0)
        w, h = (icon.get(side, whole.get(side, 16)) for side in ("width", "height"))
        head = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        yield name, f'{head} viewBox="{x} {y} {w} {h}">{icon["body"]}</svg>'.encode()


def compared(found: Sequence[tuple[str, bytes]]) -> list[Outcome]:
    """Read each logo, draw it, and compare what PDFium shows of our PDF with what resvg shows of the file."""
    outcomes: list[Outcome] = []
    taken: list[tuple[int, bytes, Drawing]] = []
    for name, data in found:
        start = time.perf_counter()
        try:
            drawing = read_svg(data)
        except AssetError as error:
            outcomes.append(Outcome(name, time.perf_counter() - start, refused=error))
            continue
        taken.append((len(outcomes), data, drawing))
        outcomes.append(Outcome(name, time.perf_counter() - start))
    for (at, data, drawing), found_apart in zip(taken, _aparts(taken, FINE), strict=True):
        if found_apart is not None and not found_apart.same:
            found_apart = next(_aparts([(at, data, drawing)], FINER))
        outcomes[at] = outcomes[at]._replace(apart=found_apart)
    return outcomes


def _aparts(taken: Sequence[tuple[int, bytes, Drawing]], fine: int) -> Iterator[Apart | None]:
    ours = pictured([drawing for _, _, drawing in taken], fine)
    theirs = _theirs([(data, drawing) for _, data, drawing in taken], fine)
    for one, other in zip(ours, theirs, strict=True):
        yield apart(one, other) if other is not None else None


def pictured(drawings: Sequence[Drawing], fine: int = FINE) -> Iterator[Image.Image]:
    """Each drawing as PDFium shows it on a page of its own, as large as the drawing, on GROUND."""
    if not drawings:
        return
    surface = Surface(Metadata("Logos", "", "", "", "en", "2000-01-01"), Element("Document"))
    for drawing in drawings:
        k = SIDE / max(drawing.width, drawing.height)
        size = math.ceil(drawing.width * k), math.ceil(drawing.height * k)
        surface.begin_page(*size)
        surface.shape(rectangle(0, 0, *size), fill=GROUND)
        draw(surface, drawing, 0, 0, drawing.width * k, LAYOUT)
        surface.end_page()
    document = pypdfium2.PdfDocument(surface.finish())
    for page in document:
        yield page.render(scale=fine, rev_byteorder=True).to_pil().convert("RGB").reduce(fine)
    document.close()


def _theirs(drawn: Sequence[tuple[bytes, Drawing]], fine: int) -> Iterator[Image.Image | None]:
    jobs = []
    for data, drawing in drawn:
        svg = data.decode("utf-8-sig", "replace")
        if "viewBox" in svg:  # a size besides the view box would only add a margin
            svg = re.sub(r"<svg\b[^>]*>", lambda tag: re.sub(r'\s(?:width|height)="[^"]*"', "", tag[0]), svg, count=1)
        jobs.append((svg, "width" if drawing.width >= drawing.height else "height", SIDE * fine))
    done = subprocess.run(
        ["node", str(_SCRIPT), os.environ[FOLDER], GROUND], input=json.dumps(jobs).encode(), capture_output=True,
        check=True,
    )  # fmt: skip
    out = io.BytesIO(done.stdout)
    for _ in jobs:
        width, height = struct.unpack(">II", out.read(8))
        raw = out.read(width * height * 4)
        yield _whole(Image.frombytes("RGBA", (width, height), raw).convert("RGB"), fine) if width else None


def _whole(picture: Image.Image, fine: int) -> Image.Image:
    """A picture on a ground of whole pixels."""
    ground = Image.new("RGB", (-(-picture.width // fine) * fine, -(-picture.height // fine) * fine), GROUND)
    ground.paste(picture)
    return ground.reduce(fine)


def apart(one: Image.Image, other: Image.Image) -> Apart:
    """How far two pictures are apart; sizes may differ by a rounded pixel, in which there is nothing to be seen."""
    size = max(one.width, other.width), max(one.height, other.height)
    one, other = _on(one, size), _on(other, size)
    mean = sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3
    wrong = ImageChops.lighter(_beyond(one, other), _beyond(other, one)).convert("RGB")
    red, green, blue = wrong.split()
    marks = ImageChops.lighter(ImageChops.lighter(red, green), blue).point(lambda value: 255 * (value > SLACK))
    return Apart(mean, ImageStat.Stat(marks).mean[0] / 255)


def _on(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    ground = Image.new("RGB", size, GROUND)
    ground.paste(picture)
    return ground


def _beyond(one: Image.Image, other: Image.Image) -> Image.Image:
    """How far each pixel lies outside of what the other picture shows round it."""
    high, low = other.filter(ImageFilter.MaxFilter(3)), other.filter(ImageFilter.MinFilter(3))
    return ImageChops.lighter(ImageChops.subtract(one, high), ImageChops.subtract(low, one))


def told(package: str, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """What is said of a set."""
    refused = [outcome for outcome in outcomes if outcome.refused is not None]
    other = [outcome for outcome in outcomes if outcome.apart is not None and not outcome.apart.same]
    same = sum(outcome.apart is not None and outcome.apart.same for outcome in outcomes)
    slow = max(outcome.seconds for outcome in outcomes)
    yield (
        f"{package}: {len(outcomes)} logos, {same / len(outcomes):.1%} the same, {len(refused)} refused,"
        f" {len(other)} otherwise, {len(outcomes) - same - len(refused) - len(other)} not drawn by the other;"
        f" slowest read {slow:.2f} s"
    )
    whys = Counter(
        re.sub(r"line \d+, |'[^']*'|\d+", "", f"{one.refused.code} {one.refused.message}")
        for one in refused
        if one.refused
    )
    yield from (f"    {count:>4} {why}" for why, count in whys.most_common())
    for one in sorted(other, key=lambda outcome: -(outcome.apart.wrong if outcome.apart else 0)):
        assert one.apart is not None
        yield f"    otherwise: {one.name}: mean {one.apart.mean:.1f}, wrong {one.apart.wrong:.2%}"


def main(names: Sequence[str]) -> None:
    """Compare the sets that are there."""
    for package in sets():
        if not names or package in names:
            found = list(logos(package))
            outcomes = [out for at in range(0, len(found), 400) for out in compared(found[at : at + 400])]
            sys.stdout.writelines(line + "\n" for line in told(package, outcomes))


if __name__ == "__main__":
    main(sys.argv[1:])
