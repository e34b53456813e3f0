"""A park's archive and vault without its server, for the command line."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

from server.run.privacy.vault import Vault
from server.settings import Settings
from server.store.archive import Archive
from server.store.doing import Doing


class ParkAlone(NamedTuple):
    """What is open."""

    archive: Archive
    vault: Vault


@asynccontextmanager
async def park_alone(settings: Settings, action: str) -> AsyncIterator[ParkAlone]:
    """Open both and note the act when it is done; raises StoreError, ``archive_locked`` too."""
    archive = await Archive.open(settings.data, settings.database)
    try:
        vault = Vault.open_for(settings)
        try:
            yield ParkAlone(archive, vault)
            act = Doing("operator", "operator", action, "vault", how="command")
            await archive.audit.append(act)
        finally:
            vault.close()
    finally:
        await archive.close()
