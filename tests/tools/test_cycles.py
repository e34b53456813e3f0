from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tools.cycles import cycles, reachable

NAMES = st.sampled_from("abcdef")


def test_a_ring_is_found_once() -> None:
    assert cycles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [["a", "b", "c"]]


def test_two_rings_stay_apart() -> None:
    arrows = {"a": {"b"}, "b": {"a", "c"}, "c": {"d"}, "d": {"c"}}
    assert cycles(arrows) == [["a", "b"], ["c", "d"]]


def test_reachable_does_not_count_the_start_unless_a_way_leads_back() -> None:
    assert reachable("a", {"a": {"b"}, "b": {"c"}}) == {"b", "c"}
    assert reachable("a", {"a": {"b"}, "b": {"a"}}) == {"a", "b"}


@given(st.lists(st.tuples(NAMES, NAMES)))
def test_arrows_that_only_go_down_make_no_ring(pairs: list[tuple[str, str]]) -> None:
    arrows: dict[str, set[str]] = {}
    for one, other in pairs:
        if one != other:
            arrows.setdefault(max(one, other), set()).add(min(one, other))
    assert cycles(arrows) == []
