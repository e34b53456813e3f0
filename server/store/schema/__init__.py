"""The tables of the archive; the migrations lead to exactly these."""

from __future__ import annotations

from server.store.schema import (
    audit,
    certificates,
    guides,
    moderation,
    notices,
    privacy,
    promotion,
    registration,
    site,
    statistics,
)
from server.store.schema.accounts import (
    accounts,
    api_keys,
    attempts,
    grants,
    invitations,
    links,
    recovery_codes,
    sessions,
)
from server.store.schema.base import Json, Serial, metadata
from server.store.schema.exhibits import exhibit_files, exhibits, publications, revisions
from server.store.schema.identity import identities, passkeys
from server.store.schema.media import media, media_files
from server.store.schema.scenes import assets, halls, meta, patches, snapshots, versions
from server.store.schema.uploads import jobs, uploads

__all__ = [
    "Json",
    "Serial",
    "accounts",
    "api_keys",
    "assets",
    "attempts",
    "audit",
    "certificates",
    "exhibit_files",
    "exhibits",
    "grants",
    "guides",
    "halls",
    "identities",
    "invitations",
    "jobs",
    "links",
    "media",
    "media_files",
    "meta",
    "metadata",
    "moderation",
    "notices",
    "passkeys",
    "patches",
    "privacy",
    "promotion",
    "publications",
    "recovery_codes",
    "registration",
    "revisions",
    "sessions",
    "site",
    "snapshots",
    "statistics",
    "uploads",
    "versions",
]
