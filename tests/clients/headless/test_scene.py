"""Patches applied by the client: the same outcome as the server's own scene."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clients.headless.errors import ProtocolError
from clients.headless.messages import UNSET, Operation
from clients.headless.scene import Scene
from scenes.findings import SceneError
from scenes.layers import Layers
from scenes.state import SceneState
from tests.clients.headless.scripted import node, scene
from tests.scenes.samples import hall_document

NAMES = ("fox", "stand", "door", "new-1", "new-2")


def test_properties_are_set_made_on_the_way_and_unset() -> None:
    own = Scene(**scene())
    path = "/nodes/gearbox/materials/3/pbrMetallicRoughness/baseColorFactor"
    own.apply("published", [Operation("set", path, [1, 0, 0, 1])])
    assert own.nodes["gearbox"]["materials"]["3"] == {
        "pbrMetallicRoughness": {"baseColorFactor": [1, 0, 0, 1]}
    }
    own.apply("published", [Operation("unset", "/nodes/gearbox/materials/3")])
    own.apply("published", [Operation("unset", "/nodes/gearbox/nothing/there")])
    own.apply("published", [Operation("set", "/hall/capacity", 5)])
    assert own.nodes["gearbox"]["materials"] == {}
    assert own.hall["capacity"] == 5


def test_a_shared_value_stands_over_the_published_one() -> None:
    own = Scene(**scene())
    own.apply("published", [Operation("set", "/nodes/gearbox/explode", 0.1)])
    own.apply("shared", [Operation("set", "/nodes/gearbox/explode", 0.9)])
    assert own.value("gearbox", "explode") == 0.9
    own.apply("shared", [Operation("unset", "/nodes/gearbox/explode")])
    assert own.value("gearbox", "explode") == 0.1


def test_a_removed_node_takes_its_children_and_their_shared_values() -> None:
    own = Scene(**scene())
    own.apply(
        "published",
        [
            Operation("add", "/nodes/a", node("group", parent="gearbox")),
            Operation("add", "/nodes/b", node("group", parent="a")),
        ],
    )
    own.apply("shared", [Operation("set", "/nodes/b/visible", False)])
    own.apply("published", [Operation("remove", "/nodes/gearbox")])
    assert set(own.nodes) == {"seat-1", "door"}
    assert own.shared == {}


def test_a_draft_is_not_for_visitors() -> None:
    own = Scene(**scene())
    own.apply("draft", [Operation("remove", "/nodes/gearbox")])
    assert "gearbox" in own.nodes


@pytest.mark.parametrize(
    "operation",
    [
        Operation("set", "/nodes/nobody/visible", True),
        Operation("set", "/nodes/gearbox", {}),
        Operation("set", "/elsewhere/x", 1),
        Operation("unset", "nonsense"),
    ],
)
def test_a_patch_that_does_not_fit_is_an_error(operation: Operation) -> None:
    with pytest.raises(ProtocolError):
        Scene(**scene()).apply("published", [operation])


@st.composite
def operations(draw: st.DrawFn) -> dict[str, Any]:
    """An operation on a few nodes: many fit, some do not."""
    name = draw(st.sampled_from(NAMES))
    parent = st.none() | st.sampled_from(NAMES)
    match draw(st.sampled_from(("add", "remove", "move", "name", "paint", "unset", "hall"))):
        case "add":
            value = node("group", parent=draw(parent))
            return {"op": "add", "path": f"/nodes/{name}", "value": value}
        case "remove":
            return {"op": "remove", "path": f"/nodes/{name}"}
        case "move":
            return {"op": "set", "path": f"/nodes/{name}/parent", "value": draw(parent)}
        case "name":
            path = f"/nodes/{name}/name/{draw(st.sampled_from(('zh', 'en')))}"
            return {"op": "set", "path": path, "value": draw(st.text(max_size=5))}
        case "paint":
            material = f"/nodes/{name}/materials/{draw(st.integers(0, 2))}"
            path = f"{material}/pbrMetallicRoughness/roughnessFactor"
            return {"op": "set", "path": path, "value": draw(st.floats(0, 1))}
        case "unset":
            key = draw(
                st.sampled_from(
                    ("visible", "scale", "materials", "materials/1/pbrMetallicRoughness")
                )
            )
            return {"op": "unset", "path": f"/nodes/{name}/{key}"}
    return {"op": "set", "path": "/hall/capacity", "value": draw(st.integers(1, 500))}


@st.composite
def overlays(draw: st.DrawFn) -> dict[str, Any]:
    """An operation on the shared layer."""
    path = f"/nodes/{draw(st.sampled_from(NAMES))}/visible"
    if draw(st.booleans()):
        return {"op": "unset", "path": path}
    return {"op": "set", "path": path, "value": draw(st.booleans())}


steps = st.tuples(st.just("published"), operations()) | st.tuples(st.just("shared"), overlays())


@settings(max_examples=200)
@given(st.lists(steps, max_size=25))
def test_the_outcome_is_the_servers(history: list[tuple[str, dict[str, Any]]]) -> None:
    document = hall_document()
    document["nodes"] |= {name: node("group") for name in NAMES[1:3]}
    layers = Layers(SceneState.load(copy.deepcopy(document)))
    own = Scene(**copy.deepcopy(document))
    for layer, operation in history:
        try:
            if layer == "shared":
                layers.prepare_shared([operation], "visitor")
            else:
                layers.prepare([operation], layers.revision, "operator").durable = True
        except SceneError:
            continue
        for change in layers.settle():
            own.apply(change.layer, [as_sent(one) for one in change.ops])
    assert (own.nodes, own.hall) == (dict(layers.published.nodes), dict(layers.published.hall))
    assert own.shared == layers.shared


def as_sent(operation: dict[str, Any]) -> Operation:
    """An operation as it comes over the wire: a copy."""
    told = json.loads(json.dumps(operation))
    return Operation(told["op"], told["path"], told.get("value", UNSET))
