"""Accounts, sessions and grants as answers tell them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from server.access.actor import Actor, Grant
from server.access.giving import may_handle
from server.net.accounts.bodies import GrantBody
from server.run.accounts.account import Account
from server.run.accounts.invitations import Invitation
from server.run.accounts.signing import Step
from server.run.park import Park
from server.run.sessions import Session
from server.store.accounts_records import StoredKey


def session_answer(park: Park, actor: Actor, csrf: str = "") -> dict[str, Any]:
    """Who somebody is and what they may do, as ``SessionAnswer``."""
    account = park.accounts.find_id(actor.id)
    return {
        "id": actor.id,
        "name": actor.name,
        "role": actor.role,
        "may": sorted(actor.actions()),
        "csrf": csrf,
        "account": own_account(park, account) if account else None,
        "first_run": park.accounts.first_run,
    }


def step_answer(step: Step) -> dict[str, Any]:
    """A second factor is due."""
    return {"step": step.secret, "methods": list(step.methods)}


def own_account(park: Park, account: Account) -> dict[str, Any]:
    """One's own account, as ``OwnAccount``."""
    actor = park.accounts.actor(account.id)
    return {
        "id": account.id,
        "kind": account.kind,
        "name": account.name,
        "email": park.accounts.email(account),
        "phone": park.accounts.phone(account),
        "lang": account.stored.lang,
        "grants": grants_shown(account.grants),
        "has_password": bool(account.stored.password),
        "password_at": account.stored.password_at,
        "totp": bool(account.stored.totp),
        "passkeys": account.passkeys,
        "recovery_codes": account.codes,
        "second_factor": bool(account.factors),
        "must_secure": actor is not None and actor.only is not None,
        "created": account.stored.created,
    }


def person(park: Park, account: Account, asker: Actor) -> dict[str, Any]:
    """Somebody's account, as ``PersonAnswer``."""
    role = Actor(account.id, account.grants).role
    return {
        "id": account.id,
        "kind": account.kind,
        "state": account.state,
        "name": account.name,
        "email": park.accounts.email(account),
        "phone": park.accounts.phone(account),
        "lang": account.stored.lang,
        "role": role,
        "grants": grants_shown(account.grants),
        "has_password": bool(account.stored.password),
        "factors": list(account.factors),
        "sessions": len(park.sessions.of(account.id)),
        "created": account.stored.created,
        "seen": account.stored.seen,
        "editable": asker.may("people.edit") and may_handle(asker, account.grants),
    }


def session_shown(session: Session, current: str) -> dict[str, Any]:
    """One session, as ``SessionShown``."""
    return {
        "id": session.id,
        "created": session.created,
        "seen": session.seen,
        "expires": session.expires,
        "agent": session.agent,
        "address": session.address,
        "how": session.how,
        "current": session.id == current,
    }


def invitation_answer(park: Park, invitation: Invitation) -> dict[str, Any]:
    """An invitation, as ``InvitationAnswer``."""
    over = invitation.expires <= park.clock.now()
    return {
        "id": invitation.id,
        "kind": invitation.kind,
        "grants": grants_shown(invitation.grants),
        "name": invitation.name,
        "email": invitation.email,
        "lang": invitation.lang,
        "by": invitation.by,
        "by_name": park.accounts.name_of(invitation.by),
        "created": invitation.created,
        "expires": invitation.expires,
        "used": invitation.used,
        "account": invitation.account,
        "state": "accepted" if invitation.used else "expired" if over else "open",
    }


def key_answer(park: Park, key: StoredKey) -> dict[str, Any]:
    """An API key, as ``KeyAnswer``."""
    return {
        "id": key.id,
        "account": key.account,
        "account_name": park.accounts.name_of(key.account),
        "name": key.name,
        "scopes": key.scopes,
        "created": key.created,
        "expires": key.expires,
        "seen": key.seen,
    }


def grants_shown(grants: Iterable[Grant]) -> list[dict[str, str]]:
    """Grants as JSON."""
    return [
        {"role": grant.role, "hall": grant.hall, "enterprise": grant.enterprise}
        for grant in sorted(grants)
    ]


def grants_meant(bodies: Iterable[GrantBody]) -> frozenset[Grant]:
    """Grants as the policy table knows them."""
    return frozenset(Grant(b.role, b.hall, b.enterprise) for b in bodies)
