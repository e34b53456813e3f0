"""Hostile JSON becomes a coded error, never another one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.glb import GlbError
from scenes.summary.document import at, count, index, number, numbers, objects, record, table, text

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)
READERS: list[Callable[[Any], Any]] = [
    lambda value: record(value, "it"),
    lambda value: table({"k": value}, "k"),
    lambda value: objects({"k": value}, "k"),
    lambda value: index(value, 3, "it"),
    lambda value: at({"k": [{}, {}]}, "k", value),
    lambda value: at({"k": value}, "k", 0),
    lambda value: count({"k": value}, "k"),
    lambda value: number(value, "it"),
    lambda value: numbers({"k": value}, "k", 3, None),
    lambda value: text({"k": value}, "k", ""),
]


@given(anything, st.sampled_from(READERS))
def test_any_value_is_read_or_refused_in_a_code(value: Any, read: Callable[[Any], Any]) -> None:
    try:
        read(value)
    except GlbError as error:
        assert error.code.startswith("gltf.")


def test_what_is_absent_is_empty() -> None:
    assert record(None, "it") == {}
    assert table({}, "nodes") == []
    assert objects({}, "nodes") == []
    assert count({}, "byteOffset") == 0
    assert text({}, "name", "nameless") == "nameless"
    assert numbers({}, "scale", 3, [1.0, 1.0, 1.0]) == [1.0, 1.0, 1.0]


@pytest.mark.parametrize("value", [-1, 3, True, False, 1.0, "1", None, 2**70])
def test_an_index_is_a_whole_number_within_its_list(value: Any) -> None:
    with pytest.raises(GlbError, match="outside"):
        index(value, 3, "a child")


@pytest.mark.parametrize("value", [2**31, -1, 1.5, True, "8"])
def test_a_count_is_a_whole_number_that_fits(value: Any) -> None:
    with pytest.raises(GlbError):
        count({"count": value}, "count")


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), 10**400])
def test_a_number_is_finite(value: Any) -> None:
    with pytest.raises(GlbError) as refused:
        number(value, "it")
    assert refused.value.code == "gltf.range"


@pytest.mark.parametrize("value", [[1, 2], [1, 2, 3, 4], [1, 2, None], [1, 2, True], "123", {}])
def test_three_numbers_are_three_numbers(value: Any) -> None:
    with pytest.raises(GlbError):
        numbers({"translation": value}, "translation", 3, [0.0, 0.0, 0.0])


def test_without_a_default_numbers_must_be_there() -> None:
    with pytest.raises(GlbError):
        numbers({}, "min", 3, None)
