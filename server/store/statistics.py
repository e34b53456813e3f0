"""Sums of visits, as statements on one connection: added to, read by span, forgotten by age."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, Connection, Table, cast, delete, func, insert, select, update

from server.store.schema.statistics import dwell_hours, heat_days, visit_hours
from server.store.statistics_records import DAY, HOUR, DwellHour, HeatDay, Sums, VisitHour

_ADDED = ("visits", "seconds")


def add(connection: Connection, sums: Sums) -> None:
    """Add what was counted to what is kept."""
    for table, rows in ((visit_hours, sums.visits), (dwell_hours, sums.dwell)):
        _add(connection, table, rows)
    _add(connection, heat_days, sums.heat)


def visits(connection: Connection, since: float, until: float) -> list[VisitHour]:
    """Hours that begin within these moments (Unix time), in order."""
    table = visit_hours
    wanted = select(table).where(_within(table.c.hour, since, until, HOUR))
    rows = connection.execute(wanted.order_by(table.c.hour, table.c.hall))
    return [VisitHour(*row) for row in rows]


def dwell(connection: Connection, since: float, until: float) -> list[DwellHour]:
    """What was looked at, one row a node (``hour`` is the last), most seconds first."""
    table = dwell_hours
    seconds = func.sum(table.c.seconds)
    wanted = (
        select(
            table.c.hall,
            table.c.node,
            func.max(table.c.hour),
            table.c.exhibit,
            _whole(table.c.visits),
            seconds,
        )
        .where(_within(table.c.hour, since, until, HOUR))
        .group_by(table.c.hall, table.c.node, table.c.exhibit)
        .order_by(seconds.desc(), table.c.hall, table.c.node)
    )
    return [DwellHour(*row) for row in connection.execute(wanted)]


def heat(
    connection: Connection, hall: str, size: float, since: float, until: float
) -> list[HeatDay]:
    """Squares of one size of a hall's floor, one row a square (``day`` is the last)."""
    table = heat_days
    wanted = (
        select(
            table.c.hall,
            func.max(table.c.day),
            table.c.size,
            table.c.x,
            table.c.z,
            _whole(table.c.visits),
            func.sum(table.c.seconds),
        )
        .where(table.c.hall == hall, table.c.size == size)
        .where(_within(table.c.day, since, until, DAY))
        .group_by(table.c.hall, table.c.size, table.c.x, table.c.z)
        .order_by(table.c.z, table.c.x)
    )
    return [HeatDay(*row) for row in connection.execute(wanted)]


def forget(connection: Connection, before: float) -> int:
    """Take away the sums of hours and days that ended before a moment; how many there were."""
    gone = 0
    for table, column, length in (
        (visit_hours, visit_hours.c.hour, HOUR),
        (dwell_hours, dwell_hours.c.hour, HOUR),
        (heat_days, heat_days.c.day, DAY),
    ):
        old = delete(table).where((column + 1) * length <= before)
        gone += connection.execute(old).rowcount
    return gone


def _whole(column: Any) -> Any:
    """A sum that comes back as an integer: a server's is a decimal number."""
    return cast(func.sum(column), BigInteger)


def _within(column: Any, since: float, until: float, length: int) -> Any:
    return (column * length >= since) & (column * length < until)


def _add(connection: Connection, table: Table, rows: Sequence[Any]) -> None:
    """One row a key; what is there already grows."""
    keys = [column.name for column in table.primary_key]
    for row in rows:
        values = row._asdict()
        grown = {name: table.c[name] + values[name] for name in _ADDED}
        same = [table.c[name] == values[name] for name in keys]
        if not connection.execute(update(table).where(*same).values(grown)).rowcount:
            connection.execute(insert(table).values(values))
