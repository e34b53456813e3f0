"""Bytes behind accessors: shared views, compression where it helps, numbers that are kept."""

from __future__ import annotations

import numpy as np
import pytest

from scenes.exhibits.codecs.meshopt import decode
from scenes.exhibits.derive.accessors import Accessors
from scenes.exhibits.derive.extensions import extensions
from scenes.exhibits.derive.held import held
from scenes.exhibits.derive.packing import as_stored, exponential
from scenes.exhibits.derive.single import single, single_number
from scenes.exhibits.derive.stow import MESHOPT, Kind, Stow

FLOATS = {"componentType": 5126, "type": "VEC3"}
WIDE = np.tile(np.arange(3, dtype=np.float32), (500, 1))


def test_elements_of_a_kind_share_a_view() -> None:
    stow = Stow(compress=True)
    accessors = Accessors(stow)
    numbers = [accessors.vertices(as_stored(WIDE + i, FLOATS)) for i in (0, 1, 0)]
    assert numbers == [0, 1, 0]  # the same is written once
    assert [a.get("byteOffset", 0) for a in accessors.written()] == [0, 6000]
    buffers, views, data = stow.written()
    assert len(views) == 1 and views[0]["byteLength"] == 12000 and views[0]["byteStride"] == 12
    assert buffers[1] == {"byteLength": 12000, "extensions": {MESHOPT: {"fallback": True}}}
    how = views[0]["extensions"][MESHOPT]
    packed = data[how["byteOffset"] : how["byteOffset"] + how["byteLength"]]
    back = decode(packed, how["count"], how["byteStride"], how["mode"], "NONE")
    assert np.array_equal(back.view("<f4")[:500], WIDE)


def test_little_is_not_compressed() -> None:
    for compress in (True, False):
        stow = Stow(compress)
        Accessors(stow).vertices(exponential(WIDE[:2], -4))
        buffers, views, data = stow.written()
        assert len(buffers) == 1 and MESHOPT not in views[0].get("extensions", {})
        assert np.array_equal(np.frombuffer(data, "<f4").reshape(2, 3), WIDE[:2])


def test_without_compression_nothing_is_compressed() -> None:
    stow = Stow(compress=False)
    Accessors(stow).vertices(as_stored(WIDE, FLOATS))
    assert stow.written().bin == WIDE.tobytes()


def test_indices_take_sixteen_bits_where_they_can() -> None:
    accessors = Accessors(Stow(compress=True))
    for vertices in (65535, 65536):
        accessors.indices(np.array([0, 1, 2], np.uint32), vertices, triangles=True)
    assert [a["componentType"] for a in accessors.written()] == [5123, 5125]


def test_files_are_stowed_once_and_held_views_keep_their_number() -> None:
    stow = Stow(compress=True, held={1: b"held"})
    assert [stow.add_file(data) for data in (b"a", b"b", b"a")] == [0, 2, 0]
    _, views, data = stow.written()
    assert [data[v["byteOffset"] : v["byteOffset"] + v["byteLength"]] for v in views] == [
        *(b"a", b"held", b"b"),
    ]


def test_gaps_between_held_numbers_are_filled() -> None:
    stow = Stow(compress=True, held={3: b"held"})
    accessors = Accessors(stow, held={2})
    accessors.hold(2, as_stored(WIDE[:1], FLOATS, align=1), FLOATS)
    _, views, _ = stow.written()
    assert len(views) == 4
    assert len(accessors.written()) == 3


def test_words_of_an_accessor_are_carried() -> None:
    accessors = Accessors(Stow(compress=True))
    accessors.values(as_stored(WIDE, FLOATS), {"name": "n", "extras": 1, "max": [9]})
    (made,) = accessors.written()
    assert (made["name"], made["extras"], "max" in made) == ("n", 1, False)


def test_elements_of_odd_size_stay_plain() -> None:
    stow = Stow(compress=True)
    stow.add(np.zeros((999, 3), np.uint8), Kind("ATTRIBUTES", "NONE", 3))
    assert MESHOPT not in stow.written().views[0].get("extensions", {})


def test_only_unknown_extensions_hold_numbers() -> None:
    json = {
        "extensionsUsed": ["KHR_materials_clearcoat", "ACME"],
        "accessors": [{}] * 4,
        "bufferViews": [{}] * 2,
        "extras": {"extensions": {"ACME": {"a": 0}}},
        "nodes": [{"extensions": {"ACME": {"where": [3, {"deep": 1}], "not": True, "far": 99}}}],
        "materials": [{"extensions": {"KHR_materials_clearcoat": {"clearcoatFactor": 2}}}],
    }
    keep = held(json)
    assert keep == (frozenset({1, 3}), frozenset({1}))
    json["extensionsUsed"] = ["KHR_materials_clearcoat"]
    assert held(json).accessors == frozenset()


def test_lists_of_extensions_tell_the_truth() -> None:
    json = {
        "extensionsUsed": ["ACME", "KHR_texture_basisu", "KHR_mesh_quantization"],
        "extensionsRequired": ["KHR_texture_basisu"],
        "textures": [{"extensions": {"EXT_texture_webp": {"source": 0}}}],
    }
    made = extensions(json)
    assert made["extensionsUsed"] == ["ACME", "EXT_texture_webp"]
    assert made["extensionsRequired"] == ["EXT_texture_webp"]
    assert "extensionsRequired" not in extensions({"asset": {}})


@pytest.mark.parametrize(
    ("name", "kind", "normalized", "target", "quantised"),
    [
        ("POSITION", 5126, False, False, False),
        ("POSITION", 5122, False, False, True),
        ("NORMAL", 5120, True, False, True),
        ("TEXCOORD_0", 5123, True, False, False),
        ("TEXCOORD_0", 5123, False, False, True),
        ("TEXCOORD_1", 5123, True, True, True),
        ("COLOR_0", 5121, True, False, False),
        ("_OWN", 5120, False, False, False),
    ],
)
def test_quantised_attributes_are_told(
    name: str, kind: int, normalized: bool, target: bool, quantised: bool
) -> None:
    accessor = {"componentType": kind, "normalized": normalized}
    table = {name: 0}
    primitive = {"attributes": {} if target else table, "targets": [table] if target else []}
    made = extensions({"accessors": [accessor], "meshes": [{"primitives": [primitive]}]})
    assert made.get("extensionsRequired", []) == ["KHR_mesh_quantization"] * quantised


def test_short_numbers_are_the_same_numbers() -> None:
    node = {"translation": [0.10000000149011612, 1.0, 1e-30], "name": "n"}
    assert single(node) == {"translation": [0.1, 1, 1e-30], "name": "n"}
    assert single_number(1e300) == 1e300
