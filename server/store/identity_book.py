"""What the archive knows of passkeys and of identities at other providers."""

from __future__ import annotations

from functools import partial

from server.store import identities
from server.store.exhibit_book import Run
from server.store.identity_records import Identity, Passkey


class IdentityBook:
    """How accounts prove themselves. Whatever writes returns once it is durable."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def add_passkey(self, new: Passkey) -> None:
        """Keep a passkey; raises `passkey_exists`."""
        await self._write(partial(identities.add_passkey, new=new))

    async def passkey(self, credential: str) -> Passkey | None:
        """One passkey, by its credential."""
        return await self._read(partial(identities.passkey, credential=credential))

    async def passkeys_of(self, account: str) -> list[Passkey]:
        """An account's passkeys, the oldest first."""
        return await self._read(partial(identities.passkeys_of, account=account))

    async def passkey_counts(self) -> dict[str, int]:
        """How many passkeys each account has that has any."""
        return await self._read(identities.passkey_counts)

    async def passkey_used(self, known: Passkey, *, counter: int, synced: bool, at: float) -> bool:
        """Note a signature; False when another was noted since `known` was read."""
        work = partial(
            identities.passkey_used,
            credential=known.credential,
            before=known.counter,
            counter=counter,
            synced=synced,
            at=at,
        )
        return await self._write(work)

    async def rename_passkey(self, account: str, credential: str, name: str) -> None:
        """Call an account's own passkey something else; raises `passkey_unknown`."""
        work = partial(identities.rename_passkey, account=account, credential=credential, name=name)
        await self._write(work)

    async def remove_passkey(self, account: str, credential: str) -> None:
        """Forget an account's own passkey; raises `passkey_unknown`."""
        await self._write(
            partial(identities.remove_passkey, account=account, credential=credential)
        )

    async def add_identity(self, new: Identity) -> None:
        """Link an identity to an account; raises `identity_taken`."""
        await self._write(partial(identities.add_identity, new=new))

    async def identity(self, issuer: str, subject: str) -> Identity | None:
        """Whose identity this is."""
        return await self._read(partial(identities.identity, issuer=issuer, subject=subject))

    async def identities_of(self, account: str) -> list[Identity]:
        """The identities linked to an account, the oldest first."""
        return await self._read(partial(identities.identities_of, account=account))

    async def identity_used(self, known: Identity, at: float) -> None:
        """Note that somebody signed in by it."""
        await self._write(
            partial(identities.identity_used, issuer=known.issuer, subject=known.subject, at=at)
        )

    async def remove_identity(self, known: Identity) -> None:
        """Take a link away."""
        await self._write(
            partial(
                identities.remove_identity,
                account=known.account,
                issuer=known.issuer,
                subject=known.subject,
            )
        )
