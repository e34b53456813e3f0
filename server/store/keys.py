"""One-time links and sessions, known by the hash of their secret alone."""

from __future__ import annotations

from sqlalchemy import Connection, Table, delete, insert, select
from sqlalchemy.exc import IntegrityError

from server.store.errors import StoreError
from server.store.schema import links, sessions


def put(connection: Connection, table: Table, hash: str, role: str, expires: float) -> None:
    """Remember a key; raise `key_exists` when the hash is taken."""
    try:
        connection.execute(insert(table).values(hash=hash, role=role, expires=expires))
    except IntegrityError as error:
        raise StoreError("key_exists", "this key is already there") from error


def take_link(connection: Connection, hash: str, now: float) -> str | None:
    """The role a link gives, once: whoever takes it first has it."""
    taken = delete(links).where(links.c.hash == hash).returning(links.c.role, links.c.expires)
    row = connection.execute(taken).one_or_none()
    return None if row is None or row.expires <= now else str(row.role)


def session_role(connection: Connection, hash: str, now: float) -> str | None:
    """The role a living session has."""
    wanted = select(sessions.c.role).where(sessions.c.hash == hash, sessions.c.expires > now)
    role = connection.execute(wanted).scalar()
    return None if role is None else str(role)


def drop_session(connection: Connection, hash: str) -> None:
    """End a session; an unknown one is no error."""
    connection.execute(delete(sessions).where(sessions.c.hash == hash))


def drop_expired(connection: Connection, now: float) -> int:
    """Forget links and sessions whose time is over; how many there were."""
    tables = (links, sessions)
    return sum(connection.execute(delete(t).where(t.c.expires <= now)).rowcount for t in tables)


def living_sessions(connection: Connection) -> list[tuple[str, str, float]]:
    """Every session: hash, role and when it expires."""
    rows = connection.execute(select(sessions.c.hash, sessions.c.role, sessions.c.expires))
    return [(str(row.hash), str(row.role), float(row.expires)) for row in rows]
