"""What people may do in a hall, told to each of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from server.access.actor import Actor
from server.halls.entitled import Entitled
from server.wire.messages import Rights

MOST = 64
"""Different sets of grants whose actions are remembered: a crowd has very few."""


@dataclass(slots=True)
class RightsBook:
    """The rights that grants, and the booths that go with them, give in one hall."""

    entitled: Entitled
    _known: dict[Any, list[str]] = field(default_factory=dict)

    def of(self, actor: Actor) -> Rights:
        """The message that says so."""
        booths = self.entitled.booths(actor)
        key = (actor.grants, actor.only, booths)
        may = self._known.get(key)
        if may is None:
            may = sorted(action for action in actor.actions() if self.entitled.may(actor, action))
            if len(self._known) >= MOST:
                self._known.clear()
            self._known[key] = may
        return Rights(actor.role, may, sorted(booths))
