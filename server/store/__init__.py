"""The archive: the park's database and its blobs, in one private folder."""

from __future__ import annotations

from server.store.archive import Archive
from server.store.blobs import Blobs
from server.store.errors import BlobError, StoreError
from server.store.records import Asset, StoredHall, StoredPatch, StoredVersion
from server.store.writer import Chain

__all__ = [
    "Archive",
    "Asset",
    "BlobError",
    "Blobs",
    "Chain",
    "StoreError",
    "StoredHall",
    "StoredPatch",
    "StoredVersion",
]
