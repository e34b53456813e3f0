"""Whatever was done to a hall, in any order: snapshot and patches lead to where it stands."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from server.store import Archive, StoredPatch
from server.store.records import Document, StoredHall
from tests.server.store.samples import patch


@dataclass
class Model:
    """The hall as it should be, and what has been done to it so far."""

    archive: Archive
    folder: Path
    revision: int = 0
    nodes: list[int] = field(default_factory=list)
    history: list[StoredPatch] = field(default_factory=list)
    draft: list[StoredPatch] = field(default_factory=list)

    def doc(self) -> Document:
        return {"nodes": {f"n{number}": {"kind": "group"} for number in self.nodes}}

    def next_patch(self) -> StoredPatch:
        self.revision += 1
        self.nodes.append(self.revision)
        self.history.append(patch(self.revision))
        return self.history[-1]

    async def edit(self) -> None:
        await self.archive.append([self.next_patch()])

    async def edit_together(self) -> None:
        edits = [self.next_patch() for _ in range(5)]
        await asyncio.gather(*(self.archive.append([edit]) for edit in edits))

    async def interact(self) -> None:
        self.revision += 1  # shared interaction counts, but is not archived

    async def draw(self) -> None:
        self.draft.append(patch(len(self.draft), layer="draft"))
        await self.archive.append(self.draft[-1:])

    async def publish(self) -> None:
        await self.archive.publish(self.next_patch())
        self.draft.clear()

    async def drop_draft(self) -> None:
        await self.archive.clear_draft("grounds")
        self.draft.clear()

    async def checkpoint(self) -> None:
        await self.archive.checkpoint("grounds", self.revision, self.doc(), keep=3)

    async def reopen(self) -> None:
        await self.archive.close()
        self.archive = await Archive.open(self.folder)


ACTIONS = st.sampled_from(
    [
        Model.edit,
        Model.edit_together,
        Model.interact,
        Model.draw,
        Model.publish,
        Model.drop_draft,
        Model.checkpoint,
        Model.reopen,
    ]
)


def _replayed(hall: StoredHall) -> Document:
    nodes = dict(hall.doc["nodes"])
    for kept in hall.patches:
        for op in kept.ops:
            nodes[op["path"].removeprefix("/nodes/")] = op["value"]
    return {"nodes": nodes}


async def _play(folder: Path, actions: list[object]) -> None:
    model = Model(await Archive.open(folder), folder)
    await model.archive.create_hall("grounds", {"nodes": {}}, at=1.0)
    for action in actions:
        await action(model)  # type: ignore[operator]
    hall = await model.archive.load_hall("grounds")
    history = await model.archive.history("grounds", limit=3)
    await model.archive.close()
    assert _replayed(hall) == model.doc()
    assert hall.draft == model.draft
    assert history == model.history[-3:][::-1]
    assert hall.revision <= model.revision


@settings(max_examples=20)
@given(st.lists(ACTIONS, max_size=12))
def test_snapshot_and_patches_are_the_hall(actions: list[object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_play(Path(folder), actions))
