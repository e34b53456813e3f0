"""The version of this program, as it was installed."""

from __future__ import annotations

from importlib import metadata


def _installed() -> str:
    try:
        return metadata.version("lingjing")
    except metadata.PackageNotFoundError:
        return "0+unknown"


VERSION = _installed()
