"""The archive: everything the park must still know tomorrow, behind one object."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Self, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from server.store import facts, halls, migrate, versions
from server.store.accounts_book import AccountBook, KeyBook
from server.store.audit_book import AuditBook
from server.store.audit_trail import Trail, patch_acts
from server.store.certificates import CertificateBook
from server.store.errors import StoreError
from server.store.exhibit_book import ExhibitBook
from server.store.failures import coded, is_lost
from server.store.files import private_folder
from server.store.guide_books import DialogueBook, KnowledgeBook, LessonBook
from server.store.identity_book import IdentityBook
from server.store.inbox import InboxBook
from server.store.jobs import JobBook
from server.store.lock import FolderLock
from server.store.media_book import MediaBook
from server.store.moderation_book import ModerationBook
from server.store.notices_book import NoticeBook
from server.store.owners_book import OwnerBook
from server.store.places import Place, place_of
from server.store.privacy_book import PrivacyBook
from server.store.privacy_rows import RowBook
from server.store.promotion_book import BookingBook, HoldBook, LeadBook
from server.store.records import Asset, Document, StoredHall, StoredPatch, StoredVersion
from server.store.registration_book import RegistrationBook
from server.store.site import LegalBook
from server.store.statistics_book import StatisticsBook
from server.store.uploads import UploadBook
from server.store.writer import Chain, Writer

T = TypeVar("T")
HISTORY_KEPT = 2000
"""Patches of a hall that a checkpoint leaves for its history."""


class Archive:
    """A park's records. Whatever writes returns only when a power cut could not undo it.

    Open with `await Archive.open(folder)`: the records lie in a file of the folder, or on the
    PostgreSQL server that is named besides. Writers that call at the same moment share a commit;
    each receives its own result or its own `StoreError`.
    """

    def __init__(self, lock: FolderLock, place: Place, writing: AsyncEngine, trail: Trail) -> None:
        self._lock = lock
        self._place = place
        self._trail = trail
        self._writing = writing
        self._reading = place.engine("read")
        self._writer = Writer(writing, trail)
        self.audit = AuditBook(self._read, self._writer, trail, place)
        self.privacy = PrivacyBook(self._read, self._writer.run)
        self.owners = OwnerBook(self._read, self._writer.run)
        self.rows = RowBook(self._read, self._writer.run)
        self.exhibits = ExhibitBook(self._read, self._writer.run)
        self.uploads = UploadBook(self._read, self._writer.run)
        self.jobs = JobBook(self._read, self._writer.run)
        self.media = MediaBook(self._read, self._writer.run)
        self.statistics = StatisticsBook(self._read, self._writer.run)
        self.notices = NoticeBook(self._read, self._writer.run)
        self.inbox = InboxBook(self._read, self._writer.run)
        self.certificates = CertificateBook(self._read, self._writer.run)
        self.moderation = ModerationBook(self._read, self._writer.run)
        self.legal = LegalBook(self._read, self._writer.run)
        self.registration = RegistrationBook(self._read, self._writer.run)
        self.accounts = AccountBook(self._read, self._writer.run)
        self.keys = KeyBook(self._read, self._writer.run)
        self.identities = IdentityBook(self._read, self._writer.run)
        self.leads = LeadBook(self._read, self._writer.run)
        self.bookings = BookingBook(self._read, self._writer.run)
        self.holds = HoldBook(self._read, self._writer.run)
        self.knowledge = KnowledgeBook(self._read, self._writer.run)
        self.dialogues = DialogueBook(self._read, self._writer.run)
        self.lessons = LessonBook(self._read, self._writer.run)
        self._closed = False

    @classmethod
    async def open(cls, folder: Path, database: str = "") -> Self:
        """Open, or make, the archive of `folder` and bring its tables up to date.

        `database` is the address of a PostgreSQL database (``postgresql://…``), empty for the
        embedded file. Raises `StoreError`: `archive_locked`, `archive_foreign`,
        `archive_corrupt`, `archive_newer`, `archive_elsewhere`, `archive_unfit`,
        `archive_failed`; the database is then as it was.
        """
        with _telling_what_failed(folder):
            lock = FolderLock(await asyncio.to_thread(private_folder, folder))
            lock.acquire()
            try:
                place = place_of(folder, database)
                writing = place.engine("write")
                trail = await _upgrade(place, writing)
            except BaseException:
                lock.release()
                raise
        return cls(lock, place, writing, trail)

    async def close(self) -> None:
        """Commit what is waiting and let the folder go; a second call does nothing."""
        if self._closed:
            return
        self._closed = True
        await self._writer.close()
        await self._reading.dispose()
        await self._writing.dispose()
        self._trail.close()
        self._lock.release()

    @property
    def commits(self) -> int:
        """Transactions committed since the archive was opened."""
        return self._writer.commits

    async def _read(self, work: Callable[[Connection], T]) -> T:
        if self._closed:
            raise StoreError("archive_closed", "the archive is closed")
        try:
            try:
                return await self._read_once(work)
            except (DBAPIError, OSError, TimeoutError) as error:
                if not is_lost(error):
                    raise
            # A connection had died in the pool, which is empty now.
            return await self._read_once(work)
        except (DBAPIError, OSError, TimeoutError) as error:
            raise coded(error) from error

    async def _read_once(self, work: Callable[[Connection], T]) -> T:
        async with self._reading.begin() as connection:
            return await connection.run_sync(work)

    async def size(self) -> int:
        """Bytes that the records take, with their indexes and logs."""
        return await self._place.size(self._reading)

    # Halls and their patches

    async def halls(self) -> list[str]:
        """The ids of all halls in the order of creation."""
        return await self._read(halls.hall_ids)

    async def create_hall(self, hall: str, doc: Document, at: float, revision: int = 0) -> None:
        """Add a hall; raises `hall_exists`."""
        work = partial(halls.create, hall=hall, doc=doc, at=at, revision=revision)
        await self._writer.run(work)

    async def delete_hall(self, hall: str) -> None:
        """Take a hall away with its history and versions; raises `hall_unknown`."""
        await self._writer.run(partial(halls.remove, hall=hall))

    async def load_hall(self, hall: str) -> StoredHall:
        """The latest snapshot with the patches after it; raises `hall_unknown`."""
        return await self._read(partial(halls.load, hall=hall))

    async def append(self, patches: Sequence[StoredPatch], chain: Chain | None = None) -> None:
        """Keep patches, all or none; raises `hall_unknown`, `revision_conflict`.

        Revisions must grow within each hall and layer. A hall that sends edits before the earlier
        ones are kept passes a `Chain`, so that none is kept after one that was not.
        """
        work = partial(halls.append, new=tuple(patches))
        await self._writer.run(work, chain, patch_acts(patches))

    async def publish(
        self, patch: StoredPatch, chain: Chain | None = None, spare: Sequence[int] = ()
    ) -> None:
        """Append the patch that the hall's draft has become, and empty the draft with it.

        The draft's patches `spare` stay: they were no part of it.
        """
        await self._writer.run(partial(halls.publish, patch=patch, spare=spare), chain)

    async def clear_draft(self, hall: str, chain: Chain | None = None) -> None:
        """Forget the hall's unpublished edits."""
        await self._writer.run(partial(halls.clear_draft, hall=hall), chain)

    async def checkpoint(
        self, hall: str, revision: int, doc: Document, keep: int = HISTORY_KEPT
    ) -> None:
        """Make `doc` the snapshot that loading starts from; `keep` patches stay as history."""
        work = partial(halls.checkpoint, hall=hall, revision=revision, doc=doc, keep=keep)
        await self._writer.run(work)

    async def history(
        self, hall: str, limit: int = 100, before: int | None = None
    ) -> list[StoredPatch]:
        """Published patches, newest first, with revisions below `before`."""
        return await self._read(partial(halls.history, hall=hall, limit=limit, before=before))

    # Named versions

    async def save_version(
        self, hall: str, name: str, revision: int, doc: Document, author: str, at: float
    ) -> int:
        """Keep a state of a hall under a name; the number it got."""
        version = StoredVersion(hall, 0, name, revision, author, at)
        return await self._writer.run(partial(versions.save, version=version, doc=doc))

    async def versions(self, hall: str) -> list[StoredVersion]:
        """The hall's versions, newest first."""
        return await self._read(partial(versions.listed, hall=hall))

    async def version(self, hall: str, number: int) -> Document:
        """The document of a version; raises `version_unknown`."""
        return await self._read(partial(versions.document, hall=hall, number=number))

    # Small facts

    async def meta(self, key: str) -> Any:
        """The JSON value remembered under `key`, or None."""
        return await self._read(partial(facts.fact, key=key))

    async def set_meta(self, key: str, value: Any) -> None:
        """Remember a JSON value."""
        await self._writer.run(partial(facts.set_fact, key=key, value=value))

    # Assets

    async def remember_asset(self, sha: str, size: int, media_type: str, at: float) -> None:
        """Note a blob that the park has accepted; a known one stays as it is."""
        asset = Asset(sha, size, media_type, at)
        # It says nothing of what is done: the act under way waits for what is made of the blob.
        await self._writer.run(partial(facts.remember_asset, asset=asset), acts=())

    async def asset(self, sha: str) -> Asset | None:
        """What is known of a blob."""
        return await self._read(partial(facts.known_asset, sha=sha))

    async def forget_assets(
        self, shas: Iterable[str], spared: Callable[[str], bool] = lambda sha: False
    ) -> list[str]:
        """Take blobs off the list of accepted ones, but those `spared`; which were taken.

        Asked between two writes, so that whoever notes a blob afterwards notes it anew.
        """
        work = partial(facts.forget_assets, shas=list(shas), spared=spared)
        return await self._writer.run(work)

    async def addresses(self) -> set[str]:
        """Every content address that any record speaks of, at one moment; in a thread."""
        if self._closed:
            raise StoreError("archive_closed", "the archive is closed")
        with _telling_what_failed(self._place.folder):
            return await asyncio.to_thread(self._addresses)

    def _addresses(self) -> set[str]:
        with self._place.reader() as reader:
            return reader.run(facts.addresses)

    async def assets_in_use(self) -> dict[str, set[str]]:
        """Every content address that the archive speaks of, with the halls that do."""
        return await self._read(facts.assets_in_use)


@contextmanager
def _telling_what_failed(folder: Path) -> Iterator[None]:
    """Turn the system's and the database's own errors into coded ones."""
    try:
        yield
    except OSError as error:
        message = f"{folder} cannot be used: {error.strerror or error}"
        raise StoreError("archive_failed", message) from error
    except DBAPIError as error:
        raise coded(error) from error


async def _upgrade(place: Place, writing: AsyncEngine) -> Trail:
    try:
        await place.prepare(writing)
        async with writing.begin() as connection:
            await connection.run_sync(migrate.upgrade)
            await connection.run_sync(place.claim)
        return await Trail.open(place.folder, writing)
    except BaseException:
        await writing.dispose()
        raise
