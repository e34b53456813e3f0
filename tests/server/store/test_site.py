"""Legal documents with their versions, on each database."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.store import Archive, StoreError
from server.store.site import StoredLegal

DRAFT = StoredLegal("privacy", 0, {"zh": "政策", "en": "Policy"}, "", "a_1", 1.0)


async def test_a_draft_becomes_the_version_in_force(archive: Archive) -> None:
    book = archive.legal
    await book.keep(DRAFT)
    kept = await book.keep(replace(DRAFT, text={"zh": "政策二", "en": "Policy 2"}))
    assert (kept.number, len(await book.versions("privacy"))) == (1, 1)
    published = await book.publish("privacy", "first", "a_2", 2.0)
    assert (published.number, published.published_at, published.note) == (1, 2.0, "first")
    with pytest.raises(StoreError) as unchanged:
        await book.publish("privacy", "again", "a_2", 3.0)
    assert unchanged.value.code == "legal_unchanged"
    assert (await book.keep(DRAFT)).number == 2
    await book.drop("privacy")
    assert [each.number for each in await book.versions("privacy")] == [1]
