"""An account as the running park knows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, cast

from server.access.actor import Actor, Grant
from server.access.policy import POLICY
from server.access.roles import Role
from server.store.accounts_records import Kind, State, StoredAccount, StoredGrant

UNTIL_SECURED: Final = frozenset(
    {action for action, row in POLICY.items() if "visitor" in row} | {"account.own"}
)
"""What staff may do before they have a second factor: what visitors may, and to set one up."""
PASSKEY, TOTP = "passkey", "totp"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who has an account. Sealed fields stay sealed in ``stored``, but for the name."""

    stored: StoredAccount
    name: str
    passkeys: int = 0
    """How many passkeys they have."""
    codes: int = 0
    """How many recovery codes they have left."""

    @property
    def id(self) -> str:
        """Opaque and for ever: ``a_`` and 16 hexadecimal digits."""
        return self.stored.id

    @property
    def kind(self) -> Kind:
        """Whose account it is: staff's, an enterprise's, a guest's."""
        return self.stored.kind

    @property
    def state(self) -> State:
        """``active``; ``locked``: too many wrong passwords; ``suspended``: by somebody."""
        return self.stored.state

    @property
    def grants(self) -> frozenset[Grant]:
        """The roles they were given."""
        return grants_of(self.stored.grants)

    @property
    def factors(self) -> tuple[str, ...]:
        """Second factors that they can show: ``passkey``, ``totp``."""
        has = {PASSKEY: self.passkeys > 0, TOTP: bool(self.stored.totp)}
        return tuple(name for name, there in has.items() if there)

    @property
    def is_operator(self) -> bool:
        """Whether they may do everything, everywhere, now."""
        return self.state != "suspended" and holds_all(self.stored.grants)

    def actor(self, *, second_factor: bool) -> Actor | None:
        """Them, as the policy table knows them; None while they are suspended.

        ``second_factor``: staff need one before they may do more than visitors may.
        """
        if self.state == "suspended":
            return None
        bare = second_factor and self.kind == "staff" and not self.factors
        grants = self.grants or frozenset({Grant("visitor")})
        return Actor(self.id, grants, self.name, UNTIL_SECURED if bare else None)


def grants_of(stored: Iterable[StoredGrant]) -> frozenset[Grant]:
    """Grants as the policy table knows them."""
    return frozenset(Grant(cast(Role, role), hall, of) for role, hall, of in stored)


def stored_grants(grants: Iterable[Grant]) -> tuple[StoredGrant, ...]:
    """Grants as the archive keeps them."""
    return tuple((grant.role, grant.hall, grant.enterprise) for grant in sorted(grants))


def holds_all(grants: Iterable[StoredGrant]) -> bool:
    """Whether one of these is the operator's, without bounds."""
    return ("operator", "", "") in grants
