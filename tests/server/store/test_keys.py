"""One-time links work once; sessions, API keys and failures are kept by hashes alone."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from server.store import Archive, StoreError
from server.store.accounts_records import StoredAttempts, StoredKey, StoredLink, StoredSession

SESSION = StoredSession("h", "s_1", "a_1", "password", "agent", "192.0.2.1", 1.0, 2.0, 100.0)
KEY = StoredKey("k_1", "hk", "a_1", "机器", ["exhibit.read"], 1.0, None)


async def test_a_link_is_taken_once_however_many_ask_together(archive: Archive) -> None:
    await archive.keys.put_link("abc", "a_1", "enter", expires=100.0)
    asked = (archive.keys.take_link("abc", "enter", now=50.0) for _ in range(10))
    assert sorted(await asyncio.gather(*asked), key=str) == [None] * 9 + ["a_1"]


async def test_a_late_unknown_or_misused_link_gives_nothing(archive: Archive) -> None:
    keys = archive.keys
    await keys.put_link("abc", "a_1", "enter", expires=100.0)
    assert await keys.take_link("abc", "password", now=50.0) is None
    assert await keys.link("abc", now=99.0) == StoredLink("a_1", "enter")
    assert await keys.link("abc", now=100.0) is None
    assert await keys.take_link("abc", "enter", now=100.0) is None
    assert await keys.take_link("abc", "enter", now=50.0) is None
    assert await keys.take_link("unknown", "enter", now=50.0) is None


async def test_links_of_one_kind_are_taken_back(archive: Archive) -> None:
    keys = archive.keys
    for name, purpose in (("a", "enter"), ("b", "password"), ("c", "password")):
        await keys.put_link(name, "a_1", purpose, expires=100.0)
    await keys.drop_links("a_1", "password")
    assert [await keys.link(name, now=1.0) is None for name in "abc"] == [False, True, True]


async def test_sessions_are_read_as_they_were_kept(archive: Archive) -> None:
    other = replace(SESSION, hash="h2", id="s_2")
    await archive.keys.put_session(SESSION)
    await archive.keys.put_session(other)
    await archive.keys.touch_sessions({"h": 77.0, "unknown": 5.0})
    assert await archive.keys.sessions() == [replace(SESSION, seen=77.0), other]
    await archive.keys.drop_sessions(["h", "unknown"])
    assert await archive.keys.sessions() == [other]


async def test_the_same_key_twice_is_refused(archive: Archive) -> None:
    await archive.keys.put_session(SESSION)
    with pytest.raises(StoreError) as taken:
        await archive.keys.put_session(replace(SESSION, id="s_2"))
    assert taken.value.code == "key_exists"


async def test_what_is_over_is_swept_away(archive: Archive) -> None:
    await archive.keys.put_link("old", "a_1", "enter", expires=10.0)
    await archive.keys.put_session(replace(SESSION, expires=10.0))
    await archive.keys.put_session(replace(SESSION, hash="new", id="s_2"))
    assert await archive.keys.drop_expired(now=10.0) == 2
    assert [session.hash for session in await archive.keys.sessions()] == ["new"]


async def test_api_keys_are_kept_used_and_dropped(archive: Archive) -> None:
    await archive.keys.put_key(KEY)
    await archive.keys.touch_keys({"hk": 9.0})
    assert await archive.keys.keys() == [replace(KEY, seen=9.0)]
    await archive.keys.drop_key("k_1")
    with pytest.raises(StoreError) as gone:
        await archive.keys.drop_key("k_1")
    assert gone.value.code == "key_unknown"


async def test_failures_are_counted_and_forgotten(archive: Archive) -> None:
    first, second = StoredAttempts("n:a", 1, 5.0), StoredAttempts("n:b", 2, 6.0)
    await archive.keys.set_attempts([first, second])
    await archive.keys.set_attempts([replace(first, failures=0), replace(second, failures=3)])
    assert await archive.keys.attempts() == [replace(second, failures=3)]
