"""What staff say to a page between two questions: told as it is said, to whoever listens there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from typing import Final

import msgspec

from server.wire import messages as wire

MOST: Final = 256
"""Pages that listen at once."""
MOST_OF_ONE: Final = 2
"""Pages of one talk that listen; the one that has listened for longest makes room."""
MOST_WAITING: Final = 64
"""What may wait for a page that reads slowly, before it is let go."""


class Officer(msgspec.Struct, tag="officer", tag_field="t"):
    """Who speaks through the guide from now on: a member of staff by name; empty for the AI."""

    name: str


Heard = wire.Turn | wire.Say | Officer
Ear = asyncio.Queue[Heard | None]


class Between:
    """Everybody who listens, by talk."""

    def __init__(self) -> None:
        self._ears: dict[str, list[Ear]] = {}

    def __len__(self) -> int:
        return sum(len(ears) for ears in self._ears.values())

    @property
    def is_full(self) -> bool:
        """Whether nobody more may listen."""
        return len(self) >= MOST

    def has(self, dialogue: str) -> bool:
        """Whether somebody listens to a talk."""
        return dialogue in self._ears

    def tell(self, dialogue: str, *messages: Heard) -> None:
        """Tell whoever listens; nothing waits for them."""
        for ear in list(self._ears.get(dialogue, ())):
            if ear.qsize() + len(messages) > MOST_WAITING:
                self._let_go(dialogue, ear)
                continue
            for message in messages:
                ear.put_nowait(message)

    def end(self, dialogue: str) -> None:
        """Nothing more comes, after what was told."""
        for ear in list(self._ears.get(dialogue, ())):
            self._let_go(dialogue, ear)

    def end_all(self) -> None:
        """Nothing more comes anywhere."""
        for dialogue in list(self._ears):
            self.end(dialogue)

    async def listen(self, dialogue: str, first: Sequence[Heard]) -> AsyncGenerator[Heard, None]:
        """Whatever is told from the first step on; ``first`` comes before anything else."""
        ears = self._ears.setdefault(dialogue, [])
        ear: Ear = asyncio.Queue()
        ears.append(ear)
        if len(ears) > MOST_OF_ONE:
            self._let_go(dialogue, ears[0])
        try:
            for message in first:
                yield message
            while (message := await ear.get()) is not None:  # type: ignore[assignment]
                yield message
        finally:
            self._let_go(dialogue, ear)

    def _let_go(self, dialogue: str, ear: Ear) -> None:
        ears = self._ears.get(dialogue, [])
        if ear not in ears:
            return
        ears.remove(ear)
        ear.put_nowait(None)
        if not ears:
            del self._ears[dialogue]
