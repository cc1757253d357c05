"""Addresses of stores, such as `s3://bucket/leaflets`: told from the names of folders, and made fit to be printed."""

from __future__ import annotations

import hashlib
import re

from generator.base.patterns import later

_ADDRESS = later(r"[A-Za-z][A-Za-z0-9+.-]+://")
_PLAIN = later("[^a-z0-9]+")


def is_store(text: str) -> bool:
    """Tell whether an output is a store's address, not a folder's name."""
    return _ADDRESS.match(text) is not None


def shown(address: str) -> str:
    """Return an address as it may be printed: without names, passwords, and what comes after ``?`` or ``#``."""
    from generator.base.findings import visible  # here: a build that has nothing to do comes by

    head, _, tail = address.partition("://")
    place = re.split(r"[?#]", tail, maxsplit=1)[0]
    host, slash, path = place.partition("/")
    return visible(f"{head}://{host.rpartition('@')[2]}{slash}{path}")


def store_folder(address: str) -> str:
    """Return the name of the folder in which the register of a store's files is kept: the same for other keys to it."""
    place = shown(address).rstrip("/")
    mark = hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"store-{_PLAIN.sub('-', place.lower()).strip('-')[:40]}-{mark}"
