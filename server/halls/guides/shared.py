"""What guides do to exhibits: set in the layer that all share, and put back without harm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from scenes.layers import Layers
from scenes.operations import Operation

AUTHOR: Final = "guide"
"""Whom histories name for it."""
_NOTHING: Final = object()


def shown(layers: Layers, path: str) -> object:
    """What the shared layer will hold at a path once all that is on its way has settled."""
    value: object = layers.shared.get(path, _NOTHING)
    for change in layers.waiting():
        if change.layer == "shared":
            for operation in change.ops:
                if operation["path"] == path:
                    value = operation["value"] if operation["op"] == "set" else _NOTHING
    return value


def put(layers: Layers, ops: Sequence[Operation]) -> dict[str, object]:
    """Set these values; what was there before, by path. Raises SceneError."""
    before = {str(op["path"]): shown(layers, str(op["path"])) for op in ops}
    layers.prepare_shared(list(ops), AUTHOR)
    return before


def put_back(layers: Layers, ops: Sequence[Operation], before: Mapping[str, object]) -> bool:
    """Undo ``put`` where nobody has set anything else since; whether anything was undone."""
    back: list[Operation] = []
    for operation in ops:
        path = str(operation["path"])
        if shown(layers, path) == operation["value"]:
            back.append(_back(path, before.get(path, _NOTHING)))
    if back:
        layers.prepare_shared(back, AUTHOR)
    return bool(back)


def _back(path: str, value: Any) -> Operation:
    if value is _NOTHING:
        return {"op": "unset", "path": path}
    return {"op": "set", "path": path, "value": value}
