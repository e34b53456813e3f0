"""A small stand-in for the way of an exhibit, which does as the file's name says.

Only a test can name this module. ``slow-derive.glb`` waits for ever in that step,
``dies-check.glb`` crashes there; a file that does not begin with ``glTF`` is refused.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import time
from typing import Any

from scenes.findings import Finding
from scenes.glb import write_glb
from server.run.worker.child import Work

STEPS = ("gate", "check", "normalise", "derive", "prove", "poster")
HEEDED = True
"""Whether names of files say what goes wrong with them."""
BOX = {"min": [-0.5, 0.0, -0.5], "max": [0.5, 1.0, 0.5]}


def judge(work: Work) -> None:
    """The verdict alone."""
    _step(work, "gate")
    _step(work, "check")
    good = all(bytes(source.data[:4]) == b"glTF" for source in work.sources)
    findings = [] if good else [Finding("", "GLB_INVALID_MAGIC", "error")]
    work.judge("accept" if good else "refuse", None if good else "exhibit_refused", findings)


def build(work: Work) -> None:
    """All of it."""
    judge(work)
    if any(bytes(source.data[:4]) != b"glTF" for source in work.sources):
        return
    for step in STEPS[2:]:
        _step(work, step)
    lead = work.sources[0]
    came = bytes(lead.data)
    levels = []
    for number in range(4):
        data = write_glb({"asset": {"version": "2.0"}, "extras": {"level": number}}, came[:64])
        work.write(f"L{number}.glb", data)
        levels.append(_level(number, data))
    work.write("manifest.json", json.dumps(_manifest(lead.name, came, levels)).encode())


def _step(work: Work, step: str) -> None:
    work.tell(step, 0.0)
    names = {source.name for source in work.sources} if HEEDED else set()
    while f"slow-{step}.glb" in names:
        time.sleep(0.01)
    if f"dies-{step}.glb" in names:
        ctypes.string_at(0)
    work.tell(step, 1.0)


def _level(number: int, data: bytes) -> dict[str, Any]:
    return {
        "level": number,
        "file": f"L{number}.glb",
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "triangles": 12 >> number,
        "vertices": 24,
        "draw_calls": 1,
        "error": 0.1 * number,
        "gpu_bytes": 1000,
    }


def _manifest(name: str, came: bytes, levels: list[dict[str, Any]]) -> dict[str, Any]:
    sha = hashlib.sha256(came).hexdigest()
    return {
        "format": "lingjing.exhibit",
        "version": 1,
        "source": {"name": name, "sha256": sha, "bytes": len(came), "files": []},
        "model": {
            "bounds": BOX,
            "color": [0.5, 0.5, 0.5],
            "clips": [],
            "variants": [],
            "triangles": 12,
            "draw_calls": 1,
            "parts": [],
        },
        "levels": levels,
        "blocked": [],
        "poster": None,
        "findings": [],
        "fingerprint": {},
        "made_by": {},
    }


TASKS = {"exhibit.judge": judge, "exhibit.build": build}


def preload() -> None:
    """There is nothing to load."""
