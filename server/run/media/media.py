"""The park's images, films and documents: what staff and jobs do with them."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from scenes.operations import Operation
from scenes.places import Vector
from server.access.actor import Actor
from server.halls.errors import HallError
from server.halls.hall import Hall
from server.run.exhibits.assets import Shelf
from server.run.exhibits.house import House, edit
from server.run.exhibits.outputs import Original
from server.run.exhibits.swap import Nodes
from server.run.media import boards
from server.run.media.boards import Hung
from server.run.media.keep import keep_media
from server.store.media_records import StoredMedia

__all__ = ["Media"]


class Media:
    """Keeps media and hangs them in halls; one event loop."""

    def __init__(self, house: House, shelf: Shelf) -> None:
        self._house = house
        self._shelf = shelf
        self._turn = asyncio.Lock()

    async def keep(
        self,
        original: Original,
        folder: Path,
        *,
        title: dict[str, str] | None,
        author: str,
        job: str,
        owner: str = "",
    ) -> StoredMedia:
        """Keep what a job made of a file; raises StoreError ``archive_full``, ``archive_failed``.

        The same job a second time gets what it made the first time.
        """
        try:
            return await keep_media(
                self._house, original, folder, title=title, author=author, job=job, owner=owner
            )
        finally:
            self._shelf.forget()

    def boards(self, media: str | None = None) -> list[Hung]:
        """Boards in all halls: those that show some media, or every one."""
        return [
            board
            for hall in self._house.halls.values()
            for board in boards.hung(hall.id, hall.editing.layers.head.nodes, hall.revision)
            if media is None or board.media == media
        ]

    async def hang(
        self,
        id: str,
        hall: Hall,
        at: Vector,
        *,
        yaw: float,
        width: float | None,
        author: str,
        booth: str | None = None,
        tenant: Actor | None = None,
    ) -> Hung:
        """Hang a new board, in a booth's own axes when one is named.

        ``tenant``: somebody who may do so in their own booth alone. Raises StoreError
        ``media_unknown``, SceneError ``patch_invalid``, ``not_your_booth``.
        """
        async with self._turn:
            media = await self._shown(id)
            made = ""

            def change(nodes: Nodes) -> list[Operation]:
                nonlocal made
                made, operation = boards.hang(nodes, media, at, yaw, width, booth)
                return [operation]

            revision = await edit(self._house, hall, change, author, tenant)
            return self._found(hall, made, revision)

    async def show(
        self, hall: Hall, node: str, id: str | None, *, author: str, tenant: Actor | None = None
    ) -> Hung:
        """Put media on a board that hangs, or clear it.

        Raises StoreError ``media_unknown``; HallError ``no_such_board``.
        """
        async with self._turn:
            media = None if id is None else await self._shown(id)
            revision = await edit(
                self._house, hall, lambda nodes: boards.show(nodes, node, media), author, tenant
            )
            return self._found(hall, node, revision)

    async def _shown(self, id: str) -> StoredMedia:
        """What visitors may see; raises StoreError ``media_unknown``, HallError ``not_public``."""
        media = await self._house.archive.media.get(id)
        if media.data_class != "public":
            raise HallError("not_public", id)
        return media

    async def take_down(
        self, hall: Hall, node: str, *, author: str, tenant: Actor | None = None
    ) -> int:
        """Take a board out of a hall; raises HallError ``no_such_board``."""

        def away(nodes: Nodes) -> list[Operation]:
            boards.board_of(nodes, node)
            return [{"op": "remove", "path": f"/nodes/{node}"}]

        return await edit(self._house, hall, away, author, tenant)

    async def rename(self, id: str, title: dict[str, str], *, author: str) -> StoredMedia:
        """Call media something else, on every board too; raises StoreError ``media_unknown``."""
        async with self._turn:
            media = await self._house.archive.media.rename(id, title)
            await self._replace(id, media, author)
            return media

    async def delete(self, id: str, *, author: str, shown: bool = False) -> None:
        """Forget media; with ``shown``, clear the boards that show it first.

        Raises StoreError ``media_unknown``; HallError ``media_shown`` where a board shows it.
        """
        async with self._turn:
            await self._house.archive.media.get(id)
            standing = self.boards(id)
            if standing and not shown:
                raise HallError("media_shown", standing[0].hall)
            await self._replace(id, None, author)
            await self._house.archive.media.remove(id)
            self._shelf.forget()

    async def _replace(self, id: str, media: StoredMedia | None, author: str) -> None:
        """Have every board that shows some media show this instead; nothing clears it."""

        def change(nodes: Nodes) -> list[Operation]:
            names = boards.showing(nodes, id)
            return [op for name in names for op in boards.show(nodes, name, media)]

        for hall in list(self._house.halls.values()):
            await edit(self._house, hall, change, author)

    def _found(self, hall: Hall, node: str, revision: int) -> Hung:
        nodes: Any = hall.editing.layers.head.nodes
        found = [board for board in boards.hung(hall.id, nodes, revision) if board.node == node]
        if not found:
            raise HallError("no_such_board", node)
        return found[0]
