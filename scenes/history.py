"""Undo and redo: which change of an author's is next to be undone, or done again.

Theory: every published change is recorded with its inverse. Undoing records one more change, whose
note says which revision it undid; so history only grows, and the stacks follow from the notes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from scenes.findings import SceneError
from scenes.operations import Operation

MOST_ENTRIES = 400


@dataclass(frozen=True, slots=True)
class Entry:
    """One published change and what undoes it."""

    revision: int
    author: str
    inverse: Sequence[Operation]
    note: str = ""


@dataclass(slots=True)
class History:
    """The newest changes of a hall, oldest first, bounded."""

    entries: deque[Entry] = field(default_factory=lambda: deque(maxlen=MOST_ENTRIES))

    def record(self, entry: Entry) -> None:
        """Add a change."""
        self.entries.append(entry)

    def forget_after(self, revision: int) -> None:
        """Take back changes that came to nothing: those after ``revision``."""
        while self.entries and self.entries[-1].revision > revision:
            self.entries.pop()

    def undo(self, author: str) -> tuple[list[Operation], str]:
        """The patch that undoes the author's newest change, and its note.

        Raises SceneError ``nothing_to_undo``.
        """
        undoable, _ = self._stacks(author)
        if not undoable:
            raise SceneError("nothing_to_undo")
        return list(undoable[-1].inverse), f"undo:{undoable[-1].revision}"

    def redo(self, author: str) -> tuple[list[Operation], str]:
        """The patch that does the author's last undone change again, and its note.

        Raises SceneError ``nothing_to_redo``.
        """
        _, undone = self._stacks(author)
        if not undone:
            raise SceneError("nothing_to_redo")
        return list(undone[-1].inverse), f"redo:{undone[-1].revision}"

    def _stacks(self, author: str) -> tuple[list[Entry], list[Entry]]:
        undoable: list[Entry] = []
        undone: list[Entry] = []
        for entry in self.entries:
            if entry.author != author:
                continue
            kind, _, _ = entry.note.partition(":")
            if kind == "undo":
                if undoable:
                    undoable.pop()
                undone.append(entry)
            else:
                if kind == "redo" and undone:
                    undone.pop()
                elif kind != "redo":
                    undone.clear()
                undoable.append(entry)
        return undoable, undone
