"""What the archive knows of registration, asked and changed from the event loop."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from typing import Any

from server.store import idempotency, registration, registration_effects, registration_space
from server.store.exhibit_book import Run
from server.store.idempotency import StoredAnswer
from server.store.registration_records import (
    Counts,
    Move,
    NewEffect,
    StoredApplication,
    StoredComment,
    StoredCustodian,
    StoredEffect,
    StoredEntry,
    StoredLease,
    StoredPaper,
    StoredSeat,
)


class RegistrationBook:
    """Applications, hosts, seats, leases, effects. Whatever writes returns once it is durable."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    # --- applications -------------------------------------------------------------------------

    async def add(self, row: StoredApplication, entry: StoredEntry) -> None:
        """Keep a new application with the first line of its history."""
        await self._write(partial(registration.add, row=row, entry=entry))

    async def get(self, id: str) -> StoredApplication:
        """One application; raises `application_unknown`."""
        return await self._read(partial(registration.one, id=id))

    async def save(self, after: StoredApplication, expected: int) -> None:
        """Keep changed fields; raises `application_stale` (with the version it has now)."""
        await self._write(partial(registration.save, after=after, expected=expected))

    async def move(self, step: Move) -> StoredApplication:
        """Carry out a transition, all or nothing.

        Raises `application_stale`, `code_taken`, `no_free_seat`, `no_free_booth`.
        """
        return await self._write(partial(registration.move, step=step))

    async def remove(self, id: str) -> None:
        """Take an application away with all that hangs on it."""
        await self._write(partial(registration.remove, id=id))

    async def note_told(self, id: str, told: Iterable[str], flags: Iterable[str]) -> None:
        """Remember what people were told, and the flags."""
        work = partial(registration.note_told, id=id, told=set(told), flags=sorted(flags))
        await self._write(work)

    async def note_course(self, id: str, changes: Mapping[str, Any]) -> None:
        """Remember more of an application's course."""
        await self._write(partial(registration.note_course, id=id, changes=dict(changes)))

    async def page(
        self,
        limit: int = 100,
        before: str | None = None,
        ids: Collection[str] | None = None,
        where: Mapping[str, str] | None = None,
    ) -> list[StoredApplication]:
        """Applications, newest first."""
        work = partial(
            registration.page, limit=limit, before=before, ids=ids, where=dict(where or {})
        )
        return await self._read(work)

    async def of_states(self, *states: str) -> list[StoredApplication]:
        """Every application in one of these states, oldest first."""
        return await self._read(partial(registration.of_states, states=states))

    async def of_submitter(self, account: str) -> list[StoredApplication]:
        """What somebody has begun, newest first."""
        return await self._read(partial(registration.of_submitter, account=account))

    async def alike(self, row: StoredApplication) -> list[StoredApplication]:
        """Living applications that may be of the same company or person."""
        return await self._read(partial(registration.alike, row=row))

    async def named_alike(self, text: str, id: str) -> list[tuple[str, str]]:
        """Ids and names of other living applications whose folded name holds a text."""
        return await self._read(partial(registration.named_alike, prefix=text, id=id))

    async def history(self, id: str) -> list[StoredEntry]:
        """What was done to an application, oldest first."""
        return await self._read(partial(registration.history, id=id))

    async def comments(self, id: str) -> list[StoredComment]:
        """What was asked to be changed."""
        return await self._read(partial(registration.comments, id=id))

    async def counts(self) -> Counts:
        """What the registry is busy with."""
        return await self._read(registration.counts)

    # --- papers -------------------------------------------------------------------------------

    async def papers(self, id: str) -> list[StoredPaper]:
        """The documents of an application."""
        return await self._read(partial(registration.papers, id=id))

    async def paper_ids(self) -> set[str]:
        """The ids of all documents."""
        return await self._read(registration.paper_ids)

    async def add_paper(
        self, paper: StoredPaper, most: int, changed: float, states: Collection[str]
    ) -> None:
        """Keep a document; raises `too_many_documents`, `application_locked`."""
        await self._write(
            partial(registration.add_paper, paper=paper, most=most, changed=changed,
                    expected_states=states)
        )  # fmt: skip

    async def drop_paper(
        self, application: str, id: str, changed: float, states: Collection[str]
    ) -> None:
        """Take a document away; raises `document_unknown`, `application_locked`."""
        await self._write(
            partial(registration.drop_paper, application=application, id=id, changed=changed,
                    expected_states=states)
        )  # fmt: skip

    # --- effects ------------------------------------------------------------------------------

    async def owe(self, application: str, effects: Iterable[NewEffect], at: float) -> None:
        """Note what is owed outside."""
        work = partial(registration_effects.owe, application=application, new=tuple(effects), at=at)
        await self._write(work)

    async def due_effects(self, now: float, limit: int = 64) -> list[StoredEffect]:
        """The oldest thing owed for each application, as far as its time has come."""
        return await self._read(partial(registration_effects.due, now=now, limit=limit))

    async def next_due(self) -> float | None:
        """When something is to be tried next."""
        return await self._read(registration_effects.next_due)

    async def settle(self, number: int, at: float) -> None:
        """Note that something owed is done."""
        await self._write(partial(registration_effects.settle, number=number, at=at))

    async def put_off(self, number: int, due: float, code: str) -> None:
        """Note that it failed, and when to try again."""
        work = partial(registration_effects.put_off, number=number, due=due, code=code)
        await self._write(work)

    async def owed(self, application: str) -> list[StoredEffect]:
        """What is still owed for an application."""
        return await self._read(partial(registration_effects.owed, application=application))

    async def forget_effects(self, before: float) -> int:
        """Forget what was done before a moment."""
        return await self._write(partial(registration_effects.forget, before=before))

    # --- hosts, seats, booths -----------------------------------------------------------------

    async def hosts(self) -> list[StoredCustodian]:
        """Every hosting institution."""
        return await self._read(registration_space.hosts)

    async def host(self, id: str) -> StoredCustodian:
        """One of them; raises `custodian_unknown`."""
        return await self._read(partial(registration_space.host, id=id))

    async def add_host(self, new: StoredCustodian, size: int) -> None:
        """Keep a new one with so many seats."""
        await self._write(partial(registration_space.add_host, new=new, size=size))

    async def change_host(
        self, id: str, changes: Mapping[str, Any], more: int = 0
    ) -> StoredCustodian:
        """Change one, or give it more seats; raises `custodian_unknown`."""
        work = partial(registration_space.change_host, id=id, changes=changes, more=more)
        return await self._write(work)

    async def pools(self, now: float) -> dict[str, tuple[int, int, int]]:
        """For each host: all its seats, those taken, those that rest."""
        return await self._read(partial(registration_space.pools, now=now))

    async def seats(
        self,
        limit: int = 100,
        after: int = 0,
        custodian: str | None = None,
        *,
        taken: bool | None = None,
    ) -> list[StoredSeat]:
        """Seats by number."""
        work = partial(
            registration_space.seats_page, limit=limit, after=after, custodian=custodian,
            taken=taken,
        )  # fmt: skip
        return await self._read(work)

    async def seat_of(self, application: str) -> StoredSeat | None:
        """The seat that a company has now."""
        return await self._read(partial(registration_space.seat_of, application=application))

    async def leases(self) -> list[StoredLease]:
        """Every booth that is leased now."""
        return await self._read(registration_space.standing)

    async def lease_of(self, application: str) -> StoredLease | None:
        """The booth that a company has now."""
        return await self._read(partial(registration_space.lease_of, application=application))

    async def last_lease_of(self, application: str) -> StoredLease | None:
        """The booth that a company has, or had last."""
        return await self._read(partial(registration_space.last_lease_of, application=application))

    # --- first answers ------------------------------------------------------------------------

    async def answer(self, actor: str, path: str, key: str) -> StoredAnswer | None:
        """The first answer to a request with this key."""
        return await self._read(partial(idempotency.find, actor=actor, path=path, key=key))

    async def keep_answer(self, answer: StoredAnswer) -> None:
        """Keep a first answer; one that is there stays."""
        await self._write(partial(idempotency.keep, answer=answer))
