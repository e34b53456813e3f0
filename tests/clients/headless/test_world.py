"""The mirror of a hall."""

from __future__ import annotations

import math
import struct
from typing import Any

import pytest

from clients.headless.messages import (
    Body,
    Fetch,
    Gone,
    Joined,
    Manifest,
    Operation,
    Patch,
    People,
    Person,
)
from clients.headless.pose import Pose, encode_pose
from clients.headless.presence import read_presence
from clients.headless.world import World
from tests.clients.headless.scripted import node, scene

ANNA, BEN = Person(1, "Anna", "visitor", Body()), Person(2, "Ben", "visitor", Body())


def joined(**more: Any) -> Joined:
    usual: dict[str, Any] = {
        "hall": "grounds",
        "you": 1,
        "ticket": "t",
        "epoch": "e",
        "revision": 3,
        "resumed": False,
        "scene": scene(),
        "shared": {},
        "patches": None,
        "position": (0.0, 0.0, 0.0),
        "yaw": 0.0,
        "people": [ANNA, BEN],
        "total": 2,
        "manifest": [Fetch("gearbox", 0, "ab" * 32, 1)],
        "time": 1.0,
        "tick": 20,
    }
    return Joined(**usual | more)


def frame(*records: tuple[int, Pose], total: int = 2, time: int = 77) -> bytes:
    full = [struct.pack("<H", id) + encode_pose(pose) for id, pose in records if pose.full]
    head = [struct.pack("<H", id) + encode_pose(pose) for id, pose in records if not pose.full]
    header = struct.pack("<BBHHHI", 2, 0, len(full), len(head), total, time)
    return header + b"".join(full + head)


@pytest.fixture
def world() -> World:
    mirror = World()
    mirror.apply(joined())
    return mirror


def test_a_join_fills_the_world(world: World) -> None:
    assert (world.hall, world.me, world.revision, world.epoch) == ("grounds", 1, 3, "e")
    assert world.others == {2: BEN}
    assert world.person("Ben") == BEN
    assert world.person("Nobody") is None
    assert set(world.of_kind("seat")) == {"seat-1"}


def test_patches_move_the_revision_on_and_drafts_do_not(world: World) -> None:
    ops = [Operation("set", "/nodes/gearbox/visible", False)]
    world.apply(Patch("grounds", 9, "draft", ops))
    world.apply(Patch("elsewhere", 9, "published", ops))
    assert (world.revision, world.nodes["gearbox"]["visible"]) == (3, True)
    world.apply(Patch("grounds", 4, "published", ops))
    assert (world.revision, world.nodes["gearbox"]["visible"]) == (4, False)


def test_a_resumed_join_keeps_the_scene_and_catches_up(world: World) -> None:
    patch = Patch("grounds", 5, "shared", [Operation("set", "/nodes/gearbox/explode", 1)])
    world.apply(
        joined(resumed=True, scene=None, shared=None, patches=[patch], revision=5, manifest=[])
    )
    assert world.scene.value("gearbox", "explode") == 1
    assert world.revision == 5
    assert len(world.manifest) == 1


def test_people_come_change_and_go(world: World) -> None:
    carl = Person(3, "Carl", "operator", Body(), "seat-1")
    world.apply(People([carl], 3))
    assert (world.people[3], world.total) == (carl, 3)
    world.see(read_presence(frame((3, Pose((1, 2, 3))))))
    world.apply(Gone([3], 2))
    assert 3 not in world.people
    assert world.pose(3) is None


def test_presence_shows_others_and_names_strangers(world: World) -> None:
    seated = Pose((4, 1, 4), full=True, seated=True)
    unknown = world.see(
        read_presence(frame((1, Pose((0, 0, 0))), (2, seated), (7, Pose((1, 1, 1)))))
    )
    assert unknown == {7}
    assert world.pose(1) is None
    seen = world.pose(2)
    assert seen is not None
    assert seen.seated
    assert seen.position == pytest.approx((4, 1, 4), abs=0.001)
    assert world.sightings[2].time == 77


def test_a_place_goes_through_every_parent(world: World) -> None:
    quarter = [0, math.sin(math.pi / 4), 0, math.cos(math.pi / 4)]
    world.nodes["up"] = node("group", (10, 0, 0), rotation=quarter, scale=[2, 2, 2])
    world.nodes["leaf"] = node("group", (1, 1, 0), parent="up")
    position, turn = world.place("leaf")
    assert position == pytest.approx((10, 2, -2), abs=1e-9)
    assert turn == pytest.approx(tuple(quarter))


def test_a_manifest_replaces_the_one_before(world: World) -> None:
    world.apply(Manifest(1, []))
    assert world.manifest == []


def test_leaving_empties_the_world(world: World) -> None:
    world.clear()
    assert (world.hall, world.people, world.nodes) == ("", {}, {})
