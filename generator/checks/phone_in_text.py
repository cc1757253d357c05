"""Phone in text: a help number is printed from `contacts.yaml`, where its date is kept, and never typed into text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.base.patterns import later
from generator.kinds.rule import Case, Hit
from generator.kinds.wording import texts

WHY = "A number typed into text is forgotten when it changes; one printed from contacts.yaml has a date and is checked."
MEND = "Take the number out of the text, and print it with a block: '- contacts: [its key]'."
SOURCE = "FORMAT, help contacts"
ALWAYS = True

# Digits as people group them: "0808 800 5000", "0808-800-5000", "+44 (0)808 800 5000". No-break spaces count as spaces.
_RUN = later(r"\d(?:[ \u00a0\u2009\u2011\u202f().\u2013-]{0,3}\d)*", re.ASCII)
SHORT = 6  # digits; 999 may count mothers, so that a short number is one to ring only where the words before say so
_RING = later(
    r"\b(call|calling|dial|dialling|helpline|line|nhs|phone|phoning|press|ring|ringing|tel|telephone|text)\b[^.!?\d]*$",
    re.IGNORECASE,
)
BEFORE = 40  # characters in which such a word is looked for


def look(case: Case) -> Iterator[Hit]:
    """Yield every place where a number of the register is typed."""
    known = {
        form: key
        for key, contact in case.assets.contacts.items()
        if contact.phone is not None
        for form in _forms(contact.phone)
    }
    lengths = sorted({len(form) for form in known}, reverse=True)
    for value in (case.handout, *case.blocks):
        for text in texts(value):
            for at, key in _typed(text.raw, known, lengths):
                help_ = f"take it out, and print it with '- contacts: [{key}]'"
                yield Hit("error", text.place(at), f"the number of '{key}' is typed into text", help_)


def _forms(phone: str) -> tuple[str, ...]:
    """Return the digits of a number in every way that it is written: from Britain, from abroad."""
    digits = "".join(re.findall(r"\d", phone, re.ASCII))
    if digits.startswith("0") and len(digits) > SHORT:
        return digits, f"44{digits[1:]}", f"440{digits[1:]}", f"0044{digits[1:]}"
    return (digits,) if digits else ()


def _typed(raw: str, known: Mapping[str, str], lengths: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield (offset, key) of the known numbers in a text. A number begins and ends where a group of digits does.

    ``lengths`` are those of the known numbers, the longest first.
    """
    for run in _RUN.finditer(raw):
        at = [match.start() for match in re.finditer(r"\d", run[0])]
        digits = "".join(run[0][i] for i in at)
        done = 0
        for first in range(len(at)):
            if first < done or (first and at[first - 1] == at[first] - 1):
                continue  # within a number that is told already, or within a group of digits
            for last in (first + length - 1 for length in lengths if first + length <= len(at)):
                key = known.get(digits[first : last + 1])
                ends = last + 1 == len(at) or at[last + 1] > at[last] + 1
                if key is not None and ends and _rung(raw, run.start() + at[first], last + 1 - first):
                    yield run.start() + at[first], key
                    done = last + 1
                    break


def _rung(raw: str, start: int, length: int) -> bool:
    return length >= SHORT or _RING.search(raw[max(0, start - BEFORE) : start]) is not None
