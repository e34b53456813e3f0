"""Undo and redo, each author for themselves."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.findings import SceneError
from scenes.history import Entry, History
from scenes.state import SceneState
from tests.scenes.samples import hall_document


class Desk:
    """One author at work on one state."""

    def __init__(self) -> None:
        self.state = SceneState.load(hall_document())
        self.history = History()
        self.revision = 0

    def apply(self, ops: list[dict[str, Any]], note: str = "", author: str = "me") -> None:
        applied = self.state.apply(ops)
        self.state, self.revision = applied.state, self.revision + 1
        self.history.record(Entry(self.revision, author, applied.inverse, note))

    def capacity(self, value: int) -> None:
        self.apply([{"op": "set", "path": "/hall/capacity", "value": value}])


@given(st.lists(st.sampled_from(["edit", "undo", "redo"]), max_size=40))
def test_undo_and_redo_move_along_one_line(steps: list[str]) -> None:
    desk = Desk()
    line, at = [desk.state.document()], 0
    for number, step in enumerate(steps, start=1):
        if step == "edit":
            desk.capacity(number)
            del line[at + 1 :]
            line.append(desk.state.document())
            at += 1
            continue
        possible = at > 0 if step == "undo" else at + 1 < len(line)
        if not possible:
            with pytest.raises(SceneError):
                getattr(desk.history, step)("me")
            continue
        desk.apply(*getattr(desk.history, step)("me"))
        at += 1 if step == "redo" else -1
        assert desk.state.document() == line[at]


def test_others_changes_are_not_mine_to_undo() -> None:
    desk = Desk()
    desk.apply([{"op": "set", "path": "/hall/capacity", "value": 5}], author="somebody else")
    with pytest.raises(SceneError) as caught:
        desk.history.undo("me")
    assert caught.value.code == "nothing_to_undo"


MOVED = "/nodes/fox/translation"


def moved(x: int) -> list[dict[str, object]]:
    return [{"op": "set", "path": MOVED, "value": [x, 0, 0]}]


def test_what_others_have_changed_since_is_not_undone_unless_one_insists() -> None:
    desk = Desk()
    desk.apply(moved(1))
    desk.apply(moved(2), author="other")
    with pytest.raises(SceneError) as caught:
        desk.history.undo("me")
    assert caught.value.code == "undo_conflict"
    assert [(f.pointer, f.code) for f in caught.value.findings] == [(MOVED, "changed_since")]
    desk.apply(*desk.history.undo("me", anyway=True))
    assert desk.state.nodes["fox"]["translation"] == [0, 0.9, 0]
    with pytest.raises(SceneError, match="undo_conflict"):
        desk.history.undo("other")


def test_what_others_took_back_themselves_stands_in_nobodys_way() -> None:
    desk = Desk()
    desk.apply(moved(1))
    desk.apply(moved(2), author="other")
    ops, note = desk.history.undo("other")
    desk.apply(ops, note, author="other")
    desk.apply(*desk.history.undo("me"))
    assert desk.state.nodes["fox"]["translation"] == [0, 0.9, 0]


def test_what_others_undid_of_before_counts_as_a_change() -> None:
    desk = Desk()
    desk.apply(moved(1), author="other")
    desk.apply([{"op": "set", "path": "/hall/capacity", "value": 9}])
    desk.apply(moved(3))
    ops, note = desk.history.undo("other", anyway=True)
    desk.apply(ops, note, author="other")
    with pytest.raises(SceneError, match="undo_conflict"):
        desk.history.undo("me")


def test_removing_and_adding_meet_whatever_is_below() -> None:
    desk = Desk()
    desk.apply(moved(1))
    desk.apply([{"op": "remove", "path": "/nodes/fox"}], author="other")
    with pytest.raises(SceneError, match="undo_conflict"):
        desk.history.undo("me")
