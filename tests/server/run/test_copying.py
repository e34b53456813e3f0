"""A copy of a hall stands for itself."""

from __future__ import annotations

from scenes.state import SceneState
from server.run.copying import copied
from tests.scenes.samples import hall_document


def test_a_copy_is_closed_has_its_own_id_and_everything_that_the_hall_has() -> None:
    made = copied(hall_document(), "annex", {"name": {"zh": "副厅", "en": "Annex"}})
    assert (made["hall"]["id"], made["hall"]["state"]) == ("annex", "closed")
    assert made["hall"]["name"]["en"] == "Annex"
    assert made["nodes"] == hall_document()["nodes"]
    SceneState.load(made)


def test_nothing_is_shared_with_the_hall() -> None:
    document = hall_document()
    copied(document, "annex", {})["nodes"]["fox"]["translation"][0] = 99
    assert document == hall_document()
