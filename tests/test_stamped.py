"""What is composed once for many settings gives each of them the bytes that it would have alone."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from generator.base.findings import Findings
from generator.kinds.larder import Larder
from generator.pipeline import Order, Works
from generator.stages.render import render
from tests.support.command import workspace

NAMES = ("Elm", "St Aldate's and Ashmere Early Years Children's Centre", "Bright Feet Nursery", "Fòrum Łódź", "Owls")
HANDOUT = """\
title: "Playing {kind}"
summary: "Play, at {{{{ setting.name }}}}"
audience: parents
illustration: floor-play
subtitle: Nothing to buy
message: You are the best toy
sources: [tronick-cohn-1989]
body:
  - heading: Every day
  - text: A few minutes are *plenty* [@tronick-cohn-1989].
  - did-you-know: Babies look longer at faces.
  - heading: How
  - steps:
      - Wait for a quiet moment.
      - Copy a sound.
      - Wait again.
  - text: At {{{{ setting.name }}}} we do this after lunch. Ring {{{{ setting.phone }}}}.
  - heading: More
  - tip: Sing, look, rest.
  - text: {long}
  - help: {help}
  - contacts: [setting]
"""


def brand(rng: random.Random) -> str:
    """Return a random brand: names of many lengths, colours, shapes of logos, with or without what may be missing."""
    colour = f"#{rng.randrange(1 << 24):06x}"
    lines = [f"name: {rng.choice(NAMES)}", "extends: little-room" if rng.random() < 0.2 else "footer: Ashmere"]
    accent = f', accent: "#{rng.randrange(1 << 24):06x}"' if rng.random() < 0.5 else ""
    lines.append(f'colours: {{primary: "{colour}"{accent}}}')
    lines.append(f"contact: {{phone: 01632 960 {rng.randrange(100, 1000)}, web: https://n{rng.randrange(9)}.example}}")
    if rng.random() < 0.6:
        lines.append("logo: {file: logo.svg, alt: The logo}")
    if rng.random() < 0.3:
        lines.append("shape: round")
    if rng.random() < 0.3:
        lines.append(f"people_set: {rng.choice('abcdef')}")
    return "\n".join(lines) + "\n"


def logo(rng: random.Random) -> str:
    """Return a logo of any proportion."""
    wide, tall = rng.randrange(20, 400), rng.randrange(20, 200)
    shape = f'<rect width="{wide}" height="{tall // 2}" fill="#{rng.randrange(1 << 24):06x}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}">{shape}</svg>'


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rng = random.Random(8)
    files = {}
    for number in range(8):
        files[f"layouts/brands/s{number}/brand.yaml"] = brand(rng)
        files[f"layouts/brands/s{number}/logo.svg"] = logo(rng)
    some = "[nspcc, samaritans]"
    files["handouts/playing.yaml"] = HANDOUT.format(kind="together", help=some, long="Babies need rest too. " * 9)
    files["handouts/short.yaml"] = HANDOUT.format(kind="alone", help=some, long="Rest.")
    files["handouts/named.yaml"] = HANDOUT.format(kind="at {{ setting.name }}", help="strip", long="Rest. " * 60)
    return workspace(tmp_path_factory.mktemp("shop"), files)


def made(works: Works, handout: str, order: Order) -> tuple[bytes | None, list[str]]:
    """Return a PDF, and what was said of it."""
    found = Findings()
    works.shaped(handout, Findings(), keep=True)
    job = works.job(handout, order)
    assert job is not None, [str(each) for each in works.findings.all]
    rendered = render(job, found)
    return rendered.data if rendered is not None else None, [str(each) for each in found.all]


WAYS = [(layout, "standard") for layout in ("a4-leaflet", "a4-trifold", "a5-booklet", "a4-poster")]
WAYS += [("a4-leaflet", edition) for edition in ("ink-saver", "large-print", "easy-read-layout", "screen")]


LEAST_MADE = {"a4-leaflet": 0.9, "a4-trifold": 0.6, "a5-booklet": 0.9, "a4-poster": 0.3}  # the others are too long


@pytest.mark.parametrize(("layout", "edition"), WAYS)
def test_a_setting_has_the_same_bytes_among_others_as_alone(shop: Path, layout: str, edition: str) -> None:
    works, orders = Works(shop), [Order(brand=f"s{number}", layout=layout, edition=edition) for number in range(8)]
    works.larder = Larder()
    counted = Counter[str]()
    for handout in ("playing", "short", "named"):
        for order in [*orders, orders[0], orders[5]]:  # some come back
            together, said = made(works, handout, order)
            alone, said_alone = made(Works(shop), handout, order)
            assert (together == alone, said) == (True, said_alone), (order.brand, handout)
            counted.update(["made" if alone is not None else "too long"])
    assert counted["made"] >= LEAST_MADE[layout] * counted.total(), counted


def test_most_of_a_handout_is_composed_once(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.kinds.block import Composed

    count = []
    whole = Composed.__init__
    monkeypatch.setattr(Composed, "__init__", lambda self, *given: (count.append(1), whole(self, *given))[1])
    works = Works(shop)
    works.larder = Larder()
    brands = [f"s{number}" for number in range(8)]
    for ident in brands:
        made(works, "playing", Order(brand=ident))
    first = len(count)
    for ident in brands:
        made(works, "playing", Order(brand=ident))
    again = len(count) - first
    assert again <= first / 3  # what asks for the brand's own words alone
    assert again > 0  # and that is made anew each time
