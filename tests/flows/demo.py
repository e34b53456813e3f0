"""The demo park, built once for all journeys of a process; each begins with a copy of its own."""

from __future__ import annotations

import atexit
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from tools.places import ROOT


def demo_park(data: Path) -> Path:
    """Put the demo park into a folder that is not there yet; the folder."""
    shutil.copytree(_built(), data)
    return data


@cache
def _built() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="lingjing-demo-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    data = folder / "data"
    words = [sys.executable, "-m", "server", "demo", "--data", str(data)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
    return data
