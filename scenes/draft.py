"""The draft of a hall: a log of edits that stand, or were undone, on top of the published scene.

Theory: an edit of the draft is never rewritten. Undoing one takes it out of what stands and doing
it again puts it back in its old place, both by one more line in the log; so nobody's edit is
overwritten by another's being undone, whatever the order, and the published scene below may change
meanwhile. An edit that does not apply to what is below it is set *aside*: kept, and in force again
as soon as it applies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from scenes.findings import Finding, SceneError
from scenes.operations import Operation
from scenes.overlap import overlapping
from scenes.state import MOST_OPERATIONS


@dataclass(frozen=True, slots=True)
class DraftEdit:
    """One line of the log. ``note`` is empty, or ``undo:N`` or ``redo:N`` without operations."""

    number: int
    author: str
    ops: tuple[Operation, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as a value. ``number`` grows with every change, emptying included."""

    number: int = 0
    log: tuple[DraftEdit, ...] = ()
    standing: tuple[DraftEdit, ...] = field(default=(), compare=False)
    """The edits that are not undone, in the order in which they were made."""
    size: int = field(default=0, compare=False)
    """Operations and lines without any, of the whole log."""

    @classmethod
    def load(cls, lines: Sequence[DraftEdit]) -> Draft:
        """The draft that a log leads to."""
        draft = cls()
        for line in lines:
            draft = draft._with(line)
        return draft

    @property
    def operations(self) -> list[Operation]:
        """What the standing edits would do, in order."""
        return [op for edit in self.standing for op in edit.ops]

    def edit(self, author: str, ops: Sequence[Operation]) -> Draft:
        """With one more edit; raises SceneError ``draft_full``."""
        if self.size + len(ops) > MOST_OPERATIONS:
            raise SceneError("draft_full")
        return self._with(DraftEdit(self.number + 1, author, tuple(ops)))

    def undo(self, author: str) -> Draft:
        """Without the author's newest edit; raises SceneError ``nothing_to_undo``."""
        undoable, _ = self._stacks(author)
        if not undoable:
            raise SceneError("nothing_to_undo")
        return self._turn(author, f"undo:{undoable[-1]}")

    def redo(self, author: str) -> Draft:
        """With the author's last undone edit again; raises SceneError ``nothing_to_redo``."""
        _, undone = self._stacks(author)
        if not undone:
            raise SceneError("nothing_to_redo")
        return self._turn(author, f"redo:{undone[-1]}")

    def emptied(self, spare: Sequence[int] = ()) -> Draft:
        """With nothing but the standing edits of these numbers."""
        kept = tuple(edit for edit in self.standing if edit.number in spare)
        return replace(Draft.load(kept), number=self.number + 1)

    def clashes(self, number: int, author: str) -> list[Finding]:
        """Where others have edited, later than edit ``number``, what it edits."""
        mine = next(line for line in self.log if line.number == number)
        paths = [str(op.get("path")) for op in mine.ops]
        found: dict[str, Finding] = {}
        for other in self.standing:
            if other.number > number and other.author != author:
                for path in overlapping(paths, (str(op.get("path")) for op in other.ops)):
                    found.setdefault(path, Finding(path, "changed_since"))
        return list(found.values())

    def _turn(self, author: str, note: str) -> Draft:
        if self.size >= 2 * MOST_OPERATIONS:
            raise SceneError("draft_full")
        return self._with(DraftEdit(self.number + 1, author, (), note))

    def _with(self, line: DraftEdit) -> Draft:
        kind, _, target = line.note.partition(":")
        standing = self.standing
        if kind == "undo":
            standing = tuple(edit for edit in standing if edit.number != int(target))
        elif kind == "redo":
            again = [edit for edit in self.log if edit.number == int(target)]
            standing = tuple(sorted([*standing, *again], key=lambda edit: edit.number))
        else:
            standing = (*standing, line)
        size = self.size + (len(line.ops) or 1)
        return Draft(line.number, (*self.log, line), standing, size)

    def _stacks(self, author: str) -> tuple[list[int], list[int]]:
        """Numbers of the author's edits that can be undone, and done again, the next one last."""
        undoable: list[int] = []
        undone: list[int] = []
        for line in self.log:
            kind, _, target = line.note.partition(":")
            if line.author != author:
                continue
            if kind == "undo":
                undoable.remove(int(target))
                undone.append(int(target))
            elif kind == "redo":
                undone.remove(int(target))
                undoable.append(int(target))
            else:
                undone.clear()
                undoable.append(line.number)
        return undoable, undone
