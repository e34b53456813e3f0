"""What is drawn and where: copies, skins, boxes and triangles."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.author import Instances, Material, Model, Node, Surface, about, build_glb
from scenes.demo.shapes import box
from scenes.glb import Glb, GlbError, read_glb
from scenes.summary.placed import MOST_INSTANCES, box_of, placed, triangles_of

GREY = Material("grey", (0.5, 0.5, 0.5))


def crates(*places: tuple[float, float, float], turn: float = 0.0) -> Glb:
    """Crates of 1 × 2 × 3 metres at these places."""
    surface = (Surface(box(1, 2, 3), GREY),)
    node = Node("crate", surface, instances=Instances(np.array(places, float)),
                rotation=about((0, 1, 0), turn))  # fmt: skip
    return read_glb(build_glb(Model("crates", (node,))))


def test_every_copy_has_its_place() -> None:
    (item,) = placed(crates((0, 0, 0), (5, 0, 0), (0, 7, 0)))
    assert len(item.matrices) == 3
    low, high = box_of(crates((0, 0, 0), (5, 0, 0), (0, 7, 0)), item)
    assert (high - low).round(2).tolist() == [6, 9, 3]


@given(st.floats(-3.1, 3.1))
def test_the_box_round_a_turned_thing_holds_it(turn: float) -> None:
    glb = crates((2, 0, 1), turn=turn)
    (item,) = placed(glb)
    low, high = box_of(glb, item)
    size = high - low
    assert size[1] == pytest.approx(2, abs=0.01)
    reach = np.abs(np.cos(turn)) * 1 + np.abs(np.sin(turn)) * 3
    assert size[0] == pytest.approx(reach, abs=0.05)


@pytest.mark.parametrize(
    ("mode", "corners", "triangles"),
    [(4, 36, 12), (5, 10, 8), (6, 10, 8), (0, 36, 0), (1, 36, 0), (3, 36, 0), (4, 2, 0), (5, 1, 0)],
    ids=["list", "strip", "fan", "points", "lines", "line strip", "too few", "a strip of one"],
)
def test_triangles_are_counted_by_how_they_are_told(
    mode: int, corners: int, triangles: int
) -> None:
    glb = Glb({"accessors": [{"count": corners}]}, b"")
    assert triangles_of(glb, {"mode": mode, "indices": 0}) == triangles
    assert triangles_of(glb, {"mode": mode, "attributes": {"POSITION": 0}}) == triangles


def skinned(skin: dict[str, Any]) -> Glb:
    primitive = {"attributes": {"POSITION": 0}}
    nodes = [
        {"mesh": 0, "skin": 0, "translation": [99, 0, 0]},
        {"translation": [3, 0, 0]},
    ]
    json = {
        "nodes": nodes, "meshes": [{"primitives": [primitive]}], "skins": [skin],
        "accessors": [{"componentType": 5126, "min": [0, 0, 0], "max": [1, 1, 1], "count": 3}],
    }  # fmt: skip
    return Glb(json, b"")


@pytest.mark.parametrize(
    ("skin", "x"), [({"joints": [1]}, 3.0), ({"joints": []}, 0.0), ({"joints": "1"}, 0.0)]
)
def test_a_skinned_thing_stands_at_its_first_joint_not_at_its_node(
    skin: dict[str, Any], x: float
) -> None:
    (item,) = placed(skinned(skin))
    assert item.matrices[0][0, 3] == x


def test_a_node_of_more_copies_than_anybody_needs_is_refused() -> None:
    rows = MOST_INSTANCES + 1
    data = np.zeros((rows, 3), "<f4").tobytes()
    json = {
        "nodes": [{"mesh": 0, "extensions": {"EXT_mesh_gpu_instancing": {
            "attributes": {"TRANSLATION": 0}}}}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}],
        "accessors": [{"bufferView": 0, "componentType": 5126, "type": "VEC3", "count": rows}],
        "bufferViews": [{"buffer": 0, "byteLength": len(data)}],
        "buffers": [{"byteLength": len(data)}],
    }  # fmt: skip
    with pytest.raises(GlbError) as refused:
        list(placed(Glb(json, data)))
    assert refused.value.code == "gltf.instances"


def test_a_mesh_without_primitives_draws_nothing() -> None:
    assert list(placed(Glb({"nodes": [{"mesh": 0}], "meshes": [{}]}, b""))) == []
    assert list(placed(Glb({"nodes": [{}]}, b""))) == []
    assert list(placed(Glb({}, b""))) == []
