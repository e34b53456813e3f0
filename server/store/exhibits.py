"""Exhibits and their revisions, read on one connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Connection, Row, select, tuple_

from server.store.errors import StoreError
from server.store.exhibit_records import (
    SHOWN,
    ExhibitFile,
    Publication,
    Served,
    StoredExhibit,
    StoredRevision,
)
from server.store.schema import (
    assets,
    exhibit_files,
    exhibits,
    media_files,
    publications,
    revisions,
)

UNKNOWN_MEDIA = "application/octet-stream"
EXHIBIT = [exhibits.c[f.name] for f in fields(StoredExhibit)]
REVISION = [revisions.c[f.name] for f in fields(StoredRevision) if f.name != "files"]
FILE = [exhibit_files.c[f.name] for f in fields(ExhibitFile)]
PUBLICATION = [publications.c[f.name] for f in fields(Publication)]
_KEY = (exhibit_files.c.exhibit, exhibit_files.c.number)


def one(connection: Connection, exhibit: str) -> StoredExhibit:
    """An exhibit; raise `exhibit_unknown`."""
    row = connection.execute(select(*EXHIBIT).where(exhibits.c.id == exhibit)).one_or_none()
    if row is None:
        raise StoreError("exhibit_unknown", f"there is no exhibit {exhibit}")
    return _exhibit(row)


def listed(
    connection: Connection, limit: int, before: str | None, owners: Collection[str] | None = None
) -> list[StoredExhibit]:
    """Exhibits, newest first, made before the one named; only those of some owners."""
    wanted = select(*EXHIBIT).order_by(exhibits.c.serial.desc()).limit(limit)
    if owners is not None:
        wanted = wanted.where(exhibits.c.owner.in_(sorted(owners)))
    if before is not None:
        older = select(exhibits.c.serial).where(exhibits.c.id == before).scalar_subquery()
        wanted = wanted.where(exhibits.c.serial < older)
    return [_exhibit(row) for row in connection.execute(wanted)]


def spreading(connection: Connection) -> list[str]:
    """Exhibits whose last change may not have reached every hall."""
    wanted = select(exhibits.c.id).where(exhibits.c.spreading != 0).order_by(exhibits.c.serial)
    return list(connection.execute(wanted).scalars())


def revision(connection: Connection, exhibit: str, number: int) -> StoredRevision:
    """One revision; raise `exhibit_unknown`, `revision_unknown`."""
    found = bare_revision(connection, exhibit, number)
    return replace(found, files=tuple(_files(connection, [found])[exhibit, number]))


def manifest(connection: Connection, exhibit: str, number: int) -> dict[str, Any]:
    """A revision's whole manifest; raise `exhibit_unknown`, `revision_unknown`."""
    bare_revision(connection, exhibit, number)
    wanted = (revisions.c.exhibit == exhibit) & (revisions.c.number == number)
    found: dict[str, Any] = connection.execute(
        select(revisions.c.manifest).where(wanted)
    ).scalar_one()
    return found


def history(
    connection: Connection, exhibit: str, limit: int, before: int | None
) -> list[StoredRevision]:
    """Revisions of an exhibit, newest first, with numbers below `before`; `exhibit_unknown`."""
    one(connection, exhibit)
    wanted = select(*REVISION).where(revisions.c.exhibit == exhibit)
    if before is not None:
        wanted = wanted.where(revisions.c.number < before)
    return revisions_in(connection, wanted.order_by(revisions.c.number.desc()).limit(limit))


def published(connection: Connection, exhibit: str, limit: int) -> list[Publication]:
    """What was published when, the last first."""
    wanted = select(*PUBLICATION).where(publications.c.exhibit == exhibit)
    rows = connection.execute(wanted.order_by(publications.c.serial.desc()).limit(limit))
    return [Publication(**row._mapping) for row in rows]


def newest(
    connection: Connection, wanted: Iterable[StoredExhibit], each: int
) -> dict[str, list[StoredRevision]]:
    """The newest `each` revisions of several exhibits, and the published one, newest first."""
    found: defaultdict[str, list[StoredRevision]] = defaultdict(list)
    keys = [
        (exhibit.id, number)
        for exhibit in wanted
        for number in {*range(max(1, exhibit.latest - each + 1), exhibit.latest + 1)}
        | ({exhibit.published} if exhibit.published is not None else set())
    ]
    chosen = select(*REVISION).where(tuple_(revisions.c.exhibit, revisions.c.number).in_(keys))
    for item in revisions_in(connection, chosen.order_by(revisions.c.number.desc())):
        found[item.exhibit].append(item)
    return dict(found)


def served(connection: Connection, sha: str) -> Served:
    """How a blob is served: hidden when only drafts and what came from senders have it."""
    media = connection.execute(select(assets.c.media_type).where(assets.c.sha == sha)).scalar()
    wanted = (
        select(exhibit_files.c.role, revisions.c.published_at)
        .join(revisions, (revisions.c.exhibit == _KEY[0]) & (revisions.c.number == _KEY[1]))
        .where(exhibit_files.c.sha == sha)
    )
    uses = [
        role in SHOWN and published is not None
        for role, published in connection.execute(wanted).all()
    ]
    others = select(media_files.c.role).where(media_files.c.sha == sha)
    uses += [role != "original" for role in connection.execute(others).scalars()]
    return Served(media or UNKNOWN_MEDIA, bool(uses) and not any(uses))


def bare_revision(connection: Connection, exhibit: str, number: int) -> StoredRevision:
    """A revision without its files; raise `exhibit_unknown`, `revision_unknown`."""
    wanted = (revisions.c.exhibit == exhibit) & (revisions.c.number == number)
    row = connection.execute(select(*REVISION).where(wanted)).one_or_none()
    if row is None:
        one(connection, exhibit)
        raise StoreError("revision_unknown", f"{exhibit} has no revision {number}")
    return StoredRevision(**row._mapping)


def revisions_in(connection: Connection, wanted: Any) -> list[StoredRevision]:
    """The revisions that a selection of `REVISION` finds, with their files."""
    found = [StoredRevision(**row._mapping) for row in connection.execute(wanted)]
    files = _files(connection, found)
    return [replace(each, files=tuple(files[each.exhibit, each.number])) for each in found]


def _files(
    connection: Connection, wanted: Iterable[StoredRevision]
) -> dict[tuple[str, int], list[ExhibitFile]]:
    """The files of revisions, by exhibit and number, in order."""
    found: defaultdict[tuple[str, int], list[ExhibitFile]] = defaultdict(list)
    keys = [(each.exhibit, each.number) for each in wanted]
    chosen = select(*_KEY, *FILE).where(tuple_(*_KEY).in_(keys))
    ordered = chosen.order_by(exhibit_files.c.role, exhibit_files.c.place)
    for exhibit, number, *file in connection.execute(ordered):
        found[exhibit, number].append(ExhibitFile(*file))
    return found


def _exhibit(row: Row[Any]) -> StoredExhibit:
    return StoredExhibit(**row._mapping)
