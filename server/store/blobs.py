"""Content-addressed files: written once, durable before they are named, never changed."""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from server.store.compress import THREADS, compressed, step_back
from server.store.errors import BlobError, StoreError
from server.store.files import move_into_place, private_folder, sync_folder

MAX_BYTES = 256 * 1024 * 1024
_CHUNK = 1024 * 1024
_PACKED, _PLAIN = ".br", ".plain"
_SHA = re.compile(r"[0-9a-f]{64}")


class Blobs:
    """A folder of blobs by SHA-256, each with a Brotli sibling when that is worth having.

    Compression runs behind the scenes in a few threads; `settled()` waits for it. An empty `.plain`
    beside a blob remembers that compression does not help.
    """

    def __init__(self, folder: Path, max_bytes: int = MAX_BYTES) -> None:
        self._folder = private_folder(folder)
        self._unfinished = private_folder(folder / "tmp")
        self._max = max_bytes
        self._compressor = ThreadPoolExecutor(THREADS, "brotli", initializer=step_back)
        self._pending: set[Future[None]] = set()
        for leftover in self._unfinished.iterdir():
            leftover.unlink()

    async def put(self, data: bytes) -> str:
        """Keep `data` and return its address once it is durable; raises `blob_too_large`."""
        return await asyncio.to_thread(self._put, [data])

    async def put_file(self, file: Path) -> str:
        """Keep a copy of a file, read a piece at a time; raises `blob_too_large`."""
        return await asyncio.to_thread(self._put, _pieces(file))

    def path(self, sha: str) -> Path:
        """Where a blob lies, or would lie; raises `blob_unknown` for what is no address."""
        if not _SHA.fullmatch(sha):
            raise BlobError("blob_unknown", "this is not the address of a blob")
        return self._folder / sha[:2] / sha

    def has(self, sha: str) -> bool:
        """Whether the blob is here."""
        return _SHA.fullmatch(sha) is not None and self.path(sha).is_file()

    def brotli(self, sha: str) -> Path | None:
        """The blob's Brotli sibling, when there is one worth sending."""
        sibling = _beside(self.path(sha), _PACKED)
        return sibling if sibling.is_file() else None

    async def read(self, sha: str) -> bytes:
        """The blob's bytes, checked; raises `blob_unknown`, `blob_corrupt`."""
        return await asyncio.to_thread(self.load, sha)

    def load(self, sha: str) -> bytes:
        """`read` for code that already runs in a thread."""
        try:
            data = self.path(sha).read_bytes()
        except FileNotFoundError as error:
            raise BlobError("blob_unknown", f"there is no blob {sha}") from error
        if hashlib.sha256(data).hexdigest() != sha:
            raise BlobError("blob_corrupt", f"blob {sha} is damaged")
        return data

    async def remove(self, sha: str) -> None:
        """Take a blob away; one that is not there is no error."""
        blob = self.path(sha)
        for path in (blob, _beside(blob, _PACKED), _beside(blob, _PLAIN)):
            await asyncio.to_thread(path.unlink, True)

    async def tend(self, shas: Iterable[str]) -> None:
        """Have compressed, in time, what an earlier stop left as it was."""
        for sha in shas:
            if self.has(sha):
                self._compress(self.path(sha))

    async def settled(self) -> None:
        """Return when nothing is waiting to be compressed."""
        while self._pending:
            await asyncio.wrap_future(next(iter(self._pending)))

    async def close(self) -> None:
        """Finish the compression in hand; the rest waits for `tend`."""
        await asyncio.to_thread(self._compressor.shutdown, True, cancel_futures=True)
        self._pending.clear()

    def _put(self, pieces: Iterable[bytes]) -> str:
        temporary, sha, size = self._write(pieces)
        target = self.path(sha)
        if target.is_file() and target.stat().st_size == size:
            temporary.unlink()
        else:
            self._shard(target.parent)
            move_into_place(temporary, target)
        self._compress(target)
        return sha

    def _shard(self, folder: Path) -> None:
        if not folder.is_dir():
            private_folder(folder)
            sync_folder(self._folder)

    def _write(self, pieces: Iterable[bytes]) -> tuple[Path, str, int]:
        digest, size = hashlib.sha256(), 0
        handle, name = tempfile.mkstemp(dir=self._unfinished)  # mode 0600
        try:
            with os.fdopen(handle, "wb") as file:
                for piece in pieces:
                    size += len(piece)
                    if size > self._max:
                        raise StoreError("blob_too_large", f"more than {self._max} bytes")
                    digest.update(piece)
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            os.unlink(name)
            raise
        return Path(name), digest.hexdigest(), size

    def _compress(self, blob: Path) -> None:
        if not any(_beside(blob, ending).exists() for ending in (_PACKED, _PLAIN)):
            work = self._compressor.submit(self._make_sibling, blob)
            self._pending.add(work)
            work.add_done_callback(self._pending.discard)

    def _make_sibling(self, blob: Path) -> None:
        try:
            packed = compressed(blob.read_bytes())
        except FileNotFoundError:
            return  # removed before its turn came
        handle, name = tempfile.mkstemp(dir=self._unfinished)
        with os.fdopen(handle, "wb") as file:
            file.write(packed)
            file.flush()
            os.fsync(file.fileno())
        move_into_place(Path(name), _beside(blob, _PACKED if packed else _PLAIN))


def _beside(blob: Path, ending: str) -> Path:
    return blob.with_name(blob.name + ending)


def _pieces(file: Path) -> Iterator[bytes]:
    with file.open("rb") as source:
        while piece := source.read(_CHUNK):
            yield piece
