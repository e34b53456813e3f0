"""One-time links work once; sessions live until their time or their end."""

from __future__ import annotations

import asyncio

import pytest

from server.store import Archive, StoreError


async def test_a_link_is_taken_once_however_many_ask_together(archive: Archive) -> None:
    await archive.put_link("abc", "operator", expires=100.0)
    roles = await asyncio.gather(*(archive.take_link("abc", now=50.0) for _ in range(10)))
    assert sorted(roles, key=str) == [None] * 9 + ["operator"]


async def test_a_late_or_unknown_link_gives_nothing(archive: Archive) -> None:
    await archive.put_link("abc", "operator", expires=100.0)
    assert await archive.take_link("abc", now=100.0) is None
    assert await archive.take_link("abc", now=50.0) is None
    assert await archive.take_link("unknown", now=50.0) is None


async def test_a_session_lives_until_it_expires_or_is_dropped(archive: Archive) -> None:
    await archive.put_session("s", "operator", expires=100.0)
    assert await archive.session("s", now=99.0) == "operator"
    assert await archive.session("s", now=100.0) is None
    await archive.drop_session("s")
    await archive.drop_session("s")
    assert await archive.session("s", now=99.0) is None


async def test_the_same_key_twice_is_refused(archive: Archive) -> None:
    await archive.put_session("s", "operator", expires=100.0)
    with pytest.raises(StoreError) as taken:
        await archive.put_session("s", "visitor", expires=100.0)
    assert taken.value.code == "key_exists"


async def test_what_is_over_is_swept_away(archive: Archive) -> None:
    await archive.put_link("old", "operator", expires=10.0)
    await archive.put_session("old", "operator", expires=10.0)
    await archive.put_session("new", "operator", expires=90.0)
    assert await archive.drop_expired(now=10.0) == 2
    assert await archive.session("new", now=20.0) == "operator"
