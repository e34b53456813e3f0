"""The Khronos glTF validator as an oracle: many files, one run of Node.

reports = validate({"pump.glb": data})
assert reports["pump.glb"].errors == []
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["Report", "available", "validate"]

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "clients" / "node_modules" / "gltf-validator"


class Report(NamedTuple):
    """What the validator says of one file; every entry is `CODE at /pointer: message`."""

    errors: list[str]
    warnings: list[str]
    info: dict[str, Any]


def available() -> bool:
    """Whether Node and the validator are installed (`make setup` installs both)."""
    return PACKAGE.is_dir() and _node() is not None


def validate(files: Mapping[str, bytes]) -> dict[str, Report]:
    """Validate all files in one go; the keys are names of the caller's choice."""
    node = _node()
    if node is None:
        raise RuntimeError("Node is not installed")
    with tempfile.TemporaryDirectory() as folder:
        paths = {str(Path(folder) / f"{i}.glb"): name for i, name in enumerate(files)}
        for path, name in paths.items():
            Path(path).write_bytes(files[name])
        script = str(HERE / "khronos_validate.mjs")
        run = subprocess.run(
            [node, script], input="\n".join(paths), capture_output=True, text=True, check=True
        )
    reports: dict[str, Any] = json.loads(run.stdout)
    return {name: _report(reports[path]) for path, name in paths.items()}


def _report(raw: dict[str, Any]) -> Report:
    messages = raw["issues"]["messages"]
    lines = [[_line(m) for m in messages if m["severity"] == level] for level in (0, 1)]
    return Report(lines[0], lines[1], raw.get("info", {}))


def _line(message: dict[str, Any]) -> str:
    return f"{message['code']} at {message.get('pointer', '?')}: {message['message']}"


def _node() -> str | None:
    own = Path(sys.executable).with_name("node")
    return str(own) if own.exists() else shutil.which("node")
