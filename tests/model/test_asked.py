"""What words ask of a brand."""

from __future__ import annotations

from generator.base.findings import Findings
from generator.base.places import Span
from generator.base.scalars import Text
from generator.base.yaml_nodes import read_yaml
from generator.kinds.block import read_blocks
from generator.model.asked import asked_for, said_in
from generator.model.brand import Brand

YAML = b"""\
- text: Ring {{ setting.phone }} or {{setting.phone}}.
- callout: {kind: tip, title: Tip, text: 'Ask {{ setting.trainer | default: "us" }}.'}
- columns:
    - - checklist: ['See {{ setting.hub }}', 'Plain { { words']
    - - text: '{{ setting.trainer | default: "her" }} {{ setting.hub | default: "there" }}'
"""


def test_every_text_is_looked_at_however_deep() -> None:
    node = read_yaml(YAML, "a.yaml", Findings())
    assert node is not None
    for value in (node, read_blocks(node, Findings())):
        asked = asked_for([value])
        assert list(asked) == ["phone", "trainer", "hub"]
        assert asked["phone"].places == (Span("a.yaml", 1, 14),)
        assert (asked["trainer"].required, asked["trainer"].defaults) == (False, ("us", "her"))
        assert (asked["hub"].required, asked["hub"].defaults) == (True, ("there",))
        assert asked["hub"].places == (Span("a.yaml", 4, 26),)


def test_the_first_place_of_each_file_is_kept() -> None:
    texts = [Text("{{ setting.a }} {{ setting.a }}", Span(file, 1, 1)) for file in ("x", "y", "x")]
    assert asked_for(texts)["a"].places == (Span("x", 1, 1), Span("y", 1, 1))


def test_a_brands_own_lines_ask_too() -> None:
    brand = Brand(name="A", footer="{{ setting.name }}, {{ setting.area }}", people={"lead": "{{ setting.boss }}"})
    assert list(asked_for([brand])) == ["boss", "name", "area"]


def test_texts_of_one_file_are_found() -> None:
    node = read_yaml(b"name: Acorn\ncontact: {phone: 01632 1}\n", "b.yaml", Findings())
    assert node is not None
    brand = Brand.read(node, Findings())
    assert brand is not None
    mixed = brand.replace(strapline="from elsewhere")
    assert [raw for raw, _ in said_in(mixed, "b.yaml")] == ["Acorn", "01632 1"]
