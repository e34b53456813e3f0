"""Who listens between two questions: told in order, let go when slow, bounded."""

from __future__ import annotations

from contextlib import aclosing

import pytest

from server.run.guides import between
from server.run.guides.between import Between, Officer


async def test_what_is_told_comes_in_order_and_ends() -> None:
    ears = Between()
    async with aclosing(ears.listen("d", [Officer("a")])) as heard:
        assert (await anext(heard)).name == "a"  # type: ignore[union-attr]
        ears.tell("d", Officer("b"), Officer("c"))
        ears.tell("e", Officer("x"))
        ears.end("d")
        assert [each.name async for each in heard] == ["b", "c"]  # type: ignore[union-attr]
    assert not ears.has("d") and len(ears) == 0


async def test_who_reads_nothing_is_let_go() -> None:
    ears = Between()
    async with aclosing(ears.listen("d", [Officer("")])) as heard:
        await anext(heard)
        for _ in range(between.MOST_WAITING + 1):
            ears.tell("d", Officer("n"))
        assert not ears.has("d")
        assert len([each async for each in heard]) == between.MOST_WAITING


async def test_so_many_listen_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    ears = Between()
    monkeypatch.setattr(between, "MOST", 2)
    listening = [ears.listen("d", [Officer(str(n))]) for n in range(3)]
    for each in listening:
        await anext(each)
    assert len(ears) == 2 and ears.is_full
    assert [each async for each in listening[0]] == []
    ears.end_all()
    assert len(ears) == 0
    for each in listening:
        await each.aclose()
