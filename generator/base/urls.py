"""Web addresses: a small strict reading, because they become links that people click or scan.

Syntax after RFC 3986 (http, https), RFC 6068 (mailto) and RFC 3966 (tel), each cut down to what leaflets need.
"""

from __future__ import annotations

import re

from generator.base.names import name_fault
from generator.base.patterns import later

LONGEST = 2_000
"""Characters in an address: what every browser opens."""

_LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = rf"(?:{_LABEL}\.)+{_LABEL}"
_PATH_SIGN = r"[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2}"
_WEB = later(
    rf"https?://{_HOST}(?::[0-9]{{1,5}})?(?:/(?:{_PATH_SIGN})*)?(?:\?(?:{_PATH_SIGN}|\?)*)?(?:#(?:{_PATH_SIGN}|\?)*)?"
)
_MAIL = later(rf"mailto:[A-Za-z0-9._+-]{{1,64}}@{_HOST}", re.IGNORECASE)
_PHONE = later(r"tel:\+?[0-9](?:[0-9().-]{0,30}[0-9])?")
_SCHEME = later(r"([A-Za-z][A-Za-z0-9+.-]*):")


def url_fault(text: str) -> tuple[str, str] | None:
    """Return what is wrong with an address and its mend, or None when it may stand in a leaflet."""
    if len(text) > LONGEST:
        return f"is longer than {LONGEST:,} characters", "use a shorter address"
    if text.startswith("#"):
        fault = name_fault(text[1:])
        return None if fault is None else (f"{fault} after #", "write # and the id of a block, such as #what-helps")
    scheme = _SCHEME.match(text)
    if scheme is None:
        if re.match(rf"(?:{_HOST})(?:/|$)", text, re.IGNORECASE):
            return "has no https:// in front", f"did you mean 'https://{text[:80]}'?"
        return "is not an address", "write it in full, such as https://www.nhs.uk/"
    return _scheme_fault(scheme[1].lower(), text)


def whole_address(text: str) -> str:
    """Return a web address with https:// in front where somebody left it out."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:(?![0-9])", text):
        return text
    return f"https://{text.strip().lstrip('/')}"


def _scheme_fault(scheme: str, text: str) -> tuple[str, str] | None:
    if scheme in ("http", "https"):
        lowered = re.sub(r"^[^/]*//[^/?#]*", lambda match: match[0].lower(), text)
        if _WEB.fullmatch(lowered):
            return None
        if not text.isascii() or " " in text:
            return (
                "holds a space or a letter that must be written with %",
                "copy the address from the browser's address bar",
            )
        return "is not a whole web address", "write it in full, such as https://www.nhs.uk/; no user names"
    if scheme == "mailto":
        return (
            None
            if _MAIL.fullmatch(text)
            else ("is not an e-mail address", "write mailto:name@example.org and nothing after it")
        )
    if scheme == "tel":
        return (
            None
            if _PHONE.fullmatch(text)
            else ("is not a telephone link", "write tel: and digits, such as tel:+448088005000")
        )
    return f"starts with '{scheme[:20]}:', which is not allowed", "use https:, http:, mailto:, tel: or #block-id"
