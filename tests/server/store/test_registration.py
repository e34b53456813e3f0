"""Applications, seats and booths in the archive, on both engines; a hundred race for the last."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from server.store import Archive
from server.store.errors import StoreError
from server.store.registration import StaleApplicationError
from server.store.registration_records import (
    Lease,
    Move,
    NewEffect,
    Place,
    StoredApplication,
    StoredCustodian,
    StoredEntry,
)

HOST = StoredCustodian(
    "c_1", {"zh": "托管", "en": "Host"}, {"zh": "地址", "en": "x"}, "", "open", 0, 0
)
CODE = "914403001922038216"


def row(id: str, state: str = "approved", **more: Any) -> StoredApplication:
    return StoredApplication(
        id=id, state=state, version=1, person=id, submitter="a_1", created=1.0, changed=1.0, **more
    )


def entry(id: str) -> StoredEntry:
    return StoredEntry(id, id, "begin", "", "draft", "a_1", "", "", "", 1.0)


async def add(archive: Archive, *rows: StoredApplication) -> None:
    await asyncio.gather(*(archive.registration.add(each, entry(each.id)) for each in rows))


def activation(of: StoredApplication, *nodes: str) -> Move:
    after = replace(of, state="active", version=of.version + 1, changed=5.0)
    places = tuple(Place("street", node) for node in nodes)
    return Move(after, of.version, entry(of.id), effects=(NewEffect("show_booth", {}),),
                lease=Lease("c_1", places))  # fmt: skip


async def codes(archive: Archive, *moves: Move) -> list[str]:
    """What became of each: ``ok``, or the code of the refusal."""

    async def one(move: Move) -> str:
        try:
            await archive.registration.move(move)
        except StoreError as error:
            return error.code
        return "ok"

    return list(await asyncio.gather(*(one(move) for move in moves)))


async def test_a_hundred_race_for_the_last_booth(archive: Archive) -> None:
    book = archive.registration
    await book.add_host(HOST, 200)
    rows = [row(f"e_{n:03d}") for n in range(100)]
    await add(archive, *rows)
    told = await codes(archive, *(activation(each, "b-1") for each in rows))
    assert sorted(told) == ["no_free_booth"] * 99 + ["ok"]
    assert len(await book.leases()) == 1
    winner = rows[told.index("ok")].id
    assert [seat.application for seat in await book.seats(taken=True)] == [winner]
    assert [each.id for each in await book.of_states("active")] == [winner]
    assert {effect.application for effect in await book.due_effects(9.0)} == {winner}


async def test_a_hundred_race_for_the_last_seat(archive: Archive) -> None:
    book = archive.registration
    await book.add_host(HOST, 1)
    rows = [row(f"e_{n:03d}") for n in range(100)]
    await add(archive, *rows)
    places = [f"b-{n}" for n in range(100)]
    told = await codes(archive, *(activation(each, *places) for each in rows))
    assert sorted(told) == ["no_free_seat"] * 99 + ["ok"]
    assert len(await book.leases()) == 1


async def test_each_gets_a_booth_of_its_own_while_there_are_some(archive: Archive) -> None:
    book = archive.registration
    await book.add_host(HOST, 100)
    rows = [row(f"e_{n:03d}") for n in range(20)]
    await add(archive, *rows)
    places = [f"b-{n}" for n in range(12)]
    told = await codes(archive, *(activation(each, *places) for each in rows))
    assert sorted(told) == ["no_free_booth"] * 8 + ["ok"] * 12
    leases = await book.leases()
    assert len({lease.node for lease in leases}) == len({each.application for each in leases}) == 12
    assert len({seat.number for seat in await book.seats(taken=True)}) == 12


async def test_a_hundred_race_for_one_credit_code(archive: Archive) -> None:
    rows = [row(f"e_{n:03d}", "in_review", credit_code=CODE) for n in range(100)]
    await add(archive, *rows)
    moves = [Move(replace(each, state="approved", version=2), 1) for each in rows]
    told = await codes(archive, *moves)
    assert sorted(told) == ["code_taken"] * 99 + ["ok"]


async def test_a_version_is_taken_once(archive: Archive) -> None:
    first = row("e_1", "draft")
    await add(archive, first)
    changed = [replace(first, version=2, title=str(n)) for n in range(20)]
    told = await codes(archive, *(Move(each, 1) for each in changed))
    assert sorted(told) == ["application_stale"] * 19 + ["ok"]
    with pytest.raises(StaleApplicationError) as stale:
        await archive.registration.save(changed[0], 1)
    assert stale.value.version == 2


async def test_a_seat_rests_before_it_is_given_again(archive: Archive) -> None:
    book = archive.registration
    await book.add_host(HOST, 1)
    first, second = row("e_1"), row("e_2")
    await add(archive, first, second)
    assert await codes(archive, activation(first, "b-1")) == ["ok"]
    gone = replace(first, state="closed", version=3, changed=10.0)
    await book.move(Move(gone, 2, seat_free_from=500.0))
    assert await book.pools(20.0) == {"c_1": (1, 0, 1)}
    assert await book.lease_of("e_1") is None
    assert (await book.last_lease_of("e_1")) is not None
    early = activation(second, "b-1")
    assert await codes(archive, early) == ["no_free_seat"]
    late = replace(early, after=replace(early.after, changed=600.0))
    assert await codes(archive, late) == ["ok"]
    assert (await book.lease_of("e_2")) is not None


async def test_what_is_owed_is_paid_in_order(archive: Archive) -> None:
    book = archive.registration
    await book.owe("e_1", [NewEffect("a", {}), NewEffect("b", {})], 1.0)
    await book.owe("e_2", [NewEffect("c", {})], 1.0)
    assert [each.kind for each in await book.due_effects(1.0)] == ["a", "c"]
    first = (await book.due_effects(1.0))[0]
    await book.put_off(first.number, 9.0, "busy")
    assert [each.kind for each in await book.due_effects(5.0)] == ["c"]
    assert await book.next_due() == 1.0
    await book.settle(first.number, 9.0)
    assert [each.kind for each in await book.due_effects(9.0)] == ["b", "c"]
    assert [each.kind for each in await book.owed("e_1")] == ["b"]
    assert await book.forget_effects(100.0) == 1


async def test_it_is_all_there_after_a_restart(tmp_path: Path, database: str) -> None:
    archive = await Archive.open(tmp_path / "data", database)
    await archive.registration.add_host(HOST, 2)
    first = row("e_1", fields={"brief": "短"}, course={"since": 1.5}, flags=["overdue"])
    await add(archive, first)
    await archive.registration.move(activation(first, "b-1"))
    await archive.close()
    again = await Archive.open(tmp_path / "data", database)
    found = await again.registration.get("e_1")
    assert (found.state, found.fields, found.course) == ("active", {"brief": "短"}, {"since": 1.5})
    assert found.flags == ["overdue"]
    assert [each.kind for each in await again.registration.due_effects(9.0)] == ["show_booth"]
    await again.close()


async def test_lists_are_narrowed(archive: Archive) -> None:
    book = archive.registration
    rows = [
        row(f"e_{n}", "draft", title=f"企业{n}", clerk="a_9" if n % 2 else "") for n in range(6)
    ]
    await add(archive, *rows, row("e_9", "submitted", flags=["overdue"], credit_code=CODE))
    assert (await book.page(2))[0].id == "e_9"
    assert [each.id for each in await book.page(9, where={"flag": "overdue"})] == ["e_9"]
    assert [each.id for each in await book.page(9, where={"q": "9144"})] == ["e_9"]
    assert [each.id for each in await book.page(9, where={"q": "%"})] == []
    assert {each.id for each in await book.page(9, where={"clerk": "a_9"})} == {"e_1", "e_3", "e_5"}
    assert [each.id for each in await book.page(9, ids={"e_2"})] == ["e_2"]
    page = await book.page(3, where={"state": "draft,submitted"})
    assert len(await book.page(9, before=page[-1].id)) == 4
    assert (await book.counts()).states == {"draft": 6, "submitted": 1}
