"""What a message asks for, as the policy table names it."""

from __future__ import annotations

from collections.abc import Sequence

from scenes.findings import SceneError
from scenes.names import INTERACTION, parse_path
from scenes.operations import Operation
from server.access.live import DRAG, action_of
from server.wire import messages as wire


def action_asked(message: wire.AnyClientMessage) -> str:
    """The action that a message to a hall needs."""
    if isinstance(message, wire.Edit):
        return action_of_edit(message.layer, [{"path": op.path} for op in message.ops])
    return action_of(str(message.__struct_config__.tag), getattr(message, "layer", ""))


def action_of_edit(layer: wire.Layer, ops: Sequence[Operation]) -> str:
    """The action that an edit needs."""
    if layer == "shared" and not all(map(_is_interaction, ops)):
        return DRAG
    return action_of("edit", layer)


def _is_interaction(operation: Operation) -> bool:
    """A path that names nothing is left to the layer, which reports every fault."""
    try:
        keys = parse_path(str(operation.get("path"))).keys
    except SceneError:
        return True
    return len(keys) == 1 and keys[0] in INTERACTION
