"""The audit trail over HTTP."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing

import pytest

from server.store.doing import Doing
from tests.server.house import House
from tests.server.run.privacy.people import NAME, somebody

AUDIT = "/api/v1/audit"


async def test_lines_are_read_a_page_at_a_time_and_readings_are_lines(house: House) -> None:
    person = await somebody(house, "auditor")
    address = house.park.vault.seal(person.id, "203.0.113.9")
    for number in range(5):
        act = Doing(person.id, "auditor", "hall.manage", f"hall/{number}", address=address)
        await house.park.archive.audit.append(act)
    query = {"action": "hall.", "limit": "2"}
    status, told = await person.ask("GET", "audit", params=query)
    assert status == 200
    assert [row["target"] for row in told["rows"]] == ["hall/4", "hall/3"]
    assert (told["rows"][0]["name"], told["rows"][0]["address"]) == (NAME, "203.0.113.9")
    more = {**query, "before": str(told["next"])}
    _, rest = await person.ask("GET", "audit", params=more)
    assert [row["target"] for row in rest["rows"]] == ["hall/2", "hall/1"]
    _, reading = await person.ask("GET", "audit", params={"action": "audit.read"})
    assert len(reading["rows"]) == 2
    _, actions = await person.ask("GET", "audit/actions")
    assert {"audit.read", "hall.manage"} <= set(actions["actions"])


@pytest.mark.parametrize("query", [{"limit": "0"}, {"before": "x"}, {"since": "-1"}])
async def test_odd_questions_are_refused(house: House, query: dict[str, str]) -> None:
    assert (await house.own("GET", AUDIT, params=query))[0] == 422
    assert (await house.own("GET", f"{AUDIT}/export", params={"format": "pdf"}))[0] == 422


async def test_only_those_who_read_everything_read_it(house: House) -> None:
    assert (await house.get(AUDIT))[0] == 401
    host = await somebody(house, "host")
    for path in ("audit", "audit/export", "audit/verification", "network-log/export"):
        assert (await host.ask("GET", path))[0] == 403


async def test_tampering_is_told(house: House) -> None:
    for number in range(3):
        await house.park.archive.audit.append(Doing("a", "", "x.y", f"t/{number}"))
    _, whole = await house.own("GET", f"{AUDIT}/verification")
    assert (whole["whole"], whole["fault"]) == (True, None)
    with closing(sqlite3.connect(house.data / "park.db")) as database:
        database.execute("DROP TRIGGER audit_is_never_changed")
        database.execute("UPDATE audit SET target = 'other' WHERE seq = 2")
        database.commit()
    _, broken = await house.own("GET", f"{AUDIT}/verification")
    assert (broken["whole"], broken["fault"], broken["seq"]) == (False, "changed", 2)


async def test_exports_hold_every_line_and_no_formula(house: House) -> None:
    await house.park.archive.audit.append(
        Doing("a", "", "x.y", "=cmd()", before={"n": 1}, after={"n": 2})
    )
    _, data = await house.own("GET", f"{AUDIT}/export")
    lines = [json.loads(line) for line in data.decode().splitlines()]
    assert lines[0]["before"] == {"n": 1}
    _, data = await house.own("GET", f"{AUDIT}/export", params={"format": "csv"})
    rows = list(csv.DictReader(io.StringIO(data.decode())))
    assert rows[0]["target"] == "'=cmd()"
    assert [row["seq"] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]


async def test_network_events_are_exported_with_their_addresses(house: House) -> None:
    house.park.network.note("connect", "visitor", "203.0.113.77", "c1")
    await house.park.network.flush()
    status, data = await house.own("GET", "/api/v1/network-log/export")
    assert status == 200
    (row,) = csv.DictReader(io.StringIO(data.decode()))
    assert (row["event"], row["address"], row["about"]) == ("connect", "203.0.113.77", "c1")
    later = {"since": "99999999999"}
    _, data = await house.own("GET", "/api/v1/network-log/export", params=later)
    assert data.decode().splitlines() == ["at,event,actor,address,about"]
