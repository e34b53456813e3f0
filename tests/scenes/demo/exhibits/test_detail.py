"""The coarse level has fewer segments, no bevels, no small things."""

from __future__ import annotations

from scenes.demo.exhibits.detail import Detail


def test_close_by_everything_is_made() -> None:
    fine = Detail(0)
    assert (fine.round(48), fine.edge(0.01), fine.some([1, 2])) == (48, 0.01, [1, 2])


def test_from_afar_shapes_are_plain() -> None:
    coarse = Detail(1)
    assert (coarse.round(48), coarse.round(8), coarse.edge(0.01), coarse.some([1])) == (
        18,
        6,
        0,
        [],
    )
