"""A real park and a real browser: runs the journeys of ``tests/flows/journeys`` by Node."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.flows.demo import demo_park
from tools import chromium
from tools.places import BIN, CLIENT_PAGES, ROOT

JOURNEYS = Path(__file__).parent / "journeys"
STOP_SECONDS = 60.0
JOURNEY_SECONDS = 200.0
TURN = Path(tempfile.gettempdir()) / f"lingjing-journeys-{os.getuid()}"
"""Journeys take turns, however many tests run at once: two browsers that draw by software starve
each other."""


@dataclass(frozen=True, slots=True)
class Served:
    """A park that answers at ``url`` and keeps its data in ``data``."""

    url: str
    data: Path

    @property
    def environment(self) -> dict[str, str]:
        """What a journey, or the command line, needs to find it."""
        command = [sys.executable, "-m", "server"]
        return {
            **os.environ,
            "LINGJING_DATA": str(self.data),
            "PARK_COMMAND": json.dumps(command),
            "PARK_URL": self.url,
            "CHROMIUM": str(chromium.executable() or ""),
        }


@contextmanager
def serving(data: Path, log: Path) -> Iterator[Served]:
    """A park of its own process on a free port: the demo park, unless something is there."""
    if os.environ.get("LINGJING_DEMO") != "0" and not data.exists():
        demo_park(data)
    environment = {**os.environ, "LINGJING_DATA": str(data), "LINGJING_PORT": "0"}
    words = [sys.executable, "-m", "server", "serve"]
    with (
        log.open("w") as errors,
        subprocess.Popen(
            words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True
        ) as process,
    ):
        try:
            yield Served(_url_of(process), data)
        finally:
            process.terminate()
            try:
                process.communicate(timeout=STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                raise


def _url_of(process: subprocess.Popen[str]) -> str:
    """Read the welcome until it names the visitors' address."""
    assert process.stdout is not None
    for line in process.stdout:
        if "visitors" in line:
            return line.split()[-1].rstrip("/")
    raise RuntimeError("the park did not open")


def missing() -> str | None:
    """Why no journey can be made here, or None."""
    if chromium.executable() is None:
        return "no Chromium on this machine"
    if not (CLIENT_PAGES / "index.html").is_file():
        return "the web client is not built"
    return None


def journey(name: str, park: Served, more: Mapping[str, str] | None = None) -> str:
    """Make a journey; its output, or a failure that shows it."""
    with TURN.open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        done = subprocess.run(
            [BIN / "node", JOURNEYS / f"{name}.mjs"],
            cwd=ROOT,
            env={**park.environment, **(more or {})},
            capture_output=True,
            text=True,
            timeout=JOURNEY_SECONDS,
            check=False,
        )
    if done.returncode:
        raise AssertionError(f"{name}\n{done.stdout}\n{done.stderr}")
    return done.stdout
