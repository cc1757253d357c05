"""`handouts schema`: JSON Schemas that hold what the readers hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.base.findings import Findings
from generator.base.yaml_nodes import read_yaml
from generator.model.brand import Brand
from tests.support.command import ROOT, Call

KINDS = {
    "handout": [path for path in (ROOT / "handouts").glob("*.yaml") if path.stem not in ("sources", "contacts")],
    "pack": [*(ROOT / "handouts/packs").glob("*.yaml")],
    "brand": [*(ROOT / "layouts/brands").glob("*/brand.yaml")],
    "layout": [*(ROOT / "layouts").glob("*.yaml")],
}


def schema(call: Call, folder: Path, kind: str) -> Any:
    said = call(folder, "schema", kind)
    assert (said.code, said.err) == (0, "")
    return json.loads(said.out)


@pytest.mark.parametrize("kind", KINDS)
def test_our_own_files_meet_their_schema(kind: str, tmp_path: Path, call: Call) -> None:
    made = schema(call, tmp_path, kind)
    Draft202012Validator.check_schema(made)
    assert KINDS[kind]
    for path in KINDS[kind]:
        # As text, the way the tool reads it; numbers stay numbers where the schema asks for them.
        Draft202012Validator(made).validate(_as_editors_do(path))


def _as_editors_do(path: Path) -> Any:
    """Return YAML 1.2's core types: dates are text, `no` is text."""
    return json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=str))


def test_it_is_of_a_handout_unless_another_is_named(tmp_path: Path, call: Call) -> None:
    assert call(tmp_path, "schema").out == call(tmp_path, "schema", "handout").out


@pytest.mark.parametrize(
    ("block", "fine"),
    [
        ({"bullets": ["a", "b"]}, True),
        ({"bullets": {"title": "t", "items": ["a"]}}, True),
        ({"help": "strip"}, True),
        ({"contacts": ["nspcc", "setting"]}, True),
        ({"contacts": "setting"}, True),
        ({"text": 12}, True),
        ({"calout": "x"}, False),
        ({"text": "a", "tip": "b"}, False),
        ({"compare": {"left": {"title": "a", "itmes": []}}}, False),
        ({"callout": {"kind": "shout", "text": "a"}}, False),
        ({"columns": [[{"text": "a"}], [{"tip": "b"}, {"reflection": {"prompt": "c", "lines": 2}}]]}, True),
        ({"columns": [[{"text": "a"}], [{"txt": "b"}]]}, False),
        ({}, False),
    ],
)
def test_blocks_in_both_forms(block: object, fine: bool, tmp_path: Path, call: Call) -> None:
    made = schema(call, tmp_path, "handout")
    handout = {"title": "A", "audience": "parents", "body": [block]}
    assert Draft202012Validator(made).is_valid(handout) is fine


@pytest.mark.parametrize(
    ("brand", "fine"),
    [
        ({field.key: "" for field in Brand.declared()}, True),  # two quotes take out what would be inherited
        ({field.key: None for field in Brand.declared()}, True),
        ({"contact": {"web": "", "phone": "", "hours": ""}, "colours": {"primary": "", "ground": ""}}, True),
        ({"partners": [], "funders": [], "services": [], "locked": [], "people": {}}, True),
        ({"partners": [{"name": "A"}, {"file": "a.svg", "alt": "A", "clear_space": 0.5}]}, True),
        ({"services": [{"name": "A", "for": "b", "phone": "1", "last_checked": "2026-11-22"}]}, True),
        ({"charity_number": 1632960, "words": {"kind": "nursery"}}, True),
        ({"logo": {"file": ""}}, False),
        ({"shape": "oval"}, False),
        ({"words": {"baby": "x"}}, False),
        ({"services": [{"phone": "1"}]}, False),
        ({"help": "x"}, False),
    ],
)
def test_brands_are_read_as_their_schema_says(brand: object, fine: bool, tmp_path: Path, call: Call) -> None:
    made = schema(call, tmp_path, "brand")
    assert Draft202012Validator(made).is_valid(brand) is fine
    findings = Findings()
    text = json.dumps(brand).replace("null", "")
    node = read_yaml(text.encode(), "layouts/brands/a/brand.yaml", findings)
    assert node is not None
    assert (Brand.read(node, findings) is not None) is fine
    assert (findings.all == []) is fine


@pytest.mark.parametrize("kind", KINDS)
def test_the_schemas_beside_the_layouts_are_current(
    kind: str, tmp_path: Path, call: Call, request: pytest.FixtureRequest
) -> None:
    path = ROOT / f"layouts/schemas/{kind}.json"
    made = call(tmp_path, "schema", kind).out
    if request.config.getoption("--update"):
        path.write_bytes(made.encode())
    assert path.read_bytes().decode() == made, "run 'pytest --update tests/cli/test_schema.py'"


def test_every_handout_leads_to_its_schema() -> None:
    for path in KINDS["handout"]:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first == "# yaml-language-server: $schema=../layouts/schemas/handout.json", path


def test_every_pack_leads_to_its_schema() -> None:
    for path in KINDS["pack"]:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first == "# yaml-language-server: $schema=../../layouts/schemas/pack.json", path
