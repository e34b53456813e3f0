"""Blobs are private, durable, bounded, and known by their contents."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import AsyncIterator
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest

from server.store import Blobs, StoreError

TEXT = b"Lingjing " * 1000


@pytest.fixture
async def blobs(tmp_path: Path) -> AsyncIterator[Blobs]:
    opened = Blobs(tmp_path / "blobs", max_bytes=100_000)
    yield opened
    await opened.close()


async def test_what_is_put_is_read(blobs: Blobs) -> None:
    sha = await blobs.put(TEXT)
    assert sha == hashlib.sha256(TEXT).hexdigest()
    assert blobs.has(sha)
    assert await blobs.read(sha) == TEXT
    assert blobs.path(sha).read_bytes() == TEXT
    assert await blobs.put(TEXT) == sha


async def test_a_file_is_kept(blobs: Blobs, tmp_path: Path) -> None:
    source = tmp_path / "exhibit.glb"
    source.write_bytes(TEXT)
    sha = await blobs.put_file(source)
    assert await blobs.read(sha) == source.read_bytes()


async def test_what_compresses_has_a_brotli_sibling(blobs: Blobs) -> None:
    sha = await blobs.put(TEXT)
    await blobs.settled()
    sibling = blobs.brotli(sha)
    assert sibling is not None
    assert brotli.decompress(sibling.read_bytes()) == TEXT


async def test_what_does_not_compress_has_none(blobs: Blobs) -> None:
    sha = await blobs.put(os.urandom(5000))
    assert blobs.brotli(sha) is None
    await blobs.settled()
    assert blobs.brotli(sha) is None
    # A web server that looks for siblings must not find one to send instead.
    assert not blobs.path(sha).with_name(f"{sha}.br").exists()


async def test_the_files_are_private(blobs: Blobs, tmp_path: Path) -> None:
    await blobs.put(TEXT)
    await blobs.settled()
    for path in (tmp_path / "blobs").rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600)


async def test_a_blob_is_durable_before_it_has_its_name(
    blobs: Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    sync, rename = os.fsync, os.rename

    def watched_sync(handle: int) -> None:
        steps.append("sync folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "sync file")
        sync(handle)

    def watched_rename(old: Path, new: Path) -> None:
        steps.append("rename")
        rename(old, new)

    monkeypatch.setattr(os, "fsync", watched_sync)
    monkeypatch.setattr(os, "rename", watched_rename)
    await blobs.put(os.urandom(1000))
    assert steps[:4] == ["sync file", "sync folder", "rename", "sync folder"]


async def test_too_large_is_refused_and_leaves_nothing(blobs: Blobs, tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(bytes(100_001))
    for call in (blobs.put(bytes(100_001)), blobs.put_file(tmp_path / "large")):
        with pytest.raises(StoreError) as refusal:
            await call
        assert refusal.value.code == "blob_too_large"
    assert [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()] == []


async def test_unknown_blobs_and_impossible_addresses(blobs: Blobs) -> None:
    absent = "0" * 64
    assert not blobs.has(absent)
    assert blobs.brotli(absent) is None
    for address in (absent, "../secrets", "A" * 64, absent + "\n", ""):
        with pytest.raises(StoreError) as unknown:
            await blobs.read(address)
        assert unknown.value.code == "blob_unknown"
    assert not blobs.has("../secrets")


async def test_a_damaged_blob_is_never_handed_out_and_can_be_put_again(blobs: Blobs) -> None:
    sha = await blobs.put(TEXT)
    blobs.path(sha).write_bytes(TEXT[:-1])
    with pytest.raises(StoreError) as corrupt:
        await blobs.read(sha)
    assert corrupt.value.code == "blob_corrupt"
    await blobs.put(TEXT)
    assert await blobs.read(sha) == TEXT


async def test_removed_means_gone(blobs: Blobs) -> None:
    sha = await blobs.put(TEXT)
    await blobs.settled()
    await blobs.remove(sha)
    await blobs.remove(sha)
    assert not blobs.has(sha)
    assert blobs.brotli(sha) is None


async def test_a_blob_removed_before_its_turn_upsets_nothing(blobs: Blobs) -> None:
    addresses = [await blobs.put(TEXT + bytes([n])) for n in range(20)]
    for sha in addresses:
        blobs.path(sha).unlink()
    await blobs.settled()
    assert not any(map(blobs.has, addresses))


async def test_unfinished_writes_are_cleared_at_the_next_start(tmp_path: Path) -> None:
    await Blobs(tmp_path).close()
    (tmp_path / "tmp" / "half").write_bytes(b"half")
    await Blobs(tmp_path).close()
    assert list((tmp_path / "tmp").iterdir()) == []


async def test_compression_that_was_cut_short_is_made_up_for(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    sha = await blobs.put(TEXT)
    await blobs.settled()
    blobs.path(sha).with_name(f"{sha}.br").unlink()
    await blobs.put(TEXT)
    await blobs.settled()
    assert blobs.brotli(sha) is not None
    await blobs.close()


async def test_what_a_stop_left_uncompressed_is_tended_to(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / "blobs")
    sha = await blobs.put(b"again and again " * 500)
    await blobs.settled()
    sibling = blobs.brotli(sha)
    assert sibling is not None
    sibling.unlink()
    await blobs.close()
    later = Blobs(tmp_path / "blobs")
    await later.tend([sha, "0" * 64])
    await later.settled()
    assert later.brotli(sha) is not None
    await later.close()


async def test_what_need_not_be_packed_is_not(blobs: Blobs) -> None:
    sha = await blobs.put(TEXT, pack=False)
    await blobs.tend([sha])
    await blobs.settled()
    assert blobs.brotli(sha) is None
    await blobs.put(TEXT)  # it was decided once
    await blobs.settled()
    assert blobs.brotli(sha) is None


async def test_what_is_held_or_put_meanwhile_is_not_collected(blobs: Blobs) -> None:
    data = [os.urandom(50) for _ in range(3)]
    old, held, found = [await blobs.put(piece) for piece in data]
    with blobs.holding() as hold:
        await blobs.put(data[1], hold=hold)
        with blobs.collecting():
            assert await blobs.put(data[2]) == found
            assert [blobs.spared(sha) for sha in (old, held, found)] == [False, True, True]
            assert await blobs.discard([old, held, found]) == 50
        assert [blobs.has(sha) for sha in (old, held, found)] == [False, True, True]
        assert not blobs.spared(found)  # whoever put it has had the time to name it
    assert await blobs.discard([held]) == 50 and not blobs.has(held)


async def test_two_holds_are_two(blobs: Blobs) -> None:
    with blobs.holding() as one, blobs.holding() as two:
        sha = await blobs.put(TEXT, hold=one)
        await blobs.put(TEXT, hold=two)
        assert blobs.spared(sha)
    assert not blobs.spared(sha)


async def test_what_is_put_again_is_young_again(blobs: Blobs) -> None:
    sha = await blobs.put(TEXT)
    os.utime(blobs.path(sha), (1, 1))
    shard = int(sha[:2], 16)
    assert await blobs.old(shard, 3600) == [(sha, len(TEXT))]
    await blobs.put(TEXT)
    assert await blobs.old(shard, 3600) == []
    assert [name for name, _ in await blobs.old(shard, 0)] == [sha]
    assert await blobs.old((shard + 1) % 256, 0) == []


async def test_packing_what_was_collected_leaves_nothing(blobs: Blobs, tmp_path: Path) -> None:
    for n in range(10):
        sha = await blobs.put(TEXT + bytes([n]))
        await blobs.discard([sha])
    await blobs.settled()
    assert [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()] == []


async def test_a_kept_file_takes_no_second_place(blobs: Blobs, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"whole" * 100)
    os.utime(source, (1.0, 1.0))
    sha = await blobs.put_file(source)
    assert blobs.path(sha).samefile(source)
    assert blobs.path(sha).stat().st_mtime > 1.0, "young, whatever its source was"
    assert await blobs.put_file(source) == sha
    source.unlink()
    assert await blobs.read(sha) == b"whole" * 100


async def test_where_no_second_name_can_be_had_a_file_is_copied(
    blobs: Blobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*words: object) -> None:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(os, "link", refuse)
    source = tmp_path / "source"
    source.write_bytes(b"whole")
    sha = await blobs.put_file(source)
    assert not blobs.path(sha).samefile(source)
    assert await blobs.read(sha) == b"whole"
