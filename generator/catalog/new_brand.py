"""A brand that somebody begins: what they gave is looked at first, then its folder is made, whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from generator.base.characters import is_blank
from generator.base.errors import AssetError
from generator.base.files import read_regular
from generator.base.findings import Findings, quoted
from generator.base.inside import DoorError
from generator.base.names import LONGEST, bare, name_fault, near_name
from generator.base.suggest import did_you_mean
from generator.base.tuples import NamedTuple
from generator.base.urls import url_fault
from generator.base.whole_files import write_whole
from generator.base.yaml_nodes import read_yaml
from generator.catalog.brand_file import FOLDER, NewBrand, brand_text
from generator.catalog.brands import brand_names, load_look
from generator.catalog.fonts import find_stack
from generator.catalog.schemas import write_schemas
from generator.catalog.workspace import PICTURE_CAP, Workspace
from generator.kinds.look import Artwork, Look
from generator.model.brand import Brand
from generator.model.phones import phone_fault
from generator.typeset.family import FontStack
from generator.typeset.svg_reader import read_svg

HALF_MADE = ".handouts-brand-"  # then the number of the process: what is being made, out of sight
LONGEST_TEXT = 300  # characters of a name, an address, a strapline: more is a paragraph
USUAL_FONTS = ("Fraunces", "Atkinson Hyperlegible")
_ENDINGS = ((b"\x89PNG", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"RIFF", ".webp"), (b"GIF8", ".gif"))


class LogoFile(NamedTuple):
    """A logo that was let in: its bytes, the name of its copy, and what it shows."""

    data: bytes
    name: str
    art: Artwork


def brand_id(name: str) -> str | None:
    """Return the id of a setting: "St Mary's Nursery, Žatec" is `st-marys-nursery-zatec`; None where none is left."""
    plain = bare(name)
    near = near_name(plain.replace("'", "").replace("\u2019", "").replace("&", " and ") + " ")
    if near is None:
        lowered = plain.strip().lower()
        near = lowered if name_fault(lowered) is None else None
    return near[:LONGEST].strip("-") if near is not None else None


def read_logo(path: Path, shown: str, findings: Findings) -> LogoFile | None:
    """Return a logo from anywhere on the disk, taken through the gate that builds have; None with the reason told.

    Args:
        path: the file; it is only read.
        shown: its name as the user wrote it, for places.
        findings: gets what is wrong with it.
    """
    try:
        real = path.resolve()
        data = read_regular(real.parent, real.name, PICTURE_CAP)
        ending = next((ending for start, ending in _ENDINGS if data.startswith(start)), None)
        if ending is None and _like_svg(data):
            return LogoFile(data, "logo.svg", read_svg(data))
        from generator.typeset.pictures import read_picture  # Pillow: only where there is a picture

        return LogoFile(data, f"logo{ending or '.png'}", read_picture(data))
    except AssetError as fault:
        findings.error(None, fault.code, f"{shown}: {fault.message}", fault.help)
    except DoorError as fault:
        findings.error(None, fault.code, fault.message, fault.help)
    except (OSError, RuntimeError, ValueError):  # a circle of links, a NUL
        message = f"{quoted(shown)} cannot be read as a file"
        findings.error(None, "file-missing", message, "check the spelling, or drag the file into this window")
    return None


def _like_svg(data: bytes) -> bool:
    """Tell whether it is likely an SVG, compressed or in UTF-16 too, so that its own reader says what is wrong."""
    start = data[:1000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith((b"<", b"\x1f\x8b"))


def look_at(workspace: Workspace, ident: str, new: NewBrand, findings: Findings) -> None:
    """Report all that keeps a brand from being made; texts are looked at character by character as in a file."""
    fault = name_fault(ident)
    if fault is not None:
        near = near_name(ident)
        help_ = f"did you mean '--id {near}'?" if near else "write it like this: --id little-acorns"
        findings.error(None, "bad-name", f"{quoted(ident)} {fault}", help_)
    elif ident in brand_names(workspace) or os.path.lexists(workspace.root / FOLDER / ident):
        message = f"there is a brand called '{ident}' already; it was left as it is"
        help_ = f"choose another with '--id {ident[:70]}-2', or change {FOLDER}/{ident}/brand.yaml in a text editor"
        findings.error(None, "already-there", message, help_)
    _look_at_texts(new, findings)
    base = _base(workspace, new.extends, findings) if new.extends is not None else None
    _look_at_fonts(workspace, new, base, findings)


def _look_at_texts(new: NewBrand, findings: Findings) -> None:
    given = (
        ("the name", new.name),
        ("--alt", new.alt),
        ("--phone", new.phone),
        ("--email", new.email),
        ("--address", new.address),
        ("--strapline", new.strapline),
    )
    for option, text in given:
        if text is None:
            continue
        if is_blank(text):
            findings.error(None, "blank-text", f"{option} is empty", "write some words, or leave the option out")
        elif len(text) > LONGEST_TEXT:
            message = f"{option} has {len(text)} characters; {LONGEST_TEXT} are the most"
            findings.error(None, "too-long", message, "say it in fewer words")
        elif not all(char.isprintable() or char in "\n\t" for char in text):
            message = f"{option} holds a character that cannot be seen: {quoted(text)}"
            findings.error(None, "control-character", message, "type it again")
        elif "{{" in text:
            message = f"{option} holds '{{{{', which begins a placeholder"
            findings.error(None, "bad-placeholder", message, "leave it out here; write it into brand.yaml afterwards")
    fault = phone_fault(new.phone) if new.phone and new.phone.strip() else None
    if fault is not None and fault.level == "error":  # a warning is told of the file that is made
        findings.error(None, fault.code, f"--phone: {fault.message}", fault.help)
    if new.web is not None:
        wrong = url_fault(new.web)
        if wrong is not None or not new.web.startswith(("http://", "https://")):
            told, help_ = wrong or ("is not a web address", "write it in full, such as https://www.example.org")
            findings.error(None, "bad-url", f"--web: {quoted(new.web)} {told}", help_)


def _base(workspace: Workspace, base: str, findings: Findings) -> Look | None:
    """Return the brand that a new one extends; None with the reasons told."""
    known = brand_names(workspace)
    if base not in known:
        message = f"there is no brand called {quoted(base)} to extend"
        findings.error(None, "unknown-brand", message, did_you_mean(base, known))
        return None
    found = Findings()
    look = load_look(workspace, base, found)
    findings.extend(found.errors)
    return look


def _look_at_fonts(workspace: Workspace, new: NewBrand, base: Look | None, findings: Findings) -> None:
    """Look for the families, and in them for every letter that the brand's own words have."""
    homes = [base.ident] if base is not None else []
    said = "".join(filter(None, (new.name, new.strapline, new.phone, new.email, new.address)))
    lost: set[str] = set()
    for name, usual, inherited in (
        (new.heading_font, USUAL_FONTS[0], base.heading if base is not None else None),
        (new.body_font, USUAL_FONTS[1], base.body if base is not None else None),
    ):
        if name is None and inherited is not None:
            stack: FontStack | None = inherited
        else:
            stack = find_stack(workspace, name or usual, homes, (), None, findings)
        lost |= {char for char in stack.missing(said) if char.isprintable()} if stack is not None else set()
    if lost:
        message = f"no font here has these letters of your setting's words: {' '.join(sorted(lost)[:12])}"
        help_ = "put a font that has them into layouts/fonts and name it with --heading-font and --body-font"
        findings.error(None, "missing-letter", message, help_)


def _clear(hidden: Path) -> None:
    """Take out what a run that was killed has left under this name; a link is unlinked, and not followed."""
    if hidden.is_symlink():
        hidden.unlink()
    else:
        shutil.rmtree(hidden, ignore_errors=True)


def make_brand(
    workspace: Workspace, ident: str, new: NewBrand, logo: LogoFile | None, findings: Findings
) -> Sequence[Path]:
    """Make the folder of a brand and return its files; none, with the reasons told, where it cannot be used as it is.

    It is made out of sight, moved into place and read as a build reads it.

    Raises:
        DoorError: the disk does not take it.
    """
    text = brand_text(ident, new)
    node = read_yaml(text.encode(), f"{FOLDER}/{ident}/brand.yaml", findings)
    if node is None or Brand.read(node, findings) is None or findings.errors:
        return ()
    home = workspace.root / FOLDER
    hidden, folder = home / f"{HALF_MADE}{os.getpid()}", home / ident
    if not home.resolve().is_relative_to(workspace.root.resolve()):
        raise DoorError("write-link", f"'{FOLDER}' is a link out of the workspace", "make it a folder of the workspace")
    try:
        _clear(hidden)
        write_schemas(workspace.root)
        hidden.mkdir(parents=True)  # new, or nothing is made: no link that lies there already is followed
        if logo is not None:
            write_whole(hidden / logo.name, logo.data, workspace.root)
        write_whole(hidden / "brand.yaml", text.encode(), workspace.root)
        os.rename(hidden, folder)
    except OSError as fault:
        message = f"'{FOLDER}/{ident}' could not be made ({fault.strerror or fault})"
        raise DoorError("not-written", message, "check the folder and the disk") from None
    finally:
        shutil.rmtree(hidden, ignore_errors=True)
    found = Findings()
    if load_look(workspace, ident, found) is None:
        shutil.rmtree(folder, ignore_errors=True)
        findings.extend(found)
        return ()
    return [folder / "brand.yaml", *([folder / logo.name] if logo is not None else [])]
