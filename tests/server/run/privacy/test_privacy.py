"""Deletion leaves nothing of a person: looked for in every table, every file and the log."""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from clients.headless import Hand, Visitor
from server.run.accounts.errors import AccountError
from server.run.notices.notice import Address, Notice
from server.run.privacy.register import REGISTER
from server.store.errors import StoreError
from tests.server.house import House, open_house
from tests.server.run.privacy.people import (
    EMAIL,
    NAME,
    PHONE,
    TELLING,
    Somebody,
    found_in,
    somebody,
)

NOBODY_ANSWERS: dict[str, Any] = {"mail": "smtp", "smtp_host": "127.0.0.1", "smtp_port": 1}
"""Letters wait in the outbox; the default prints them to the terminal."""
WORDS = f"我是{NAME}，电话 {PHONE}，请删除我的信息"


async def live_a_life(house: House, person: Somebody) -> None:
    """Leave traces wherever somebody can."""
    park = house.park
    await person.ask("PATCH", "account", json={"name": NAME})
    await person.ask("POST", "privacy/requests", json={"kind": "delete", "words": WORDS})
    await person.ask("POST", "consents", json={"purpose": "abroad", "given": True})
    await person.ask("POST", "session", json={"email": EMAIL, "password": f"wrong {PHONE}"})
    await person.ask("PATCH", "halls/main", json={"state": "open"})
    await person.ask("GET", f"people/{person.id}")
    await house.own("POST", "/api/v1/invitations", json={"email": EMAIL, "grants": []})
    await house.own("PATCH", f"/api/v1/people/{person.id}", json={"name": NAME})
    both = {"zh": f"{NAME}，您好", "en": f"Hello {NAME}"}
    to = Address(email=EMAIL)
    notice = Notice("privacy", to, "zh-CN", both, both, person=person.id)
    await park.notices.send(notice)
    park.network.note("sign_in", person.id, "203.0.113.9")
    await park.network.flush()


def rows_of(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(folder / "park.db")) as database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name: database.execute(f"SELECT * FROM {name}").fetchall() for (name,) in tables}


def telling(rows: dict[str, list[tuple[Any, ...]]]) -> set[tuple[str, str]]:
    return {(text, name) for name, found in rows.items() for text in TELLING if text in str(found)}


async def test_nothing_of_a_deleted_person_is_left(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    async with open_house(data, **NOBODY_ANSWERS) as house:
        person = await somebody(house)
        await live_a_life(house, person)
        assert telling(rows_of(data)) == set()
        assert found_in(data) == set()
        status, _ = await person.ask("DELETE", "privacy")
        assert status == 204
        assert (await person.ask("GET", "account"))[0] == 401
        for name, entry in REGISTER.items():
            if entry.erase in ("rows", "cascade"):
                assert person.id not in str(rows_of(data)[name]), name
        assert not house.park.vault.knows(person.id)
        assert house.park.accounts.name_of(person.id) == ""
    assert telling(rows_of(data)) == set()
    assert found_in(data) == set()
    said = capfd.readouterr()
    assert not any(text in said.out + said.err for text in TELLING)


async def test_a_copy_tells_all_that_is_known_and_opens_nothing(house: House) -> None:
    person = await somebody(house)
    await live_a_life(house, person)
    status, data = await person.ask("GET", "privacy/export")
    assert status == 200
    with zipfile.ZipFile(io.BytesIO(data)) as copy:
        told = json.loads(copy.read("person.json"))
    tables = told["tables"]
    account = tables["accounts"]["rows"][0]
    assert (account["name"], account["email"], account["phone"]) == (NAME, EMAIL, PHONE)
    assert tables["privacy_requests"]["rows"][0]["words"] == WORDS
    assert {"sessions", "consents", "audit", "grants", "network_log"} <= tables.keys()
    for name, table in tables.items():
        assert not set(REGISTER[name].secret) & set().union(*table["rows"])


async def test_a_restored_copy_of_the_archive_is_made_good(tmp_path: Path) -> None:
    data = tmp_path / "data"
    async with open_house(data) as house:
        person = await somebody(house)
    shutil.copytree(data, tmp_path / "before")
    async with open_house(data) as house:
        await house.park.privacy.erase(person.id, "operator")
    shutil.copy(tmp_path / "before" / "park.db", data / "park.db")
    async with open_house(data) as house:
        assert [account.id for account in house.park.accounts] == []
        assert rows_of(data)["accounts"] == []
        erased = await house.park.archive.privacy.erased()
        assert [(each.person, each.done) for each in erased] == [(person.id, True)]


async def test_restored_keys_are_destroyed_again(tmp_path: Path) -> None:
    data = tmp_path / "data"
    async with open_house(data) as house:
        person = await somebody(house)
        house.park.vault.backup(tmp_path / "keys.db")
        await house.park.privacy.erase(person.id, "operator")
    shutil.copy(tmp_path / "keys.db", data / "secrets" / "persons.db")
    async with open_house(data) as house:
        assert not house.park.vault.knows(person.id)
        assert person.id in house.park.vault.destroyed()


async def test_the_last_operator_stays(house: House) -> None:
    person = await somebody(house, "operator")
    with pytest.raises((AccountError, StoreError)) as last:
        await house.park.privacy.erase(person.id, person.id)
    assert getattr(last.value, "code", "") == "operator_last"
    assert house.park.vault.knows(person.id)
    assert await house.park.archive.privacy.erased() == []


async def test_requests_wait_in_the_inbox_with_their_deadline(house: House) -> None:
    person = await somebody(house, "investor")
    status, asked = await person.ask(
        "POST", "privacy/requests", json={"kind": "copy", "words": "please"}
    )
    assert status == 201
    days = (asked["due"] - asked["at"]) / 86_400
    assert days == house.park.settings.privacy_days
    _, listed = await house.own("GET", "/api/v1/privacy/requests")
    assert [(each["name"], each["words"]) for each in listed["requests"]] == [(NAME, "please")]
    path = f"/api/v1/privacy/requests/{asked['id']}/answer"
    assert (await house.own("POST", path, json={"state": "done"}))[1]["state"] == "done"
    assert (await house.own("POST", path, json={"state": "done"}))[0] == 409
    status, own = await person.ask("GET", "privacy/own-requests")
    assert status == 200, own
    assert [each["state"] for each in own["requests"]] == ["done"]


async def test_what_was_theirs_belongs_to_the_park(house: House) -> None:
    person = await somebody(house)
    columns = "(id, card, latest, spreading, created, owner)"
    with_owner = f"INSERT INTO exhibits {columns} VALUES (?, ?, 0, 0, 1, ?)"
    with closing(sqlite3.connect(house.data / "park.db")) as database:
        database.execute(with_owner, ("pump", '{"title": {"zh": "泵", "en": "Pump"}}', person.id))
        database.commit()
    await house.park.privacy.erase(person.id, "operator")
    assert (await house.park.archive.owners.holding("exhibit", "pump")) == ("", "public")
    (passed,) = await house.park.archive.owners.transfers_of("exhibit", "pump")
    assert (passed.old, passed.new) == (person.id, "")


async def test_a_walk_through_the_park_leaves_no_trace(tmp_path: Path) -> None:
    """Head, hands and the way that somebody went are told to others and kept nowhere."""
    data = tmp_path / "data"
    async with open_house(data) as house:
        before = rows_of(data)
        async with Visitor(house.url, name=NAME) as guest, Visitor(house.url) as other:
            world = await guest.join("gallery")
            await other.join("gallery")
            guest.look_at((3.0, 1.5, 4.0))
            guest.show_hands(Hand((-0.3, -0.2, -0.4)), Hand((0.3, -0.2, -0.4)))
            await guest.walk_to((1.25, 0.0, 1.5))
            await other.until(lambda world: len(world.people) > 1)
            assert world.me >= 0
        await house.park.network.flush()
        after = rows_of(data)
        changed = {name for name, rows in after.items() if rows != before.get(name)}
        assert changed == {"network_log"}
        assert [row[2] for row in after["network_log"]].count("connect") == 2
        assert found_in(data) == set()
