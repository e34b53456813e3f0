"""The same request twice is done once."""

from __future__ import annotations

import asyncio

import pytest

from server.net import idempotency
from server.store.idempotency import LONGEST_SECONDS
from tests.server.house import House
from tests.server.net.registration.firm import firm_of
from tests.server.people import somebody

KEY = {idempotency.HEADER: "one-and-only"}


async def test_the_first_answer_is_given_again(house: House) -> None:
    async with firm_of(house) as firm:
        first = await firm.ask("POST", "/applications", json={}, headers=KEY)
        assert first[0] == 201
        assert await firm.ask("POST", "/applications", json={}, headers=KEY) == first
        _, listed = await firm.ask("GET", "/applications")
        assert len(listed["applications"]) == 2
        other = await firm.ask("POST", "/applications", json={"lang": "en"}, headers=KEY)
        assert (other[0], other[1]["code"]) == (409, "idempotency_mismatch")
        again = await firm.ask("POST", "/applications", json={}, headers={**KEY})
        assert again == first


async def test_a_key_is_its_senders_own_and_lasts_a_day(house: House) -> None:
    async with firm_of(house) as one, firm_of(house, "wang@example.com") as other:
        first = await one.ask("POST", "/applications", json={}, headers=KEY)
        second = await other.ask("POST", "/applications", json={}, headers=KEY)
        assert first[1]["id"] != second[1]["id"]
        async with somebody(house, "clerk") as clerk:
            path = "/api/v1/applications"
            made = await clerk.ask("POST", path, json={}, headers=KEY)
            assert made[1]["id"] not in (first[1]["id"], second[1]["id"])
            house.park.clock._offset += LONGEST_SECONDS + 1
            secret, _ = await house.park.sessions.open(clerk.id, "password", "test", "127.0.0.1")
            headers = {**KEY, "Authorization": f"Bearer {secret}"}
            later = await clerk.ask("POST", path, json={}, headers=headers)
            assert later[0] == 201 and later[1]["id"] != made[1]["id"]


async def test_a_refusal_is_judged_anew(house: House) -> None:
    async with firm_of(house) as firm:
        path = f"/applications/{firm.id}/transitions"
        body = {"verb": "submit", "version": 1}
        refused = await firm.ask("POST", path, json=body, headers=KEY)
        assert refused[1]["code"] == "application_invalid"
        again = await firm.ask("POST", path, json={**body, "note": "x"}, headers=KEY)
        assert again[1]["code"] == "application_invalid"


@pytest.mark.parametrize("key", ["", "x" * 129, "日"])
async def test_a_key_that_is_none(house: House, key: str) -> None:
    async with firm_of(house) as firm:
        headers = {idempotency.HEADER: key}
        status, told = await firm.ask("POST", "/applications", json={}, headers=headers)
        assert (status, told["code"]) == (422, "idempotency_key")


async def test_two_at_the_same_moment(house: House) -> None:
    async with firm_of(house) as firm:
        answers = await asyncio.gather(
            *(firm.ask("POST", "/applications", json={}, headers=KEY) for _ in range(4))
        )
        made = {told["id"] for status, told in answers if status == 201}
        assert len(made) == 1
        others = {told["code"] for status, told in answers if status != 201}
        assert others <= {"idempotency_busy"}


async def test_kept_answers_tell_nothing(house: House) -> None:
    async with firm_of(house) as firm:
        await firm.ask("POST", "/applications", json={}, headers=KEY)
        kept = await house.park.archive.registration.answer(
            firm.account, "/api/v1/applications", KEY[idempotency.HEADER]
        )
        assert kept is not None and firm.id not in kept.answer


async def test_the_reading_of_an_identity_is_never_kept(house: House) -> None:
    async with firm_of(house) as firm, somebody(house, "clerk") as clerk:
        await firm.prepare()
        path = f"/api/v1/applications/{firm.id}/identity"
        for _ in range(2):
            body = {"why": "核对法定代表人身份"}
            status, told = await clerk.ask("POST", path, json=body, headers=KEY)
            assert status == 200 and told["number"]
        assert (
            await house.park.archive.registration.answer(clerk.id, path, KEY[idempotency.HEADER])
            is None
        )
