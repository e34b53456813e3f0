"""A budget is never spent twice on one asset, and overdrawn only where that is meant."""

from __future__ import annotations

from scenes.budget import Budget, Need


def _level(asset: str, size: int) -> dict[str, object]:
    return {"asset": asset, "bytes": size}


def test_what_is_taken_may_overdraw_once() -> None:
    budget = Budget(100)
    for name, size in (("a", 60), ("b", 60), ("c", 1)):
        budget.take(name, 0, _level(name, size))
    assert budget.list == [Need("a", 0, "a", 60), Need("b", 0, "b", 60)]


def test_what_must_fit_is_refused_when_it_does_not() -> None:
    budget = Budget(100)
    assert budget.take_if_it_fits("a", 0, _level("a", 60))
    assert not budget.take_if_it_fits("b", 0, _level("b", 60))
    assert budget.take_if_it_fits("c", 0, _level("c", 40))
    assert [need.node for need in budget.list] == ["a", "c"]


def test_a_known_asset_is_free_and_listed_once() -> None:
    budget = Budget(60)
    budget.take("a", 0, _level("tree", 60))
    assert budget.take_if_it_fits("b", 0, _level("tree", 60))
    assert budget.list == [Need("a", 0, "tree", 60)]
