"""The way of an application through the doors: from a code by e-mail to a seat, and out again."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest

from server.run.registration.house import Company
from server.store.registration_records import Place, StoredLease
from tests.server.house import House
from tests.server.net.registration.firm import (
    API,
    CODE,
    IDENTITY,
    NAME,
    PHONE,
    Firm,
    clerk_does,
    firm_of,
    host,
)
from tests.server.people import Person, somebody


class Street:
    """Booths that remember what was done to them."""

    def __init__(self, *nodes: str) -> None:
        self.free = [Place("gallery", node) for node in nodes]
        self.done: list[tuple[str, str]] = []

    def candidates(self, wish: Place | None) -> list[Place]:
        return sorted(self.free, key=lambda place: place != wish)

    async def show(self, lease: StoredLease, company: Company) -> None:
        self.done.append(("show", company.name["zh"]))

    async def hide(self, lease: StoredLease) -> None:
        self.done.append(("hide", lease.node))

    async def clear(self, lease: StoredLease) -> None:
        self.done.append(("clear", lease.node))

    async def reconcile(self) -> None:
        pass


@pytest.fixture
def street(house: House) -> Street:
    made = Street("booth-1", "booth-2")
    house.park.registry.parts.space = made
    return made


async def approved(house: House, firm: Firm, clerk: Person, custodian: str) -> dict[str, Any]:
    await firm.prepare()
    assert (await firm.do("submit"))[0] == 200
    assert (await clerk_does(clerk, firm, "claim"))[0] == 200
    status, told = await clerk_does(clerk, firm, "approve", custodian=custodian)
    assert status == 200, told
    return dict(told)


async def moved_in(house: House, firm: Firm, clerk: Person, custodian: str) -> dict[str, Any]:
    await approved(house, firm, clerk, custodian)
    status, told = await firm.do("activate", agreement="0")
    assert status == 200, told
    return dict(told)


async def test_the_whole_way(house: House, street: Street) -> None:
    custodian = await host(house)
    async with firm_of(house) as firm, somebody(house, "clerk") as clerk:
        await firm.prepare()
        status, told = await firm.do("submit")
        assert (status, told["state"]) == (200, "submitted")
        assert told["deadlines"]["due"] is not None
        _, inbox = await clerk.ask("GET", f"{API}/inbox")
        assert [i["ref"] for i in inbox["items"] if i["kind"] == "application"] == [firm.id]

        _, told = await clerk_does(clerk, firm, "claim")
        assert (told["state"], told["clerk"]) == ("in_review", clerk.id)
        items = [{"pointer": "/fields/brief", "text": "请写得具体些"}]
        _, told = await clerk_does(clerk, firm, "request_changes", items=items)
        assert told["state"] == "changes_requested"
        seen = await firm.look()
        assert [c["text"] for c in seen["comments"]] == ["请写得具体些"]
        assert seen["comments"][0]["by"] == "办事员" and seen["clerk"] == ""

        assert (await firm.do("submit"))[1]["code"] == "changes_open"
        await firm.fill(brief="为园区做数字孪生平台")
        status, told = await firm.do("submit")
        assert (status, told["state"]) == (200, "in_review"), told
        assert told["comments"][0]["resolved"]

        status, told = await clerk_does(
            clerk, firm, "approve", custodian=custodian, note="与另一家公司核对过"
        )
        assert (status, told["state"]) == (200, "approved"), told
        assert told["history"][-1]["note"] == "与另一家公司核对过"
        assert (await firm.look())["history"][-1]["note"] == ""
        wish = {"hall": "gallery", "node": "booth-2"}
        status, told = await firm.do("activate", agreement="0", booth=wish)
        assert (status, told["state"]) == (200, "active"), told
        assert told["seat"]["name"] == "云席-00001（集群注册）"
        assert told["booth"]["node"] == "booth-2"
        assert street.done == [("show", NAME)]
        _, listed = await house.get(f"{API}/companies")
        assert [card["name"] for card in listed["companies"]] == [NAME]


async def test_suspended_restored_and_left(house: House, street: Street) -> None:
    custodian = await host(house, 1)
    async with firm_of(house) as firm, somebody(house, "manager") as manager:
        await moved_in(house, firm, manager, custodian)
        status, told = await clerk_does(manager, firm, "suspend", reason="unreachable")
        assert (status, told["state"]) == (200, "suspended"), told
        assert street.done[-1] == ("hide", "booth-1")
        assert (await house.get(f"{API}/companies"))[1]["companies"] == []
        assert (await house.get(f"{API}/companies/{firm.id}"))[0] == 404
        assert (await firm.ask("GET", f"/companies/{firm.id}"))[0] == 200
        assert (await clerk_does(manager, firm, "restore"))[1]["state"] == "active"
        assert (await firm.ask("GET", f"/applications/{firm.id}/copy"))[0] == 200
        assert (await firm.do("exit"))[1]["state"] == "exiting"
        _, told = await clerk_does(manager, firm, "close")
        assert told["code"] == "notice_running"

        skip(house, 32 * 86_400)
        await house.park.registry.scheduler.look()
        assert street.done[-1] == ("clear", "booth-1")
        assert (await operator_closes(house, firm))["code"] == "copy_not_delivered"
        status, copy = await house.own("GET", f"{API}/applications/{firm.id}/copy")
        assert status == 200
        with zipfile.ZipFile(io.BytesIO(copy)) as zipped:
            names = zipped.namelist()
            told = json.loads(zipped.read("application.json"))
        assert told["fields"]["id_number"] == IDENTITY
        assert sum(name.startswith("documents/") for name in names) == 3
        assert (await operator_closes(house, firm))["state"] == "closed"
        assert street.done[-1] == ("clear", "booth-1")
        _, seats = await house.own("GET", f"{API}/seats")
        assert [seat["state"] for seat in seats["seats"]] == ["resting"]
        _, pools = await house.own("GET", f"{API}/custodians")
        assert pools["custodians"][0]["free"] == 0


async def operator_closes(house: House, firm: Firm) -> dict[str, Any]:
    """Sessions end while the clock runs on; whoever holds the machine stays."""
    path = f"{API}/applications/{firm.id}"
    _, told = await house.own("GET", path)
    body = {"verb": "close", "version": told["version"]}
    return dict((await house.own("POST", f"{path}/transitions", json=body))[1])


def skip(house: House, seconds: float) -> None:
    """Move the park's clock on."""
    house.park.clock._offset += seconds


async def test_every_mistake_at_once(house: House) -> None:
    async with firm_of(house) as firm:
        await firm.fill(
            credit_code="914403001922038217", phone="12", id_number="110105194912310021"
        )
        status, told = await firm.do("submit")
        assert (status, told["code"]) == (422, "application_invalid")
        found = {each["pointer"]: each["code"] for each in told["details"]}
        assert found["/fields/credit_code"] == "checksum"
        assert {"/fields/phone", "/fields/id_number", "/documents/licence"} <= found.keys()
        detail = next(d for d in told["details"] if d["pointer"] == "/fields/phone")
        assert detail["field"] == "phone" and detail["zh"] and detail["en"]


async def test_identity_is_masked_and_its_reading_kept(house: House) -> None:
    async with firm_of(house) as firm, somebody(house, "clerk") as clerk:
        await firm.prepare()
        seen = await firm.look()
        assert IDENTITY not in json.dumps(seen) and seen["fields"]["phone"].endswith(PHONE)
        path = f"{API}/applications/{firm.id}"
        _, staff = await clerk.ask("GET", path)
        assert PHONE not in json.dumps(staff)
        status, told = await clerk.ask("POST", f"{path}/identity", json={"why": "核对执照"})
        assert (status, told["number"]) == (200, IDENTITY)
        (line,) = await house.park.archive.audit.page(limit=1)
        assert (line.action, line.actor) == ("application.identity", clerk.id)
        assert json.loads(line.after or "")["why"] == "核对执照"
        assert IDENTITY not in (line.after or "")
        assert (await firm.ask("POST", f"/applications/{firm.id}/identity", json={"why": "ok"}))[
            0
        ] == 403
        # What comes back masked changes nothing.
        await firm.fill(id_number=seen["fields"]["id_number"], brief="另一段")
        _, told = await clerk.ask("POST", f"{path}/identity", json={"why": "核对执照"})
        assert told["number"] == IDENTITY


async def test_stale_versions_and_wrong_states(house: House) -> None:
    async with firm_of(house) as firm:
        body = {"version": 7, "fields": {"brief": "a"}}
        status, told = await firm.ask("PATCH", f"/applications/{firm.id}", json=body)
        assert (status, told["code"]) == (409, "application_stale")
        assert told["details"][0]["message"].endswith("(1)")
        assert (await firm.do("activate", agreement="0"))[1]["code"] == "wrong_state"
        await firm.prepare()
        assert (await firm.do("submit", version=1))[1]["code"] == "application_stale"
        await firm.do("submit")
        assert (await firm.fill())[1]["code"] == "application_locked"
        assert (await firm.hand_in("other"))[1]["code"] == "application_locked"


async def test_strangers_learn_nothing(house: House) -> None:
    async with firm_of(house) as one, firm_of(house, "wang@example.com") as other:
        for id in (one.id, "e_0123456789abcdef"):
            for method, path in (
                ("GET", ""), ("PATCH", ""), ("DELETE", ""), ("POST", "/transitions"),
                ("GET", "/copy"), ("GET", "/members"), ("GET", "/documents/d_1"),
            ):  # fmt: skip
                status, told = await other.ask(method, f"/applications/{id}{path}", json={})
                assert (status, told["code"]) == (404, "application_unknown"), path
        _, listed = await other.ask("GET", "/applications")
        assert [row["id"] for row in listed["applications"]] == [other.id]


async def test_a_duplicate_is_told_to_staff_alone(house: House) -> None:
    custodian = await host(house)
    async with (
        firm_of(house) as one,
        firm_of(house, "wang@example.com") as other,
        somebody(house, "clerk") as clerk,
        somebody(house, "manager") as manager,
    ):
        await approved(house, one, clerk, custodian)
        await other.prepare()
        status, told = await other.do("submit")
        assert (status, told["state"], told["flags"]) == (200, "submitted", [])
        assert one.id not in json.dumps(told)
        _, seen = await clerk.ask("GET", f"{API}/applications/{other.id}")
        assert "duplicate" in seen["flags"]
        path = f"{API}/applications/{other.id}/duplicates"
        _, alike = await clerk.ask("GET", path)
        assert [each["id"] for each in alike["duplicates"]] == [one.id]
        assert set(alike["duplicates"][0]["why"]) == {"credit_code", "name", "identity"}
        await clerk_does(clerk, other, "claim")
        _, told = await clerk_does(clerk, other, "approve", custodian=custodian)
        assert told["code"] == "needs_manager"
        _, told = await clerk_does(manager, other, "approve", custodian=custodian)
        assert told["code"] == "already_resident"


async def test_nobody_reviews_their_own(house: House) -> None:
    custodian = await host(house)
    async with somebody(house, "clerk") as clerk:
        status, told = await clerk.ask("POST", f"{API}/applications", json={})
        assert status == 201
        firm = Firm(house, clerk.browser, "", told["id"], clerk.id)
        await firm.prepare()
        assert (await firm.do("submit"))[0] == 200
        assert (await firm.do("claim"))[1]["code"] == "own_application"
        assert custodian


async def test_no_seat_no_approval(house: House) -> None:
    custodian = await host(house, 0)
    async with firm_of(house) as firm, somebody(house, "clerk") as clerk:
        await firm.prepare()
        await firm.do("submit")
        await clerk_does(clerk, firm, "claim")
        for given, code in ((custodian, "no_seat"), ("", "custodian_missing")):
            status, told = await clerk_does(clerk, firm, "approve", custodian=given)
            assert (status, told["code"]) == (409 if given else 422, code)


async def test_no_booth_no_moving_in(house: House, street: Street) -> None:
    street.free = []
    custodian = await host(house)
    async with firm_of(house) as firm, somebody(house, "clerk") as clerk:
        await approved(house, firm, clerk, custodian)
        status, told = await firm.do("activate", agreement="0")
        assert (status, told["code"]) == (409, "no_free_booth")
        _, pools = await clerk.ask("GET", f"{API}/custodians")
        assert pools["custodians"][0]["leased"] == 0
        assert (await firm.do("activate", agreement="9"))[1]["code"] == "agreement_stale"
        assert (await firm.do("activate"))[1]["code"] == "agreement_missing"
        _, told = await firm.do("activate", agreement="0", without_booth=True)
        assert (told["state"], told["booth"]) == ("active", None)
        _, told = await firm.ask("GET", f"/applications/{firm.id}")
        path, version = f"/applications/{firm.id}", told["version"]
        body = {"version": version, "fields": {"phone": "13800138000"}}
        assert (await firm.ask("PATCH", path, json=body))[0] == 200
        body = {"version": version + 1, "fields": {"phone": "12"}}
        assert (await firm.ask("PATCH", path, json=body))[1]["details"][0]["code"] == "bad_phone"
        body = {"version": version + 1, "fields": {"scope": "别的"}}
        assert (await firm.ask("PATCH", path, json=body))[1]["code"] == "application_locked"


async def test_a_draft_can_be_thrown_away(house: House) -> None:
    async with firm_of(house) as firm:
        await firm.prepare()
        folder = house.data / "papers"
        assert len(list(folder.iterdir())) == 3
        assert (await firm.ask("DELETE", f"/applications/{firm.id}"))[0] == 204
        assert list(folder.iterdir()) == []
        assert (await firm.ask("GET", f"/applications/{firm.id}"))[0] in (403, 404)


async def test_the_credit_code_of_a_card_is_public_and_nothing_else(
    house: House, street: Street
) -> None:
    custodian = await host(house)
    async with firm_of(house) as firm, somebody(house, "clerk") as clerk:
        await moved_in(house, firm, clerk, custodian)
        _, card = await house.get(f"{API}/companies/{firm.id}")
        text = json.dumps(card, ensure_ascii=False)
        assert all(word not in text for word in ("欧阳", IDENTITY, PHONE, "wanqing", CODE))


async def test_nothing_tells_an_applicant_of_a_duplicate(house: House) -> None:
    async with firm_of(house) as one, firm_of(house, "zhao@example.com") as other:
        await one.prepare()
        await one.do("submit")
        await other.prepare()
        await other.do("submit")
        first, second = await one.look(), await other.look()
        assert first["deadlines"]["due"] == second["deadlines"]["due"]
        assert first["days_left"] == second["days_left"] and second["flags"] == []
        assert [each["verb"] for each in first["may"]] == [each["verb"] for each in second["may"]]
        status, told = await other.ask("GET", "/applications?flag=duplicate")
        assert (status, told["details"][0]["pointer"]) == (422, "/flag")
        _, mine = await other.ask("GET", "/applications?clerk=a_somebody")
        assert [each["id"] for each in mine["applications"]] == [other.id], "not narrowed"
        rows = [await house.park.archive.registration.get(each.id) for each in (one, other)]
        assert rows[0].due != rows[1].due, "the desk knows the longer time"
        skip(house, 6 * 86_400.0)
        await house.park.registry.scheduler.look()
        await one.sign_up()
        late = await one.look()
        assert late["told"] == [] and late["flags"] == []
