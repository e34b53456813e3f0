"""The forest that nodes make: found without recursion, and asked without walking far.

``jumps`` skip ancestors (Myers, "An applicative random-access stack", 1983): from any node, those
above it that answer a question of which all above agree are found in steps of the logarithm.
"""

from __future__ import annotations

from collections.abc import Sequence

from scenes.exhibits.check.structure.numbers import NONE

__all__ = ["Forest", "loops"]


class Forest:
    """Who is above whom. The root of nodes in a loop, or below it, is a number below minus one."""

    def __init__(self, parents: Sequence[int]) -> None:
        self.parents = list(parents)
        count = len(self.parents)
        self.children: list[list[int]] = [[] for _ in range(count)]
        for index, parent in enumerate(self.parents):
            if parent != NONE:
                self.children[parent].append(index)
        self.roots = [NONE] * count
        self.depths = [0] * count
        self.jumps = list(range(count))
        self.first = [0] * count
        self.last = [0] * count
        self.order: list[int] = []
        for index, parent in enumerate(self.parents):
            if parent == NONE:
                self._walk(index)
        for index in loops(self.parents):
            if self.roots[index] == NONE:
                self._mark(index)

    def _mark(self, start: int) -> None:
        """Give all that hangs from a loop one root, which is no node."""
        stack = [start]
        while stack:
            index = stack.pop()
            if self.roots[index] == NONE:
                self.roots[index] = NONE - 1 - start
                stack.extend(self.children[index])

    def _walk(self, root: int) -> None:
        """Number a tree in the order of a visit; ``first`` to ``last`` are a node's own."""
        stack = [root]
        while stack:
            index = stack.pop()
            if index < 0:
                self.last[~index] = len(self.order)
                continue
            self.first[index] = len(self.order)
            self.order.append(index)
            self.roots[index] = root
            self._set_jump(index)
            stack.append(~index)
            stack.extend(self.children[index])

    def _set_jump(self, index: int) -> None:
        parent = self.parents[index]
        if parent == NONE:
            return
        self.depths[index] = self.depths[parent] + 1
        middle = self.jumps[parent]
        far = self.jumps[middle]
        same = self.depths[parent] - self.depths[middle] == self.depths[middle] - self.depths[far]
        self.jumps[index] = far if same else parent

    def is_above(self, upper: int, lower: int) -> bool:
        """Whether a node is above another, or is it."""
        if upper == lower:
            return True
        if NONE in (upper, lower) or self.roots[upper] != self.roots[lower]:
            return False
        if self.roots[upper] < 0:
            return True
        return self.first[upper] <= self.first[lower] < self.last[upper]

    def meeting(self, one: int, other: int) -> int:
        """The lowest node above two; minus one when they have none in common."""
        if self.roots[one] != self.roots[other]:
            return NONE
        if self.roots[one] < 0:
            return one
        while not self.is_above(one, other):
            far = self.jumps[one]
            one = self.parents[one] if self.is_above(far, other) else far
        return one


def loops(parents: Sequence[int]) -> list[int]:
    """The nodes that are their own ancestors."""
    seen = [0] * len(parents)
    found: list[int] = []
    for start in range(len(parents)):
        index, path = start, []
        while index != NONE and not seen[index]:
            seen[index] = start + 1
            path.append(index)
            index = parents[index]
        if index != NONE and seen[index] == start + 1:
            found += path[path.index(index) :]
    return sorted(found)
