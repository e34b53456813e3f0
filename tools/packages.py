"""The packages that pyproject.toml lists; ``python -m tools.packages`` renews the list."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tools.places import ROOT
from tools.stamps import is_made

ROOMS = ("avatars", "clients", "scenes", "server")
"""The folders that are shipped; tests and tools stay in the checkout."""
LIST = re.compile(r"^packages = \[.*?^\]", re.MULTILINE | re.DOTALL)


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


def write(root: Path = ROOT) -> None:
    """Bring the list in pyproject.toml up to the folders."""
    path = root / "pyproject.toml"
    lines = "".join(f'    "{name}",\n' for name in folders(root))
    text = path.read_text(encoding="utf-8")
    path.write_text(LIST.sub(f"packages = [\n{lines}]", text), encoding="utf-8")


if __name__ == "__main__":
    write()
