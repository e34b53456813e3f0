"""Where things stand in the hall: a node's place after all its parents' transforms.

glTF 2.0 section 3.5.3: a node's global transform is its parent's times translation · rotation ·
scale. Quaternions are ``[x, y, z, w]``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

Vector = tuple[float, float, float]
Quaternion = tuple[float, float, float, float]
IDENTITY: Quaternion = (0.0, 0.0, 0.0, 1.0)
GOLDEN_ANGLE = math.pi * (3.0 - math.sqrt(5.0))


class Place(NamedTuple):
    """A position in metres and a rotation in the hall's space."""

    position: Vector
    rotation: Quaternion
    scale: Vector = (1.0, 1.0, 1.0)

    @property
    def yaw(self) -> float:
        """Radians about +Y by which the direction -Z was turned; 0 looks along -Z."""
        x, _, z = rotate(self.rotation, (0.0, 0.0, -1.0))
        return math.atan2(-x, -z)


def rotate(q: Quaternion, v: Vector) -> Vector:
    """A vector turned by a unit quaternion."""
    x, y, z, w = q
    tx, ty, tz = (
        2 * (y * v[2] - z * v[1]),
        2 * (z * v[0] - x * v[2]),
        2 * (x * v[1] - y * v[0]),
    )
    return (
        v[0] + w * tx + y * tz - z * ty,
        v[1] + w * ty + z * tx - x * tz,
        v[2] + w * tz + x * ty - y * tx,
    )


def multiply(a: Quaternion, b: Quaternion) -> Quaternion:
    """The rotation that turns by ``b`` first, then by ``a``."""
    ax, ay, az, aw = a
    bx, by, bz, bw = b
    return (
        aw * bx + ax * bw + ay * bz - az * by,
        aw * by - ax * bz + ay * bw + az * bx,
        aw * bz + ax * by - ay * bx + az * bw,
        aw * bw - ax * bx - ay * by - az * bz,
    )


def place_of(nodes: Mapping[str, Mapping[str, Any]], node: str) -> Place:
    """Where a node stands in the hall."""
    chain: list[Mapping[str, Any]] = []
    at: str | None = node
    while at is not None and at in nodes and len(chain) <= len(nodes):
        chain.append(nodes[at])
        at = nodes[at].get("parent")
    place = Place((0.0, 0.0, 0.0), IDENTITY)
    for link in reversed(chain):
        place = _below(place, link)
    return place


def _below(place: Place, node: Mapping[str, Any]) -> Place:
    t = node.get("translation", (0.0, 0.0, 0.0))
    r: Quaternion = tuple(node.get("rotation", IDENTITY))
    s = node.get("scale", (1.0, 1.0, 1.0))
    scaled = (t[0] * place.scale[0], t[1] * place.scale[1], t[2] * place.scale[2])
    x, y, z = rotate(place.rotation, scaled)
    return Place(
        (place.position[0] + x, place.position[1] + y, place.position[2] + z),
        multiply(place.rotation, r),
        (place.scale[0] * s[0], place.scale[1] * s[1], place.scale[2] * s[2]),
    )


def spawn_node(nodes: Mapping[str, Mapping[str, Any]], wanted: str | None) -> str | None:
    """The spawn point to use: the wanted one, else ``spawn-main``, else the first by id."""
    spawns = sorted(name for name, node in nodes.items() if node["kind"] == "spawn")
    if wanted in spawns:
        return wanted
    if "spawn-main" in spawns:
        return "spawn-main"
    return spawns[0] if spawns else None


def spread(place: Place, radius: float, number: int) -> Vector:
    """The ``number``-th of many places around a spawn point, so that newcomers do not overlap.

    Places follow a sunflower spiral (Vogel 1979), which fills a disc evenly.
    """
    reach = radius * math.sqrt(((number % 64) + 0.5) / 64)
    x, y, z = place.position
    angle = number * GOLDEN_ANGLE
    return (x + reach * math.cos(angle), y, z + reach * math.sin(angle))
