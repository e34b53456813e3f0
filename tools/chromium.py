"""Which Chromium drives the browser tests: ``python -m tools.chromium`` prints it.

Asked in this order: ``$CHROMIUM``, the system's own, the one unpacked from npm's
``@sparticuz/chromium`` by ``make test`` on machines where the system has none.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from tools.places import CHROMIUM_UNPACKED

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
STARTER = CHROMIUM_UNPACKED / "start"
"""Starts the unpacked browser with the libraries and fonts that came with it."""


def executable() -> Path | None:
    """The browser to start, or None when there is none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return Path(named)
    return of_the_system() or (STARTER if STARTER.is_file() else None)


def of_the_system() -> Path | None:
    """The system's Chromium, whatever it is called here."""
    search = os.pathsep.join([os.environ.get("PATH") or os.defpath, "/usr/bin"])
    found = (shutil.which(name, path=search) for name in NAMES)
    return next((Path(path) for path in found if path), None)


def starter() -> str:
    """The text of the starter: our libraries after the system's, our fonts if it has none."""
    here = CHROMIUM_UNPACKED
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
