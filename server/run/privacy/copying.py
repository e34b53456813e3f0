"""Everything that the park knows of one person, as they may read it (PIPL article 45)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from server.run.privacy.register import REGISTER, Entry
from server.run.privacy.vault import Vault
from server.store.archive import Archive

FORMAT: Final = "lingjing-person"
UNREADABLE: Final = "…"


class File(NamedTuple):
    """One stored file of theirs, and the name it has in the copy."""

    name: str
    sha: str


class PersonCopy(NamedTuple):
    """What is known: one JSON value, and files."""

    told: dict[str, Any]
    files: list[File]


async def copy_of(archive: Archive, vault: Vault, person: str, at: float) -> PersonCopy:
    """The copy; ``at`` is Unix time in seconds."""
    tables = {name: entry.person for name, entry in REGISTER.items() if entry.person}
    rows = await archive.rows.of(person, tables)
    known = {
        name: [_told(REGISTER[name], row, person, vault) for row in found]
        for name, found in rows.items()
        if found
    }
    told = {
        "format": FORMAT,
        "person": person,
        "at": at,
        "tables": {
            name: {"purpose": REGISTER[name].purpose._asdict(), "rows": found}
            for name, found in known.items()
        },
    }
    return PersonCopy(told, await _files(archive, person))


def _told(entry: Entry, row: Mapping[str, Any], person: str, vault: Vault) -> dict[str, Any]:
    """A row with its seals opened; what opens doors, and what is others', is left out."""
    told = {}
    for name, value in row.items():
        if name in entry.secret:
            continue
        sealed = name in entry.sealed and bool(value)
        told[name] = (vault.open(person, str(value)) or UNREADABLE) if sealed else value
    return told


async def _files(archive: Archive, person: str) -> list[File]:
    """The originals of what they own."""
    found = []
    for kind, thing in await archive.owners.owned_by(person):
        if kind == "media":
            media = await archive.media.get(thing)
            found += [
                File(f"media/{thing}/{file.name}", file.sha)
                for file in media.files
                if file.role == "original"
            ]
            continue
        for revision in await archive.exhibits.history(thing, 10_000):
            found += [
                File(f"exhibits/{thing}/{revision.number}/{file.name}", file.sha)
                for file in revision.files
                if file.role == "original"
            ]
    return found
