"""Places and sizes that nothing can be computed with."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from scenes.exhibits.check.data import check_data
from scenes.exhibits.policy import Policy
from tests.scenes.exhibits.numbers import Built

Json = dict[str, Any]
TURNED = [0, 0, -1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1]


def pointers(nodes: list[Json], size: float = 1.0) -> list[str]:
    """Where a triangle of this size, shown by the last node, is too large."""
    built = Built()
    corners = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0]], "<f4") * np.float32(size)
    position = built.accessor(corners, limits=True)
    built.json["meshes"] = [{"primitives": [{"attributes": {"POSITION": position}}]}]
    built.json["nodes"] = [*nodes[:-1], {**nodes[-1], "mesh": 0}]
    found = check_data(built.document(), Policy())
    assert {each.code for each in found} <= {"EXTENT_TOO_LARGE"}
    return [each.pointer for each in found]


def nested(count: int, **each: Any) -> list[Json]:
    return [{**each, "children": [i + 1]} for i in range(count - 1)] + [each]


@pytest.mark.parametrize(
    ("nodes", "pointer"),
    [
        ([{"translation": [1e308, 0, 0]}], "/nodes/0"),
        ([{"scale": [1, 1, -1e16]}], "/nodes/0"),
        ([{"matrix": [*TURNED[:12], 1e16, 0, 0, 1]}], "/nodes/0"),
        (nested(12, scale=[1e30] * 3), "/nodes/0"),
        (nested(12, scale=[1e2] * 3), "/nodes/7"),
        (nested(3, scale=[1e300] * 3), "/nodes/0"),
    ],
)
def test_a_node_that_is_nowhere_is_named(nodes: list[Json], pointer: str) -> None:
    assert pointers(nodes) == [pointer]


def test_turns_do_not_add_up_and_scales_undo_each_other() -> None:
    assert pointers(nested(200, matrix=TURNED)) == []
    pairs = [{"scale": [1e4] * 3}, {"scale": [1e-4] * 3}] * 30
    assert pointers([{**each, "children": [i + 1]} for i, each in enumerate(pairs)] + [{}]) == []


def test_far_away_is_no_fault_and_nowhere_is() -> None:
    assert pointers([{"translation": [1e9, 0, 1e9], "scale": [1e3] * 3}]) == []
    assert pointers([{}], size=3e38) == ["/meshes/0/primitives/0/attributes/POSITION"]


def test_instances_and_bind_matrices_are_looked_at() -> None:
    built = Built()
    rows = built.accessor(np.array([[0, 0, 3e38]], "<f4"))
    binds = built.accessor(np.eye(4, dtype="<f4").reshape(1, 16) * np.float32(1e30))
    places = {"EXT_mesh_gpu_instancing": {"attributes": {"TRANSLATION": rows}}}
    built.json["nodes"] = [{"extensions": places}]
    built.json["skins"] = [{"joints": [0], "inverseBindMatrices": binds}]
    found = [each.pointer for each in check_data(built.document(), Policy())]
    assert "/skins/0/inverseBindMatrices" in found
    assert "/nodes/0/extensions/EXT_mesh_gpu_instancing/attributes/TRANSLATION" in found
