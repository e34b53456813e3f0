"""The mirror of a draft: whole, then edit by edit, and never with a gap."""

from __future__ import annotations

from clients.headless.draft import Draft
from clients.headless.messages import Drafted, Operation, Patch, Rights, Selection, Selections
from clients.headless.scene import Scene
from clients.headless.world import World

TURN = Operation("set", "/nodes/fox/turn", 1)
GONE = Operation("set", "/nodes/ghost/turn", 1)


def patch(number: int) -> Patch:
    return Patch("gallery", 3, "draft", [TURN], "a_1", number)


def test_edits_extend_what_was_told_whole() -> None:
    draft = Draft()
    assert not draft.extend(patch(1))
    draft.replace(Drafted(1, 4, 2, [TURN], []))
    assert draft.extend(patch(5))
    assert (draft.number, draft.base, len(draft.ops)) == (5, 3, 2)


def test_a_gap_ends_the_following_and_what_is_known_changes_nothing() -> None:
    draft = Draft()
    draft.replace(Drafted(1, 4, 2, [], []))
    assert not draft.extend(patch(4))
    assert draft.following
    assert not draft.extend(patch(6))
    assert not draft.following


def test_it_lies_on_the_scene_without_changing_it() -> None:
    draft, scene = Draft(), Scene({}, {"fox": {"turn": 0}}, {})
    draft.replace(Drafted(1, 4, 2, [GONE, TURN], []))
    assert draft.on(scene).nodes == {"fox": {"turn": 1}}
    assert scene.nodes == {"fox": {"turn": 0}}


def test_who_may_not_read_the_draft_any_more_forgets_it() -> None:
    world = World(hall="gallery")
    world.apply(Rights("manager", ["draft.read"]))
    world.apply(Drafted(1, 4, 2, [TURN], []))
    world.apply(patch(5))
    world.apply(Selections([Selection(1, "Ann", ["fox"])]))
    assert (world.draft.number, len(world.selections)) == (5, 1)
    world.apply(Rights("visitor", []))
    assert (world.role, world.draft.ops, world.selections) == ("visitor", [], [])
