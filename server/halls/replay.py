"""The newest patches of a hall, kept so that a cut connection can be brought up to date."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from server.wire.messages import Patch

MOST_PATCHES = 1024
MOST_OPERATIONS = 8192


@dataclass(slots=True)
class Replay:
    """Patches without a gap, oldest first; bounded in number and in operations."""

    patches: deque[Patch] = field(default_factory=deque)
    _operations: int = 0

    def record(self, patch: Patch) -> None:
        """Remember a patch that was sent."""
        self.patches.append(patch)
        self._operations += len(patch.ops)
        while len(self.patches) > MOST_PATCHES or (
            self._operations > MOST_OPERATIONS and len(self.patches) > 1
        ):
            self._operations -= len(self.patches.popleft().ops)

    def since(self, revision: int, current: int) -> list[Patch] | None:
        """The patches after ``revision`` up to ``current``, or None when they do not reach back."""
        if revision == current:
            return []
        if not self.patches or not self.patches[0].revision <= revision + 1 <= current:
            return None
        return [patch for patch in self.patches if patch.revision > revision]
