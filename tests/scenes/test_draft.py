"""A draft as a log: whatever is undone and done again, nobody's edit is rewritten."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes import draft as module
from scenes.draft import Draft
from scenes.findings import SceneError


def move(x: int) -> dict[str, Any]:
    return {"op": "set", "path": "/nodes/fox/translation", "value": [x, 0, 0]}


STEPS = st.lists(
    st.tuples(st.sampled_from(["a", "b"]), st.sampled_from(["edit", "edit", "undo", "redo"])),
    max_size=40,
)


@given(STEPS)
def test_each_author_walks_along_a_line_of_their_own(steps: list[tuple[str, str]]) -> None:
    draft, done, undone = Draft(), {"a": [], "b": []}, {"a": [], "b": []}  # type: ignore[var-annotated]
    for author, step in steps:
        if step == "edit":
            draft = draft.edit(author, [move(draft.number)])
            done[author].append(draft.number)
            undone[author].clear()
            continue
        source, goal = (done, undone) if step == "undo" else (undone, done)
        if not source[author]:
            with pytest.raises(SceneError, match=f"nothing_to_{step}"):
                getattr(draft, step)(author)
            continue
        draft = getattr(draft, step)(author)
        goal[author].append(source[author].pop())
    assert [edit.number for edit in draft.standing] == sorted(done["a"] + done["b"])
    assert Draft.load(draft.log).standing == draft.standing
    assert draft.number == len(draft.log)


def test_what_is_done_again_takes_its_old_place() -> None:
    draft = Draft().edit("a", [move(1)]).edit("b", [move(2)]).undo("a").redo("a")
    assert draft.operations == [move(1), move(2)]


def test_others_edits_of_the_same_are_found() -> None:
    draft = Draft().edit("a", [move(1)]).edit("b", [move(2)])
    assert [finding.pointer for finding in draft.clashes(1, "a")] == ["/nodes/fox/translation"]
    assert draft.clashes(2, "b") == []
    assert draft.undo("b").clashes(1, "a") == []


def test_emptying_counts_as_a_change_and_spares_what_it_is_told_to() -> None:
    draft = Draft().edit("a", [move(1)]).edit("b", [move(2)]).edit("a", [move(3)]).undo("a")
    spared = draft.emptied([2])
    assert (spared.number, spared.operations) == (5, [move(2)])
    assert draft.emptied().standing == ()
    assert spared.undo("b").standing == ()


def test_a_draft_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_OPERATIONS", 2)
    draft = Draft().edit("a", [move(1)]).edit("a", [move(2)])
    with pytest.raises(SceneError, match="draft_full"):
        draft.edit("a", [move(3)])
    draft = draft.undo("a").redo("a")
    with pytest.raises(SceneError, match="draft_full"):
        draft.undo("a")
