"""An exhibit's picture by the park's own photographer, in place of the drawn one."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final, NamedTuple

from server.log import logger

__all__ = ["Photograph", "Photographer", "take_picture"]

log = logger("jobs")
SECONDS: Final = 30.0
FILE: Final = "poster.webp"


class Photograph(NamedTuple):
    """A WebP picture; its size in pixels."""

    data: bytes
    width: int
    height: int


Photographer = Callable[[bytes], Awaitable[Photograph | None]]
"""Takes a picture of a GLB; None when it cannot. It may take its time: it is stopped when late."""


async def take_picture(photographer: Photographer, folder: Path) -> None:
    """Photograph the finest level in a job's folder. Whatever goes wrong, the folder stays good."""
    manifest = await asyncio.to_thread(lambda: json.loads((folder / "manifest.json").read_bytes()))
    if not manifest["levels"]:
        return
    try:
        async with asyncio.timeout(SECONDS):
            level = folder / manifest["levels"][0]["file"]
            taken = await photographer(await asyncio.to_thread(level.read_bytes))
    except Exception as error:  # noqa: BLE001 - a picture never stands in the way of an exhibit
        log.warning("no_photograph", error=type(error).__name__)
        return
    if taken is not None:
        await asyncio.to_thread(_keep, folder, manifest, taken)


def _keep(folder: Path, manifest: dict[str, Any], taken: Photograph) -> None:
    manifest["poster"] = {
        "file": FILE,
        "sha256": hashlib.sha256(taken.data).hexdigest(),
        "bytes": len(taken.data),
        "width": taken.width,
        "height": taken.height,
        "maker": "browser",
    }
    (folder / FILE).write_bytes(taken.data)
    text = json.dumps(manifest, ensure_ascii=False)
    (folder / "manifest.json").write_text(text, encoding="utf-8")
