"""When applications were handed in and when the registry desk answered: rows for its statistics."""

from __future__ import annotations

from typing import Final, NamedTuple

from sqlalchemy import Connection, select

from server.store.schema.registration import application_history

HANDED_IN: Final = "submit"
ANSWERS: Final = ("approve", "reject", "request_changes")
MOST: Final = 200_000


class Passed(NamedTuple):
    """Something that was done to an application; Unix time in seconds."""

    application: str
    verb: str
    at: float


def passages(connection: Connection, since: float) -> list[Passed]:
    """Everything handed in and answered since a moment, by application, oldest first."""
    table = application_history
    wanted = (
        select(table.c.application, table.c.verb, table.c.at)
        .where(table.c.at >= since, table.c.verb.in_((HANDED_IN, *ANSWERS)))
        .order_by(table.c.application, table.c.serial)
        .limit(MOST)
    )
    return [Passed(*row) for row in connection.execute(wanted)]
