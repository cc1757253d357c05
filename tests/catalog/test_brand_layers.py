"""Programme, county, setting: what each layer says, what it takes out, and what a layer above has locked."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.findings import Finding, Findings, render
from generator.base.yaml_nodes import read_yaml
from generator.catalog.brands import load_look
from generator.catalog.joining import overlay
from generator.catalog.workspace import Workspace
from generator.kinds.look import Look
from generator.model.brand import Brand
from generator.model.locks import NEVER, lockable
from tests.support.making import put

ROOT = Path(__file__).parents[2]
FIGTREE = ROOT / "layouts/fonts/figtree"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#402060"/></svg>'
PROGRAMME = """\
name: First Years
strapline: A programme for babies
logo: {file: logo.svg, alt: First Years}
colours: {primary: "#17565c", accent: "#f2976a", ground: cool}
fonts: {heading: Figtree, body: Own Face}
contact: {phone: 01632 960 001, web: "https://first.example", hours: 9 am to 5 pm}
people: {trainer: Ada Okoro, lead: Bea Shah}
words: {kind: setting, parents: families}
disclaimer: For general information.
charity_number: "1632960"
partners: [{file: logo.svg, alt: A fund}, {name: A trust}]
funders: [{name: A funder}]
services: [{name: A line, phone: 01632 960 005}]
fields: {area: the region, hub: The Hub}
nation: England
"""
COUNTY = """\
name: Ashmere
extends: programme
logo: {file: logo.svg, alt: Ashmere}
colours: {accent: "#336699"}
contact: {phone: 01632 960 002}
people: {lead: Cy Jones}
partners: [{name: The county}]
fields: {area: Ashmere}
"""
SETTING = """\
name: Acorns
extends: county
contact: {email: hello@acorns.example}
words: {kind: nursery}
fields: {room: Oak}
"""


def looked(root: Path, **brands: str) -> tuple[Look | None, list[Finding]]:
    """The look of the brand `setting` in a workspace of these, over the usual ones, and what is wrong with it."""
    for name, text in ({"programme": PROGRAMME, "county": COUNTY, "setting": SETTING} | brands).items():
        put(root / f"layouts/brands/{name}/brand.yaml", text.encode())
        put(root / f"layouts/brands/{name}/logo.svg", SVG.replace(b"402060", f"4020{len(name):02d}".encode()))
    put(root / "layouts/brands/programme/fonts/own-face/Own.ttf", (FIGTREE / "Figtree-Regular.ttf").read_bytes())
    findings = Findings()
    look = load_look(Workspace(root, ROOT), "setting", findings)
    return look, findings.errors


def good(root: Path, **brands: str) -> Look:
    look, faults = looked(root, **brands)
    assert look is not None, faults
    return look


def told(faults: list[Finding]) -> list[tuple[str, str]]:
    return [(str(fault.span).removeprefix("layouts/brands/"), fault.code) for fault in faults]


# -- what comes from where ---------------------------------------------------------------------------------------------
def test_each_layer_says_what_it_knows_and_the_nearest_is_heard(tmp_path: Path) -> None:
    look = good(tmp_path)
    assert {key: look.values.get(key) for key in ("name", "strapline", "phone", "email", "web", "hours")} == {
        "name": "Acorns",
        "strapline": "A programme for babies",
        "phone": "01632 960 002",
        "email": "hello@acorns.example",
        "web": "first.example",
        "hours": "9 am to 5 pm",
    }
    own = {key: look.values[key] for key in ("trainer", "lead", "area", "hub", "room", "kind", "parents", "parent")}
    assert own == {
        "trainer": "Ada Okoro",
        "lead": "Cy Jones",
        "area": "Ashmere",
        "hub": "The Hub",
        "room": "Oak",
        "kind": "nursery",
        "parents": "families",
        "parent": "parent or carer",
    }
    colours = look.brand.colours
    assert colours is not None
    assert (colours.primary, colours.accent, colours.ground) == ("#17565c", "#336699", "cool")


def test_lists_are_taken_whole_from_the_nearest_layer(tmp_path: Path) -> None:
    look = good(tmp_path)
    assert [ally.words for ally in look.partners] == ["The county"]
    assert [ally.words for ally in look.funders] == ["A funder"]
    assert [service.name for service in look.brand.services or ()] == ["A line"]


def test_pictures_lie_beside_the_layer_that_names_them(tmp_path: Path) -> None:
    look = good(tmp_path, setting=SETTING + "partners: [{file: logo.svg, alt: A}]\n")
    assert look.brand.logo is not None
    assert look.brand.logo.file == "layouts/brands/county/logo.svg"
    assert [str(partner.file) for partner in look.brand.partners or ()] == ["layouts/brands/setting/logo.svg"]


def test_a_font_is_that_of_the_layer_that_names_it(tmp_path: Path) -> None:
    bold = (FIGTREE / "Figtree-Bold.ttf").read_bytes()
    put(tmp_path / "layouts/brands/setting/fonts/own-face/Own.ttf", bold)  # of the same name: not what was chosen
    put(tmp_path / "layouts/brands/setting/fonts/figtree/Own.ttf", bold)
    look = good(tmp_path)
    assert look.body.main().file.weight == 400
    assert look.heading.main().file.weight == 400
    look = good(tmp_path, setting=SETTING + "fonts: {body: Own Face}\n")
    assert look.body.main().file.weight == 700
    assert look.heading.main().file.weight == 400


def test_a_layers_lines_are_filled_with_what_the_setting_says(tmp_path: Path) -> None:
    look = good(tmp_path, county=COUNTY + "strapline: Babies in {{ setting.name }}\n")
    assert look.values["strapline"] == "Babies in Acorns"


# -- taking out --------------------------------------------------------------------------------------------------------
TAKEN_OUT = {
    "strapline": '""',
    "logo": '""',
    "contact": "{phone: '', web: '', hours: ''}",
    "people": "{}",
    "words": '""',
    "disclaimer": "''",
    "charity_number": '""',
    "partners": "[]",
    "funders": "[]",
    "services": '""',
    "fields": "{hub: ''}",
    "nation": '""',
}


def test_two_quotes_and_empty_brackets_take_out_what_would_be_inherited(tmp_path: Path) -> None:
    lines = "".join(f"{key}: {value}\n" for key, value in TAKEN_OUT.items())
    look = good(tmp_path, setting=f"name: Acorns\nextends: county\n{lines}")
    assert dict(look.values) == {
        "name": "Acorns",
        "area": "Ashmere",
        "kind": "setting",
        "parent": "parent or carer",
        "parents": "parents and carers",
    }
    brand = look.brand
    assert (look.logo, look.partners, look.funders, brand.disclaimer, brand.charity_number, brand.services) == (
        None, (), (), None, None, None,
    )  # fmt: skip
    assert brand.code_address is None


def test_a_key_with_nothing_after_it_says_nothing(tmp_path: Path) -> None:
    lines = "".join(f"{key}:\n" for key in TAKEN_OUT)
    bare = good(tmp_path, setting=f"name: Acorns\nextends: county\n{lines}")
    without = good(tmp_path / "other", setting="name: Acorns\nextends: county\n")
    assert dict(bare.values) == dict(without.values)
    assert bare.brand == without.brand
    assert bare.brand.span_of("disclaimer").file == "layouts/brands/programme/brand.yaml"


def test_a_layer_below_may_say_again_what_one_above_took_out(tmp_path: Path) -> None:
    look = good(tmp_path, county=COUNTY + 'strapline: ""\n', setting=SETTING + "strapline: Ours\n")
    assert look.values["strapline"] == "Ours"
    assert "strapline" not in good(tmp_path, county=COUNTY + 'strapline: ""\n', setting=SETTING).values


TEXTS = ("strapline", "footer", "disclaimer", "reading_offer", "qr_label")
WAYS = ("phone", "email", "address", "hours")
WORD = st.sampled_from(["", "one", "two"])
LAYERS = st.lists(st.dictionaries(st.sampled_from(TEXTS + WAYS), WORD), min_size=1, max_size=4)


def brand_of(said: dict[str, str]) -> Brand:
    contact = ", ".join(f'{key}: "{value}"' for key, value in said.items() if key in WAYS)
    lines = [f'{key}: "{value}"' for key, value in said.items() if key in TEXTS]
    text = "\n".join(["name: A", *lines, *([f"contact: {{{contact}}}"] if contact else [])])
    findings = Findings()
    node = read_yaml(text.encode(), "brand.yaml", findings)
    assert node is not None
    made = Brand.read(node, findings)
    assert made is not None, findings.all
    return made


@given(layers=LAYERS)
def test_layers_are_heard_as_one_mapping_over_another(layers: list[dict[str, str]]) -> None:
    made, wanted = brand_of(layers[0]), dict(layers[0])
    for said in layers[1:]:
        made, wanted = overlay(made, brand_of(said)), wanted | said
    for key in TEXTS:
        assert (getattr(made, key) or "") == wanted.get(key, "")
    for key in WAYS:
        assert ((made.contact is not None and getattr(made.contact, key)) or "") == wanted.get(key, "")


# -- locks -------------------------------------------------------------------------------------------------------------
def test_what_a_layer_above_has_locked_is_refused_at_its_line_with_who_locked_it(tmp_path: Path) -> None:
    look, faults = looked(
        tmp_path,
        programme=PROGRAMME + "locked: [disclaimer, colours.primary, partners]\n",
        county=COUNTY + "locked: [fields.area]\n",
        setting=SETTING.replace("{room: Oak}", "{area: Here}") + 'disclaimer: Ours\ncolours: {primary: "#aa0000"}\n',
    )
    assert look is None
    assert told(faults) == [
        ("county/brand.yaml:7:11", "locked"),
        ("setting/brand.yaml:5:10", "locked"),
        ("setting/brand.yaml:6:13", "locked"),
        ("setting/brand.yaml:7:20", "locked"),
    ]
    assert render(faults[2]) == (
        "layouts/brands/setting/brand.yaml:6:13: error[locked]: 'disclaimer' is locked by the brand 'programme'\n"
        "  help: delete it: what 'programme' says holds for every brand that extends it\n"
        "  note: layouts/brands/programme/brand.yaml:16:10: locked here"
    )
    assert faults[1].also is not None
    assert faults[1].also.span.file == "layouts/brands/county/brand.yaml"


def test_what_is_locked_is_still_said_by_the_layer_that_locks_it(tmp_path: Path) -> None:
    look = good(tmp_path, programme=PROGRAMME + "locked: [disclaimer, fonts, shape, people.trainer]\n")
    assert look.brand.disclaimer == "For general information."


@pytest.mark.parametrize(
    ("lock", "said"),
    [
        ("strapline", 'strapline: ""'),
        ("colours", 'colours: {ground: "white"}'),
        ("colours.primary", 'colours: ""'),
        ("contact.phone", 'contact: ""'),
        ("people.trainer", "people: {}"),
        ("logo", "logo: {file: logo.svg, alt: Ours}"),
        ("words.parents", "fields: {parents: mums}"),
        ("words", "people: {kind: den}"),
        ("charity_number", "fields: {charity_number: '1'}"),
        ("partners", "partners: []"),
        ("nation", "nation: Scotland"),
        ("qr", "qr: https://other.example"),
    ],
)
def test_no_way_round_a_lock(lock: str, said: str, tmp_path: Path) -> None:
    text = f"name: Acorns\nextends: county\n{said}\n"
    _, faults = looked(
        tmp_path, programme=PROGRAMME + f"locked: [{lock}]\n", county="extends: programme\n", setting=text
    )
    assert "locked" in [fault.code for fault in faults if fault.span is not None and fault.span.line == 3]


def test_a_lock_cannot_be_opened_from_below(tmp_path: Path) -> None:
    _, faults = looked(
        tmp_path,
        programme=PROGRAMME + "locked: [disclaimer]\n",
        county=COUNTY + "locked: []\n",
        setting=SETTING + 'locked: ""\ndisclaimer: Ours\n',
    )
    assert told(faults) == [("setting/brand.yaml:7:13", "locked")]


def test_a_lock_leaves_the_rest_of_a_mapping_free(tmp_path: Path) -> None:
    look = good(
        tmp_path,
        programme=PROGRAMME + "locked: [contact.phone, colours.ground]\n",
        county=COUNTY.replace("contact: {phone: 01632 960 002}", "contact: {address: The Green}"),
    )
    assert look.values["address"] == "The Green"


@pytest.mark.parametrize("lock", ["disclaimr", "help", "colours.", "colours.primry", "logo.alt", "fields.a.b", *NEVER])
def test_a_lock_on_nothing_is_told(lock: str, tmp_path: Path) -> None:
    _, faults = looked(tmp_path, programme=PROGRAMME + f"locked: [strapline, {lock}]\n")
    assert told(faults) == [("programme/brand.yaml:16:21", "unknown-lock")]
    assert faults[0].help


def test_everything_that_a_brand_may_say_can_be_locked() -> None:
    keys = {field.key for field in Brand.declared()}
    assert {key.partition(".")[0] for key in lockable()} == keys - set(NEVER)


def test_a_name_that_two_layers_say_in_two_places_is_told(tmp_path: Path) -> None:
    _, faults = looked(tmp_path, setting=SETTING.replace("{room: Oak}", "{hours: 10 am to 2 pm}"))
    assert told(faults) == [("setting/brand.yaml:5:10", "reserved-field")]
    assert faults[0].help == "say it once: contact: {hours: …}"
