"""Phone numbers in one form."""

from __future__ import annotations

import pytest

from server.outside.phones import canonical_phone


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("13800138000", "+8613800138000"),
        ("+86 138-0013-8000", "+8613800138000"),
        ("010 6552 9988", "+861065529988"),
        ("+44 20 7946 0018", "+442079460018"),
        ("12345", None),
        ("no number", None),
        ("", None),
        ("+" + "9" * 100, None),
    ],
)
def test_numbers(text: str, number: str | None) -> None:
    assert canonical_phone(text) == number
