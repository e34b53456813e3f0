"""The people of an enterprise over HTTP: invited, let in, taken off."""

from __future__ import annotations

from server.access.actor import Grant
from server.run.notices.notice import Notice
from tests.server.house import House
from tests.server.net.registration.firm import Firm, firm_of
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


async def letters_of(house: House, firm: Firm, *addresses: str) -> dict[str, str]:
    """The secrets that letters bring to these addresses, which the firm invites."""
    sent: list[Notice] = []

    async def deliver(letter: Notice) -> None:
        sent.append(letter)

    house.park.office.postbox.deliver = deliver
    for address in addresses:
        path = f"/applications/{firm.id}/members"
        assert (await firm.ask("POST", path, json={"email": address}))[0] == 201
    await house.park.performer.finish()
    return {each.to.email: each.link.rpartition("/")[2] for each in sent}


async def test_whoever_has_an_account_joins_when_they_say_so(house: House) -> None:
    guest = await new_account(house, Grant("investor"), email="guest@example.com")
    async with firm_of(house) as firm, firm_of(house, signed_up=False) as anybody:
        secrets = await letters_of(house, firm, "guest@example.com", "new@example.com")
        states = await members(firm)
        assert states["guest@example.com"] == states["new@example.com"] == "invited"
        accounts, grant = house.park.accounts, Grant("enterprise_agent", enterprise=firm.id)
        assert grant not in accounts.get(guest.id).grants
        path = f"/invitations/{secrets['guest@example.com']}/acceptance"
        assert (await anybody.ask("GET", path))[1]["has_account"] is True
        assert (await anybody.ask("POST", f"{path}/account"))[0] == 204
        assert accounts.get(guest.id).grants == guest.grants | {grant}
        assert (await anybody.ask("POST", f"{path}/account"))[1]["code"] == "invitation_refused"
        assert (await members(firm))["guest@example.com"] == "active"
        new = f"/invitations/{secrets['new@example.com']}/acceptance"
        assert (await anybody.ask("GET", new))[1]["has_account"] is False
        assert (await anybody.ask("POST", f"{new}/account"))[1]["code"] == "invitation_refused"


async def test_staff_join_no_enterprise(house: House) -> None:
    async with firm_of(house) as firm, somebody(house, "clerk", email="c@example.com") as clerk:
        secret = (await letters_of(house, firm, "c@example.com"))["c@example.com"]
        assert (await members(firm))["c@example.com"] == "invited"
        path = f"/invitations/{secret}/acceptance"
        assert (await clerk.ask("GET", f"/api/v1{path}"))[1]["has_account"] is False
        assert (await firm.ask("POST", f"{path}/account"))[1]["code"] == "invitation_refused"
        grant = Grant("enterprise_agent", enterprise=firm.id)
        assert grant not in house.park.accounts.get(clerk.id).grants
