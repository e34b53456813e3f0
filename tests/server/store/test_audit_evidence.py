"""A trail that lies on a server is proved as one in a file is, down to one changed byte."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from server.store import Archive
from server.store.audit import ALL
from server.store.audit_print import lines_in
from server.store.audit_verify import GAP, verify
from server.store.doing import Doing
from server.store.places import place_of
from tests.postgres import Server
from tests.server.store.test_audit import COLUMNS, TAMPERINGS, act

NUMBERS = {"at": "7", "seq": "7"}


async def written(folder: Path, url: str, acts: int = 6) -> None:
    """A closed archive with so many acts in its trail."""
    archive = await Archive.open(folder, url)
    for number in range(acts):
        await archive.audit.append(act(number))
    await archive.close()


def tamper(postgres: Server, url: str, *sentences: str) -> None:
    """What somebody does who may do anything to the database and knows of its triggers."""
    for table in ("audit", "audit_cuts"):
        postgres.sql(f"ALTER TABLE {table} DISABLE TRIGGER USER", url)
    for sentence in sentences:
        postgres.sql(sentence.replace("before", '"before"').replace("after", '"after"'), url)


async def test_a_changed_value_is_found_with_its_line(tmp_path: Path, postgres: Server) -> None:
    url = postgres.park(tmp_path)
    await written(tmp_path, url)
    archive = await Archive.open(tmp_path, url)
    tamper(postgres, url)
    for column in COLUMNS:
        value = NUMBERS.get(column, "'7'")
        kept = postgres.sql(f'SELECT quote_nullable("{column}") FROM audit WHERE seq = 4', url)
        tamper(postgres, url, f"UPDATE audit SET {column} = {value} WHERE seq = 4")
        verdict = await archive.audit.verify()
        assert (verdict.fault, verdict.seq) == ("changed", 4), column
        tamper(postgres, url, f"UPDATE audit SET {column} = {kept} WHERE seq = 4")
        assert (await archive.audit.verify()).is_whole, column
    await archive.close()


@pytest.mark.parametrize("how", [name for name in TAMPERINGS if name != "swapped"])
async def test_tampering_is_found(tmp_path: Path, postgres: Server, how: str) -> None:
    url = postgres.park(tmp_path)
    archive = await Archive.open(tmp_path, url)
    for number in range(6):
        await archive.audit.append(act(number))
    tamper(postgres, url, *TAMPERINGS[how])
    verdict = await archive.audit.verify()
    assert not verdict.is_whole
    assert verdict.seq > 0
    await archive.close()


async def test_a_line_that_is_doubled_is_found(tmp_path: Path, postgres: Server) -> None:
    url = postgres.park(tmp_path)
    archive = await Archive.open(tmp_path, url)
    for number in range(3):
        await archive.audit.append(act(number))
    tamper(
        postgres, url, "ALTER TABLE audit DROP CONSTRAINT pk_audit",
        "INSERT INTO audit SELECT * FROM audit WHERE seq = 2",
    )  # fmt: skip
    verdict = await archive.audit.verify()
    assert (verdict.fault, verdict.seq) == ("changed", 2)
    await archive.close()


def test_one_changed_byte_on_the_disk_is_found(tmp_path: Path, postgres: Server) -> None:
    """Each time in a copy of the database, whose pages nobody has read into memory yet."""
    folder = tmp_path / "data"
    url = postgres.park(folder)
    postgres.run(written(folder, url, 12))
    name = url.rpartition("/")[2]
    chance = random.Random(7)
    assert verify(folder, url).is_whole
    for number, seq in enumerate(chance.sample(range(1, 13), 6)):
        copy = f"{name}_copy{number}"
        postgres.sql(f"CREATE DATABASE {copy} TEMPLATE {name} STRATEGY file_copy")
        base = postgres.sql(f"SELECT oid FROM pg_database WHERE datname = '{copy}'")
        node = postgres.sql("SELECT pg_relation_filenode('audit')", url)
        file = postgres.folder / "data" / "base" / base / node
        column = ("target", "after", "hash")[number % 3]
        text = postgres.sql(f'SELECT "{column}" FROM audit WHERE seq = {seq}', url)
        whole = bytearray(file.read_bytes())
        whole[whole.index(text.encode()) + chance.randrange(len(text))] ^= 1
        with file.open("r+b") as pages:
            pages.write(whole)
        verdict = verify(folder, postgres.url(copy))
        assert not verdict.is_whole, (seq, column)
        assert verdict.seq in (seq, seq + 1)
        postgres.sql(f"DROP DATABASE {copy}")


async def test_lines_cut_off_the_end_are_noted_by_the_next_start(
    tmp_path: Path, postgres: Server
) -> None:
    url = postgres.park(tmp_path)
    await written(tmp_path, url)
    tamper(postgres, url, "DELETE FROM audit WHERE seq > 4")
    archive = await Archive.open(tmp_path, url)
    await archive.audit.append(act(9))
    assert [row.action for row in await archive.audit.page(limit=2)] == ["test.do", GAP]
    verdict = await archive.audit.verify()
    assert (verdict.fault, verdict.seq) == ("tail_was_missing", 5)
    await archive.close()


def test_lines_are_printed_alike_from_both(tmp_path: Path, postgres: Server) -> None:
    acts = [act(number) for number in range(3)] + [Doing("=1+1", "", "test.do", "灵境")]

    async def write(folder: Path, url: str) -> None:
        archive = await Archive.open(folder, url)
        for each in acts:
            each.written = False
            await archive.audit.append(each)
        await archive.close()

    printed = []
    for folder, url in ((tmp_path / "a", ""), (tmp_path / "b", postgres.park(tmp_path / "b"))):
        postgres.run(write(folder, url))
        lines = lines_in(place_of(folder, url), ALL, csv=True)
        printed.append([line.split(",", 2)[2] for line in lines])
        assert len(list(lines_in(place_of(folder, url), ALL, csv=False))) == len(acts)
    assert printed[0] == printed[1]
