"""What became of a brand, as lines for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from generator.cli.talk import count

if TYPE_CHECKING:  # the types alone: `handouts --help` starts without them
    from generator.kinds.logo_report import LogoSaid
    from generator.stages.brand_check import Checked, FontSaid

MOST_LETTERS = 24  # of those that another font gives


def lines_of(checked: Checked, *, every_pair: bool = False) -> list[str]:
    """Return a brand in lines."""
    from generator.base.findings import visible

    title = f"{checked.look.name} ({checked.ident})"
    pairs = every_pair_lines(checked) if every_pair else role_lines(checked)
    parts = [
        ("colours", [*checked.adjusted, "", *pairs]),
        ("logo", list(logo_lines(checked))),
        ("fonts", [line for font in checked.fonts for line in font_lines(font)]),
    ]
    lines = [title]
    for name, said in parts:
        lines += ["", name, *(f"  {line}" if line else "" for line in said)]
    return [visible(line) for line in lines]


def role_lines(checked: Checked) -> Iterator[str]:
    """Yield a table of the roles: the colour, what it is for, its least contrast, and what became of it."""
    from generator.kinds.role_report import GROUND_NAMES, told

    rows = [("role", "colour", "for", "least contrast", "")]
    for one in checked.roles:
        ground = GROUND_NAMES.get(one.ground or "", one.ground or "")
        ratio = f"{told(one.ratio)} on {ground}" if one.ratio is not None else ""
        made = {"given": "as given", "adjusted": "adjusted", "derived": "derived"}[one.made]
        rows.append((one.role, f"{one.colour} {one.name}", one.use.removeprefix("as given: "), ratio, made))
    yield from table(rows)


def every_pair_lines(checked: Checked) -> Iterator[str]:
    """Yield a table of every promised pair."""
    from generator.kinds.role_report import told

    roles = checked.look.roles
    rows = [("colour", "", "on", "", "contrast", "needed")]
    for one, ground, ratio, least in checked.pairs:
        rows.append((one, getattr(roles, one), ground, getattr(roles, ground), told(ratio), told(least)))
    yield from table(rows)


def table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Yield rows with their columns in line."""
    wide = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, wide, strict=True)).rstrip()


def logo_lines(checked: Checked) -> Iterator[str]:
    """Yield what is to be said of each logo."""
    if checked.look.logo is None:
        yield f"no logo: '{checked.look.name}' stands in words where it would be"
    for logo in checked.logos:
        yield f"{logo.whose}: {_sharp(logo)}"
        for ground, plate in logo.plates:
            yield f"  on {ground} a plate is put behind it ({plate}), or it would not be seen"
        if logo.bare and not logo.whose.startswith("the partner"):
            yield f"  as it is on {_listed(logo.bare)}"
    mark = checked.look.logo
    if mark is not None and mark.light is None and not any(ground == "the dark band" for ground, _ in _plates(checked)):
        yield "no light version is needed: the logo is seen on the dark band"
    elif mark is not None and mark.light is None:
        yield "there is no light version; with one (light: in brand.yaml) the dark band needs no plate"


def _plates(checked: Checked) -> Iterator[tuple[str, str]]:
    for logo in checked.logos:
        if logo.whose == "the logo":
            yield from logo.plates


def _sharp(logo: LogoSaid) -> str:
    from generator.kinds.logos import COARSE, CRISP

    last = logo.printed[-1]
    if logo.pixels is None:
        return f"a drawing, sharp at any size; {last.width:.0f} mm wide on {last.where}"
    worst = min(dots for one in logo.printed if (dots := one.dots) is not None)
    word = "crisp" if worst >= CRISP else "sharp enough" if worst >= COARSE else "blurred"
    said = f"a picture, {logo.pixels[0]} x {logo.pixels[1]} pixels"
    return f"{said}: {last.dots} to the inch where it is {last.width:.0f} mm wide, on {last.where} ({word})"


def font_lines(font: FontSaid) -> Iterator[str]:
    """Yield what is to be said of a font."""
    family = font.family
    beside = f" ({family.beside[0].rpartition('/')[2]} beside it)" if family.beside is not None else ""
    licence = family.licence or "no licence found"
    yield f"{font.use}: {family.name}, {count(len(family.faces), 'file')}, {licence}{beside}"
    for face in family.faces:
        slant = " italic" if face.italic else ""
        yield f"  {face.file.rpartition('/')[2]}  {face.weight}{slant}, {face.permission}"
    for name, letters in sorted(font.helped.items()):
        more = f" and {len(letters) - MOST_LETTERS} more" if len(letters) > MOST_LETTERS else ""
        yield f"  has no {' '.join(letters[:MOST_LETTERS])}{more}: set in {name}"
    if font.missing:
        yield f"  nobody has {' '.join(font.missing[:MOST_LETTERS])}"
    elif not font.helped:
        yield "  has every letter of your handouts"


def _listed(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def as_json(checked: Checked) -> dict[str, Any]:
    """Return a brand as values for JSON."""
    roles = [
        {
            "role": one.role,
            "group": one.group,
            "use": one.use,
            "colour": one.colour,
            "name": one.name,
            "ground": one.ground,
            "contrast": one.ratio and round(one.ratio, 3),
            "needed": one.least,
            "made": one.made,
            "why": one.why,
        }
        for one in checked.roles
    ]
    pairs = [
        {"colour": one, "ground": ground, "contrast": round(ratio, 3), "needed": least}
        for one, ground, ratio, least in checked.pairs
    ]
    return {
        "id": checked.ident,
        "name": checked.look.name,
        "adjusted": list(checked.adjusted),
        "roles": roles,
        "pairs": pairs,
        "logos": [_logo_json(logo) for logo in checked.logos],
        "fonts": [_font_json(font) for font in checked.fonts],
    }


def _logo_json(logo: LogoSaid) -> dict[str, Any]:
    return {
        "whose": logo.whose,
        "kind": logo.kind,
        "pixels": logo.pixels,
        "printed": [{"where": p.where, "mm": round(p.width, 1), "dots_to_the_inch": p.dots} for p in logo.printed],
        "plates": [{"ground": ground, "plate": plate} for ground, plate in logo.plates],
        "without_plate": list(logo.bare),
        "empty_share": round(logo.empty, 3),
    }


def _font_json(font: FontSaid) -> dict[str, Any]:
    beside = font.family.beside
    return {
        "use": font.use,
        "family": font.family.name,
        "licence": font.family.licence,
        "licence_file": beside[0] if beside is not None else None,
        "faces": [face._asdict() for face in font.family.faces],
        "helped": dict(font.helped),
        "missing": font.missing,
    }
