"""What an exhibit has, and what a level of it has lost.

A fingerprint is taken of the normalised file and of every level; ``losses`` tells what the level
no longer has. Whatever it tells blocks the level.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from scenes.exhibits.codecs.unpack import unpack
from scenes.exhibits.derive.derived import derive
from scenes.exhibits.derive.warm import tiny
from scenes.exhibits.document import Document
from scenes.exhibits.features.items import hashed, items
from scenes.exhibits.features.looks import Look, looks
from scenes.exhibits.features.pose import Box, pose
from scenes.exhibits.features.ranges import Range, ranges, triangles
from scenes.exhibits.features.tolerance import TOLERANCES, Tolerance
from scenes.exhibits.policy import Policy
from scenes.findings import Finding
from scenes.glb import Glb, GlbError, read_glb

__all__ = ["Fingerprint", "fingerprint", "level_losses", "losses", "warm_up"]

Json = dict[str, Any]
NAMES = (
    *("animations", "skins", "nodes", "meshes", "materials", "textures", "images", "cameras"),
    *("scenes", "samplers"),
)


class Fingerprint(NamedTuple):
    """Everything by JSON pointer; ``parts`` are nodes that say of themselves that they are one."""

    items: dict[str, str]
    ranges: dict[str, Range]
    triangles: dict[str, int]
    looks: dict[str, Look]
    parts: dict[str, str]
    pose: Box | None
    counts: dict[str, int]

    def summary(self) -> Json:
        """A few words for a manifest: how many of what, and one hash over all that is exact."""
        counts = {name: count for name, count in self.counts.items() if count}
        return {"counts": counts, "hash": hashed([self.items, self.parts])}


def fingerprint(glb: Glb) -> Fingerprint:
    """Take the fingerprint of a GLB, compressed or not; raises GlbError where it is not whole."""
    glb = _plain(glb)
    return Fingerprint(
        items(glb),
        ranges(glb),
        triangles(glb),
        looks(glb),
        _parts(glb.json),
        pose(glb),
        _counts(glb.json),
    )


def level_losses(of: Fingerprint, data: bytes, level: int, error: float) -> list[Finding]:
    """What level number ``level`` of an exhibit has lost, ``error`` being how far it may stray."""
    try:
        return losses(of, fingerprint(read_glb(data)), level, error)
    except (GlbError, ValueError, LookupError, TypeError) as broken:
        return [Finding("", "LEVEL_UNREADABLE", "error", str(broken)[:200])]


def losses(of: Fingerprint, in_: Fingerprint, level: int = 0, error: float = 0.0) -> list[Finding]:
    """What the first has and the second has not, in the order of the pointers."""
    tolerance = TOLERANCES[level]
    found = [*_lost_items(of.items, in_.items), *_lost_items(of.parts, in_.parts)]
    found += _lost_ranges(of.ranges, in_.ranges, tolerance)
    found += _lost_looks(of.looks, in_.looks, tolerance)
    found += _lost_triangles(of.triangles, in_.triangles, level)
    found += _lost_pose(of.pose, in_.pose, tolerance, error)
    return sorted(set(found))


def _plain(glb: Glb) -> Glb:
    """The document with its geometry unpacked into one buffer."""
    if "EXT_meshopt_compression" not in glb.json.get("extensionsUsed", []):
        return glb
    given = [memoryview(glb.bin), *([None] * (len(glb.json.get("buffers", [])) - 1))]
    document, _, findings = unpack(Document(glb.json, tuple(given), ()), Policy())
    if any(finding.severity == "error" for finding in findings):
        raise GlbError("glb.compressed", findings[0].code)
    return _one_buffer(document)


def _one_buffer(document: Document) -> Glb:
    starts, whole = [], bytearray()
    for buffer in document.buffers:
        starts.append(len(whole))
        whole += buffer or b""
        whole += bytes(-len(whole) % 8)
    views = [
        {**view, "buffer": 0, "byteOffset": view.get("byteOffset", 0) + starts[view["buffer"]]}
        for view in document.json.get("bufferViews", [])
    ]
    buffers = [{"byteLength": len(whole)}]
    return Glb({**document.json, "bufferViews": views, "buffers": buffers}, bytes(whole))


def _parts(json: Json) -> dict[str, str]:
    extras = ((i, node.get("extras")) for i, node in enumerate(json.get("nodes", [])))
    return {
        f"/nodes/{i}/extras/part": hashed(found["part"])
        for i, found in extras
        if isinstance(found, dict) and "part" in found
    }


def _counts(json: Json) -> dict[str, int]:
    counts = {name: len(json.get(name, [])) for name in NAMES}
    primitives = [p for mesh in json.get("meshes", []) for p in mesh["primitives"]]
    counts["morph_targets"] = sum(len(p.get("targets", [])) for p in primitives)
    extensions = json.get("extensions", {})
    for name, key in (("KHR_materials_variants", "variants"), ("KHR_lights_punctual", "lights")):
        counts[key] = len(extensions.get(name, {}).get(key, []))
    return counts


def _lost_items(of: dict[str, str], in_: dict[str, str]) -> Iterator[Finding]:
    for at, was in of.items():
        if in_.get(at) != was:
            yield Finding(at, _code(at), "error", "" if at in in_ else "missing")


def _code(at: str) -> str:
    steps = at.split("/")
    if "extensions" in steps or "extensionsUsed" in steps:
        return "LOST_EXTENSION"
    if "extras" in steps:
        return "LOST_PART" if steps[-1] == "part" else "LOST_EXTRAS"
    return CODES.get(steps[1] if len(steps) > 1 else "", "LOST_WORDS")


CODES = {
    "animations": "LOST_ANIMATION",
    "skins": "LOST_SKIN",
    "nodes": "LOST_NODE",
    "meshes": "LOST_MESH",
    "materials": "LOST_MATERIAL",
    "textures": "LOST_TEXTURE",
    "images": "LOST_IMAGE",
    "cameras": "LOST_CAMERA",
    "scenes": "LOST_SCENE",
    "accessors": "LOST_EXTENSION",
    "bufferViews": "LOST_EXTENSION",
}


def _lost_ranges(
    of: dict[str, Range], in_: dict[str, Range], tolerance: Tolerance
) -> Iterator[Finding]:
    for at, was in of.items():
        now = in_.get(at)
        if now is None:
            if not (tolerance.tangents and at.endswith("/TANGENT")):
                yield Finding(at, _range_code(at), "error", "missing")
        elif not tolerance.keeps(was, now, at):
            yield Finding(at, _range_code(at), "error", "differs")


def _range_code(at: str) -> str:
    if at.startswith("/meshes"):
        return "LOST_MORPH_TARGET" if "/targets/" in at else "LOST_ATTRIBUTE"
    kinds = {"animations": "LOST_ANIMATION", "skins": "LOST_SKIN", "nodes": "LOST_INSTANCES"}
    return kinds[at.split("/")[1]]


def _lost_looks(
    of: dict[str, Look], in_: dict[str, Look], tolerance: Tolerance
) -> Iterator[Finding]:
    for at, was in of.items():
        now = in_.get(at)
        if now is None or not tolerance.looks_alike(was, now):
            yield Finding(at, "LOST_IMAGE", "error", "missing" if now is None else "differs")


def _lost_triangles(of: dict[str, int], in_: dict[str, int], level: int) -> Iterator[Finding]:
    for at, was in of.items():
        now = in_.get(at, 0)
        if (level == 0 and now != was) or (was and not now):
            yield Finding(at, "LOST_TRIANGLES", "error", f"{now} of {was}")


def _lost_pose(
    of: Box | None, in_: Box | None, tolerance: Tolerance, error: float
) -> Iterator[Finding]:
    if of is None:
        return
    off = (
        max(abs(a - b) for a, b in zip(of.low + of.high, in_.low + in_.high, strict=True))
        if in_
        else 0.0
    )
    if in_ is None or off > max(error * 1.05, tolerance.pose * of.size):
        yield Finding("/scenes", "LOST_BOUNDS", "error", f"off by {off:.4g} m")


def warm_up() -> None:
    """Take one fingerprint and compare one level, so that a worker has all of it at hand."""
    glb = tiny()
    for level in derive(glb, Policy()):
        level_losses(fingerprint(glb), level.data, level.level, level.error)
