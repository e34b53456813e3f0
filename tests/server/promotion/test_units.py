"""Units are read from nodes as they are, and found by what somebody looks for."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from server.promotion.units import Unit, Wish, fit, found, matches, unit_of, units_in
from tests.server.promotion.units import unit_node

NODES = {
    "a-101": unit_node("A-101", "office", 120.0, 4500, terms={"zh": "含物业费", "en": "all in"}),
    "a-103": unit_node("A-103", "lab", 300.0, 6000, floor_load=7.5),
    "hidden": {**unit_node("A-109", "lab", 300.0, 6000), "visible": False},
    "fox": {"kind": "exhibit", "name": "Fox"},
}
SOME = units_in("gallery", NODES)


def test_only_units_that_are_seen_are_to_let() -> None:
    assert [unit.no for unit in SOME] == ["A-101", "A-103"]
    assert unit_of("gallery", "fox", NODES["fox"]) is None
    assert unit_of("gallery", "x", {"kind": "unit"}) is None


def test_each_wish_narrows() -> None:
    def numbers(**wish: object) -> list[str]:
        return [unit.no for unit in found(SOME, Wish(**wish))]  # type: ignore[arg-type]

    assert numbers(use="lab") == ["A-103"]
    assert numbers(max_area=150.0) == ["A-101"]
    assert numbers(max_rent=5000) == ["A-101"]
    assert numbers(min_load=5.0) == ["A-103"]
    assert numbers(by="2026-11-30") == []
    assert numbers(by="2026-12-01") == ["A-101", "A-103"]
    assert numbers(words="物业 a-1０1") == ["A-101"]
    assert numbers(words="实验室") == ["A-103"]
    assert numbers(words="unit a-103") == ["A-103"]


def test_what_is_free_and_of_the_size_stands_first() -> None:
    held = replace(SOME[0], no="A-102", status="held")
    assert [unit.no for unit in found([held, *SOME], Wish(max_area=150.0))] == ["A-101", "A-102"]
    near, far = replace(SOME[0], area=200.0), replace(SOME[0], area=900.0)
    wish = Wish(min_area=180.0, max_area=1000.0)
    assert fit(far, wish) != fit(near, wish)


@given(st.floats(0.1, 1e6), st.integers(0, 10**9), st.floats(0.1, 1e6), st.floats(0.1, 1e6))
def test_a_fit_is_between_none_and_whole(area: float, rent: int, low: float, high: float) -> None:
    unit: Unit = replace(SOME[0], area=area, rent=rent)
    wish = Wish(min_area=min(low, high), max_area=max(low, high))
    assert 0.0 <= fit(unit, wish) <= 1.0
    assert matches(unit, wish) == (min(low, high) <= area <= max(low, high))
