"""What guides know now: documents that staff keep and the park's own records, in one index.

An index is built in a thread whenever something has changed; until it is there, the one before
serves. Records that live elsewhere (exhibits, companies, space to let, the profile) are looked at a
few times a minute when the archive has been written to, and kept in versions of their own like any
document, so that what an answer rested on can be read later.
"""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Final

from avatars.guides.knowledge.document import Document, Kind
from avatars.guides.knowledge.library import Library
from server.log import logger
from server.run.guides.errors import GuideError
from server.run.guides.gathering import gathered
from server.run.guides.house import House
from server.run.guides.sources import Source
from server.store.doing import doing
from server.store.guide_records import StoredDocument

__all__ = ["RECORDS", "LibraryKeeper", "document_of_stored"]

log = logger("guides")
RECORDS: Final[frozenset[Kind]] = frozenset({"exhibit", "company", "unit", "park"})
"""Kinds that nobody writes by hand."""
LOOK_SECONDS: Final = 5.0
HOUSE: Final = "house"
MOST_DOCUMENTS, MOST_LETTERS = 5_000, 20_000_000


class LibraryKeeper:
    """Keeps documents and the index of all; one event loop."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._stored: dict[str, StoredDocument] = {}
        self._turn = asyncio.Lock()
        self._changed = asyncio.Event()
        self._seen = -1
        self._task: asyncio.Task[None] | None = None
        self.now = Library.of(())
        """The index that serves."""

    async def start(self) -> None:
        """Read what was kept; the first index is built before this returns."""
        await self._read()
        await self.settled()
        self._task = asyncio.create_task(self._run(), name="library")

    async def stop(self) -> None:
        """Look no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def reread(self) -> None:
        """Know what something else has kept."""
        async with self._turn:
            await self._read()

    # --- what there is ------------------------------------------------------------------------

    def all(self) -> list[StoredDocument]:
        """Every document as it is now, records of the park among them."""
        return list(self._stored.values())

    def get(self, id: str) -> StoredDocument | None:
        """A document as it is now."""
        return self._stored.get(id)

    # --- what staff do ------------------------------------------------------------------------

    async def keep(self, new: StoredDocument, base: int | None = None) -> StoredDocument:
        """Keep a document, or its next version.

        Raises StoreError ``document_unknown``, ``document_stale``; GuideError ``library_full``.
        """
        self._check_room(new)
        kept = await self._house.archive.knowledge.keep(new, base)
        self._stored[kept.document] = kept
        self._changed.set()
        return kept

    async def remove(self, id: str, base: int | None) -> None:
        """Take a document away; raises ``document_unknown``, ``document_stale``."""
        await self._house.archive.knowledge.remove(id, base, self._house.clock.now())
        self._stored.pop(id, None)
        self._changed.set()

    async def settled(self) -> Library:
        """The index with everything in it that was kept before this was called."""
        async with self._turn:
            await self._refresh()
        return self.now

    # --- inside -------------------------------------------------------------------------------

    def _check_room(self, new: StoredDocument) -> None:
        """All of it is held in memory, and searched for each question."""
        others = [len(each.text) for id, each in self._stored.items() if id != new.document]
        if len(others) >= MOST_DOCUMENTS or sum(others) + len(new.text) > MOST_LETTERS:
            raise GuideError("library_full")

    async def _run(self) -> None:
        while True:
            try:
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._changed.wait()
            except TimeoutError:
                pass
            try:
                await self.settled()
            except Exception:
                log.exception("library_failed")
                await asyncio.sleep(LOOK_SECONDS)

    async def _refresh(self) -> None:
        commits = self._house.archive.commits
        if commits != self._seen:
            self._seen = commits
            try:
                await self._follow()
            except Exception:  # one record that cannot be told must not silence all documents
                log.exception("records_not_followed")
        if not self._changed.is_set():
            return
        self._changed.clear()
        documents = [document_of_stored(each) for each in self._stored.values()]
        try:
            self.now = await asyncio.to_thread(Library.of, documents)
        except BaseException:
            self._changed.set()
            raise

    async def _follow(self) -> None:
        """Keep what the park's own records say now, where it differs from what they said."""
        wanted = await gathered(self._house)
        now = self._house.clock.now()
        new = [self._next(each, now) for each in wanted.values() if self._differs(each)]
        gone = [
            id for id, each in self._stored.items() if each.kind in RECORDS and id not in wanted
        ]
        if not new and not gone:
            return
        # Whatever changed there has its line in the audit trail already.
        with doing(None):
            for kept in await self._house.archive.knowledge.keep_all(new):
                self._stored[kept.document] = kept
            await self._house.archive.knowledge.remove_all(gone, now)
        for id in gone:
            self._stored.pop(id, None)
        self._changed.set()

    def _differs(self, source: Source) -> bool:
        known = self._stored.get(source.id)
        return known is None or source != _source_of(known)

    def _next(self, source: Source, now: float) -> StoredDocument:
        id, title, text, lang, kind, visibility = source
        return StoredDocument(id, 0, title, text, lang, HOUSE, now, kind, visibility)

    async def _read(self) -> None:
        self._stored = {
            each.document: each for each in await self._house.archive.knowledge.all_now()
        }
        self._changed.set()


def _source_of(kept: StoredDocument) -> Source:
    return Source(kept.document, kept.title, kept.text, kept.lang, kept.kind, kept.visibility)


def document_of_stored(kept: StoredDocument) -> Document:
    """A version as guides read it."""
    return Document(
        id=kept.document,
        title=kept.title,
        text=kept.text,
        lang=kept.lang,
        version=kept.number,
        kind=kept.kind,
        visibility=kept.visibility,
        valid_from=_day(kept.valid_from),
        valid_until=_day(kept.valid_until),
        regions=kept.regions,
    )


def stored_of(document: Document, author: str, at: float) -> StoredDocument:
    """A document as it is kept: the archive gives it its number."""
    return StoredDocument(
        document.id,
        0,
        document.title,
        document.text,
        document.lang,
        author,
        at,
        document.kind,
        document.visibility,
        document.valid_from.isoformat() if document.valid_from else None,
        document.valid_until.isoformat() if document.valid_until else None,
        document.regions,
    )


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
