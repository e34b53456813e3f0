"""What a brain asks a guide to do, held against the hall: what is to happen, or why it may not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from avatars.guides.actions import RULES, ActionRule, Argument
from avatars.guides.brain import ActionCall
from avatars.pose import Vector
from scenes.interest import is_shown
from scenes.operations import Operation
from scenes.places import Place, place_of
from scenes.state import SceneState

EXHIBITS: Final = frozenset({"explode_exhibit", "set_variant", "play_animation", "show_exhibit"})
"""Actions that are about exhibits alone."""
CHANGES: Final = frozenset({"explode_exhibit", "set_variant", "play_animation"})
"""Actions that change what everybody sees of an exhibit."""
WALKS: Final = frozenset({"go_to", "lead_to"})
APPROACHES: Final = frozenset({*EXHIBITS, "point_at"})
"""Actions that one does from near, when there is a way."""
LONGEST_TEXT: Final = 200
LARGEST: Final = 1e6
"""Of numbers; no float holds every whole number that a model can write."""


class RefusalError(Exception):
    """Why something is not done: a stable code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Plan:
    """What an action comes to. ``place`` is its thing's middle, ``radius`` how far that reaches
    (metres); ``ops`` are for the shared layer."""

    rule: ActionRule
    args: Mapping[str, Any]
    node: str = ""
    place: Vector = (0.0, 0.0, 0.0)
    floor: Vector = (0.0, 0.0, 0.0)
    radius: float = 0.0
    ops: tuple[Operation, ...] = ()


def planned(
    call: ActionCall, scene: SceneState | None, now: float, elsewhere: frozenset[str]
) -> Plan:
    """What a call comes to; raises RefusalError. Without a scene there are no things to act on.

    ``elsewhere`` are nodes of other halls, so that a refusal can say that it is one of those.
    """
    rule = RULES.get(call.name)
    if rule is None:
        raise RefusalError("action_unknown")
    args = _arguments(rule, call.args)
    if rule.where == "asker":
        return Plan(rule, args)
    id = str(args["node"])
    node = None if scene is None else scene.nodes.get(id)
    if scene is None or node is None or not is_shown(scene.nodes, id):
        raise RefusalError("other_hall" if id in elsewhere else "no_such_node")
    if rule.name in EXHIBITS and node["kind"] != "exhibit":
        raise RefusalError("not_an_exhibit")
    place = place_of(scene.nodes, id)
    return Plan(
        rule, args, id, _middle(place, node), place.position, _radius(place, node),
        _operations(rule.name, id, args, node, now),
    )  # fmt: skip


def _arguments(rule: ActionRule, given: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments that the action has, each of its type; others are left out."""
    kept: dict[str, Any] = {}
    for argument in rule.arguments:
        value = given.get(argument.name)
        if value is None:
            if argument.required:
                raise RefusalError("bad_arguments")
            continue
        if not _is_fine(argument, value):
            raise RefusalError("bad_arguments")
        kept[argument.name] = value
    return kept


def _is_fine(argument: Argument, value: Any) -> bool:
    match argument.type:
        case "string":
            fine = isinstance(value, str) and 0 < len(value) <= LONGEST_TEXT
        case "number":
            fine = isinstance(value, int | float) and not isinstance(value, bool)
            fine = fine and abs(value) <= LARGEST
        case "boolean":
            fine = isinstance(value, bool)
        case "object":
            fine = isinstance(value, Mapping) and all(map(_is_simple, value.items()))
            fine = fine and len(value) <= len(PREFILLED)
    return fine and (not argument.values or value in argument.values)


PREFILLED: Final = frozenset({"name", "industry", "brief", "wants_booth"})
"""What a form may be begun with."""


def _is_simple(item: tuple[Any, Any]) -> bool:
    name, value = item
    return name in PREFILLED and (
        isinstance(value, bool) or (isinstance(value, str) and len(value) <= LONGEST_TEXT)
    )


def _operations(
    name: str, id: str, args: Mapping[str, Any], node: Mapping[str, Any], now: float
) -> tuple[Operation, ...]:
    """What of the shared layer an action sets; raises RefusalError."""
    model = node.get("model", {})
    match name:
        case "explode_exhibit":
            if int(model.get("parts", 0)) < 2:
                raise RefusalError("cannot_explode")
            amount = min(1.0, max(0.0, float(args.get("amount", 1.0))))
            return (_set(id, "explode", amount),)
        case "set_variant":
            if args["variant"] not in model.get("variants", ()):
                raise RefusalError("no_such_variant")
            return (_set(id, "variant", args["variant"]),)
        case "play_animation":
            if args["animation"] not in model.get("clips", ()):
                raise RefusalError("no_such_clip")
            running = {"clip": args["animation"], "playing": True, "at": 0.0, "since": now}
            return (_set(id, "animation", {**running, "speed": 1.0}),)
    return ()


def _set(id: str, key: str, value: Any) -> Operation:
    return {"op": "set", "path": f"/nodes/{id}/{key}", "value": value}


def _middle(place: Place, node: Mapping[str, Any]) -> Vector:
    """The middle of a thing's box, upright; a little above its foot when it has none."""
    bounds = node.get("model", {}).get("bounds")
    x, y, z = place.position
    if not bounds:
        return (x, y + 0.4 * place.scale[1], z)
    return (x, y + place.scale[1] * (bounds["min"][1] + bounds["max"][1]) / 2, z)


def _radius(place: Place, node: Mapping[str, Any]) -> float:
    """How far a thing reaches from its middle, on the floor; metres."""
    bounds = node.get("model", {}).get("bounds")
    if not bounds:
        return float(node.get("plinth", {}).get("radius", 0.3))
    (a, _, b), (c, _, d) = bounds["min"], bounds["max"]
    reach = max(abs(float(each)) for each in (a, b, c, d))
    return reach * max(place.scale[0], place.scale[2])
