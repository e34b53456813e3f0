"""What the archive knows of uploads."""

from __future__ import annotations

from server.store import Archive
from server.store.uploads import StoredUpload


def upload(id: str, at: float = 1.0) -> StoredUpload:
    return StoredUpload(id, "operator", "水泵.glb", "model/gltf-binary", "x", 10, None, None, at)


async def test_uploads_are_kept_in_the_order_they_began(archive: Archive) -> None:
    for id, at in (("b", 2.0), ("a", 1.0), ("c", 3.0)):
        await archive.uploads.add(upload(id, at))
    assert [each.id for each in await archive.uploads.all()] == ["a", "b", "c"]
    assert (await archive.uploads.all())[0] == upload("a")


async def test_a_whole_one_has_its_hash_and_length(archive: Archive) -> None:
    await archive.uploads.add(upload("a"))
    await archive.uploads.finish("a", "f" * 64, 7)
    (found,) = await archive.uploads.all()
    assert (found.sha256, found.bytes) == ("f" * 64, 7)


async def test_unknown_ones_are_forgotten_without_complaint(archive: Archive) -> None:
    await archive.uploads.add(upload("a"))
    await archive.uploads.add(upload("b"))
    await archive.uploads.forget(["a", "nothing"])
    assert [each.id for each in await archive.uploads.all()] == ["b"]
