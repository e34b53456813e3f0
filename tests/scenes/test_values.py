"""Checkers: what they take, what they refuse, and that they never raise."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes import values as v
from scenes.properties import HALL, MODEL, check_node
from scenes.values import Checker

ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=12,
)


def codes(checker: Checker, value: Any) -> list[str]:
    return [finding.code for finding in checker(value, "/x")]


@pytest.mark.parametrize(
    ("checker", "good", "bad"),
    [
        (v.number(0, 1), [0, 1, 0.5], [2, -0.1, "1", True, None, float("nan"), float("inf")]),
        (v.integer(1, 9), [1, 9.0], [0, 1.5, "3", False, float("nan")]),
        (v.vector(3, -1, 1), [[0, 0, 0]], [[0, 0], [0, 0, 2], "000", [0, 0, None]]),
        (v.unit_quaternion, [[0, 0, 0, 1], [0, -1, 0, 0]], [[0, 0, 0, 0], [0, 0, 1], None]),
        (v.boolean, [True, False], [0, 1, "true", None]),
        (v.text(3, 1), ["a", "三个字"], ["", "four", 3]),
        (v.choice("a", "b"), ["a"], ["c", None, ["a"], 1]),
        (v.nullable(v.boolean), [None, True], [0]),
        (v.array(v.boolean, 1, 2), [[True]], [[], [True] * 3, [1], {}]),
        (v.record({"a": v.boolean}, {"b": v.boolean}), [{"a": True}, {"a": True, "b": False}],
         [{}, {"b": True}, {"a": True, "c": 1}, {1: 2}, None]),
        (v.mapping(re.compile("[a-z]"), v.boolean, 2), [{}, {"a": True}],
         [{"aa": True}, {"a": 1}, {"a": True, "b": True, "c": True}, {1: True}, []]),
        (v.localised(4), [{"zh": "好", "en": "good"}], [{"zh": "好"}, "good", {"zh": 1, "en": ""}]),
    ],
)  # fmt: skip
def test_what_each_checker_takes(checker: Checker, good: list[Any], bad: list[Any]) -> None:
    for value in good:
        assert codes(checker, value) == []
    for value in bad:
        assert codes(checker, value) != [], value


@given(ANYTHING)
def test_no_value_breaks_a_checker(value: Any) -> None:
    for checker in (check_node, MODEL, *HALL.values()):
        for finding in checker(value, "/x"):
            assert finding.pointer.startswith("/x") and finding.code


def test_findings_point_to_the_fault() -> None:
    checker = v.record({"a": v.array(v.number(0, 1), 0, 5)})
    (finding,) = checker({"a": [0, 1, 7]}, "/nodes/x")
    assert finding.pointer == "/nodes/x/a/2"


def test_numbers_beyond_every_float_are_refused_like_any_other() -> None:
    for value in (10**400, -(10**400)):
        assert [f.code for f in v.number(0, 1)(value, "/x")] == ["not_a_number"]
        assert [f.code for f in v.integer(0, 1)(value, "/x")] == ["not_an_integer"]


def test_half_a_surrogate_pair_is_no_text() -> None:
    assert [f.code for f in v.text(9)("\ud800", "/x")] == ["text_invalid"]
    assert list(v.text(9)("\U0001f98a", "/x")) == []
