"""Ink-saver: greys and outlines instead of colours and grounds, for an office printer and the photocopier after it."""

from __future__ import annotations

from generator.kinds.edition import Edition

EDITION = Edition(summary="greys and outlines, for office printers", grey=True, outlined=True)
