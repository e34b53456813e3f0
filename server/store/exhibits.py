"""Exhibits and their revisions, as statements on one connection.

Which revision visitors see is one number in the exhibit's row: publishing is one transaction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, tuple_, update

from server.store.errors import StaleError, StoreError
from server.store.exhibit_records import (
    CARD,
    MODEL,
    SHOWN,
    TITLE,
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

Approve = Callable[[StoredRevision], None]
"""Looks at a revision that is about to be published, and raises when it may not be."""
UNKNOWN_MEDIA = "application/octet-stream"
_EXHIBIT = [exhibits.c[f.name] for f in fields(StoredExhibit)]
_REVISION = [revisions.c[f.name] for f in fields(StoredRevision) if f.name != "files"]
_FILE = [exhibit_files.c[f.name] for f in fields(ExhibitFile)]
_PUBLICATION = [publications.c[f.name] for f in fields(Publication)]
_KEY = (exhibit_files.c.exhibit, exhibit_files.c.number)


def one(connection: Connection, exhibit: str) -> StoredExhibit:
    """An exhibit; raise `exhibit_unknown`."""
    row = connection.execute(select(*_EXHIBIT).where(exhibits.c.id == exhibit)).one_or_none()
    if row is None:
        raise StoreError("exhibit_unknown", f"there is no exhibit {exhibit}")
    return _exhibit(row)


def listed(connection: Connection, limit: int, before: str | None) -> list[StoredExhibit]:
    """Exhibits, newest first, made before the one named."""
    wanted = select(*_EXHIBIT).order_by(exhibits.c.serial.desc()).limit(limit)
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
    found = _row(connection, exhibit, number)
    return replace(found, files=tuple(_files(connection, [found])[exhibit, number]))


def manifest(connection: Connection, exhibit: str, number: int) -> dict[str, Any]:
    """A revision's whole manifest; raise `exhibit_unknown`, `revision_unknown`."""
    _row(connection, exhibit, number)
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
    wanted = select(*_REVISION).where(revisions.c.exhibit == exhibit)
    if before is not None:
        wanted = wanted.where(revisions.c.number < before)
    return _revisions(connection, wanted.order_by(revisions.c.number.desc()).limit(limit))


def published(connection: Connection, exhibit: str, limit: int) -> list[Publication]:
    """What was published when, the last first."""
    wanted = select(*_PUBLICATION).where(publications.c.exhibit == exhibit)
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
    chosen = select(*_REVISION).where(tuple_(revisions.c.exhibit, revisions.c.number).in_(keys))
    for item in _revisions(connection, chosen.order_by(revisions.c.number.desc())):
        found[item.exhibit].append(item)
    return dict(found)


def keep(
    connection: Connection,
    new: StoredRevision,
    manifest: Mapping[str, Any],
    card: Mapping[str, Any] | None,
) -> StoredRevision:
    """Keep a revision under the next number and return it; the one of the same job if there is one.

    With a card, a new exhibit is made, under the id wished for or one like it. Raise
    `exhibit_unknown` when there is neither a card nor such an exhibit. One that comes with a
    `published_at` stands in halls already: it is published by this.
    """
    made = _of_job(connection, new.job)
    if made is not None:
        return made
    if card is not None:
        new = replace(new, exhibit=_make(connection, new.exhibit, dict(card), new.at))
    number = one(connection, new.exhibit).latest + 1
    files = sorted(new.files, key=lambda file: (file.role, file.place))
    kept = replace(new, number=number, files=tuple(files))
    row = {column.name: getattr(kept, column.name) for column in _REVISION}
    connection.execute(insert(revisions).values(row | {"manifest": dict(manifest)}))
    _keep_files(connection, kept)
    shown = {} if kept.published_at is None else {"published": number}
    connection.execute(
        update(exhibits).where(exhibits.c.id == kept.exhibit).values(latest=number, **shown)
    )
    return kept


def publish(
    connection: Connection, exhibit: str, what: Publication, expected: int | None, approve: Approve
) -> tuple[StoredExhibit, StoredRevision]:
    """Point an exhibit at one of its revisions, which halls have to be told from now on.

    `expected`: what was published when the sender looked (0: nothing). The revision comes without
    its files. Raise `exhibit_unknown`, `revision_unknown`, `publish_stale`, or what `approve` does.
    """
    found = one(connection, exhibit)
    if expected is not None and expected != (found.published or 0):
        raise StaleError(found.published or 0)
    number = what.number
    chosen = _row(connection, exhibit, number)
    approve(chosen)
    row = {column.name: getattr(what, column.name) for column in _PUBLICATION}
    connection.execute(insert(publications).values(row | {"exhibit": exhibit}))
    card, news = found.card, MODEL
    if chosen.published_at is None:
        connection.execute(
            update(revisions)
            .where(revisions.c.exhibit == exhibit, revisions.c.number == number)
            .values(published_at=what.at)
        )
        if chosen.title not in (None, found.title):
            card, news = {**card, "title": chosen.title}, MODEL | TITLE
    return _change(connection, found, published=number, card=card, spreading=news), chosen


def set_card(connection: Connection, exhibit: str, changes: Mapping[str, Any]) -> StoredExhibit:
    """Change what an exhibit's card says, None taking a line away; raise `exhibit_unknown`."""
    found = one(connection, exhibit)
    card = {key: value for key, value in {**found.card, **changes}.items() if value is not None}
    return _change(connection, found, card=card, spreading=CARD)


def _change(
    connection: Connection, found: StoredExhibit, spreading: int, **values: Any
) -> StoredExhibit:
    values["spreading"] = found.spreading | spreading
    connection.execute(update(exhibits).where(exhibits.c.id == found.id).values(**values))
    return replace(found, **values)


def spread(connection: Connection, exhibit: str) -> None:
    """Note that every hall follows the exhibit as it is now."""
    connection.execute(update(exhibits).where(exhibits.c.id == exhibit).values(spreading=0))


def remove(connection: Connection, exhibit: str) -> None:
    """Take an exhibit away with all its revisions; raise `exhibit_unknown`."""
    one(connection, exhibit)
    connection.execute(delete(exhibits).where(exhibits.c.id == exhibit))


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


def _of_job(connection: Connection, job: str | None) -> StoredRevision | None:
    if job is None:
        return None
    found = _revisions(connection, select(*_REVISION).where(revisions.c.job == job))
    return found[0] if found else None


def _make(connection: Connection, wish: str, card: dict[str, Any], at: float) -> str:
    taken = set(
        connection.execute(
            select(exhibits.c.id).where(exhibits.c.id.startswith(wish, autoescape=True))
        ).scalars()
    )
    number, name = 1, wish
    while name in taken:
        number += 1
        name = f"{wish}-{number}"
    connection.execute(
        insert(exhibits).values(
            id=name, card=card, published=None, latest=0, spreading=0, created=at
        )
    )
    return name


def _keep_files(connection: Connection, kept: StoredRevision) -> None:
    rows = [
        {"exhibit": kept.exhibit, "number": kept.number}
        | {column.name: getattr(file, column.name) for column in _FILE}
        for file in kept.files
    ]
    if rows:
        connection.execute(insert(exhibit_files), rows)


def _row(connection: Connection, exhibit: str, number: int) -> StoredRevision:
    """A revision without its files; raise `exhibit_unknown`, `revision_unknown`."""
    wanted = (revisions.c.exhibit == exhibit) & (revisions.c.number == number)
    row = connection.execute(select(*_REVISION).where(wanted)).one_or_none()
    if row is None:
        one(connection, exhibit)
        raise StoreError("revision_unknown", f"{exhibit} has no revision {number}")
    return StoredRevision(**row._mapping)


def _revisions(connection: Connection, wanted: Any) -> list[StoredRevision]:
    found = [StoredRevision(**row._mapping) for row in connection.execute(wanted)]
    files = _files(connection, found)
    return [replace(each, files=tuple(files[each.exhibit, each.number])) for each in found]


def _files(
    connection: Connection, wanted: Iterable[StoredRevision]
) -> dict[tuple[str, int], list[ExhibitFile]]:
    """The files of revisions, by exhibit and number, in order."""
    found: defaultdict[tuple[str, int], list[ExhibitFile]] = defaultdict(list)
    keys = [(each.exhibit, each.number) for each in wanted]
    chosen = select(*_KEY, *_FILE).where(tuple_(*_KEY).in_(keys))
    ordered = chosen.order_by(exhibit_files.c.role, exhibit_files.c.place)
    for exhibit, number, *file in connection.execute(ordered):
        found[exhibit, number].append(ExhibitFile(*file))
    return found


def _exhibit(row: Row[Any]) -> StoredExhibit:
    return StoredExhibit(**row._mapping)
