"""The library's front door: light, and independent of the server."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import clients.headless as library

ROOT = Path(__file__).parents[3]
SAY = "import sys, clients.headless.bots; print(*{name.split('.')[0] for name in sys.modules})"


def test_it_needs_websockets_and_msgpack_alone() -> None:
    said = subprocess.run(
        [sys.executable, "-c", SAY], cwd=ROOT, capture_output=True, text=True, check=True
    )
    imported = set(said.stdout.split())
    foreign = imported - set(sys.stdlib_module_names) - {"__main__", "__mp_main__"}
    foreign = {name for name in foreign if not name.startswith(("_", "sitecustomize"))}
    assert {"websockets", "msgpack", "clients"} <= foreign
    assert not foreign & {"server", "scenes", "avatars", "numpy", "aiohttp", "msgspec", "picows"}


def test_every_public_thing_says_what_it_is() -> None:
    for name in library.__all__:
        thing = getattr(library, name)
        assert thing is library.UNSET or thing.__doc__, name
    for name, method in vars(library.Visitor).items():
        if callable(method) and not name.startswith("_"):
            assert method.__doc__, name
