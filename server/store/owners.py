"""Who owns what, and how it passed on, as statements on one connection."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from sqlalchemy import Connection, Table, insert, select, update

from server.store.doing import note
from server.store.errors import StoreError
from server.store.schema import exhibits, jobs, media
from server.store.schema.privacy import transfers

Kind = Literal["exhibit", "media", "job"]
DataClass = Literal["public", "internal", "personal"]
_TABLES: Final[dict[Kind, Table]] = {"exhibit": exhibits, "media": media, "job": jobs}
_UNKNOWN: Final = {"exhibit": "exhibit_unknown", "media": "media_unknown", "job": "job_unknown"}


class Holding(NamedTuple):
    """Whose a thing is, and of which class its data is."""

    owner: str
    data_class: str


class Transfer(NamedTuple):
    """A thing passed from one owner to another; ``at`` is Unix time in seconds."""

    old: str
    new: str
    author: str
    at: float
    note: str


def holding(connection: Connection, kind: Kind, thing: str) -> Holding | None:
    """Whose a thing is, or None when there is no such thing."""
    table = _TABLES[kind]
    wanted = select(table.c.owner, table.c.data_class).where(table.c.id == thing)
    row = connection.execute(wanted).one_or_none()
    return None if row is None else Holding(*row)


def transfer(connection: Connection, kind: Kind, thing: str, passed: Transfer) -> Transfer:
    """Give a thing to another owner, and note it; raise `exhibit_unknown`, `media_unknown`."""
    known = _required(connection, kind, thing)
    passed = passed._replace(old=known.owner)
    table = _TABLES[kind]
    connection.execute(update(table).where(table.c.id == thing).values(owner=passed.new))
    connection.execute(insert(transfers).values(kind=kind, thing=thing, **passed._asdict()))
    note(before={"owner": known.owner}, after={"owner": passed.new, "note": passed.note})
    return passed


def reclass(connection: Connection, kind: Kind, thing: str, data_class: DataClass) -> None:
    """Say of which class a thing's data is; raise `exhibit_unknown`, `media_unknown`."""
    known = _required(connection, kind, thing)
    table = _TABLES[kind]
    connection.execute(update(table).where(table.c.id == thing).values(data_class=data_class))
    note(before={"data_class": known.data_class}, after={"data_class": data_class})


def transfers_of(connection: Connection, kind: Kind, thing: str) -> list[Transfer]:
    """How a thing passed on, the last first."""
    columns = [transfers.c[name] for name in Transfer._fields]
    wanted = select(*columns).where(transfers.c.kind == kind, transfers.c.thing == thing)
    rows = connection.execute(wanted.order_by(transfers.c.serial.desc()))
    return [Transfer(*row) for row in rows]


def owned_by(connection: Connection, owner: str) -> list[tuple[Kind, str]]:
    """Everything that somebody owns but jobs, which pass."""
    kinds: tuple[Kind, ...] = ("exhibit", "media")
    return [
        (kind, thing)
        for kind in kinds
        for thing in connection.execute(
            select(_TABLES[kind].c.id)
            .where(_TABLES[kind].c.owner == owner)
            .order_by(_TABLES[kind].c.serial)
        ).scalars()
    ]


def _required(connection: Connection, kind: Kind, thing: str) -> Holding:
    known = holding(connection, kind, thing)
    if known is None:
        raise StoreError(_UNKNOWN[kind], f"there is no {kind} {thing}")
    return known
