"""What the archive knows of accounts, asked and changed from the event loop."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from server.store import accounts, accounts_invitations, keys
from server.store.accounts import Approve
from server.store.accounts_records import (
    StoredAccount,
    StoredAttempts,
    StoredGrant,
    StoredInvitation,
    StoredKey,
    StoredLink,
    StoredSession,
)
from server.store.exhibit_book import Run
from server.store.schema.accounts import api_keys


class AccountBook:
    """Accounts and invitations. Whatever writes returns once it is durable."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def all(self) -> list[StoredAccount]:
        """Every account, oldest first."""
        return await self._read(accounts.listed)

    async def add(self, account: StoredAccount, by: str) -> None:
        """Keep a new account; raises `account_exists`."""
        await self._write(partial(accounts.add, account=account, by=by))

    async def add_first(self, account: StoredAccount, by: str) -> None:
        """Keep the first operator's account; raises `operator_exists`, `account_exists`."""
        await self._write(partial(accounts.add_first, account=account, by=by))

    async def change(
        self, account: str, changes: Mapping[str, Any], approve: Approve | None = None
    ) -> None:
        """Change columns; raises `account_unknown`, `account_exists`, what `approve` raises."""
        await self._write(
            partial(accounts.change, account=account, changes=changes, approve=approve)
        )

    async def regrant(
        self, account: str, given: Iterable[StoredGrant], by: str, at: float, approve: Approve
    ) -> None:
        """Replace an account's grants; raises `account_unknown`, what `approve` raises."""
        work = partial(
            accounts.regrant, account=account, given=tuple(given), by=by, at=at, approve=approve
        )
        await self._write(work)

    async def remove(self, account: str, approve: Approve) -> None:
        """Take an account away with its sessions, links and keys; raises `account_unknown`."""
        await self._write(partial(accounts.remove, account=account, approve=approve))

    async def strip(self, account: str, at: float) -> None:
        """Take an account's password, second factors, sessions and links away."""
        await self._write(partial(accounts.strip, account=account, at=at))

    async def take_step(self, account: str, step: int) -> bool:
        """Use up a step of an authenticator; False when it was used before."""
        return await self._write(partial(accounts.take_step, account=account, step=step))

    async def set_codes(self, account: str, hashes: Iterable[str]) -> None:
        """Replace an account's recovery codes."""
        await self._write(partial(accounts.set_codes, account=account, hashes=tuple(hashes)))

    async def take_code(self, account: str, hash: str) -> bool:
        """Use up a recovery code; False when there is no such one."""
        return await self._write(partial(accounts.take_code, account=account, hash=hash))

    async def codes_left(self) -> dict[str, int]:
        """How many recovery codes each account has."""
        return await self._read(accounts.codes_left)

    async def invite(self, invitation: StoredInvitation) -> None:
        """Remember an invitation."""
        await self._write(partial(accounts_invitations.put, invitation=invitation))

    async def invitations(self) -> list[StoredInvitation]:
        """Every invitation, newest first."""
        return await self._read(accounts_invitations.listed)

    async def invitation(self, hash: str) -> StoredInvitation | None:
        """The invitation with this secret."""
        return await self._read(partial(accounts_invitations.find, hash=hash))

    async def accept(self, hash: str, account: StoredAccount, by: str, now: float) -> None:
        """Turn an invitation into an account; raises `invitation_refused`, `account_exists`."""
        work = partial(accounts_invitations.accept, hash=hash, account=account, by=by, now=now)
        await self._write(work)

    async def join(
        self, hash: str, account: str, given: Iterable[StoredGrant], by: str, now: float
    ) -> None:
        """Give an account what an invitation gives; raises `invitation_refused`."""
        work = partial(
            accounts_invitations.join,
            hash=hash,
            account=account,
            given=tuple(given),
            by=by,
            now=now,
        )
        await self._write(work)

    async def revoke(self, id: str) -> None:
        """Take an invitation back; raises `invitation_unknown`."""
        await self._write(partial(accounts_invitations.revoke, id=id))

    async def drop_invitations(self, before: float) -> list[str]:
        """Forget the invitations that were over before a moment; their ids."""
        return await self._write(partial(accounts_invitations.drop_old, before=before))


class KeyBook:
    """Links, sessions, API keys, failed attempts: only hashes of secrets come here."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def put_link(self, hash: str, account: str, purpose: str, expires: float) -> None:
        """Remember a one-time link."""
        work = partial(keys.put_link, hash=hash, account=account, purpose=purpose, expires=expires)
        await self._write(work)

    async def take_link(self, hash: str, purpose: str, now: float) -> str | None:
        """The account of a link, to the first who asks before it expires; None to others."""
        return await self._write(partial(keys.take_link, hash=hash, purpose=purpose, now=now))

    async def link(self, hash: str, now: float) -> StoredLink | None:
        """What a living link is good for; it is not used up by this."""
        return await self._read(partial(keys.link, hash=hash, now=now))

    async def drop_links(self, account: str, purpose: str) -> None:
        """Take back the links of one kind that stand for an account."""
        await self._write(partial(keys.drop_links, account=account, purpose=purpose))

    async def put_session(self, session: StoredSession) -> None:
        """Remember a session."""
        await self._write(partial(keys.put_session, session=session))

    async def sessions(self) -> list[StoredSession]:
        """Every session."""
        return await self._read(keys.living_sessions)

    async def drop_sessions(self, hashes: Iterable[str]) -> None:
        """End sessions."""
        await self._write(partial(keys.drop_sessions, hashes=tuple(hashes)))

    async def touch_sessions(self, seen: Mapping[str, float]) -> None:
        """Note when sessions were used last."""
        await self._write(partial(keys.touch, seen=dict(seen)))

    async def touch_keys(self, seen: Mapping[str, float]) -> None:
        """Note when API keys were used last."""
        await self._write(partial(keys.touch, seen=dict(seen), table=api_keys))

    async def drop_expired(self, now: float) -> int:
        """Forget the links and sessions whose time is over; how many there were."""
        return await self._write(partial(keys.drop_expired, now=now))

    async def put_key(self, key: StoredKey) -> None:
        """Remember an API key."""
        await self._write(partial(keys.put_key, key=key))

    async def drop_key(self, id: str) -> None:
        """Forget an API key; raises `key_unknown`."""
        await self._write(partial(keys.drop_key, id=id))

    async def keys(self) -> list[StoredKey]:
        """Every API key."""
        return await self._read(keys.all_keys)

    async def set_attempts(self, counted: Iterable[StoredAttempts]) -> None:
        """Note how often each of these was tried in vain."""
        await self._write(partial(keys.set_attempts, counted=tuple(counted)))

    async def attempts(self) -> list[StoredAttempts]:
        """Everything that was tried in vain and not forgotten."""
        return await self._read(keys.all_attempts)
