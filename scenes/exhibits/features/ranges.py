"""The numbers of a document by where they lie between: what a level keeps within a tolerance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from numpy.typing import NDArray

from scenes.exhibits.features.used import used
from scenes.exhibits.read import floats
from scenes.glb import Glb

__all__ = ["Range", "ranges", "triangles"]

Json = dict[str, Any]
INSTANCING = "EXT_mesh_gpu_instancing"


class Range(NamedTuple):
    """Lowest and highest of each component; ``ends`` the first and the last where order counts.

    ``words`` is what the accessor's own JSON says beside its layout, ``size`` how many there are.
    """

    low: tuple[float, ...]
    high: tuple[float, ...]
    ends: tuple[tuple[float, ...], ...] = ()
    words: str = ""
    size: int = 0


def ranges(glb: Glb) -> dict[str, Range]:
    """JSON pointer → range of the numbers there."""
    return dict([*_vertices(glb), *_keys(glb), *_skins(glb), *_instances(glb)])


def triangles(glb: Glb) -> dict[str, int]:
    """How many triangles each primitive has, by its pointer."""
    found = {}
    for at, primitive in _primitives(glb.json):
        mode, source = primitive.get("mode", 4), primitive.get("indices")
        corners = _count(glb, source if source is not None else _first(primitive))
        if mode in (4, 5, 6):
            found[at] = corners // 3 if mode == 4 else max(corners - 2, 0)
    return found


def _vertices(glb: Glb) -> Iterator[tuple[str, Range]]:
    """Only of vertices that are drawn: a level does without the others."""
    known: dict[tuple[object, object, int], Range] = {}
    for at, primitive in _primitives(glb.json):
        rows = used(glb, primitive)
        tables = {"attributes": primitive["attributes"]}
        tables |= {f"targets/{i}": table for i, table in enumerate(primitive.get("targets", []))}
        for place, table in tables.items():
            for semantic, accessor in table.items():
                key = primitive.get("indices"), primitive.get("mode"), accessor
                if key not in known:
                    values = floats(glb, accessor)[rows]
                    known[key] = _range(values, glb.json["accessors"][accessor])
                yield f"{at}/{place}/{semantic}", known[key]


def _keys(glb: Glb) -> Iterator[tuple[str, Range]]:
    for i, animation in enumerate(glb.json.get("animations", [])):
        for j, sampler in enumerate(animation["samplers"]):
            for part in ("input", "output"):
                words = glb.json["accessors"][sampler[part]]
                found = _range(floats(glb, sampler[part]), words, ends=True)
                turns = part == "output" and _turns(animation, j)
                yield f"/animations/{i}/samplers/{j}/{part}", _of_turns(found) if turns else found


def _turns(animation: Json, sampler: int) -> bool:
    channels = animation["channels"]
    return any(c["sampler"] == sampler and c["target"]["path"] == "rotation" for c in channels)


def _of_turns(found: Range) -> Range:
    """A quaternion and its negative are the same turn: only their ends tell which way."""
    reach = tuple(max(abs(a), abs(b)) for a, b in zip(found.low, found.high, strict=True))
    return found._replace(low=tuple(0.0 for _ in reach), high=reach)


def _skins(glb: Glb) -> Iterator[tuple[str, Range]]:
    for i, skin in enumerate(glb.json.get("skins", [])):
        if "inverseBindMatrices" in skin:
            index = skin["inverseBindMatrices"]
            at = f"/skins/{i}/inverseBindMatrices"
            yield at, _range(floats(glb, index), glb.json["accessors"][index], ends=True)


def _instances(glb: Glb) -> Iterator[tuple[str, Range]]:
    for i, node in enumerate(glb.json.get("nodes", [])):
        table = node.get("extensions", {}).get(INSTANCING, {}).get("attributes", {})
        for name, index in table.items():
            at = f"/nodes/{i}/extensions/{INSTANCING}/attributes/{name}"
            found = _range(floats(glb, index), glb.json["accessors"][index], ends=True)
            yield at, _of_turns(found) if name == "ROTATION" else found


def _range(values: NDArray[Any], words: Json, ends: bool = False) -> Range:
    said = repr(sorted((k, words[k]) for k in ("name", "extras", "extensions") if k in words))
    if not len(values):
        return Range((), (), (), said)
    low, high = values.min(axis=0), values.max(axis=0)
    outer = (_tuple(values[0]), _tuple(values[-1])) if ends else ()
    return Range(_tuple(low), _tuple(high), outer, said, len(values))


def _tuple(row: NDArray[Any]) -> tuple[float, ...]:
    return tuple(float(value) for value in row)


def _primitives(json: Json) -> Iterator[tuple[str, Json]]:
    for m, mesh in enumerate(json.get("meshes", [])):
        for p, primitive in enumerate(mesh["primitives"]):
            yield f"/meshes/{m}/primitives/{p}", primitive


def _first(primitive: Json) -> object:
    attributes = primitive["attributes"]
    return attributes.get("POSITION", next(iter(attributes.values()), None))


def _count(glb: Glb, accessor: Any) -> int:
    return 0 if accessor is None else int(glb.json["accessors"][accessor]["count"])
