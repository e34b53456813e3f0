"""Patches applied by the client: the same outcome as the server's own scene."""

from __future__ import annotations

import pytest

from clients.headless.errors import ProtocolError
from clients.headless.messages import Operation
from clients.headless.scene import Scene
from tests.clients.headless.scripted import node, scene

NAMES = ("gearbox", "seat-1", "door", "new-1", "new-2")


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
