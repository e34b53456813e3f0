"""One-time links, sessions, API keys and failed attempts, known by hashes alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from server.store.accounts_records import StoredAttempts, StoredKey, StoredLink, StoredSession
from server.store.errors import StoreError
from server.store.schema.accounts import api_keys, attempts, links, sessions

Row = TypeVar("Row", StoredSession, StoredKey, StoredAttempts)


def put_link(connection: Connection, hash: str, account: str, purpose: str, expires: float) -> None:
    """Remember a one-time link; raises `key_exists` when the hash is taken."""
    values = {"hash": hash, "account": account, "purpose": purpose, "expires": expires}
    _insert(connection, links, values)


def take_link(connection: Connection, hash: str, purpose: str, now: float) -> str | None:
    """The account a link stands for, once: whoever takes it first has it."""
    mine = (links.c.hash == hash) & (links.c.purpose == purpose)
    taken = delete(links).where(mine).returning(links.c.account, links.c.expires)
    row = connection.execute(taken).one_or_none()
    return None if row is None or row.expires <= now else str(row.account)


def link(connection: Connection, hash: str, now: float) -> StoredLink | None:
    """What a living link is good for, without using it up."""
    wanted = select(links.c.account, links.c.purpose).where(
        links.c.hash == hash, links.c.expires > now
    )
    row = connection.execute(wanted).one_or_none()
    return None if row is None else StoredLink(row.account, row.purpose)


def drop_links(connection: Connection, account: str, purpose: str) -> None:
    """Take back the links of one kind that stand for an account."""
    mine = (links.c.account == account) & (links.c.purpose == purpose)
    connection.execute(delete(links).where(mine))


def put_session(connection: Connection, session: StoredSession) -> None:
    """Remember a session; raises `key_exists`."""
    _insert(connection, sessions, asdict(session))


def drop_sessions(connection: Connection, hashes: Iterable[str]) -> None:
    """End sessions; an unknown one is no error."""
    connection.execute(delete(sessions).where(sessions.c.hash.in_(list(hashes))))


def living_sessions(connection: Connection) -> list[StoredSession]:
    """Every session, oldest first."""
    return _all(connection, sessions, StoredSession, "created", "hash")


def touch(connection: Connection, seen: Mapping[str, float], table: Table = sessions) -> None:
    """Note when sessions, or API keys, were used last."""
    for hash, at in seen.items():
        connection.execute(update(table).where(table.c.hash == hash).values(seen=at))


def drop_expired(connection: Connection, now: float) -> int:
    """Forget links and sessions whose time is over; how many there were."""
    tables = (links, sessions)
    return sum(connection.execute(delete(t).where(t.c.expires <= now)).rowcount for t in tables)


def put_key(connection: Connection, key: StoredKey) -> None:
    """Remember an API key; raises `key_exists`."""
    _insert(connection, api_keys, asdict(key))


def drop_key(connection: Connection, id: str) -> None:
    """Forget an API key; raises `key_unknown`."""
    if connection.execute(delete(api_keys).where(api_keys.c.id == id)).rowcount == 0:
        raise StoreError("key_unknown", f"there is no key {id}")


def all_keys(connection: Connection) -> list[StoredKey]:
    """Every API key, oldest first."""
    return _all(connection, api_keys, StoredKey, "created", "id")


def set_attempts(connection: Connection, counted: Iterable[StoredAttempts]) -> None:
    """Note how often each of these was tried in vain; none at all is forgotten."""
    for each in counted:
        connection.execute(delete(attempts).where(attempts.c.key == each.key))
        if each.failures:
            connection.execute(insert(attempts).values(asdict(each)))


def all_attempts(connection: Connection) -> list[StoredAttempts]:
    """Everything that was tried in vain and not forgotten."""
    return _all(connection, attempts, StoredAttempts, "last", "key")


def _all(connection: Connection, table: Table, kind: type[Row], *order: str) -> list[Row]:
    columns = [table.c[f.name] for f in fields(kind)]
    ordered = select(*columns).order_by(*(table.c[name] for name in order))
    return [kind(**row._mapping) for row in connection.execute(ordered)]


def _insert(connection: Connection, table: Table, values: Mapping[str, Any]) -> None:
    try:
        connection.execute(insert(table).values(dict(values)))
    except IntegrityError as error:
        raise StoreError("key_exists", "this key is already there") from error
