"""What a hall is told so that it shows another revision."""

from __future__ import annotations

from typing import Any

from scenes.layers import Layers
from scenes.state import SceneState
from server.run.exhibits.swap import outdated, relabel, retitle, standing, swap
from tests.scenes.samples import both, hall_document, model

OTHER = {**model(), "variants": ["red"], "clips": [], "bounds": {"min": [0] * 3, "max": [1] * 3}}


def hall(**changes: Any) -> SceneState:
    """The sample hall, whose fox is an exhibit of ours."""
    document = hall_document()
    document["nodes"]["fox"] |= {"exhibit": {"id": "fox", "revision": 1, "fit": "true"}, **changes}
    return SceneState.load(document)


def paths(ops: Any) -> list[str]:
    return [f"{op['op']} {op['path'].removeprefix('/nodes/')}" for op in ops]


def test_a_model_and_its_number_come_together() -> None:
    state = hall(exhibit={"id": "fox", "revision": 1})
    ops = swap(state.nodes, "fox", 2, OTHER)
    assert paths(ops) == ["set fox/model", "set fox/exhibit"]
    after = state.apply(ops).state
    assert after.nodes["fox"]["exhibit"] == {"id": "fox", "revision": 2}
    assert swap(after.nodes, "fox", 2, OTHER) == []


def test_what_was_placed_by_us_is_seated_anew() -> None:
    state = hall()
    after = state.apply(swap(state.nodes, "fox", 2, OTHER)).state
    # The foot of the old box stood at the node; that of the new one is half a metre beside it.
    assert after.nodes["fox"]["translation"] == [-0.5, 0.9, -0.5]


def test_published_looks_that_the_new_model_lacks_go() -> None:
    animation = {"clip": "run", "playing": True}
    state = hall(variant="blue", animation=animation, explode=0.5)
    ops = swap(state.nodes, "fox", 2, OTHER)
    assert {"unset fox/variant", "unset fox/animation"} <= set(paths(ops))
    kept = hall(variant="red").nodes
    assert "unset fox/variant" not in paths(swap(kept, "fox", 2, OTHER))


def test_shared_values_on_their_way_count_too() -> None:
    layers = Layers(hall())
    change = {"op": "set", "path": "/nodes/fox/variant", "value": "blue"}
    parts = {"op": "set", "path": "/nodes/fox/explode", "value": 1.0}
    layers.prepare_shared([change, parts], "visitor")
    ops = swap(layers.head.nodes, "fox", 2, OTHER)
    layers.prepare(ops, 0, "operator")
    assert outdated(layers, ops) == [{"op": "unset", "path": "/nodes/fox/variant"}]
    undone = {"op": "unset", "path": "/nodes/fox/variant"}
    layers.prepare_shared([undone], "visitor")
    assert outdated(layers, ops) == []


def test_materials_by_number_belong_to_the_old_model() -> None:
    layers = Layers(hall())
    layers.shared["/nodes/fox/materials"] = {"0": {"emissiveFactor": [1, 0, 0]}}
    ops = swap(layers.head.nodes, "fox", 2, OTHER)
    layers.prepare(ops, 0, "operator")
    assert paths(outdated(layers, ops)) == ["unset fox/materials"]
    assert outdated(layers, []) == []


def test_cards_and_titles_follow() -> None:
    state = hall()
    card = {"title": both("wolf"), "licence": "CC0-1.0"}
    after = state.apply(relabel(state.nodes, "fox", card)).state
    assert (after.nodes["fox"]["card"], after.nodes["fox"]["name"]) == (card, both("wolf"))
    assert relabel(after.nodes, "fox", card) == []
    again = after.apply(retitle(after.nodes, "fox", both("bear"))).state
    assert again.nodes["fox"]["card"] == {"title": both("bear"), "licence": "CC0-1.0"}
    assert retitle(again.nodes, "fox", both("bear")) == []


def test_only_nodes_of_the_exhibit_follow() -> None:
    assert standing(hall().nodes, "fox") == ["fox"]
    assert standing(hall().nodes, "wolf") == []
    assert standing(SceneState.load(hall_document()).nodes, "fox") == []
