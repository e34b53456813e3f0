"""The pieces of a fingerprint."""

from __future__ import annotations

import numpy as np
import pytest

from scenes.exhibits.derive import derive
from scenes.exhibits.features.items import hashed, items
from scenes.exhibits.features.looks import Look, looks
from scenes.exhibits.features.pose import pose
from scenes.exhibits.features.ranges import Range, ranges, triangles
from scenes.exhibits.features.tolerance import TOLERANCES
from scenes.exhibits.pictures import encode_webp
from scenes.exhibits.policy import Policy
from scenes.glb import Glb, read_glb
from tests.scenes.exhibits.derive.models import glb_of, rich

GLB = glb_of(rich(10))
FINE, COARSE = TOLERANCES[0], TOLERANCES[3]


def test_a_hash_is_of_meaning_not_of_form() -> None:
    assert hashed({"a": 1, "b": [2.0]}) == hashed({"b": [2], "a": 1.0})
    assert hashed([1]) != hashed([True])
    assert hashed({"a": 0.1}) != hashed({"a": 0.10000001})
    assert hashed("\ud800") == hashed("\ud800")


def test_items_have_pointers() -> None:
    found = items(GLB)
    for at in ("", "/asset/extras", "/nodes/3/extras", "/materials/0", "/extensions/ACME_secret",
               "/meshes/0/primitives/0/extensions/KHR_materials_variants", "/scenes/1",
               "/animations/0/channels/3", "/extensionsUsed/ACME_secret"):  # fmt: skip
        assert at in found


def test_ranges_are_of_what_is_drawn() -> None:
    found = ranges(GLB)
    whole = found["/meshes/0/primitives/0/attributes/POSITION"]
    half = found["/meshes/1/primitives/0/attributes/POSITION"]
    assert whole.high[2] == 1 and half.high[2] < 0.2
    assert "extras" in whole.words
    turn = found["/animations/0/samplers/0/output"]
    assert list(turn.low) == [0, 0, 0, 0]
    assert list(turn.ends[0]) == [0, 0, 0, 1]


def test_triangles_of_lists_strips_and_fans() -> None:
    primitives = [{"attributes": {"POSITION": 0}, "mode": mode} for mode in (4, 5, 6, 0, 1)]
    accessor = {"count": 7, "type": "VEC3", "componentType": 5126}
    glb = Glb({"meshes": [{"primitives": primitives}], "accessors": [accessor]}, b"")
    assert list(triangles(glb).values()) == [2, 5, 5]


def test_the_pose_is_that_of_the_joints() -> None:
    glb = glb_of(rich(10))
    glb.json["nodes"][5].clear()
    glb.json["nodes"][6].clear()
    at_rest = pose(glb)
    assert at_rest is not None
    glb.json["nodes"][1]["translation"] = [0, 7, 0]
    moved = pose(glb)
    assert moved is not None
    assert np.array(moved.low) - np.array(at_rest.low) == pytest.approx([0, 7, 0], abs=1e-5)
    assert moved.size == pytest.approx(at_rest.size)


def test_nothing_drawn_has_no_pose() -> None:
    assert pose(Glb({"asset": {"version": "2.0"}}, b"")) is None


def test_looks_are_means_of_light_for_colour_and_of_numbers_for_data() -> None:
    found = looks(GLB)
    assert found["/images/1"].mean[2] == pytest.approx(250 / 255, abs=0.03)
    assert found["/images/0"].mean[0] == pytest.approx(0.58, abs=0.03)


def test_a_pattern_that_repeats_does_not_deceive_the_mean() -> None:
    pixels = np.zeros((2048, 2048, 4), np.uint8)
    pixels[..., 3] = 255
    pixels[:, ::4, :3] = pixels[::4, :, :3] = 255
    data = encode_webp(pixels, quality=100)
    glb = Glb(
        {
            "textures": [{"source": 0}],
            "images": [{"bufferView": 0, "mimeType": "image/webp"}],
            "bufferViews": [{"buffer": 0, "byteLength": len(data)}],
            "buffers": [{"byteLength": len(data)}],
        },
        data,
    )
    assert looks(glb)["/images/0"].mean[0] == pytest.approx(7 / 16, abs=0.05)


def test_looks_without_a_mean_are_compared_by_their_bytes() -> None:
    assert FINE.looks_alike(Look((), "a"), Look((), "a"))
    assert not FINE.looks_alike(Look((), "a"), Look((), "b"))
    assert not FINE.looks_alike(Look((1, 1, 1, 1), ""), Look((), "b"))


def test_ranges_may_shrink_in_coarse_levels_but_never_grow() -> None:
    was = Range((0, 0), (1, 1), size=100)
    at = "/meshes/0/primitives/0/attributes/POSITION"
    assert FINE.keeps(was, was, at)
    assert not FINE.keeps(was, Range((0.01, 0), (1, 1), size=100), at)
    assert COARSE.keeps(was, Range((0.5, 0.5), (1, 0.6), size=100), at)
    assert not COARSE.keeps(was, Range((0, 0), (1, 1.1), size=100), at)
    assert not COARSE.keeps(was, Range((0.5, 0.5), (0.5, 0.5), size=100), at)
    assert COARSE.keeps(was, Range((0.5, 0.5), (0.5, 0.5), size=4), at)


def test_a_turn_may_change_its_sign() -> None:
    at = "/animations/0/samplers/0/output"
    was = Range((0.0,) * 4, (1.0,) * 4, ((0, 0, 0.6, 0.8), (0, 0, 0, 1)))
    turned = was._replace(ends=((0, 0, -0.6, -0.8), (0, 0, 0, 1)))
    assert FINE.keeps(was, turned, at)
    assert not FINE.keeps(was, was._replace(ends=((0, 0, 0.6, -0.8), (0, 0, 0, 1))), at)


def test_words_of_an_accessor_and_its_width_are_kept() -> None:
    was = Range((0,), (1,), (), "words")
    assert not FINE.keeps(was, was._replace(words=""), "/x/POSITION")
    assert not FINE.keeps(was, Range((0, 0), (1, 1), (), "words"), "/x/POSITION")
    empty = Range((), (), (), "")
    assert FINE.keeps(empty, empty, "/x/POSITION")


def test_rough_normals_that_become_smooth_still_look_alike() -> None:
    rng = np.random.default_rng(5)
    vectors = rng.normal([0, 0, 1], 0.5, (256, 256, 3))
    vectors /= np.linalg.norm(vectors, axis=2, keepdims=True)
    pixels = np.rint((vectors + 1) * 127.5).astype(np.uint8)
    built = rich(4)
    built.json["images"][1]["bufferView"] = built.view(encode_webp(pixels, lossless=True))
    glb = glb_of(built)
    was = looks(glb)["/images/1"]
    for level in derive(glb, Policy())[1:]:
        now = looks(read_glb(level.data))["/images/1"]
        assert TOLERANCES[level.level].looks_alike(was, now)
