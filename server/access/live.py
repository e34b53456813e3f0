"""Which action of the policy table each message of the live socket asks for.

A message that is not here is refused to everybody; a test walks all of them. Editing is asked for
by layer, and in the shared layer by what is touched: everybody may take an exhibit apart, few may
drag it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str | Mapping[str, str]]] = {
    "ping": "park.read",
    "auth": "session.open",
    "join": "hall.join",
    "leave": "hall.join",
    "edit": {"published": "scene.edit", "draft": "draft.edit", "shared": "scene.interact"},
    "undo": {"published": "scene.edit", "draft": "draft.edit"},
    "redo": {"published": "scene.edit", "draft": "draft.edit"},
    "watch": "draft.read",
    "select": "draft.edit",
    "report": "visitor.report",
    "path": "scene.read",
    "need": "scene.read",
    "who": "hall.join",
    "sit": "scene.interact",
    "me": "hall.join",
    "ask": "guide.ask",
    "hush": "guide.ask",
}
CLOSED: Final = "hall.join_closed"
"""What entering a hall that is not open takes as well."""
DRAG: Final = "scene.drag"
"""What an edit of the shared layer takes that is more than interaction."""

BOOTH: Final = "booth.edit"
"""What an edit, an undo or a redo of the published layer takes within one's own booth, for those
who may not edit the whole hall."""

UNSEEN: Final = "draft.read"
"""What being in a hall without a body takes as well."""


def action_of(message: str, layer: str = "") -> str:
    """The action that a message asks for; empty, which nobody has, for one that is not named."""
    row = MESSAGES.get(message, "")
    return row if isinstance(row, str) else row.get(layer, "")
