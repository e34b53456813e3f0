"""The outbox and its endpoints, on each database."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.store import Archive, StoreError
from server.store.notice_records import Attempt, StoredEndpoint, StoredNotice

NOTICE = StoredNotice(
    "n_1", "code", "mail", "s", "a_1", "zh-CN", "sealed", "endpoint:e_1", "waiting", 0, 10.0, 1.0
)
ENDPOINT = StoredEndpoint("e_1", "webhook", "Hook", "s", "h…", "s", ["*"], "on", "operator", 1.0)


async def test_what_is_due_is_tried_and_noted(archive: Archive) -> None:
    book = archive.notices
    await book.add(
        [NOTICE, replace(NOTICE, id="n_2", due=5.0), replace(NOTICE, id="n_3", due=99.0)]
    )
    await book.add([replace(NOTICE, content="another")])
    assert [each.id for each in await book.due(50.0)] == ["n_2", "n_1"]
    assert await book.next_due() == 5.0
    tries = [Attempt("n_1", number, 11.0, 0.5, "refused", 500, "…") for number in (1, 2)]
    for each in tries:
        await book.tried(each, tries=each.number, due=60.0)
    await book.tried(replace(tries[0], notice="gone"), tries=1)
    assert await book.attempts("n_1") == tries[::-1]
    assert await book.last_attempts(["n_1", "n_2"]) == {"n_1": tries[1]}
    assert (await book.get("n_1")).tries == 2
    assert (await book.get("n_1")).content == "sealed"
    assert await book.counts() == {"waiting": 3}
    assert [each.id for each in await book.page(before="n_3", way="mail")] == ["n_2", "n_1"]


async def test_what_is_over_goes_with_its_attempts(archive: Archive) -> None:
    book = archive.notices
    await book.add([NOTICE, replace(NOTICE, id="n_2")])
    await book.tried(Attempt("n_1", 1, 11.0, 0.5, None, 200, ""), state="sent", ended=11.0)
    assert (await book.cancel("n_2", 12.0)).state == "cancelled"
    with pytest.raises(StoreError, match="n_2"):
        await book.cancel("n_2", 13.0)
    assert (await book.again("n_2", 20.0)).due == 20.0
    assert await book.forget(12.0) == 1
    assert await book.attempts("n_1") == []


async def test_an_endpoint_goes_with_what_was_on_its_way_to_it(archive: Archive) -> None:
    book = archive.notices
    await book.add_endpoint(ENDPOINT)
    await book.change_endpoint("e_1", {"state": "off", "events": ["a", "b"]})
    assert await book.endpoints() == [replace(ENDPOINT, state="off", events=["a", "b"])]
    await book.add([NOTICE])
    await book.remove_endpoint("e_1", 30.0)
    assert (await book.get("n_1")).state == "cancelled"
    with pytest.raises(StoreError, match="e_1"):
        await book.remove_endpoint("e_1", 31.0)
