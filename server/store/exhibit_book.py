"""What the archive knows of exhibits, asked and changed from the event loop."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from functools import partial
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection

from server.store import exhibit_changes, exhibits
from server.store.exhibit_records import (
    ExhibitFile,
    Publication,
    Served,
    StoredExhibit,
    StoredRevision,
)

T = TypeVar("T")


class Run(Protocol):
    """Runs a piece of work on a connection and returns what it returns."""

    def __call__(self, work: Callable[[Connection], T], /) -> Awaitable[T]:
        """Raises StoreError."""


class ExhibitBook:
    """Exhibits and their revisions. Whatever writes returns once it is durable."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def page(
        self, limit: int = 100, before: str | None = None, owners: Collection[str] | None = None
    ) -> list[StoredExhibit]:
        """Exhibits, newest first; only those made before the one named, and of some owners."""
        work = partial(exhibits.listed, limit=limit, before=before, owners=owners)
        return await self._read(work)

    async def get(self, exhibit: str) -> StoredExhibit:
        """One exhibit; raises `exhibit_unknown`."""
        return await self._read(partial(exhibits.one, exhibit=exhibit))

    async def spreading(self) -> list[str]:
        """Exhibits whose last change may not have reached every hall."""
        return await self._read(exhibits.spreading)

    async def revision(self, exhibit: str, number: int) -> StoredRevision:
        """One revision; raises `exhibit_unknown`, `revision_unknown`."""
        return await self._read(partial(exhibits.revision, exhibit=exhibit, number=number))

    async def manifest(self, exhibit: str, number: int) -> dict[str, Any]:
        """A revision's whole manifest; raises `exhibit_unknown`, `revision_unknown`."""
        return await self._read(partial(exhibits.manifest, exhibit=exhibit, number=number))

    async def history(
        self, exhibit: str, limit: int = 50, before: int | None = None
    ) -> list[StoredRevision]:
        """Revisions with numbers below `before`, newest first; raises `exhibit_unknown`."""
        work = partial(exhibits.history, exhibit=exhibit, limit=limit, before=before)
        return await self._read(work)

    async def published(self, exhibit: str, limit: int = 50) -> list[Publication]:
        """What was published when, the last first."""
        return await self._read(partial(exhibits.published, exhibit=exhibit, limit=limit))

    async def newest(
        self, wanted: Iterable[StoredExhibit], each: int
    ) -> dict[str, list[StoredRevision]]:
        """The newest `each` revisions of each, and the published one, newest first."""
        return await self._read(partial(exhibits.newest, wanted=list(wanted), each=each))

    async def add_file(self, exhibit: str, number: int, file: ExhibitFile) -> None:
        """Give a revision a file that it lacks; one that has it, or is gone, stays as it is."""
        await self._write(
            partial(exhibit_changes.add_file, exhibit=exhibit, number=number, file=file)
        )

    async def keep(
        self,
        new: StoredRevision,
        manifest: Mapping[str, Any],
        card: Mapping[str, Any] | None = None,
        owner: str = "",
    ) -> StoredRevision:
        """Keep a revision under the next number; with a card, as the first of a new exhibit, which
        belongs to ``owner`` or else to its author.

        The same job a second time gets the revision it made. Raises `exhibit_unknown`.
        """
        return await self._write(
            partial(exhibit_changes.keep, new=new, manifest=manifest, card=card, owner=owner)
        )

    async def publish(
        self,
        exhibit: str,
        what: Publication,
        expected: int | None = None,
        approve: exhibit_changes.Approve = lambda revision: None,
    ) -> tuple[StoredExhibit, StoredRevision]:
        """Make a revision the one that visitors see; halls have to be told from now on.

        `expected`: the number published so far, 0 for none. Raises `exhibit_unknown`,
        `revision_unknown`, `publish_stale`, and what `approve` raises, which sees it before.
        """
        work = partial(
            exhibit_changes.publish, exhibit=exhibit, what=what, expected=expected, approve=approve
        )
        return await self._write(work)

    async def set_card(self, exhibit: str, changes: Mapping[str, Any]) -> StoredExhibit:
        """Change lines of a card (None takes one away); the exhibit is `spreading` then."""
        return await self._write(
            partial(exhibit_changes.set_card, exhibit=exhibit, changes=changes)
        )

    async def spread(self, exhibit: str) -> None:
        """Note that every hall follows the exhibit as it is now."""
        await self._write(partial(exhibit_changes.spread, exhibit=exhibit))

    async def remove_revision(self, exhibit: str, number: int) -> None:
        """Take one revision away, never the published one (`revision_shown`)."""
        work = partial(exhibit_changes.remove_revision, exhibit=exhibit, number=number)
        await self._write(work)

    async def remove(self, exhibit: str) -> None:
        """Take an exhibit away with all its revisions; raises `exhibit_unknown`."""
        await self._write(partial(exhibit_changes.remove, exhibit=exhibit))

    async def served(self, sha: str) -> Served:
        """How a blob is served."""
        return await self._read(partial(exhibits.served, sha=sha))
