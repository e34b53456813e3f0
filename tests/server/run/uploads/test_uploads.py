"""The quarantine held to a model of itself, whatever comes in which order, restarts included."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import os
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from server.run.clock import Clock
from server.run.uploads.errors import UploadError
from server.run.uploads.quarantine import Uploads
from server.run.uploads.quota import Quota
from server.run.uploads.upload import Checksum, Upload
from server.store.archive import Archive
from server.store.blobs import Blobs

OWNER = "operator"
QUOTA = Quota(file_bytes=3000, all_bytes=6000, each=8, hours=1.0)


class Calm(Clock):
    """A clock by which everything happens slowly, so that nobody is ever in a hurry."""

    def __init__(self) -> None:
        super().__init__()
        self._calls = 0

    def now(self) -> float:
        self._calls += 1
        return super().now() + self._calls


class House:
    """An archive, blobs and the quarantine, opened and closed like a server's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def open(self) -> None:
        self.archive = await Archive.open(self.folder)
        self.blobs = Blobs(self.folder / "blobs")
        self.uploads = Uploads(self.folder / "quarantine", self.archive, self.blobs, Calm(), QUOTA)
        await self.uploads.open()

    async def close(self) -> None:
        await self.uploads.close()
        await self.blobs.close()
        await self.archive.close()


async def stream(data: bytes, then: Exception | None = None) -> AsyncIterator[bytes]:
    """Pieces of some data; a connection that breaks raises at the end."""
    for start in range(0, len(data), 100):
        yield data[start : start + 100]
    if then is not None:
        raise then


class Quarantine(RuleBasedStateMachine):
    """Uploads grow, are cut, garbled, thrown away and found again; bytes are never mixed up."""

    ids: Bundle[str] = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self._loop = asyncio.new_event_loop()
        self._temporary = tempfile.TemporaryDirectory()
        self.house = House(Path(self._temporary.name) / "data")
        self.run(self.house.open())
        self.model: dict[str, tuple[int, bytes]] = {}
        """Length and what has arrived, by id."""

    def run(self, story: Any) -> Any:
        return self._loop.run_until_complete(story)

    def teardown(self) -> None:
        self.run(self.house.close())
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
        self._loop.close()
        self._temporary.cleanup()

    @rule(target=ids, size=st.integers(0, 3500))
    def create(self, size: int) -> str:
        held = sum(length for length, _ in self.model.values())
        try:
            upload = self.run(self.house.uploads.create(OWNER, "x", size))
        except UploadError as error:
            full = held + size > QUOTA.all_bytes or len(self.model) >= QUOTA.each
            assert (error.code == "too_large") == (size > QUOTA.file_bytes)
            assert size > QUOTA.file_bytes or full
            return ""
        self.model[upload.id] = (size, b"")
        return str(upload.id)

    @rule(
        id=ids,
        data=st.binary(max_size=1500),
        shift=st.sampled_from([0, 0, 0, 0, -1, 1, 50]),
        how=st.sampled_from(["plain", "right", "wrong", "cut", "cut unproved"]),
    )
    def append(self, id: str, data: bytes, shift: int, how: str) -> None:
        if id not in self.model:
            return
        length, so_far = self.model[id]
        whole = data * 3
        sums = {"right": whole, "cut unproved": whole, "wrong": whole + b"x"}
        checksum = None
        if how in sums:
            checksum = Checksum("sha256", hashlib.sha256(sums[how]).digest())
        fault = ConnectionResetError() if how.startswith("cut") else None
        upload = self.house.uploads.get(id, OWNER)
        code = ""
        try:
            pieces = stream(whole, fault)
            self.run(self.house.uploads.append(upload, len(so_far) + shift, pieces, checksum))
        except UploadError as error:
            code = error.code
        except ConnectionResetError:
            code = "cut"
        fits = len(so_far) + len(whole) <= length
        expected = (
            "upload_offset" if shift else "too_large" if not fits else
            "cut" if fault else "upload_checksum" if how == "wrong" else ""
        )  # fmt: skip
        assert code == expected
        if code == "" or (code == "cut" and checksum is None):
            self.model[id] = (length, so_far + whole)

    @rule(id=ids)
    def remove(self, id: str) -> None:
        if self.model.pop(id, None) is not None:
            self.run(self.house.uploads.remove(self.house.uploads.get(id, OWNER)))

    @rule(tail=st.binary(max_size=20), data=st.data())
    def restart(self, tail: bytes, data: st.DataObject) -> None:
        """Also with bytes of an unproved piece at the end, as a kill would leave them."""
        self.run(self.house.close())
        quarantine = self.house.folder / "quarantine"
        going = [id for id, (length, came) in self.model.items() if len(came) < length]
        if tail and going:
            id = going[data.draw(st.integers(0, 99)) % len(going)]
            at = len(self.model[id][1])
            (quarantine / f"{id}.{at}.unproved").touch()
            with (quarantine / id).open("ab") as file:
                file.write(tail)
        self.run(self.house.open())

    @invariant()
    def all_is_as_it_should_be(self) -> None:
        for id, (length, came) in self.model.items():
            upload = self.house.uploads.get(id, OWNER)
            assert (upload.kept.bytes, upload.offset) == (length, len(came))
            assert upload.path.read_bytes() == came
            is_whole = len(came) == length and upload.kept.sha256 is not None
            if is_whole:
                assert upload.kept.sha256 == hashlib.sha256(came).hexdigest()
        files = {path.name for path in (self.house.folder / "quarantine").iterdir()}
        assert files == set(self.model)


TestQuarantine = Quarantine.TestCase
TestQuarantine.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    opened = House(tmp_path / "data")
    await opened.open()
    yield opened
    await opened.close()


async def test_a_full_disk_keeps_what_fitted_and_the_upload_goes_on(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = await house.uploads.create(OWNER, "x", 300)
    write, room = os.pwrite, [150]

    def full(handle: int, data: Any, at: int) -> int:
        fits = min(len(data), room[0])
        if fits == 0:
            raise OSError(errno.ENOSPC, "no space")
        room[0] -= fits
        return write(handle, data[:fits], at)

    monkeypatch.setattr(os, "pwrite", full)
    with pytest.raises(UploadError, match="disk_full"):
        await house.uploads.append(upload, 0, stream(b"a" * 300))
    assert upload.offset == upload.path.stat().st_size == 150
    monkeypatch.undo()
    assert await house.uploads.append(upload, 150, stream(b"b" * 150)) == 300
    assert upload.kept.sha256 == hashlib.sha256(b"a" * 150 + b"b" * 150).hexdigest()


async def test_a_disk_that_fails_at_the_end_takes_the_piece_back(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = await house.uploads.create(OWNER, "x", 300)
    await house.uploads.append(upload, 0, stream(b"a" * 100))

    def broken(handle: int) -> None:
        raise OSError(errno.EIO, "broken")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", broken)
        with pytest.raises(OSError, match="broken"):
            await house.uploads.append(upload, 100, stream(b"b" * 100))
    assert upload.offset == upload.path.stat().st_size == 100
    assert await house.uploads.append(upload, 100, stream(b"c" * 200)) == 300
    assert upload.kept.sha256 == hashlib.sha256(b"a" * 100 + b"c" * 200).hexdigest()


async def test_a_whole_file_of_unknown_length_comes_or_does_not(house: House) -> None:
    upload = await house.uploads.receive(OWNER, "x", stream(b"abc" * 200))
    assert (upload.kept.bytes, upload.is_whole) == (600, True)
    with pytest.raises(UploadError, match="too_large"):
        await house.uploads.receive(OWNER, "x", stream(b"x" * 3001))
    with pytest.raises(ConnectionResetError):
        await house.uploads.receive(OWNER, "x", stream(b"x", ConnectionResetError()))
    assert [path.name for path in (house.folder / "quarantine").iterdir()] == [upload.id]


async def test_what_is_stored_already_is_shared_with_its_blob(house: House) -> None:
    data = b"stored already" * 20
    sha = await house.blobs.put(data)
    upload = await house.uploads.receive(OWNER, "x", stream(data))
    assert upload.path.stat().st_ino == house.blobs.path(sha).stat().st_ino
    await house.uploads.remove(upload)
    assert await house.blobs.read(sha) == data


async def test_what_a_job_has_stays_until_it_is_done(house: House) -> None:
    upload = await house.uploads.receive(OWNER, "x", stream(b"abc"))
    house.uploads.claim([upload], "j")
    assert house.uploads.of_job("j") == [upload]
    upload.touched -= 100_000
    assert await house.uploads.sweep() == 0
    for refused in (house.uploads.remove(upload), house.uploads.append(upload, 3, stream(b""))):
        with pytest.raises(UploadError, match="upload_in_use"):
            await refused
    with pytest.raises(UploadError, match="upload_in_use"):
        house.uploads.whole([upload.id], OWNER)
    await house.uploads.drop([upload])
    with pytest.raises(UploadError, match="upload_unknown"):
        house.uploads.get(upload.id, OWNER)


async def test_nobody_meets_the_uploads_of_others(house: House) -> None:
    upload: Upload = await house.uploads.create(OWNER, "x", 3)
    with pytest.raises(UploadError, match="upload_unknown"):
        house.uploads.get(upload.id, "somebody else")
