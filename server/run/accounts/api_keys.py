"""API keys: a program's way in, on behalf of an account, for some actions and some time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from scenes.findings import Finding
from server.access.actor import Actor
from server.access.policy import POLICY
from server.run.accounts.accounts import Accounts
from server.run.accounts.errors import AccountError
from server.run.secrets import fingerprint, short_id, token
from server.store.accounts_book import KeyBook
from server.store.accounts_records import StoredKey

PREFIX: Final = "lj_"
FOR_PEOPLE: Final = frozenset(
    {
        *("account.own", "session.open", "session.close", "link.make"),
        *("pairing.begin", "pairing.confirm", "key.own", "key.manage"),
        *("people.invite", "people.edit", "people.recover"),
        *("privacy.own", "privacy.edit", "settings.edit"),
    }
)
"""What no program does: whatever decides who may come in, and as what; and what ends an account,
or changes how the park itself runs."""
MOST_OF_ONE: Final = 50


@dataclass(slots=True)
class ApiKeys:
    """The API keys of all accounts. ``revision`` grows when one is taken away."""

    book: KeyBook
    accounts: Accounts
    revision: int = 0
    _keys: dict[str, StoredKey] = field(default_factory=dict)
    _seen: dict[str, float] = field(default_factory=dict)

    async def load(self) -> None:
        """Know every key."""
        self._keys = {key.hash: key for key in await self.book.keys()}

    def of(self, account: str | None = None) -> list[StoredKey]:
        """An account's keys, or everybody's, newest first, with the time each was last used."""
        shown = [replace(k, seen=self._seen.get(k.hash, k.seen)) for k in self._keys.values()]
        mine = [key for key in shown if account is None or key.account == account]
        return sorted(mine, key=lambda key: -key.created)

    def actor(self, secret: str) -> Actor | None:
        """Whoever made this key, narrowed to what it is for; None when it is no living key.

        It can never do more than its maker may at this moment.
        """
        if not secret.startswith(PREFIX):
            return None
        key, now = self._keys.get(fingerprint(secret)), self.accounts.clock.now()
        maker = self.accounts.actor(key.account) if key else None
        if key is None or maker is None or (key.expires is not None and key.expires <= now):
            return None
        self._seen[key.hash] = now
        scopes = frozenset(key.scopes) - FOR_PEOPLE
        only = scopes if maker.only is None else scopes & maker.only
        return replace(maker, only=only)

    async def make(
        self, maker: Actor, name: str, scopes: Iterable[str], expires: float | None
    ) -> tuple[StoredKey, str]:
        """A new key, and its secret, which is never shown again.

        Raises ``invalid`` with a finding for each scope that cannot be given, ``too_many_keys``.
        """
        wanted = sorted(set(scopes))
        self._check(maker, wanted)
        if len(self.of(maker.id)) >= MOST_OF_ONE:
            raise AccountError("too_many_keys")
        secret, now = PREFIX + token(), self.accounts.clock.now()
        key = StoredKey(
            f"k_{short_id()}", fingerprint(secret), maker.id, name, wanted, now, expires
        )
        await self.book.put_key(key)
        self._keys[key.hash] = key
        return key, secret

    async def revoke(self, id: str, account: str | None) -> None:
        """Take a key away, of this account or of anybody; raises ``key_unknown``."""
        found = [key for key in self.of(account) if key.id == id]
        if not found:
            raise AccountError("key_unknown")
        self._keys.pop(found[0].hash, None)
        self.revision += 1
        await self.book.drop_key(id)

    def forget(self, account: str) -> None:
        """An account is gone, and its keys with it."""
        self._keys = {hash: key for hash, key in self._keys.items() if key.account != account}
        self.revision += 1

    async def tend(self) -> None:
        """Write down when keys were used last."""
        seen, self._seen = self._seen, {}
        for hash, at in seen.items():
            if hash in self._keys:
                self._keys[hash] = replace(self._keys[hash], seen=at)
        if seen:
            await self.book.touch_keys(seen)

    def _check(self, maker: Actor, scopes: list[str]) -> None:
        found = [
            Finding(f"/scopes/{n}", "scope_unknown" if scope not in POLICY else "scope_refused")
            for n, scope in enumerate(scopes)
            if scope not in POLICY or scope in FOR_PEOPLE or not maker.may(scope)
        ]
        if found:
            raise AccountError("invalid", found)
