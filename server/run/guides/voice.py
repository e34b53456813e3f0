"""Makes clauses heard: sound from a speech service where there is one, a moving mouth always."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from avatars.guides.brain import Clause
from avatars.guides.persona import Persona
from avatars.guides.safety.labels import aigc
from avatars.guides.safety.pii import masked
from avatars.guides.safety.tagging import media_type, tagged
from avatars.guides.speech.energy import following
from avatars.guides.speech.length import length_ms
from avatars.guides.speech.mouth import Mark
from avatars.guides.speech.spoken import said
from avatars.guides.speech.visemes import duration, marks
from avatars.guides.speech.wav import wave
from server.log import logger
from server.outside.openai_endpoint import NoAnswerError
from server.run.clock import Clock
from server.run.guides.models import Models
from server.settings import Settings

log = logger("guides")
MOST_BYTES: Final = 64 * 2**20
"""Memory that sounds may take."""
KEPT_SECONDS: Final = 600.0
AT_ONCE: Final = 8
"""Sounds that are being made at the same time."""
LONGEST_MS: Final = 60_000


class House(Protocol):
    """What voices need of the park."""

    settings: Settings
    clock: Clock
    site: Any
    """Who the operator is: the producer of what is generated."""


@dataclass(frozen=True, slots=True)
class SoundClip:
    """A sound that may be fetched for some minutes; the AIGC label is inside."""

    id: str
    type: str
    bytes: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Spoken:
    """How a clause sounds: milliseconds, marks of the mouth, the sound or none."""

    ms: int
    marks: list[Mark]
    sound: SoundClip | None = None


@dataclass(slots=True)
class _Kept:
    spoken: Spoken
    until: float


class Voices:
    """The voices of one park, with the sounds of the last minutes."""

    def __init__(self, house: House, models: Models) -> None:
        self._house = house
        self.models = models
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._bytes = 0
        self._making: dict[str, asyncio.Task[Spoken]] = {}
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._salt = secrets.token_hex(16)
        """Nobody who guesses words can work out their id, and so learn whether they were said."""
        self.producer: Callable[[], str] = lambda: _producer(house)

    @property
    def is_heard(self) -> bool:
        """Whether clauses get a sound here; without one, browsers may speak by themselves."""
        return self.models.endpoint("speech") is not None

    async def speak(self, clause: Clause, persona: Persona) -> Spoken:
        """How a clause sounds; without sound when no service makes one in time."""
        if not self.is_heard:
            return _mute(clause)
        key = self._key(clause, persona)
        self._forget()
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key].spoken
        task = self._making.get(key)
        if task is None:
            task = self._making[key] = asyncio.create_task(self._make(key, clause, persona))
            task.add_done_callback(lambda _: self._making.pop(key, None))
        return await asyncio.shield(task)

    def clip(self, id: str) -> SoundClip | None:
        """A sound by its id, while it is kept."""
        self._forget()
        kept = self._kept.get(id)
        return kept.spoken.sound if kept else None

    async def close(self) -> None:
        """Stop what is being made and forget every sound."""
        tasks = list(self._making.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._kept.clear()
        self._bytes = 0

    def _key(self, clause: Clause, persona: Persona) -> str:
        endpoint = self.models.endpoint("speech")
        form = self._house.settings.guide_speech_format
        parts = (self._salt, clause.text, clause.lang, persona.voice, form, repr(endpoint))
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]

    async def _make(self, key: str, clause: Clause, persona: Persona) -> Spoken:
        now = self._house.clock.now()
        client = self.models.client("speech", now)
        if client is None:
            return _mute(clause)
        breaker = self.models.breakers["speech"]
        settled = False
        try:
            async with self._turns:
                data, _ = await client.speech(
                    spoken_text(clause), persona.voice, self._house.settings.guide_speech_format
                )
            spoken = await asyncio.to_thread(self._spoken, key, clause, data)
            if spoken.sound is None:
                raise NoAnswerError("broken", "no sound")
            breaker.went_well(self._house.clock.now())
            settled = True
        except NoAnswerError as error:
            breaker.failed(self._house.clock.now(), str(error), error.wait)
            settled = True
            log.warning("guide_voice_failed", code=error.code, detail=error.detail)
            return _mute(clause)
        finally:
            if not settled:
                breaker.given_up()
        self._keep(key, spoken)
        return spoken

    def _spoken(self, key: str, clause: Clause, data: bytes) -> Spoken:
        """Marks over a sound, and the sound with its label."""
        kind = media_type(data)
        ms = length_ms(data) if kind else None
        if ms is None or not 0 < ms <= LONGEST_MS:
            return _mute(clause)
        sound = wave(data)
        laid = following(clause.text, clause.lang, sound) if sound else None
        label = aigc(self.producer(), key)
        clip = SoundClip(key, kind, tagged(data, label))
        return Spoken(ms, laid or marks(clause.text, clause.lang, ms), clip)

    def _keep(self, key: str, spoken: Spoken) -> None:
        assert spoken.sound is not None
        self._kept[key] = _Kept(spoken, self._house.clock.now() + KEPT_SECONDS)
        self._bytes += len(spoken.sound.bytes)
        while self._bytes > MOST_BYTES and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))

    def _forget(self) -> None:
        """Let go of what has been kept long enough."""
        now = self._house.clock.now()
        for key in [key for key, kept in self._kept.items() if kept.until <= now]:
            self._drop(key)

    def _drop(self, key: str) -> None:
        sound = self._kept.pop(key).spoken.sound
        self._bytes -= len(sound.bytes) if sound else 0


def spoken_text(clause: Clause) -> str:
    """What a speech service is given: numbers and units in words, personal data masked."""
    text = masked(clause.text).replace("⟦", "").replace("⟧", "")
    return said(text, clause.lang) if clause.lang == "zh" else text


def _mute(clause: Clause) -> Spoken:
    ms = duration(clause.text, clause.lang)
    return Spoken(ms, marks(clause.text, clause.lang, ms))


def _producer(house: House) -> str:
    """Who runs the park, else the park's name."""
    operator = house.site.profile.operator.get("zh", "")
    return str(operator or house.site.name.get("zh", "") or "Lingjing")
