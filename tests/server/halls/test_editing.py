"""Edits from outside: answers, undo and redo, drafts, versions."""

from __future__ import annotations

from typing import Any

import pytest

from scenes.findings import SceneError, StaleError
from server.access.actor import ANYBODY, OWNER
from server.halls.effects import Answer, Archive, Effect
from server.halls.errors import HallError
from server.halls.hall import Hall
from tests.scenes.samples import hall_document
from tests.server.halls.stage import archive, make_hall

MOVE = {"op": "set", "path": "/nodes/fox/translation", "value": [1, 1, 1]}
REMOVE = {"op": "remove", "path": "/nodes/fox"}


def publish(hall: Hall, *ops: dict[str, Any], base: int | None = None) -> list[Effect]:
    newest = hall.editing.layers.next_revision - 1 if base is None else base
    effects = hall.editing.edit("published", ops, newest, actor=OWNER, tag="asked")
    return archive(hall, effects)


def translation(hall: Hall) -> Any:
    return hall.editing.layers.published.nodes["fox"]["translation"]


def test_who_asked_is_answered_with_the_revision() -> None:
    hall = make_hall()
    answers = [e for e in publish(hall, MOVE) if isinstance(e, Answer)]
    assert answers == [Answer("asked", 1)]


def test_undo_and_redo_are_patches_like_any_other() -> None:
    hall = make_hall()
    publish(hall, MOVE)
    archive(hall, hall.editing.undo("published", "operator", None))
    assert translation(hall) == [0, 0.9, 0] and hall.revision == 2
    archive(hall, hall.editing.redo("published", "operator", None))
    assert translation(hall) == [1, 1, 1] and hall.revision == 3
    with pytest.raises(SceneError, match="nothing_to_redo"):
        hall.editing.redo("published", "operator", None)
    with pytest.raises(SceneError, match="nothing_to_undo"):
        hall.editing.undo("published", "somebody else", None)


def test_an_undo_says_what_it_undid_so_that_it_outlives_a_restart() -> None:
    hall = make_hall()
    publish(hall, MOVE)
    (kept,) = hall.editing.undo("published", "operator", None)
    assert isinstance(kept, Archive) and kept.note == "undo:1"


def test_a_stale_structural_edit_is_refused_with_the_current_revision() -> None:
    hall = make_hall()
    publish(hall, REMOVE)
    with pytest.raises(StaleError) as caught:
        publish(hall, {"op": "remove", "path": "/nodes/seat-1"}, base=0)
    assert caught.value.revision == 1
    publish(hall, {"op": "remove", "path": "/nodes/seat-1"}, base=1)


def test_a_draft_is_seen_by_nobody_until_it_is_published_as_one_patch() -> None:
    hall = make_hall()
    for step in (MOVE, {"op": "set", "path": "/hall/capacity", "value": 9}):
        effects = hall.editing.edit("draft", [step], 0, actor=OWNER, tag="draft")
        assert [e for e in archive(hall, effects) if isinstance(e, Answer)] == [Answer("draft", 0)]
    assert translation(hall) == [0, 0.9, 0] and hall.revision == 0
    (kept,) = hall.editing.publish("operator", None)
    assert isinstance(kept, Archive) and kept.how == "publish" and len(kept.ops) == 2
    archive(hall, [kept])
    assert translation(hall) == [1, 1, 1] and hall.capacity == 9 and hall.revision == 1
    with pytest.raises(SceneError, match="draft_empty"):
        hall.editing.publish("operator", None)


def test_visitors_have_no_drafts() -> None:
    hall = make_hall()
    with pytest.raises(HallError, match="forbidden"):
        hall.editing.edit("draft", [MOVE], 0, actor=ANYBODY)


def test_a_failed_archive_gives_the_draft_back_as_it_was() -> None:
    hall = make_hall()
    hall.editing.edit("draft", [MOVE], 0, actor=OWNER, tag="draft")
    assert hall.editing.archive_failed() == [Answer("draft", 0, "archive_failed")]
    assert hall.editing.layers.draft.operations == []


def test_restoring_a_version_is_one_patch_that_can_be_undone() -> None:
    hall = make_hall()
    publish(hall, REMOVE)
    publish(hall, {"op": "set", "path": "/hall/capacity", "value": 5})
    archive(hall, hall.editing.restore(hall_document(), "operator", None, "restore:1"))
    assert hall.editing.layers.published.document() == hall_document()
    archive(hall, hall.editing.undo("published", "operator", None))
    assert "fox" not in hall.editing.layers.published.nodes and hall.capacity == 5
    assert (
        hall.editing.restore(
            hall.editing.layers.published.document(), "operator", None, "restore:2"
        )
        == []
    )


def test_a_resumed_client_gets_patches_or_the_whole_but_never_a_gap() -> None:
    hall = make_hall()
    for value in range(1, 6):
        publish(hall, {"op": "set", "path": "/hall/capacity", "value": value})
    replay = hall.editing.replay
    assert [p.revision for p in replay.since(2, 5) or []] == [3, 4, 5]
    assert replay.since(5, 5) == []
    replay.patches.popleft()
    assert replay.since(0, 5) is None
    assert replay.since(9, 5) is None


def drafted(hall: Hall, *ops: dict[str, Any], tag: Any = None) -> list[Effect]:
    return hall.editing.edit("draft", ops, 0, actor=OWNER, tag=tag)


def test_a_publication_that_failed_leaves_the_draft_as_it_was() -> None:
    hall = make_hall()
    archive(hall, drafted(hall, MOVE))
    hall.editing.publish("operator", "asked")
    drafted(hall, {"op": "set", "path": "/hall/capacity", "value": 9})
    assert hall.editing.archive_failed("archive_full") == [Answer("asked", 0, "archive_full")]
    assert hall.editing.layers.draft.operations == [MOVE]
    archive(hall, hall.editing.publish("operator", None))
    assert translation(hall) == [1, 1, 1] and hall.editing.layers.draft.operations == []


def test_each_edit_of_the_draft_is_confirmed_by_its_own_archiving() -> None:
    hall = make_hall()
    first = drafted(hall, MOVE, tag="before")
    published = hall.editing.publish("operator", None)
    second = drafted(hall, MOVE, tag="after")
    answers = [
        [e.tag for e in archive(hall, effects) if isinstance(e, Answer)]
        for effects in (first, published, second)
    ]
    assert answers == [["before"], [], ["after"]]


def test_a_draft_is_thrown_away_in_its_turn() -> None:
    hall = make_hall()
    archive(hall, drafted(hall, MOVE))
    effects = hall.editing.discard("operator", "gone")
    assert hall.editing.layers.draft.operations == []
    assert hall.editing.archive_failed() == [Answer("gone", 0, "archive_failed")]
    assert hall.editing.layers.draft.operations == [MOVE]
    effects = hall.editing.discard("operator", "gone")
    assert [e.how for e in effects if isinstance(e, Archive)] == ["discard"]
    assert archive(hall, effects) == [Answer("gone", 0)]


def test_two_undos_in_quick_succession_undo_two_changes() -> None:
    hall = make_hall()
    for number in (1, 2):
        publish(hall, {**MOVE, "value": [number, 0, 0]})
    steps = [
        *hall.editing.undo("published", "operator", None),
        *hall.editing.undo("published", "operator", None),
    ]
    archive(hall, steps)
    assert translation(hall) == [0, 0.9, 0]


def test_a_change_that_was_not_kept_is_not_undone() -> None:
    hall = make_hall()
    publish(hall, MOVE)
    hall.editing.undo("published", "operator", None)
    hall.editing.archive_failed()
    archive(hall, hall.editing.undo("published", "operator", None))
    assert translation(hall) == [0, 0.9, 0]


def test_a_version_that_changes_nothing_is_answered_when_what_it_equals_is_durable() -> None:
    hall = make_hall()
    moved = hall.editing.edit("published", [MOVE], 0, actor=OWNER)
    same = hall.editing.layers.head.document()
    assert hall.editing.restore(same, "operator", "asked", "restore:1") == []
    assert hall.settle() == []
    assert Answer("asked", 2) in archive(hall, moved)
