"""What a foreign PDF claims to be, and what a merge of several may claim still: PDF/UA-1 and PDF/A-2 or -3."""

from __future__ import annotations

import hashlib
import re

from pypdf.generic import DictionaryObject, StreamObject

from generator.base.tuples import NamedTuple
from generator.pdf.foreign import Foreign
from generator.pdf.foreign_streams import Budget, decoded
from generator.pdf.foreign_values import ForeignFault, dictionary, entry, listed, octets, raw, resolve, words
from generator.pdf.metadata import Claims
from generator.pdf.profiles import is_srgb

MOST_XMP = 2 << 20  # bytes
LEVELS = "BUA"  # of PDF/A-2 and -3, the least first


class Facts(NamedTuple):
    """What a file says of itself besides its pages."""

    title: str
    author: str
    date: str  # ISO 8601 with the hour, UTC; empty where it says none
    claims: Claims


def facts_of(foreign: Foreign) -> Facts:
    """Return what a file says of itself, in XMP first, as PDF 2.0 asks for."""
    packet = _packet(foreign)
    info = dictionary(foreign.reader.trailer, "/Info")
    date = max((_iso(words(raw(info, key))) for key in ("/CreationDate", "/ModDate")), default="")
    return Facts(
        _told(packet, "title") or foreign.title,
        _told(packet, "creator") or words(raw(info, "/Author")),
        date,
        claims_in(packet),
    )


def _packet(foreign: Foreign) -> str:
    stream = entry(foreign.catalog, "/Metadata")
    if not isinstance(stream, StreamObject):
        return ""
    try:
        data = decoded(stream, Budget(MOST_XMP))
    except ForeignFault:
        return ""
    coding = "utf-16" if data[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8"
    return data.decode(coding, "replace")


def claims_in(packet: str) -> Claims:
    """Return what an XMP packet claims; the prefixes are those that the standards prescribe."""

    def value(key: str) -> str:
        found = re.search(rf"""{key}\s*(?:=\s*["']|>)\s*([A-Za-z0-9]+)""", packet)
        return found[1] if found is not None else ""

    ua, part, level = value("pdfuaid:part"), value("pdfaid:part"), value("pdfaid:conformance").upper()
    return Claims(int(ua) if ua in ("1", "2") else 0, int(part) if part in ("1", "2", "3", "4") else 0, level)


def joint(claims: list[Claims]) -> Claims:
    """Return what a merge may claim as far as the claims of its inputs go: the least of all.

    PDF/A-1 is not claimed further: its files have no object streams. PDF/A-4 and PDF/UA-2 are for PDF 2.0.
    """
    ua = 1 if all(one.ua == 1 for one in claims) else 0
    if not all(one.part in (2, 3) and one.level in tuple(LEVELS) for one in claims):
        return Claims(ua)
    return Claims(ua, max(one.part for one in claims), min((one.level for one in claims), key=LEVELS.index))


def _told(packet: str, element: str) -> str:
    found = re.search(rf"<dc:{element}\b.*?<rdf:li\b[^>]*>(.*?)</rdf:li>", packet, re.DOTALL)
    if found is None:
        return ""
    from html import unescape

    return " ".join("".join(c if c >= " " else " " for c in unescape(found[1])).split())


def _iso(date: str) -> str:
    """Return a PDF date (``D:20261122093000+01'00'``) in UTC; empty where it is none."""
    found = re.match(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?([+-]\d\d)?'?(\d\d)?", date)
    if found is None:
        return ""
    from datetime import UTC, datetime, timedelta

    usual = (2000, 1, 1, 0, 0, 0)
    year, month, day, hour, minute, second = (int(v) if v else usual[i] for i, v in enumerate(found.groups()[:6]))
    try:
        local = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        away = timedelta(
            hours=int(found[7] or 0), minutes=int(found[8] or 0) * (-1 if found[7] and found[7] < "0" else 1)
        )
        return (local - away).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return ""


class Intent(NamedTuple):
    """An output intent: its dictionary and what tells it from others; every sRGB is one."""

    obj: DictionaryObject
    digest: bytes


def intent_of(foreign: Foreign) -> Intent | None:
    """Return a file's output intent for PDF/A, or its only one; None where it has none."""
    found = [one for one in map(resolve, listed(raw(foreign.catalog, "/OutputIntents"))) if one is not None]
    found = [one for one in found if isinstance(one, DictionaryObject)]
    chosen = next((one for one in found if entry(one, "/S") == "/GTS_PDFA1"), found[0] if found else None)
    if chosen is None:
        return None
    profile = entry(chosen, "/DestOutputProfile")
    if isinstance(profile, StreamObject):
        data = decoded(profile, Budget(MOST_XMP * 4))
        return Intent(chosen, b"sRGB" if is_srgb(data) else hashlib.sha256(data).digest())
    return Intent(chosen, hashlib.sha256(octets(raw(chosen, "/OutputConditionIdentifier")) or b"").digest())
