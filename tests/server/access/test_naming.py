"""Names made fit to be shown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.access.naming import clean_name


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("李雷", "李雷"),
        ("  Ann \t Lee\n", "Ann Lee"),
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("a\x00b\x1b[31mc", "ab[31mc"),
        ("\u200b\u200b", ""),
        ("\u200d", ""),
        ("👩\u200d💻", "👩\u200d💻"),
        ("e\u0301", "é"),
        ("Z" + "\u0335" * 40, "Z" + "\u0335" * 4),
        ("", ""),
    ],
)
def test_what_is_shown(given_name: str, shown: str) -> None:
    assert clean_name(given_name) == shown


@given(st.text(max_size=64))
def test_nothing_hidden_is_left_and_cleaning_twice_changes_nothing(name: str) -> None:
    cleaned = clean_name(name)
    assert clean_name(cleaned) == cleaned
    assert len(cleaned) <= 3 * max(1, len(name))
    for character in cleaned:
        kind = unicodedata.category(character)
        assert kind not in ("Cc", "Cs", "Zl", "Zp")
