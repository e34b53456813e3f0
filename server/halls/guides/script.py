"""What guides do with their bodies, step by step: walk there, point, change an exhibit."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from avatars.pose import Vector
from scenes.findings import SceneError
from scenes.layers import Layers
from server.halls.audience import Audience
from server.halls.derived import Derived
from server.halls.guides import shared
from server.halls.guides.actions import APPROACHES, CHANGES, WALKS, Plan
from server.halls.guides.body import GuideBody
from server.halls.guides.gait import shortened
from server.halls.guides.turn import Deed, Turn
from server.halls.visitor import Visitor

ARM_LENGTH: Final = 1.1
"""Metres between a thing's edge and a guide that has walked up to it."""
NEAR: Final = 3.5
"""Metres beyond a thing's edge from which a guide still shows it without walking."""
FARTHEST_OFF: Final = 4.0
"""Metres that the nearest place to stand may be from a thing's edge."""
ARM_SECONDS: Final = 0.7
"""What it takes to raise an arm, before anything else happens."""
LOOK_SECONDS: Final = 0.8
LEASH: Final = 5.0
"""Metres that somebody who is led may fall behind before the guide waits."""
FAST: Final = 2.5
"""Metres within which they must come before it walks on, or has led them there."""
PATIENCE: Final = 25.0
"""Seconds that it waits for them in all, before it gives up."""


@dataclass(slots=True)
class Script:
    """The legs and hands of one hall's guides."""

    audience: Audience
    layers: Layers
    derived: Derived
    touched: Callable[[float], None]
    """Told when the shared layer was changed."""

    def way_to(self, body: GuideBody, plan: Plan) -> list[Vector] | None:
        """The corners of a way to a thing, ending an arm's length before it; None: there is none.

        The nearest place to stand may be so far off that one cannot be said to be there.
        """
        found = self.derived.path(body.feet, plan.floor)
        if found is None:
            return None
        near = plan.radius + ARM_LENGTH
        if _across(found[-1], plan.floor) > plan.radius + FARTHEST_OFF:
            return None
        return shortened(found, plan.floor, near)

    def begin(self, body: GuideBody, deed: Deed, now: float) -> None:
        """Start to do it."""
        plan, deed.state, deed.began = deed.plan, "begun", now
        body.target = None
        name = plan.rule.name
        if name in WALKS or (name in APPROACHES and self._is_far(body, plan)):
            body.way = self.way_to(body, plan) or []
        body.gaze = plan.place

    def go_on(self, turn: Turn, deed: Deed, now: float) -> bool:
        """Do more of it; whether it is done. Raises SceneError when the exhibit is gone."""
        body, plan = turn.body, deed.plan
        if body.way:
            return False
        if not deed.reached:
            deed.reached = now
        body.gaze = plan.place
        name = plan.rule.name
        if name in WALKS:
            return name == "go_to" or self._is_with(turn, body) or now - deed.reached > PATIENCE
        if name == "look_at":
            return now - deed.reached >= LOOK_SECONDS
        body.target = plan.place
        if now - deed.reached < ARM_SECONDS:
            return False
        if name in CHANGES and not deed.before:
            deed.before = shared.put(self.layers, plan.ops)
            self.touched(now)
        return True

    def undo(self, turn: Turn, deed: Deed, now: float) -> bool:
        """Take it back as far as that makes sense; whether there was anything to take back."""
        body = turn.body
        undone = deed.state == "begun"
        if undone:
            body.way = []
        body.target = None
        if deed.before:
            try:
                undone = shared.put_back(self.layers, deed.plan.ops, deed.before) or undone
                self.touched(now)
            except SceneError:
                # The exhibit, or what it can be set to, is not there any more.
                deed.before = {}
        return undone

    def waits(self, turn: Turn | None, body: GuideBody, seconds: float) -> bool:
        """Whether a guide that leads somebody stands still for them to come after it."""
        deed = leading(turn)
        if turn is None or deed is None or not body.way:
            return False
        deed.waiting = self.away(turn.asker, body) > (FAST if deed.waiting else LEASH)
        if deed.waiting:
            deed.waited += seconds
        return deed.waiting

    def has_lost(self, turn: Turn) -> bool:
        """Whether somebody who was led does not come after all."""
        deed = leading(turn)
        return deed is not None and deed.waited > PATIENCE

    def away(self, visitor: Visitor, body: GuideBody) -> float:
        """Metres between a visitor and a guide."""
        at = self.audience.room_of(visitor).table.position(visitor.slot)
        return math.dist(at, body.eyes)

    def go_home(self, body: GuideBody) -> None:
        """Walk back to where its node stands."""
        way = self.derived.path(body.feet, body.home.position)
        # Without a way, as when the floor was changed under it, it is simply there again.
        if way is None:
            body.feet = body.home.position
        else:
            body.way = [*way[1:-1], body.home.position]
        body.target = body.gaze = None

    def _is_far(self, body: GuideBody, plan: Plan) -> bool:
        return _across(body.feet, plan.floor) > plan.radius + NEAR

    def _is_with(self, turn: Turn, body: GuideBody) -> bool:
        return self.away(turn.asker, body) <= LEASH


def leading(turn: Turn | None) -> Deed | None:
    """What of an answer is leading somebody somewhere, at this moment."""
    begun = (deed for deed in turn.deeds if deed.state == "begun") if turn else ()
    return next((deed for deed in begun if deed.plan.rule.name == "lead_to"), None)


def _across(one: Vector, other: Vector) -> float:
    """How far apart on the floor; metres."""
    return math.hypot(one[0] - other[0], one[2] - other[2])
