"""Lights of a hall as KHR_lights_punctual, which has the same kinds and units."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

Json = dict[str, Any]


def light(component: Mapping[str, Any]) -> Json:
    """A `light` component as an entry of the extension."""
    kind = component["type"]
    made: Json = {
        "type": kind,
        "color": list(component["color"]),
        "intensity": component["intensity"],
    }
    if component.get("range") and kind != "directional":
        made["range"] = component["range"]
    if kind == "spot":
        angle = min(float(component.get("angle", math.pi / 4)), math.pi / 2)
        made["spot"] = {"innerConeAngle": angle * 0.7, "outerConeAngle": angle}
    return made


def sun(environment: Mapping[str, Any]) -> tuple[Json, list[float]] | None:
    """The sun as a directional light with the rotation of its node; None when there is none."""
    value = environment.get("sun")
    if value is None or not any(value["direction"]):
        return None
    component = {"type": "directional", "color": value["color"], "intensity": value["intensity"]}
    return {**light(component), "name": "sun"}, facing(value["direction"])


def facing(direction: Sequence[float]) -> list[float]:
    """The shortest rotation that turns -Z, where lights shine, into a direction."""
    length = math.hypot(*direction)
    x, y, z = (value / length for value in direction)
    if z > 1.0 - 1e-9:
        return [0.0, 1.0, 0.0, 0.0]
    half = math.sqrt(2.0 * (1.0 - z))
    return [y / half, -x / half, 0.0, half / 2.0]
