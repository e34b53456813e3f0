"""What a newcomer is told of a hall: its scene, or what they missed of it, and who is there."""

from __future__ import annotations

from dataclasses import dataclass

from avatars.pose import Vector
from server.halls.audience import Audience, Room
from server.halls.derived import Derived
from server.halls.editing import Editing
from server.halls.news import PEOPLE_AT_ONCE
from server.halls.visitor import Visitor
from server.wire import messages as wire


@dataclass(frozen=True, slots=True)
class Arriving:
    """The threshold of one hall; ``tick`` is how many presence frames there are a second."""

    hall: str
    epoch: str
    editing: Editing
    audience: Audience
    derived: Derived
    tick: int

    def joined(
        self,
        visitor: Visitor,
        position: Vector,
        yaw: float,
        now: float,
        patches: list[wire.Patch] | None,
    ) -> wire.Joined:
        """The first message in a hall; with ``patches`` for those who had been here."""
        layers = self.editing.layers
        room = self.audience.room_of(visitor)
        whole = patches is None
        return wire.Joined(
            hall=self.hall,
            you=visitor.slot,
            ticket=visitor.newcomer.ticket,
            epoch=self.epoch,
            revision=layers.revision,
            resumed=not whole,
            scene=layers.published.document() if whole else None,
            shared=dict(layers.shared) if whole else None,
            patches=patches,
            position=position,
            yaw=yaw,
            people=_known_people(room),
            total=room.shown,
            manifest=self.derived.manifest(position) if whole else [],
            time=now,
            tick=self.tick,
        )


def _known_people(room: Room) -> list[wire.Person]:
    """Everybody who is seen; in a crowd the house's own bodies alone."""
    bodies = [body.person() for body in room.bodies.values()]
    if room.shown > PEOPLE_AT_ONCE:
        return bodies
    return [*(v.person() for v in room.visitors() if not v.hidden), *bodies]
