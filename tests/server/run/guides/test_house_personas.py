"""The first personas speak both languages, say that they are machines, and have bodies."""

from __future__ import annotations

import pytest

from avatars.bodies import BODIES
from avatars.guides.persona import Persona
from server.net.guides.persona_bodies import PersonaNew
from server.run.guides.house_personas import PERSONAS
from server.run.guides.personas import told_of


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda persona: persona.id)
def test_each_is_as_staff_could_have_written_it(persona: Persona) -> None:
    assert PersonaNew.model_validate(told_of(persona)).name.zh == persona.name["zh"]
    assert persona.body in BODIES
    for words in (persona.name, persona.greeting, persona.brief, *persona.suggestions):
        assert set(words) == {"zh", "en"}
        assert all(words.values())
    assert all("AI" in persona.greeting[lang] for lang in ("zh", "en"))
