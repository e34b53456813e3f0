"""Documents that something has happened to: a value lost, doubled, moved or turned into another."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from tests.scenes.exhibits.check.structure.documents import Json, seeds

__all__ = ["mutated"]

Path = tuple[str | int, ...]

EXTENSIONS = (
    "KHR_texture_transform",
    "KHR_materials_unlit",
    "KHR_materials_ior",
    "KHR_materials_volume",
    "KHR_materials_variants",
    "KHR_lights_punctual",
    "KHR_mesh_quantization",
    "KHR_animation_pointer",
    "EXT_texture_webp",
    "FOO_bar",
    "odd-name",
)
BODIES: tuple[Any, ...] = (
    {},
    1,
    {"light": 0},
    {"mappings": [{"variants": [0], "material": 0}]},
    {"texCoord": 1},
    {"source": 0},
    {"pointer": "/nodes/0"},
    {"ior": 1},
)
WORDS = (
    *("", "LINEAR", "CUBICSPLINE", "translation", "weights", "pointer", "VEC2", "VEC3", "SCALAR"),
    *("MAT3", "MASK", "image/png", "image/webp", "2.0", "2.1", "3.0", "spot", "orthographic"),
)
NUMBERS = (
    *(-2, -1, 0, 1, 2, 3, 4, 5, 6, 8, 12, 16, 24, 36, 48, 100, 252, 256, 34962, 34963),
    *(5120, 5121, 5122, 5123, 5125, 5126, 9728, 10497, 4294967296, 0.5, 1.0, 1.5, 1e10),
)
OTHERS: tuple[Any, ...] = (
    None,
    True,
    False,
    [],
    {},
    [1],
    [{}],
    [None],
    [0, 0],
    [0, 1],
    [-1],
    [1.0],
)
ANYTHING = (*OTHERS, *NUMBERS, *WORDS)
NAMES = (
    *("extensions", "extras", "name", "index", "texCoord", "node", "path", "mesh", "skin", "foo"),
    *("children", "matrix", "weights", "rotation", "bufferView", "byteOffset", "byteStride"),
    *("target", "normalized", "sparse", "min", "max", "count", "targets", "indices", "material"),
    *("mode", "scene", "mimeType", "skeleton", "alphaCutoff", "source", "sampler", "TANGENT"),
    *("NORMAL", "TEXCOORD_1", "TEXCOORD_01", "COLOR_0", "JOINTS_0", "JOINTS_1", "WEIGHTS_0"),
)


def paths(json: Any, path: Path = ()) -> Iterator[Path]:
    """The paths of all values, but for the URIs: their bytes are not the structure's business."""
    if path:
        yield path
    pairs: Any = ()
    if isinstance(json, dict):
        pairs = [(name, value) for name, value in json.items() if name != "uri"]
    elif isinstance(json, list):
        pairs = enumerate(json)
    for step, value in pairs:
        yield from paths(value, (*path, step))


def at(json: Any, path: Path) -> Any:
    """The value that a path leads to."""
    for step in path:
        json = json[step]
    return json


@st.composite
def mutated(draw: st.DrawFn) -> Json:
    """One of the documents, changed in one to three places."""
    json = draw(st.sampled_from(seeds()).map(copy.deepcopy))
    for _ in range(draw(st.integers(1, 3))):
        found = list(paths(json))
        if found:
            change(draw, json, found)
    return json


def change(draw: st.DrawFn, json: Json, found: list[Path]) -> None:
    """Change a document in one place."""
    path = draw(st.sampled_from(found))
    parent, last = at(json, path[:-1]), path[-1]
    match draw(
        st.sampled_from(["lose", "turn", "turn", "count", "double", "move", "add", "extend"])
    ):
        case "lose":
            del parent[last]
        case "turn":
            parent[last] = draw(st.sampled_from(ANYTHING).map(copy.deepcopy))
        case "count" if type(parent[last]) in (int, float):
            value = parent[last]
            parent[last] = draw(st.sampled_from([value + 1, value - 1, -value, float(value), 0.5]))
        case "double":
            double(draw, parent, last)
        case "move":
            parent[last] = copy.deepcopy(at(json, draw(st.sampled_from(found))))
        case "add":
            inner = parent[last] if isinstance(parent[last], dict) else parent
            if isinstance(inner, dict):
                value = draw(st.sampled_from(ANYTHING).map(copy.deepcopy))
                inner[draw(st.sampled_from(NAMES))] = value
        case "extend":
            extend(draw, json, parent[last] if isinstance(parent[last], dict) else parent)


def double(draw: st.DrawFn, parent: Any, last: Any) -> None:
    """Put the same value there twice."""
    if isinstance(parent, list):
        parent.insert(last, copy.deepcopy(parent[last]))
    else:
        parent[draw(st.sampled_from(NAMES))] = copy.deepcopy(parent[last])


def extend(draw: st.DrawFn, json: Json, owner: Any) -> None:
    """Put an extension in an odd place."""
    if not isinstance(owner, dict) or not isinstance(owner.setdefault("extensions", {}), dict):
        return
    name = draw(st.sampled_from(EXTENSIONS))
    owner["extensions"][name] = draw(st.sampled_from(BODIES).map(copy.deepcopy))
    used = json.setdefault("extensionsUsed", [])
    if isinstance(used, list) and draw(st.booleans()):
        used.append(name)
