"""Undo and redo: which change of an author's is next to be undone, or done again.

Theory: every published change is recorded with its inverse. Undoing records one more change, whose
note says which revision it undid; so history only grows, and the stacks follow from the notes.

A change is not undone over somebody else's head: when others have changed since what it changed,
and that still stands, undoing it is refused with ``undo_conflict`` unless asked for ``anyway``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from scenes.findings import Finding, SceneError
from scenes.operations import Operation
from scenes.overlap import overlapping

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

    def undo(self, author: str, *, anyway: bool = False) -> tuple[list[Operation], str]:
        """The patch that undoes the author's newest change, and its note.

        Raises SceneError ``nothing_to_undo``, or ``undo_conflict`` with what others have changed.
        """
        undoable, _ = self._stacks(author)
        if not undoable:
            raise SceneError("nothing_to_undo")
        return self._back(undoable[-1], "undo", anyway)

    def redo(self, author: str, *, anyway: bool = False) -> tuple[list[Operation], str]:
        """The patch that does the author's last undone change again, and its note.

        Raises SceneError ``nothing_to_redo``, or ``undo_conflict`` with what others have changed.
        """
        _, undone = self._stacks(author)
        if not undone:
            raise SceneError("nothing_to_redo")
        return self._back(undone[-1], "redo", anyway)

    def _back(self, entry: Entry, what: str, anyway: bool) -> tuple[list[Operation], str]:
        if not anyway and (findings := self._clashes(entry)):
            raise SceneError("undo_conflict", findings)
        return list(entry.inverse), f"{what}:{entry.revision}"

    def _clashes(self, entry: Entry) -> list[Finding]:
        """What others have made since of what this change touched, as far as it still stands."""
        theirs = [
            str(op.get("path"))
            for other in self._standing_after(entry.revision)
            if other.author != entry.author
            for op in other.inverse
        ]
        paths = overlapping((str(op.get("path")) for op in entry.inverse), theirs)
        return [Finding(path, "changed_since") for path in paths]

    def _standing_after(self, revision: int) -> list[Entry]:
        """Changes after a revision, without pairs of which one takes the other back."""
        standing: dict[int, Entry] = {}
        for entry in self.entries:
            if entry.revision <= revision:
                continue
            kind, _, target = entry.note.partition(":")
            if kind not in ("undo", "redo") or standing.pop(int(target), None) is None:
                standing[entry.revision] = entry
        return list(standing.values())

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
