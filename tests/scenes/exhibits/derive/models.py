"""Small documents with much in them, to be made coarser without losing any of it."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from scenes.exhibits.pictures import encode_webp
from scenes.glb import Glb
from tests.scenes.exhibits.numbers import IDENTITY, Built

Json = dict[str, Any]
F32 = NDArray[np.float32]


def glb_of(built: Built) -> Glb:
    """What the normaliser would hand on."""
    built.data += b"\0" * (-len(built.data) % 4)
    json = copy.deepcopy(built.json) | {"buffers": [{"byteLength": len(built.data)}]}
    return Glb(json, bytes(built.data))


def bumpy(n: int, seed: int = 0) -> tuple[F32, F32, F32, NDArray[np.uint32]]:
    """Positions, normals, texture coordinates and corners of a wavy sheet of n × n vertices."""
    rng = np.random.default_rng(seed)
    u, v = (a.ravel() for a in np.meshgrid(np.linspace(0, 1, n), np.linspace(0, 1, n)))
    phase = rng.uniform(0, 6, 2)
    height = 0.1 * np.sin(7 * u + phase[0]) * np.cos(5 * v + phase[1])
    positions = np.stack([u * 2 - 1, height, v * 2 - 1], 1).astype("<f4")
    slopes = [0.35 * np.cos(7 * u + phase[0]) * np.cos(5 * v + phase[1]), np.ones_like(u)]
    normals = np.stack([-slopes[0], slopes[1], 0 * u], 1)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    i = (np.arange(n - 1)[:, None] * n + np.arange(n - 1)).ravel()
    corners = np.stack([i, i + n, i + 1, i + 1, i + n, i + n + 1], 1).reshape(-1, 1)
    return (
        positions,
        normals.astype("<f4"),
        np.stack([u, v], 1).astype("<f4"),
        corners.astype("<u4"),
    )


def picture(side: int, color: tuple[int, int, int], seed: int = 0) -> bytes:
    """A noisy picture of about one colour."""
    rng = np.random.default_rng(seed)
    noise = rng.integers(-20, 20, (side, side, 3))
    pixels = np.clip(np.array(color) + noise, 0, 255).astype(np.uint8)
    return encode_webp(pixels, lossless=True)


def rich(n: int = 12) -> Built:
    """A skinned, morphing, animated sheet with variants, a light, a camera, instances, textures,
    extras everywhere and an unknown extension that points at an accessor.
    """
    built = Built()
    positions, normals, coordinates, corners = bumpy(n)
    count = len(positions)
    tangents = np.tile(np.array([1, 0, 0, 1], "<f4"), (count, 1))
    colors = np.concatenate([coordinates, coordinates[:, :1] * 0.5], 1).astype("<f4")
    joints = np.tile(np.array([0, 1, 0, 0], "<u2"), (count, 1))
    share = coordinates[:, :1]
    weights = np.concatenate([1 - share, share, 0 * share, 0 * share], 1).astype("<f4")
    lift = np.zeros_like(positions)
    lift[:, 1] = 0.3 * coordinates[:, 0]
    attributes = {
        "POSITION": built.accessor(positions, limits=True, extras={"of": "accessor"}),
        "NORMAL": built.accessor(normals),
        "TANGENT": built.accessor(tangents),
        "TEXCOORD_0": built.accessor(coordinates),
        "TEXCOORD_1": built.accessor((coordinates * 3 - 1).astype("<f4")),
        "COLOR_0": built.accessor(colors),
        "JOINTS_0": built.accessor(joints),
        "WEIGHTS_0": built.accessor(weights),
        "_SERIAL": built.accessor(np.arange(count, dtype="<f4").reshape(-1, 1)),
    }
    targets = [
        {"POSITION": built.accessor(lift, limits=True)},
        {
            "POSITION": built.accessor(-lift * 0.5, limits=True),
            "NORMAL": built.accessor(lift),
        },
    ]
    skinned = {
        "attributes": attributes,
        "targets": targets,
        "indices": built.accessor(corners),
        "material": 0,
        "extras": {"of": "primitive"},
        "extensions": {
            "KHR_materials_variants": {"mappings": [{"material": 1, "variants": [0, 1]}]}
        },
    }
    plain = {
        "attributes": {"POSITION": attributes["POSITION"], "TEXCOORD_0": attributes["TEXCOORD_0"]},
        "indices": built.accessor(corners.astype("<u2")[: len(corners) // 6 * 3]),
        "material": 1,
    }
    points = {
        "attributes": {"POSITION": built.accessor(positions[:9].copy(), limits=True)},
        "mode": 0,
    }
    lines = {"attributes": plain["attributes"], "mode": 3, "indices": built.accessor(corners[:17])}
    times = built.accessor(np.linspace(0, 2, 20, dtype="<f4").reshape(-1, 1), limits=True)
    angle = np.linspace(0, 3, 20)
    turns = np.stack([0 * angle, np.sin(angle / 2), 0 * angle, np.cos(angle / 2)], 1)
    curve = np.zeros((60, 3), "<f4")
    curve[1::3, 0] = np.linspace(0, 1, 20)
    samplers = [
        {"input": times, "output": built.accessor(turns.astype("<f4"))},
        {"input": times, "output": built.accessor(curve), "interpolation": "CUBICSPLINE"},
        {
            "input": times,
            "output": built.accessor(np.linspace(0, 1, 40, dtype="<f4").reshape(-1, 1)),
            "extras": {"of": "sampler"},
        },
        {
            "input": times,
            "output": built.accessor(np.tile(np.array([1, 2, 3], "<f4"), (20, 1))),
            "interpolation": "STEP",
        },
    ]
    binds = np.tile(IDENTITY, (2, 1))
    binds[1, 12] = -0.5
    instances = {
        "TRANSLATION": built.accessor(np.array([[0, 0, 0], [3, 0, 0], [0, 0, 4]], "<f4")),
        "ROTATION": built.accessor(np.array([[0, 0, 0, 1], [0, 1, 0, 0], [0, 0.6, 0, 0.8]], "<f4")),
        "_ID": built.accessor(np.array([[1], [2], [3]], "<f4")),
    }
    secret = built.accessor(np.array([[3], [1], [4], [1], [5]], "<f4"))
    images = [
        {"bufferView": built.view(picture(96, c, i)), "mimeType": "image/webp", "name": name}
        for i, (name, c) in enumerate(
            [("base", (200, 90, 30)), ("normal", (128, 128, 250)), ("orm", (250, 140, 20))]
        )
    ]
    images[0]["extras"] = {"of": "image"}
    built.json |= {
        "asset": {"version": "2.0", "generator": "by hand", "extras": {"of": "asset"}},
        "extensionsUsed": [
            *("KHR_materials_variants", "KHR_lights_punctual", "EXT_mesh_gpu_instancing"),
            *("EXT_texture_webp", "KHR_materials_clearcoat", "ACME_secret"),
        ],
        "extensionsRequired": ["EXT_mesh_gpu_instancing", "EXT_texture_webp"],
        "extensions": {
            "KHR_materials_variants": {
                "variants": [{"name": "青玉 Jade", "extras": {"zh": "青玉"}}, {"name": "b"}]
            },
            "KHR_lights_punctual": {"lights": [{"type": "point", "name": "lamp", "intensity": 3}]},
            "ACME_secret": {"where": secret, "why": "知道"},
        },
        "extras": {"of": "root", "deep": [1, {"a": None}]},
        "scene": 1,
        "scenes": [{"nodes": [4]}, {"name": "all", "nodes": [0, 1, 3, 4, 5, 6]}],
        "nodes": [
            {"mesh": 0, "skin": 0, "name": "sheet", "weights": [0.1, 0.2]},
            {"children": [2], "name": "hip"},
            {"name": "knee", "translation": [0.5, 0, 0]},
            {"name": "eye", "camera": 0, "extras": {"of": "node"}},
            {"name": "sun", "extensions": {"KHR_lights_punctual": {"light": 0}}},
            {"mesh": 1, "name": "copies",
             "extensions": {"EXT_mesh_gpu_instancing": {"attributes": instances}}},
            {"mesh": 2, "translation": [0, 2, 0], "scale": [0.5, 2, 0.5]},
        ],
        "cameras": [{"type": "perspective", "perspective": {"yfov": 1, "znear": 0.1}}],
        "meshes": [
            {"primitives": [skinned], "weights": [0, 0],
             "extras": {"targetNames": ["up", "down"]}},
            {"primitives": [plain], "name": "plain"},
            {"primitives": [points, lines, plain]},
        ],
        "skins": [{"joints": [1, 2], "inverseBindMatrices": built.accessor(binds),
                   "name": "bones", "skeleton": 1}],
        "materials": [
            {
                "name": "painted",
                "pbrMetallicRoughness": {
                    "baseColorTexture": {"index": 0, "texCoord": 1},
                    "metallicRoughnessTexture": {"index": 2},
                },
                "normalTexture": {"index": 1, "scale": 0.5},
                "occlusionTexture": {"index": 2},
                "extras": {"of": "material"},
                "extensions": {"KHR_materials_clearcoat": {"clearcoatFactor": 0.5}},
            },
            {"name": "plain", "doubleSided": True},
        ],
        "samplers": [{"wrapS": 33071, "name": "clamped"}],
        "textures": [
            {"extensions": {"EXT_texture_webp": {"source": i}}, "sampler": 0, "name": f"t{i}"}
            for i in range(3)
        ],
        "images": images,
        "animations": [
            {
                "name": "run",
                "extras": {"title": {"zh": "运转", "en": "Run"}},
                "samplers": samplers,
                "channels": [
                    {"sampler": 0, "target": {"node": 1, "path": "rotation"}},
                    {"sampler": 1, "target": {"node": 2, "path": "translation"}},
                    {"sampler": 2, "target": {"node": 0, "path": "weights"}},
                    {"sampler": 3, "target": {"node": 2, "path": "scale"}},
                ],
            }
        ],
    }  # fmt: skip
    built.json["bufferViews"][2]["extras"] = {"of": "view"}
    return built


@st.composite
def models(draw: st.DrawFn) -> Glb:
    """Random small documents: attributes of many kinds, strides, sparse accessors, morph targets,
    skins, strips and fans, with and without indices.
    """
    built = Built()
    n = draw(st.integers(3, 14))
    positions, normals, coordinates, corners = bumpy(n, draw(st.integers(0, 99)))
    positions *= np.float32(10.0 ** draw(st.integers(-3, 3)))
    count = len(positions)
    attributes = {"POSITION": _accessor(draw, built, positions, limits=True)}
    if draw(st.booleans()):
        attributes["NORMAL"] = _accessor(draw, built, normals)
    for number in range(draw(st.integers(0, 2))):
        attributes[f"TEXCOORD_{number}"] = _coordinates(draw, built, coordinates)
    if draw(st.booleans()):
        width = draw(st.sampled_from([3, 4]))
        shades = np.resize(coordinates, (count, width)).astype("<f4")
        attributes["COLOR_0"] = _shares(draw, built, shades)
    nodes: list[Json] = [{"mesh": 0}]
    if draw(st.booleans()):
        _skin(draw, built, coordinates, attributes)
        nodes = [{"mesh": 0, "skin": 0}, {"children": [2]}, {"translation": [0, 1, 0]}]
    targets = [
        {"POSITION": _accessor(draw, built, positions * np.float32(0.1 * (i + 1)), limits=True)}
        for i in range(draw(st.integers(0, 2)))
    ]
    primitive: Json = {"attributes": attributes}
    if targets:
        primitive["targets"] = targets
    mode = draw(st.sampled_from([4, 4, 4, 5, 6, 0, 1, 3]))
    if mode != 4:
        primitive["mode"] = mode
    if draw(st.booleans()):
        kind = draw(st.sampled_from(["<u1", "<u2", "<u4"]))
        primitive["indices"] = built.accessor(
            corners[: draw(st.integers(3, len(corners)))].astype(kind)
        )
    built.json |= {
        "scene": 0,
        "scenes": [{"nodes": [0, 1] if len(nodes) > 1 else [0]}],
        "nodes": nodes,
        "meshes": [{"primitives": [primitive]}],
    }
    return glb_of(built)


def _accessor(draw: st.DrawFn, built: Built, values: F32, limits: bool = False) -> int:
    """Plain, with a gap behind each element, or sparse."""
    how = draw(st.sampled_from(["plain", "strided", "sparse"]))
    if how == "plain":
        return built.accessor(values, limits=limits)
    index = built.accessor(values, limits=limits)
    entry = built.json["accessors"][index]
    if how == "strided":
        wide = np.zeros((len(values), values.shape[1] + 1), "<f4")
        wide[:, : values.shape[1]] = values
        view = built.view(wide.tobytes(), byteStride=wide.shape[1] * 4, target=34962)
        entry["bufferView"] = view
        return index
    del entry["bufferView"]
    places = np.arange(len(values), dtype="<u2")
    entry["sparse"] = {
        "count": len(values),
        "indices": {"bufferView": built.view(places.tobytes()), "componentType": 5123},
        "values": {"bufferView": built.view(values.tobytes())},
    }
    return index


def _coordinates(draw: st.DrawFn, built: Built, values: F32) -> int:
    if draw(st.booleans()):
        return _shares(draw, built, values)
    return _accessor(draw, built, (values * 5 - 2).astype("<f4"))


def _shares(draw: st.DrawFn, built: Built, values: F32) -> int:
    kind = draw(st.sampled_from(["<f4", "<u1", "<u2"]))
    if kind == "<f4":
        return _accessor(draw, built, values)
    whole = np.rint(values * np.iinfo(kind).max).astype(kind)
    padded = np.zeros(
        (len(whole), -(-whole.shape[1] * whole.itemsize // 4) * 4 // whole.itemsize), kind
    )
    padded[:, : whole.shape[1]] = whole
    index = built.accessor(whole, normalized=True)
    view = built.view(padded.tobytes(), byteStride=padded.shape[1] * padded.itemsize)
    built.json["accessors"][index]["bufferView"] = view
    return index


def _skin(draw: st.DrawFn, built: Built, coordinates: F32, attributes: dict[str, int]) -> None:
    count, share = len(coordinates), coordinates[:, :1]
    kind = draw(st.sampled_from(["<u1", "<u2"]))
    joints = np.tile(np.array([0, 1, 0, 0], kind), (count, 1))
    weights = np.concatenate([1 - share, share, 0 * share, 0 * share], 1).astype("<f4")
    attributes["JOINTS_0"] = built.accessor(joints)
    attributes["WEIGHTS_0"] = built.accessor(weights)
    built.json["skins"] = [
        {"joints": [1, 2], "inverseBindMatrices": built.accessor(np.tile(IDENTITY, (2, 1)))}
    ]
