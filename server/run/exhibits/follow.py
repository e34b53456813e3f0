"""A hall's document from another time or place, with its exhibits as they are shown now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scenes.state import SceneState
from server.run.exhibits import swap
from server.run.exhibits.house import House
from server.store.errors import StoreError

Json = dict[str, Any]


async def followed(house: House, document: Mapping[str, Any]) -> Json:
    """The document with the published revision and the card of each exhibit in it.

    An exhibit that has been deleted since stays as the document has it. Raises SceneError
    ``scene_invalid``, or ``patch_invalid`` where a revision cannot be shown.
    """
    state = SceneState.load(document)
    shown = {swap.exhibit_of(node) for node in state.nodes.values()}
    for exhibit in sorted(name for name in shown if name):
        state = await _one(house, state, exhibit)
    return state.document()


async def _one(house: House, state: SceneState, exhibit: str) -> SceneState:
    try:
        now = await house.archive.exhibits.get(exhibit)
        if now.published is None:
            return state
        revision = await house.archive.exhibits.revision(exhibit, now.published)
    except StoreError as error:
        if error.code not in ("exhibit_unknown", "revision_unknown"):
            raise
        return state
    ops = swap.swap(state.nodes, exhibit, revision.number, revision.model)
    state = state.apply(ops).state
    return state.apply(swap.relabel(state.nodes, exhibit, now.card)).state
