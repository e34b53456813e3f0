"""The people of an enterprise over HTTP: invited, let in, taken off."""

from __future__ import annotations

from server.access.actor import Grant
from tests.server.house import House
from tests.server.net.registration.firm import firm_of
from tests.server.people import new_account, somebody


async def members(firm: object) -> dict[str, str]:
    status, told = await firm.ask("GET", f"/applications/{firm.id}/members")  # type: ignore[attr-defined]
    assert status == 200, told
    return {each["email"]: each["state"] for each in told["members"]}


async def test_an_agent_is_invited_and_taken_off(house: House) -> None:
    async with firm_of(house) as firm:
        path = f"/applications/{firm.id}/members"
        status, _ = await firm.ask("POST", path, json={"email": "agent@example.com"})
        assert status == 201
        assert await members(firm) == {"li@example.com": "active", "agent@example.com": "invited"}
        _, told = await firm.ask("GET", path)
        invited = next(each["id"] for each in told["members"] if each["state"] == "invited")
        assert (await firm.ask("DELETE", f"{path}/{invited}"))[0] == 204
        assert await members(firm) == {"li@example.com": "active"}
        assert (await firm.ask("DELETE", f"{path}/nobody"))[1]["code"] == "member_unknown"
        assert (await firm.ask("DELETE", f"{path}/{firm.account}"))[1]["code"] == "owner_last"


async def test_an_invitation_makes_an_agent_who_sees_the_application(house: House) -> None:
    async with firm_of(house) as firm, firm_of(house, signed_up=False) as agent:
        await firm.ask("POST", f"/applications/{firm.id}/members", json={"email": "a@example.com"})
        office = house.park.office
        invitation = (await office.invitations.all())[0]
        assert invitation.grants == {Grant("enterprise_agent", enterprise=firm.id)}
        account = await new_account(house, *invitation.grants, email="a@example.com")
        secret, _ = await house.park.sessions.open(account.id, "password", "test", "127.0.0.1")
        agent.browser.headers["Authorization"] = f"Bearer {secret}"
        agent.id = firm.id
        assert (await agent.look())["state"] == "draft"
        assert (await agent.fill())[0] == 200
        assert (await agent.do("withdraw"))[1]["code"] == "forbidden"
        assert (await agent.ask("GET", f"/applications/{firm.id}/members"))[0] in (403, 404)


async def test_whoever_has_an_account_is_in_at_once_but_staff_never(house: House) -> None:
    guest = await new_account(house, Grant("investor"), email="guest@example.com")
    async with firm_of(house) as firm, somebody(house, "clerk", email="c@example.com") as clerk:
        path = f"/applications/{firm.id}/members"
        told = [
            (await firm.ask("POST", path, json={"email": email}))[0]
            for email in ("guest@example.com", "c@example.com", "new@example.com")
        ]
        assert told == [201, 201, 201]
        grant = Grant("enterprise_agent", enterprise=firm.id)
        assert grant in house.park.accounts.get(guest.id).grants
        assert grant not in house.park.accounts.get(clerk.id).grants
