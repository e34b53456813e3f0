"""Roles that follow from what an identity provider says of somebody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from server.access.actor import Grant
from server.access.roles import ROLES, Role

NEVER: Final = frozenset({"visitor", "operator"})
"""Roles that no claim gives: the first is everybody's, the other is the park's owner's."""


@dataclass(frozen=True, slots=True)
class ClaimMap:
    """Which value of a claim gives which role."""

    claim: str = ""
    roles: tuple[tuple[str, Role], ...] = ()

    @property
    def managed(self) -> frozenset[Role]:
        """The roles that follow the claim; others stay as they were given here."""
        return frozenset(role for _, role in self.roles)

    def roles_in(self, claims: Mapping[str, Any]) -> frozenset[Role]:
        """The roles that these claims give. ``a.b`` names a claim inside another."""
        found: Any = claims
        for part in self.claim.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
        values = {found} if isinstance(found, str) else _words(found)
        return frozenset(role for value, role in self.roles if value in values)

    def grants(self, claims: Mapping[str, Any], before: frozenset[Grant]) -> frozenset[Grant]:
        """What somebody has now who had these grants before."""
        kept = {grant for grant in before if grant.role not in self.managed}
        return frozenset(kept | {Grant(role) for role in self.roles_in(claims)})


def _words(found: Any) -> set[str]:
    return {one for one in found if isinstance(one, str)} if isinstance(found, list) else set()


def claim_map(text: str) -> ClaimMap:
    """Read ``claim: value=role, value=role``; raises ValueError that says what is wrong."""
    if not text.strip():
        return ClaimMap()
    claim, colon, pairs = text.partition(":")
    if not colon or not claim.strip():
        raise ValueError("must look like groups: park-managers=manager")
    return ClaimMap(claim.strip(), tuple(_pair(one) for one in pairs.split(",")))


def _pair(text: str) -> tuple[str, Role]:
    value, _, role = (part.strip() for part in text.rpartition("="))
    if not value or role not in ROLES or role in NEVER:
        raise ValueError(f"{text.strip()!r} gives no role that a claim can give")
    return value, role
