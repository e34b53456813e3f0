"""What nothing refers to goes; what anything refers to stays, whatever happens in between."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from scenes.findings import SceneError
from server.halls.errors import HallError
from server.run.exhibits import keep_asset
from server.run.exhibits.collect import COLLECTED, SETTLING, Caretaker, addresses_in, underway
from server.run.park import Park
from server.settings import Settings
from server.store import Archive, Blobs, StoreError
from server.store.exhibit_records import StoredRevision
from tests.scenes.samples import hall_document
from tests.server.house import House
from tests.server.run.exhibits.samples import keep

HALL = "gallery"


async def test_what_nobody_named_goes_once_it_is_old(house: House) -> None:
    sha = await keep_asset(house.park, b"nobody speaks of this")
    counted = await house.park.exhibits.collect(grace=3600)
    assert counted.blobs == 0 and house.park.blobs.has(sha)
    planned = await house.park.exhibits.collect(grace=0, dry=True)
    assert planned == (1, 21, 0) and house.park.blobs.has(sha)
    done = await house.park.exhibits.collect(grace=0)
    assert (done.blobs, done.kept) == (1, 0) and done.bytes >= 21
    assert not house.park.blobs.has(sha) and await house.park.archive.asset(sha) is None


async def test_one_collection_at_a_time(house: House) -> None:
    with house.park.blobs.collecting(), pytest.raises(StoreError) as refused:
        await house.park.exhibits.collect()
    assert refused.value.code == "collecting"


async def test_what_is_being_kept_is_spared(house: House) -> None:
    with house.park.blobs.holding() as hold:
        held = await keep_asset(house.park, b"held", hold=hold)
        await house.park.exhibits.collect(grace=0)
        assert house.park.blobs.has(held)
    await house.park.exhibits.collect(grace=0)
    assert not house.park.blobs.has(held)


async def test_what_an_edit_on_its_way_speaks_of_is_alive(house: House) -> None:
    sha = await keep_asset(house.park, b"a new model")
    hall = house.park.hall(HALL)
    model = {**hall.editing.layers.head.nodes["fox"]["model"]}
    model["levels"] = [{"asset": sha, "bytes": 11, "triangles": 1, "error": 0.0}]
    ops = [{"op": "set", "path": "/nodes/fox/model", "value": model}]
    hall.editing.layers.prepare(ops, 0, "operator")  # the archive has not heard of it
    assert sha in set(underway([hall]))
    await house.park.exhibits.collect(grace=0)
    assert house.park.blobs.has(sha)
    hall.editing.layers.abandon()


async def test_a_deleted_exhibit_frees_its_blobs(house: House, tmp_path: Path) -> None:
    kept = await keep(house.park, tmp_path, "a")
    shas = [file.sha for file in kept.files]
    await house.park.exhibits.collect(grace=0)
    assert all(map(house.park.blobs.has, shas))
    await house.park.exhibits.delete(kept.exhibit, author="operator")
    await house.park.exhibits.collect(grace=0)
    assert not any(map(house.park.blobs.has, shas))


def test_addresses_are_found_at_any_depth() -> None:
    deep: Any = "a" * 64
    for _ in range(5000):
        deep = [deep, {"key": "b" * 63}]
    assert set(addresses_in([deep, "c" * 64, "D" * 64, 5, None])) == {"a" * 64, "c" * 64}


async def test_a_caretaker_comes_when_it_is_time(house: House) -> None:
    caretaker = Caretaker(house.park, hours=24)
    assert await caretaker.rest() == SETTLING
    for hours_ago, rest in ((1, 23 * 3600), (23.99, SETTLING), (1000, SETTLING), (-50, 24 * 3600)):
        last = house.park.clock.now() - hours_ago * 3600
        await house.park.archive.set_meta(COLLECTED, last)
        assert await caretaker.rest() == pytest.approx(rest, abs=60)


async def test_a_caretaker_that_never_collects_has_nothing_to_stop(house: House) -> None:
    caretaker = Caretaker(house.park, hours=0)
    caretaker.start()
    await caretaker.stop()
    busy = Caretaker(house.park, hours=1)
    busy.start()
    await busy.stop()


class Upkeep(RuleBasedStateMachine):
    """Staff and the collector at work on one hall, against a list of what must be there."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp(prefix="lingjing-upkeep-"))
        self.revisions: dict[str, list[StoredRevision]] = {}
        self.versions = 0
        self.made = 0

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(work)

    async def tried(self, work: Coroutine[Any, Any, Any]) -> Any:
        """A refusal with a code is a fine outcome."""
        try:
            return await work
        except (HallError, SceneError, StoreError):
            return None

    @initialize()
    def open(self) -> None:
        self.run(self._open())

    async def _open(self) -> None:
        chosen = Settings(data=self.folder / "data", demo=False)
        self.archive = await Archive.open(chosen.data)
        self.blobs = Blobs(chosen.data / "blobs")
        self.park = Park(chosen, self.archive, self.blobs)
        await self.park.start()
        document = hall_document(HALL)
        del document["nodes"]["fox"]
        await self.park.add_hall(document)

    def some(self, number: int) -> str | None:
        names = sorted(self.revisions)
        return names[number % len(names)] if names else None

    async def _keep(self, exhibit: str | None, variants: tuple[str, ...] = ()) -> None:
        self.made += 1
        kept = await self.tried(
            keep(self.park, self.folder, f"s{self.made}", exhibit, variants=variants)
        )
        if kept is not None:
            self.revisions.setdefault(kept.exhibit, []).append(kept)

    @rule(number=st.integers(0, 9), new=st.booleans())
    def make(self, number: int, new: bool) -> None:
        self.run(self._keep(None if new else self.some(number)))

    @precondition(lambda self: self.revisions)
    @rule(number=st.integers(0, 9), revision=st.integers(1, 4))
    def publish(self, number: int, revision: int) -> None:
        name = self.some(number) or ""
        self.run(self.tried(self.park.exhibits.publish(name, revision, author="operator")))

    @precondition(lambda self: self.revisions)
    @rule(number=st.integers(0, 9), on_floor=st.booleans())
    def place(self, number: int, on_floor: bool) -> None:
        hall, name = self.park.hall(HALL), self.some(number) or ""
        where: Any = (1.0, 0.0, 1.0) if on_floor else "free"
        self.run(self.tried(self.park.exhibits.place(name, hall, where, author="operator")))

    @precondition(lambda self: self.park.exhibits.placements())
    @rule(number=st.integers(0, 9))
    def take_away(self, number: int) -> None:
        places = self.park.exhibits.placements()
        place, hall = places[number % len(places)], self.park.hall(HALL)
        self.run(
            self.tried(
                self.park.exhibits.remove(place.exhibit, hall, place.node, author="operator")
            )
        )

    @precondition(lambda self: self.revisions)
    @rule(number=st.integers(0, 9), placed=st.booleans())
    def delete(self, number: int, placed: bool) -> None:
        name = self.some(number) or ""
        self.run(self._delete(name, placed))

    async def _delete(self, name: str, placed: bool) -> None:
        try:
            await self.park.exhibits.delete(name, author="operator", placed=placed)
        except HallError as error:
            assert error.code == "exhibit_placed" and not placed
        else:
            del self.revisions[name]

    @precondition(lambda self: self.revisions)
    @rule(number=st.integers(0, 9), revision=st.integers(1, 4))
    def forget_a_revision(self, number: int, revision: int) -> None:
        name = self.some(number) or ""
        self.run(self._forget(name, revision))

    async def _forget(self, name: str, number: int) -> None:
        try:
            await self.park.exhibits.delete_revision(name, number)
        except (HallError, StoreError) as error:
            assert error.code in ("revision_shown", "revision_unknown")
        else:
            self.revisions[name] = [r for r in self.revisions[name] if r.number != number]

    @rule()
    def undo(self) -> None:
        hall = self.park.hall(HALL)
        self.run(
            self.tried(
                self.park.ask(hall, lambda tag: hall.editing.undo("published", "operator", tag))
            )
        )

    @rule()
    def redo(self) -> None:
        hall = self.park.hall(HALL)
        self.run(
            self.tried(
                self.park.ask(hall, lambda tag: hall.editing.redo("published", "operator", tag))
            )
        )

    @rule()
    def save_a_version(self) -> None:
        layers = self.park.hall(HALL).editing.layers
        document = layers.published.document()
        self.run(self.archive.save_version(HALL, "v", layers.revision, document, "operator", 0.0))
        self.versions += 1

    @precondition(lambda self: self.versions)
    @rule(number=st.integers(0, 9))
    def restore_a_version(self, number: int) -> None:
        self.run(self._restore(number % self.versions + 1))

    async def _restore(self, number: int) -> None:
        hall = self.park.hall(HALL)
        document = await self.archive.version(HALL, number)
        await self.park.ask(hall, lambda tag: hall.editing.restore(document, "operator", tag, "v"))

    @rule()
    def forget_history(self) -> None:
        layers = self.park.hall(HALL).editing.layers
        document = layers.published.document()
        self.run(self.archive.checkpoint(HALL, layers.revision, document, keep=400))

    @rule()
    def collect(self) -> None:
        self.run(self.park.exhibits.collect(grace=0))

    @rule(number=st.integers(0, 9))
    def collect_while_others_work(self, number: int) -> None:
        self.run(self._crowded(self.some(number)))

    async def _crowded(self, name: str | None) -> None:
        work = [self._keep(name), self.tried(self.park.exhibits.collect(grace=0))]
        if name is not None:
            newest = max((r.number for r in self.revisions[name]), default=1)
            work.append(self.tried(self.park.exhibits.publish(name, newest, author="operator")))
        await asyncio.gather(*work)

    def needed(self) -> Iterator[str]:
        """What must be there: all of every revision, and all that the hall shows."""
        for revisions in self.revisions.values():
            for revision in revisions:
                yield from (file.sha for file in revision.files)
        for node in self.park.hall(HALL).editing.layers.published.nodes.values():
            yield from (level["asset"] for level in node.get("model", {}).get("levels", ()))

    @invariant()
    def nothing_needed_is_gone(self) -> None:
        if hasattr(self, "park"):
            assert [sha for sha in self.needed() if not self.blobs.has(sha)] == []

    @invariant()
    def every_node_shows_one_revision(self) -> None:
        nodes = self.park.hall(HALL).editing.layers.published.nodes if self.revisions else {}
        for node in nodes.values():
            shown = node.get("exhibit")
            if shown is not None and shown["id"] in self.revisions:
                known = {r.number: r for r in self.revisions[shown["id"]]}
                if shown["revision"] in known:
                    assert node["model"]["clips"] == known[shown["revision"]].model["clips"]

    def teardown(self) -> None:
        self.run(self._close())
        self.runner.close()
        shutil.rmtree(self.folder)

    async def _close(self) -> None:
        if hasattr(self, "park"):
            # All that no record speaks of goes in the end, and nothing else.
            await self.park.exhibits.collect(grace=0)
            alive = await self.archive.addresses()
            left = {p.name[:64] for p in (self.folder / "data" / "blobs").rglob("?" * 64)}
            assert left <= alive
            await self.park.stop()
            await self.blobs.close()
            await self.archive.close()


def test_upkeep_never_loses_what_is_needed() -> None:
    run_state_machine_as_test(
        Upkeep, settings=settings(max_examples=8, stateful_step_count=20, deadline=None)
    )
