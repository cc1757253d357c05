from __future__ import annotations

from generator.base.yaml_source import _FORBIDDEN


def test_all_that_yaml_does_not_print_is_forbidden_and_nothing_else() -> None:
    printed = {0x09, 0x0A, 0x0D, 0x85, *range(0x20, 0x7F), *range(0xA0, 0xD800), *range(0xE000, 0xFFFE)}
    printed |= set(range(0x10000, 0x110000))
    assert {code for code in range(0x110000) if not _FORBIDDEN.match(chr(code))} == printed
