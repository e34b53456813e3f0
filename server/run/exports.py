"""Halls as GLB files: one at a time, and the newest kept for whoever asks next."""

from __future__ import annotations

import asyncio

from scenes.export import export_glb
from server.halls.hall import Hall
from server.store.blobs import Blobs


class Exports:
    """Makes a hall's GLB. It takes long and much memory, so nobody can have many made at once."""

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs
        self._turn = asyncio.Lock()
        self._made: tuple[str, int] | None = None
        self._data = b""

    async def glb(self, hall: Hall) -> bytes:
        """The hall's scene as it is when its turn comes, taken apart and coloured."""
        async with self._turn:
            # An epoch belongs to one hall, and within it a revision to one state.
            asked = (hall.epoch, hall.revision)
            if asked != self._made:
                layers = hall.editing.layers
                document, shared = layers.published.document(), dict(layers.shared)
                self._data = await asyncio.to_thread(export_glb, document, self._blobs.load, shared)
                self._made = asked
            return self._data
