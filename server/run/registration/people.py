"""The people of an enterprise: its owner invites agents, and takes them off again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from scenes.findings import Finding
from server.access.actor import Actor, Grant
from server.registration.errors import RegistrationError
from server.run.accounts import letters
from server.run.accounts.account import Account
from server.run.accounts.addresses import email_of
from server.run.accounts.invitations import Wanted
from server.run.registration.house import House
from server.run.registration.office import Office

AGENT: Final = "enterprise_agent"
OWNER: Final = "enterprise_owner"
INVITED_SECONDS: Final = 7 * 86_400.0
PAGE: Final = "/desk/invitation/"
MOST: Final = 50


class Member(NamedTuple):
    """Somebody of an enterprise, or invited to be."""

    id: str
    name: str
    email: str
    role: str
    state: str


@dataclass(slots=True)
class People:
    """Members of enterprises."""

    house: House
    office: Office

    async def of(self, enterprise: str) -> list[Member]:
        """Who they are, and whom an invitation is on its way to."""
        accounts = self.house.accounts
        found = [
            Member(a.id, a.name, accounts.email(a), _role(a, enterprise), "active")
            for a in self.office.people(enterprise)
        ]
        for invitation in await self.house.office.invitations.all():
            grant = Grant(AGENT, enterprise=enterprise)
            open_ = not invitation.used and invitation.expires > self.house.clock.now()
            if open_ and grant in invitation.grants:
                who = invitation.id, invitation.name, invitation.email
                found.append(Member(*who, AGENT, "invited"))
        return found

    async def invite(self, giver: Actor, enterprise: str, email: str, name: str, lang: str) -> None:
        """Ask somebody in by a letter. Whether the address has an account here is told to nobody
        but its owner, whose account then joins; nobody is put into an enterprise unasked.

        Raises RegistrationError ``invalid``, ``too_many_members``; AccountError ``grant_refused``.
        """
        address = email_of(email)
        if address is None:
            raise RegistrationError("invalid", [Finding("/email", "not_an_email")])
        if len(await self.of(enterprise)) >= MOST:
            raise RegistrationError("too_many_members")
        grant = Grant(AGENT, enterprise=enterprise)
        if any(address == member.email for member in await self.of(enterprise)):
            return
        wanted = Wanted(
            "enterprise", frozenset({grant}), address, name, lang, INVITED_SECONDS, known=True
        )
        made, secret = await self.house.office.invitations.make(giver, wanted)
        url = self.house.address + PAGE + secret
        self.house.office.postbox.post(letters.invitation(address, lang, url, made.id))

    async def remove(self, giver: Actor, enterprise: str, person: str) -> None:
        """Take somebody off, or an invitation back.

        Raises RegistrationError ``member_unknown``, ``owner_last``.
        """
        member = next((m for m in await self.of(enterprise) if m.id == person), None)
        if member is None:
            raise RegistrationError("member_unknown")
        if member.state == "invited":
            await self.house.office.invitations.revoke(giver, person)
            return
        owners = [m for m in await self.of(enterprise) if m.role == OWNER]
        if member.role == OWNER and len(owners) < 2:
            raise RegistrationError("owner_last")
        account = self.house.accounts.get(person)
        kept = frozenset(grant for grant in account.grants if grant.enterprise != enterprise)
        await self.house.accounts.regrant(person, kept, giver.id)


def _role(account: Account, enterprise: str) -> str:
    roles = {grant.role for grant in account.grants if grant.enterprise == enterprise}
    return OWNER if OWNER in roles else AGENT
