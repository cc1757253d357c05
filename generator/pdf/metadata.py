"""What a document says of itself: Info, XMP, the output intent. PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from generator.base.tuples import NamedTuple
from generator.pdf.syntax import packed, text

PRODUCER = "handouts"


class Claims(NamedTuple):
    """What a document claims to be: PDF/UA part (0: nothing), PDF/A part (0: nothing) and its level."""

    ua: int = 0
    part: int = 0
    level: str = ""


OURS = Claims(1, 2, "A")


class Metadata(NamedTuple):
    """The facts of one document. ``date`` is ISO 8601 (``2026-11-22``, or with an hour in UTC); never from a clock."""

    title: str
    author: str
    subject: str = ""
    keywords: str = ""
    lang: str = "en-GB"
    date: str = "2000-01-01"
    rtl: bool = False

    @property
    def viewer(self) -> bytes:
        """Return the viewer preferences: the title in the window, and which way the pages run (12.2)."""
        return b"<</DisplayDocTitle true%s>>" % (b"/Direction/R2L" if self.rtl else b"")

    def info(self) -> bytes:
        """Return the document information dictionary (ISO 32000-1, 14.3.3)."""
        stamp = "D:" + re.sub("[-:T]", "", self._moment())
        pairs = [("Title", self.title), ("Author", self.author), ("Subject", self.subject), ("Keywords", self.keywords)]
        pairs += [("Creator", PRODUCER), ("Producer", PRODUCER), ("CreationDate", stamp), ("ModDate", stamp)]
        return b"<<" + b"".join(b"/" + k.encode() + text(v) for k, v in pairs if v) + b">>"

    def _moment(self) -> str:
        return self.date if "T" in self.date else f"{self.date}T00:00:00Z"

    def xmp(self, claims: Claims = OURS) -> bytes:
        """Return the XMP packet: the same facts, and the claims with the extension schema that PDF/A asks for."""
        return _PACKET.format(
            ua=_UA if claims.ua else "",
            pdfa=_PDFA.format(part=claims.part, level=claims.level) if claims.part else "",
            schema=_SCHEMA if claims.ua else "",
            title=_xml(self.title),
            author=_xml(self.author),
            subject=_xml(self.subject),
            keywords=f"<pdf:Keywords>{_xml(self.keywords)}</pdf:Keywords>" if self.keywords else "",
            date=self._moment(),
            lang=_xml(self.lang),
            producer=PRODUCER,
        ).encode()


def _xml(value: str) -> str:
    """Escape text for XML 1.0; characters that XML cannot hold are left out."""
    kept = "".join(c for c in value if c >= " " or c in "\t\n")
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def srgb() -> bytes:
    """Return the sRGB profile of the output intent (littleCMS's own, date set to zero)."""
    return Path(__file__).with_name("srgb.icc").read_bytes()


@lru_cache(maxsize=1)
def profile_stream() -> bytes:
    """Return the profile as a stream object."""
    return packed(b"/N 3", srgb())


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
{ua}{pdfa}{schema}<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>{producer}</pdf:Producer>{keywords}</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>
"""

_UA = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
"""

_PDFA = """<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>{level}</pdfaid:conformance></rdf:Description>
"""

_SCHEMA = """<rdf:Description rdf:about=""
xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>
<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property>
<rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that this file follows</pdfaProperty:description></rdf:li></rdf:Seq>
</pdfaSchema:property></rdf:li>
</rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
