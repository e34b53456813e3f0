"""Whom a restraint is about: an account, or an address that nobody can read back."""

from __future__ import annotations

from server.access.actor import Actor
from server.access.household import household
from server.access.likeness import likeness
from server.access.roles import ROLES, STAFF
from server.run.moderation.house import Safe
from server.run.talk import Talk


def address_subject(vault: Safe, address: str) -> str:
    """What a household is found by: a keyed hash of its address."""
    return "h_" + vault.index(f"household:{household(address)}")


def person_subject(vault: Safe, address: str, name: str) -> str:
    """What somebody without an account is found by: household and name. Other people behind the
    same address are others."""
    return "n_" + vault.index(f"person:{household(address)}:{likeness(name)}")


def is_exempt(actor: Actor) -> bool:
    """Whether restraints of an address leave somebody alone: staff may sit behind any."""
    return any(grant.role in STAFF for grant in actor.grants)


def subjects_of(vault: Safe, actor: Actor, address: str) -> list[str]:
    """All that somebody can be kept out by."""
    account = [actor.id] if actor.is_known else []
    return account if is_exempt(actor) else [*account, address_subject(vault, address)]


def outranks(moderator: Actor, other: Actor, hall: str) -> bool:
    """Whether somebody's role, as it reaches into a hall, stands above the other's."""
    reaching = [g.role for g in moderator.grants if not g.hall or g.hall == hall]
    mine = max((ROLES.index(role) for role in reaching), default=0)
    theirs = max((ROLES.index(grant.role) for grant in other.grants), default=0)
    return mine > theirs


def hint_of(address: str) -> str:
    """As much of an address as tells households apart at a glance, and no more."""
    shown = household(address)
    if ":" in shown:
        return ":".join(shown.split(":")[:2]) + ":…"
    parts = shown.split(".")
    return ".".join([*parts[:2], "*", "*"]) if len(parts) == 4 else ""


def name_here(talk: Talk) -> str:
    """What the one on this connection is called."""
    return talk.visitor.name if talk.visitor is not None else ""
