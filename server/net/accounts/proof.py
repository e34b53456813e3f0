"""Somebody at an open session shows again that it is they, before what decides who gets in."""

from __future__ import annotations

from typing import Final

from server.errors import RequestError
from server.net.accounts.bodies import Proof
from server.net.gate import address_of, session_of
from server.net.route import Asked
from server.run.accounts.account import Account

FRESH_SECONDS: Final = 900.0
"""So long after signing in nothing more needs to be shown."""


async def prove(asked: Asked, account: Account, proof: Proof | None) -> None:
    """Raises RequestError ``proof_due``, ``too_many_attempts``."""
    if _is_fresh(asked):
        return
    if proof is None or not (proof.password or proof.code):
        raise RequestError("proof_due")
    if not await is_shown(asked, account, proof):
        raise RequestError("proof_due")


async def is_shown(asked: Asked, account: Account, proof: Proof) -> bool:
    """Whether the password or the code is right. Wrong ones are counted."""
    office = asked.park.office
    tried = await office.attempts.begin(f"proof-{account.id}", address_of(asked.request))
    if proof.password:
        right = await office.passwords.verify(account.stored.password, proof.password)
    else:
        right = await office.signing.check_totp(account, "".join(proof.code.split()))
    if right:
        await office.attempts.succeeded(tried)
    return right


def _is_fresh(asked: Asked) -> bool:
    session = asked.park.sessions.session(session_of(asked.request))
    return session is not None and asked.park.clock.now() - session.created < FRESH_SECONDS
