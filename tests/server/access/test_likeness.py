"""Names that can be taken for others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.access.likeness import is_reserved, likeness
from server.access.roles import STAFF, WORDS


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Li Lei", "LI  LEI"),
        ("Li Lei", "lí-léi"),
        ("Paul", "РаuI"),
        ("Ann", "Αnn"),
        ("Bob", "B0b"),
        ("王小明", "王 小​明"),  # noqa: PLE2515 - a space of no width
        ("Ｗang", "Wang"),
        ("園區", "园区"),
    ],
)
def test_names_that_look_alike_count_as_one(name: str, other: str) -> None:
    assert likeness(name) == likeness(other)


@pytest.mark.parametrize(("name", "other"), [("Ann", "Anna"), ("王小明", "王小朋"), ("Bob", "Rob")])
def test_names_that_differ_stay_apart(name: str, other: str) -> None:
    assert likeness(name) != likeness(other)


@pytest.mark.parametrize("role", sorted(STAFF))
def test_staffs_words_are_staffs(role: str) -> None:
    words = WORDS[role]  # type: ignore[index]
    for name in (words.zh, words.en, words.en.upper(), f" {words.zh[0]} {words.zh[1:]}"):
        assert is_reserved(name)


@pytest.mark.parametrize(
    "name",
    ["访客", "投资人老陈", "Ghost", "Padmini", "系统工程师小李", "独立创作者", "王经理", "", "🙂"],
)
def test_honest_names_are_free(name: str) -> None:
    assert not is_reserved(name)


@given(st.text(max_size=40))
def test_any_text_has_a_likeness_that_is_its_own(name: str) -> None:
    alike = likeness(name)
    assert likeness(alike) == alike
    assert likeness(name.upper().lower()) == likeness(name.lower().upper().lower())
