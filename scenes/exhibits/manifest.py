"""An exhibit's manifest: what a revision is made of, and what visitors can do with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from scenes.exhibits.colour import mean_colour
from scenes.exhibits.derive.derived import Derived
from scenes.exhibits.derive.drawn import drawn
from scenes.exhibits.document import Source
from scenes.exhibits.fingerprint import Fingerprint
from scenes.exhibits.parts import parts_of
from scenes.findings import Finding
from scenes.glb import Glb

__all__ = ["FORMAT", "VERSION", "Blocked", "Origin", "Poster", "manifest"]

Json = dict[str, Any]
NOWHERE = (0.0, 0.0, 0.0)
FORMAT, VERSION = "lingjing.exhibit", 1
MOST_FINDINGS = 20
"""Findings that a manifest lists; the record of the upload has them all."""


class Origin(NamedTuple):
    """The upload: the name of the file that was meant, and all its files."""

    name: str
    files: Sequence[Source]


class Blocked(NamedTuple):
    """A level that lost something, and what."""

    level: int
    findings: Sequence[Finding]


class Poster(NamedTuple):
    """A picture of the exhibit: its file's bytes, pixels, and who made it."""

    data: bytes
    width: int
    height: int
    maker: str
    file: str = "poster.webp"


def manifest(
    origin: Origin,
    glb: Glb,
    of: Fingerprint,
    levels: Iterable[Derived],
    *,
    blocked: Iterable[Blocked] = (),
    findings: Sequence[Finding] = (),
    poster: Poster | None = None,
    made_by: Mapping[str, str] | None = None,
) -> Json:
    """The manifest of a normalised GLB, its fingerprint and its levels; the same for the same."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "source": _source(origin),
        "model": _model(glb, of),
        "levels": [_level(level) for level in sorted(levels)],
        "blocked": [
            {"level": each.level, "findings": _findings(each.findings)} for each in blocked
        ],
        "poster": None if poster is None else _poster(poster),
        "findings": _findings(findings),
        "fingerprint": of.summary(),
        "made_by": dict(made_by or {}),
    }


def _source(origin: Origin) -> Json:
    """A single file is itself; several have one hash over the hashes and names of all."""
    files = sorted(
        (
            {"name": s.name, "bytes": len(s.data), "sha256": sha256(s.data).hexdigest()}
            for s in origin.files
        ),
        key=lambda file: str(file["name"]),
    )
    lines = "".join(f"{file['sha256']}  {file['name']}\n" for file in files)
    whole = files[0]["sha256"] if len(files) == 1 else sha256(lines.encode()).hexdigest()
    size = sum(len(source.data) for source in origin.files)
    return {"name": origin.name, "sha256": whole, "bytes": size, "files": files}


def _model(glb: Glb, of: Fingerprint) -> Json:
    seen = drawn(glb)
    low, high = (of.pose.low, of.pose.high) if of.pose else (NOWHERE, NOWHERE)
    variants = glb.json.get("extensions", {}).get("KHR_materials_variants", {}).get("variants", [])
    return {
        "bounds": {"min": [_short(v) for v in low], "max": [_short(v) for v in high]},
        "color": list(mean_colour(glb, seen, of.triangles, of.looks)),
        "clips": _names(glb.json.get("animations", []), "animation"),
        "variants": _names(variants, "variant"),
        "triangles": sum(
            one.copies * of.triangles.get(f"/meshes/{m}/primitives/{p}", 0)
            for (m, p), one in seen.items()
        ),
        "draw_calls": sum(one.calls for one in seen.values()),
        "parts": [{"node": part.node, **part.json} for part in parts_of(glb)],
    }


def _names(rows: Sequence[Json], kind: str) -> list[str]:
    return [row.get("name", f"{kind}_{i}") for i, row in enumerate(rows)]


def _short(value: float) -> float:
    return float(f"{value:.6g}")


def _level(level: Derived) -> Json:
    return {
        "level": level.level,
        "file": f"L{level.level}.glb",
        "sha256": sha256(level.data).hexdigest(),
        "bytes": len(level.data),
        "triangles": level.triangles,
        "vertices": level.vertices,
        "draw_calls": level.draw_calls,
        "error": level.error,
        "gpu_bytes": level.gpu_bytes,
    }


def _poster(poster: Poster) -> Json:
    return {
        "file": poster.file,
        "sha256": sha256(poster.data).hexdigest(),
        "bytes": len(poster.data),
        "width": poster.width,
        "height": poster.height,
        "maker": poster.maker,
    }


def _findings(findings: Sequence[Finding]) -> list[Json]:
    listed = [finding._asdict() for finding in findings[:MOST_FINDINGS]]
    more = len(findings) - len(listed)
    if more > 0:
        listed.append(Finding("", "TOO_MANY_FINDINGS", "warning", str(more))._asdict())
    return listed
