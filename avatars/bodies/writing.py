"""A VRM 1.0 file: pieces become meshes, bones become nodes, shapes become expressions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from avatars.bodies.chunk import INDICES, VERTICES, Chunk
from avatars.bodies.figure import Bone, Point
from avatars.bodies.piece import F64, Piece
from scenes.glb import write_glb

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cloth:
    """A material. Its colours are those of the vertices, times the picture if there is one."""

    name: str
    roughness: float = 0.85
    image: bytes | None = None
    double: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """One draw call: a piece and what it is made of."""

    piece: Piece
    cloth: Cloth


@dataclass(frozen=True, slots=True)
class Spring:
    """A chain of bones that swing: names from the root to the tip, and how they swing."""

    name: str
    bones: tuple[str, ...]
    stiffness: float = 1.2
    drag: float = 0.65
    gravity: float = 0.1
    radius: float = 0.012


@dataclass(frozen=True, slots=True)
class Ball:
    """A round thing that hair does not pass through, in the space of a bone."""

    bone: str
    offset: Point
    radius: float


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """Everything that a file tells. `meshes` are by name; shapes of pieces become expressions."""

    name: str
    title: str
    bones: Sequence[Bone]
    extra: Sequence[Bone]
    meshes: Mapping[str, Sequence[Surface]]
    expressions: Mapping[str, Mapping[str, float]]
    springs: Sequence[Spring] = ()
    balls: Sequence[Ball] = ()
    overrides: Mapping[str, str] = field(default_factory=dict)


class _File:
    """The tables of a file in the making."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.chunk = Chunk()
        self.nodes: list[Json] = []
        self.index: dict[str, int] = {}
        self.meshes: list[Json] = []
        self.materials: list[Json] = []
        self.images: list[Json] = []
        self.shapes: dict[str, list[str]] = {}

    def joints(self) -> list[Bone]:
        return [*self.body.bones, *self.body.extra]

    def skeleton(self) -> None:
        bones = self.joints()
        place = {bone.name: np.array(bone.place) for bone in bones}
        self.index = {bone.name: i for i, bone in enumerate(bones)}
        for bone in bones:
            origin = place[bone.parent] if bone.parent else np.zeros(3)
            at = [round(float(v), 6) for v in place[bone.name] - origin]
            children = [self.index[b.name] for b in bones if b.parent == bone.name]
            node: Json = {"name": bone.name, "translation": at}
            self.nodes.append({**node, "children": children} if children else node)

    def skin(self) -> Json:
        bones = self.joints()
        inverse = np.tile(np.eye(4), (len(bones), 1, 1))
        # Columns first, as glTF keeps matrices: the place stands in the last row here.
        inverse[:, 3, :3] = [[-round(v, 6) for v in self._world(bone)] for bone in bones]
        matrices = self.chunk.rows("MAT4", inverse.astype("<f4"))
        return {"inverseBindMatrices": matrices, "joints": list(range(len(bones))), "skeleton": 0}

    def _world(self, bone: Bone) -> F64:
        place = {b.name: b for b in self.joints()}
        total: F64 = np.zeros(3)
        at = bone
        while True:
            total += np.array(self.nodes[self.index[at.name]]["translation"])
            if not at.parent:
                return total
            at = place[at.parent]

    def mesh(self, name: str, surfaces: Sequence[Surface]) -> None:
        shapes = sorted({shape for s in surfaces for shape in s.piece.shapes})
        primitives = [self._primitive(s, shapes) for s in surfaces]
        mesh: Json = {"name": name, "primitives": primitives}
        if shapes:
            mesh |= {"extras": {"targetNames": shapes}, "weights": [0] * len(shapes)}
        self.shapes[name] = shapes
        self.nodes.append({"name": name, "mesh": len(self.meshes), "skin": 0})
        self.meshes.append(mesh)

    def _primitive(self, surface: Surface, shapes: Sequence[str]) -> Json:
        piece = surface.piece
        joints, weights = held(piece, self.index)
        attributes = {
            "POSITION": self.chunk.places(piece.positions),
            "NORMAL": self.chunk.rows("VEC3", piece.normals.astype("<f4"), VERTICES),
            "COLOR_0": self.chunk.shares("VEC3", _shares(piece.colors), pad=8),
            "JOINTS_0": self.chunk.rows("VEC4", joints, VERTICES),
            "WEIGHTS_0": self.chunk.rows("VEC4", weights, VERTICES),
        }
        if surface.cloth.image is not None and piece.uvs is not None:
            attributes["TEXCOORD_0"] = self.chunk.rows("VEC2", piece.uvs.astype("<f4"), VERTICES)
        primitive: Json = {
            "attributes": attributes,
            "indices": self.chunk.rows("SCALAR", piece.faces.ravel().astype("<u2"), INDICES),
            "material": self.material(surface.cloth),
        }
        if shapes:
            zeros = np.zeros((len(piece.positions), 3))
            primitive["targets"] = [
                {"POSITION": self.chunk.offsets(piece.shapes.get(shape, zeros))} for shape in shapes
            ]
        return primitive

    def material(self, cloth: Cloth) -> int:
        pbr: Json = {
            "baseColorFactor": [1, 1, 1, 1],
            "metallicFactor": 0,
            "roughnessFactor": cloth.roughness,
        }
        if cloth.image is not None:
            texture = {"index": len(self.images)}
            self.images.append(
                {"bufferView": self.chunk.image(cloth.image), "mimeType": "image/png"}
            )
            pbr["baseColorTexture"] = texture
        material: Json = {"name": cloth.name, "pbrMetallicRoughness": pbr}
        if cloth.double:
            material["doubleSided"] = True
        self.materials.append(material)
        return len(self.materials) - 1


def _shares(colors: F64) -> NDArray[np.uint16]:
    shares: NDArray[np.uint16] = np.rint(np.clip(colors, 0, 1) * 65535).astype("<u2")
    return shares


def held(piece: Piece, index: Mapping[str, int]) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """The four strongest bones of each vertex and their weights, which add up to 1."""
    names = sorted(piece.weights, key=lambda name: index[name])
    table = np.stack([piece.weights[name] for name in names], axis=1)
    table = np.concatenate([table, np.zeros((len(table), max(0, 4 - len(names))))], axis=1)
    numbers = np.array([index[name] for name in names] + [0] * max(0, 4 - len(names)))
    order = np.argsort(-table, axis=1, kind="stable")[:, :4]
    weights = np.take_along_axis(table, order, axis=1)
    weights = weights / weights.sum(axis=1, keepdims=True)
    weights = np.where(weights < 1e-4, 0.0, weights)
    weights = weights / weights.sum(axis=1, keepdims=True)
    joints = np.where(weights > 0, numbers[order], 0)
    return joints.astype("u1"), weights.astype("<f4")


def write(body: Body) -> bytes:
    """The bytes of the file."""
    file = _File(body)
    file.skeleton()
    skin = file.skin()
    for name, surfaces in body.meshes.items():
        file.mesh(name, surfaces)
    binary = bytes(file.chunk.bytes)
    roots = [0, *range(len(file.joints()), len(file.nodes))]
    extensions: Json = {"VRMC_vrm": _vrm(file)}
    if body.springs:
        extensions["VRMC_springBone"] = _springs(file)
    document: Json = {
        "asset": {
            "version": "2.0",
            "generator": "lingjing avatars.bodies",
            "copyright": "Lingjing authors, Apache-2.0",
        },
        "scene": 0,
        "scenes": [{"name": body.name, "nodes": roots}],
        "nodes": file.nodes,
        "meshes": file.meshes,
        "skins": [skin],
        "materials": file.materials,
        "accessors": file.chunk.accessors,
        "bufferViews": file.chunk.views,
        "buffers": [{"byteLength": len(binary)}],
        "extensionsUsed": sorted(extensions),
        "extensions": extensions,
    }
    if file.images:
        document |= {
            "images": file.images,
            "samplers": [{"magFilter": 9729, "minFilter": 9987, "wrapS": 33071, "wrapT": 33071}],
            "textures": [{"source": i, "sampler": 0} for i in range(len(file.images))],
        }
    return write_glb(document, binary)


def _vrm(file: _File) -> Json:
    body = file.body
    presets: Json = {}
    for name, shapes in body.expressions.items():
        binds = [
            {"node": len(file.joints()) + m, "index": order.index(shape), "weight": weight}
            for m, (mesh, order) in enumerate(file.shapes.items())
            for shape, weight in shapes.items()
            if shape in order
        ]
        found: Json = {"morphTargetBinds": binds} if binds else {}
        how = body.overrides.get(name)
        if how:
            found["overrideBlink"] = how
        presets[name] = found
    head = next(b for b in body.bones if b.name == "head").place
    eye = next(b for b in body.bones if b.name == "leftEye").place
    human = {bone.name: {"node": file.index[bone.name]} for bone in body.bones}
    return {
        "specVersion": "1.0",
        "meta": {
            "name": body.title,
            "version": "1",
            "authors": ["Lingjing authors"],
            "copyrightInformation": "Lingjing authors, Apache License 2.0",
            "licenseUrl": "https://vrm.dev/licenses/1.0/",
            "otherLicenseUrl": "https://www.apache.org/licenses/LICENSE-2.0",
            "avatarPermission": "everyone",
            "commercialUsage": "corporation",
            "creditNotation": "unnecessary",
            "allowRedistribution": True,
            "modification": "allowModificationRedistribution",
            "allowExcessivelyViolentUsage": False,
            "allowExcessivelySexualUsage": False,
            "allowPoliticalOrReligiousUsage": False,
            "allowAntisocialOrHateUsage": False,
        },
        "humanoid": {"humanBones": human},
        "firstPerson": {"meshAnnotations": []},
        "expressions": {"preset": presets},
        "lookAt": {
            "type": "bone",
            "offsetFromHeadBone": [0.0, round(eye[1] - head[1], 5), round(eye[2] - head[2], 5)],
            "rangeMapHorizontalInner": {"inputMaxValue": 60, "outputScale": 15},
            "rangeMapHorizontalOuter": {"inputMaxValue": 60, "outputScale": 15},
            "rangeMapVerticalDown": {"inputMaxValue": 60, "outputScale": 11},
            "rangeMapVerticalUp": {"inputMaxValue": 60, "outputScale": 9},
        },
    }


def _springs(file: _File) -> Json:
    body = file.body
    colliders = [
        {
            "node": file.index[b.bone],
            "shape": {"sphere": {"offset": list(b.offset), "radius": b.radius}},
        }
        for b in body.balls
    ]
    found: Json = {
        "specVersion": "1.0",
        "springs": [
            {
                "name": s.name,
                "joints": [
                    {
                        "node": file.index[bone],
                        "hitRadius": s.radius,
                        "stiffness": s.stiffness,
                        "dragForce": s.drag,
                        "gravityPower": s.gravity,
                        "gravityDir": [0, -1, 0],
                    }
                    for bone in s.bones
                ],
                **({"colliderGroups": [0]} if colliders else {}),
            }
            for s in body.springs
        ],
    }
    if colliders:
        found["colliders"] = colliders
        found["colliderGroups"] = [{"name": "body", "colliders": list(range(len(colliders)))}]
    return found
