"""Blobs that visitors may fetch, and how: kept with their media type, known at once when asked."""

from __future__ import annotations

import errno
import os
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from pathlib import Path

from server.run.exhibits.house import House
from server.store.archive import Archive
from server.store.blobs import Hold
from server.store.errors import StoreError
from server.store.exhibit_records import Served

GLB = "model/gltf-binary"
MOST_KNOWN = 20_000


async def keep_asset(
    house: House, data: bytes, media_type: str = GLB, *, hold: Hold | None = None
) -> str:
    """Store what visitors will fetch, durably; its content address.

    Raises StoreError when the disk refuses.
    """
    return await _kept(house, house.blobs.put(data, hold=hold), len(data), media_type)


async def keep_file(
    house: House, file: Path, media_type: str, *, pack: bool = True, hold: Hold | None = None
) -> tuple[str, int]:
    """Store a copy of a file, durably; its content address and bytes."""
    with telling_of_disks():
        size = os.stat(file).st_size
    put = house.blobs.put_file(file, pack=pack, hold=hold)
    return await _kept(house, put, size, media_type), size


async def _kept(house: House, put: Awaitable[str], size: int, media_type: str) -> str:
    with telling_of_disks():
        sha = await put
    await house.archive.remember_asset(sha, size, media_type, house.clock.now())
    return sha


@contextmanager
def telling_of_disks() -> Iterator[None]:
    """A disk that refuses, in a code."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        code = "archive_full" if full else "archive_failed"
        raise StoreError(code, f"not stored: {error.strerror}") from error


class Shelf:
    """How each blob is served, remembered until an exhibit changes."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._known: dict[str, Served] = {}

    async def served(self, sha: str) -> Served:
        """How a blob is served; of one that nobody noted only its bytes are known."""
        known = self._known
        if sha not in known:
            if len(known) >= MOST_KNOWN:
                known.clear()
            # Into the book that was open when it was asked: what changes meanwhile opens a new one.
            known[sha] = await self._archive.exhibits.served(sha)
        return known[sha]

    def forget(self) -> None:
        """Something was kept, published or taken away."""
        self._known = {}
