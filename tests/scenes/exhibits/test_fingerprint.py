"""Whatever a level could lose is noticed: each test takes one thing away."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from scenes.exhibits.derive import derive
from scenes.exhibits.fingerprint import fingerprint, level_losses, losses
from scenes.exhibits.policy import Policy
from scenes.exhibits.read import raw
from scenes.exhibits.words.derive import WORDS
from scenes.glb import Glb, read_glb, write_glb
from tests.scenes.exhibits.derive.models import glb_of, picture, rich

Json = dict[str, Any]
BUILT = rich(20)
WHOLE = glb_of(BUILT)
OF = fingerprint(WHOLE)
POLICY = replace(Policy(), texture_sides=(64, 32, 16, 8))


def codes_after(change: Callable[[Json], object]) -> set[str]:
    """What is found lost after a change of the document's JSON."""
    text = copy.deepcopy(WHOLE.json)
    change(text)
    return {finding.code for finding in losses(OF, fingerprint(Glb(text, WHOLE.bin)))}


def values_after(path: str, change: Callable[[Any], object], level: int = 0) -> set[str]:
    """What is found lost after a change of the numbers that a pointer leads to."""
    at: Any = WHOLE.json
    for step in path.split("/"):
        at = at[int(step)] if isinstance(at, list) else at[step]
    data = bytearray(WHOLE.bin)
    change(writable(WHOLE.json, at, data))
    changed = Glb(WHOLE.json, bytes(data))
    return {finding.code for finding in losses(OF, fingerprint(changed), level)}


def writable(text: Json, accessor: int, data: bytearray) -> Any:
    """The numbers of an accessor, to be changed where they lie."""
    place: Any = memoryview(data)
    return raw(Glb(text, place), accessor)


def put(path: str, value: object) -> Callable[[Json], object]:
    """A change that sets what a pointer leads to."""

    def change(text: Json) -> None:
        *steps, last = path.split("/")
        at: Any = text
        for step in steps:
            at = at[int(step)] if isinstance(at, list) else at[step]
        at[int(last) if isinstance(at, list) else last] = value

    return change


def drop(path: str) -> Callable[[Json], object]:
    """A change that takes away what a pointer leads to."""

    def change(text: Json) -> None:
        *steps, last = path.split("/")
        at: Any = text
        for step in steps:
            at = at[int(step)] if isinstance(at, list) else at[step]
        del at[int(last) if isinstance(at, list) else last]

    return change


def test_a_document_has_lost_nothing_of_itself() -> None:
    assert losses(OF, fingerprint(WHOLE)) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (drop("animations/0"), "LOST_ANIMATION"),
        (put("animations/0/name", "walk"), "LOST_ANIMATION"),
        (drop("animations/0/channels/2"), "LOST_ANIMATION"),
        (put("animations/0/channels/0/target/path", "scale"), "LOST_ANIMATION"),
        (put("animations/0/channels/0/target/node", 2), "LOST_ANIMATION"),
        (put("animations/0/samplers/3/interpolation", "LINEAR"), "LOST_ANIMATION"),
        (drop("animations/0/samplers/2/extras"), "LOST_EXTRAS"),
        (put("skins/0/joints", [2, 1]), "LOST_SKIN"),
        (drop("skins/0/inverseBindMatrices"), "LOST_SKIN"),
        (put("skins/0/name", "other"), "LOST_SKIN"),
        (drop("nodes/0/skin"), "LOST_NODE"),
        (put("nodes/1/name", "hop"), "LOST_NODE"),
        (drop("nodes/1/children"), "LOST_NODE"),
        (put("nodes/2/translation", [0.6, 0, 0]), "LOST_NODE"),
        (drop("nodes/3/camera"), "LOST_NODE"),
        (drop("nodes/3/extras"), "LOST_EXTRAS"),
        (drop("nodes/4/extensions"), "LOST_EXTENSION"),
        (drop("nodes/5/extensions"), "LOST_EXTENSION"),
        (drop("nodes/5/extensions/EXT_mesh_gpu_instancing/attributes/_ID"), "LOST_INSTANCES"),
        (put("scenes/1/nodes", [0, 1, 3, 4, 5]), "LOST_SCENE"),
        (put("scene", 0), "LOST_WORDS"),
        (put("cameras/0/perspective/yfov", 2), "LOST_CAMERA"),
        (put("materials/0/name", "unpainted"), "LOST_MATERIAL"),
        (drop("materials/0/normalTexture"), "LOST_MATERIAL"),
        (
            put("materials/0/extensions/KHR_materials_clearcoat/clearcoatFactor", 0),
            "LOST_EXTENSION",
        ),
        (drop("materials/0/extras"), "LOST_EXTRAS"),
        (put("textures/1/extensions/EXT_texture_webp/source", 0), "LOST_TEXTURE"),
        (put("textures/1/name", ""), "LOST_TEXTURE"),
        (drop("textures/1/sampler"), "LOST_TEXTURE"),
        (put("images/1/bufferView", BUILT.json["images"][0]["bufferView"]), "LOST_IMAGE"),
        (put("images/0/name", "x"), "LOST_IMAGE"),
        (put("meshes/0/weights", [0, 1]), "LOST_MESH"),
        (drop("meshes/2/primitives/0"), "LOST_MESH"),
        (put("meshes/0/extras/targetNames", []), "LOST_EXTRAS"),
        (drop("meshes/0/primitives/0/targets/1"), "LOST_MORPH_TARGET"),
        (drop("meshes/0/primitives/0/targets/1/NORMAL"), "LOST_MORPH_TARGET"),
        (drop("meshes/0/primitives/0/attributes/TEXCOORD_1"), "LOST_ATTRIBUTE"),
        (drop("meshes/0/primitives/0/attributes/COLOR_0"), "LOST_ATTRIBUTE"),
        (drop("meshes/0/primitives/0/attributes/TANGENT"), "LOST_ATTRIBUTE"),
        (drop("meshes/0/primitives/0/attributes/_SERIAL"), "LOST_ATTRIBUTE"),
        (put("meshes/0/primitives/0/material", 1), "LOST_MESH"),
        (drop("meshes/0/primitives/0/extensions"), "LOST_EXTENSION"),
        (drop("meshes/0/primitives/0/extras"), "LOST_EXTRAS"),
        (drop("extensions/KHR_materials_variants/variants/1"), "LOST_EXTENSION"),
        (put("extensions/KHR_lights_punctual/lights/0/intensity", 0), "LOST_EXTENSION"),
        (put("extensions/ACME_secret/why", ""), "LOST_EXTENSION"),
        (drop("extras"), "LOST_EXTRAS"),
        (put("extras/deep", [1]), "LOST_EXTRAS"),
        (drop("asset/extras"), "LOST_EXTRAS"),
        (put("asset/generator", "other"), "LOST_WORDS"),
        (drop("accessors/0/extras"), "LOST_ATTRIBUTE"),
        (drop("bufferViews/2/extras"), "LOST_EXTRAS"),
    ],
)
def test_what_is_taken_from_the_json_is_noticed(
    change: Callable[[Json], object], code: str
) -> None:
    assert code in codes_after(change)


def test_a_part_of_an_exhibit_is_noticed() -> None:
    text = copy.deepcopy(WHOLE.json)
    text["nodes"][6]["extras"] = {"part": {"name": {"zh": "盖", "en": "Lid"}, "explode": [0, 1, 0]}}
    of = fingerprint(Glb(text, WHOLE.bin))
    assert {f.code for f in losses(of, OF)} == {"LOST_PART"}
    assert losses(OF, of) == []  # one that was found and told is no loss


def nothing(rows: Any) -> None:
    rows[:] = 0


def nine(rows: Any) -> None:
    rows[:] = 9


def times_two(rows: Any) -> None:
    rows *= 2


def upside_down(rows: Any) -> None:
    rows[:, 1] *= -3


P = "meshes/0/primitives/0"


@pytest.mark.parametrize(
    ("path", "change", "code"),
    [
        (f"{P}/attributes/POSITION", times_two, "LOST_BOUNDS"),
        (f"{P}/attributes/POSITION", nothing, "LOST_ATTRIBUTE"),
        (f"{P}/attributes/NORMAL", upside_down, "LOST_ATTRIBUTE"),
        (f"{P}/attributes/TEXCOORD_0", nothing, "LOST_ATTRIBUTE"),
        (f"{P}/attributes/COLOR_0", nothing, "LOST_ATTRIBUTE"),
        (f"{P}/attributes/WEIGHTS_0", nothing, "LOST_ATTRIBUTE"),
        (f"{P}/attributes/JOINTS_0", nine, "LOST_ATTRIBUTE"),
        (f"{P}/targets/0/POSITION", nothing, "LOST_MORPH_TARGET"),
        (f"{P}/targets/1/NORMAL", times_two, "LOST_MORPH_TARGET"),
        ("animations/0/samplers/0/output", lambda rows: np.roll(rows, 1, 1).copy(), None),
        ("animations/0/samplers/0/output", nothing, "LOST_ANIMATION"),
        ("animations/0/samplers/0/input", times_two, "LOST_ANIMATION"),
        ("skins/0/inverseBindMatrices", times_two, "LOST_SKIN"),
        ("nodes/5/extensions/EXT_mesh_gpu_instancing/attributes/TRANSLATION", nothing,
         "LOST_INSTANCES"),
        ("extensions/ACME_secret/where", nothing, "LOST_EXTENSION"),
    ],
)  # fmt: skip
def test_numbers_that_are_not_what_they_were_are_noticed(
    path: str, change: Callable[[Any], object], code: str | None
) -> None:
    found = values_after(path, change)
    assert code in found if code else found == set()


@pytest.mark.parametrize("level", [1, 2, 3])
@pytest.mark.parametrize("name", ["POSITION", "TEXCOORD_0", "COLOR_0", "WEIGHTS_0"])
def test_numbers_that_are_all_nought_are_noticed_in_coarse_levels_too(
    name: str, level: int
) -> None:
    assert "LOST_ATTRIBUTE" in values_after(f"{P}/attributes/{name}", nothing, level)


def test_a_skin_that_holds_its_vertices_elsewhere_is_noticed() -> None:
    text = copy.deepcopy(WHOLE.json)
    text["nodes"][2]["translation"] = [5, 0, 0]
    of = fingerprint(Glb(text, WHOLE.bin))
    data = bytearray(WHOLE.bin)
    joints = text["meshes"][0]["primitives"][0]["attributes"]["JOINTS_0"]
    rows = writable(text, joints, data)
    rows[:, :2] = rows[:, 1::-1].copy()
    found = losses(of, fingerprint(Glb(text, bytes(data))), 3, 0.01)
    assert "LOST_BOUNDS" in {finding.code for finding in found}


def test_an_image_of_another_colour_is_noticed() -> None:
    data = picture(96, (20, 20, 200), 0)
    text = copy.deepcopy(WHOLE.json)
    start = -(-len(WHOLE.bin) // 4) * 4
    binary = WHOLE.bin + bytes(start - len(WHOLE.bin)) + data
    text["bufferViews"].append({"buffer": 0, "byteOffset": start, "byteLength": len(data)})
    text["images"][0]["bufferView"] = len(text["bufferViews"]) - 1
    found = losses(OF, fingerprint(Glb(text, binary)), 3)
    assert [(f.pointer, f.code) for f in found] == [("/images/0", "LOST_IMAGE")]


def test_triangles_count_in_l0_and_may_not_all_go() -> None:
    def fewer(text: Json) -> None:
        text["accessors"][text["meshes"][1]["primitives"][0]["indices"]]["count"] -= 3

    assert codes_after(fewer) == {"LOST_TRIANGLES"}
    text = copy.deepcopy(WHOLE.json)
    fewer(text)
    assert losses(OF, fingerprint(Glb(text, WHOLE.bin)), 1) == []


def test_a_level_that_is_no_glb_is_blocked() -> None:
    assert [f.code for f in level_losses(OF, b"glTF", 1, 0.0)] == ["LEVEL_UNREADABLE"]


def test_a_level_with_broken_streams_is_blocked() -> None:
    level = derive(WHOLE, POLICY)[1]
    glb = read_glb(level.data)
    broken = write_glb(glb.json, b"\xff" * len(glb.bin))
    assert [f.code for f in level_losses(OF, broken, 1, level.error)] == ["LEVEL_UNREADABLE"]


def test_every_level_can_be_broken() -> None:
    for level in derive(WHOLE, POLICY):
        glb = read_glb(level.data)
        glb.json["nodes"][1]["name"] = "hop"
        found = level_losses(OF, write_glb(*glb), level.level, level.error)
        assert [f.pointer for f in found] == ["/nodes/1"]


def test_the_summary_is_small_and_tells_numbers() -> None:
    summary = OF.summary()
    assert summary["counts"]["morph_targets"] == 2
    assert summary["counts"]["variants"] == 2
    assert summary["counts"]["lights"] == 1
    assert len(json.dumps(summary)) < 500


def test_every_code_has_words() -> None:
    found = {f.code for f in losses(OF, fingerprint(Glb({"asset": {"version": "2.0"}}, b"")))}
    assert found <= set(WORDS)
    assert all(zh and en and zh != en for zh, en in WORDS.values())
