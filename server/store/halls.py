"""Halls, their snapshots and their patches, as statements on one connection."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from server.store.errors import StoreError
from server.store.records import Document, Layer, StoredHall, StoredPatch
from server.store.schema import halls, patches, snapshots

_COLUMNS = (
    patches.c.hall,
    patches.c.revision,
    patches.c.author,
    patches.c.at,
    patches.c.layer,
    patches.c.ops,
    patches.c.inverse,
    patches.c.note,
)


def hall_ids(connection: Connection) -> list[str]:
    """Every hall in the order of creation."""
    return list(connection.execute(select(halls.c.id).order_by(halls.c.serial)).scalars())


def create(connection: Connection, hall: str, doc: Document, at: float, revision: int) -> None:
    """Add a hall with its first snapshot; raise `hall_exists` when the name is taken."""
    try:
        connection.execute(insert(halls).values(id=hall, created=at))
    except IntegrityError as error:
        raise StoreError("hall_exists", f"hall {hall} is already there") from error
    connection.execute(insert(snapshots).values(hall=hall, revision=revision, doc=doc))


def remove(connection: Connection, hall: str) -> None:
    """Take a hall away with everything that belongs to it."""
    require(connection, hall)
    connection.execute(delete(halls).where(halls.c.id == hall))


def require(connection: Connection, hall: str) -> float:
    """When the hall was created; raise `hall_unknown` when there is none."""
    created = connection.execute(select(halls.c.created).where(halls.c.id == hall)).scalar()
    if created is None:
        raise StoreError("hall_unknown", f"there is no hall {hall}")
    return float(created)


def load(connection: Connection, hall: str) -> StoredHall:
    """The hall's latest snapshot with what came after it."""
    created = require(connection, hall)
    wanted = select(snapshots.c.revision, snapshots.c.doc).where(snapshots.c.hall == hall)
    revision, doc = connection.execute(wanted).one()
    after = _patches(connection, hall, "published", revision)
    draft = _patches(connection, hall, "draft", -1)
    latest = after[-1].revision if after else revision
    return StoredHall(hall, doc, revision, latest, after, draft, created)


def _patches(connection: Connection, hall: str, layer: Layer, after: int) -> list[StoredPatch]:
    wanted = (
        select(*_COLUMNS)
        .where(patches.c.hall == hall, patches.c.layer == layer, patches.c.revision > after)
        .order_by(patches.c.revision)
    )
    return [_record(row) for row in connection.execute(wanted)]


def _record(row: Row[*tuple[Any, ...]]) -> StoredPatch:
    return StoredPatch(**row._mapping)


def append(connection: Connection, new: Sequence[StoredPatch]) -> None:
    """Add patches; raise `revision_conflict` when a layer has already come as far."""
    for hall, layer in dict.fromkeys((patch.hall, patch.layer) for patch in new):
        newest = latest(connection, hall, layer)
        revisions = [newest] + [p.revision for p in new if (p.hall, p.layer) == (hall, layer)]
        if any(a >= b for a, b in pairwise(revisions)):
            raise StoreError(
                "revision_conflict", f"{layer} of hall {hall} stands at {newest} already"
            )
    rows = [{name: getattr(patch, name) for name in StoredPatch.__slots__} for patch in new]
    if rows:
        connection.execute(insert(patches), rows)


def latest(connection: Connection, hall: str, layer: Layer) -> int:
    """How far a layer has come; -1 for an empty draft."""
    require(connection, hall)
    newest = select(func.max(patches.c.revision)).where(
        patches.c.hall == hall, patches.c.layer == layer
    )
    snapshot = select(snapshots.c.revision).where(snapshots.c.hall == hall)
    found = connection.execute(newest).scalar()
    floor = connection.execute(snapshot).scalar_one() if layer == "published" else -1
    return max(floor, -1 if found is None else found)


def publish(connection: Connection, patch: StoredPatch, spare: Sequence[int] = ()) -> None:
    """Append the patch that a draft has become and empty the draft, together or not at all.

    The draft's patches `spare` stay: they were no part of it.
    """
    append(connection, [patch])
    clear_draft(connection, patch.hall, spare)


def clear_draft(connection: Connection, hall: str, spare: Sequence[int] = ()) -> None:
    """Forget a hall's unpublished edits, but for those that are spared."""
    require(connection, hall)
    drafted = (patches.c.hall == hall) & (patches.c.layer == "draft")
    connection.execute(delete(patches).where(drafted, patches.c.revision.not_in(spare)))


def checkpoint(connection: Connection, hall: str, revision: int, doc: Document, keep: int) -> None:
    """Replace the snapshot; of the patches it holds, keep the newest `keep` for the history."""
    require(connection, hall)
    moved = connection.execute(
        update(snapshots)
        .where(snapshots.c.hall == hall, snapshots.c.revision <= revision)
        .values(revision=revision, doc=doc)
    )
    if moved.rowcount == 0:
        raise StoreError("revision_conflict", f"hall {hall} has a later snapshot than {revision}")
    _forget(connection, hall, revision, keep)


def _forget(connection: Connection, hall: str, revision: int, keep: int) -> None:
    held = (patches.c.hall == hall) & (patches.c.layer == "published")
    oldest = (
        select(patches.c.revision)
        .where(held, patches.c.revision <= revision)
        .order_by(patches.c.revision.desc())
        .offset(keep)
        .limit(1)
    )
    last = connection.execute(oldest).scalar()
    if last is not None:
        connection.execute(delete(patches).where(held, patches.c.revision <= last))


def history(connection: Connection, hall: str, limit: int, before: int | None) -> list[StoredPatch]:
    """Published patches, newest first, older than `before`."""
    require(connection, hall)
    wanted = select(*_COLUMNS).where(patches.c.hall == hall, patches.c.layer == "published")
    if before is not None:
        wanted = wanted.where(patches.c.revision < before)
    rows = connection.execute(wanted.order_by(patches.c.revision.desc()).limit(limit))
    return [_record(row) for row in rows]
