"""From a Model to the bytes of a GLB: quantised, shared, deterministic."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.author.buffer import Buffer
from scenes.author.materials import Materials
from scenes.author.model import Clip, Instances, Model, Node, Surface
from scenes.author.quantise import Packing, pack, packing
from scenes.author.turn import IDENTITY, Quat, Vec3
from scenes.glb import write_glb
from scenes.places import rotate

__all__ = ["build_glb"]

Json = dict[str, Any]


def build_glb(model: Model, grain: float = 0.0) -> bytes:
    """The model as one GLB; equal models give equal bytes.

    Positions are rounded to `grain` metres at most, where that is coarser than 1/32767 of a mesh.
    """
    return _Author(model, grain).build()


class _Author:
    """The tables of one file while it is written."""

    def __init__(self, model: Model, grain: float) -> None:
        self.model = model
        self.grain = grain
        self.buffer = Buffer()
        self.materials = Materials(self.buffer)
        self.nodes: list[Json] = []
        self.meshes: list[Json] = []
        self.names: dict[str, int] = {}
        self.moving = {channel.node for clip in model.clips for channel in clip.channels}
        self.variants = list(model.variants)
        self.known: dict[tuple[int, ...], tuple[int, Packing]] = {}
        self.used: set[str] = set()
        self.required: set[str] = set()

    def build(self) -> bytes:
        roots = [self._node(node) for node in self.model.nodes]
        animations = [self._clip(clip) for clip in self.model.clips]
        accessors, views, binary = self.buffer.finish()
        json: Json = {
            "asset": {"version": "2.0", "generator": "Lingjing"},
            "scene": 0,
            "scenes": [{"name": self.model.name, "nodes": roots}],
            "nodes": self.nodes,
            "meshes": self.meshes,
            "materials": self.materials.materials,
            "accessors": accessors,
            "bufferViews": views,
            "buffers": [{"byteLength": len(binary)}] if binary else [],
            "animations": animations,
            "images": self.materials.images,
            "textures": [{"source": i} for i in range(len(self.materials.images))],
            "extensions": self._root_extensions(),
            "extensionsUsed": sorted(self.used | self.required | self.materials.extensions),
            "extensionsRequired": sorted(self.required),
        }
        return write_glb(
            {key: value for key, value in json.items() if value not in ([], {})}, binary
        )

    def _root_extensions(self) -> Json:
        found: Json = {}
        if self.variants:
            self.used.add("KHR_materials_variants")
            rows = [
                {"name": n, "extras": {"title": dict(t)}} for n, t in self.model.variants.items()
            ]
            found["KHR_materials_variants"] = {"variants": rows}
        return found

    # --- nodes

    def _node(self, node: Node) -> int:
        if node.name in self.names:
            raise ValueError(f"two nodes are called {node.name}")
        at = len(self.nodes)
        self.names[node.name] = at
        json: Json = {"name": node.name}
        self.nodes.append(json)
        children = [self._node(child) for child in node.children]
        place = (node.translation, node.rotation, node.scale)
        if node.surfaces:
            place = self._carry(node, json, children, place)
        json |= _trs(*place)
        if children:
            json["children"] = children
        if node.part is not None:
            part = {"name": dict(node.part.name), "explode": list(node.part.explode)}
            json["extras"] = {"part": part}
        return at

    def _carry(
        self, node: Node, json: Json, children: list[int], place: tuple[Vec3, Quat, Vec3]
    ) -> tuple[Vec3, Quat, Vec3]:
        """Hang the node's mesh: on itself where its transform can also undo the packing."""
        mesh, how = self._mesh(node.surfaces)
        if node.instances is not None:
            json |= {"mesh": mesh, "extensions": self._instances(node.instances, how)}
            return place
        if not node.children and node.name not in self.moving:
            json["mesh"] = mesh
            return _folded(place, how)
        children.append(len(self.nodes))
        self.nodes.append({"mesh": mesh, **_trs(how.centre, IDENTITY, (how.scale,) * 3)})
        return place

    def _instances(self, instances: Instances, how: Packing) -> Json:
        count = len(instances.translations)
        turns = instances.rotations
        rotations = np.tile(IDENTITY, (count, 1)) if turns is None else turns
        scales = np.ones((count, 3)) if instances.scales is None else instances.scales
        offsets = _rotated(scales * np.array(how.centre), rotations)
        attributes = {
            "TRANSLATION": self._floats("instance-t", instances.translations + offsets),
            "SCALE": self._floats("instance-s", scales * how.scale),
        }
        if turns is not None:
            attributes["ROTATION"] = self.buffer.values("instance-r", _shorts(rotations))
        self.required.add("EXT_mesh_gpu_instancing")
        return {"EXT_mesh_gpu_instancing": {"attributes": attributes}}

    def _floats(self, name: str, rows: NDArray[np.float64]) -> int:
        return self.buffer.values(name, np.ascontiguousarray(rows, "f4"))

    # --- meshes

    def _mesh(self, surfaces: tuple[Surface, ...]) -> tuple[int, Packing]:
        key = tuple(id(surface) for surface in surfaces)
        if key not in self.known:
            how = packing([surface.mesh for surface in surfaces])
            primitives = [self._primitive(surface, how) for surface in surfaces]
            self.meshes.append({"primitives": primitives})
            self.known[key] = len(self.meshes) - 1, how
            self.required.add("KHR_mesh_quantization")
        return self.known[key]

    def _primitive(self, surface: Surface, how: Packing) -> Json:
        data = pack(surface.mesh, how, surface.material.image is not None, self.grain)
        attributes = {
            "POSITION": self.buffer.vertices("POSITION", data.positions, 3),
            "NORMAL": self.buffer.vertices("NORMAL", data.normals, 3),
        }
        if data.colors is not None:
            attributes["COLOR_0"] = self.buffer.vertices("COLOR_0", data.colors, 4)
        if data.uvs is not None:
            attributes["TEXCOORD_0"] = self.buffer.vertices("TEXCOORD_0", data.uvs, 2)
        json: Json = {
            "attributes": attributes,
            "indices": self.buffer.indices(data.indices),
            "material": self.materials.add(surface.material),
        }
        if surface.variants:
            json["extensions"] = {"KHR_materials_variants": {"mappings": self._mappings(surface)}}
        return json

    def _mappings(self, surface: Surface) -> list[Json]:
        wanted: dict[int, list[int]] = {}
        for name, material in surface.variants.items():
            wanted.setdefault(self.materials.add(material), []).append(self.variants.index(name))
        return [{"material": m, "variants": sorted(v)} for m, v in wanted.items()]

    # --- animation

    def _clip(self, clip: Clip) -> Json:
        samplers, channels = [], []
        for channel in clip.channels:
            turning = channel.path == "rotation"
            times = self.buffer.values("time", np.ascontiguousarray(channel.times, "f4"), True)
            rows = (
                _shorts(channel.values) if turning else np.ascontiguousarray(channel.values, "f4")
            )
            output = self.buffer.values(f"key-{channel.path}", rows)
            samplers.append(
                {"input": times, "output": output, "interpolation": channel.interpolation}
            )
            target = {"node": self.names[channel.node], "path": channel.path}
            channels.append({"sampler": len(samplers) - 1, "target": target})
        json: Json = {"name": clip.name, "samplers": samplers, "channels": channels}
        return json if clip.title is None else {**json, "extras": {"title": dict(clip.title)}}


def _folded(place: tuple[Vec3, Quat, Vec3], how: Packing) -> tuple[Vec3, Quat, Vec3]:
    (tx, ty, tz), rotation, (sx, sy, sz) = place
    cx, cy, cz = how.centre
    x, y, z = rotate(rotation, (cx * sx, cy * sy, cz * sz))
    return (tx + x, ty + y, tz + z), rotation, (sx * how.scale, sy * how.scale, sz * how.scale)


def _trs(translation: Vec3, rotation: Quat, scale: Vec3) -> Json:
    json: Json = {}
    if any(translation):
        json["translation"] = [round(float(v), 6) for v in translation]
    if tuple(rotation) != IDENTITY:
        json["rotation"] = [round(float(v), 7) for v in rotation]
    if any(v != 1 for v in scale):
        json["scale"] = [round(float(v), 8) for v in scale]
    return json


def _shorts(quaternions: NDArray[np.float64]) -> NDArray[np.int16]:
    shorts: NDArray[np.int16] = np.rint(np.asarray(quaternions, "f8") * 32767).astype("i2")
    return shorts


def _rotated(vectors: NDArray[np.float64], q: NDArray[np.float64]) -> NDArray[np.float64]:
    t = 2 * np.cross(q[:, :3], vectors)
    result: NDArray[np.float64] = vectors + q[:, 3:] * t + np.cross(q[:, :3], t)
    return result
