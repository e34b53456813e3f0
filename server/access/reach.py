"""Whose things somebody may do an action to, so that a list shows those and no others."""

from __future__ import annotations

from server.access.actor import Actor
from server.access.policy import POLICY


def owner_for(actor: Actor) -> str:
    """Whom what somebody makes belongs to: their company, when they act for one and nobody else."""
    companies = {grant.enterprise for grant in actor.grants}
    if len(companies) == 1 and "" not in companies:
        return f"enterprise:{companies.pop()}"
    return actor.id


def owners_within(actor: Actor, action: str) -> frozenset[str] | None:
    """The owners of the things that the table lets them at, outside every hall; None for all."""
    if not actor.may(action):
        return frozenset()
    row = POLICY.get(action, {})
    grants = [grant for grant in actor.grants if not grant.hall and grant.role in row]
    if any(row[grant.role] == "all" for grant in grants):
        return None
    enterprises = {f"enterprise:{grant.enterprise}" for grant in grants if grant.enterprise}
    return frozenset(enterprises | {actor.id}) if grants else frozenset()
