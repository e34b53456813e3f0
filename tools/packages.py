"""The packages of the project, as pyproject.toml must list them: ``python -m tools.packages``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from tools.places import ROOT
from tools.stamps import is_made

ROOMS = ("avatars", "clients", "scenes", "server")
"""The folders that are shipped; tests and tools stay in the checkout."""


def folders(root: Path = ROOT) -> list[str]:
    """Every package in the rooms, dotted and sorted."""
    return sorted(name for room in ROOMS for name in within(root / room, room))


def within(folder: Path, name: str) -> Iterator[str]:
    """The package in a folder and those under it."""
    if any(folder.glob("*.py")):
        yield name
    for inner in folder.iterdir() if folder.is_dir() else ():
        if inner.is_dir() and not is_made(inner):
            yield from within(inner, f"{name}.{inner.name}")


def written(root: Path = ROOT) -> list[str]:
    """The packages that pyproject.toml lists."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return list(project["tool"]["setuptools"]["packages"])


if __name__ == "__main__":
    print("\n".join(f'    "{name}",' for name in folders()))
