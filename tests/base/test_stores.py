"""Addresses of stores."""

from __future__ import annotations

import pytest

from generator.base.names import name_fault
from generator.base.stores import is_store, shown, store_folder


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("s3://bucket/leaflets", True),
        ("memory://", True),
        ("file:///home/me/out", True),
        ("output", False),
        ("../out", False),
        ("C:\\out", False),
        ("C:/out", False),
        ("C://out", False),
        ("a:b", False),
    ],
)
def test_an_address_is_told_from_a_folder(text: str, answer: bool) -> None:
    assert is_store(text) is answer


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("s3://KEY:SECRET@bucket/a/b", "s3://bucket/a/b"),
        ("sftp://me:p@ss@host:22/a", "sftp://host:22/a"),
        ("https://host/a?sig=SECRET#SECRET", "https://host/a"),
        ("s3://bucket/a@b", "s3://bucket/a@b"),
        ("memory://\x1b[2J", "memory://\\x1b[2J"),
    ],
)
def test_no_password_is_ever_told(address: str, told: str) -> None:
    assert shown(address) == told


@pytest.mark.parametrize("address", ["s3://bucket/a/b", "memory://", "s3://" + "x" * 500, "gs://b/\u00e9/\x1b"])
def test_a_register_has_a_folder_of_its_own(address: str) -> None:
    assert name_fault(store_folder(address)) is None


def test_keys_do_not_change_the_folder_and_never_stand_in_it() -> None:
    plain = store_folder("s3://bucket/a")
    assert store_folder("s3://key:secret@bucket/a/") == plain
    assert store_folder("s3://bucket/b") != plain
    assert store_folder("s3://bucket-a") != plain
