"""What a visitor knows of the hall: the scene, the people, and where they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from clients.headless.draft import Draft
from clients.headless.geometry import IDENTITY, Quat, Vec3, added, product, scaled, turned
from clients.headless.guides import GuideBook
from clients.headless.messages import (
    Drafted,
    Fetch,
    Gone,
    Joined,
    Manifest,
    Patch,
    People,
    Person,
    Rights,
    Selection,
    Selections,
    ServerMessage,
)
from clients.headless.pose import Pose, decode_pose
from clients.headless.presence import Presence, Sighting
from clients.headless.scene import Scene


@dataclass(slots=True)
class World:
    """A mirror of one hall. Only messages change it; read it as you like.

    ``me`` is this visitor's id, ``total`` how many people are in the hall, ``manifest`` what to
    fetch, most needed first, ``may`` what this visitor may do here. ``draft`` is what editors see
    on top of ``scene``, once it is watched; ``selections`` what they have selected. ``guides`` are
    the guides of the hall with what they answer.
    """

    hall: str = ""
    epoch: str = ""
    revision: int = 0
    me: int = -1
    total: int = 0
    tick: int = 20
    scene: Scene = field(default_factory=Scene)
    people: dict[int, Person] = field(default_factory=dict)
    manifest: list[Fetch] = field(default_factory=list)
    sightings: dict[int, Sighting] = field(default_factory=dict)
    role: str = ""
    may: frozenset[str] = frozenset()
    draft: Draft = field(default_factory=Draft)
    selections: list[Selection] = field(default_factory=list)
    guides: GuideBook = field(default_factory=GuideBook)

    @property
    def nodes(self) -> dict[str, dict[str, Any]]:
        """The nodes of the scene by id."""
        return self.scene.nodes

    @property
    def others(self) -> dict[int, Person]:
        """Everyone known but this visitor, and but the guides, behind whom nobody sits."""
        return {id: p for id, p in self.people.items() if id != self.me and p.role != "guide"}

    def pose(self, person: int) -> Pose | None:
        """Where somebody was last seen; None for one who was not, or whose pose is none."""
        sighting = self.sightings.get(person)
        try:
            return decode_pose(sighting.body) if sighting else None
        except ValueError:
            return None

    def person(self, name: str) -> Person | None:
        """Somebody by the name that is shown; None when nobody here is called so."""
        return next((one for one in self.people.values() if one.name == name), None)

    def of_kind(self, kind: str) -> dict[str, dict[str, Any]]:
        """The nodes of one kind: ``plinth``, ``seat``, ``portal`` and so on."""
        return {name: node for name, node in self.nodes.items() if node.get("kind") == kind}

    def place(self, node: str) -> tuple[Vec3, Quat]:
        """Where a node stands in the hall and how it is turned, through all its parents."""
        position: Vec3 = (0.0, 0.0, 0.0)
        turn: Quat = IDENTITY
        at: str | None = node
        while at is not None and at in self.nodes:
            rotation = _quat(self.scene.value(at, "rotation"))
            scale = _vec(self.scene.value(at, "scale"), 1.0)
            move = _vec(self.scene.value(at, "translation"), 0.0)
            position = added(turned(rotation, scaled(position, scale)), move)
            turn = product(rotation, turn)
            at = self.scene.value(at, "parent")
        return position, turn

    def clear(self) -> None:
        """Be in no hall."""
        self.hall, self.me, self.total, self.scene = "", -1, 0, Scene()
        self.people, self.sightings, self.manifest = {}, {}, []
        self.may, self.draft, self.selections = frozenset(), Draft(), []
        self.guides.clear()

    def apply(self, message: ServerMessage) -> None:
        """Take up what the server said."""
        match message:
            case Joined():
                self._join(message)
            case Patch():
                self._patch(message)
            case Drafted():
                self.draft.replace(message)
            case Rights():
                self._entitle(message)
            case Selections():
                self.selections = message.who
            case People():
                self.total = message.total
                self.people |= {person.id: person for person in message.here}
            case Gone():
                self._forget(message)
            case Manifest():
                self.manifest = message.items
            case _:
                self.guides.apply(message)

    def see(self, presence: Presence) -> set[int]:
        """Take up a presence frame; returns the ids of people not known by name."""
        bodies, time = presence.bodies, presence.time
        bodies.pop(self.me, None)
        self.total = presence.total
        self.sightings |= {id: Sighting(body, time) for id, body in bodies.items()}
        return bodies.keys() - self.people.keys()

    def _join(self, joined: Joined) -> None:
        if joined.scene is not None:
            shared = dict(joined.shared or {})
            self.scene = Scene(joined.scene["hall"], joined.scene["nodes"], shared)
        self.hall, self.epoch, self.me = joined.hall, joined.epoch, joined.you
        self.total, self.tick = joined.total, joined.tick
        if not joined.resumed:
            self.manifest = joined.manifest
        self.people = {person.id: person for person in joined.people}
        self.sightings, self.draft, self.selections = {}, Draft(), []
        self.guides.clear()
        for patch in joined.patches or ():
            self._patch(patch)
        self.revision = joined.revision

    def _patch(self, patch: Patch) -> None:
        if patch.hall != self.hall:
            return
        if patch.layer == "draft":
            self.draft.extend(patch)
            return
        self.scene.apply(patch.layer, patch.ops)
        self.revision = patch.revision

    def _entitle(self, rights: Rights) -> None:
        self.role, self.may = rights.role, frozenset(rights.may)
        if "draft.read" not in self.may:
            self.draft, self.selections = Draft(), []

    def _forget(self, gone: Gone) -> None:
        self.total = gone.total
        for id in gone.ids:
            self.people.pop(id, None)
            self.sightings.pop(id, None)


def _vec(value: Any, default: float) -> Vec3:
    x, y, z = value if value else (default,) * 3
    return (float(x), float(y), float(z))


def _quat(value: Any) -> Quat:
    x, y, z, w = value if value else IDENTITY
    return (float(x), float(y), float(z), float(w))
