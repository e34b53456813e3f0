"""Hosts, seats and leases of booths: taken and let go inside the transaction of a transition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from server.store.errors import StoreError
from server.store.registration_records import (
    Lease,
    Place,
    StoredCustodian,
    StoredLease,
    StoredSeat,
)
from server.store.schema.registration import booth_leases, custodians, seats

_CUSTODIAN = [custodians.c[name] for name in StoredCustodian._fields]
_SEAT = [seats.c[name] for name in StoredSeat._fields]
_LEASE = [booth_leases.c[name] for name in StoredLease._fields]


# --- moving in and out ----------------------------------------------------------------------------


def take_space(connection: Connection, application: str, lease: Lease, now: float) -> None:
    """Lease a seat and, when one is wanted, a booth; raises `no_free_seat`, `no_free_booth`.

    Other processes may lease at the same moment: the unique indexes decide, and whoever comes
    second tries the next one.
    """
    if lease.wants_seat:
        _take_seat(connection, application, lease.custodian, now)
    if lease.wants_booth:
        _take_booth(connection, application, lease.booths, now)


def _take_seat(connection: Connection, application: str, custodian: str, now: float) -> None:
    free = (
        select(seats.c.number)
        .where(
            seats.c.custodian == custodian,
            seats.c.application.is_(None),
            seats.c.free_from <= now,
            seats.c.custodian.in_(select(custodians.c.id).where(custodians.c.state == "open")),
        )
        .order_by(seats.c.number)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    while (number := connection.execute(free).scalar()) is not None:
        mine = (seats.c.number == number) & seats.c.application.is_(None)
        taking = update(seats).where(mine).values(application=application, since=now)
        if connection.execute(taking).rowcount:
            return
    raise StoreError("no_free_seat", f"host {custodian} has no free seat")


def _take_booth(
    connection: Connection, application: str, places: Iterable[Place], now: float
) -> None:
    taken = {(row.hall, row.node) for row in standing(connection)}
    for place in places:
        if tuple(place) in taken:
            continue
        values = {"application": application, "hall": place.hall, "node": place.node, "at": now}
        try:
            with connection.begin_nested():
                connection.execute(insert(booth_leases).values(values))
        except IntegrityError:
            continue
        return
    raise StoreError("no_free_booth", "no booth is free")


def free_space(connection: Connection, application: str, now: float, free_from: float) -> None:
    """Let seat and booth go; the seat rests until ``free_from``."""
    connection.execute(
        update(seats)
        .where(seats.c.application == application)
        .values(application=None, since=None, free_from=free_from)
    )
    mine = (booth_leases.c.application == application) & booth_leases.c.ended.is_(None)
    connection.execute(update(booth_leases).where(mine).values(ended=now))


def standing(connection: Connection) -> list[StoredLease]:
    """Every booth that is leased now."""
    wanted = select(*_LEASE).where(booth_leases.c.ended.is_(None)).order_by(booth_leases.c.serial)
    return [StoredLease(*row) for row in connection.execute(wanted)]


def lease_of(connection: Connection, application: str) -> StoredLease | None:
    """The booth that a company has now."""
    mine = (booth_leases.c.application == application) & booth_leases.c.ended.is_(None)
    row = connection.execute(select(*_LEASE).where(mine)).one_or_none()
    return None if row is None else StoredLease(*row)


def last_lease_of(connection: Connection, application: str) -> StoredLease | None:
    """The booth that a company has or had last."""
    wanted = select(*_LEASE).where(booth_leases.c.application == application)
    row = connection.execute(wanted.order_by(booth_leases.c.serial.desc()).limit(1)).one_or_none()
    return None if row is None else StoredLease(*row)


def seat_of(connection: Connection, application: str) -> StoredSeat | None:
    """The seat that a company has now."""
    row = connection.execute(select(*_SEAT).where(seats.c.application == application)).one_or_none()
    return None if row is None else StoredSeat(*row)


# --- hosts and their seats ------------------------------------------------------------------------


def hosts(connection: Connection) -> list[StoredCustodian]:
    """Every host, oldest first."""
    rows = connection.execute(select(*_CUSTODIAN).order_by(custodians.c.serial))
    return [StoredCustodian(*row) for row in rows]


def host(connection: Connection, id: str) -> StoredCustodian:
    """One host; raises `custodian_unknown`."""
    row = connection.execute(select(*_CUSTODIAN).where(custodians.c.id == id)).one_or_none()
    if row is None:
        raise StoreError("custodian_unknown", f"there is no host {id}")
    return StoredCustodian(*row)


def add_host(connection: Connection, new: StoredCustodian, size: int) -> None:
    """Keep a new host with so many seats."""
    connection.execute(insert(custodians).values(new._asdict()))
    add_seats(connection, new.id, size)


def change_host(
    connection: Connection, id: str, changes: Mapping[str, Any], more: int
) -> StoredCustodian:
    """Change a host's columns and give it more seats; raises `custodian_unknown`."""
    host(connection, id)
    connection.execute(update(custodians).where(custodians.c.id == id).values(dict(changes)))
    add_seats(connection, id, more)
    return host(connection, id)


def add_seats(connection: Connection, custodian: str, count: int) -> None:
    """Give a host more seats, numbered on from the highest there is."""
    last = connection.execute(select(func.max(seats.c.number))).scalar() or 0
    rows = [
        {"number": number, "custodian": custodian, "free_from": 0.0}
        for number in range(last + 1, last + 1 + count)
    ]
    if rows:
        connection.execute(insert(seats), rows)


def seats_page(
    connection: Connection, limit: int, after: int, custodian: str | None, taken: bool | None
) -> list[StoredSeat]:
    """Seats by number, those beyond ``after``; only those taken, or only the others, when asked."""
    wanted = select(*_SEAT).where(seats.c.number > after).order_by(seats.c.number).limit(limit)
    if custodian is not None:
        wanted = wanted.where(seats.c.custodian == custodian)
    if taken is not None:
        has = seats.c.application.is_not(None)
        wanted = wanted.where(has if taken else ~has)
    return [StoredSeat(*row) for row in connection.execute(wanted)]


def pools(connection: Connection, now: float) -> dict[str, tuple[int, int, int]]:
    """For each host: all its seats, those taken, those that rest."""
    found: dict[str, tuple[int, int, int]] = {}
    for row in connection.execute(select(*_SEAT)):
        seat = StoredSeat(*row)
        every, taken, resting = found.get(seat.custodian, (0, 0, 0))
        rests = seat.application is None and seat.free_from > now
        found[seat.custodian] = (
            every + 1, taken + (seat.application is not None), resting + rests
        )  # fmt: skip
    return found
