"""A cut connection is taken up exactly, and who comes late knows as much as who was early."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from clients.headless import Operation, Patience, Refused, Visitor, World
from clients.headless.messages import Layer
from server.app import Running
from tests.clients.headless.scripted import node
from tests.flows.house import operator_token, park_at

QUICK = Patience(total=10.0, first=0.01, longest=0.1)
EDITS: Sequence[tuple[Layer, list[Operation]]] = (
    ("shared", [Operation("set", "/nodes/fox/explode", 0.25)]),
    ("published", [Operation("set", "/nodes/fox/translation", [0, 1.2, 0])]),
    ("published", [Operation("add", "/nodes/sign", node("group", parent="plinth-2"))]),
    ("shared", [Operation("set", "/nodes/fox/variant", "blue")]),
    ("published", [Operation("set", "/nodes/sign/name", {"zh": "牌", "en": "Sign"})]),
    ("shared", [Operation("unset", "/nodes/fox/explode")]),
    ("published", [Operation("set", "/nodes/sign/parent", "fox")]),
    ("published", [Operation("unset", "/nodes/sign/visible")]),
    ("published", [Operation("set", "/hall/capacity", 50)]),
    ("shared", [Operation("set", "/nodes/fox/visible", False)]),
    ("published", [Operation("remove", "/nodes/fox")]),
)


def picture(world: World) -> dict[str, Any]:
    """Everything that two mirrors of one hall must agree on."""
    return {
        "revision": world.revision,
        "epoch": world.epoch,
        "hall": world.scene.hall,
        "nodes": world.nodes,
        "shared": world.scene.shared,
    }


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Running]:
    async with park_at(tmp_path) as running:
        yield running


@pytest.fixture
async def operator(house: Running) -> AsyncIterator[Visitor]:
    token = await operator_token(house)
    async with Visitor(house.visitor_url, token=token, patience=QUICK) as visitor:
        await visitor.join("grounds")
        yield visitor


async def test_a_snapshot_and_its_patches_equal_every_later_snapshot(
    house: Running, operator: Visitor
) -> None:
    assert operator.role == "operator"
    async with Visitor(house.visitor_url) as early:
        await early.join("grounds")
        for layer, ops in EDITS:
            await operator.edit(ops, layer)
            await early.until(lambda world: world.revision >= operator.world.revision)
            async with Visitor(house.visitor_url) as late:
                await late.join("grounds")
                assert picture(late.world) == picture(early.world) == picture(operator.world)


@pytest.mark.parametrize("missed", range(0, len(EDITS) + 1, 3))
async def test_a_cut_visitor_comes_back_to_where_it_was(
    house: Running, operator: Visitor, missed: int
) -> None:
    async with Visitor(house.visitor_url, name="旅人", patience=QUICK) as guest:
        await guest.join("grounds")
        await guest.walk_to((3.0, 0.0, 3.0), speed=20.0)
        here, place = guest.world.me, guest.gait.feet
        for layer, ops in EDITS[:missed]:
            await operator.edit(ops, layer)
        guest.cut()
        for layer, ops in EDITS[missed:]:
            await operator.edit(ops, layer)
        await guest.until(lambda world: world.revision == operator.world.revision)
        assert picture(guest.world) == picture(operator.world)
        assert (guest.world.me, guest.gait.feet) == (here, place)


async def test_others_do_not_notice_a_short_cut(house: Running, operator: Visitor) -> None:
    async with Visitor(house.visitor_url, name="旅人", patience=QUICK) as guest:
        await guest.join("grounds")
        await operator.until(lambda world: world.person("旅人"))
        guest.cut()
        await guest.explode("fox", 1.0)
        await operator.until(lambda world: world.scene.value("fox", "explode") == 1.0)
        assert operator.world.person("旅人")


async def test_a_place_not_taken_up_is_given_up(tmp_path: Path) -> None:
    async with (
        park_at(tmp_path, keep_place_seconds=0.2) as house,
        Visitor(house.visitor_url) as stays,
    ):
        await stays.join("grounds")
        guest = Visitor(house.visitor_url, name="旅人", patience=None)
        await guest.__aenter__()
        await guest.join("grounds")
        await stays.until(lambda world: world.person("旅人"))
        guest.cut()
        await stays.until(lambda world: not world.person("旅人"))
        await guest.close()


async def test_a_stale_structural_edit_names_the_current_revision(operator: Visitor) -> None:
    base = operator.world.revision
    await operator.edit([Operation("add", "/nodes/one", node("group"))], base=base)
    with pytest.raises(Refused) as caught:
        await operator.edit([Operation("add", "/nodes/two", node("group"))], base=base)
    assert caught.value.code == "scene_stale"
    assert caught.value.current_revision == operator.world.revision
    await operator.edit([Operation("set", "/nodes/one/visible", False)], base=base)


async def test_an_impossible_edit_is_told_every_reason(operator: Visitor) -> None:
    before = picture(operator.world)
    with pytest.raises(Refused) as caught:
        await operator.edit(
            [
                Operation("set", "/nodes/nobody/visible", True),
                Operation("set", "/nodes/fox/visible", True),
                Operation("set", "/nodes/fox/explode", "much"),
            ]
        )
    assert caught.value.code == "patch_invalid"
    told = {(detail.pointer, detail.code) for detail in caught.value.details}
    assert ("/ops/0/path", "no_such_node") in told
    assert any(pointer.startswith("/ops/2") for pointer, _ in told)
    assert picture(operator.world) == before


async def test_a_visitor_does_not_edit_what_is_published(house: Running) -> None:
    async with Visitor(house.visitor_url) as guest:
        await guest.join("grounds")
        with pytest.raises(Refused, match="forbidden"):
            await guest.edit([Operation("remove", "/nodes/fox")])
        assert "fox" in guest.world.nodes
