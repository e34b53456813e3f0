"""Named states of a hall that can be restored."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select

from server.store.errors import StoreError
from server.store.halls import require
from server.store.records import Document, StoredVersion
from server.store.schema import versions


def save(connection: Connection, version: StoredVersion, doc: Document) -> int:
    """Keep a state under the hall's next number, which is returned."""
    require(connection, version.hall)
    newest = select(func.max(versions.c.number)).where(versions.c.hall == version.hall)
    number = (connection.execute(newest).scalar() or 0) + 1
    row = {name: getattr(version, name) for name in StoredVersion.__slots__}
    owned = {"number": number, "doc": doc, "owner": version.author}
    connection.execute(insert(versions).values(row | owned))
    return number


def listed(connection: Connection, hall: str) -> list[StoredVersion]:
    """A hall's versions, newest first, without their documents."""
    require(connection, hall)
    columns = [versions.c[name] for name in StoredVersion.__slots__]
    wanted = select(*columns).where(versions.c.hall == hall).order_by(versions.c.number.desc())
    return [StoredVersion(**row._mapping) for row in connection.execute(wanted)]


def document(connection: Connection, hall: str, number: int) -> Document:
    """What a version holds; raise `version_unknown` when there is none."""
    wanted = select(versions.c.doc).where(versions.c.hall == hall, versions.c.number == number)
    row = connection.execute(wanted).one_or_none()
    if row is None:
        raise StoreError("version_unknown", f"hall {hall} has no version {number}")
    doc: Document = row[0]
    return doc
