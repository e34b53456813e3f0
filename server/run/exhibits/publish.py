"""Publishing: one pointer in the archive, then one patch to each hall where the exhibit stands."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import Any

from scenes.operations import Operation
from server.access.actor import Actor
from server.access.actor import house as house_of
from server.halls.effects import Effect
from server.halls.errors import HallError
from server.halls.hall import Hall
from server.run.exhibits import swap
from server.run.exhibits.house import House
from server.store.exhibit_records import CARD, MODEL, TITLE, StoredExhibit, StoredRevision

Change = Callable[[swap.Nodes], list[Operation]]


async def spread(
    house: House, state: StoredExhibit, author: str, shown: StoredRevision | None = None
) -> None:
    """Bring every hall to what the archive says of an exhibit, and note that it is done.

    ``shown`` is the published revision, where it is at hand. Raises what the first hall raised that
    could not follow; the others have followed then, and it is made up for at the next change or
    start.
    """
    if shown is None and state.published is not None:
        shown = await house.archive.exhibits.revision(state.id, state.published)
    change = _change(state, shown)
    note = f"exhibit:{state.id}@{state.published or 0}"
    following = [_follow(house, hall, change, author, note) for hall in list(house.halls.values())]
    outcomes = await asyncio.gather(*following, return_exceptions=True)
    failed = [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
    if failed:
        raise failed[0]
    await house.archive.exhibits.spread(state.id)


def check(house: House, shown: StoredRevision, *, tenant: Actor | None = None) -> None:
    """See that every hall can show a revision, and that it is in the tenant's own booth, if there
    is one; raises SceneError where that is not so."""
    for hall in house.halls.values():
        head = hall.editing.layers.head
        ops = swap.swap(head.nodes, shown.exhibit, shown.number, shown.model)
        if ops and tenant is not None:
            hall.editing.booths.check(head, ops, tenant, vouched=True)
        if ops:
            head.apply(ops)


def _change(state: StoredExhibit, shown: StoredRevision | None) -> Change:
    """What halls have to be told, worked out for each from its newest state."""

    def change(nodes: swap.Nodes) -> list[Operation]:
        ops: list[Operation] = []
        if state.spreading & MODEL and shown is not None:
            ops += swap.swap(nodes, state.id, shown.number, shown.model)
        if state.spreading & CARD:
            ops += swap.relabel(nodes, state.id, state.card)
        elif state.spreading & TITLE:
            ops += swap.retitle(nodes, state.id, state.title)
        return ops

    return change


async def _follow(house: House, hall: Hall, change: Change, author: str, note: str) -> None:
    """One hall, in one patch; shared values that the new model cannot show go right behind it."""

    def request(tag: Any) -> Iterable[Effect]:
        editing = hall.editing
        ops = change(editing.layers.head.nodes)
        effects = editing.edit("published", ops, 0, actor=house_of(author), tag=tag, note=note)
        stale = swap.outdated(editing.layers, ops)
        if stale:
            effects += editing.edit("shared", stale, 0, actor=house_of(author))
        return effects

    if not change(hall.editing.layers.head.nodes):
        return
    try:
        await house.ask(hall, request)
    except HallError as error:
        if error.code != "hall_unknown":  # deleted meanwhile: it has nothing to follow with
            raise
