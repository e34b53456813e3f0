"""Who does something, and to what: the values that the policy table is asked about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from server.access.policy import PARK_WIDE, POLICY, UNBOUND, Reach
from server.access.roles import Role, highest


@dataclass(frozen=True, slots=True, order=True)
class Grant:
    """A role that somebody was given: everywhere, in one hall, or for one enterprise."""

    role: Role
    hall: str = ""
    enterprise: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """What is acted upon.

    ``owner`` is an actor's id or ``enterprise:<id>``, empty for what is the park's own; ``hall``
    is where it is, empty for what stands in no hall.
    """

    owner: str = ""
    hall: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody as the policy table knows them.

    ``id`` is opaque and stable: an account's id, ``operator`` for whoever came by the operator's
    one-time link or the park's own socket, ``visitor`` for everybody without an account. It stands
    as author in histories. ``only`` narrows the actions (the scopes of an API key).
    """

    id: str
    grants: frozenset[Grant]
    name: str = ""
    only: frozenset[str] | None = None

    @property
    def role(self) -> Role:
        """The role by which others know them."""
        return highest(frozenset(grant.role for grant in self.grants))

    @property
    def is_known(self) -> bool:
        """Whether somebody signed in, as opposed to an anonymous visitor."""
        return self.id != ANYBODY.id

    def may(self, action: str, thing: Thing | None = None) -> bool:
        """Whether the table gives them this action.

        Without a thing: on something at least; whoever asks so must ask again about the thing.
        An action that the table does not name is refused to all.
        """
        if self.only is not None and action not in self.only:
            return False
        row = POLICY.get(action, {})
        if action in UNBOUND:
            return any(grant.role in row for grant in self.grants)
        if thing is None and action.partition(".")[0] in PARK_WIDE:
            thing = Thing()
        return any(self._reaches(grant, row.get(grant.role), thing) for grant in self.grants)

    def actions(self) -> frozenset[str]:
        """Every action that they may do to something."""
        return frozenset(action for action in POLICY if self.may(action))

    def _reaches(self, grant: Grant, reach: Reach | None, thing: Thing | None) -> bool:
        if reach is None:
            return False
        if thing is None:
            return True
        owns = self._owns(grant, thing)
        if reach == "own" and not owns:
            return False
        # What one owns and what stands in no hall is one's own whatever hall one works in.
        return not grant.hall or grant.hall == thing.hall or (reach == "own" and not thing.hall)

    def _owns(self, grant: Grant, thing: Thing) -> bool:
        enterprise = f"enterprise:{grant.enterprise}" if grant.enterprise else ""
        return bool(thing.owner) and thing.owner in (self.id, enterprise)


ANYBODY: Final = Actor("visitor", frozenset({Grant("visitor")}))
"""Somebody without an account."""
OWNER: Final = Actor("operator", frozenset({Grant("operator")}))
"""Whoever holds the machine: by the unix socket, or by the one-time link printed there."""


def house(author: str) -> Actor:
    """The house itself, on behalf of somebody whom the table was asked about before."""
    return Actor(author, OWNER.grants)
