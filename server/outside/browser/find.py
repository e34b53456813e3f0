"""Which browser there is on this machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

NAMES: Final = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge-stable",
)
NONE: Final = "none"
"""The setting's word for: use none."""


def find_browser(setting: str, environ: Mapping[str, str] = os.environ) -> Path | None:
    """The browser that the setting names, else the first of the usual ones, else None."""
    if setting == NONE:
        return None
    search = os.pathsep.join([environ.get("PATH") or os.defpath, "/usr/bin"])
    names = (setting,) if setting else NAMES
    found = (shutil.which(name, path=search) for name in names)
    return next((Path(path) for path in found if path), None)
