"""Small facts about the park, and which blobs it knows and uses."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, Text, delete, insert, select, type_coerce

from server.store.records import Asset
from server.store.schema import assets, meta, patches, snapshots, versions

_ADDRESS = re.compile(r'"([0-9a-f]{64})"')


def fact(connection: Connection, key: str) -> Any:
    """What is remembered under `key`, or None."""
    return connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()


def set_fact(connection: Connection, key: str, value: Any) -> None:
    """Remember a JSON value under `key`, instead of what was there."""
    connection.execute(delete(meta).where(meta.c.key == key))
    connection.execute(insert(meta).values(key=key, value=value))


def remember_asset(connection: Connection, asset: Asset) -> None:
    """Note an accepted blob; one that is known already stays as it was first noted."""
    if known_asset(connection, asset.sha) is None:
        connection.execute(
            insert(assets).values({name: getattr(asset, name) for name in Asset.__slots__})
        )


def known_asset(connection: Connection, sha: str) -> Asset | None:
    """What is known of a blob."""
    columns = [assets.c[name] for name in Asset.__slots__]
    row = connection.execute(select(*columns).where(assets.c.sha == sha)).one_or_none()
    return None if row is None else Asset(**row._mapping)


def forget_asset(connection: Connection, sha: str) -> None:
    """Take a blob off the list; an unknown one is no error."""
    connection.execute(delete(assets).where(assets.c.sha == sha))


def assets_in_use(connection: Connection) -> dict[str, set[str]]:
    """Every content address in a scene, history, draft or version, with its halls."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for table, columns in (
        (snapshots, (snapshots.c.doc,)),
        (versions, (versions.c.doc,)),
        (patches, (patches.c.ops, patches.c.inverse)),
    ):
        texts = [type_coerce(column, Text) for column in columns]
        for hall, *parts in connection.execute(select(table.c.hall, *texts)):
            for sha in _ADDRESS.findall(" ".join(parts)):
                found[sha].add(hall)
    return dict(found)
