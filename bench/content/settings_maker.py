"""Tables of settings with a logo, colours and contacts for each, the same for the same seed on every machine."""

from __future__ import annotations

import colorsys
import csv
import random
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
