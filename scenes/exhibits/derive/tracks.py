"""Animations: key frames in fewer bits, and for the coarsest level fewer of them."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.derive.accessors import Accessors
from scenes.exhibits.derive.attributes import limits
from scenes.exhibits.derive.packing import (
    FLOAT,
    Packed,
    as_stored,
    exponent_of,
    exponential,
    quaternions,
)
from scenes.exhibits.derive.precision import Precision
from scenes.exhibits.read import raw
from scenes.glb import Glb

__all__ = ["animated", "instanced", "skinned"]

Json = dict[str, Any]
F32 = NDArray[np.float32]
PLAIN = frozenset({"translation", "rotation", "scale", "weights"})
INSTANCES = frozenset({"TRANSLATION", "ROTATION", "SCALE"})


class _Sampler(NamedTuple):
    input: int
    output: int
    interpolation: str
    path: str


def animated(
    glb: Glb, accessors: Accessors, precision: Precision | None, most_keys: int | None = None
) -> list[Json]:
    """The animations with their samplers' accessors written anew; first and last keys stay."""
    found = []
    for animation in glb.json.get("animations", []):
        samplers = []
        for number, sampler in enumerate(animation["samplers"]):
            one = _read(animation, number, sampler)
            times, values = _keys(glb, one, most_keys)
            words = glb.json["accessors"]
            sources = words[one.input], words[one.output]
            at = as_stored(times, {"componentType": FLOAT, "type": "SCALAR"})
            at.json.update(limits(times))
            packed = _packed(values, sources[1], one, precision)
            made = {"input": accessors.values(at, sources[0])}
            made["output"] = accessors.values(packed, sources[1])
            samplers.append({**sampler, **made})
        found.append({**animation, "samplers": samplers})
    return found


def skinned(glb: Glb, accessors: Accessors) -> list[Json]:
    """The skins; their matrices stay exactly as they are."""
    return [_skin(glb, accessors, skin) for skin in glb.json.get("skins", [])]


def instanced(glb: Glb, accessors: Accessors, node: Json, precision: Precision | None) -> Json:
    """A node whose instances' attributes are written anew (EXT_mesh_gpu_instancing)."""
    extension = node["extensions"]["EXT_mesh_gpu_instancing"]
    made = {}
    for name, index in extension["attributes"].items():
        words = glb.json["accessors"][index]
        path = name.lower() if name in INSTANCES else "other"
        packed = _packed(raw(glb, index), words, _Sampler(0, 0, "LINEAR", path), precision)
        made[name] = accessors.values(packed, words)
    whole = {**node["extensions"], "EXT_mesh_gpu_instancing": {**extension, "attributes": made}}
    return {**node, "extensions": whole}


def _skin(glb: Glb, accessors: Accessors, skin: Json) -> Json:
    if "inverseBindMatrices" not in skin:
        return skin
    index = skin["inverseBindMatrices"]
    words = glb.json["accessors"][index]
    packed = as_stored(raw(glb, index), words)
    return {**skin, "inverseBindMatrices": accessors.values(packed, words)}


def _read(animation: Json, number: int, sampler: Json) -> _Sampler:
    """A sampler, and what its channels move; `mixed` where they disagree."""
    targets = {c["target"]["path"] for c in animation["channels"] if c["sampler"] == number}
    path = next(iter(targets)) if len(targets) == 1 else "mixed"
    way = sampler.get("interpolation", "LINEAR")
    return _Sampler(sampler["input"], sampler["output"], way, path)


def _keys(glb: Glb, one: _Sampler, most: int | None) -> tuple[NDArray[Any], NDArray[Any]]:
    times, values = raw(glb, one.input), raw(glb, one.output)
    straight = one.interpolation == "LINEAR" and one.path in PLAIN
    if most is None or not straight or len(times) <= most or len(values) % len(times):
        return times, values
    kept = np.unique(np.linspace(0, len(times) - 1, max(2, most)).astype(np.intp))
    frames = values.reshape(len(times), -1, values.shape[1])[kept]
    return times[kept], np.ascontiguousarray(frames.reshape(-1, values.shape[1]))


def _packed(
    values: NDArray[Any], words: Json, one: _Sampler, precision: Precision | None
) -> Packed:
    if precision is None or one.path not in PLAIN or words["componentType"] != FLOAT:
        return as_stored(values, words, align=1)
    numbers: F32 = np.ascontiguousarray(values, np.float32)
    if one.path == "rotation" and one.interpolation != "CUBICSPLINE" and _are_unit(numbers):
        return quaternions(numbers, precision.turn)
    reach = float(np.abs(numbers).max(initial=0))
    span = float(np.ptp(numbers)) if len(numbers) else 0.0
    return exponential(numbers, exponent_of(max(span, reach / 16), precision.key, reach))


def _are_unit(turns: F32) -> bool:
    return bool((np.abs(np.linalg.norm(turns, axis=1) - 1) < 0.01).all())
