"""What is worked out from the published scene, kept until a patch changes what it came from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scenes.interest import Surroundings
from scenes.layers import Layers
from scenes.places import Place, Vector, place_of, spawn_node, spread
from scenes.state import SceneState
from scenes.walk import WalkMap
from server.wire.messages import Fetch

NOWHERE = Place((0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0))


class Derived:
    """Floor, surroundings and arrival places of one hall."""

    def __init__(self, layers: Layers, first_bytes: int) -> None:
        self._layers = layers
        self._first_bytes = first_bytes
        self._floor: Any = None
        self._walk: WalkMap | None = None
        self._state: SceneState | None = None
        self._surroundings: Surroundings | None = None

    @property
    def walk(self) -> WalkMap:
        """The walkable floor."""
        floor = self._layers.published.hall["walk"]
        if self._walk is None or floor is not self._floor:
            self._walk, self._floor = WalkMap(floor), floor
        return self._walk

    def path(self, start: Sequence[float], goal: Sequence[float]) -> list[Vector] | None:
        """A walkable way, corner by corner, or None when there is none."""
        found = self.walk.path(start, goal)
        return None if found is None else [(x, y, z) for x, y, z in found]

    def manifest(self, at: Sequence[float]) -> list[Fetch]:
        """What somebody at ``at`` needs, most needed first."""
        state = self._layers.published
        if self._surroundings is None or state is not self._state:
            self._surroundings, self._state = Surroundings(state.document()), state
        found = self._surroundings.manifest(at, self._first_bytes)
        return [Fetch(item.node, item.level, item.asset, item.bytes) for item in found]

    def arrival(self, wanted: str | None = None, number: int = 0) -> tuple[Place, Vector]:
        """Where the ``number``-th newcomer stands: the spawn point, and a place around it."""
        nodes = self._layers.published.nodes
        name = spawn_node(nodes, wanted)
        if name is None:
            return NOWHERE, self.walk.nearest(NOWHERE.position)
        place = place_of(nodes, name)
        radius = float(nodes[name]["spawn"]["radius"])
        return place, self.walk.nearest(spread(place, radius, number))
