"""Invitations over HTTP: made by staff, accepted by whoever holds the link."""

from __future__ import annotations

from aiohttp import web

from server.errors import RequestError
from server.net.accounts.answers import grants_meant, grants_shown, invitation_answer
from server.net.accounts.bodies import Acceptance, InvitationNew
from server.net.accounts.entering import answer_of
from server.net.accounts.fields import Fields
from server.net.api_park import park_name
from server.net.route import Asked
from server.run.accounts import letters
from server.run.accounts.invitations import Wanted

PAGE = "/desk/invitation/"
"""Where a link leads; the secret follows."""
DAY = 86_400.0


async def get_invitations(asked: Asked) -> web.Response:
    """Every invitation."""
    kept = await asked.park.office.invitations.all()
    return web.json_response({"invitations": [invitation_answer(asked.park, i) for i in kept]})


async def post_invitation(asked: Asked) -> web.Response:
    """Invite somebody; with an e-mail address the link goes there too."""
    body: InvitationNew = asked.body
    park, fields = asked.park, Fields(asked)
    email = fields.email(body.email) if body.email else ""
    name = fields.name(body.name) if body.name else ""
    fields.grants(body.grants)
    fields.settle()
    grants = grants_meant(body.grants)
    wanted = Wanted(body.kind, grants, email, name, body.lang, body.days * DAY)
    made, secret = await park.office.invitations.make(asked.actor, wanted)
    url = park.address + PAGE + secret
    if email:
        park.office.postbox.post(letters.invitation(email, body.lang, url, made.id))
    answer = {"invitation": invitation_answer(park, made), "url": url, "sent": bool(email)}
    return web.json_response(answer, status=201)


async def delete_invitation(asked: Asked) -> web.Response:
    """Take an invitation back."""
    id = asked.request.match_info["invitation"]
    await asked.park.office.invitations.revoke(asked.actor, id)
    return web.Response(status=204)


async def get_acceptance(asked: Asked) -> web.Response:
    """What somebody is invited to."""
    invitation = await asked.park.office.invitations.find(asked.request.match_info["secret"])
    return web.json_response(
        {
            "name": invitation.name,
            "email": invitation.email,
            "kind": invitation.kind,
            "grants": grants_shown(invitation.grants),
            "lang": invitation.lang,
            "expires": invitation.expires,
            "park": await park_name(asked.park),
            "has_account": asked.park.office.invitations.joining(invitation) is not None,
        }
    )


async def post_joining(asked: Asked) -> web.Response:
    """Accept an invitation for the account that its address has already; nobody is signed in."""
    account = await asked.park.office.invitations.join(asked.request.match_info["secret"])
    asked.park.office.postbox.tell(account, "grants")
    return web.Response(status=204)


async def post_acceptance(asked: Asked) -> web.Response:
    """Accept an invitation with a password, and sign in."""
    body: Acceptance = asked.body
    secret, office = asked.request.match_info["secret"], asked.park.office
    invitation = await office.invitations.find(secret)
    fields = Fields(asked)
    name, email = fields.name(body.name), fields.email(invitation.email or body.email)
    password = await fields.password(body.password, body.name, email)
    fields.settle()
    if asked.park.accounts.find(email) is not None:
        raise RequestError("account_exists")
    account = await office.invitations.accept(secret, name, email, password, body.lang)
    return await answer_of(asked, account.id, "invitation")
