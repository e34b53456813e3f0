from __future__ import annotations

from typing import Any

import pytest

from scenes.exhibits.words import WORDS
from tests.scenes.exhibits.check.structure.documents import (
    ASSET,
    BYTES,
    Json,
    check,
    codes,
    everything,
)
from tests.scenes.exhibits.check.structure.faults import EXTENSIONS, Fault, put


def named(fault: Fault) -> str:
    return f"{fault.code} {next(iter(fault.changes))[-40:]}"


@pytest.mark.parametrize("fault", EXTENSIONS, ids=named)
def test_every_rule_finds_its_fault(fault: Fault) -> None:
    found = [f for f in check(fault.document()) if f.code == fault.code]
    assert found
    assert fault.at is None or fault.at in [f.pointer for f in found]
    assert fault.code in WORDS


def packed(**words: Any) -> Json:
    """A bufferView packed by meshoptimizer, and the buffer that it unpacks into."""
    packing = {
        "buffer": 0,
        "byteLength": 20,
        "byteStride": 4,
        "count": 16,
        "mode": "ATTRIBUTES",
        **words,
    }
    return {
        "asset": ASSET,
        "extensionsUsed": ["EXT_meshopt_compression"],
        "extensionsRequired": ["EXT_meshopt_compression"],
        "buffers": [
            {"byteLength": 20, "uri": BYTES + "A" * 27 + "="},
            {"byteLength": 64, "extensions": {"EXT_meshopt_compression": {"fallback": True}}},
        ],
        "bufferViews": [
            {
                "buffer": 1,
                "byteLength": 64,
                "byteStride": 4,
                "extensions": {"EXT_meshopt_compression": packing},
            }
        ],
    }


PACKING = "/bufferViews/0/extensions/EXT_meshopt_compression"


def test_what_meshoptimizer_packed_is_accepted() -> None:
    assert codes(packed()) == set()
    assert codes(packed(filter="OCTAHEDRAL")) == set()


@pytest.mark.parametrize(
    ("words", "code", "at"),
    [
        ({"mode": "MAGIC"}, "MESHOPT_INVALID", "mode"),
        ({"filter": "MAGIC"}, "MESHOPT_INVALID", "filter"),
        ({"filter": "QUATERNION"}, "MESHOPT_INVALID", "byteStride"),
        ({"byteStride": 2, "count": 32}, "MESHOPT_INVALID", "byteStride"),
        ({"mode": "TRIANGLES"}, "MESHOPT_INVALID", "count"),
        ({"mode": "INDICES", "filter": "COLOR"}, "MESHOPT_INVALID", "filter"),
        ({"count": 17}, "MESHOPT_INVALID", "count"),
        ({"count": 0}, "VALUE_NOT_IN_RANGE", "count"),
        ({"byteLength": 21}, "BUFFER_VIEW_TOO_LONG", "byteLength"),
        ({"buffer": 1}, "BUFFER_VIEW_TOO_LONG", "byteLength"),
        ({"buffer": 2}, "UNRESOLVED_REFERENCE", "buffer"),
        ({"mode": 3}, "TYPE_MISMATCH", "mode"),
    ],
)
def test_the_numbers_of_meshoptimizer_must_fit(words: Json, code: str, at: str) -> None:
    found = [(f.code, f.pointer) for f in check(packed(**words)) if f.severity == "error"]
    assert (code, f"{PACKING}/{at}") in found


def test_meshoptimizer_cannot_make_a_world_of_a_few_bytes() -> None:
    document = packed(count=2**26)
    put(document, "/buffers/1/byteLength", 2**28)
    put(document, "/bufferViews/0/byteLength", 2**28)
    assert codes(document) == {"MESHOPT_INVALID"}


def drawn(**words: Any) -> Json:
    """A primitive packed by Draco: its accessors need no bufferViews."""
    extension = {"bufferView": 0, "attributes": {"POSITION": 0}, **words}
    return {
        "asset": ASSET,
        "extensionsUsed": ["KHR_draco_mesh_compression"],
        "extensionsRequired": ["KHR_draco_mesh_compression"],
        "buffers": [{"byteLength": 20, "uri": BYTES + "A" * 27 + "="}],
        "bufferViews": [{"buffer": 0, "byteLength": 20}],
        "accessors": [
            {
                "componentType": 5126,
                "count": 3,
                "type": "VEC3",
                "min": [0, 0, 0],
                "max": [1, 1, 1],
            }
        ],
        "meshes": [
            {
                "primitives": [
                    {
                        "attributes": {"POSITION": 0},
                        "extensions": {"KHR_draco_mesh_compression": extension},
                    }
                ]
            }
        ],
    }


DRACO = "/meshes/0/primitives/0/extensions/KHR_draco_mesh_compression"


def test_what_draco_packed_is_accepted() -> None:
    assert codes(drawn()) == set()


@pytest.mark.parametrize(
    ("words", "code", "at"),
    [
        ({"bufferView": 1}, "UNRESOLVED_REFERENCE", "/bufferView"),
        ({"attributes": {"NORMAL": 1}}, "DRACO_UNKNOWN_ATTRIBUTE", "/attributes/NORMAL"),
        ({"attributes": {"POSITION": -1}}, "INVALID_INDEX", "/attributes/POSITION"),
        ({"attributes": {}}, "EMPTY_ENTITY", "/attributes"),
        ({"attributes": None}, "UNDEFINED_PROPERTY", ""),
    ],
)
def test_the_numbers_of_draco_must_fit(words: Json, code: str, at: str) -> None:
    assert (code, DRACO + at) in [(f.code, f.pointer) for f in check(drawn(**words))]


def placed(attributes: Json, **words: Any) -> Json:
    """The second node of the scene in the places that accessors tell."""
    document = everything()
    document["extensionsUsed"].append("EXT_mesh_gpu_instancing")
    extension = {"EXT_mesh_gpu_instancing": {"attributes": attributes}}
    put(document, "/nodes/1/extensions", extension)
    for name, value in words.items():
        put(document, f"/nodes/1/{name}", value)
    return document


AT = "/nodes/1/extensions/EXT_mesh_gpu_instancing"


def test_instances_are_accepted_and_counted() -> None:
    assert codes(placed({"TRANSLATION": 10, "ROTATION": 11, "_OURS": 12})) == {
        "ACCESSOR_USAGE_OVERRIDE",
        "MESH_PRIMITIVE_UNEQUAL_ACCESSOR_COUNT",
    }


@pytest.mark.parametrize(
    ("attributes", "code", "at"),
    [
        ({"TRANSLATION": 99}, "UNRESOLVED_REFERENCE", "/attributes/TRANSLATION"),
        ({"WEIGHT": 10}, "MESH_PRIMITIVE_INVALID_ATTRIBUTE", "/attributes/WEIGHT"),
        (
            {"SCALE": 11},
            "MESH_PRIMITIVE_ATTRIBUTES_ACCESSOR_INVALID_FORMAT",
            "/attributes/SCALE",
        ),
    ],
)
def test_the_numbers_of_instances_must_fit(attributes: Json, code: str, at: str) -> None:
    assert (code, AT + at) in [(f.code, f.pointer) for f in check(placed(attributes))]


def test_pictures_of_the_surroundings_must_be_there() -> None:
    light = {"specularImages": [[0, 0], [1, 0]], "irradianceCoefficients": [[0, 0, 0]]}
    document = everything()
    document["extensionsUsed"].append("EXT_lights_image_based")
    put(document, "/extensions/EXT_lights_image_based", {"lights": [light]})
    at = "/extensions/EXT_lights_image_based/lights/0/specularImages/1/0"
    assert [(f.code, f.pointer) for f in check(document)] == [("UNRESOLVED_REFERENCE", at)]
    put(document, "/extensions/EXT_lights_image_based/lights/0/specularImages", [[0], 1])
    assert codes(document) == {"TYPE_MISMATCH"}


def test_coarser_nodes_must_be_there() -> None:
    document = everything()
    document["extensionsUsed"].append("MSFT_lod")
    put(document, "/nodes/1/extensions", {"MSFT_lod": {"ids": [2, 9]}})
    at = "/nodes/1/extensions/MSFT_lod/ids/1"
    assert [(f.code, f.pointer) for f in check(document)] == [("UNRESOLVED_REFERENCE", at)]


@pytest.mark.parametrize("name", ["KHR_texture_basisu", "EXT_texture_avif"])
def test_textures_of_other_formats_show_nothing_else(name: str) -> None:
    document = everything()
    document["extensionsUsed"].append(name)
    put(document, "/textures/0/extensions", {name: {"source": 0}})
    assert codes(document) == {"TEXTURE_INVALID_IMAGE_MIME_TYPE"}
    put(document, "/textures/0/extensions", {name: {"source": 1}})
    assert codes(document) == {"UNRESOLVED_REFERENCE"}
