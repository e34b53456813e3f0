"""The Khronos glTF validator as an oracle: many files, one run of Node.

reports = validate({"pump.glb": data})
assert reports["pump.glb"].errors == []

``judge`` does the same for documents that are only JSON, with the files that they name. The
validator hangs or throws on some inputs: such a document is judged to be None, the others are not
held up.
"""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["Case", "Message", "Report", "available", "judge", "validate"]

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "clients" / "node_modules" / "gltf-validator"
SEVERITIES = ("error", "warning", "information", "hint")


class Report(NamedTuple):
    """What the validator says of one file; every entry is `CODE at /pointer: message`."""

    errors: list[str]
    warnings: list[str]
    info: dict[str, Any]


class Case(NamedTuple):
    """A document as JSON text, and the files that it names."""

    text: str
    files: Mapping[str, bytes] = {}


class Message(NamedTuple):
    """One message of the validator."""

    code: str
    severity: str
    pointer: str


def available() -> bool:
    """Whether Node and the validator are installed (`make setup` installs both)."""
    return PACKAGE.is_dir() and _node() is not None


def validate(files: Mapping[str, bytes]) -> dict[str, Report]:
    """Validate all files in one go; the keys are names of the caller's choice."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {str(Path(folder) / f"{i}.glb"): name for i, name in enumerate(files)}
        for path, name in paths.items():
            Path(path).write_bytes(files[name])
        run = subprocess.run(
            _command("khronos_validate.mjs"),
            input="\n".join(paths),
            capture_output=True,
            text=True,
            check=True,
        )
    reports: dict[str, Any] = json.loads(run.stdout)
    return {name: _report(reports[path]) for path, name in paths.items()}


def judge(cases: Sequence[Case], patience: float = 60) -> list[list[Message] | None]:
    """Judge all documents; a run that takes longer than ``patience`` seconds hangs on one."""
    judged: list[list[Message] | None] = []
    while len(judged) < len(cases):
        rest = cases[len(judged) :]
        lines = _run(rest, patience)
        judged += map(_messages, lines)
        if len(lines) < len(rest):
            judged.append(None)
    return judged


def _run(cases: Sequence[Case], patience: float) -> list[str]:
    """The lines that Node printed, as many as it came to."""
    text = "".join(f"{json.dumps(_sent(case))}\n" for case in cases)
    with tempfile.TemporaryFile("w+") as answers:
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(
                _command("khronos_documents.mjs"),
                input=text,
                stdout=answers,
                stderr=subprocess.DEVNULL,
                text=True,
                check=False,
                timeout=patience,
            )
        answers.seek(0)
        return [line for line in answers.read().splitlines(keepends=True) if line.endswith("\n")]


def _sent(case: Case) -> dict[str, Any]:
    files = {name: base64.b64encode(data).decode() for name, data in case.files.items()}
    return {"text": case.text, "files": files}


def _messages(line: str) -> list[Message] | None:
    found = json.loads(line)
    if found is None:
        return None
    return [
        Message(entry["code"], SEVERITIES[entry["severity"]], entry.get("pointer", ""))
        for entry in found
    ]


def _report(raw: dict[str, Any]) -> Report:
    messages = raw["issues"]["messages"]
    lines = [[_line(m) for m in messages if m["severity"] == level] for level in (0, 1)]
    return Report(lines[0], lines[1], raw.get("info", {}))


def _line(message: dict[str, Any]) -> str:
    return f"{message['code']} at {message.get('pointer', '?')}: {message['message']}"


def _command(script: str) -> list[str]:
    node = _node()
    if node is None:
        raise RuntimeError("Node is not installed")
    return [node, str(HERE / script)]


def _node() -> str | None:
    own = Path(sys.executable).with_name("node")
    return str(own) if own.exists() else shutil.which("node")
