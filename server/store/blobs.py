"""Content-addressed files: written once, durable before they are named, never changed."""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import secrets
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from server.store.compress import THREADS, compressed, step_back
from server.store.errors import BlobError, StoreError
from server.store.files import private_folder, sync_file, sync_folder

MAX_BYTES = 256 * 1024 * 1024
_CHUNK = 1024 * 1024
_PACKED, _PLAIN = ".br", ".plain"
_SHA = re.compile(r"[0-9a-f]{64}")
Hold = set[str]
"""Addresses that somebody is about to name; changed by `Blobs` alone."""


class Blobs:
    """A folder of blobs by SHA-256, each with a Brotli sibling when that is worth having.

    Compression runs behind the scenes in a few threads; `settled()` waits for it. An empty `.plain`
    beside a blob remembers that compression does not help.

    A blob that no record speaks of yet must not be taken for one that nobody needs: who keeps
    several and names them afterwards does so inside `holding()`.
    """

    def __init__(self, folder: Path, max_bytes: int = MAX_BYTES) -> None:
        self._folder = private_folder(folder)
        self._unfinished = private_folder(folder / "tmp")
        self._max = max_bytes
        self._compressor = ThreadPoolExecutor(THREADS, "brotli", initializer=step_back)
        self._pending: set[Future[None]] = set()
        self._naming = threading.Lock()
        self._holds: list[set[str]] = []
        self._touched: set[str] | None = None
        for leftover in self._unfinished.iterdir():
            leftover.unlink()

    async def put(self, data: bytes, *, pack: bool = True, hold: Hold | None = None) -> str:
        """Keep `data` and return its address once it is durable; raises `blob_too_large`.

        ``pack`` false: no Brotli sibling. ``hold``: of `holding()`.
        """
        return await asyncio.to_thread(self._put, [data], pack, hold)

    async def put_file(self, file: Path, *, pack: bool = True, hold: Hold | None = None) -> str:
        """Keep a file that nobody will change any more; raises `blob_too_large`.

        It takes no more room where the disk can give a file two names: its own may then go.
        """
        return await asyncio.to_thread(self._put_file, file, pack, hold)

    @contextmanager
    def holding(self) -> Iterator[Hold]:
        """What is put with this hold is not collected before the context ends."""
        hold: Hold = set()
        with self._naming:
            self._holds.append(hold)
        try:
            yield hold
        finally:
            with self._naming:
                self._holds = [other for other in self._holds if other is not hold]

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
        """Take a blob away; one that is not there is no error, one that is held stays."""
        await self.discard([sha])

    # Collection

    @contextmanager
    def collecting(self) -> Iterator[None]:
        """While this lasts, every blob that somebody puts or holds is spared. One at a time."""
        with self._naming:
            if self._touched is not None:
                raise StoreError("collecting", "blobs are being collected already")
            self._touched = set()
        try:
            yield
        finally:
            with self._naming:
                self._touched = None

    def spared(self, sha: str) -> bool:
        """Whether somebody holds a blob, or has put it since the collection began."""
        with self._naming:
            return self._is_spared(sha)

    async def discard(self, shas: Iterable[str]) -> int:
        """Take away blobs that are not spared; how many bytes that freed."""
        return await asyncio.to_thread(lambda: sum(map(self._discard, shas)))

    async def old(self, shard: int, seconds: float) -> list[tuple[str, int]]:
        """Address and bytes of the blobs of one of 256 shards last put that long ago."""
        return await asyncio.to_thread(self._old, shard, seconds)

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

    def _put(self, pieces: Iterable[bytes], pack: bool, hold: Hold | None) -> str:
        return self._settle(*self._write(pieces), pack, hold)

    def _put_file(self, file: Path, pack: bool, hold: Hold | None) -> str:
        linked = self._unfinished / secrets.token_hex(8)
        try:
            os.link(file, linked)
        except OSError:  # another disk, or one that knows no links
            return self._put(_pieces(file), pack, hold)
        try:
            sha, size = self._measure(linked)
        except BaseException:
            linked.unlink()
            raise
        return self._settle(linked, sha, size, pack, hold)

    def _settle(self, temporary: Path, sha: str, size: int, pack: bool, hold: Hold | None) -> str:
        """Give a durable file its address."""
        target = self.path(sha)
        self._shard(target.parent)
        with self._naming:
            self._spare(sha, hold)
            if target.is_file() and target.stat().st_size == size:
                temporary.unlink()
            else:
                os.rename(temporary, target)
            os.utime(target)  # young again: somebody is about to name it
            if not pack and not _beside(target, _PACKED).exists():
                _beside(target, _PLAIN).touch(0o600)
        sync_folder(target.parent)
        self._compress(target)
        return sha

    def _spare(self, sha: str, hold: Hold | None) -> None:
        if hold is not None:
            hold.add(sha)
        if self._touched is not None:
            self._touched.add(sha)

    def _is_spared(self, sha: str) -> bool:
        return sha in (self._touched or ()) or any(sha in hold for hold in self._holds)

    def _discard(self, sha: str) -> int:
        blob, freed = self.path(sha), 0
        with self._naming:
            if self._is_spared(sha):
                return 0
            for path in (_beside(blob, _PACKED), _beside(blob, _PLAIN), blob):
                freed += path.stat().st_size if path.exists() else 0
                path.unlink(missing_ok=True)
        return freed

    def _old(self, shard: int, seconds: float) -> list[tuple[str, int]]:
        folder, before = self._folder / f"{shard:02x}", time.time() - seconds
        found = [path for path in folder.glob("*") if _SHA.fullmatch(path.name)]
        states = [(path.name, path.stat()) for path in found]
        return [(name, state.st_size) for name, state in states if state.st_mtime <= before]

    def _shard(self, folder: Path) -> None:
        if not folder.is_dir():
            private_folder(folder)
            sync_folder(self._folder)

    def _measure(self, file: Path) -> tuple[str, int]:
        """Address and bytes of a file, which is made durable."""
        digest, size = hashlib.sha256(), 0
        for piece in _pieces(file):
            size += len(piece)
            if size > self._max:
                raise StoreError("blob_too_large", f"more than {self._max} bytes")
            digest.update(piece)
        file.chmod(0o600)
        sync_file(file)
        return digest.hexdigest(), size

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
        with self._naming:
            if blob.exists():
                os.rename(name, _beside(blob, _PACKED if packed else _PLAIN))
            else:
                os.unlink(name)  # collected while it was being packed
        sync_folder(blob.parent)


def _beside(blob: Path, ending: str) -> Path:
    return blob.with_name(blob.name + ending)


def _pieces(file: Path) -> Iterator[bytes]:
    with file.open("rb") as source:
        while piece := source.read(_CHUNK):
            yield piece
