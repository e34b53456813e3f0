"""asset (glTF 2.0, section 5.9): which version of the format the file is in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Text
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Table

__all__ = ["ASSET", "Asset"]

VERSION = re.compile(r"[0-9]+\.[0-9]+")
DIGITS = 9
"""A version of more digits is later than every other; it need not be worked out."""


@dataclass(slots=True)
class Asset(Part):
    """``version`` is (major, minor), or None when the file does not tell."""

    version: tuple[int, int] | None = None


def numbered(version: str) -> tuple[int, int]:
    """The two numbers of a version."""
    major, minor = (int(part.lstrip("0")[: DIGITS + 1] or 0) for part in version.split("."))
    return major, minor


def make(ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Asset:
    """An asset whose least version is not greater than its version."""
    version, least = values["version"], values["minVersion"]
    if version is None:
        return Asset(None, extensions=values["extensions"])
    if least is not None and numbered(least) > numbered(version):
        ctx.say(
            "ASSET_MIN_VERSION_GREATER_THAN_VERSION", "minVersion", about=f"{least} > {version}"
        )
    return Asset(numbered(version), extensions=values["extensions"])


ASSET = Table(
    "asset",
    {
        "copyright": Text(),
        "generator": Text(),
        "version": Text(required=True, pattern=VERSION),
        "minVersion": Text(pattern=VERSION),
    },
    make,
)
