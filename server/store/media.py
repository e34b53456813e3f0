"""Media and their files, as statements on one connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from server.store.doing import note
from server.store.errors import StoreError
from server.store.media_records import MediaFile, StoredMedia
from server.store.schema import media, media_files

_MEDIA = [media.c[f.name] for f in fields(StoredMedia) if f.name != "files"]
_FILE = [media_files.c[f.name] for f in fields(MediaFile)]


def one(connection: Connection, id: str) -> StoredMedia:
    """One of them; raises `media_unknown`."""
    found = _read(connection, select(*_MEDIA).where(media.c.id == id))
    if not found:
        raise StoreError("media_unknown", f"there is no media {id}")
    return found[0]


def listed(
    connection: Connection, limit: int, before: str | None, owners: Collection[str] | None = None
) -> list[StoredMedia]:
    """Media, newest first, kept before the one named; only those of some owners."""
    wanted = select(*_MEDIA).order_by(media.c.serial.desc()).limit(limit)
    if owners is not None:
        wanted = wanted.where(media.c.owner.in_(sorted(owners)))
    if before is not None:
        older = select(media.c.serial).where(media.c.id == before).scalar_subquery()
        wanted = wanted.where(media.c.serial < older)
    return _read(connection, wanted)


def keep(connection: Connection, new: StoredMedia) -> StoredMedia:
    """Keep one under the id wished for or one like it; of the same job, what it made before."""
    if new.job is not None:
        made = _read(connection, select(*_MEDIA).where(media.c.job == new.job))
        if made:
            return made[0]
    kept = replace(new, id=_free(connection, new.id), owner=new.owner or new.author)
    note(target=f"media/{kept.id}", after={"kind": kept.kind, "source": kept.source})
    row = {column.name: getattr(kept, column.name) for column in _MEDIA}
    connection.execute(insert(media).values(row))
    if kept.files:
        names = [column.name for column in _FILE]
        rows = [{"media": kept.id} | {n: getattr(f, n) for n in names} for f in kept.files]
        connection.execute(insert(media_files), rows)
    return kept


def rename(connection: Connection, id: str, title: dict[str, str]) -> StoredMedia:
    """Call one something else; raises `media_unknown`."""
    found = one(connection, id)
    note(before={"title": found.title}, after={"title": title})
    connection.execute(update(media).where(media.c.id == id).values(title=title))
    return replace(found, title=title)


def remove(connection: Connection, id: str) -> None:
    """Take one away; raises `media_unknown`."""
    gone = one(connection, id)
    note(before={"title": gone.title, "owner": gone.owner, "source": gone.source}, after=None)
    connection.execute(delete(media).where(media.c.id == id))


def _free(connection: Connection, wish: str) -> str:
    similar = media.c.id.startswith(wish, autoescape=True)
    taken = set(connection.execute(select(media.c.id).where(similar)).scalars())
    number, name = 1, wish
    while name in taken:
        number += 1
        name = f"{wish}-{number}"
    return name


def _read(connection: Connection, wanted: Any) -> list[StoredMedia]:
    rows = connection.execute(wanted).all()
    ids = [row.id for row in rows]
    files: defaultdict[str, list[MediaFile]] = defaultdict(list)
    chosen = select(media_files.c.media, *_FILE).where(media_files.c.media.in_(ids))
    ordered = chosen.order_by(media_files.c.role, media_files.c.place)
    for owner, *file in connection.execute(ordered):
        files[owner].append(MediaFile(*file))
    return [StoredMedia(**row._mapping, files=tuple(files[row.id])) for row in rows]
