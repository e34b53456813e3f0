"""Choosing what to fetch until a number of bytes is spent; no asset is paid for twice."""

from __future__ import annotations

from typing import Any, NamedTuple


class Need(NamedTuple):
    """One asset to fetch: for which node, which level (0 is the finest), how many bytes."""

    node: str
    level: int
    asset: str
    bytes: int


class Budget:
    """A shopping list with a limit."""

    def __init__(self, limit: int) -> None:
        self._left = limit
        self._known: set[str] = set()
        self.list: list[Need] = []

    def take(self, node: str, level: int, entry: dict[str, Any]) -> None:
        """List a level unless the budget is spent already; the last one may overdraw it.

        Otherwise what is larger than a whole budget would never be seen by anyone.
        """
        if self._left > 0:
            self._add(Need(node, level, entry["asset"], int(entry["bytes"])))

    def take_if_it_fits(self, node: str, level: int, entry: dict[str, Any]) -> bool:
        """List a level if there is enough left for all of it; whether it is listed now."""
        if entry["asset"] not in self._known and entry["bytes"] > self._left:
            return False
        self._add(Need(node, level, entry["asset"], int(entry["bytes"])))
        return True

    def _add(self, need: Need) -> None:
        if need.asset not in self._known:
            self._known.add(need.asset)
            self._left -= need.bytes
            self.list.append(need)
