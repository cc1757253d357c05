"""Certificates: one page for each person of a file of names, in one PDF.

Each is a Part of its own with a bookmark, so that one of two thousand is found by its name. What all pages share is
set and drawn once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.base.findings import Findings
from generator.base.tuples import NamedTuple
from generator.kinds.about import about
from generator.kinds.assets import Assets
from generator.kinds.certificate import HEIGHT, WIDTH, CertificatePage
from generator.kinds.edition import Edition
from generator.kinds.look import Look
from generator.kinds.setting import Setting
from generator.kinds.tightness import Tightness
from generator.model.attendee import Attendee
from generator.model.layout import Layout, Type
from generator.model.pack import Certificate, Pack
from generator.pdf.metadata import Metadata
from generator.pdf.repeating import RepeatingSurface
from generator.pdf.structure import Element

LAYOUT = Layout(name="Certificate", kind="pack", page="A4", orientation="landscape", type=Type())


class Course(NamedTuple):
    """What was attended, in the look and the edition that its certificates are set in."""

    pack: Pack
    look: Look
    assets: Assets
    edition: Edition


class Certificates(NamedTuple):
    """A finished PDF, and how many certificates it holds."""

    data: bytes
    pages: int


def certificates(
    course: Course, people: Sequence[Attendee], findings: Findings, watch: Callable[[int, int], None]
) -> Certificates | None:
    """Return a PDF with a page for each person; None when something is wrong, with the reasons in ``findings``.

    Args:
        course: what they attended.
        people: in the order of the pages.
        findings: gets what is wrong with the pack's words or with a row.
        watch: told how many pages of how many are made.
    """
    language = str(course.pack.language)
    document = Element("Document", lang=language)
    setting = _setting(course, language, document)
    page = CertificatePage(setting, course.pack)
    surface = RepeatingSurface(_metadata(course, setting), document)
    surface.ground, surface.hues = course.edition.ground(setting.roles), setting.hues
    for i, person in enumerate(people):
        watch(i, len(people))
        part = document.add("Part")
        surface.begin_page(WIDTH, HEIGHT)
        surface.place(f"certificate-{i}", 0, 0)
        surface.bookmark(str(person.name), f"certificate-{i}", part)
        page.draw(surface, part, person)
        surface.end_page()
    findings.extend(setting.findings)
    return None if setting.findings.errors else Certificates(surface.finish(), len(people))


def _setting(course: Course, language: str, document: Element) -> Setting:
    layout = course.edition.set_on(LAYOUT)
    body = (layout.type or Type()).body
    tight = Tightness(body.size, body.leading, 1.0)
    return Setting(layout, course.look, course.assets, language, tight, Findings(), document, course.edition)


def _metadata(course: Course, setting: Setting) -> Metadata:
    """Name the document after the course: nobody's name is in it."""
    pack = course.pack
    title = setting.plain((pack.certificate or Certificate()).title)
    return about(setting, f"{title}: {setting.plain(pack.title)}", summary=pack.summary, review=pack.review)
