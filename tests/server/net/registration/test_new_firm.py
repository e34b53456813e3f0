"""A new firm's way: its name is held while it gets its licence, then it moves in with its code."""

from __future__ import annotations

from typing import Any

from tests.server.house import House
from tests.server.net.registration.firm import CODE, Firm, clerk_does, firm_of, host
from tests.server.people import somebody


async def hand_in_what_is_missing(firm: Firm) -> None:
    for one in (await firm.look())["missing"]:
        at, name = one["pointer"].split("/")[1:]
        assert at == "documents", one
        status, told = await firm.hand_in(name)
        assert status == 200, told


async def done(firm: Firm, verb: str, **more: Any) -> str:
    status, told = await firm.do(verb, **more)
    assert status == 200, told
    return str(told["state"])


async def test_a_new_firm_waits_for_its_licence_and_moves_in_with_its_code(house: House) -> None:
    custodian = await host(house)
    async with somebody(house, "clerk") as clerk, firm_of(house) as firm:
        bare = {"credit_code": "", "established": "", "registered_address": ""}
        status, told = await firm.fill(case="new_firm", wants_booth=False, **bare)
        assert (status, told["findings"]) == (200, []), told
        await hand_in_what_is_missing(firm)
        assert await done(firm, "submit") == "submitted"
        for verb, more in (("claim", {}), ("approve", {"custodian": custodian})):
            status, told = await clerk_does(clerk, firm, verb, **more)
            assert status == 200, told
        agreement = (await firm.look())["agreement"]["version"]
        status, told = await firm.do("activate", agreement=agreement)
        assert (status, told["code"]) == (422, "licence_missing")

        status, told = await clerk_does(clerk, firm, "await")
        assert (status, told["state"]) == (200, "awaiting_licence"), told
        assert (await firm.look())["deadlines"]["hold_until"]
        assert (await firm.do("submit"))[0] == 422, "nothing is there to be looked at yet"
        version = (await firm.look())["version"]
        body = {"version": version, "fields": {"credit_code": CODE}}
        status, told = await firm.ask("PATCH", f"/applications/{firm.id}", json=body)
        assert status == 200, told
        await hand_in_what_is_missing(firm)
        assert await done(firm, "submit") == "in_review"
        status, told = await clerk_does(clerk, firm, "approve", custodian=custodian)
        assert status == 200, told
        assert await done(firm, "activate", agreement=agreement) == "active"
        assert (await firm.look())["seat"]["number"]
