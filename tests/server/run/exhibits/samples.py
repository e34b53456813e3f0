"""What a finished job leaves behind, made by hand: small, and different for every seed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scenes.glb import write_glb
from server.run.exhibits import Original, Outputs, Target
from server.run.park import Park
from server.store.exhibit_records import StoredRevision

TITLE = {"zh": "减速器", "en": "Gearbox"}


def level(seed: str, number: int) -> bytes:
    """A GLB that no other level of any other seed equals."""
    return write_glb({"asset": {"version": "2.0"}, "extras": {"is": f"{seed} L{number}"}}, b"")


def outputs(
    folder: Path,
    seed: str,
    *,
    size: Sequence[float] = (1.0, 1.0, 1.0),
    clips: Sequence[str] = (),
    variants: Sequence[str] = (),
    originals: int = 1,
    poster: bool = True,
) -> Outputs:
    """A job's folder for a model that fills a box standing round the origin."""
    made = folder / f"job-{seed}"
    made.mkdir(parents=True)
    came = [_write(made, f"{seed}-{n}.glb", f"original {seed} {n}") for n in range(originals)]
    levels = [_level(made, seed, number) for number in range(4)]
    manifest = {
        "format": "lingjing.exhibit",
        "version": 1,
        "source": {"name": f"{seed}.glb", "bytes": 100, "sha256": _sha(came[0])},
        "model": {
            "bounds": _box(size),
            "color": [0.5, 0.5, 0.5],
            "clips": list(clips),
            "variants": list(variants),
            "triangles": 12,
            "draw_calls": 1,
            "parts": [{"node": 1, "name": {"zh": "盖", "en": "lid"}, "explode": [0.0, 1.0, 0.0]}],
        },
        "levels": levels,
        "blocked": [],
        "poster": _poster(made, seed) if poster else None,
        "findings": [{"pointer": "/meshes/0", "code": "UNUSED_OBJECT", "severity": "warning"}],
        "fingerprint": {"nodes": 2},
        "made_by": {"lingjing": "0.1.0"},
    }
    (made / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False))
    return Outputs(tuple(Original(path.name, path) for path in came), made)


async def keep(
    park: Park, folder: Path, seed: str, exhibit: str | None = None, **options: Any
) -> StoredRevision:
    """A revision made of such outputs, of an exhibit or as the first of a new one."""
    target = Target(exhibit, None if exhibit else TITLE)
    made = outputs(folder, seed, **options)
    return await park.exhibits.keep_revision(
        made, target, note=f"note {seed}", author="operator", job=f"job-{seed}"
    )


def _level(made: Path, seed: str, number: int) -> dict[str, Any]:
    data = level(seed, number)
    (made / f"L{number}.glb").write_bytes(data)
    return {
        "level": number,
        "file": f"L{number}.glb",
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "triangles": 12 >> number,
        "vertices": 8,
        "draw_calls": 1,
        "error": 0.01 * number,
        "gpu_bytes": 1000,
    }


def _poster(made: Path, seed: str) -> dict[str, Any]:
    path = _write(made, "poster.webp", f"RIFF poster {seed}")
    return {
        "file": path.name,
        "sha256": _sha(path),
        "bytes": path.stat().st_size,
        "width": 1,
        "height": 1,
        "maker": "software",
    }


def _box(size: Sequence[float]) -> dict[str, list[float]]:
    x, y, z = size
    return {"min": [-x / 2, 0.0, -z / 2], "max": [x / 2, y, z / 2]}


def _write(made: Path, name: str, text: str) -> Path:
    path = made / name
    path.write_text(text)
    return path


def _sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
