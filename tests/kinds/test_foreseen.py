"""Whether a handout fits is foreseen for one setting of many: always as trying it would end, or not at all."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from generator.base.findings import Findings
from generator.catalog.wardrobe import ROW
from generator.kinds.design import Overrun
from generator.kinds.larder import Larder
from generator.pipeline import Order, Works
from generator.programme import read_programme
from generator.stages import render
from tests.support.command import workspace

NAMES = ("Elm", "Ashmere Early Years and Family Centre", "Bright Feet Nursery", "Fòrum Łódź", "Owls")
TEXT = """\
title: Playing together
summary: "Play, at {{ setting.name }}"
audience: parents
illustration: floor-play
sources: [tronick-cohn-1989]
body:
  - heading: Every day
  - text: A few minutes are plenty [@tronick-cohn-1989].
  - did-you-know: Babies look longer at faces.
  - heading: How
  - steps: [Wait for a quiet moment., Copy a sound., Wait again.]
  - heading: More
  - text: LONG
  - tip: Sing, look, rest.
"""
FOOT = "  - help: strip\n"
OWN = "  - text: Ring {{ setting.phone }}.\n"


def table(rng: random.Random, rows: int) -> str:
    """Return settings whose names, colours, straplines and addresses have many lengths."""
    lines = ["id,name,strapline,colours.primary,contact.phone,contact.web"]
    for number in range(rows):
        web = "".join(rng.choice("abcdefgh") for _ in range(rng.randrange(1, 40)))
        strapline = "We play. " * rng.choice((0, 1, 4))
        told = (rng.choice(NAMES), strapline.strip(), f"#{rng.randrange(1 << 24):06x}", f"01632 960{100 + number}")
        lines.append(",".join((f"s{number}", *told, f"https://{web}.example")))
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {"settings.csv": table(random.Random(11), 14)}
    for name, times in (("short", 20), ("tight", 105), ("long", 200)):
        files[f"handouts/{name}.yaml"] = TEXT.replace("LONG", "Babies need rest too. " * times) + FOOT
    files["handouts/own.yaml"] = TEXT.replace("LONG", "Rest.") + OWN
    return workspace(tmp_path_factory.mktemp("shop"), files)


def outcomes(shop: Path, handout: str, order: Order) -> Counter[str]:
    """Return how often what was foreseen is what came, or nothing was foreseen; all degrees for each setting."""
    works, larder, counted = Works(shop), Larder(), Counter[str]()
    order = order._replace(handouts=(handout,))
    programme = read_programme(works, shop / "settings.csv", [order], lambda *_: None)
    assert programme is not None, [str(each) for each in works.findings.all]
    for row in programme.file.rows:
        look = programme.wardrobe.look(row, programme.wardrobe.chain(row, Findings()), Findings())
        assert look is not None
        works.lend(ROW, look)
        job = works.job(handout, order._replace(brand=ROW))
        assert job is not None
        job = job._replace(larder=larder)
        for tight in render.degrees(job.layout):
            foreseen = render._foreseen(job, tight)
            findings = Findings()
            came = render._attempt(job, tight, False, findings)
            assert not findings.errors
            if foreseen is None:
                counted["unknown"] += 1
            elif isinstance(foreseen, Overrun):
                assert foreseen == came
                counted["too long"] += 1
            else:
                assert not isinstance(came, Overrun)
                counted["fits"] += 1
        works.take_back(ROW)
    return counted


@pytest.mark.parametrize(
    ("handout", "ways"), [("short", {"fits"}), ("tight", {"fits", "too long"}), ("long", {"too long"})]
)
def test_it_comes_as_it_was_foreseen(shop: Path, handout: str, ways: set[str]) -> None:
    counted = outcomes(shop, handout, Order())
    assert counted["unknown"] < counted.total() / 2, counted
    assert set(counted) == {"unknown", *ways}


@pytest.mark.parametrize(
    ("handout", "order"),
    [
        ("own", Order()),  # a block among the others asks for the setting's telephone
        ("short", Order(edition="large-print")),
        ("short", Order(layout="a4-trifold")),
        ("short", Order(layout="a4-worksheet")),
    ],
)
def test_where_it_cannot_be_known_nothing_is_foreseen(shop: Path, handout: str, order: Order) -> None:
    counted = outcomes(shop, handout, order)
    assert set(counted) == {"unknown"}, counted


def test_alone_nothing_is_foreseen(shop: Path) -> None:
    job = Works(shop).job("short", Order(("short",)))
    assert job is not None
    assert render._foreseen(job, next(render.degrees(job.layout))) is None
