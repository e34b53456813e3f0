"""Documents with their versions, and personas, as statements on one connection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, and_, delete, func, insert, select, update

from server.store.errors import StoreError
from server.store.guide_records import StoredDocument, StoredPersona, VersionLine
from server.store.guide_rows import columns, record_of, row_of
from server.store.schema.guides import knowledge, knowledge_versions, personas

MOST_VERSIONS: Final = 50
"""Older versions of a document go."""
VERSION = columns(knowledge_versions, StoredDocument)
HEAD: Final = ("title", "lang", "kind", "visibility")
PERSONA = columns(personas, StoredPersona)
_AT_HEAD = and_(
    knowledge.c.id == knowledge_versions.c.document,
    knowledge.c.version == knowledge_versions.c.number,
)


def keep(connection: Connection, new: StoredDocument, base: int | None) -> StoredDocument:
    """Keep a new document, or a new version of one as it was at ``base``; it gets its number.

    A removed document is there again. Raises `document_unknown`, `document_stale`.
    """
    where = knowledge.c.id == new.document
    known = connection.execute(select(knowledge.c.version).where(where)).scalar()
    if base is not None and known is None:
        raise StoreError("document_unknown", f"there is no document {new.document}")
    if base is not None and base != known:
        raise StoreError("document_stale", f"document {new.document} is at version {known}")
    made = replace(new, number=(known or 0) + 1)
    head = {name: getattr(made, name) for name in HEAD}
    head |= {"version": made.number, "changed": made.at, "removed": None}
    if known is None:
        connection.execute(insert(knowledge).values(id=made.document, **head))
    else:
        connection.execute(update(knowledge).where(where).values(head))
    connection.execute(insert(knowledge_versions).values(row_of(made)))
    old = knowledge_versions.c.number <= made.number - MOST_VERSIONS
    of = knowledge_versions.c.document == made.document
    connection.execute(delete(knowledge_versions).where(of, old))
    return made


def keep_all(connection: Connection, new: Sequence[StoredDocument]) -> list[StoredDocument]:
    """Keep the next version of each of some documents."""
    return [keep(connection, each, None) for each in new]


def all_now(connection: Connection) -> list[StoredDocument]:
    """Every document as it is now."""
    wanted = select(*VERSION).join(knowledge, _AT_HEAD).where(knowledge.c.removed.is_(None))
    rows = connection.execute(wanted.order_by(knowledge.c.serial))
    return [record_of(StoredDocument, row._mapping) for row in rows]


def one(connection: Connection, id: str, number: int | None) -> StoredDocument:
    """A document as it is now, or a version; raises `document_unknown`.

    A removed one has its versions for a while, and no present.
    """
    wanted = select(*VERSION)
    if number is None:
        wanted = wanted.join(knowledge, _AT_HEAD)
        wanted = wanted.where(knowledge.c.id == id, knowledge.c.removed.is_(None))
    else:
        of = knowledge_versions.c.document == id
        wanted = wanted.where(of, knowledge_versions.c.number == number)
    row = connection.execute(wanted).one_or_none()
    if row is None:
        raise StoreError("document_unknown", f"there is no document {id}, version {number}")
    return record_of(StoredDocument, row._mapping)


def history(connection: Connection, id: str) -> list[VersionLine]:
    """A document's versions, newest first; raises `document_unknown`."""
    table = knowledge_versions
    size = func.length(table.c.text).label("characters")
    wanted = select(table.c.number, table.c.title, table.c.at, table.c.author, size)
    rows = connection.execute(wanted.where(table.c.document == id).order_by(table.c.number.desc()))
    found = [VersionLine(**row._mapping) for row in rows]
    if not found:
        raise StoreError("document_unknown", f"there is no document {id}")
    return found


def remove(connection: Connection, id: str, base: int | None, at: float) -> None:
    """Take a document away; raises `document_unknown`, `document_stale`."""
    known = one(connection, id, None)
    if base is not None and base != known.number:
        raise StoreError("document_stale", f"document {id} is at version {known.number}")
    connection.execute(update(knowledge).where(knowledge.c.id == id).values(removed=at))


def remove_all(connection: Connection, ids: Sequence[str], at: float) -> None:
    """Take documents away whose things are gone."""
    for id in ids:
        connection.execute(update(knowledge).where(knowledge.c.id == id).values(removed=at))


def purge(connection: Connection, before: float) -> int:
    """Forget documents that were removed before a moment; how many."""
    gone = select(knowledge.c.id).where(knowledge.c.removed < before)
    ids = list(connection.execute(gone).scalars())
    for id in ids:
        of = knowledge_versions.c.document == id
        connection.execute(delete(knowledge_versions).where(of))
        connection.execute(delete(knowledge).where(knowledge.c.id == id))
    return len(ids)


def all_personas(connection: Connection) -> list[StoredPersona]:
    """Every persona, oldest first."""
    rows = connection.execute(select(*PERSONA).order_by(personas.c.serial))
    return [record_of(StoredPersona, row._mapping) for row in rows]


def add_persona(connection: Connection, new: StoredPersona) -> StoredPersona:
    """Keep a new persona."""
    connection.execute(insert(personas).values(row_of(new)))
    return new


def change_persona(
    connection: Connection, id: str, base: int | None, changes: Mapping[str, Any]
) -> StoredPersona:
    """Change a persona as it was at ``base``; raises `persona_unknown`, `persona_stale`."""
    known = _persona(connection, id)
    if base is not None and base != known.version:
        raise StoreError("persona_stale", f"persona {id} is at version {known.version}")
    values = {**changes, "version": known.version + 1}
    connection.execute(update(personas).where(personas.c.id == id).values(values))
    return _persona(connection, id)


def drop_persona(connection: Connection, id: str) -> None:
    """Take a persona away; raises `persona_unknown`."""
    _persona(connection, id)
    connection.execute(delete(personas).where(personas.c.id == id))


def _persona(connection: Connection, id: str) -> StoredPersona:
    row = connection.execute(select(*PERSONA).where(personas.c.id == id)).one_or_none()
    if row is None:
        raise StoreError("persona_unknown", f"there is no persona {id}")
    return record_of(StoredPersona, row._mapping)
