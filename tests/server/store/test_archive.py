"""What goes into the archive comes out of it, also after closing."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.store import Archive, StoredVersion, StoreError
from tests.server.store.samples import DOC, patch


async def test_hall_comes_back_after_reopening(tmp_path: Path, database: str) -> None:
    archive = await Archive.open(tmp_path / "data", database)
    await archive.create_hall("grounds", DOC, at=5.0)
    await archive.append([patch(1), patch(3)])
    await archive.close()

    archive = await Archive.open(tmp_path / "data", database)
    hall = await archive.load_hall("grounds")
    await archive.close()

    assert hall.doc == DOC
    assert (hall.snapshot_revision, hall.revision, hall.created) == (0, 3, 5.0)
    assert hall.patches == [patch(1), patch(3)]
    assert hall.draft == []


async def test_halls_are_listed_in_order_of_creation(archive: Archive) -> None:
    for name in ("theatre", "annex", "hall"):
        await archive.create_hall(name, DOC, at=1.0)
    await archive.delete_hall("annex")
    assert await archive.halls() == ["theatre", "hall"]


async def test_unknown_and_doubled_halls_are_refused(archive: Archive) -> None:
    await archive.create_hall("grounds", DOC, at=1.0)
    with pytest.raises(StoreError) as doubled:
        await archive.create_hall("grounds", DOC, at=2.0)
    assert doubled.value.code == "hall_exists"
    for call in (
        archive.load_hall("nowhere"),
        archive.delete_hall("nowhere"),
        archive.append([patch(1, "nowhere")]),
        archive.clear_draft("nowhere"),
        archive.checkpoint("nowhere", 1, DOC),
        archive.history("nowhere"),
        archive.versions("nowhere"),
        archive.save_version("nowhere", "v", 1, DOC, "operator", 1.0),
    ):
        with pytest.raises(StoreError) as unknown:
            await call
        assert unknown.value.code == "hall_unknown"


async def test_a_deleted_hall_leaves_nothing_behind(archive: Archive) -> None:
    await archive.create_hall("grounds", DOC, at=1.0)
    await archive.append([patch(1), patch(1, layer="draft")])
    await archive.save_version("grounds", "first", 1, DOC, "operator", 1.0)
    await archive.delete_hall("grounds")
    await archive.create_hall("grounds", DOC, at=2.0)
    hall = await archive.load_hall("grounds")
    assert (hall.patches, hall.draft, hall.revision) == ([], [], 0)
    assert await archive.versions("grounds") == []


@pytest.mark.parametrize("revisions", [(2,), (1,), (4, 4), (5, 4)])
async def test_revisions_only_grow(archive: Archive, revisions: tuple[int, ...]) -> None:
    await archive.create_hall("grounds", DOC, at=1.0)
    await archive.append([patch(2)])
    with pytest.raises(StoreError) as conflict:
        await archive.append([patch(revision) for revision in revisions])
    assert conflict.value.code == "revision_conflict"
    assert (await archive.load_hall("grounds")).patches == [patch(2)]


async def test_appending_nothing_is_allowed(archive: Archive) -> None:
    await archive.append([])


async def test_numbers_json_cannot_say_are_refused(archive: Archive) -> None:
    await archive.create_hall("grounds", DOC, at=1.0)
    with pytest.raises(Exception, match="JSON compliant"):
        await archive.checkpoint("grounds", 1, {"x": float("nan")})
    assert (await archive.load_hall("grounds")).doc == DOC


async def test_checkpoint_shortens_loading_and_keeps_bounded_history(archive: Archive) -> None:
    later = DOC | {"nodes": {"n": {"kind": "group"}}}
    await archive.create_hall("grounds", DOC, at=1.0)
    await archive.append([patch(revision) for revision in range(1, 11)])
    await archive.checkpoint("grounds", 8, later, keep=3)
    hall = await archive.load_hall("grounds")
    assert (hall.doc, hall.snapshot_revision, hall.revision) == (later, 8, 10)
    assert [p.revision for p in hall.patches] == [9, 10]
    assert [p.revision for p in await archive.history("grounds")] == [10, 9, 8, 7, 6]


async def test_checkpoint_never_goes_back(archive: Archive) -> None:
    await archive.create_hall("grounds", DOC, at=1.0)
    await archive.checkpoint("grounds", 9, DOC)
    with pytest.raises(StoreError) as conflict:
        await archive.checkpoint("grounds", 8, DOC)
    assert conflict.value.code == "revision_conflict"


async def test_a_patch_may_not_fall_below_the_snapshot(archive: Archive) -> None:
    await archive.create_hall("grounds", DOC, at=1.0, revision=7)
    with pytest.raises(StoreError) as conflict:
        await archive.append([patch(7)])
    assert conflict.value.code == "revision_conflict"
    await archive.append([patch(8)])


async def test_history_is_read_page_by_page(archive: Archive) -> None:
    await archive.create_hall("grounds", DOC, at=1.0)
    await archive.append([patch(revision) for revision in range(1, 8)])
    first = await archive.history("grounds", limit=3)
    second = await archive.history("grounds", limit=3, before=first[-1].revision)
    assert [p.revision for p in first + second] == [7, 6, 5, 4, 3, 2]


async def test_a_draft_has_its_own_count_and_can_be_dropped(archive: Archive) -> None:
    await archive.create_hall("grounds", DOC, at=1.0)
    await archive.append([patch(4), patch(0, layer="draft"), patch(1, layer="draft")])
    hall = await archive.load_hall("grounds")
    assert [p.revision for p in hall.draft] == [0, 1]
    assert hall.revision == 4
    await archive.clear_draft("grounds")
    assert (await archive.load_hall("grounds")).draft == []


async def test_publishing_appends_and_empties_the_draft_together(archive: Archive) -> None:
    await archive.create_hall("grounds", DOC, at=1.0)
    await archive.append([patch(1), patch(1, layer="draft")])
    with pytest.raises(StoreError):
        await archive.publish(patch(1))
    assert len((await archive.load_hall("grounds")).draft) == 1
    await archive.publish(patch(2))
    hall = await archive.load_hall("grounds")
    assert (hall.revision, hall.draft) == (2, [])


async def test_versions_are_numbered_per_hall(archive: Archive) -> None:
    for name in ("grounds", "theatre"):
        await archive.create_hall(name, DOC, at=1.0)
    assert await archive.save_version("grounds", "开园", 1, DOC, "operator", 10.0) == 1
    assert await archive.save_version("grounds", "秋展", 2, {"hall": {}}, "operator", 11.0) == 2
    assert await archive.save_version("theatre", "开园", 1, DOC, "operator", 12.0) == 1
    assert await archive.versions("grounds") == [
        StoredVersion("grounds", 2, "秋展", 2, "operator", 11.0),
        StoredVersion("grounds", 1, "开园", 1, "operator", 10.0),
    ]
    assert await archive.version("grounds", 2) == {"hall": {}}
    with pytest.raises(StoreError) as unknown:
        await archive.version("grounds", 3)
    assert unknown.value.code == "version_unknown"


async def test_small_facts(archive: Archive) -> None:
    assert await archive.meta("park") is None
    await archive.set_meta("park", {"name": {"zh": "灵境", "en": "Lingjing"}})
    await archive.set_meta("park", {"name": {"zh": "新园", "en": "New"}})
    assert await archive.meta("park") == {"name": {"zh": "新园", "en": "New"}}


async def test_closing_twice_is_harmless_and_a_closed_archive_says_so(
    tmp_path: Path, database: str
) -> None:
    archive = await Archive.open(tmp_path / "data", database)
    await archive.close()
    await archive.close()
    for call in (archive.halls(), archive.set_meta("a", 1), archive.addresses()):
        with pytest.raises(StoreError) as closed:
            await call
        assert closed.value.code == "archive_closed"
