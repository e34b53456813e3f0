"""The order of halls holds every hall once, whatever was wished for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.run.hall_order import arranged

IDS = st.lists(st.sampled_from("abcdef"), unique=True)


def test_those_that_are_named_come_first() -> None:
    assert arranged(["a", "b", "c"], ["c", "gone", "a"]) == ["c", "a", "b"]
    assert arranged(["a", "b"], None) == ["a", "b"]


@given(IDS, st.lists(st.one_of(st.sampled_from("abcdef"), st.none()), max_size=9))
def test_every_hall_is_there_once(halls: list[str], order: list[str | None]) -> None:
    assert sorted(arranged(halls, order)) == sorted(halls)
