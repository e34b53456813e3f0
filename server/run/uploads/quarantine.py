"""All uploads: who may begin one, how they grow, when they go."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from server.access.limits import Bucket
from server.log import logger
from server.run.clock import Clock
from server.run.secrets import short_id
from server.run.uploads.disk import find, in_thread, make, share, unlink
from server.run.uploads.errors import UploadError
from server.run.uploads.quota import Quota
from server.run.uploads.upload import Checksum, Pen, Upload, hash_of
from server.store.archive import Archive
from server.store.blobs import Blobs
from server.store.files import private_folder
from server.store.uploads import StoredUpload

__all__ = ["Uploads"]

log = logger("uploads")
BATCH: Final = 2**20
SWEEP_SECONDS: Final = 60.0
NEW_PER_SECOND: Final = 20.0


class Uploads:
    """The quarantine. One event loop, and threads for the disk."""

    def __init__(
        self, folder: Path, archive: Archive, blobs: Blobs, clock: Clock, quota: Quota
    ) -> None:
        self.quota = quota
        self._folder = folder
        self._archive = archive
        self._blobs = blobs
        self._clock = clock
        self._known: dict[str, Upload] = {}
        self._buckets: dict[str, Bucket] = {}
        self._sweeper: asyncio.Task[None] | None = None

    # --- life ---------------------------------------------------------------------------------

    async def open(self) -> None:
        """Find again what came before the server stopped."""
        await asyncio.to_thread(private_folder, self._folder)
        stored = await self._archive.uploads.all()
        found = await asyncio.to_thread(find, self._folder, stored)
        self._known = {each.id: each for each in found}
        await self._archive.uploads.forget(each.id for each in stored if each.id not in self._known)
        for upload in found:
            if upload.offset == upload.kept.bytes and not upload.is_whole:
                await self._finish(upload, upload.offset)
        self._sweeper = asyncio.create_task(self._sweep(), name="upload-sweeper")

    async def close(self) -> None:
        """Stop looking for what is too old."""
        if self._sweeper is not None:
            self._sweeper.cancel()
            await asyncio.gather(self._sweeper, return_exceptions=True)
            self._sweeper = None

    # --- one upload ---------------------------------------------------------------------------

    def get(self, id: str, owner: str) -> Upload:
        """Somebody's upload; raises ``upload_unknown``."""
        upload = self._known.get(id)
        if upload is None or upload.kept.owner != owner:
            raise UploadError("upload_unknown")
        return upload

    def of(self, owner: str) -> list[Upload]:
        """Somebody's uploads that no job has taken, oldest first."""
        own = (upload for upload in self._known.values() if upload.kept.owner == owner)
        return sorted((u for u in own if u.kept.job is None), key=lambda u: u.kept.at)

    def expires(self, upload: Upload) -> float:
        """When an upload goes that nobody continues; Unix time in seconds."""
        return upload.touched + self.quota.hours * 3600

    async def create(
        self, owner: str, name: str, size: int, media_type: str = "", told: str = ""
    ) -> Upload:
        """Begin an upload of so many bytes.

        Raises ``too_large``, ``too_many_uploads``, ``quarantine_full``, ``disk_full``.
        """
        self._admit(owner, size)
        now = self._clock.now()
        name = writable(name)
        kept = StoredUpload(short_id(), owner, name, media_type, told, size, None, None, now)
        upload = Upload(kept, self._folder / kept.id, 0, now)
        self._known[upload.id] = upload
        try:
            await in_thread(make, upload.path)
            await self._archive.uploads.add(kept)
        except BaseException:
            self._known.pop(upload.id, None)
            await in_thread(upload.path.unlink, True)
            raise
        if size == 0:
            await self._finish(upload, 0)
        return upload

    async def append(
        self,
        upload: Upload,
        offset: int,
        pieces: AsyncIterator[bytes],
        checksum: Checksum | None = None,
    ) -> int:
        """Add a piece; the new offset, durable. What a broken connection brought is kept.

        Raises ``upload_offset``, ``upload_busy``, ``upload_in_use``, ``upload_checksum``,
        ``too_large``, ``disk_full``, and what ``pieces`` raises.
        """
        with self._alone(upload):
            if offset != upload.offset:
                raise UploadError("upload_offset")
            await self._write(upload, pieces, upload.kept.bytes, checksum)
            if upload.offset == upload.kept.bytes and not upload.is_whole:
                await self._finish(upload, upload.kept.bytes)
        return upload.offset

    async def receive(
        self, owner: str, name: str, pieces: AsyncIterator[bytes], most: int | None = None
    ) -> Upload:
        """A whole file at once, of a length that may not be known before; all of it or nothing.

        Raises what ``create`` and ``append`` raise.
        """
        most = self.quota.file_bytes if most is None else most
        self._admit(owner, most)
        now = self._clock.now()
        name = writable(name)
        kept = StoredUpload(short_id(), owner, name, "", "", most, None, None, now)
        upload = Upload(kept, self._folder / kept.id, 0, now)
        self._known[upload.id] = upload
        try:
            with self._alone(upload):
                await in_thread(make, upload.path)
                await self._write(upload, pieces, most, None)
                upload.kept = replace(kept, bytes=upload.offset)
                await self._archive.uploads.add(upload.kept)
                await self._finish(upload, upload.offset)
        except BaseException:
            await self.drop([upload])
            raise
        return upload

    async def remove(self, upload: Upload) -> None:
        """Take an upload away; raises ``upload_in_use``, ``upload_busy``."""
        with self._alone(upload):
            await self.drop([upload])

    # --- for jobs -----------------------------------------------------------------------------

    def whole(self, ids: Sequence[str], owner: str) -> list[Upload]:
        """Uploads that a job may take; raises ``upload_unknown``, ``_incomplete``, ``_in_use``."""
        found = [self.get(id, owner) for id in ids]
        self._check_free(found)
        return found

    def claim(self, uploads: Sequence[Upload], job: str) -> None:
        """Give them to a job, all or none (the archive notes it with the job).

        Raises what ``whole`` raises: others may have taken them since, or thrown them away.
        """
        self._check_free(uploads)
        self._give(uploads, job)

    def release(self, uploads: Iterable[Upload]) -> None:
        """Take them back from a job that did not begin."""
        self._give(uploads, None)

    def _check_free(self, uploads: Iterable[Upload]) -> None:
        for upload in uploads:
            if self._known.get(upload.id) is not upload:
                raise UploadError("upload_unknown")
            if upload.kept.job is not None or upload.busy:
                raise UploadError("upload_in_use")
            if not upload.is_whole:
                raise UploadError("upload_incomplete")

    def _give(self, uploads: Iterable[Upload], job: str | None) -> None:
        for upload in uploads:
            upload.kept = replace(upload.kept, job=job)

    def of_job(self, job: str) -> list[Upload]:
        """What a job works on, in the order it came."""
        return [upload for upload in self._known.values() if upload.kept.job == job]

    async def drop(self, uploads: Sequence[Upload], *, noted: bool = False) -> None:
        """Take uploads away, whoever has them. ``noted``: the archive has forgotten them."""
        for upload in uploads:
            self._known.pop(upload.id, None)
        if not noted:
            await self._archive.uploads.forget(upload.id for upload in uploads)
        await in_thread(unlink, [upload.path for upload in uploads])

    # --- inside -------------------------------------------------------------------------------

    def _admit(self, owner: str, size: int) -> None:
        if size > self.quota.file_bytes:
            raise UploadError("too_large")
        bucket = self._buckets.setdefault(owner, Bucket(NEW_PER_SECOND, float(self.quota.each)))
        own = sum(1 for each in self._known.values() if each.kept.owner == owner)
        if own >= self.quota.each or not bucket.take(self._clock.now()):
            raise UploadError("too_many_uploads")
        if size + sum(each.kept.bytes for each in self._known.values()) > self.quota.all_bytes:
            raise UploadError("quarantine_full")

    @contextlib.contextmanager
    def _alone(self, upload: Upload) -> Iterator[None]:
        """Only one at a time may change an upload."""
        if self._known.get(upload.id) is not upload:
            raise UploadError("upload_unknown")
        if upload.kept.job is not None:
            raise UploadError("upload_in_use")
        if upload.busy:
            raise UploadError("upload_busy")
        upload.busy = True
        try:
            yield
        finally:
            upload.busy = False
            upload.touched = self._clock.now()

    async def _write(
        self, upload: Upload, pieces: AsyncIterator[bytes], end: int, checksum: Checksum | None
    ) -> None:
        pen = await in_thread(Pen, upload.path, upload.offset, upload.digest, checksum)
        upload.digest = None
        keep = False
        try:
            try:
                await self._copy(upload, pen, pieces, end)
            except UploadError as error:
                keep = error.code != "too_large" and checksum is None
                raise
            except BaseException:
                keep = checksum is None
                raise
            keep = pen.is_right()
            if not keep:
                raise UploadError("upload_checksum")
        finally:
            try:
                await in_thread(lambda: pen.close(keep=keep))
            finally:
                upload.offset, upload.digest = pen.at, pen.digest

    async def _copy(self, upload: Upload, pen: Pen, pieces: AsyncIterator[bytes], end: int) -> None:
        buffer = bytearray()
        try:
            async for piece in pieces:
                buffer += piece
                if pen.at + len(buffer) > end:
                    buffer.clear()
                    raise UploadError("too_large")
                if len(buffer) >= BATCH:
                    full, buffer = buffer, bytearray()
                    await in_thread(pen.write, full)
                    upload.offset = pen.at
        finally:
            if buffer:
                await in_thread(pen.write, buffer)

    async def _finish(self, upload: Upload, size: int) -> None:
        digest = upload.digest or await in_thread(hash_of, upload.path, size)
        sha = digest.hexdigest()
        twin = self._twin(sha, upload)
        if twin is not None:
            await in_thread(share, twin, upload.path)
        await self._archive.uploads.finish(upload.id, sha, size)
        upload.kept = replace(upload.kept, sha256=sha, bytes=size)

    def _twin(self, sha: str, upload: Upload) -> Path | None:
        """The same bytes, here already."""
        if self._blobs.has(sha):
            return self._blobs.path(sha)
        same = (e for e in self._known.values() if e.kept.sha256 == sha and e is not upload)
        return next((each.path for each in same), None)

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            try:
                await self.sweep()
            except Exception:
                log.exception("sweep_failed")

    async def sweep(self) -> int:
        """Take away what nobody has continued for too long; how many there were."""
        now = self._clock.now()
        old = [
            upload
            for upload in self._known.values()
            if self.expires(upload) <= now and not upload.busy and upload.kept.job is None
        ]
        if old:
            await self.drop(old)
        return len(old)


def writable(name: str) -> str:
    """A name that UTF-8 can write: bytes that were no text come as halves of characters."""
    return name.encode("utf-8", "replace").decode()
