"""The draft of a hall as those who edit see it: what is in force, on top of what is published.

The server tells the draft whole (``drafted``), then edit by edit (``patch`` of layer ``draft``),
each with the next number. When one is missing, something was missed: ask for the whole again.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

from clients.headless.errors import ProtocolError
from clients.headless.messages import Aside, Drafted, Operation, Patch
from clients.headless.scene import Scene


@dataclass(slots=True)
class Draft:
    """What is known of the draft. ``following`` is false while it is not asked for or not known."""

    following: bool = False
    number: int = 0
    base: int = 0
    ops: list[Operation] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)

    def replace(self, drafted: Drafted) -> None:
        """Take the draft as it is told."""
        self.following = True
        self.number, self.base = drafted.number, drafted.base
        self.ops, self.aside = list(drafted.ops), list(drafted.aside)

    def extend(self, patch: Patch) -> bool:
        """Take one more edit; false when one is missing before it, or it was known."""
        if not self.following or patch.number != self.number + 1:
            self.following = self.following and patch.number <= self.number
            return False
        self.number, self.base = patch.number, patch.revision
        self.ops += patch.ops
        return True

    def on(self, scene: Scene) -> Scene:
        """The scene as it would be: a copy with the draft on top."""
        copy = Scene(deepcopy(scene.hall), deepcopy(scene.nodes), dict(scene.shared))
        for operation in self.ops:
            try:
                copy.apply("published", [deepcopy(operation)])
            except ProtocolError:
                # Its ground has just gone; the server is about to say so.
                continue
        return copy
