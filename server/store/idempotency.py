"""First answers to requests that carried an ``Idempotency-Key``. SQL on one connection."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from server.store.schema.registration import idempotent_answers as answers

LONGEST_SECONDS = 86_400.0


class StoredAnswer(NamedTuple):
    """An answer; ``body`` is the hash of what was asked, ``answer`` is sealed for ``person``."""

    actor: str
    path: str
    key: str
    body: str
    status: int
    person: str
    answer: str
    at: float


_COLUMNS = [answers.c[name] for name in StoredAnswer._fields]


def find(connection: Connection, actor: str, path: str, key: str) -> StoredAnswer | None:
    """The answer that was given first, if one was."""
    row = connection.execute(select(*_COLUMNS).where(*_is(actor, path, key))).one_or_none()
    return None if row is None else StoredAnswer(*row)


def keep(connection: Connection, answer: StoredAnswer) -> None:
    """Keep an answer for a day; one that is there and still good stays."""
    old = answers.c.at < answer.at - LONGEST_SECONDS
    mine = _is(answer.actor, answer.path, answer.key)
    connection.execute(delete(answers).where(*mine, old))
    if find(connection, answer.actor, answer.path, answer.key) is None:
        connection.execute(insert(answers).values(answer._asdict()))


def _is(actor: str, path: str, key: str) -> tuple[ColumnElement[bool], ...]:
    return answers.c.actor == actor, answers.c.path == path, answers.c.key == key
