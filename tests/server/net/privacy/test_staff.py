"""The register and the daily round over HTTP."""

from __future__ import annotations

from server.run.privacy.register import REGISTER
from tests.server.house import House
from tests.server.run.privacy.people import somebody

PRIVACY = "/api/v1/privacy"


async def test_the_register_is_printed_whole(house: House) -> None:
    status, told = await house.own("GET", f"{PRIVACY}/register")
    assert status == 200
    assert {row["table"] for row in told["tables"]} == REGISTER.keys()
    assert all(row["purpose"]["zh"] and row["purpose"]["en"] for row in told["tables"])
    hidden = {name for entry in REGISTER.values() for name in entry.secret}
    (accounts,) = [row for row in told["tables"] if row["table"] == "accounts"]
    assert not hidden & {*accounts["sealed"], *accounts["plain"]}


async def test_the_round_takes_what_is_over_and_says_so(house: House) -> None:
    park = house.park
    old = park.clock.now() - 181 * 86_400
    await park.archive.privacy.give("v_1", "statistics", "", old - 4 * 365 * 86_400)
    await park.archive.privacy.withdraw("v_1", "statistics", old - 4 * 365 * 86_400)
    park.network.note("connect", "visitor", "203.0.113.77")
    await park.network.flush()
    _, before = await house.own("GET", f"{PRIVACY}/retention")
    assert before["at"] is None
    assert {rule["table"]: rule["days"] for rule in before["rules"]}["network_log"] == 180
    status, after = await house.own("POST", f"{PRIVACY}/retention/round")
    assert status == 200
    taken = {rule["table"]: rule["taken"] for rule in after["rules"]}
    assert (taken["consents"], taken["network_log"]) == (1, 0)
    assert after["at"] is not None


async def test_auditors_read_and_change_nothing(house: House) -> None:
    auditor = await somebody(house, "auditor")
    for path in ("register", "retention", "requests", "consents", "keys"):
        assert (await auditor.ask("GET", f"privacy/{path}"))[0] == 200
    assert (await auditor.ask("POST", "privacy/retention/round"))[0] == 403
    assert (await auditor.ask("POST", "privacy/keys/rotation"))[0] == 403
