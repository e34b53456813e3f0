"""Accounts and their grants in SQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from server.store.accounts_records import StoredAccount, StoredGrant
from server.store.errors import StoreError
from server.store.schema.accounts import accounts, api_keys, grants, links, recovery_codes, sessions
from server.store.schema.identity import identities, passkeys

Approve = Callable[[list[StoredAccount]], None]
"""Sees every account as it would be, and raises what must not be."""
_GRANTED = (grants.c.at, grants.c.role, grants.c.hall, grants.c.enterprise)
_COLUMNS = [accounts.c[f.name] for f in fields(StoredAccount) if f.name != "grants"]


def listed(connection: Connection) -> list[StoredAccount]:
    """Every account, oldest first."""
    held: defaultdict[str, list[StoredGrant]] = defaultdict(list)
    for row in connection.execute(select(grants).order_by(*_GRANTED)):
        held[row.account].append((row.role, row.hall, row.enterprise))
    rows = connection.execute(select(*_COLUMNS).order_by(accounts.c.serial))
    return [StoredAccount(**row._mapping, grants=tuple(held[row.id])) for row in rows]


def add(connection: Connection, account: StoredAccount, by: str) -> None:
    """Keep a new account; raises `account_exists` when its e-mail or phone is another's."""
    values = {f.name: getattr(account, f.name) for f in fields(account) if f.name != "grants"}
    try:
        connection.execute(insert(accounts).values(values))
    except IntegrityError as error:
        raise StoreError("account_exists", "this e-mail or phone is another account's") from error
    set_grants(connection, account.id, account.grants, by, account.created)


def add_first(connection: Connection, account: StoredAccount, by: str) -> None:
    """Keep an operator's account as the first one; raises `operator_exists`."""
    found = select(grants.c.account).where(grants.c.role == "operator", grants.c.hall == "")
    if connection.execute(found).first() is not None:
        raise StoreError("operator_exists", "there is an operator already")
    add(connection, account, by)


def change(
    connection: Connection, account: str, changes: Mapping[str, Any], approve: Approve | None
) -> None:
    """Change columns; raises `account_unknown`, `account_exists`, and what `approve` raises."""
    try:
        done = connection.execute(
            update(accounts).where(accounts.c.id == account).values(dict(changes))
        )
    except IntegrityError as error:
        raise StoreError("account_exists", "this e-mail or phone is another account's") from error
    if done.rowcount == 0:
        raise StoreError("account_unknown", f"there is no account {account}")
    if approve is not None:
        approve(listed(connection))


def regrant(
    connection: Connection,
    account: str,
    given: Iterable[StoredGrant],
    by: str,
    at: float,
    approve: Approve,
) -> None:
    """Give an account these grants instead of its own; raises what `approve` raises."""
    change(connection, account, {"changed": at}, None)
    connection.execute(delete(grants).where(grants.c.account == account))
    set_grants(connection, account, given, by, at)
    approve(listed(connection))


def set_grants(
    connection: Connection, account: str, given: Iterable[StoredGrant], by: str, at: float
) -> None:
    """Add grants to an account."""
    for role, hall, enterprise in dict.fromkeys(given):
        connection.execute(
            insert(grants).values(
                account=account, role=role, hall=hall, enterprise=enterprise, by=by, at=at
            )
        )


def remove(connection: Connection, account: str, approve: Approve) -> None:
    """Take an account away with all that opens doors in its name; raises `account_unknown`."""
    for table in (sessions, links, api_keys, passkeys, identities):
        connection.execute(delete(table).where(table.c.account == account))
    done = connection.execute(delete(accounts).where(accounts.c.id == account))
    if done.rowcount == 0:
        raise StoreError("account_unknown", f"there is no account {account}")
    approve(listed(connection))


def strip(connection: Connection, account: str, at: float) -> None:
    """Take away every way of signing in but an identity elsewhere; raises `account_unknown`."""
    bare = {"password": "", "password_at": None, "totp": "", "state": "active", "changed": at}
    change(connection, account, bare, None)
    for table in (sessions, links, passkeys, recovery_codes):
        connection.execute(delete(table).where(table.c.account == account))


def take_step(connection: Connection, account: str, step: int) -> bool:
    """Use up a step of an authenticator: False when it, or a later one, was used before."""
    newer = accounts.c.totp_step < step
    done = connection.execute(
        update(accounts).where(accounts.c.id == account, newer).values(totp_step=step)
    )
    return done.rowcount == 1


def set_codes(connection: Connection, account: str, hashes: Iterable[str]) -> None:
    """Give an account recovery codes instead of those it had."""
    connection.execute(delete(recovery_codes).where(recovery_codes.c.account == account))
    for hash in hashes:
        connection.execute(insert(recovery_codes).values(account=account, hash=hash))


def take_code(connection: Connection, account: str, hash: str) -> bool:
    """Use up a recovery code: whoever takes it first has it."""
    mine = (recovery_codes.c.account == account) & (recovery_codes.c.hash == hash)
    return connection.execute(delete(recovery_codes).where(mine)).rowcount == 1


def codes_left(connection: Connection) -> dict[str, int]:
    """How many recovery codes each account has."""
    left: defaultdict[str, int] = defaultdict(int)
    for row in connection.execute(select(recovery_codes.c.account)):
        left[row.account] += 1
    return dict(left)
