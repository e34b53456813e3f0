"""Personas are kept, told and read; a park has its first ones once."""

from __future__ import annotations

from pathlib import Path

import pytest

from avatars.guides.persona import Persona
from server.run.guides.errors import GuideError
from server.run.guides.house_personas import PERSONAS
from server.run.guides.personas import persona_of, told_of
from server.store.guide_records import StoredPersona
from tests.server.house import open_house


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda persona: persona.id)
def test_what_is_told_is_read_again(persona: Persona) -> None:
    assert persona_of(StoredPersona(persona.id, told_of(persona), "house", 0.0)) == persona


def test_what_an_older_program_kept_is_read_too() -> None:
    words = {"zh": "您好", "en": "Hello"}
    told = {"name": words, "greeting": words, "hat": "red", "never": ["x"]}
    persona = persona_of(StoredPersona("p_1", told, "a_1", 0.0))
    assert (persona.id, persona.never, persona.voice) == ("p_1", ("x",), "alloy")


async def test_what_staff_took_away_does_not_come_back(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        personas = house.park.guides.personas
        told: list[int] = []
        personas.changed = lambda: told.append(len(personas.all()))
        await personas.remove("xiaojing")
        await personas.change("xiaoling", None, {"tone": "warm"}, "a_1")
        made = await personas.add(told_of(PERSONAS[0]), "a_1")
        assert told == [2, 2, 3]
        await personas.remove(made.id)
        await personas.remove("xiaoyun")
        with pytest.raises(GuideError, match="persona_last"):
            await personas.remove("xiaoling")
    async with open_house(tmp_path) as house:
        personas = house.park.guides.personas
        assert [(each.id, each.tone) for each in personas.all()] == [("xiaoling", "warm")]
        for id in ("xiaojing", "-"):
            with pytest.raises(GuideError, match="persona_unknown"):
                personas.of(id)
        assert personas.kept("xiaoling").version == 2
