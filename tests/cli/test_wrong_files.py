"""Thirty and more wrong files: each gives exactly its errors, in their places, with help; nothing is written.

A mark such as ``‹unknown-block›`` stands where the error must point; it is taken out before the file is written.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.support.command import Call, workspace, written

MARK = re.compile("‹([a-z-]+)›")
HEAD = "title: A title\naudience: parents\n"
GOOD = HEAD + "body:\n  - text: Hello\n"
BRAND = "layouts/brands/own/brand.yaml"
LAYOUT = "layouts/own.yaml"

# name -> the text of handouts/x.yaml, or files by path
CASES: dict[str, str | dict[str, str]] = {
    "unknown block": HEAD + "body:\n  - ‹unknown-block›calout:\n      text: x\n",
    "unknown key": HEAD + "‹unknown-field›subtitel: x\nbody:\n  - text: Hello\n",
    "missing title": "‹missing-field›audience: parents\nbody:\n  - text: Hello\n",
    "missing body": "‹missing-field›title: A\naudience: parents\n",
    "empty title": "‹empty-value›title:\naudience: parents\nbody:\n  - text: Hello\n",
    "all at once": "title: A\naudience: ‹unknown-value›everyone\n‹unknown-field›subtitel: x\n"
    "language: ‹bad-language›english!\nbody:\n  - ‹unknown-block›txt: a\n"
    "  - tip:\n      ‹missing-field›‹unknown-field›txet: b\n",
    "twice the same key": HEAD + "‹duplicate-key›title: Another\nbody:\n  - text: Hello\n",
    "a text cut at a hash": "title: Pain scale ‹cut-at-hash›#1 choice\naudience: parents\nbody:\n  - text: Hello\n",
    "an anchor": "title: ‹yaml-anchor›&co A title\naudience: parents\nbody:\n  - text: Hello\n",
    "a tag": HEAD + "body:\n  - text: ‹yaml-tag›!!python/object:os.system x\n",
    "a colon in a text": "title: Sleep‹colon-in-text›: what helps\naudience: parents\nbody:\n  - text: Hello\n",
    "a quote that is not closed": 'title: ‹open-quote›"A title\naudience: parents\nbody:\n  - text: Hello\n',
    "a tab": HEAD + "body:\n‹tab-indent›\t- text: Hello\n",
    "not a date": HEAD + "review:\n  reviewed: ‹bad-date›22/11/2026\n  next_review: ‹bad-date›2026-02-30\n"
    "body:\n  - text: Hello\n",
    "two blocks in one item": HEAD + "body:\n  - text: a\n    ‹two-blocks›tip: b\n",
    "a body that is no list": HEAD + "body: ‹not-a-list›Hello\n",
    "an item that is no block": HEAD + "body:\n  - ‹not-a-block›Hello\n",
    "an empty item": HEAD + "body:\n  - text: a\n  -‹empty-block›\n",
    "a text where a list is due": HEAD + "body:\n  - bullets: ‹wrong-type›one\n",
    "no items": HEAD + "body:\n  - bullets: ‹too-few›[]\n",
    "too many steps in a cycle": HEAD
    + "body:\n  - cycle:\n      steps: ‹too-many›["
    + ", ".join(f"{{title: t{i}, text: x}}" for i in range(7))
    + "]\n",
    "a ragged table": HEAD
    + "body:\n  - table:\n      header: [a, b]\n      rows:\n        - [c, d]\n        - [‹ragged-table›e]\n",
    "a picture that is not there": HEAD + "body:\n  - image: {file: ‹file-missing›images/no.png, alt: x}\n",
    "a picture outside": HEAD + "body:\n  - image: {file: ‹path-outside›../../etc/x.png, alt: x}\n",
    "a picture without words": HEAD + "body:\n  - image: ‹missing-field›{file: images/no.png}\n",
    "an illustration that is not there": HEAD + "body:\n  - illustration: ‹unknown-illustration›cuddel\n",
    "an address that is not safe": HEAD + "body:\n  - qr: ‹bad-url›javascript:alert(1)\n",
    "a link to no block": HEAD + "body:\n  - text: See [below]‹unknown-id›(#later).\n",
    "a source that is not there": HEAD + "body:\n  - text: Babies look. ‹unknown-source›[@nobody-1900]\n",
    "a placeholder that is not filled": HEAD + "body:\n  - text: Ring ‹unknown-placeholder›{{ setting.phonne }}.\n",
    "a placeholder that is none": HEAD + "body:\n  - text: Ring ‹bad-placeholder›{{ phone }}.\n",
    "a contact that is not there": HEAD + "body:\n  - contacts: [‹unknown-contact›nspc]\n",
    "a number typed into text": HEAD
    + "body:\n  - text: |\n      One line.\n      Ring ‹phone-in-text›0808 800 5000 now.\n",
    "a layout that is not there": HEAD + "layout: ‹unknown-layout›a4-leaflett\nbody:\n  - text: x\n",
    "too long": HEAD + "body:\n" + "  - text: Hello there\n" * 400,
    "a brand's colour and key": {
        "handouts/x.yaml": GOOD,
        BRAND: "name: Own\nextends: little-room\ncolours: {primary: ‹bad-colour›teal}\n‹unknown-field›straplin: x\n",
    },
    "a colour that YAML takes for a comment": {
        "handouts/x.yaml": GOOD,
        BRAND: "name: Own\nextends: little-room\ncolours:\n  primary: ‹cut-at-hash›#17565c\n",
    },
    "a colour in brackets that YAML takes for a comment": {
        "handouts/x.yaml": GOOD,
        BRAND: "name: Own\nextends: little-room\ncolours: {primary: ‹cut-at-hash›#17565c}\nnation: England\n",
    },
    "a quote that the next text closes": 'title: ‹open-quote›"Hello\nsubtitle: "World"\naudience: parents\n',
    "a brand that extends no brand": {
        "handouts/x.yaml": GOOD,
        BRAND: "name: Own\nextends: ‹unknown-brand›litle-room\n",
    },
    "a font that is not there": {
        "handouts/x.yaml": GOOD,
        BRAND: "name: Own\nextends: little-room\nfonts: {body: ‹unknown-font›Comic Sans}\n",
    },
    "a layout's sizes": {
        "handouts/x.yaml": HEAD + "layout: own\nbody:\n  - text: x\n",
        LAYOUT: "name: Own\nkind: leaflet\nmargins: {top: ‹out-of-range›-4}\ntype: {body: ‹bad-type-size›12}\n",
    },
    "a layout's paper": {
        "handouts/x.yaml": HEAD + "layout: own\nbody:\n  - text: x\n",
        LAYOUT: "name: Own\nkind: leaflet\npage: ‹unknown-paper›A7\n",
    },
    "a page of one side": {
        "handouts/x.yaml": HEAD + "layout: own\nbody:\n  - text: x\n",
        LAYOUT: "name: Own\nkind: leaflet\npage: ‹bad-page›[210]\n",
    },
    "margins that leave no room": {
        "handouts/x.yaml": HEAD + "layout: own\nbody:\n  - text: x\n",
        LAYOUT: "name: Own\nkind: leaflet\npage: A5\nmargins: ‹no-room›{inner: 70, outer: 70}\n",
    },
    "numbers of pages that cannot all be kept": {
        "handouts/x.yaml": HEAD + "layout: own\nbody:\n  - text: x\n",
        LAYOUT: "name: Own\nkind: leaflet\npages: {exact: ‹bad-pages›6, multiple: ‹bad-pages›4, max: 5}\n",
    },
    "a smallest size above the size": {
        "handouts/x.yaml": HEAD + "layout: own\nbody:\n  - text: x\n",
        LAYOUT: "name: Own\nkind: leaflet\ntype: {body: 12/18, min_body: ‹out-of-range›14}\n",
    },
    "a largest size below the size": {
        "handouts/x.yaml": HEAD + "layout: own\nbody:\n  - text: x\n",
        LAYOUT: "name: Own\nkind: poster\ntype: {body: 20/25, max_body: ‹out-of-range›14}\n",
    },
    "a brand's corners": {
        "handouts/x.yaml": GOOD,
        BRAND: "name: Own\nextends: little-room\nradius: ‹out-of-range›9\n",
    },
    "faults of the form and of the words": "title: Hello\naudience: ‹unknown-value›nobody\n"
    + "body:\n  - ‹unknown-block›bulets: [a]\n  - text: See ‹unknown-source›[@nobody]\n"
    + "  - text: 'Ring ‹unknown-placeholder›{{ setting.nope }}'\n  - contacts: [‹unknown-contact›nobody]\n",
    "a footer that has no room": {
        "handouts/x.yaml": GOOD,
        BRAND: f"name: Own\nextends: little-room\nfooter: ‹long-footer›{'word ' * 60}\n",
    },
    "a brand's own sentences": {
        "handouts/x.yaml": GOOD,
        BRAND: "name: Own\nextends: little-room\nfooter: ‹unknown-placeholder›Ring {{ setting.nope }}\n"
        "disclaimer: ‹bad-placeholder›Ask {{ us\nreading_offer: ‹bad-placeholder›Ring {{ phone }}\n",
    },
    "a review with a placeholder": HEAD
    + "review: {owner: '‹unknown-placeholder›{{ setting.nope }}', reviewers: ['‹bad-placeholder›{{ x }}']}\n"
    + "body:\n  - text: Hello\n",
    "a register": {
        "handouts/x.yaml": GOOD,
        "handouts/contacts.yaml": "nspcc:\n  name: NSPCC\n  nation: ‹unknown-value›Narnia\n"
        "  last_checked: ‹bad-date›soon\n",
    },
}


def split(text: str, file: str) -> tuple[str, list[str]]:
    """Return the text without its marks, and the errors that they ask for as `file:line:column: error[code]`."""
    wanted, kept, last = [], "", 0
    for match in MARK.finditer(text):
        kept += text[last : match.start()]
        last = match.end()
        line, column = kept.count("\n") + 1, len(kept) - kept.rfind("\n")
        wanted.append(f"{file}:{line}:{column}: error[{match[1]}]")
    return kept + text[last:], wanted


def errors(said: str) -> list[str]:
    return [line.split("]: ")[0] + "]" for line in said.splitlines() if ": error[" in line]


@pytest.mark.parametrize("name", CASES)
def test_a_wrong_file_gives_exactly_its_errors(name: str, tmp_path: Path, call: Call) -> None:
    case = CASES[name]
    given = {"handouts/x.yaml": case} if isinstance(case, str) else case
    files, wanted = {}, []
    for file, text in given.items():
        files[file], more = split(text, file)
        wanted += more
    if name == "too long":
        wanted = []
    workspace(tmp_path, files)
    before = written(tmp_path)
    for command in ("build", "check"):
        said = call(tmp_path, command)
        assert said.code == 1, said.err
        if name == "too long":
            assert re.search(r"^handouts/x\.yaml:\d+:\d+: error\[too-long\].* \d+ lines? ", said.err, re.MULTILINE)
        else:
            assert sorted(errors(said.err)) == sorted(wanted), said.err
        lines = said.err.splitlines()
        helpless = [a for a, b in pairwise(lines) if "error[" in a and not b.startswith("  help: ")]
        assert helpless == []
        assert "Traceback" not in said.err
        assert said.out == "" or said.out.startswith("passed: ")  # `check` says which rules found nothing
        assert written(tmp_path) == before
    count = max(1, len(wanted))
    assert f"{count} problem{'s' * (count > 1)} in 1 " in lines[-1]


def test_there_are_thirty() -> None:
    assert len(CASES) >= 30
