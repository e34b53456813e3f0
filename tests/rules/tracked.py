"""The files that belong to the project: what git tracks, or would."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

from tools.places import ROOT
from tools.stamps import sources

MADE = ("build", "data", ".git", ".venv")


@cache
def files() -> tuple[Path, ...]:
    """Every file of the project; outside a git checkout, every source file."""
    asked = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        done = subprocess.run(asked, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return tuple(sources(*(path for path in ROOT.iterdir() if path.name not in MADE)))
    found = (ROOT / name for name in done.stdout.split("\0") if name)
    return tuple(path for path in found if path.is_file())


def texts() -> list[tuple[str, str]]:
    """Path and text of every file that is text."""
    return [(str(path.relative_to(ROOT)), text) for path in files() if (text := read(path))]


def read(path: Path) -> str:
    """A file's text; empty when it is none."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
