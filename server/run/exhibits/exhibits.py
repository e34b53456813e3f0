"""The park's exhibits: what staff and jobs do with them."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import Any
from weakref import WeakValueDictionary

from scenes.findings import SceneError
from scenes.operations import Operation
from server.access.actor import Actor
from server.halls.errors import HallError
from server.halls.hall import Hall
from server.log import logger
from server.run.exhibits import placing
from server.run.exhibits.adopt import adopt_standing
from server.run.exhibits.assets import Shelf
from server.run.exhibits.collect import GRACE, Caretaker, Collected, collect
from server.run.exhibits.herald import Herald
from server.run.exhibits.house import House, edit
from server.run.exhibits.keep import check_card, keep_revision
from server.run.exhibits.outputs import Outputs, Target
from server.run.exhibits.placing import Placed, Placement, Where
from server.run.exhibits.publish import check
from server.run.exhibits.seat import Fit
from server.run.exhibits.swap import Nodes
from server.store.errors import StoreError
from server.store.exhibit_records import Publication, StoredExhibit, StoredRevision

log = logger("run")


class Exhibits:
    """Keeps, publishes, places and deletes exhibits. What changes one waits for its turn."""

    def __init__(self, house: House, collect_hours: float = 0.0) -> None:
        self._house = house
        self._caretaker = Caretaker(house, collect_hours)
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._herald = Herald(house, self._turn)
        self.shelf = Shelf(house.archive)

    async def start(self) -> None:
        """Finish what a stop cut off between archive and halls; name what stands there already;
        collect from time to time."""
        await self.catch_up()
        for hall in list(self._house.halls.values()):
            try:
                await adopt_standing(self._house, hall, "operator")
            except (HallError, SceneError, StoreError) as error:
                log.error("exhibits_not_adopted", hall=hall.id, code=error.code)
        self._caretaker.start()

    async def stop(self) -> None:
        """Begin nothing more by itself."""
        await self._herald.stop()
        await self._caretaker.stop()

    async def catch_up(self) -> bool:
        """Tell halls what they may have missed; whether all of them follow now."""
        return await self._herald.catch_up()

    # --- revisions ----------------------------------------------------------------------------

    async def keep_revision(
        self, outputs: Outputs, target: Target, *, note: str, author: str, job: str
    ) -> StoredRevision:
        """Keep what a job made as the next revision: a draft that nobody sees yet.

        The same ``job`` a second time gets the revision it made the first time. Raises StoreError
        ``exhibit_unknown``, ``archive_full``, ``archive_failed``; SceneError ``scene_invalid``.
        """
        try:
            return await keep_revision(
                self._house, outputs, target, note=note, author=author, job=job
            )
        finally:
            self.shelf.forget()

    async def publish(
        self,
        exhibit: str,
        number: int,
        *,
        author: str,
        note: str = "",
        expected: int | None = None,
        tenant: Actor | None = None,
    ) -> StoredExhibit:
        """Show a revision, also an older one, wherever the exhibit stands.

        ``expected``: what was published when the sender looked, 0 for nothing. ``tenant``: somebody
        who may have it shown in their own booth and nowhere else. Raises StoreError
        ``exhibit_unknown``, ``revision_unknown``, ``publish_stale``; SceneError ``patch_invalid``
        when a hall could not show it where it stands, ``not_your_booth``, ``booth_budget``.
        """
        async with self._turn(exhibit):
            what = Publication(number, author, self._house.clock.now(), note)
            state, shown = await self._house.archive.exhibits.publish(
                exhibit, what, expected, partial(check, self._house, tenant=tenant)
            )
            self.shelf.forget()
            await self._herald.spread(state, author, shown)
        return state

    async def change_card(
        self, exhibit: str, changes: Mapping[str, Any], *, author: str
    ) -> StoredExhibit:
        """Change lines of the card, wherever the exhibit stands; None takes a line away.

        Raises StoreError ``exhibit_unknown``, SceneError ``scene_invalid``.
        """
        async with self._turn(exhibit):
            now = await self._house.archive.exhibits.get(exhibit)
            card = {k: v for k, v in {**now.card, **changes}.items() if v is not None}
            findings = check_card(card)
            if findings:
                raise SceneError("scene_invalid", findings)
            state = await self._house.archive.exhibits.set_card(exhibit, changes)
            await self._herald.spread(state, author)
        return state

    async def delete(self, exhibit: str, *, author: str, placed: bool = False) -> None:
        """Forget an exhibit with its revisions; with ``placed``, take it out of all halls first.

        Raises StoreError ``exhibit_unknown``; HallError ``exhibit_placed`` where it still stands.
        """
        async with self._turn(exhibit):
            await self._house.archive.exhibits.get(exhibit)
            standing = self.placements(exhibit)
            if standing and not placed:
                raise HallError("exhibit_placed", standing[0].hall)
            for hall_id in dict.fromkeys(place.hall for place in standing):
                hall = self._house.hall(hall_id)
                await edit(
                    self._house, hall, lambda nodes: placing.take_away(nodes, exhibit), author
                )
            await self._house.archive.exhibits.remove(exhibit)
            self.shelf.forget()

    async def delete_revision(self, exhibit: str, number: int) -> None:
        """Forget one revision that nobody sees; raises HallError, StoreError ``revision_shown``."""
        async with self._turn(exhibit):
            if any(place.number == number for place in self.placements(exhibit)):
                raise HallError("revision_shown", exhibit)
            await self._house.archive.exhibits.remove_revision(exhibit, number)
            self.shelf.forget()

    # --- places -------------------------------------------------------------------------------

    def placements(self, exhibit: str | None = None) -> list[Placement]:
        """Where exhibits stand, hall by hall: one of them, or all."""
        return [
            place
            for hall in self._house.halls.values()
            for place in placing.placements(hall.id, hall.editing.layers.head.nodes)
            if exhibit is None or place.exhibit == exhibit
        ]

    async def place(
        self,
        exhibit: str,
        hall: Hall,
        where: Where = "free",
        *,
        author: str,
        fit: Fit | None = None,
        yaw: float = 0.0,
        tenant: Actor | None = None,
    ) -> Placed:
        """Put the published revision in a hall, by an edit that can be undone.

        Raises StoreError ``exhibit_unknown``; HallError ``exhibit_unpublished``,
        ``no_such_plinth``, ``no_free_plinth``; SceneError ``patch_invalid``.
        """
        async with self._turn(exhibit):
            state = await self._house.archive.exhibits.get(exhibit)
            if state.published is None:
                raise HallError("exhibit_unpublished", exhibit)
            if state.data_class != "public":
                raise HallError("not_public", exhibit)
            shown = await self._house.archive.exhibits.revision(exhibit, state.published)
            name = ""

            def add(nodes: Nodes) -> list[Operation]:
                nonlocal name
                name, operation = placing.put(nodes, state, shown, where, fit, yaw)
                return [operation]

            revision = await edit(self._house, hall, add, author, tenant)
        nodes = hall.editing.layers.head.nodes
        return Placed(name, hall.id, placing.plinth_of(nodes, nodes.get(name, {})), revision)

    async def move(
        self,
        exhibit: str,
        hall: Hall,
        node: str,
        *,
        author: str,
        where: Where | None = None,
        fit: Fit | None = None,
        yaw: float | None = None,
        tenant: Actor | None = None,
    ) -> Placed:
        """Move, turn or resize a standing exhibit; raises HallError ``placement_unknown`` too."""
        async with self._turn(exhibit):
            revision = await edit(
                self._house,
                hall,
                lambda nodes: placing.move(nodes, exhibit, node, where, fit, yaw),
                author,
                tenant,
            )
        nodes = hall.editing.layers.head.nodes
        return Placed(node, hall.id, placing.plinth_of(nodes, nodes.get(node, {})), revision)

    async def remove(
        self, exhibit: str, hall: Hall, node: str, *, author: str, tenant: Actor | None = None
    ) -> int:
        """Take a standing exhibit out of a hall; raises HallError ``placement_unknown``."""

        def away(nodes: Nodes) -> list[Operation]:
            placing.node_of(nodes, exhibit, node)
            return [{"op": "remove", "path": f"/nodes/{node}"}]

        async with self._turn(exhibit):
            return await edit(self._house, hall, away, author, tenant)

    # --- housekeeping -------------------------------------------------------------------------

    async def collect(self, *, grace: float = GRACE, dry: bool = False) -> Collected:
        """Take away blobs that nothing refers to; raises StoreError ``collecting``."""
        return await collect(self._house, grace=grace, dry=dry)

    def _turn(self, exhibit: str) -> asyncio.Lock:
        return self._turns.setdefault(exhibit, asyncio.Lock())
