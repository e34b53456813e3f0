"""Passkeys and identities, as statements on one connection."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from server.store.errors import StoreError
from server.store.identity_records import Identity, Passkey
from server.store.schema import identities, passkeys

_PASSKEY = [passkeys.c[f.name] for f in fields(Passkey)]
_IDENTITY = [identities.c[f.name] for f in fields(Identity)]


def add_passkey(connection: Connection, new: Passkey) -> None:
    """Keep a passkey; raises `passkey_exists` when its credential is known."""
    row = {column.name: getattr(new, column.name) for column in _PASSKEY}
    try:
        connection.execute(insert(passkeys).values(row))
    except IntegrityError as error:
        raise StoreError("passkey_exists", "this passkey is known already") from error


def passkey(connection: Connection, credential: str) -> Passkey | None:
    """One passkey, by its credential."""
    found = _passkeys(connection, passkeys.c.credential == credential)
    return found[0] if found else None


def passkeys_of(connection: Connection, account: str) -> list[Passkey]:
    """An account's passkeys, the oldest first."""
    return _passkeys(connection, passkeys.c.account == account)


def passkey_counts(connection: Connection) -> dict[str, int]:
    """How many passkeys each account has that has any."""
    counted = select(passkeys.c.account, func.count()).group_by(passkeys.c.account)
    return {str(account): int(count) for account, count in connection.execute(counted)}


def passkey_used(
    connection: Connection, credential: str, before: int, counter: int, synced: bool, at: float
) -> bool:
    """Note a signature; False when another one was noted meanwhile (`before` is not so any more).

    Authenticators without a counter keep saying 0.
    """
    stands = (passkeys.c.credential == credential) & (passkeys.c.counter == before)
    noted = update(passkeys).where(stands).values(counter=counter, synced=synced, used=at)
    return connection.execute(noted).rowcount == 1


def rename_passkey(connection: Connection, account: str, credential: str, name: str) -> None:
    """Call an account's own passkey something else; raises `passkey_unknown`."""
    done = connection.execute(update(passkeys).where(_own(account, credential)).values(name=name))
    _must_be_there(done.rowcount)


def remove_passkey(connection: Connection, account: str, credential: str) -> None:
    """Forget an account's own passkey; raises `passkey_unknown`."""
    _must_be_there(connection.execute(delete(passkeys).where(_own(account, credential))).rowcount)


def add_identity(connection: Connection, new: Identity) -> None:
    """Link an identity to an account; raises `identity_taken` when another account has it."""
    held = identity(connection, new.issuer, new.subject)
    if held is not None and held.account != new.account:
        raise StoreError("identity_taken", "this identity belongs to another account")
    if held is None:
        row = {column.name: getattr(new, column.name) for column in _IDENTITY}
        connection.execute(insert(identities).values(row))


def identity(connection: Connection, issuer: str, subject: str) -> Identity | None:
    """Whose identity this is."""
    is_it = (identities.c.issuer == issuer) & (identities.c.subject == subject)
    row = connection.execute(select(*_IDENTITY).where(is_it)).one_or_none()
    return None if row is None else Identity(**row._mapping)


def identities_of(connection: Connection, account: str) -> list[Identity]:
    """The identities linked to an account, the oldest first."""
    wanted = select(*_IDENTITY).where(identities.c.account == account)
    rows = connection.execute(wanted.order_by(identities.c.created, identities.c.issuer))
    return [Identity(**row._mapping) for row in rows]


def identity_used(connection: Connection, issuer: str, subject: str, at: float) -> None:
    """Note that somebody signed in by it."""
    is_it = (identities.c.issuer == issuer) & (identities.c.subject == subject)
    connection.execute(update(identities).where(is_it).values(used=at))


def remove_identity(connection: Connection, account: str, issuer: str, subject: str) -> None:
    """Take a link away; one that is not there is no error."""
    is_it = (identities.c.issuer == issuer) & (identities.c.subject == subject)
    connection.execute(delete(identities).where(is_it & (identities.c.account == account)))


def _passkeys(connection: Connection, which: ColumnElement[bool]) -> list[Passkey]:
    wanted = select(*_PASSKEY).where(which).order_by(passkeys.c.created, passkeys.c.credential)
    return [_made(dict(row._mapping)) for row in connection.execute(wanted)]


def _made(row: dict[str, Any]) -> Passkey:
    return Passkey(**{**row, "transports": tuple(row["transports"])})


def _own(account: str, credential: str) -> ColumnElement[bool]:
    return (passkeys.c.credential == credential) & (passkeys.c.account == account)


def _must_be_there(count: int) -> None:
    if not count:
        raise StoreError("passkey_unknown", "there is no such passkey")
