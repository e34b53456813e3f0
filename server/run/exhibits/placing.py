"""Where exhibits stand: put down, moved, turned, taken away; each is an edit of a hall."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from scenes.names import IDENTIFIER
from scenes.operations import Operation
from scenes.places import Vector
from server.halls.errors import HallError
from server.run.exhibits.seat import (
    Fit,
    Seat,
    Spot,
    scale_for,
    seat_of,
    spot_in,
    spot_on,
    turned,
    yaw_of,
)
from server.run.exhibits.swap import Nodes, exhibit_of, reach_of, standing
from server.store.exhibit_records import StoredExhibit, StoredRevision


class InBooth(NamedTuple):
    """A booth, and where on its floor: metres in the booth's own axes; None is its middle."""

    booth: str
    at: Vector | None = None


Where = Literal["free"] | str | Vector | InBooth
"""A plinth's id, a place on the floor, the first free plinth, or a place in a booth."""


class Placed(NamedTuple):
    """An exhibit that stands, since this revision of the hall."""

    node: str
    hall: str
    plinth: str | None
    revision: int


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an exhibit stands; ``yaw`` in radians about +Y; ``number``: the revision it shows."""

    exhibit: str
    hall: str
    node: str
    plinth: str | None
    fit: Fit | None
    yaw: float
    number: int


def placements(hall: str, nodes: Nodes) -> Iterator[Placement]:
    """Every exhibit that stands in a hall, in the order of its nodes."""
    for name, node in nodes.items():
        exhibit = exhibit_of(node)
        if exhibit is not None:
            shown = node["exhibit"]
            yield Placement(
                exhibit,
                hall,
                name,
                plinth_of(nodes, node),
                shown.get("fit"),
                yaw_of(node),
                int(shown["revision"]),
            )


def plinth_of(nodes: Nodes, node: Mapping[str, Any]) -> str | None:
    """The plinth that a node stands on."""
    parent = node.get("parent")
    return parent if parent and nodes[parent]["kind"] == "plinth" else None


def put(
    nodes: Nodes,
    exhibit: StoredExhibit,
    revision: StoredRevision,
    where: Where,
    fit: Fit | None,
    yaw: float,
) -> tuple[str, Operation]:
    """The node's id and the operation that puts an exhibit down.

    ``fit``: none says fitted on a plinth and in a booth, true scale on the floor. Raises HallError
    ``no_such_plinth``, ``no_free_plinth``, ``booth_unknown``.
    """
    parent, spot = place(nodes, where)
    chosen: Fit = fit or ("true" if parent is None else "fitted")
    bounds = revision.model["bounds"]
    seat = Seat(spot.foot, turned(yaw), scale_for(bounds, spot.reach, chosen))
    name = free_id(nodes, exhibit.id)
    value = {
        "kind": "exhibit",
        "name": exhibit.title,
        "parent": parent,
        **seat.properties(bounds),
        "visible": True,
        "model": revision.model,
        "exhibit": {"id": exhibit.id, "revision": revision.number, "fit": chosen},
        "card": exhibit.card,
    }
    return name, {"op": "add", "path": f"/nodes/{name}", "value": value}


def move(
    nodes: Nodes, exhibit: str, name: str, where: Where | None, fit: Fit | None, yaw: float | None
) -> list[Operation]:
    """Operations that put a standing exhibit elsewhere, in another size or turned; None: as it is.

    Raises HallError ``placement_unknown``, ``no_such_plinth``, ``no_free_plinth``.
    """
    node = node_of(nodes, exhibit, name)
    plinth, reach = node.get("parent"), reach_of(nodes, node)
    seat = seat_of(node) or Seat((0.0, 0.0, 0.0), turned(yaw_of(node)), 1.0)
    if where is not None:
        plinth, spot = place(nodes, where, name)
        seat, reach = seat._replace(foot=spot.foot), spot.reach
    if yaw is not None:
        seat = seat._replace(turn=turned(yaw))
    shown, bounds = node["exhibit"], node["model"]["bounds"]
    chosen: Fit | None = fit or shown.get("fit")
    if chosen is not None and (fit is not None or where is not None):
        seat = seat._replace(scale=scale_for(bounds, reach, chosen))
    wanted = seat.properties(bounds) | {"parent": plinth}
    if chosen is not None:
        wanted["exhibit"] = {**shown, "fit": chosen}
    return [
        {"op": "set", "path": f"/nodes/{name}/{key}", "value": value}
        for key, value in wanted.items()
        if node.get(key) != value
    ]


def take_away(nodes: Nodes, exhibit: str) -> list[Operation]:
    """Operations that remove every node of an exhibit."""
    return [{"op": "remove", "path": f"/nodes/{name}"} for name in outermost(nodes, exhibit)]


def outermost(nodes: Nodes, exhibit: str) -> Iterator[str]:
    """Nodes of an exhibit that stand below no other of it: those go with the upper one."""
    own = set(standing(nodes, exhibit))
    for name in own:
        above = nodes[name].get("parent")
        while above is not None and above not in own:
            above = nodes[above].get("parent")
        if above is None:
            yield name


def node_of(nodes: Nodes, exhibit: str, name: str) -> Mapping[str, Any]:
    """A node that shows the exhibit; raises HallError ``placement_unknown``."""
    node = nodes.get(name)
    if node is None or exhibit_of(node) != exhibit:
        raise HallError("placement_unknown", name)
    return node


def place(nodes: Nodes, where: Where, mover: str | None = None) -> tuple[str | None, Spot]:
    """What it stands on, if anything, and the spot.

    Raises HallError ``no_such_plinth``, ``no_free_plinth``, ``booth_unknown``.
    """
    if isinstance(where, InBooth):
        return where.booth, _spot_in(nodes, where)
    if not isinstance(where, str):
        return None, Spot(where)
    plinth = where if where != "free" else _free_plinth(nodes, mover)
    if plinth not in nodes or nodes[plinth]["kind"] != "plinth":
        raise HallError("no_such_plinth", plinth)
    return plinth, spot_on(nodes[plinth])


def _spot_in(nodes: Nodes, where: InBooth) -> Spot:
    booth = nodes.get(where.booth)
    if booth is None or booth["kind"] != "booth":
        raise HallError("booth_unknown", where.booth)
    return spot_in(booth)._replace(foot=where.at or (0.0, 0.0, 0.0))


def free_id(nodes: Nodes, wish: str) -> str:
    """An id that no node has: the one wished for, or one like it."""
    name, number = wish, 1
    while name in nodes or not IDENTIFIER.fullmatch(name):
        number += 1
        name = f"{wish[:56]}-{number}"
    return name


def _free_plinth(nodes: Nodes, mover: str | None) -> str:
    taken = {n.get("parent") for k, n in nodes.items() if n["kind"] == "exhibit" and k != mover}
    free = sorted(
        name for name, node in nodes.items() if node["kind"] == "plinth" and name not in taken
    )
    if not free:
        raise HallError("no_free_plinth")
    return free[0]
