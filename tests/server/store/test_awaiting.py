"""What waits for work, on each database."""

from __future__ import annotations

from dataclasses import replace

from server.store import Archive
from tests.server.store.test_exhibits import CARD_ROW, WORDS, revision, told
from tests.server.store.test_jobs import job


async def test_drafts_newer_blocked_and_failed_are_told_apart(archive: Archive) -> None:
    book = archive.exhibits
    await book.keep(revision("j1"), {}, CARD_ROW)
    await book.keep(revision("j2", "urn"), {}, CARD_ROW)
    await book.publish("urn", told(1))
    await book.keep(revision("j3", "urn", blocked=[{"code": "x"}]), {})
    failed = replace(job("j4"), state="failed", code="worker_died", at=50.0, ended=51.0)
    await archive.jobs.add(failed, [])
    found = await archive.statistics.awaiting(40.0)
    assert [each.id for each in found.drafts.items] == ["pump"]
    assert found.drafts.items[0].title == WORDS
    assert [each.id for each in found.newer.items] == ["urn"]
    assert [each.id for each in found.blocked.items] == ["urn"]
    assert [(each.id, each.code) for each in found.failed.items] == [("j4", "worker_died")]
    assert (await archive.statistics.awaiting(60.0)).failed.number == 0
