"""What exhibits and media need of the park around them, and how they edit its halls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from scenes.operations import Operation
from server.access.actor import Actor, Thing
from server.access.actor import house as house_of
from server.halls.hall import Hall
from server.run.clock import Clock
from server.run.exhibits.swap import Nodes
from server.store.archive import Archive
from server.store.blobs import Blobs


class House(Protocol):
    """The park, as far as exhibits know it."""

    archive: Archive
    blobs: Blobs
    clock: Clock

    @property
    def halls(self) -> Mapping[str, Hall]:
        """Every hall by its id."""

    def hall(self, hall_id: str) -> Hall:
        """The hall; raises HallError ``hall_unknown``."""

    async def ask(self, hall: Hall, request: Any) -> int:
        """Run ``request(tag)`` in the hall; the revision at which its edit is durable."""


def tenant_acting(actor: Actor, action: str, hall: str) -> Actor | None:
    """Whoever has an action for what is their company's alone: then only in its own booth."""
    return None if actor.may(action, Thing(hall=hall)) else actor


async def edit(
    house: House,
    hall: Hall,
    change: Callable[[Nodes], list[Operation]],
    author: str,
    tenant: Actor | None = None,
) -> int:
    """One edit, worked out from the hall's newest state at the moment it is made; the revision.

    With a ``tenant``, it has to stay within a booth of theirs.
    """
    layers = hall.editing.layers
    ops = change(layers.head.nodes)
    if not ops:
        return hall.revision
    base = layers.next_revision - 1
    return await house.ask(
        hall,
        lambda tag: hall.editing.edit(
            "published", ops, base, actor=tenant or house_of(author), tag=tag, vouched=True
        ),
    )
