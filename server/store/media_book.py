"""What the archive knows of images, films and documents."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from server.store import media
from server.store.exhibit_book import Run
from server.store.media_records import StoredMedia


class MediaBook:
    """Media of the park. Whatever writes returns once it is durable."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def page(
        self, limit: int = 100, before: str | None = None, owners: Collection[str] | None = None
    ) -> list[StoredMedia]:
        """Media, newest first; only those kept before the one named, and of some owners."""
        work = partial(media.listed, limit=limit, before=before, owners=owners)
        return await self._read(work)

    async def get(self, id: str) -> StoredMedia:
        """One of them; raises `media_unknown`."""
        return await self._read(partial(media.one, id=id))

    async def keep(self, new: StoredMedia) -> StoredMedia:
        """Keep one; the same job a second time gets what it made the first time."""
        return await self._write(partial(media.keep, new=new))

    async def rename(self, id: str, title: dict[str, str]) -> StoredMedia:
        """Call one something else; raises `media_unknown`."""
        return await self._write(partial(media.rename, id=id, title=title))

    async def remove(self, id: str) -> None:
        """Take one away; raises `media_unknown`."""
        await self._write(partial(media.remove, id=id))
