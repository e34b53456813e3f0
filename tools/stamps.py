"""Stamps: a small file beside what was made says which contents it was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

MADE = frozenset({"node_modules", "dist", "out", "__pycache__", ".venv", "coverage"})
"""Names of folders that hold products rather than sources."""


def sources(*places: Path) -> Iterator[Path]:
    """Every source file in the places, in a stable order; a place may be one file."""
    for place in places:
        if place.is_file():
            yield place
        elif place.is_dir():
            inside = (path for path in sorted(place.iterdir()) if not is_made(path))
            yield from sources(*inside)


def is_made(path: Path) -> bool:
    """Whether a path is a product, or hidden: neither counts as a source."""
    return path.name in MADE or (path.name.startswith(".") and path.name != ".npmrc")


def digest(files: Iterable[Path], *words: str) -> str:
    """One hash over names, contents and some words that also decide the outcome."""
    total = hashlib.sha256("\0".join(words).encode())
    for path in files:
        total.update(f"\0{path}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def is_current(stamp: Path, wanted: str) -> bool:
    """Whether the stamp says what is wanted now."""
    try:
        return stamp.read_text() == wanted
    except FileNotFoundError:
        return False


def leave(stamp: Path, wanted: str) -> None:
    """Write the stamp; call it only after the work has succeeded."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(wanted)
