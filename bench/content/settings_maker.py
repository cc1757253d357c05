"""Tables of settings with a logo, colours and contacts for each, the same for the same seed on every machine."""

from __future__ import annotations

import colorsys
import csv
import random
from collections.abc import Sequence
from pathlib import Path

COLUMNS = (
    "id", "name", "logo.file", "logo.alt", "colours.primary", "contact.phone", "contact.email", "contact.web",
)  # fmt: skip
FIRST = ("Green", "North", "South", "Meadow", "River", "Hill", "Oak", "Harbour", "Willow", "Church", "Station", "Mill")
SECOND = ("Hands", "Owls", "Steps", "Sparrows", "Gate", "Lane", "Acorns", "Lanterns", "Kites", "Bridge")
THIRD = ("Nursery", "Children's Centre", "Pre-school", "Family Hub", "Playgroup", "Baby Room")


def make_settings(folder: Path, count: int, seed: int = 1, name: str = "settings.csv") -> Path:
    """Write a table of so many settings and their logos into a folder.

    Args:
        folder: the table lies in it; the logos in ``logos-<seed>/``.
        count: rows.
        seed: other seeds have other names, colours and logos.
        name: of the table's file.

    Returns:
        The table.
    """
    chance, logos = random.Random(seed), folder / f"logos-{seed}"
    logos.mkdir(parents=True, exist_ok=True)
    rows = []
    for number in range(count):
        ident = f"s{number:04d}"
        called = f"{chance.choice(FIRST)} {chance.choice(SECOND)} {chance.choice(THIRD)}"
        colour = _colour(chance)
        (logos / f"{ident}.svg").write_text(_logo(chance, colour), encoding="utf-8")
        phone = f"01632 {960000 + number // 1000:06d}"[:-3] + f"{number % 1000:03d}"
        web = f"https://{ident}-{seed}.example"
        file = f"{logos.name}/{ident}.svg"
        rows.append((ident, called, file, f"{called} logo", colour, phone, f"hello@{ident}-{seed}.example", web))
    write_table(folder / name, [COLUMNS, *rows])
    return folder / name


WILD: dict[str, Sequence[str]] = {
    "colours.accent": ("#f28c28", "#c2185b", "#3a7d44", "#5b4bc4", "-"),
    "colours.ground": ("cream", "cool", "white"),
    "shape": ("arch", "round", "plain"),
    "radius": ("0", "0.5", "1", "2"),
    "people_set": ("a", "b", "c", "d", "e", "f"),
    "fonts.heading": ("Fraunces", "Figtree", "Bricolage Grotesque", "Nunito", "Lexend"),
    "fonts.body": ("Atkinson Hyperlegible Next", "Figtree", "Nunito", "Noto Sans"),
    "strapline": ("Here for families", "Small steps, every day", "Stay & play \u2013 all year round", "-"),
    "footer": ("{{ setting.name }}", "Ask us for anything", "-"),
    "disclaimer": ("For general information only.", "-"),
    "charity_number": ("1632960", "SC012345", "-"),
    "reading_offer": ("Large print, easy read or your language: ask us", "-"),
    "contact.address": ("12 Acorn Lane, Ashmere", "The Old School, Long Street, Ashmere", "-"),
    "contact.hours": ("Monday to Friday, 9 am to 5 pm", "-"),
    "nation": ("England", "Wales", "Scotland"),
    "qr_label": ("See what is on this week", "Scan to visit"),
}
NAMES = (
    "Si\u00e2n\u2019s Playgroup", "Bo", "St Mary\u2019s & St John\u2019s C. of E. Nursery School",
    "Ysgol Feithrin Llan\u2011y\u2011P\u0175l", "\u0141\u00f3d\u017a Family Hub", "0\u20133 Room",
)  # fmt: skip


def make_wild_settings(folder: Path, count: int, seed: int = 1, name: str = "wild.csv") -> Path:
    """Write a table as `make_settings` does, in which rows say much more, or little: any line of a brand, at random.

    Some logos are pixels; some rows have none, or no phone, e-mail or address of the web.
    """
    plain = read_table(make_settings(folder, count, seed, name))
    chance, more = random.Random(seed + 1), tuple(WILD)
    rows: list[tuple[str, ...]] = [(*plain[0], *more)]
    for row in plain[1:]:
        cells = dict(zip(plain[0], row, strict=True))
        if chance.random() < 0.3:
            cells["name"] = chance.choice(NAMES)
        if chance.random() < 0.3:
            cells["logo.file"] = _pixels(folder, cells["logo.file"], chance)
        for key in ("logo.file", "contact.phone", "contact.email", "contact.web"):
            if chance.random() < 0.1:
                cells[key] = "-"
        if cells["logo.file"] == "-":
            cells["logo.alt"] = "-"
        for key in more:
            cells[key] = chance.choice(WILD[key]) if chance.random() < 0.4 else ""
        rows.append(tuple(cells.values()))
    write_table(folder / name, rows)
    return folder / name


def _pixels(folder: Path, logo: str, chance: random.Random) -> str:
    """Draw a logo of pixels beside one that is drawn with lines; some are on a transparent ground."""
    from PIL import Image, ImageDraw

    clear = chance.random() < 0.5
    size = chance.randint(200, 700), chance.randint(120, 300)
    image = Image.new("RGBA", size, "#ffffff00") if clear else Image.new("RGB", size, "#ffffff")
    pen = ImageDraw.Draw(image)
    for _ in range(chance.randint(3, 8)):
        x, y, r = chance.randrange(size[0]), chance.randrange(size[1]), chance.randint(20, 120)
        pen.ellipse((x - r, y - r, x + r, y + r), fill=_colour(chance))
    path = Path(logo).with_suffix(".png")
    image.save(folder / path)
    return str(path)


def write_table(path: Path, rows: list[tuple[str, ...]]) -> None:
    """Write rows as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def read_table(path: Path) -> list[tuple[str, ...]]:
    """Return the rows of a table, its heading among them."""
    with path.open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file)]


def _colour(chance: random.Random) -> str:
    red, green, blue = colorsys.hls_to_rgb(chance.random(), chance.uniform(0.28, 0.38), chance.uniform(0.45, 0.75))
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"


def _logo(chance: random.Random, colour: str) -> str:
    """Return a logo of circles, bars and a curve: no two alike."""
    shapes = []
    for _ in range(chance.randint(4, 10)):
        x, y, size = chance.randint(20, 180), chance.randint(12, 68), chance.randint(3, 19)
        kind = chance.randrange(3)
        if kind == 0:
            shapes.append(f'<circle cx="{x}" cy="{y}" r="{size}" fill="{colour}"/>')
        elif kind == 1:
            shapes.append(f'<rect x="{x}" y="{y}" width="{size}" height="{size // 2 + 2}" rx="2" fill="{colour}"/>')
        else:
            curve = f"M{x} {y}q{size} -{size} {2 * size} 0t{size} {size // 2}"
            shapes.append(f'<path d="{curve}" fill="none" stroke="{colour}" stroke-width="3"/>')
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 90">{"".join(shapes)}</svg>'
