"""Differences between states (random ones are tried in ``test_state.py``)."""

from __future__ import annotations

from scenes.diff import diff
from scenes.state import SceneState
from tests.scenes.samples import hall_document


def test_equal_states_have_no_difference() -> None:
    state = SceneState.load(hall_document())
    assert diff(state, SceneState.load(hall_document())) == []


def test_only_what_changed_is_named() -> None:
    before = SceneState.load(hall_document())
    after = before.apply([{"op": "set", "path": "/nodes/fox/translation", "value": [1, 2, 3]}])
    assert diff(before, after.state) == [
        {"op": "set", "path": "/nodes/fox/translation", "value": [1, 2, 3]}
    ]


def test_parents_and_children_that_swap_places_find_their_way() -> None:
    def chain(first: str, second: str) -> SceneState:
        document = hall_document()
        group = {"kind": "group", "name": {"zh": "组", "en": "group"}}
        document["nodes"] |= {
            first: {**group, "parent": None},
            second: {**group, "parent": first},
        }
        return SceneState.load(document)

    one, other = chain("a", "b"), chain("b", "a")
    assert one.apply(diff(one, other)).state.document() == other.document()


def test_a_node_that_became_another_kind_is_made_anew() -> None:
    before = SceneState.load(hall_document())
    document = hall_document()
    document["nodes"]["seat-1"] = {"kind": "group", "name": {"zh": "组", "en": "group"}}
    after = SceneState.load(document)
    assert [op["op"] for op in diff(before, after)] == ["remove", "add"]
    assert before.apply(diff(before, after)).state.document() == after.document()


def test_an_exhibit_may_take_the_place_of_one_that_moves_on() -> None:
    before = SceneState.load(hall_document())
    document = hall_document()
    document["nodes"]["newcomer"] = dict(document["nodes"]["fox"])
    document["nodes"]["fox"] = {**document["nodes"]["fox"], "parent": "plinth-2"}
    after = SceneState.load(document)
    assert before.apply(diff(before, after)).state.document() == after.document()
