"""Invitations in SQL."""

from __future__ import annotations

from dataclasses import asdict, fields

from sqlalchemy import Connection, delete, insert, select, update

from server.store import accounts
from server.store.accounts_records import StoredAccount, StoredGrant, StoredInvitation
from server.store.errors import StoreError
from server.store.schema.accounts import invitations

_COLUMNS = [invitations.c[f.name] for f in fields(StoredInvitation)]


def put(connection: Connection, invitation: StoredInvitation) -> None:
    """Remember an invitation."""
    connection.execute(insert(invitations).values(asdict(invitation)))


def listed(connection: Connection) -> list[StoredInvitation]:
    """Every invitation, newest first."""
    rows = connection.execute(
        select(*_COLUMNS).order_by(invitations.c.created.desc(), invitations.c.id)
    )
    return [StoredInvitation(**row._mapping) for row in rows]


def find(connection: Connection, hash: str) -> StoredInvitation | None:
    """The invitation with this secret, used or not."""
    row = connection.execute(select(*_COLUMNS).where(invitations.c.hash == hash)).one_or_none()
    return None if row is None else StoredInvitation(**row._mapping)


def accept(connection: Connection, hash: str, account: StoredAccount, by: str, now: float) -> None:
    """Use an invitation up and keep the account that it becomes, both or neither.

    Raises `invitation_refused` (unknown, used or over) and `account_exists`.
    """
    _use(connection, hash, account.id, now)
    accounts.add(connection, account, by)


def join(
    connection: Connection,
    hash: str,
    account: str,
    given: tuple[StoredGrant, ...],
    by: str,
    now: float,
) -> None:
    """Use an invitation up for an account that is there, which has these grants from now on.

    Raises `invitation_refused`, `account_unknown`.
    """
    _use(connection, hash, account, now)
    accounts.regrant(connection, account, given, by, now, lambda _: None)


def _use(connection: Connection, hash: str, account: str, now: float) -> None:
    free = (invitations.c.hash == hash) & invitations.c.used.is_(None)
    done = connection.execute(
        update(invitations)
        .where(free, invitations.c.expires > now)
        .values(used=now, account=account, name="", email="")
    )
    if done.rowcount == 0:
        raise StoreError("invitation_refused", "this invitation is unknown, used or over")


def revoke(connection: Connection, id: str) -> None:
    """Take an invitation back; raises `invitation_unknown`."""
    if connection.execute(delete(invitations).where(invitations.c.id == id)).rowcount == 0:
        raise StoreError("invitation_unknown", f"there is no invitation {id}")


def drop_old(connection: Connection, before: float) -> list[str]:
    """Forget the invitations that were over before a moment; their ids."""
    over = delete(invitations).where(invitations.c.expires <= before).returning(invitations.c.id)
    return [str(row.id) for row in connection.execute(over)]
