"""What blocks may ask for by name: drawings, pictures, sources, contacts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.base.findings import Findings
from generator.base.places import Span
from generator.base.values import record
from generator.model.evidence import HelpContact, Source
from generator.typeset.drawing import Drawing
from generator.typeset.pictures import Picture


@record
class Assets:
    """What blocks may ask for by name; each reports its own faults and returns None then."""

    drawing: Callable[[str, Span | None, Findings], Drawing | None]
    picture: Callable[[str, Span | None, Findings], Picture | Drawing | None]
    sources: Mapping[str, Source]
    contacts: Mapping[str, HelpContact]
    handout: Callable[[str, Span | None, Findings], str | None]  # the title of another handout
