"""What the audit trail keeps outside the database: its key, and how far it had come.

The key makes the hashes; the head says which line was the last, so that lines cut off the end are
missed. The head is written after each commit, without waiting for the disk: a power cut may leave
it some lines behind, never ahead.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path
from typing import Final

from server.store.audit import Head
from server.store.errors import StoreError
from server.store.files import move_into_place, private_folder, sync_file

FOLDER: Final = "secrets"
KEY: Final = "audit.key"
HEAD: Final = "audit.head"
KEY_BYTES: Final = 32
_LINE: Final = 20 + 1 + 64 + 1 + 64 + 1


def read_key(folder: Path) -> bytes | None:
    """The key of a park's folder, or None; raises StoreError ``audit_locked`` for a broken one."""
    path = folder / FOLDER / KEY
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        return None
    if len(key) != KEY_BYTES:
        raise StoreError("audit_locked", f"{path} is not a key")
    return key


def make_key(folder: Path) -> bytes:
    """A new key, kept durably and readable by its owner alone."""
    path = private_folder(folder / FOLDER) / KEY
    beside = path.with_name(KEY + ".new")
    beside.unlink(missing_ok=True)
    key = secrets.token_bytes(KEY_BYTES)
    with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(key)
    sync_file(beside)
    move_into_place(beside, path)
    return key


class Anchor:
    """The file of the head: two places, written in turn, so that a torn write spoils only one."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._key = key
        self._path = private_folder(folder / FOLDER) / HEAD
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def close(self) -> None:
        """Let the file go."""
        os.close(self._file)

    def write(self, head: Head) -> None:
        """Note the last line."""
        told = f"{head.seq:020d} {head.hash}"
        line = f"{told} {_mac(self._key, told)}\n".encode()
        os.pwrite(self._file, line, (head.seq % 2) * _LINE)

    def read(self) -> Head | None:
        """The last line that was noted."""
        return read_head(self._path, self._key)


def read_head(path: Path, key: bytes) -> Head | None:
    """What an anchor's file says, or None when it says nothing that can be believed."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    found = [_believed(data[i * _LINE : (i + 1) * _LINE], key) for i in (0, 1)]
    return max((head for head in found if head is not None), default=None)


def _believed(line: bytes, key: bytes) -> Head | None:
    told, _, mac = line.decode("ascii", "replace").strip().rpartition(" ")
    seq, _, hash = told.partition(" ")
    if not hmac.compare_digest(mac.encode(), _mac(key, told).encode()) or not seq.isdigit():
        return None
    return Head(int(seq), hash)


def _mac(key: bytes, told: str) -> str:
    return hmac.new(key, b"head " + told.encode(), hashlib.sha256).hexdigest()
