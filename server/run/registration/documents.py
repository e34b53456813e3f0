"""Papers of applications: recognised by their first bytes, hashed, sealed, and kept apart.

They lie in a folder of their own, each sealed whole with its person's key, so that no other part of
the park serves them by accident and deletion of the key ends them too.
"""

from __future__ import annotations

import asyncio
import math
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from scenes.exhibits.pictures import size_of
from scenes.findings import Finding
from server.log import logger
from server.registration import documents
from server.registration.errors import RegistrationError
from server.run.registration.house import House
from server.run.secrets import short_id
from server.run.uploads.disk import in_thread
from server.run.uploads.upload import Upload
from server.store.errors import StoreError
from server.store.files import move_into_place, private_folder, sync_file
from server.store.registration_records import StoredApplication, StoredPaper

log = logger("registration")
FOLDER: Final = "papers"
MOST: Final = 30
"""Documents of one application."""
CHANGEABLE: Final = ("draft", "changes_requested", "awaiting_licence")
"""States in which its people may change an application."""
HEAD: Final = 64
PDF: Final = "application/pdf"
MOST_PIXELS: Final = 100_000_000


class Documents:
    """The papers of all applications."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._folder = house.settings.data / FOLDER

    async def start(self) -> None:
        """Make the folder, and take away what belongs to no document: a kill may leave some."""
        known = await self._house.archive.registration.paper_ids()
        await asyncio.to_thread(_sweep, self._folder, known)

    async def add(self, row: StoredApplication, upload: Upload, kind: str, by: str) -> StoredPaper:
        """Take an upload in as a document of this kind; the upload is used up.

        Raises RegistrationError ``invalid``, ``too_large``, ``document_type``,
        ``document_broken``; StoreError ``too_many_documents``, ``application_locked``.
        """
        if kind not in documents.KINDS:
            raise RegistrationError("invalid", [Finding("/kind", "not_a_choice")])
        if upload.kept.bytes > documents.LARGEST:
            raise RegistrationError("too_large", [Finding("/upload", "too_large")])
        data = await in_thread(upload.path.read_bytes)
        media_type = documents.sniff(data[:HEAD])
        if media_type is None:
            raise RegistrationError("document_type", [Finding("/upload", "document_type")])
        if media_type != PDF and not 0 < math.prod(size_of(data)) <= MOST_PIXELS:
            raise RegistrationError("document_broken", [Finding("/upload", "document_broken")])
        house, id = self._house, f"d_{short_id()}"
        label = house.vault.seal(row.person, upload.kept.name[:200] or kind)
        sealed = await asyncio.to_thread(house.vault.seal_bytes, row.person, data)
        paper = StoredPaper(
            id, row.id, row.person, kind, label, media_type, len(data),
            str(upload.kept.sha256), by, house.clock.now(),
        )  # fmt: skip
        await in_thread(_write, self._folder, id, sealed)
        try:
            await house.archive.registration.add_paper(paper, MOST, paper.at, CHANGEABLE)
        except StoreError:
            await in_thread(_unlink, self._folder / id)
            raise
        await house.uploads.drop([upload])
        return paper

    async def read(self, paper: StoredPaper) -> bytes | None:
        """A document as it was handed in; None when its key is destroyed."""
        path = self._folder / paper.id
        try:
            sealed = await in_thread(path.read_bytes)
        except FileNotFoundError:
            log.error("paper_missing", paper=paper.id)
            return None
        return await asyncio.to_thread(self._house.vault.open_bytes, paper.person, sealed)

    async def remove(self, application: str, id: str) -> None:
        """Take a document away; raises ``document_unknown``, ``application_locked``."""
        now = self._house.clock.now()
        await self._house.archive.registration.drop_paper(application, id, now, CHANGEABLE)
        await in_thread(_unlink, self._folder / id)

    async def forget(self, papers: Sequence[StoredPaper]) -> None:
        """Take the files of documents away whose rows are gone."""
        for paper in papers:
            await in_thread(_unlink, self._folder / paper.id)

    def label(self, paper: StoredPaper) -> str:
        """Under which name it was handed in; empty when the key is destroyed."""
        return self._house.vault.open(paper.person, paper.label) or ""


def _write(folder: Path, name: str, data: bytes) -> None:
    temporary = folder / f"{name}.new"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    sync_file(temporary)
    move_into_place(temporary, folder / name)


def _unlink(path: Path) -> None:
    path.unlink(missing_ok=True)


def _sweep(folder: Path, known: set[str]) -> None:
    private_folder(folder)
    for path in folder.iterdir():
        if path.name not in known:
            path.unlink()
