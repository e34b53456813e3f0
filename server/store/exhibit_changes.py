"""What changes exhibits, as statements on one connection.

Which revision visitors see is one number in the exhibit's row: publishing is one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from server.store.doing import note
from server.store.errors import StaleError, StoreError
from server.store.exhibit_records import (
    CARD,
    MODEL,
    TITLE,
    ExhibitFile,
    Publication,
    StoredExhibit,
    StoredRevision,
)
from server.store.exhibits import FILE, PUBLICATION, REVISION, bare_revision, one, revisions_in
from server.store.schema import exhibit_files, exhibits, publications, revisions

Approve = Callable[[StoredRevision], None]
"""Looks at a revision that is about to be published, and raises when it may not be."""


def keep(
    connection: Connection,
    new: StoredRevision,
    manifest: Mapping[str, Any],
    card: Mapping[str, Any] | None,
    owner: str = "",
) -> StoredRevision:
    """Keep a revision under the next number and return it; the one of the same job if there is one.

    With a card, a new exhibit is made, under the id wished for or one like it, and belongs to
    ``owner`` or else to the author. Raise `exhibit_unknown` when there is neither a card nor such
    an exhibit. One that comes with a `published_at` stands in halls already: it is published by
    this.
    """
    made = _of_job(connection, new.job)
    if made is not None:
        return made
    if card is not None:
        new = replace(new, exhibit=_make(connection, new, dict(card), owner or new.author))
    number = one(connection, new.exhibit).latest + 1
    about = {"exhibit": new.exhibit, "revision": number, "source": new.source}
    note(target=f"exhibit/{new.exhibit}", after=about)
    files = sorted(new.files, key=lambda file: (file.role, file.place))
    kept = replace(new, number=number, files=tuple(files))
    row = {column.name: getattr(kept, column.name) for column in REVISION}
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
    if found.data_class != "public":
        raise StoreError("not_public", f"{exhibit} holds {found.data_class} data")
    number = what.number
    chosen = bare_revision(connection, exhibit, number)
    approve(chosen)
    row = {column.name: getattr(what, column.name) for column in PUBLICATION}
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
    note(before={"published": found.published}, after={"published": number, "note": what.note})
    return _change(connection, found, published=number, card=card, spreading=news), chosen


def set_card(connection: Connection, exhibit: str, changes: Mapping[str, Any]) -> StoredExhibit:
    """Change what an exhibit's card says, None taking a line away; raise `exhibit_unknown`."""
    found = one(connection, exhibit)
    card = {key: value for key, value in {**found.card, **changes}.items() if value is not None}
    note(before={key: found.card.get(key) for key in changes}, after=dict(changes))
    return _change(connection, found, card=card, spreading=CARD)


def spread(connection: Connection, exhibit: str) -> None:
    """Note that every hall follows the exhibit as it is now."""
    connection.execute(update(exhibits).where(exhibits.c.id == exhibit).values(spreading=0))


def remove_revision(connection: Connection, exhibit: str, number: int) -> None:
    """Take one revision away; its number is not given again.

    Raise `exhibit_unknown`, `revision_unknown`, `revision_shown` for the published one.
    """
    bare_revision(connection, exhibit, number)
    if one(connection, exhibit).published == number:
        raise StoreError("revision_shown", f"revision {number} of {exhibit} is published")
    wanted = (revisions.c.exhibit == exhibit) & (revisions.c.number == number)
    connection.execute(delete(revisions).where(wanted))


def remove(connection: Connection, exhibit: str) -> None:
    """Take an exhibit away with all its revisions; raise `exhibit_unknown`."""
    gone = one(connection, exhibit)
    note(before={"card": gone.card, "owner": gone.owner, "published": gone.published}, after=None)
    connection.execute(delete(exhibits).where(exhibits.c.id == exhibit))


def _change(
    connection: Connection, found: StoredExhibit, spreading: int, **values: Any
) -> StoredExhibit:
    values["spreading"] = found.spreading | spreading
    connection.execute(update(exhibits).where(exhibits.c.id == found.id).values(**values))
    return replace(found, **values)


def _of_job(connection: Connection, job: str | None) -> StoredRevision | None:
    if job is None:
        return None
    found = revisions_in(connection, select(*REVISION).where(revisions.c.job == job))
    return found[0] if found else None


def _make(connection: Connection, first: StoredRevision, card: dict[str, Any], owner: str) -> str:
    """An exhibit for its first revision; the id it got."""
    wish = first.exhibit
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
            id=name,
            card=card,
            published=None,
            latest=0,
            spreading=0,
            created=first.at,
            owner=owner,
        )
    )
    return name


def add_file(connection: Connection, exhibit: str, number: int, file: ExhibitFile) -> None:
    """Give a revision a file that it lacks; one that has it, or is gone, stays as it is."""
    wanted = (revisions.c.exhibit == exhibit) & (revisions.c.number == number)
    for found in revisions_in(connection, select(*REVISION).where(wanted)):
        if not any((known.role, known.place) == (file.role, file.place) for known in found.files):
            _keep_files(connection, replace(found, files=(file,)))


def _keep_files(connection: Connection, kept: StoredRevision) -> None:
    rows = [
        {"exhibit": kept.exhibit, "number": kept.number}
        | {column.name: getattr(file, column.name) for column in FILE}
        for file in kept.files
    ]
    if rows:
        connection.execute(insert(exhibit_files), rows)
