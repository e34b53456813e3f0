"""The master key, which wraps every person's key: kept in a file, or by a program.

The file lists keys, the present one first. It has two of them only while a rotation is under way:
the new one is written before anything is wrapped by it, and the old one goes when nothing needs it,
so that a kill in between loses nothing. With ``master_key_command`` the file holds what the program
wrapped, and opens nothing by itself.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Self

from server.outside.key_program import KeyProgramError, ask_program
from server.outside.vault import KEY_BYTES, Lock, new_key
from server.store.errors import StoreError
from server.store.files import move_into_place, private_folder, sync_file

FILE = "master.key"
FORMAT = 1


class MasterKey(NamedTuple):
    """One master key: the name that what it wrapped bears, and its lock."""

    id: str
    key: bytes

    @property
    def lock(self) -> Lock:
        """Ready to wrap and unwrap."""
        return Lock(self.key)


def named(key: bytes) -> MasterKey:
    """A key with its name, which tells nothing of it."""
    return MasterKey(hashlib.sha256(b"lingjing master key\0" + key).hexdigest()[:16], key)


@dataclass(frozen=True, slots=True)
class MasterFile:
    """Where master keys are kept; ``command`` is the program that wraps them, if one does."""

    path: Path
    command: str = ""

    @classmethod
    def of(cls, secrets: Path, file: str = "", command: str = "") -> Self:
        """As the settings say; by default ``secrets/master.key``."""
        return cls(Path(file).expanduser() if file else secrets / FILE, command)

    def read(self) -> list[MasterKey]:
        """The keys, the present one first; empty when there is no file. StoreError vault_locked."""
        try:
            text = self.path.read_bytes()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise self._locked(error.strerror or str(error)) from error
        try:
            told = json.loads(text)
            keys = [self._unwrapped(entry) for entry in told["keys"]]
        except (ValueError, KeyError, TypeError) as error:
            raise self._locked("is not a list of master keys") from error
        except KeyProgramError as error:
            raise self._locked(str(error)) from error
        if not keys:
            raise self._locked("holds no key")
        return keys

    def write(self, keys: Sequence[MasterKey]) -> None:
        """Keep exactly these, durably and all at once; raises StoreError ``vault_locked``."""
        try:
            told = {"format": FORMAT, "keys": [self._wrapped(key) for key in keys]}
            _write(self.path, json.dumps(told, indent=1).encode() + b"\n")
        except (OSError, KeyProgramError) as error:
            raise self._locked(str(error)) from error

    def make(self) -> list[MasterKey]:
        """The first master key of a park."""
        keys = [named(new_key())]
        self.write(keys)
        return keys

    def _wrapped(self, key: MasterKey) -> dict[str, str]:
        if not self.command:
            return {"id": key.id, "key": base64.b64encode(key.key).decode()}
        wrapped = ask_program(self.command, "wrap", key.key)
        return {"id": key.id, "wrapped": base64.b64encode(wrapped).decode()}

    def _unwrapped(self, entry: dict[str, Any]) -> MasterKey:
        if "wrapped" in entry:
            if not self.command:
                raise KeyProgramError("the key is wrapped, and master_key_command is not set")
            wrapped = base64.b64decode(entry["wrapped"], validate=True)
            key = ask_program(self.command, "unwrap", wrapped)
        else:
            key = base64.b64decode(entry["key"], validate=True)
        found = named(key)
        if len(key) != KEY_BYTES or found.id != entry["id"]:
            raise KeyProgramError("the key is not the one that was kept")
        return found

    def _locked(self, why: str) -> StoreError:
        return StoreError("vault_locked", f"{self.path}: {why}")


def _write(path: Path, data: bytes) -> None:
    private_folder(path.parent)
    beside = path.with_name(path.name + ".new")
    beside.unlink(missing_ok=True)
    with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(data)
    sync_file(beside)
    move_into_place(beside, path)
