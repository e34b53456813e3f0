"""Halls out of the archive."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenes.findings import SceneError
from scenes.state import SceneState
from server.run.loading import check_document, load_hall, new_hall_document
from server.store.archive import Archive
from server.store.errors import StoreError
from server.store.records import Layer, StoredPatch
from tests.scenes.samples import hall_document


def patch(revision: int, capacity: int, layer: Layer = "published") -> StoredPatch:
    op = {"op": "set", "path": "/hall/capacity", "value": capacity}
    undo = {"op": "set", "path": "/hall/capacity", "value": capacity - 1}
    return StoredPatch("gallery", revision, "operator", 1.0, layer, [op], [undo])


async def test_a_hall_is_its_snapshot_and_what_came_after(tmp_path: Path) -> None:
    archive = await Archive.open(tmp_path)
    await archive.create_hall("gallery", hall_document(), 1.0)
    await archive.append([patch(3, 30), patch(8, 80)])
    await archive.append([patch(1, 5, "draft")])
    layers, history = await load_hall(archive, "gallery")
    assert (layers.published.hall["capacity"], layers.revision) == (80, 8)
    assert layers.draft_state.hall["capacity"] == 5
    assert history.undo("operator") == ([patch(8, 80).inverse[0]], "undo:8")
    assert layers.next_revision == 9
    with pytest.raises(StoreError) as caught:
        await load_hall(archive, "nowhere")
    assert caught.value.code == "hall_unknown"
    await archive.close()


def test_a_new_hall_is_sound_closed_and_can_be_stood_in() -> None:
    name = {"zh": "新", "en": "new"}
    document = new_hall_document("annex", {"name": name, "kind": "outdoor"}, 40)
    hall = SceneState.load(document).hall
    assert (hall["state"], hall["capacity"], hall["name"]) == ("closed", 40, name)
    assert check_document(document) == "annex"


@pytest.mark.parametrize("document", [None, [], {}, {"hall": {}, "nodes": {}}])
def test_an_unsound_document_is_refused(document: object) -> None:
    with pytest.raises(SceneError, match="scene_invalid"):
        check_document(document)
