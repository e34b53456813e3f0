"""The guides of a park, put together: who they are, what they forget."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from server.run.guides.personas import told_of
from tests.server.guided import guided, visitors


async def test_a_guide_is_called_otherwise_as_soon_as_staff_say_so(tmp_path: Path) -> None:
    async with (
        guided(tmp_path / "data") as (house, _),
        visitors(house, 1) as (visitor,),
    ):
        guides = house.park.guides
        told = {**told_of(guides.personas.of("plain")), "name": {"zh": "小新", "en": "Xin"}}
        made = await guides.personas.add(told, "a_1")
        guides.personas._known["plain"] = replace(guides.personas.of(made.id), id="plain")
        guides.recast()
        await visitor.until(lambda world: world.guides.here["guide-1"].name["en"] == "Xin")
        slot = visitor.world.guides.here["guide-1"].person
        assert visitor.world.people[slot].name == "小新"


async def test_a_talk_that_is_forgotten_leaves_nothing(tmp_path: Path) -> None:
    async with (
        guided(tmp_path / "data") as (house, _),
        visitors(house, 1) as (visitor,),
    ):
        answer = await visitor.listen(await visitor.ask("guide-1", "hello?"))
        guides = house.park.guides
        (dialogue,) = guides.dialogues
        await guides.forget(dialogue)
        assert len(guides.dialogues) == 0
        status, told = await house.get(f"/api/v1/dialogues/own/{answer.dialogue}")
        assert (status, told["code"]) == (404, "dialogue_unknown")
        await visitor.ask("guide-1", "and now?")
        (new,) = guides.dialogues
        assert new.id != dialogue.id and not new.history


async def test_what_was_asked_is_kept_over_a_restart(tmp_path: Path) -> None:
    async with (
        guided(tmp_path / "data") as (house, _),
        visitors(house, 1) as (visitor,),
    ):
        answer = await visitor.ask("guide-1", "hello?")
    async with guided(tmp_path / "data") as (house, _):
        status, told = await house.get(f"/api/v1/dialogues/own/{answer.dialogue}")
        assert status == 200 and told["turns"][0]["question"] == "hello?"


async def test_the_park_says_which_guides_it_has_and_how_they_think(tmp_path: Path) -> None:
    async with guided(tmp_path / "data") as (house, _):
        status, told = await house.get("/api/v1/guides")
        assert status == 200 and "plain" in {each["persona"] for each in told["guides"]}
        assert (told["has_voice"], told["can_listen"], told["abroad"], told["model"]) == (
            False, False, False, "",
        )  # fmt: skip
        assert "AI" in told["label"]["zh"] and "生成" in told["label"]["zh"]
        assert (await house.get("/api/v1/guides/voices/none"))[1]["code"] == "voice_unknown"
