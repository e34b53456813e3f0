"""The box that a group of nodes fills."""

from __future__ import annotations

import numpy as np

from scenes.exhibits.groups import groups
from tests.scenes.exhibits.cubes import CUBE, Json, boxes
from tests.scenes.exhibits.derive.models import glb_of
from tests.scenes.exhibits.numbers import Built


def test_instances_count_for_a_group_s_box() -> None:
    built = Built()
    primitive = {"attributes": {"POSITION": built.accessor(CUBE, limits=True)}, "mode": 0}
    places = built.accessor(np.array([[0, 0, 0], [9, 0, 0]], "<f4"))
    copies = {"EXT_mesh_gpu_instancing": {"attributes": {"TRANSLATION": places}}}
    built.json |= {
        "nodes": [{"mesh": 0, "extensions": copies}, {"mesh": 0, "translation": [0, 5, 0]}],
        "meshes": [{"primitives": [primitive]}],
    }
    assert groups(glb_of(built))[0].box.high.tolist() == [10, 1, 1]


def test_a_group_s_box_is_round_everything_below_it() -> None:
    inner = {"mesh": 0, "translation": [5, 0, 0], "scale": [2, 2, 2]}
    nodes: list[Json] = [{"children": [2], "translation": [0, 1, 0]}, {"mesh": 0}, inner]
    first, second = groups(boxes(nodes, [0, 1]))
    assert (first.box.low.tolist(), first.box.high.tolist()) == ([5, 1, 0], [7, 3, 2])
    assert second.box.high.tolist() == [1, 1, 1]


def test_what_has_no_geometry_is_no_group() -> None:
    assert groups(boxes([{"mesh": 0}, {"name": "lamp"}], [0, 1])) == []
