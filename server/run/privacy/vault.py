"""The vault: personal fields are sealed with one key a person, and deletion destroys the key.

A key is kept wrapped by the master key (`server/run/privacy/master.py`) in a file of its own
(`server/store/privacy_keys.py`). Sealing and opening are quick: keys in use stay unwrapped in
memory, a bounded number of them. Any thread may call.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, Self

from server.log import logger
from server.outside.vault import Lock, new_key
from server.run.privacy.master import MasterFile, MasterKey, named
from server.settings import Settings
from server.store.errors import StoreError
from server.store.privacy_keys import PersonKey, PersonKeys, read_copy

log = logger("vault")
PERSONS: Final = "persons.db"
SECRETS: Final = "secrets"
SEALED: Final = "s1."
"""Begins every sealed text, and names the way it was sealed."""
OWN: Final = "park:"
"""Begins the names of the park's own keys."""
INDEX: Final = "park:index"
"""Whose key is behind `Vault.index`: the park's own, which no person's deletion touches."""
MOST_OPEN: Final = 4096


class Vault:
    """Seals, opens and forgets. Made by `Vault.open_for`."""

    def __init__(
        self,
        keys: PersonKeys,
        masters: list[MasterKey],
        file: MasterFile,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._keys = keys
        self._file = file
        self._now = now
        self._mutex = threading.RLock()
        self._masters = {master.id: master for master in masters}
        self._present = masters[0]
        self._open: OrderedDict[str, bytes] = OrderedDict()
        if len(masters) > 1:
            self._finish_rotation()
        self._index = self._key(INDEX)

    @classmethod
    def open_for(cls, settings: Settings, now: Callable[[], float] = time.time) -> Self:
        """The vault of a park's folder, made when it is new.

        Raises StoreError: ``vault_locked`` (the master key is missing or cannot be unwrapped),
        ``vault_damaged``, ``archive_foreign``, ``archive_failed``.
        """
        secrets = settings.data / SECRETS
        file = MasterFile.of(secrets, settings.master_key_file, settings.master_key_command)
        masters = file.read()
        keys = PersonKeys(secrets / PERSONS)
        try:
            if not masters:
                if keys.all():
                    raise StoreError("vault_locked", f"{file.path} is missing")
                masters = file.make()
            return cls(keys, masters, file, now)
        except BaseException:
            keys.close()
            raise

    def close(self) -> None:
        """Forget what is unwrapped and let the file go; a second call does nothing."""
        with self._mutex:
            self._open.clear()
            self._keys.close()

    # --- what everybody uses ------------------------------------------------------------------

    def seal(self, person: str, text: str) -> str:
        """The text, readable only by `open` for the same person; makes their key when they have
        none.

        Raises StoreError ``person_erased`` for somebody whose key was destroyed.
        """
        sealed = Lock(self._key(person)).seal(text.encode(), _about(person))
        return SEALED + base64.urlsafe_b64encode(sealed).decode().rstrip("=")

    def open(self, person: str, sealed: str) -> str | None:
        """What was sealed for a person; None when their key is destroyed, or it is not theirs."""
        key = self._known(person)
        if key is None or not sealed.startswith(SEALED):
            return None
        try:
            text = sealed.removeprefix(SEALED)
            data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            return None
        plain = Lock(key).open(data, _about(person))
        return None if plain is None else plain.decode()

    def seal_bytes(self, person: str, data: bytes) -> bytes:
        """Bytes of a file, readable only by `open_bytes` for the same person; raises as `seal`."""
        return Lock(self._key(person)).seal(data, _about(person))

    def open_bytes(self, person: str, sealed: bytes) -> bytes | None:
        """What `seal_bytes` sealed; None when their key is destroyed, or it is not theirs."""
        key = self._known(person)
        return None if key is None else Lock(key).open(sealed, _about(person))

    def index(self, text: str) -> str:
        """The same text always gives the same answer, from which nobody without the key learns it.

        It is how a sealed e-mail address is looked up. 128 bits, in hexadecimal.
        """
        return hmac.new(self._index, text.encode(), hashlib.sha256).hexdigest()[:32]

    def destroy(self, person: str) -> bool:
        """Overwrite a person's key, for good; whether there was one. Nothing of theirs opens."""
        with self._mutex:
            self._open.pop(person, None)
            return self._keys.destroy(person, self._now())

    def knows(self, person: str) -> bool:
        """Whether a person has a key that opens things."""
        return self._known(person) is not None

    def destroyed(self) -> dict[str, float]:
        """Everybody whose key was destroyed, with the time (Unix seconds)."""
        return {key.person: key.destroyed or 0.0 for key in self._keys.all() if not key.wrapped}

    def enforce(self, erased: Iterable[str]) -> list[str]:
        """Destroy again what an older copy of the keys brought back; whose keys they were."""
        forgotten = set(erased) - self.destroyed().keys()
        return [person for person in sorted(forgotten) if self.destroy(person)]

    def __len__(self) -> int:
        """People who have a key; the park's own keys are not counted."""
        return sum(1 for key in self._keys.all() if key.wrapped and not key.person.startswith(OWN))

    # --- what the operator does ---------------------------------------------------------------

    def rotate(self) -> int:
        """Wrap every key by a new master key and forget the old one; how many people have one.

        Killed at any moment, it is finished when the vault is opened again.
        """
        with self._mutex:
            new = named(new_key())
            self._file.write([new, self._present])
            self._masters[new.id] = self._present = new
            self._finish_rotation()
            return len(self)

    def backup(self, path: Path) -> None:
        """Copy the wrapped keys; raises OSError. The master key is not among them."""
        self._keys.backup(path)

    def restore(self, path: Path, masters: Iterable[MasterKey] = ()) -> int:
        """Take in the keys of a copy that are missing here; how many.

        What was destroyed, here or there, stays destroyed. ``masters`` are older master keys.
        Raises StoreError ``vault_locked`` when a key in it is wrapped by a master key not at hand.
        """
        with self._mutex:
            known = self._masters | {master.id: master for master in masters}
            found = [self._rewrapped(key, known) for key in read_copy(path)]
            return self._keys.merge(found)

    # --- inside -------------------------------------------------------------------------------

    def _finish_rotation(self) -> None:
        keys = [key for key in self._keys.all() if key.wrapped]
        old = [key for key in keys if key.master != self._present.id]
        self._keys.rewrap(self._rewrapped(key, self._masters) for key in old)
        self._file.write([self._present])
        self._masters = {self._present.id: self._present}

    def _rewrapped(self, key: PersonKey, masters: dict[str, MasterKey]) -> PersonKey:
        if key.wrapped is None:
            return key
        return self._wrapped(key.person, _unwrap(key, masters), key.made)

    def _wrapped(self, person: str, key: bytes, made: float) -> PersonKey:
        wrapped = self._present.lock.seal(key, _about(person))
        return PersonKey(person, self._present.id, wrapped, made, None)

    def _key(self, person: str) -> bytes:
        with self._mutex:
            known = self._known(person)
            if known is not None:
                return known
            if not person:
                raise ValueError("a key belongs to somebody")
            kept = self._keys.add(self._wrapped(person, new_key(), self._now()))
            if kept.wrapped is None:
                raise StoreError("person_erased", "this person's key was destroyed")
            return self._remember(person, _unwrap(kept, self._masters))

    def _known(self, person: str) -> bytes | None:
        with self._mutex:
            key = self._open.get(person)
            if key is not None:
                self._open.move_to_end(person)
                return key
            kept = self._keys.get(person)
            if kept is None or kept.wrapped is None:
                return None
            return self._remember(person, _unwrap(kept, self._masters))

    def _remember(self, person: str, key: bytes) -> bytes:
        self._open[person] = key
        if len(self._open) > MOST_OPEN:
            self._open.popitem(last=False)
        return key


def _unwrap(key: PersonKey, masters: dict[str, MasterKey]) -> bytes:
    """A key as it is; raises StoreError ``vault_locked``, ``vault_damaged``."""
    master = masters.get(key.master)
    if master is None:
        raise StoreError("vault_locked", f"the master key {key.master} is not here")
    plain = master.lock.open(key.wrapped or b"", _about(key.person))
    if plain is None:
        log.error("person_key_damaged", person=key.person)
        raise StoreError("vault_damaged", f"the key of {key.person} is damaged")
    return plain


def _about(person: str) -> bytes:
    return b"lingjing person\0" + person.encode()
