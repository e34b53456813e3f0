"""The keys that sign certificates: a private file beside the archive.

The first key signs. A key that was rotated out loses its private half at once and stays published,
so that what it signed is proven for ever; a key that somebody stole is published no more.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from server.log import logger
from server.outside.jws import new_key, public_part
from server.store.errors import StoreError
from server.store.files import move_into_place, private_folder, sync_file

FILE: Final = "certificate.keys"
FORMAT: Final = 1
WAY_OUT: Final = "restore the file from a backup, or run: lingjing certificate rotate --stolen"
log = logger("registration")


@dataclass(frozen=True, slots=True)
class SigningKey:
    """One key. ``jwk`` has its private half only while it signs. Times are Unix seconds."""

    jwk: dict[str, str]
    made: float
    retired: float | None = None
    stolen: float | None = None

    @property
    def id(self) -> str:
        """Its thumbprint (RFC 7638)."""
        return self.jwk["kid"]

    @property
    def state(self) -> str:
        """``signing``, ``retired`` or ``stolen``."""
        return "stolen" if self.stolen else "retired" if self.retired else "signing"


class Keys:
    """The file of the keys. Its methods block: call them in a thread."""

    def __init__(self, secrets: Path) -> None:
        self._path = secrets / FILE
        self._keys: tuple[SigningKey, ...] = ()

    def load(self, now: float, *, signed: bool = False) -> None:
        """Read the keys, or make the first; raises StoreError ``certificate_keys_broken``.

        ``signed``: whether there are certificates. A new key would turn them all into forgeries, so
        that none is made then: the keys are lost until the file is brought back, or somebody
        decides to sign anew.
        """
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            if found["format"] != FORMAT:
                raise ValueError(found["format"])
            self._keys = tuple(SigningKey(**each) for each in found["keys"])
            if "d" not in self._keys[0].jwk:
                raise ValueError("no key signs")
        except FileNotFoundError:
            if signed:
                log.error("certificate_keys_lost", file=str(self._path), way_out=WAY_OUT)
                return
            self._keep((SigningKey(new_key(), now),))
        except (ValueError, KeyError, TypeError, IndexError, OSError) as error:
            raise StoreError("certificate_keys_broken", str(self._path)) from error

    @property
    def all(self) -> tuple[SigningKey, ...]:
        """Every key, the one that signs first."""
        return self._keys

    @property
    def signing(self) -> dict[str, str]:
        """The key that signs, with its private half; raises StoreError `certificate_keys_lost`."""
        self.must_be()
        return self._keys[0].jwk

    def must_be(self) -> None:
        """Raise StoreError ``certificate_keys_lost`` when they are."""
        if not self._keys:
            raise StoreError("certificate_keys_lost", str(self._path))

    @property
    def published(self) -> list[dict[str, str]]:
        """The public halves by which statements are proven."""
        return [public_part(key.jwk) for key in self._keys if key.stolen is None]

    def rotate(self, now: float) -> None:
        """Sign with a new key from now on; the private half of the old one is destroyed."""
        old = (replace(key, jwk=_public(key), retired=key.retired or now) for key in self._keys)
        self._keep((SigningKey(new_key(), now), *old))

    def disown(self, now: float) -> None:
        """Publish none of the old keys any more: somebody else may have one."""
        first, *others = self._keys
        self._keep((first, *(replace(key, stolen=key.stolen or now) for key in others)))

    def _keep(self, keys: tuple[SigningKey, ...]) -> None:
        told: dict[str, Any] = {"format": FORMAT, "keys": [_told(key) for key in keys]}
        private_folder(self._path.parent)
        beside = self._path.with_name(FILE + ".new")
        beside.unlink(missing_ok=True)
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            json.dump(told, out)
        sync_file(beside)
        move_into_place(beside, self._path)
        self._keys = keys


def _public(key: SigningKey) -> dict[str, str]:
    return {name: value for name, value in key.jwk.items() if name != "d"}


def _told(key: SigningKey) -> dict[str, Any]:
    return {"jwk": key.jwk, "made": key.made, "retired": key.retired, "stolen": key.stolen}
