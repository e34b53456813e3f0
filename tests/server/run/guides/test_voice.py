from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from avatars.guides.brain import Clause
from avatars.guides.speech.visemes import duration, marks
from avatars.guides.speech.wav import wave
from server.run.clock import Clock
from server.run.guides import voice
from server.run.guides.models import Models
from server.run.guides.voice import Voices
from server.settings import Settings
from tests.server.outside.scripted_model import Refuse, ScriptedModel, scripted_model
from tests.server.run.guides.model_house import PERSONA, QUICK

HELLO = Clause("欢迎来到灵境园区，面积3,520㎡。", "zh")


class SetClock(Clock):
    """Time as a test says."""

    time = 1000.0

    def now(self) -> float:
        return self.time


@dataclass
class House:
    settings: Settings
    clock: Clock = field(default_factory=SetClock)
    site: Any = field(
        default_factory=lambda: SimpleNamespace(
            name={"zh": "灵境"}, profile=SimpleNamespace(operator={"zh": "云泽运营公司"})
        )
    )


def voices_of(server: ScriptedModel | None, **more: Any) -> Voices:
    named = {} if server is None else {"guide_speech_url": server.url}
    house = House(Settings(**{**named, **more}))
    return Voices(house, Models(house, dict(QUICK)))


async def closed(voices: Voices) -> None:
    await voices.close()
    await voices.models.close()


async def test_without_a_service_the_mouth_moves_all_the_same() -> None:
    spoken = await voices_of(None).speak(HELLO, PERSONA)
    assert spoken.sound is None and spoken.ms == duration(HELLO.text, "zh")
    assert spoken.marks == marks(HELLO.text, "zh")


async def test_a_sound_has_its_length_its_marks_and_its_label() -> None:
    async with scripted_model() as server:
        voices = voices_of(server)
        spoken = await voices.speak(HELLO, PERSONA)
        await closed(voices)
    assert spoken.sound is not None and spoken.sound.type == "audio/wav"
    sound = wave(spoken.sound.bytes)
    assert sound is not None and sound.ms == spoken.ms
    assert spoken.marks[0][1] == "sil" and spoken.marks[-1][0] <= spoken.ms
    at = spoken.sound.bytes.index(b"AIGC=") + 5
    label = json.loads(spoken.sound.bytes[at : spoken.sound.bytes.index(b"\0", at)])
    assert label["Label"] == "1" and label["ContentProducer"] == "云泽运营公司"
    assert label["ProduceID"] == spoken.sound.id
    assert server.spoken[0]["input"].startswith("欢迎来到灵境园区，面积三千五百二十平方米")


async def test_the_same_words_are_made_once_and_served_for_a_while() -> None:
    async with scripted_model() as server:
        voices = voices_of(server)
        both = await asyncio.gather(voices.speak(HELLO, PERSONA), voices.speak(HELLO, PERSONA))
        again = await voices.speak(HELLO, PERSONA)
        assert again.sound is not None and len(server.spoken) == 1 and both[0] == both[1] == again
        assert voices.clip(again.sound.id) == again.sound
        voices._house.clock.time += voice.KEPT_SECONDS  # type: ignore[attr-defined]
        assert voices.clip(again.sound.id) is None
        assert voices._bytes == 0
        await closed(voices)


async def test_who_guesses_the_words_does_not_find_their_sound() -> None:
    async with scripted_model() as server:
        voices, others = voices_of(server), voices_of(server)
        mine = (await voices.speak(HELLO, PERSONA)).sound
        theirs = (await others.speak(HELLO, PERSONA)).sound
        assert mine is not None and theirs is not None and mine.id != theirs.id
        await closed(voices)
        await closed(others)


async def test_memory_is_bounded(monkeypatch: Any) -> None:
    monkeypatch.setattr(voice, "MOST_BYTES", 150_000)
    async with scripted_model() as server:
        voices = voices_of(server)
        for n in range(4):
            await voices.speak(Clause(f"第{n}句话。", "zh"), PERSONA)
        assert voices._bytes <= 150_000 and 1 <= len(voices._kept) < 4
        await closed(voices)


async def test_a_service_that_fails_leaves_the_mouth() -> None:
    async with scripted_model() as server:
        voices = voices_of(server)
        server.sounds = [Refuse(500), lambda text: b"no sound at all", Refuse(401)]
        for _ in range(3):
            spoken = await voices.speak(HELLO, PERSONA)
            assert spoken.sound is None and spoken.ms > 0
        assert not voices.models.breakers["speech"].is_healthy(voices._house.clock.now())
        await closed(voices)


async def test_who_listens_no_more_spoils_it_for_nobody() -> None:
    async with scripted_model() as server:
        voices = voices_of(server)
        one = asyncio.create_task(voices.speak(HELLO, PERSONA))
        two = asyncio.create_task(voices.speak(HELLO, PERSONA))
        await asyncio.sleep(0)
        one.cancel()
        assert (await two).sound is not None
        await closed(voices)


async def test_phone_numbers_are_not_sent_to_be_spoken() -> None:
    async with scripted_model() as server:
        voices = voices_of(server)
        await voices.speak(Clause("请拨打13800138000。", "zh"), PERSONA)
        await closed(voices)
    assert "一三八" not in server.spoken[0]["input"] and "138" not in server.spoken[0]["input"]
