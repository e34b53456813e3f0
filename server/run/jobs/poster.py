"""An exhibit's picture by the park's own photographer, in place of the drawn one."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from server.log import logger

__all__ = ["FilmPhotographer", "Photograph", "Photographer", "picture_film", "take_picture"]

T = TypeVar("T")
log = logger("jobs")
SECONDS: Final = 12.0
"""A photograph that takes longer does not keep visitors waiting: the drawn picture stays."""
LARGEST: Final = 256 * 2**20
"""Bytes of a file that are held in memory for a photograph."""
FILE: Final = "poster.webp"
TRIANGLES: Final = 60_000
"""Of a level that is photographed, if there is one with no more."""


class Photograph(NamedTuple):
    """A WebP picture; its size in pixels."""

    data: bytes
    width: int
    height: int


Photographer = Callable[[bytes], Awaitable[Photograph | None]]
"""Takes a picture of a GLB; None when it cannot. It may take its time: it is stopped when late."""
FilmPhotographer = Callable[[bytes, str], Awaitable[bytes | None]]
"""Takes a WebP picture out of a film of a media type; None when it cannot."""


async def picture_film(photographer: FilmPhotographer, film: Path, folder: Path) -> None:
    """Put a picture of a film in place of its cover. Whatever goes wrong, the folder stays good."""
    manifest = await asyncio.to_thread(_manifest, folder)
    if manifest["video"] is None:
        return
    taken = await _taken(lambda data: photographer(data, manifest["video"]["mime"]), film)
    if taken is not None:
        await asyncio.to_thread(_replace, folder, manifest, taken, {})


async def take_picture(photographer: Photographer, folder: Path, seconds: float = SECONDS) -> None:
    """Photograph a level in a job's folder. Whatever goes wrong, the folder stays good."""
    manifest = await asyncio.to_thread(_manifest, folder)
    if not manifest["levels"] or manifest["levels"][0]["bytes"] > LARGEST:
        return
    taken = await _taken(photographer, folder / _posing(manifest)["file"], seconds)
    if taken is not None:
        more = {"width": taken.width, "height": taken.height, "maker": "browser"}
        await asyncio.to_thread(_replace, folder, manifest, taken.data, more)


async def _taken(
    take: Callable[[bytes], Awaitable[T | None]], file: Path, seconds: float = SECONDS
) -> T | None:
    """A picture of a file, or None when it is too large, late, or anything goes wrong."""
    try:
        async with asyncio.timeout(seconds):
            data = await asyncio.to_thread(_held, file)
            return None if data is None else await take(data)
    except Exception as error:  # noqa: BLE001 - a picture never stands in anything's way
        log.warning("no_photograph", error=type(error).__name__)
        return None


def _held(file: Path) -> bytes | None:
    return file.read_bytes() if file.stat().st_size <= LARGEST else None


def _posing(manifest: dict[str, Any]) -> dict[str, Any]:
    """The finest level that is soon drawn: more triangles than pixels show nothing more."""
    levels: list[dict[str, Any]] = manifest["levels"]
    return next((level for level in levels if level["triangles"] <= TRIANGLES), levels[-1])


def _manifest(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
    return found


def _replace(folder: Path, manifest: dict[str, Any], data: bytes, more: dict[str, Any]) -> None:
    """Put another poster into the folder, and into the manifest that speaks of it."""
    sha = hashlib.sha256(data).hexdigest()
    manifest["poster"] = {"file": FILE, "sha256": sha, "bytes": len(data), **more}
    (folder / FILE).write_bytes(data)
    text = json.dumps(manifest, ensure_ascii=False)
    (folder / "manifest.json").write_text(text, encoding="utf-8")
