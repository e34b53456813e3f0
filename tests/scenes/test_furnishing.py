"""How far things in a booth reach, and what they weigh."""

from __future__ import annotations

from typing import Any

import pytest

from scenes.furnishing import Burden, below, burden, own_box, reach
from tests.scenes.samples import both, model

NODES: dict[str, Any] = {
    "booth": {"kind": "booth", "translation": [50, 0, 50], "scale": [9, 9, 9]},
    "group": {
        "kind": "group",
        "parent": "booth",
        "translation": [1, 0, 0],
        "rotation": [0, 0.7071068, 0, 0.7071068],
        "scale": [2, 2, 2],
    },
    "fox": {"kind": "exhibit", "parent": "group", "translation": [0, 0, 1], "model": model()},
    "other": {"kind": "text", "text": {**both("x"), "size": 1}},
}


def test_below_is_all_that_hangs_there_and_nothing_else() -> None:
    assert below(NODES, "booth") == ["group", "fox"]
    assert below(NODES, "fox") == []


def test_a_box_is_carried_through_every_parent_up_to_the_booth() -> None:
    box = reach(NODES, "fox", "booth")
    assert box is not None
    # Two metres to a side, doubled; turned by a quarter, its way along z goes along x.
    assert box.low == pytest.approx((1.0, 0.0, -2.0), abs=1e-5)
    assert box.high == pytest.approx((5.0, 4.0, 2.0), abs=1e-5)
    assert reach(NODES, "group", "booth") is None


def test_words_are_as_wide_as_their_longest_line() -> None:
    box = own_box({"kind": "text", "text": {"zh": "四个大字\n两行", "en": "en", "size": 0.5}})
    assert box is not None
    assert (box.high[0], box.high[1]) == (1.0, 0.75)
    narrow = own_box({"kind": "text", "text": {**both("很长很长的字"), "size": 1, "width": 2}})
    assert narrow is not None and narrow.high[0] == 1


@pytest.mark.parametrize(
    ("node", "high"),
    [
        ({"kind": "board", "board": {"width": 2, "height": 1}}, (1.0, 0.5, 0.02)),
        ({"kind": "board"}, (0.8, 0.45, 0.02)),
        ({"kind": "plinth", "plinth": {"radius": 0.5, "height": 0.9}}, (0.5, 0.9, 0.5)),
        ({"kind": "light"}, (0.0, 0.0, 0.0)),
    ],
)
def test_the_box_of_each_kind(node: Any, high: Any) -> None:
    box = own_box(node)
    assert box is not None and box.high == high


def test_what_stands_there_weighs_what_its_finest_levels_weigh() -> None:
    page = {"asset": "a" * 64, "width": 30, "height": 10}
    board = {"kind": "board", "board": {"width": 1, "height": 1, "media": {"pages": [page, page]}}}
    nodes = {**NODES, "board": board}
    assert burden(nodes, ["group", "fox"]) == Burden(2, 900, 4000)
    assert burden(nodes, ["fox", "fox", "board"]) == Burden(3, 1800, 8000 + 1600)
