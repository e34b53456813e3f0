"""The audit trail: bound line by line, cut by retention alone, and what tampering is found."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from server.store import Archive, StoreError
from server.store.audit import Wanted
from server.store.audit_records import told
from server.store.audit_secrets import HEAD, KEY, read_head, read_key
from server.store.audit_verify import GAP, verify
from server.store.doing import Doing, doing, note
from tests.server.store.samples import DOC, patch

ACTS = 40
COLUMNS = ("at", "actor", "role", "action", "target", "request", "how", "outcome", "before", "hash")


def act(number: int = 0, action: str = "test.do") -> Doing:
    return Doing(
        f"a_{number % 3}", "manager", action, f"thing/{number}", f"r{number}",
        before={"n": number}, after={"n": number + 1, "words": "展厅"},
    )  # fmt: skip


async def written(folder: Path, acts: int = ACTS) -> Path:
    """A closed archive with so many acts in its trail."""
    archive = await Archive.open(folder)
    for number in range(acts):
        await archive.audit.append(act(number))
    await archive.close()
    with closing(sqlite3.connect(folder / "park.db")) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder


async def test_acts_are_kept_with_what_they_did(archive: Archive) -> None:
    with doing(act(1)) as under_way:
        note(target="thing/other", after={"n": 9})
        await archive.set_meta("a", 1)
        await archive.set_meta("b", 2)
    assert under_way is not None
    assert under_way.written
    await archive.audit.append(under_way)
    await archive.set_meta("c", 3)
    rows = await archive.audit.page()
    assert [(row.seq, row.target, row.after) for row in rows] == [(1, "thing/other", '{"n":9}')]
    assert (await archive.audit.verify()).is_whole


async def test_what_fails_is_not_in_the_trail(archive: Archive) -> None:
    under_way = act()
    with doing(under_way), pytest.raises(StoreError):
        await archive.delete_hall("nowhere")
    assert not under_way.written
    assert await archive.audit.page() == []


async def test_lines_are_found_by_who_what_and_when(archive: Archive) -> None:
    book = archive.audit
    for number in range(ACTS):
        await book.append(act(number))
    everything = await book.page(limit=1000)
    assert [row.seq for row in everything] == list(range(ACTS, 0, -1))
    assert [row async for row in book.run()] == everything[::-1]
    assert {row.actor for row in await book.page(Wanted(actor="a_1"))} == {"a_1"}
    assert [row.seq for row in await book.page(Wanted(target="thing/7"))] == [8]
    assert await book.page(Wanted(action="other.")) == []
    assert len(await book.page(Wanted(action="test."), limit=7, before=5)) == 4
    middle = everything[20].at
    later = await book.page(Wanted(since=middle), limit=1000)
    earlier = await book.page(Wanted(until=middle), limit=1000)
    assert len(later) + len(earlier) == ACTS
    assert [row.seq for row in await book.page(Wanted(request="r3"))] == [4]
    assert await book.actions() == ["test.do"]


async def test_one_changed_byte_is_found_wherever_it_is(tmp_path: Path) -> None:
    folder = await written(tmp_path / "park")
    path = folder / "park.db"
    whole = path.read_bytes()
    assert verify(folder).is_whole
    chance = random.Random(7)
    for seq in chance.sample(range(1, ACTS + 1), 12):
        for place in places_of_row(path, whole, seq, chance):
            changed = bytearray(whole)
            changed[place] ^= 1 << chance.randrange(8)
            path.write_bytes(changed)
            verdict = verify(folder)
            assert not verdict.is_whole, (seq, place)
            assert verdict.seq in (seq, seq + 1), (seq, place, verdict)
    path.write_bytes(whole)
    assert verify(folder).is_whole


def places_of_row(path: Path, whole: bytes, seq: int, chance: random.Random) -> list[int]:
    """Some places in the file where the text of a row stands: its hash, and what is before it."""
    with closing(sqlite3.connect(path)) as database:
        row = database.execute(
            "SELECT actor || role || action || target || request, before, after, hash FROM audit "
            "WHERE seq = ?", (seq,),
        ).fetchone()  # fmt: skip
    found = []
    for text in row:
        start = whole.index(text.encode())
        found += [start + chance.randrange(len(text.encode())) for _ in range(3)]
    return found


@pytest.mark.parametrize("column", COLUMNS)
async def test_a_changed_value_is_found_with_its_line(tmp_path: Path, column: str) -> None:
    folder = await written(tmp_path, 6)
    tamper(folder, f"UPDATE audit SET {column} = '7' WHERE seq = 4")
    verdict = verify(folder)
    assert (verdict.fault, verdict.seq) == ("changed", 4)


INSERTED = (
    "INSERT INTO audit SELECT seq + 100, at, actor, role, action, target, request, address, how, "
    "outcome, before, after, hash FROM audit WHERE seq = 3"
)
TAMPERINGS: dict[str, tuple[str, ...]] = {
    "missing": ("DELETE FROM audit WHERE seq = 3",),
    "tail_missing": ("DELETE FROM audit WHERE seq > 4",),
    "all gone": ("DELETE FROM audit",),
    "front": ("DELETE FROM audit WHERE seq < 3",),
    "renumbered": (
        "DELETE FROM audit WHERE seq = 3",
        *(f"UPDATE audit SET seq = {n - 1} WHERE seq = {n}" for n in (4, 5, 6)),
    ),
    "swapped": (
        "UPDATE audit SET seq = 99 WHERE seq = 3",
        "UPDATE audit SET seq = 3 WHERE seq = 4",
        "UPDATE audit SET seq = 4 WHERE seq = 99",
    ),
    "inserted": (INSERTED,),
    "forged cut": (
        "INSERT INTO audit_cuts (up_to, hash, rows, at, mac) "
        "SELECT 2, hash, 2, 1.0, hash FROM audit WHERE seq = 2",
        "DELETE FROM audit WHERE seq <= 2",
    ),
    "null": ("UPDATE audit SET before = NULL WHERE seq = 2",),
}


@pytest.mark.parametrize("how", TAMPERINGS)
async def test_tampering_is_found(tmp_path: Path, how: str) -> None:
    folder = await written(tmp_path, 6)
    tamper(folder, *TAMPERINGS[how])
    verdict = verify(folder)
    assert not verdict.is_whole
    assert verdict.seq > 0


def tamper(folder: Path, *sentences: str) -> None:
    """What somebody does who can write to the database and knows of its triggers."""
    with closing(sqlite3.connect(folder / "park.db")) as database:
        for (name,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            database.execute(f"DROP TRIGGER {name}")
        for sentence in sentences:
            database.execute(sentence)
        database.commit()


@pytest.mark.parametrize(
    "sentence",
    [
        "UPDATE audit SET actor = 'x'",
        "DELETE FROM audit WHERE seq = 6",
        "DELETE FROM audit_cuts",
        "UPDATE audit_cuts SET up_to = 5",
    ],
)
async def test_the_database_itself_refuses_changes(tmp_path: Path, sentence: str) -> None:
    archive = await Archive.open(await written(tmp_path, 6))
    assert await archive.audit.cut(older=2e12, at=1.0) == 5
    await archive.close()
    with (
        closing(sqlite3.connect(tmp_path / "park.db")) as database,
        pytest.raises(sqlite3.IntegrityError, match="only ever added to"),
    ):
        database.execute(sentence)


async def test_retention_cuts_the_front_and_says_so(archive: Archive) -> None:
    for number in range(6):
        await archive.audit.append(act(number))
    rows = await archive.audit.page()
    assert await archive.audit.cut(older=rows[3].at, at=1.0) == 2
    assert await archive.audit.cut(older=rows[3].at, at=2.0) == 0
    assert await archive.audit.cut(older=2e12, at=3.0) == 3
    await archive.audit.append(act(7))
    verdict = await archive.audit.verify()
    assert verdict.is_whole
    assert (verdict.first, verdict.rows) == (6, 2)


async def test_lines_missing_at_the_end_are_noted_by_the_next_start(tmp_path: Path) -> None:
    folder = await written(tmp_path, 6)
    tamper(folder, "DELETE FROM audit WHERE seq > 4")
    archive = await Archive.open(folder)
    await archive.audit.append(act(9))
    rows = await archive.audit.page()
    assert [row.action for row in rows[:2]] == ["test.do", GAP]
    await archive.close()
    verdict = verify(folder)
    assert (verdict.fault, verdict.seq) == ("tail_was_missing", 5)


async def test_a_lost_key_is_noted_and_the_lines_before_it_are_believed_no_more(
    tmp_path: Path,
) -> None:
    folder = await written(tmp_path, 2)
    (folder / "secrets" / KEY).unlink()
    assert verify(folder).fault == "key_missing"
    archive = await Archive.open(folder)
    assert [row.action for row in await archive.audit.page()] == [GAP, "test.do", "test.do"]
    await archive.close()
    verdict = verify(folder)
    assert (verdict.fault, verdict.seq) == ("changed", 1)


async def test_without_its_head_the_trail_is_not_believed(tmp_path: Path) -> None:
    folder = await written(tmp_path, 2)
    (folder / "secrets" / HEAD).unlink()
    assert verify(folder).fault == "head_missing"


async def test_a_head_that_is_behind_or_torn_is_no_fault(tmp_path: Path) -> None:
    folder = await written(tmp_path, 3)
    earlier = tmp_path / "earlier"
    shutil.copy(folder / "secrets" / HEAD, earlier)
    archive = await Archive.open(folder)
    await archive.audit.append(act(5))
    await archive.close()
    head = folder / "secrets" / HEAD
    head.write_bytes(earlier.read_bytes())
    assert verify(folder).is_whole
    torn = bytearray(head.read_bytes())
    torn[160:] = b"\0" * (len(torn) - 160)
    head.write_bytes(torn)
    key = read_key(folder)
    assert key is not None
    noted = read_head(head, key)
    assert noted is not None
    assert noted.seq == 2
    assert verify(folder).is_whole


async def test_old_lines_pass_under_another_key_only_as_changed(tmp_path: Path) -> None:
    folder = await written(tmp_path, 3)
    (folder / "secrets" / KEY).write_bytes(b"k" * 32)
    assert not verify(folder).is_whole
    (folder / "secrets" / KEY).write_bytes(b"short")
    with pytest.raises(StoreError):
        verify(folder)


def test_long_sides_become_digests() -> None:
    long = told({"ops": ["x" * 100] * 100})
    assert long is not None
    assert len(long) < 1000
    assert '"sha256"' in long
    assert told(None) is None
    assert told({"odd": "\ud800"}) == '{"odd":"\\ud800"}'


async def test_scene_edits_are_acts_of_their_authors(archive: Archive) -> None:
    await archive.create_hall("grounds", DOC, 1.0)
    await archive.append([patch(1), patch(2, layer="draft")])
    with doing(Doing("a_1", "manager", "exhibit.place", how="http", request_id="r")):
        await archive.append([patch(3)])
        await archive.append([patch(4)])
    rows = await archive.audit.page()
    told = [(row.seq, row.actor, row.action, row.target, row.request) for row in rows]
    assert told == [
        (4, "operator", "scene.edit", "hall/grounds", "r"),
        (3, "a_1", "exhibit.place", "hall/grounds", "r"),
        (2, "operator", "draft.edit", "hall/grounds", ""),
        (1, "operator", "scene.edit", "hall/grounds", ""),
    ]
    assert '"op":"remove"' in (rows[3].before or "")
    assert '"op":"add"' in (rows[3].after or "")


async def test_an_act_on_an_odd_target_has_its_line_too(archive: Archive) -> None:
    await archive.audit.append(Doing("a_1", "manager", "test.do", "thing/\x00灵"))
    assert [row.target for row in await archive.audit.page()] == ["thing/\ufffd灵"]
    assert (await archive.audit.verify()).is_whole
