"""Names and paths of a scene.

A path is written as in the glTF 2.0 Asset Object Model: ``/nodes/<id>/translation``,
``/nodes/<id>/materials/3/pbrMetallicRoughness/baseColorFactor``, ``/hall/capacity``. Ids here are
names rather than array indices, so that a path means the same before and after other edits.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from scenes.findings import Finding, SceneError

IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
ASSET = re.compile(r"[0-9a-f]{64}")
KEY = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]{0,63}")
DEEPEST_PATH = 8

KINDS = (
    "group",
    "model",
    "exhibit",
    "plinth",
    "text",
    "light",
    "portal",
    "seat",
    "spawn",
    "guide",
    "desk",
    "board",
    "booth",
    "unit",
)

INTERACTION = ("explode", "variant", "animation", "turn", "page", "playback")
"""Properties of an exhibit or a board that every visitor may set, in the shared layer."""


class ScenePath(NamedTuple):
    """A parsed path: ``root`` is ``nodes`` or ``hall``; ``node`` is empty for the hall."""

    root: str
    node: str
    keys: tuple[str, ...]

    @property
    def is_node(self) -> bool:
        """True for a whole node: ``/nodes/<id>``."""
        return self.root == "nodes" and not self.keys

    @property
    def is_parent(self) -> bool:
        """True for the one property whose change re-parents: ``/nodes/<id>/parent``."""
        return self.root == "nodes" and self.keys == ("parent",)

    def __str__(self) -> str:
        middle = (self.node,) if self.root == "nodes" else ()
        return "/" + "/".join((self.root, *middle, *self.keys))


def parse_path(path: str, pointer: str = "/path") -> ScenePath:
    """Read a path. Raises SceneError ``bad_path`` when it names nothing that a scene can hold."""
    parts = path.split("/")
    match parts[:3]:
        case ["", "nodes", node] if IDENTIFIER.fullmatch(node):
            keys = tuple(parts[3:])
            parsed = ScenePath("nodes", node, keys)
        case ["", "hall", _]:
            keys = tuple(parts[2:])
            parsed = ScenePath("hall", "", keys)
        case _:
            raise SceneError("bad_path", [Finding(pointer, "bad_path")])
    if len(keys) > DEEPEST_PATH or not all(KEY.fullmatch(key) for key in keys):
        raise SceneError("bad_path", [Finding(pointer, "bad_path")])
    return parsed
