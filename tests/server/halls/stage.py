"""A hall for tests: no socket, no clock, an archive that says yes when it is asked to."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import Any, TypeVar

from avatars.interest import InterestPolicy
from avatars.presence import PresenceTable
from scenes.history import History
from scenes.layers import Layers
from scenes.state import SceneState
from server.access.actor import ANYBODY, OWNER, Actor, Grant
from server.access.roles import Role
from server.halls.effects import Archive, Effect, Send
from server.halls.hall import Hall, HallOptions
from server.halls.visitor import Newcomer, Visitor
from server.wire import messages as wire
from tests.scenes.samples import hall_document

M = TypeVar("M", bound=wire.ServerMessage)
_numbers = count(1)


def make_hall(capacity: int = 300, **options: Any) -> Hall:
    """A hall of twenty metres with a fox on a plinth."""
    return open_hall(Layers(SceneState.load(hall_document(capacity=capacity))), **options)


def open_hall(
    layers: Layers, history: History | None = None, epoch: str = "e1", **options: Any
) -> Hall:
    """A hall of these layers."""
    return Hall.open(
        layers,
        history or History(),
        epoch=epoch,
        make_table=lambda _, places: PresenceTable(
            places, InterestPolicy(), ((-10, -1, -10), (10, 6, 10))
        ),
        options=HallOptions(**options),
    )


def actor(role: Role) -> Actor:
    """Somebody with this role in the whole park."""
    known = {"visitor": ANYBODY, "operator": OWNER}
    return known.get(role) or Actor(f"account-{role}", frozenset({Grant(role)}))


def newcomer(role: Role = "visitor", name: str = "Li", ticket: str = "") -> Newcomer:
    """Somebody with a fresh ticket."""
    return Newcomer(name, actor(role), wire.Body(), "en", ticket or f"ticket-{next(_numbers)}")


def enter(hall: Hall, role: Role = "visitor", now: float = 0.0) -> Visitor:
    """Let somebody in."""
    visitor, _ = hall.join(newcomer(role), wire.Join("gallery"), now)
    return visitor


def told(effects: Iterable[Effect], kind: type[M]) -> list[M]:
    """The messages of one kind among effects."""
    return [e.message for e in effects if isinstance(e, Send) and isinstance(e.message, kind)]


def archive(hall: Hall, effects: Iterable[Effect]) -> list[Effect]:
    """Say that everything that was to be archived is; what the hall wants done then."""
    after: list[Effect] = []
    for effect in effects:
        if isinstance(effect, Archive):
            after += hall.archived(effect)
    return after


def edit(*ops: dict[str, Any], layer: wire.Layer = "published", base: int = 0) -> wire.Edit:
    """An edit message."""
    return wire.Edit(7, layer, base, [wire.Operation(**op) for op in ops])
