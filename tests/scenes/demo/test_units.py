"""Space to let in the demo park."""

from __future__ import annotations

from typing import Any

from scenes.space import USES
from tests.scenes.park import demo_park


def units() -> dict[str, dict[str, Any]]:
    return {
        f"{hall}/{id}": node
        for hall, document in demo_park().halls.items()
        for id, node in document["nodes"].items()
        if node["kind"] == "unit"
    }


def test_there_is_space_of_every_sort_in_several_places() -> None:
    every = units()
    assert len(every) >= 16
    assert {node["unit"]["use"] for node in every.values()} == set(USES)
    assert {id.partition("/")[0] for id in every} == {"grounds", "street", "service"}


def test_numbers_are_given_once_and_what_is_said_is_believable() -> None:
    every = [node["unit"] for node in units().values()]
    assert len({unit["no"] for unit in every}) == len(every)
    for unit in every:
        wide, _, deep = unit["size"]
        assert unit["area"] <= wide * deep * 2.2, "no more floor than its storeys hold"
        assert 1 <= unit["floor_load"] <= 40
        assert unit["height"] > 2.4
        assert unit["rent"] >= 1000
        assert "2026-11-01" < unit["from"] < "2028"


def test_units_are_free_until_somebody_holds_them() -> None:
    assert all("status" not in node and "held_until" not in node for node in units().values())
