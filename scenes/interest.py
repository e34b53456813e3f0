"""What a visitor standing somewhere must receive, most needed first.

First the coarsest level of everything that can be seen, large and near things before small and far
ones; then finer levels where the coarse one's error would show most; last what is hardly a dot.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.budget import Budget, Need
from scenes.places import Place, place_of, rotate

EYE = 1.6
"""Metres from the feet to the eyes."""
DOT = 0.004
"""Radians: what looks smaller is hardly a dot (about four pixels of a screen)."""
SHARP = 0.001
"""Radians: an error that looks smaller is not seen (about a pixel)."""
_NEAREST = 0.5


class _Model(NamedTuple):
    node: str
    levels: Sequence[dict[str, Any]]


class Surroundings:
    """The models of one hall document with their boxes in the hall, ready to be asked often."""

    def __init__(self, doc: Mapping[str, Any]) -> None:
        nodes = doc["nodes"]
        shown = [
            name for name in sorted(nodes) if _has_model(nodes[name]) and is_shown(nodes, name)
        ]
        self._models = [_Model(name, nodes[name]["model"]["levels"]) for name in shown]
        boxes = [_box(nodes[name]["model"]["bounds"], place_of(nodes, name)) for name in shown]
        self._centers = np.array([center for center, _ in boxes]).reshape(-1, 3)
        self._halves = np.array([half for _, half in boxes]).reshape(-1, 3)

    def manifest(self, at: Sequence[float], budget: int) -> list[Need]:
        """What to fetch for someone whose feet are at `at`; see `manifest`."""
        distances = self._distances(at)
        radii = np.linalg.norm(self._halves, axis=1)
        sizes = np.arctan2(radii, distances)
        order = [int(i) for i in np.lexsort((-radii, -sizes))]
        spending = Budget(budget)
        seen = [i for i in order if sizes[i] >= DOT]
        self._coarse(spending, seen)
        self._refine(spending, seen, distances)
        self._coarse(spending, [i for i in order if sizes[i] < DOT])
        return spending.list

    def _distances(self, at: Sequence[float]) -> NDArray[np.float64]:
        eye = np.array([at[0], at[1] + EYE, at[2]])
        beyond = np.maximum(np.abs(self._centers - eye) - self._halves, 0.0)
        away: NDArray[np.float64] = np.sqrt((beyond * beyond).sum(axis=1))
        return np.maximum(away, _NEAREST)

    def _coarse(self, spending: Budget, order: Sequence[int]) -> None:
        for i in order:
            node, levels = self._models[i]
            spending.take(node, len(levels) - 1, levels[-1])

    def _refine(
        self, spending: Budget, seen: Sequence[int], distances: NDArray[np.float64]
    ) -> None:
        errors = {i: self._models[i].levels[-1]["error"] / distances[i] for i in seen}
        for i in sorted(seen, key=lambda i: -errors[i]):
            node, levels = self._models[i]
            for level in _wanted(levels, float(distances[i])):
                if spending.take_if_it_fits(node, level, levels[level]):
                    break


def manifest(doc: Mapping[str, Any], at: Sequence[float], budget: int) -> list[Need]:
    """What to fetch, most needed first, each asset once, for feet at `at` in hall document `doc`.

    The list ends when `budget` bytes are spent; the coarse levels may overdraw it by one asset.
    Nodes that share an asset are served by the first one's entry. The order is total: the same hall
    and place always give the same list.
    """
    return Surroundings(doc).manifest(at, budget)


def _wanted(levels: Sequence[dict[str, Any]], distance: float) -> Iterator[int]:
    """Levels to refine to, the best first: the coarsest that looks right, then coarser ones."""
    errors = [level["error"] / distance for level in levels]
    last = len(levels) - 1
    right = max((i for i, error in enumerate(errors) if error <= SHARP), default=0)
    return iter(range(right, last))


def _has_model(node: Mapping[str, Any]) -> bool:
    return bool(node.get("model") and node["model"]["levels"])


def is_shown(nodes: Mapping[str, Mapping[str, Any]], name: str) -> bool:
    """Whether a node is drawn: neither it nor anything that it hangs from is hidden."""
    at: str | None = name
    for _ in range(len(nodes)):
        if at is None or at not in nodes:
            return True
        if not nodes[at].get("visible", True):
            return False
        at = nodes[at].get("parent")
    return True


def _box(
    bounds: Mapping[str, Any], place: Place
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Centre and half size, along the hall's axes, of a box that stands at `place`."""
    low, high = np.array(bounds["min"], dtype=float), np.array(bounds["max"], dtype=float)
    axes = [rotate(place.rotation, axis) for axis in ((1, 0, 0), (0, 1, 0), (0, 0, 1))]
    turned = np.array(axes).T * np.array(place.scale)
    center = np.array(place.position) + turned @ ((low + high) / 2)
    return center, np.abs(turned) @ ((high - low) / 2)
