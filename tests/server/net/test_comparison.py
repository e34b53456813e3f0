"""Edits and differences as the API tells them."""

from __future__ import annotations

from scenes.operations import Operation
from scenes.state import SceneState
from server.net.comparison import MOST_CHANGES, MOST_TOUCHED, comparison, touched
from tests.scenes.samples import both, hall_document

STATE = SceneState.load(hall_document())
LIGHT = {
    "kind": "light",
    "name": both("Lamp"),
    "light": {"type": "point", "color": [1, 1, 1], "intensity": 1},
}


def test_many_changes_are_counted_and_the_first_listed() -> None:
    ops = [{"op": "add", "path": f"/nodes/l{i}", "value": LIGHT} for i in range(MOST_CHANGES + 3)]
    told = comparison(STATE, STATE.apply(ops).state)
    assert told["counts"] == {"added": MOST_CHANGES + 3, "removed": 0, "changed": 0}
    assert (len(told["changes"]), told["more"]) == (MOST_CHANGES, True)


def test_an_edit_tells_the_nodes_that_it_was_about() -> None:
    ops: list[Operation] = [
        {"op": "set", "path": "/nodes/fox/card/title/zh", "value": "x"},
        {"op": "unset", "path": "/nodes/fox/explode"},
        {"op": "set", "path": "/hall/capacity", "value": 3},
        {"op": "remove", "path": "/nodes/lamp"},
        {"op": "set", "path": "nowhere", "value": 1},
    ]
    inverse = [{"op": "add", "path": "/nodes/lamp", "value": LIGHT}]
    count, (fox, hall, lamp) = touched(ops, inverse, STATE.nodes)
    assert count == 3
    assert (fox["how"], fox["kind"]) == ("changed", "exhibit")
    assert fox["keys"] == ["card/title/zh", "explode"]
    assert (hall["node"], hall["keys"]) == ("", ["capacity"])
    assert (lamp["how"], lamp["name"]) == ("removed", both("Lamp"))


def test_what_is_taken_away_and_made_again_has_changed() -> None:
    ops: list[Operation] = [
        {"op": "remove", "path": "/nodes/l"},
        {"op": "add", "path": "/nodes/l", "value": LIGHT},
    ]
    assert touched(ops, [], {})[1][0]["how"] == "changed"


def test_of_a_large_edit_the_first_nodes_are_told() -> None:
    ops = [{"op": "add", "path": f"/nodes/l{i}", "value": LIGHT} for i in range(40)]
    count, first = touched(ops, [], {})
    assert (count, len(first)) == (40, MOST_TOUCHED)
