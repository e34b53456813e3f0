"""Small facts about the park, and which blobs it knows and uses."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, String, Table, Text, delete, insert, select, type_coerce

from server.store.records import Asset
from server.store.schema import Json, assets, meta, metadata, patches, snapshots, versions

_ADDRESS = re.compile(r'"([0-9a-f]{64})"')
_LOOSE = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_PIECE = 1 << 18
_ROWS = 200
_AT_ONCE = 1000
"""Databases bound how many values one statement may carry."""
SILENT = frozenset(
    {
        *("assets", "identities", "jobs", "links", "passkeys", "sessions", "uploads"),
        *("accounts", "grants", "recovery_codes", "invitations", "api_keys", "attempts"),
        *("dwell_hours", "heat_days", "visit_hours"),
        *("audit", "audit_cuts", "consents", "erasures", "network_log"),
        *("privacy_requests", "transfers"),
        *("outbox", "deliveries", "endpoints", "inbox", "legal"),
        *("reports", "restraints"),
        *("bookings", "holds", "lead_notes", "leads", "leavings"),
        "certificates",
        *("applications", "application_documents", "application_history", "application_comments"),
        *("registration_effects", "custodians", "seats", "booth_leases", "idempotent_answers"),
        *("knowledge", "knowledge_versions", "personas", "open_questions", "guide_tests"),
        *("dialogues", "dialogue_turns", "dialogue_clauses", "guide_test_runs"),
    }
)
"""Tables that need no blob: a list of blobs, files in quarantine, hashes of secrets."""


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


def forget_assets(
    connection: Connection, shas: Sequence[str], spared: Callable[[str], bool]
) -> list[str]:
    """Take blobs off the list, but those that are spared at this moment; which were taken."""
    doomed = [sha for sha in shas if not spared(sha)]
    for start in range(0, len(doomed), _AT_ONCE):
        piece = doomed[start : start + _AT_ONCE]
        connection.execute(delete(assets).where(assets.c.sha.in_(piece)))
    return doomed


def addresses(connection: Connection) -> set[str]:
    """Every content address in any table but those that are silent, as of one moment.

    It takes long: have a `Reader` do it, in a thread.
    Whatever a later table keeps as text is found too: what speaks of a blob keeps it alive.
    """
    found: set[str] = set()
    for table in metadata.tables.values():
        if table.name not in SILENT:
            found |= _spoken_in(connection, table)
    return found


def _spoken_in(connection: Connection, table: Table) -> set[str]:
    texts = [type_coerce(c, Text) for c in table.columns if isinstance(c.type, Json | String)]
    found: set[str] = set()
    if not texts:
        return found
    # A server would send the whole table at once.
    for row in connection.execute(select(*texts).execution_options(yield_per=_ROWS)):
        for text in row:
            found.update(_spoken(text or ""))
    return found


def _spoken(text: str) -> Iterator[str]:
    """Addresses in a text, a piece of it at a time: others want to run meanwhile."""
    for start in range(0, len(text), _PIECE):
        yield from _LOOSE.findall(text, max(0, start - 65), start + _PIECE + 65)


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
