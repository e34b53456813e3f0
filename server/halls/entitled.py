"""What somebody may do in one hall: by the table, and as a tenant of one of its booths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from scenes.layers import Layers
from server.access.actor import Actor, Thing
from server.access.live import BOOTH, UNSEEN
from server.halls.booths import Booths

OWN: Final = frozenset({BOOTH, "exhibit.place", "exhibit.publish", "media.place"})
"""What a company's people may do in its booth and nowhere else in the hall."""


@dataclass(slots=True)
class Entitled:
    """The rights of people in one hall, by what is published there."""

    hall: str
    layers: Layers
    tenancies: Booths

    def may(self, actor: Actor, action: str) -> bool:
        """Whether the table gives somebody this action here, or in a booth of their own here."""
        if actor.may(action, Thing(hall=self.hall)):
            return True
        return action in OWN and bool(self.booths(actor, action))

    def booths(self, actor: Actor, action: str = BOOTH) -> frozenset[str]:
        """The booths in which somebody has an action as one of their tenant's people."""
        return self.tenancies.of(actor, self.layers.published.nodes, action)

    def may_hide(self, actor: Actor) -> bool:
        """Whether somebody may be here without a body: who sees the draft, or furnishes a booth."""
        return self.may(actor, UNSEEN) or self.may(actor, BOOTH)
