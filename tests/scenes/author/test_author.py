"""Authored GLBs: valid by the Khronos validator, true to the model, the same bytes every time."""

from __future__ import annotations

import json
from math import pi
from typing import Any

import numpy as np
import pytest

from scenes.author import (
    Channel,
    Clip,
    Instances,
    Material,
    Model,
    Node,
    Part,
    Surface,
    about,
    build_glb,
)
from scenes.demo.shapes import Mesh, box, cylinder, sphere
from scenes.glb import read_glb
from tests.khronos import available, validate

STEEL = Material("steel", metallic=1.0, roughness=0.3)
RED = Material("red", (0.6, 0.05, 0.05), clearcoat=1.0)
BLUE = Material("blue", (0.05, 0.05, 0.6))
GLASS = Material("glass", alpha=0.4, double_sided=True)
LAMP = Material("lamp", emissive=(1, 1, 0.5), emissive_strength=4)


def _rich() -> Model:
    body = (Surface(box(1, 2, 3, 0.1).painted((1, 0.5, 0)), RED, {"red": RED, "blue": BLUE}),)
    wheel = (Surface(cylinder(0.5, 0.2, 24), STEEL), Surface(sphere(0.1), LAMP))
    spin = np.array([about((0, 1, 0), a) for a in (0, pi / 2, pi)])
    places = np.array([[0, 0, 0], [2, 0, 0], [4, 1, 0.0]])
    return Model(
        "rich",
        (
            Node(
                "body",
                body,
                translation=(0, 1, 0),
                rotation=about((1, 0, 0), 0.5),
                children=(Node("wheel", wheel, part=Part({"zh": "轮", "en": "Wheel"}, (0, 1, 0))),),
            ),
            Node("twin", wheel, translation=(5, 0, 0)),
            Node("row", (Surface(box(0.5, 1, 0.5), GLASS),), instances=Instances(places)),
        ),
        clips=(
            Clip("spin", (Channel("wheel", "rotation", np.array([0, 1, 2.0]), spin),)),
            Clip("move", (Channel("twin", "translation", np.array([0, 1.0]), places[:2]),)),
        ),
        variants={"red": {"zh": "红", "en": "Red"}, "blue": {"zh": "蓝", "en": "Blue"}},
    )


def _decoded(data: bytes, accessor: int) -> np.ndarray[Any, np.dtype[np.float64]]:
    glb = read_glb(data)
    a = glb.json["accessors"][accessor]
    view = glb.json["bufferViews"][a["bufferView"]]
    kind = {5120: "i1", 5121: "u1", 5122: "<i2", 5123: "<u2", 5126: "<f4"}[a["componentType"]]
    width = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4}[a["type"]]
    size = np.dtype(kind).itemsize
    stride = view.get("byteStride", size * width)
    start = view["byteOffset"] + a["byteOffset"]
    raw = np.frombuffer(glb.bin, "u1")[start:]
    rows = np.stack([raw[i * stride : i * stride + size * width] for i in range(a["count"])])
    values = rows.copy().view(kind).astype("f8")
    return values / np.iinfo(kind).max if a.get("normalized") else values


@pytest.mark.skipif(not available(), reason="the validator is not installed")
def test_the_validator_finds_nothing() -> None:
    report = validate({"rich": build_glb(_rich())})["rich"]
    assert report.errors == []
    assert report.warnings == []


def test_equal_models_give_equal_bytes() -> None:
    assert build_glb(_rich()) == build_glb(_rich())


def test_positions_come_back_within_a_step() -> None:
    mesh = sphere(0.7).moved(3, 0, 1)
    data = build_glb(Model("ball", (Node("ball", (Surface(mesh, STEEL),)),)))
    node = read_glb(data).json["nodes"][0]
    stored = _decoded(data, 0) * node["scale"][0] + node["translation"]
    distance = np.linalg.norm(stored[:, None] - mesh.positions[None], axis=2).min(axis=1)
    assert distance.max() < 0.7 / 32767
    assert len(stored) == len(mesh.positions)


def test_instances_stand_where_they_were_put() -> None:
    places = np.array([[1, 2, 3], [4, 5, 6.0]])
    turns = np.array([about((0, 1, 0), pi), about((0, 1, 0), pi / 2)])
    trees = Instances(places, turns, np.array([[2, 2, 2], [1, 1, 1.0]]))
    mesh = box(1, 1, 1).moved(x=10)
    data = build_glb(Model("trees", (Node("t", (Surface(mesh, STEEL),), instances=trees),)))
    found = read_glb(data).json["nodes"][0]["extensions"]["EXT_mesh_gpu_instancing"]["attributes"]
    assert _decoded(data, found["TRANSLATION"])[0] == pytest.approx([1 - 20, 2, 3], abs=1e-4)
    assert _decoded(data, found["TRANSLATION"])[1] == pytest.approx([4, 5, 6 - 10], abs=1e-3)
    assert _decoded(data, found["SCALE"])[0] == pytest.approx([1, 1, 1], rel=1e-4)


def test_moving_nodes_keep_their_own_transform() -> None:
    nodes = read_glb(build_glb(_rich())).json["nodes"]
    twin = next(node for node in nodes if node.get("name") == "twin")
    assert "scale" not in twin and "mesh" not in twin
    assert "mesh" in nodes[twin["children"][0]]


def test_nodes_with_the_same_surfaces_share_a_mesh() -> None:
    assert len(read_glb(build_glb(_rich())).json["meshes"]) == 3


def test_parts_and_titles_are_in_extras() -> None:
    text = json.dumps(read_glb(build_glb(_rich())).json, ensure_ascii=False)
    assert '"part": {"explode": [0, 1, 0], "name": {"en": "Wheel", "zh": "轮"}}' in text
    assert '"title": {"en": "Blue", "zh": "蓝"}' in text


def test_colours_and_small_indices_take_little_room() -> None:
    json_ = read_glb(build_glb(_rich())).json
    kinds = {view.get("byteStride") for view in json_["bufferViews"]}
    assert kinds == {None, 4, 8}
    assert {a["componentType"] for a in json_["accessors"]} <= {5120, 5121, 5122, 5123, 5126}


def _sheet() -> Mesh:
    """A square that faces up, the image's upper left corner at -X -Z."""
    corners = np.array([(0, 0), (0, 1), (1, 1), (1, 0)], "f4")
    points = np.stack([corners[:, 0], np.zeros(4, "f4"), corners[:, 1]], axis=1)
    up = np.tile(np.array([0, 1, 0], "f4"), (4, 1))
    return Mesh(points, up, np.array([0, 1, 2, 0, 2, 3], "u4"), None, corners)


def test_a_textured_plane_keeps_its_coordinates() -> None:
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
        "0000000c4944415408d763f8ffff3f0005fe02fea735818b0000000049454e44ae426082"
    )
    wall = Material("wall", image=png)
    data = build_glb(Model("wall", (Node("wall", (Surface(_sheet(), wall),)),)))
    primitive = read_glb(data).json["meshes"][0]["primitives"][0]
    uvs = _decoded(data, primitive["attributes"]["TEXCOORD_0"])
    assert sorted(map(tuple, uvs)) == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_two_nodes_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two nodes"):
        build_glb(Model("twice", (Node("a"), Node("a"))))


def test_a_mesh_of_many_vertices_gets_long_indices() -> None:
    random = np.random.Generator(np.random.PCG64(1))
    points = random.random((66_000, 3)).astype("f4")
    up = np.tile(np.array([0, 1, 0], "f4"), (66_000, 1))
    cloud = Mesh(points, up, np.arange(66_000, dtype="u4"))
    data = build_glb(Model("cloud", (Node("c", (Surface(cloud, STEEL),)),)))
    assert 5125 in {a["componentType"] for a in read_glb(data).json["accessors"]}
