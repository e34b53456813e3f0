"""Which Chromium drives the browser tests: ``python -m tools.chromium`` prints it.

Asked in this order: ``$CHROMIUM``, the system's own, the one unpacked from npm's
``@sparticuz/chromium`` by ``make test`` on machines where the system has none.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from tools.places import CHROMIUM_UNPACKED

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
STARTER = CHROMIUM_UNPACKED / "start"
"""Starts the unpacked browser with the libraries and fonts that came with it."""


def executable(environ: Mapping[str, str] = os.environ) -> Path | None:
    """The browser to start, or None when there is none."""
    return own(environ) or (STARTER if STARTER.is_file() else None)


def own(environ: Mapping[str, str] = os.environ) -> Path | None:
    """The browser that this machine has by itself: the one named, or the system's."""
    if named := environ.get("CHROMIUM"):
        return Path(named)
    search = os.pathsep.join([environ.get("PATH") or os.defpath, "/usr/bin"])
    found = (shutil.which(name, path=search) for name in NAMES)
    return next((Path(path) for path in found if path), None)


def starter(here: Path = CHROMIUM_UNPACKED) -> str:
    """The text of the starter: the libraries it came with, and its fonts if there are no others."""
    return f"""#!/bin/sh
export LD_LIBRARY_PATH="${{LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}}{here}/al2023/lib"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="{here}/fonts"
exec "{here}/chromium" "$@"
"""


def main() -> int:
    """Print the browser's path; exit 1 when there is none."""
    found = executable()
    print(found or "no Chromium: run `make test`, or name one with CHROMIUM=/path", flush=True)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
