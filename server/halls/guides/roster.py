"""The bodies of a hall's guides: one in each room for each guide that stands in the scene."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from scenes.places import place_of
from scenes.state import SceneState
from server.halls.audience import BODIES, Audience, Room
from server.halls.effects import Effect, Send
from server.halls.guides.body import GuideBody
from server.halls.guides.cast import Cast
from server.wire import messages as wire


@dataclass(slots=True)
class Roster:
    """Bodies by room and node. ``cast`` says who plays them."""

    audience: Audience
    cast: Cast = field(default_factory=Cast)

    def __iter__(self) -> Iterator[GuideBody]:
        for room in self.audience.rooms:
            yield from self.of(room)

    def of(self, room: Room) -> list[GuideBody]:
        """The guides of one room, in the order of their slots."""
        return [body for body in room.bodies.values() if isinstance(body, GuideBody)]

    def find(self, room: int, node: str) -> GuideBody | None:
        """The guide of a node in a room; None when there is none."""
        if not 0 <= room < len(self.audience.rooms):
            return None
        found = (body for body in self.of(self.audience.rooms[room]) if body.node == node)
        return next(found, None)

    def follow(self, room: Room, scene: SceneState) -> tuple[list[Effect], list[GuideBody]]:
        """Have the guides in a room that the scene has; what people are told, and who is gone."""
        wanted = guide_nodes(scene)
        gone = [body for body in self.of(room) if body.node not in wanted]
        for body in gone:
            del room.bodies[body.slot]
            room.table.leave(body.slot)
        here = {body.node: body for body in self.of(room)}
        changed = [self._come(room, scene, node) for node in wanted if node not in here]
        changed += [body for body in here.values() if self._renew(body, scene)]
        return self._tell(room, changed, gone), gone

    def recast(self, cast: Cast) -> list[Effect]:
        """Personas have changed: guides are called and look otherwise from now on."""
        self.cast = cast
        effects: list[Effect] = []
        for room in self.audience.rooms:
            changed = [body for body in self.of(room) if self._play(body, body.part)]
            effects += self._tell(room, changed, [])
        return effects

    def _come(self, room: Room, scene: SceneState, node: str) -> GuideBody:
        taken = room.bodies.keys()
        first = len(room.slots)
        slot = next(each for each in range(first, first + BODIES) if each not in taken)
        part = _persona_of(scene.nodes[node])
        persona = self.cast.persona(part)
        body = GuideBody.at_home(node, room.number, slot, persona, place_of(scene.nodes, node))
        body.part, body.asset = part, self.cast.asset(persona)
        room.bodies[slot] = body
        room.table.enter(slot, body.pose(), is_person=False)
        return body

    def _renew(self, body: GuideBody, scene: SceneState) -> bool:
        """Take up what was edited; whether people must be told of another name."""
        home = place_of(scene.nodes, body.node)
        if home != body.home:
            if body.is_home and not body.way:
                body.feet, body.yaw = home.position, home.yaw
            body.home = home
        return self._play(body, _persona_of(scene.nodes[body.node]))

    def _play(self, body: GuideBody, id: str) -> bool:
        before, persona = body.name, self.cast.persona(id)
        body.part, body.persona, body.asset = id, persona, self.cast.asset(persona)
        return body.name != before

    def _tell(self, room: Room, changed: list[GuideBody], gone: list[GuideBody]) -> list[Effect]:
        everybody = list(room.visitors())
        effects: list[Effect] = []
        if gone and everybody:
            effects.append(Send(everybody, wire.Gone([body.slot for body in gone], room.shown)))
        if changed and everybody:
            here = [body.person() for body in changed]
            effects.append(Send(everybody, wire.People(here, room.shown)))
        return effects


def guide_nodes(scene: SceneState) -> list[str]:
    """The guides that a scene shows, by id; no more than a room has bodies for."""
    found = (
        id
        for id, node in scene.nodes.items()
        if node["kind"] == "guide" and node.get("visible", True)
    )
    return sorted(found)[:BODIES]


def _persona_of(node: Any) -> str:
    return str(node["guide"]["persona"])
