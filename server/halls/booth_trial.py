"""An edit of a company's booth, tried on a copy of the hall: where it goes, what it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from scenes.findings import Finding, SceneError
from scenes.furnishing import Box, Burden, below, burden, reach
from scenes.names import ScenePath, parse_path
from scenes.operations import Operation, Working
from scenes.space import tenant_of

Nodes = Mapping[str, Mapping[str, Any]]
KINDS: Final = frozenset({"exhibit", "plinth", "text", "board", "light", "group"})
MOST_NODES: Final = 80
MOST_OPERATIONS: Final = 400
MOST_LIGHTS: Final = 6
FARTHEST: Final = 12.0
"""Metres that a lamp of a booth reaches: neighbours are not to be lit."""
BRIGHTEST: Final = 400.0
"""Candela."""
SLACK: Final = 0.03
"""Metres that something may stand out: what was rounded, or lies flat on the floor."""


class Room(NamedTuple):
    """What a booth offers and what of it is used."""

    box: Box
    most: Burden
    used: Burden


@dataclass(slots=True)
class Trial:
    """An edit that is tried on a copy of a hall."""

    mine: frozenset[str]
    working: Working
    touched: set[str] = field(default_factory=set)

    def run(self, ops: Sequence[Operation]) -> Iterator[Finding]:
        """Carry every operation out, and tell of those that are not about one's own booth."""
        if len(ops) > MOST_OPERATIONS:
            yield Finding("/ops", "booth_budget", "error", f"{len(ops)} / {MOST_OPERATIONS}")
            return
        for index, operation in enumerate(ops):
            at = f"/ops/{index}"
            try:
                path = parse_path(str(operation.get("path")), f"{at}/path")
                adds = operation.get("op") == "add"
                if not adds and not (self._owns(path) and self._is_movable(path, operation)):
                    yield Finding(at, "not_your_booth", "error", path.node)
                    continue
                self.working.run(operation, at)
            except SceneError:
                continue
            if path.node in self.working.nodes:
                self.touched.add(path.node)
                if not self._owns(path):
                    yield Finding(at, "not_your_booth", "error", path.node)

    def look(self, before: Nodes, *, vouched: bool) -> Iterator[Finding]:
        """What is wrong with what the operations led to."""
        after = self.working.nodes
        for name in sorted(self.touched & after.keys()):
            yield from _kind(after, name)
        if not vouched:
            yield from self._foreign(before)
        for booth in sorted(self.mine):
            if after[booth].get("booth"):
                yield from _room_faults(before, after, booth)

    def _owns(self, path: ScenePath) -> bool:
        tenant = tenant_of(self.working.nodes, path.node) if path.root == "nodes" else None
        return tenant is not None and tenant.booth in self.mine

    def _is_movable(self, path: ScenePath, operation: Operation) -> bool:
        """False for what a booth of anybody's hangs below: it would go or move with it."""
        if operation.get("op") != "remove" and not path.is_parent:
            return True
        nodes = self.working.nodes
        return all(nodes[one]["kind"] != "booth" for one in (path.node, *below(nodes, path.node)))

    def _foreign(self, before: Nodes) -> Iterator[Finding]:
        """Exhibits and media that did not stand in the booth before: files are not to be named at
        will, but taken from the company's shelf."""
        known = [before[name] for booth in self.mine for name in below(before, booth)]
        exhibits, media = [_shown(node) for node in known], [_media(node) for node in known]
        for name in sorted(self.touched & self.working.nodes.keys()):
            node = self.working.nodes[name]
            if node["kind"] == "exhibit" and _shown(node) not in exhibits:
                yield Finding(f"/nodes/{name}", "booth_foreign", "error", name)
            elif _media(node) is not None and _media(node) not in media:
                yield Finding(f"/nodes/{name}/board/media", "booth_foreign", "error", name)


def room_of(nodes: Nodes, booth: str) -> Room:
    """What a booth offers and what of it is used; raises KeyError for one without a size."""
    size = nodes[booth]["booth"]
    wide, deep = size["width"] / 2, size["depth"] / 2
    box = Box((-wide, 0.0, -deep), (wide, size["height"], deep))
    most = Burden(MOST_NODES, size["triangles"], size["texture_bytes"])
    return Room(box, most, burden(nodes, below(nodes, booth)))


def _room_faults(before: Nodes, after: Nodes, booth: str) -> Iterator[Finding]:
    """Only what has got worse is at fault: nobody is stopped from putting things right."""
    box, most, used = room_of(after, booth)
    for name in below(after, booth):
        box_now = reach(after, name, booth)
        if box_now is None or _is_inside(box_now, box):
            continue
        if name not in before or reach(before, name, booth) != box_now:
            yield _outside(name, box_now, box)
    was = burden(before, below(before, booth))
    for key in Burden._fields:
        now, limit = getattr(used, key), getattr(most, key)
        if now > limit and now > getattr(was, key):
            about = f"{now} / {limit}"
            yield Finding(f"/nodes/{booth}/booth/{key}", "booth_budget", "error", about)
    lamps = _lamps(after, booth)
    if lamps > max(MOST_LIGHTS, _lamps(before, booth)):
        yield Finding(f"/nodes/{booth}", "booth_lights", "error", f"{lamps} / {MOST_LIGHTS}")


def _lamps(nodes: Nodes, booth: str) -> int:
    return sum(nodes[name]["kind"] == "light" for name in below(nodes, booth))


def _kind(nodes: Nodes, name: str) -> Iterator[Finding]:
    node = nodes[name]
    if node["kind"] not in KINDS:
        yield Finding(f"/nodes/{name}/kind", "booth_kind", "error", ", ".join(sorted(KINDS)))
    elif node["kind"] == "light":
        light = node["light"]
        far = light.get("range") or FARTHEST + 1
        if light["type"] == "directional" or far > FARTHEST or light["intensity"] > BRIGHTEST:
            about = f"≤ {FARTHEST:g} m, ≤ {BRIGHTEST:g} cd"
            yield Finding(f"/nodes/{name}/light", "booth_light", "error", about)


def _outside(name: str, box: Box, room: Box) -> Finding:
    """How far something stands out, along the axis where it does so most."""
    sides = zip(room.low, box.low, box.high, room.high, strict=True)
    over = [max(low - least, most - high) for low, least, most, high in sides]
    axis = max(range(3), key=lambda each: over[each])
    return Finding(f"/nodes/{name}", "booth_bounds", "error", f"{'xyz'[axis]} +{over[axis]:.2f} m")


def _is_inside(box: Box, room: Box) -> bool:
    return all(
        low - SLACK <= least and most <= high + SLACK
        for low, high, least, most in zip(room.low, room.high, box.low, box.high, strict=True)
    )


def _shown(node: Mapping[str, Any]) -> Any:
    """Which files and words an exhibit brings; how it fits its place is its owner's to choose."""
    mark = {key: value for key, value in node.get("exhibit", {}).items() if key != "fit"}
    return node.get("model"), node.get("card"), mark


def _media(node: Mapping[str, Any]) -> Any:
    return (node.get("board") or {}).get("media")
