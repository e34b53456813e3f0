"""Where the programs of a PostgreSQL server lie, which the tests start one of for themselves."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

DEBIAN = Path("/usr/lib/postgresql")
"""Debian keeps each version's programs in a folder of its own, outside of PATH."""
WANTED = ("initdb", "postgres", "psql")


def programs(environ: Mapping[str, str] = os.environ, debian: Path = DEBIAN) -> Path | None:
    """The folder with all of `WANTED`, of the newest version; None when there is none.

    ``$POSTGRES_BIN`` names one, else Debian's, else whatever PATH has.
    """
    if named := environ.get("POSTGRES_BIN"):
        return Path(named)
    found = shutil.which("initdb", path=environ.get("PATH") or os.defpath)
    others = [Path(found).resolve().parent] if found else []
    return next((folder for folder in [*_versions(debian), *others] if _is_whole(folder)), None)


def _versions(debian: Path) -> list[Path]:
    numbered = [path for path in debian.glob("*/bin") if path.parent.name.isdecimal()]
    return sorted(numbered, key=lambda path: int(path.parent.name), reverse=True)


def _is_whole(folder: Path) -> bool:
    return all(os.access(folder / name, os.X_OK) for name in WANTED)
