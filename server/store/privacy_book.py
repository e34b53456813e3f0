"""Personal data's own books, asked and changed from the event loop."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from functools import partial
from typing import Final

from server.store import privacy
from server.store.exhibit_book import Run
from server.store.privacy_records import (
    Consent,
    Erasure,
    NetworkEvent,
    PrivacyRequest,
    RequestState,
)

PIECE: Final = 1000


class PrivacyBook:
    """Consents, requests, erasures, network events. What is changed is durable on return."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def give(self, person: str, purpose: str, document: str, at: float) -> Consent:
        """Note a consent to one purpose on one version of a document."""
        work = partial(privacy.give, person=person, purpose=purpose, document=document, at=at)
        return await self._write(work)

    async def withdraw(self, person: str, purpose: str, at: float) -> int:
        """Note that somebody agrees no longer; how many consents that ends."""
        return await self._write(partial(privacy.withdraw, person=person, purpose=purpose, at=at))

    async def consents_of(self, person: str) -> list[Consent]:
        """Everything that somebody agreed to, oldest first."""
        return await self._read(partial(privacy.consents_of, person=person))

    async def consent_counts(self) -> dict[str, tuple[int, int]]:
        """For each purpose, how many consents stand and how many were withdrawn."""
        return await self._read(privacy.consent_counts)

    async def ask(self, request: PrivacyRequest) -> None:
        """Note a request about personal data."""
        await self._write(partial(privacy.ask, request=request))

    async def requests(self, person: str | None = None, limit: int = 200) -> list[PrivacyRequest]:
        """Requests, of somebody or all, the most urgent open ones first."""
        return await self._read(partial(privacy.requests, person=person, limit=limit))

    async def end(self, id: str, state: RequestState, by: str, at: float) -> PrivacyRequest:
        """Close a request; raises `request_unknown`, `request_closed`."""
        return await self._write(partial(privacy.end, id=id, state=state, by=by, at=at))

    async def begin_erasure(self, person: str, by: str, at: float) -> None:
        """Note that somebody is being deleted."""
        await self._write(partial(privacy.begin_erasure, person=person, by=by, at=at))

    async def forget_erasure(self, person: str) -> None:
        """Note that somebody is not to be deleted after all."""
        await self._write(partial(privacy.forget_erasure, person=person))

    async def end_erasure(self, person: str) -> None:
        """Note that nothing of them is left."""
        await self._write(partial(privacy.end_erasure, person=person))

    async def erased(self) -> list[Erasure]:
        """Everybody who was deleted."""
        return await self._read(privacy.erased)

    async def log_events(self, events: Sequence[NetworkEvent]) -> None:
        """Add network events."""
        await self._write(partial(privacy.log_events, events=tuple(events)))

    async def network_events(self, since: float, until: float) -> AsyncIterator[NetworkEvent]:
        """Network events of a time, oldest first, a piece at a time."""
        after = 0
        while True:
            work = partial(
                privacy.network_events, since=since, until=until, after=after, limit=PIECE
            )
            found: list[tuple[int, NetworkEvent]] = await self._read(work)
            for _, event in found:
                yield event
            if len(found) < PIECE:
                return
            after = found[-1][0]

    async def cut_network_log(self, older: float) -> int:
        """Forget network events older than a time; how many."""
        return await self._write(partial(privacy.cut_network_log, older=older))
