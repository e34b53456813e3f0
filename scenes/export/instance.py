"""One use of an asset: nodes, skins and animations of its own, everything else shared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from scenes.export.errors import AssetError
from scenes.export.library import Shared
from scenes.export.looks import Look
from scenes.export.output import Output
from scenes.export.renumber import Renumber
from scenes.export.source import Source

Json = dict[str, Any]


class _Made(NamedTuple):
    nodes: list[Json]
    skins: list[Json]
    animations: list[Json]


def place(shared: Shared, look: Look, node: str, explode: float, output: Output) -> list[int]:
    """Add one use of an asset for a scene node; the numbers of its root nodes.

    Nothing is added when it raises AssetError.
    """
    source = shared.source
    order = _reachable(source)
    numbers = shared.numbers.also(
        nodes={old: output.size("nodes") + new for new, old in enumerate(order)},
        skins={i: output.size("skins") + i for i in range(len(source.table("skins")))},
        meshes=look.meshes,
        materials=look.materials,
    )
    made = _Made(
        [_taken_apart(numbers.entry("nodes", _at(source, i)), explode) for i in order],
        [numbers.entry("skins", skin) for skin in source.table("skins")],
        _animations(source, numbers, node, output),
    )
    roots = [numbers.number("nodes", root) for root in source.roots()]
    for table, rows in made._asdict().items():
        output.tables[table] += rows
    return roots


def _at(source: Source, index: Any) -> Json:
    nodes = source.table("nodes")
    if isinstance(index, bool) or not isinstance(index, int) or not 0 <= index < len(nodes):
        raise AssetError("index_out_of_range", f"nodes {index}")
    return nodes[index]


def _reachable(source: Source) -> list[int]:
    """The nodes of the scene, then those that only skins refer to; parents before children."""
    order = _trees(source, source.roots(), set())
    for skin in source.table("skins"):
        strangers = [joint for joint in skin.get("joints", []) if joint not in order]
        order += _trees(source, strangers, set(order))
    return order


def _trees(source: Source, roots: Sequence[Any], known: set[int]) -> list[int]:
    order: list[int] = []
    waiting = list(reversed(roots))
    while waiting:
        index = waiting.pop()
        node = _at(source, index)
        if index in known:
            raise AssetError("nodes_no_tree", f"nodes {index}")
        known.add(index)
        order.append(index)
        waiting += reversed(node.get("children", []))
    return order


def _taken_apart(node: Json, explode: float) -> Json:
    part = node.get("extras", {}).get("part") if isinstance(node.get("extras"), dict) else None
    if not explode or not isinstance(part, dict) or not _is_vector(part.get("explode")):
        return node
    moved = [explode * value for value in part["explode"]]
    if "matrix" in node:
        matrix = list(node["matrix"])
        matrix[12:15] = [a + b for a, b in zip(matrix[12:15], moved, strict=True)]
        return {**node, "matrix": matrix}
    at = node.get("translation", [0.0, 0.0, 0.0])
    return {**node, "translation": [a + b for a, b in zip(at, moved, strict=True)]}


def _is_vector(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 3
        and all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in value)
    )


def _animations(source: Source, numbers: Renumber, node: str, output: Output) -> list[Json]:
    made = []
    for index, animation in enumerate(source.table("animations")):
        channels = _channels(animation, numbers, source.sha, output)
        if channels:
            name = f"{node}: {animation.get('name', f'animation_{index}')}"
            entry = numbers.entry("animations", {**animation, "channels": channels})
            made.append({**entry, "name": name})
    return made


def _channels(animation: Json, numbers: Renumber, sha: str, output: Output) -> list[Json]:
    """The channels whose targets are part of the export."""
    kept = []
    for channel in animation.get("channels", []):
        try:
            kept.append(_aimed(channel, numbers))
        except AssetError as error:
            output.warn("channel_left_out", sha, error.about)
    return kept


def _aimed(channel: Json, numbers: Renumber) -> Json:
    target = channel["target"]
    if "node" in target:
        numbers.number("nodes", target["node"])
    pointer = target.get("extensions", {}).get("KHR_animation_pointer")
    if pointer is None:
        return channel
    aimed = {**pointer, "pointer": numbers.pointer(pointer["pointer"])}
    extensions = {**target["extensions"], "KHR_animation_pointer": aimed}
    return {**channel, "target": {**target, "extensions": extensions}}
