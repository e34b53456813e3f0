"""The bodies as files: what VRM 1.0 asks of them, what a stage can afford, how they are rigged."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from avatars.bodies import BODIES
from avatars.bodies.build import body, vrm
from avatars.bodies.delaunay import delaunay
from avatars.bodies.field import cast, ellipsoid, grown, limb, slope, smooth, union
from avatars.bodies.paint import png
from avatars.bodies.piece import mirrored, other_side, srgb
from avatars.bodies.writing import Body, held
from scenes.glb import read_glb
from tests import khronos

REQUIRED = (
    "hips", "spine", "head", "leftUpperLeg", "leftLowerLeg", "leftFoot", "rightUpperLeg",
    "rightLowerLeg", "rightFoot", "leftUpperArm", "leftLowerArm", "leftHand", "rightUpperArm",
    "rightLowerArm", "rightHand",
)  # fmt: skip
"""Bones without which VRM 1.0 is no humanoid."""
EXPRESSIONS = {
    "aa", "ih", "ou", "ee", "oh", "blink", "blinkLeft", "blinkRight", "happy", "relaxed",
    "lookUp", "lookDown", "lookLeft", "lookRight",
}  # fmt: skip
MOUTHS = ("aa", "ih", "ou", "ee", "oh")
COMPONENTS = {5121: "u1", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}
names = pytest.mark.parametrize("name", sorted(BODIES))


@cache
def made(name: str) -> tuple[Body, bytes]:
    """A body, and its file: each is made once for all tests."""
    one = body(name)
    from avatars.bodies.writing import write

    return one, write(one)


def document(name: str) -> dict[str, Any]:
    return read_glb(made(name)[1]).json


def rows(name: str, accessor: int) -> NDArray[Any]:
    """An accessor's values, sparse ones too."""
    glb = read_glb(made(name)[1])
    a = glb.json["accessors"][accessor]
    width, kind = WIDTHS[a["type"]], np.dtype(COMPONENTS[a["componentType"]])
    if "bufferView" not in a:
        values = np.zeros((a["count"], width), kind)
        if "sparse" in a:
            s = a["sparse"]
            at = _view(glb, s["indices"]["bufferView"]).view("<u2")[: s["count"]]
            new = _view(glb, s["values"]["bufferView"]).view(kind)[: s["count"] * width]
            values[at] = new.reshape(-1, width)
        return values
    view = glb.json["bufferViews"][a["bufferView"]]
    raw = _view(glb, a["bufferView"])
    stride = view.get("byteStride", kind.itemsize * width)
    lines = raw[: a["count"] * stride].reshape(a["count"], stride)
    return np.ascontiguousarray(lines[:, : kind.itemsize * width]).view(kind)


def _view(glb: Any, index: int) -> NDArray[np.uint8]:
    view = glb.json["bufferViews"][index]
    start = view["byteOffset"]
    return np.frombuffer(glb.bin, "u1")[start : start + view["byteLength"]]


def primitives(name: str) -> list[dict[str, Any]]:
    return [p for mesh in document(name)["meshes"] for p in mesh["primitives"]]


def positions(name: str) -> NDArray[Any]:
    return np.concatenate([rows(name, p["attributes"]["POSITION"]) for p in primitives(name)])


# --- files -------------------------------------------------------------------------------------


@pytest.mark.skipif(not khronos.available(), reason="the validator is not installed")
def test_the_validator_finds_no_fault_in_them() -> None:
    for name, report in khronos.validate({n: made(n)[1] for n in BODIES}).items():
        assert report.errors == [], name
        assert [w for w in report.warnings if "UNSUPPORTED_EXTENSION" not in w] == [], name


@names
def test_a_stage_can_afford_them(name: str) -> None:
    found = document(name)
    triangles = sum(found["accessors"][p["indices"]]["count"] // 3 for p in primitives(name))
    assert triangles <= 25_000
    assert len(made(name)[1]) <= 1_500_000
    assert len(primitives(name)) == 5
    assert len(found["materials"]) == 5


@names
def test_they_say_whose_they_are_and_what_may_be_done_with_them(name: str) -> None:
    meta = document(name)["extensions"]["VRMC_vrm"]["meta"]
    assert meta["licenseUrl"] == "https://vrm.dev/licenses/1.0/"
    assert "Apache" in meta["copyrightInformation"]
    assert meta["commercialUsage"] == "corporation"
    assert meta["authors"]


@names
def test_they_have_every_bone_and_expression(name: str) -> None:
    found = document(name)
    vrm_part = found["extensions"]["VRMC_vrm"]
    bones = vrm_part["humanoid"]["humanBones"]
    assert set(REQUIRED) <= set(bones)
    assert {"leftEye", "rightEye", "leftIndexDistal", "rightThumbMetacarpal"} <= set(bones)
    assert len({bone["node"] for bone in bones.values()}) == len(bones)
    expressions = vrm_part["expressions"]["preset"]
    assert set(expressions) >= EXPRESSIONS
    for shape in (*MOUTHS, "blink", "happy"):
        (bind,) = expressions[shape]["morphTargetBinds"]
        mesh = found["meshes"][found["nodes"][bind["node"]]["mesh"]]
        assert mesh["extras"]["targetNames"][bind["index"]] == shape


@names
def test_hair_swings_from_the_head(name: str) -> None:
    found = document(name)
    if name == "xiaoling":
        assert "VRMC_springBone" not in found["extensions"]
        return
    springs = found["extensions"]["VRMC_springBone"]["springs"]
    head = next(i for i, node in enumerate(found["nodes"]) if node["name"] == "head")
    for spring in springs:
        joints = [joint["node"] for joint in spring["joints"]]
        assert joints[0] in found["nodes"][head]["children"]
        for above, below in pairwise(joints):
            assert below in found["nodes"][above]["children"]


def test_the_same_name_gives_the_same_bytes() -> None:
    assert vrm("xiaoling") == made("xiaoling")[1]


# --- figure ------------------------------------------------------------------------------------


@names
def test_they_stand_on_the_floor_with_their_arms_out_and_face_ahead(name: str) -> None:
    points = positions(name)
    assert -0.004 <= points[:, 1].min() <= 0.012
    assert 1.6 <= points[:, 1].max() <= 1.85
    assert points[:, 0].max() - points[:, 0].min() > 1.4
    one = made(name)[0]
    place = {bone.name: np.array(bone.place) for bone in one.bones}
    assert place["leftHand"][0] > place["leftLowerArm"][0] > place["leftUpperArm"][0] > 0
    assert np.ptp([place[f"left{b}"][1] for b in ("UpperArm", "LowerArm", "Hand")]) < 1e-6
    assert place["leftEye"][2] > place["head"][2] + 0.03
    assert place["leftToes"][2] > place["leftFoot"][2]


@names
def test_they_have_the_proportions_of_a_drawn_adult(name: str) -> None:
    face = rows(name, primitives(name)[0]["attributes"]["POSITION"])
    tall = positions(name)[:, 1].max()
    chin = face[:, 1].min()
    assert 6.0 <= tall / (tall - chin) <= 7.0


@names
def test_the_two_sides_mirror_each_other(name: str) -> None:
    place = {bone.name: np.array(bone.place) for bone in made(name)[0].bones}
    for bone, at in place.items():
        assert np.allclose(
            place[other_side(bone)], at * (1 if bone == other_side(bone) else (-1, 1, 1))
        )


# --- rig ---------------------------------------------------------------------------------------


@names
def test_every_vertex_is_held_whole_and_by_bones_that_there_are(name: str) -> None:
    joints = len(document(name)["skins"][0]["joints"])
    for p in primitives(name):
        weights = rows(name, p["attributes"]["WEIGHTS_0"])
        held_by = rows(name, p["attributes"]["JOINTS_0"])
        assert np.allclose(weights.sum(axis=1), 1.0, atol=1e-5)
        assert (weights >= 0).all()
        assert held_by.max() < joints
        assert (held_by[weights == 0] == 0).all()


@names
def test_numbers_are_numbers_and_normals_have_length_one(name: str) -> None:
    for p in primitives(name):
        assert np.isfinite(rows(name, p["attributes"]["POSITION"])).all()
        normals = rows(name, p["attributes"]["NORMAL"])
        assert np.allclose((normals**2).sum(axis=1), 1.0, atol=1e-3)
        indices = rows(name, p["indices"])
        assert indices.max() < len(normals)


@names
def test_a_bind_pose_leaves_everything_where_it_is(name: str) -> None:
    found = document(name)
    inverse = rows(name, found["skins"][0]["inverseBindMatrices"]).reshape(-1, 4, 4)
    for bone in (*made(name)[0].bones, *made(name)[0].extra):
        index = next(i for i, n in enumerate(found["nodes"]) if n["name"] == bone.name)
        assert np.allclose(inverse[index][3, :3], -np.array(bone.place), atol=2e-5)


@names
def test_surfaces_face_outwards(name: str) -> None:
    """A normal and its triangle's own side agree nearly everywhere."""
    for p in primitives(name):
        points = rows(name, p["attributes"]["POSITION"]).astype("f8")
        normals = rows(name, p["attributes"]["NORMAL"]).astype("f8")
        faces = rows(name, p["indices"]).reshape(-1, 3).astype("i8")
        a, b, c = (points[faces[:, k]] for k in range(3))
        side = np.cross(b - a, c - a)
        size = np.sqrt((side**2).sum(axis=1))
        agree = (side * normals[faces].mean(axis=1)).sum(axis=1) > 0
        assert size[~agree].sum() < 0.02 * size.sum()


# --- expressions -------------------------------------------------------------------------------


def shape_of(name: str, shape: str) -> tuple[NDArray[Any], NDArray[Any]]:
    """The face at rest, and what an expression adds."""
    mesh = document(name)["meshes"][0]
    index = mesh["extras"]["targetNames"].index(shape)
    skin = mesh["primitives"][0]
    return (
        rows(name, skin["attributes"]["POSITION"]).astype("f8"),
        rows(name, skin["targets"][index]["POSITION"]).astype("f8"),
    )


@names
def test_expressions_leave_the_neck_and_the_back_of_the_head_alone(name: str) -> None:
    f = made(name)[0]
    head = next(np.array(b.place) for b in f.bones if b.name == "head")
    for shape in document(name)["meshes"][0]["extras"]["targetNames"]:
        face, moved = shape_of(name, shape)
        apart = np.abs(moved).max(axis=1)
        assert apart.max() > 0.001, shape
        assert apart.max() < 0.04, shape
        assert apart[face[:, 2] < head[2]].max() < 1e-4, shape


@names
def test_a_blink_shuts_one_eye_or_both(name: str) -> None:
    face, both = shape_of(name, "blink")
    _, left = shape_of(name, "blinkLeft")
    _, right = shape_of(name, "blinkRight")
    assert np.abs(left[face[:, 0] < -0.001]).max() < 1e-6
    assert np.abs(right[face[:, 0] > 0.001]).max() < 1e-6
    assert np.allclose(left + right, both, atol=2e-5)
    assert both[:, 1].min() < -0.01


@names
def test_mouths_open_as_their_sounds_want(name: str) -> None:
    def gape(shape: str) -> float:
        face, moved = shape_of(name, shape)
        middle = np.abs(face[:, 0]) < 0.004
        return float(np.ptp(moved[middle, 1]))

    def width(shape: str) -> float:
        face, moved = shape_of(name, shape)
        lips = np.abs(moved).max(axis=1) > 1e-4
        return float((moved[lips, 0] * np.sign(face[lips, 0])).mean())

    assert gape("aa") > gape("oh") > gape("ou")
    assert gape("aa") > gape("ee") > gape("ih")
    assert width("ee") > 0 > width("ou")


# --- tools -------------------------------------------------------------------------------------


@given(st.integers(3, 40), st.integers(0, 1000))
def test_no_point_lies_in_the_circle_of_a_triangle(count: int, seed: int) -> None:
    points = np.random.default_rng(seed).random((count, 2))
    faces = delaunay(points)
    a, b, c = (points[faces[:, k]] for k in range(3))
    area = (b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0]
    assert (area > 0).all()
    assert set(faces.ravel().tolist()) <= set(range(count))
    for p, q, r in faces:
        d = points - points[[p]]
        others = np.delete(np.arange(count), [p, q, r])
        u, v = points[q] - points[p], points[r] - points[p]
        det = 2 * (u[0] * v[1] - u[1] * v[0])
        centre = np.array([v[1] * (u @ u) - u[1] * (v @ v), u[0] * (v @ v) - v[0] * (u @ u)]) / det
        reach = np.sqrt(centre @ centre)
        far = np.sqrt(((d[others] - centre) ** 2).sum(axis=1))
        assert (far > reach * (1 - 1e-3)).all()


@given(st.floats(0.02, 0.2), st.floats(-1, 1), st.floats(-1, 1))
def test_rays_end_on_the_surface(radius: float, x: float, y: float) -> None:
    way = np.array([[x, y, 1.0]])
    way /= np.sqrt((way**2).sum())
    ball = ellipsoid((0, 0, 0), (radius, radius, radius))
    far = cast(ball, np.zeros((1, 3)), way, 0.5)
    assert far[0] == pytest.approx(radius, abs=1e-5)
    assert np.allclose(slope(ball, way * far[:, None]), way, atol=1e-3)
    assert cast(grown(ball, 0.01), np.zeros((1, 3)), way, 0.5)[0] == pytest.approx(
        radius + 0.01, abs=1e-4
    )


def test_a_ray_that_meets_nothing_ends_at_its_reach() -> None:
    bar = limb((0, 0, 0), (1, 0, 0), 0.1, 0.1)
    assert cast(bar, np.zeros((1, 3)), np.array([[1.0, 0, 0]]), 0.5)[0] == 0.5


def test_a_soft_union_holds_both_and_fills_between() -> None:
    two = [ellipsoid((s * 0.06, 0, 0), (0.05, 0.05, 0.05)) for s in (1, -1)]
    between = np.array([[0.0, 0.0, 0.0]])
    assert two[0](between)[0] > 0
    assert union(*two, soft=0.06)(between)[0] < 0
    assert union(*two, soft=0.001)(between)[0] > 0


@given(st.floats(-2, 2), st.floats(-1, 0.4), st.floats(0.5, 2))
def test_a_soft_step_stays_between_its_ends(x: float, low: float, high: float) -> None:
    value = float(smooth(np.array([x]), low, high)[0])
    assert 0 <= value <= 1
    assert value == pytest.approx(1 - float(smooth(np.array([x]), high, low)[0]))


def test_mirroring_twice_changes_nothing() -> None:
    piece = made("xiaoling")[0].meshes["Face"][1].piece
    again = mirrored(mirrored(piece))
    assert np.array_equal(again.positions, piece.positions)
    assert np.array_equal(again.faces, piece.faces)
    assert set(again.weights) == set(piece.weights)


def test_a_vertex_with_many_bones_keeps_the_four_strongest() -> None:
    piece = made("xiaojing")[0].meshes["Body"][1].piece
    index = {bone: i for i, bone in enumerate(sorted(piece.weights))}
    joints, weights = held(piece, index)
    assert joints.shape == weights.shape == (len(piece.positions), 4)
    assert (np.diff(weights, axis=1) <= 1e-6).all()


def test_colours_are_linear_light() -> None:
    assert srgb("#ffffff") == (1.0, 1.0, 1.0)
    assert srgb("#808080")[0] == pytest.approx(0.2159, abs=1e-4)


def test_a_picture_is_a_png() -> None:
    from io import BytesIO

    from PIL import Image

    pixels = np.arange(4 * 6 * 3, dtype="u1").reshape(4, 6, 3)
    with Image.open(BytesIO(png(pixels))) as image:
        assert np.array_equal(np.asarray(image), pixels)
