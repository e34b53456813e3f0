"""Personal data's own books, and the rows that are somebody's, on each database."""

from __future__ import annotations

import pytest

from server.store import Archive, StoreError
from server.store.owners import Transfer
from server.store.privacy_records import Erasure, NetworkEvent, PrivacyRequest
from tests.server.store.test_exhibits import CARD_ROW, revision

TABLES = {"consents": ("person",), "privacy_requests": ("person", "ended_by")}


async def test_consents_stand_until_they_are_withdrawn(archive: Archive) -> None:
    book = archive.privacy
    first = await book.give("p", "visits", "policy-1", 1.0)
    assert await book.give("p", "visits", "policy-1", 2.0) == first
    second = await book.give("p", "visits", "policy-2", 3.0)
    await book.give("q", "visits", "policy-2", 4.0)
    assert await book.consents_of("p") == [first._replace(withdrawn=3.0), second]
    assert await book.consent_counts() == {"visits": (2, 1)}
    assert await book.withdraw("p", "visits", 5.0) == 1


async def test_requests_wait_the_most_urgent_first(archive: Archive) -> None:
    book = archive.privacy
    for id, due in (("r1", 30.0), ("r2", 20.0), ("r3", 10.0)):
        await book.ask(PrivacyRequest(id, "p", "copy", "open", "s", 1.0, due))
    assert (await book.end("r3", "done", "a_1", 5.0)).ended == 5.0
    assert [each.id for each in await book.requests()] == ["r2", "r1", "r3"]
    with pytest.raises(StoreError, match="closed"):
        await book.end("r3", "done", "a_1", 6.0)


async def test_the_deleted_are_remembered_and_the_log_forgets(archive: Archive) -> None:
    book = archive.privacy
    for person in ("p", "q"):
        await book.begin_erasure(person, "a_1", 1.0)
    await book.end_erasure("p")
    await book.forget_erasure("q")
    assert await book.erased() == [Erasure("p", 1.0, "a_1", True)]
    events = [NetworkEvent(float(n), "connect", f"a_{n}", "s", "") for n in range(4)]
    await book.log_events(events)
    assert [each async for each in book.network_events(1.0, 3.0)] == events[1:3]
    assert await book.cut_network_log(2.0) == 2


async def test_somebodys_rows_are_found_and_taken_away(archive: Archive) -> None:
    await archive.privacy.give("p", "visits", "policy", 1.0)
    await archive.privacy.give("q", "visits", "policy", 2.0)
    await archive.privacy.ask(PrivacyRequest("r", "q", "copy", "done", "s", 1.0, 2.0, 3.0, "p"))
    kept = await archive.exhibits.keep(revision("j", author="p"), {}, CARD_ROW)
    passed = await archive.owners.transfer("exhibit", "pump", Transfer("", "p", "a", 1.0, ""))
    assert await archive.owners.owned_by("p") == [("exhibit", kept.exhibit)]
    found = await archive.rows.of("p", TABLES)
    assert [len(found[name]) for name in TABLES] == [1, 1]
    assert found["consents"][0]["withdrawn"] is None
    assert await archive.rows.erase("p", TABLES, 9.0) == 2
    assert await archive.owners.owned_by("p") == []
    log = await archive.owners.transfers_of("exhibit", "pump")
    assert log == [Transfer("p", "", "", 9.0, ""), passed]
    assert await archive.rows.sweep("consents", "given", 3.0) == 1
