"""Bodies of guides as assets: made by code once, kept like everything else that visitors fetch.

Making one takes seconds of hard work, so it waits until somebody has a use for it and is done by a
child process: no beat of the park comes late for it. Until then everybody sees the plain figure.
What was made is remembered in the archive, which also keeps it from being collected, together with
the recipe: a newer program makes its bodies anew.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib import resources
from typing import Any, Final, Protocol

from avatars.bodies import BODIES
from server.log import logger
from server.run.exhibits.assets import GLB, keep_asset
from server.store.errors import StoreError

log = logger("run")
MADE: Final = "guide_bodies"
"""The archive's note: the recipe, and the addresses of bodies and portraits by name."""
PNG: Final = "image/png"


SECONDS: Final = 300.0
"""A body that takes longer is given up."""
CHILD: Final = """
import json, os, sys
sys.path[:], name = json.loads(sys.argv[1])
os.nice(10)
from avatars.bodies.build import vrm
sys.stdout.buffer.write(vrm(name))
"""
"""What the child does: after everybody else, and with the modules that we have."""


class Maker(Protocol):
    """Whoever makes a body: a name goes in, a GLB comes out."""

    async def __call__(self, name: str) -> bytes:
        """The bytes; the same for the same name. Raises OSError when it cannot."""


class Bodies:
    """The bodies that there are, by the names of ``avatars.bodies``."""

    def __init__(self, house: Any, make: Maker | None = None) -> None:
        """``house`` is the park; ``make`` is another maker than our own, for tests."""
        self._house = house
        self._make = make or made
        self._assets: dict[str, str] = {}
        self._portraits: dict[str, str] = {}
        self._recipe = ""
        self._making: set[str] = set()
        self._turn = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self.changed: Callable[[], None] = lambda: None
        """Called when a body or a portrait has become ready."""

    @property
    def made(self) -> Mapping[str, str]:
        """The addresses of the bodies that are ready, by name."""
        return self._assets

    def asset(self, name: str) -> str:
        """The address of a body; empty while it is made, which this begins, and for no name."""
        self._want(name, self._assets)
        return self._assets.get(name, "")

    def portrait(self, name: str) -> str:
        """The address of a body's portrait, a PNG; empty as ``asset`` is."""
        self._want(name, self._portraits)
        return self._portraits.get(name, "")

    async def start(self) -> None:
        """Learn what was made before, by this very recipe."""
        self._recipe = await asyncio.to_thread(recipe)
        note = await self._house.archive.meta(MADE) or {}
        if note.get("recipe") != self._recipe:
            return
        has = self._house.blobs.has
        self._assets = {name: sha for name, sha in note["assets"].items() if has(sha)}
        self._portraits = {name: sha for name, sha in note["portraits"].items() if has(sha)}

    async def stop(self) -> None:
        """Give up what is being made; the next start begins it again."""
        for task in self._tasks:
            task.cancel()
        await self.settled()

    async def settled(self) -> None:
        """Return when nothing is being made."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def _want(self, name: str, shelf: Mapping[str, str]) -> None:
        if self._recipe and name in BODIES and name not in shelf and name not in self._making:
            self._making.add(name)
            task = asyncio.get_running_loop().create_task(self._provide(name))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _provide(self, name: str) -> None:
        """Make what is missing of one body; one at a time, as it is hard work."""
        async with self._turn:
            try:
                await self._keep(name)
            except (StoreError, OSError) as error:
                log.warning("body_failed", body=name, error=str(error))
                return
            finally:
                self._making.discard(name)
        log.info("body_ready", body=name)
        self.changed()

    async def _keep(self, name: str) -> None:
        house = self._house
        with house.blobs.holding() as hold:
            face = await asyncio.to_thread(picture, name)
            if face:
                self._portraits[name] = await keep_asset(house, face, PNG, hold=hold)
            if name not in self._assets:
                data = await self._make(name)
                self._assets[name] = await keep_asset(house, data, GLB, hold=hold)
            note = {"recipe": self._recipe, "assets": self._assets, "portraits": self._portraits}
            await house.archive.set_meta(MADE, note)
        house.exhibits.shelf.forget()


def recipe() -> str:
    """What bodies are made by: a hash over the code and pictures of ``avatars.bodies``."""
    digest = hashlib.sha256()
    for folder in ("", "portraits"):
        place = resources.files("avatars.bodies").joinpath(folder)
        files = [f for f in place.iterdir() if f.is_file()] if place.is_dir() else []
        for file in sorted(files, key=lambda f: f.name):
            data = file.read_bytes()
            digest.update(f"{file.name} {len(data)}\n".encode() + data)
    return digest.hexdigest()[:16]


def picture(name: str) -> bytes:
    """The portrait that comes with a body; empty when there is none."""
    file = resources.files("avatars.bodies").joinpath("portraits", f"{name}.png")
    return file.read_bytes() if file.is_file() else b""


async def made(name: str) -> bytes:
    """One of our own bodies, by a child that ends when it is cancelled; raises OSError."""
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", CHILD, json.dumps([sys.path, name]),
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env={key: os.environ[key] for key in ("PATH", "LANG") if key in os.environ},
    )  # fmt: skip
    try:
        async with asyncio.timeout(SECONDS):
            data, _ = await child.communicate()
    finally:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        await child.wait()
    if child.returncode != 0 or not data:
        raise OSError(f"the body {name} could not be made")
    return data
