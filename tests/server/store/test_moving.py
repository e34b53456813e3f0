"""A park whose records were moved to a server is the same park, and goes on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Row, Table, select

from server.store import Archive, StoreError
from server.store.audit_verify import verify
from server.store.moving import MOVED, move
from server.store.privacy_records import PrivacyRequest
from server.store.schema import metadata
from tests.postgres import Server
from tests.server.store.samples import DOC, patch
from tests.server.store.test_exhibits import CARD_ROW, revision, told


async def _filled(folder: Path) -> None:
    archive = await Archive.open(folder)
    await archive.create_hall("grounds", DOC | {"odd": [1.0, 1e300, "\x00", "灵境"]}, at=1.0)
    await archive.append([patch(number) for number in range(1, 1200)])
    await archive.exhibits.keep(revision("j"), {}, CARD_ROW)
    await archive.exhibits.publish("pump", told(1))
    await archive.privacy.give("p", "visits", "policy", 1.0)
    await archive.privacy.begin_erasure("p", "a", 2.0)
    await archive.privacy.ask(PrivacyRequest("r", "q", "copy", "open", "s", 1.0, 2.0))
    await archive.close()


def _rows(connection: Connection, table: Table) -> Sequence[Row[Any]]:
    return connection.execute(select(table).order_by(*table.primary_key)).all()


def _files(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("park.d*")}


async def _everything(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    found = {}
    for table in metadata.sorted_tables:
        rows = await archive._read(partial(_rows, table=table))
        found[table.name] = [tuple(row) for row in rows]
    found["meta"] = [row for row in found["meta"] if row[0] != "commit"]
    return found


async def test_every_row_arrives_and_the_park_goes_on(tmp_path: Path, postgres: Server) -> None:
    await _filled(tmp_path)
    archive = await Archive.open(tmp_path)
    before = await _everything(archive)
    await archive.close()
    url = postgres.empty()
    assert await move(tmp_path, url) == sum(map(len, before.values()))
    assert _files(tmp_path) == {MOVED, "park.database"}
    archive = await Archive.open(tmp_path, url)
    assert await _everything(archive) == before
    assert (await archive.audit.verify()).is_whole
    await archive.append([patch(1200)])
    await archive.create_hall("annex", DOC, at=2.0)
    assert await archive.halls() == ["grounds", "annex"]
    assert (await archive.audit.verify()).is_whole
    await archive.close()


async def test_what_cannot_be_moved_stays_as_it_was(tmp_path: Path, postgres: Server) -> None:
    folder = tmp_path / "data"
    archive = await Archive.open(folder)
    await archive.create_hall("grounds", DOC, at=1.0)
    await archive.save_version("grounds", "a\x00b", 1, DOC, "operator", 1.0)
    await archive.close()
    empty, full = postgres.empty(), postgres.park(tmp_path / "other")
    codes = []
    for where, url in ((folder, empty), (folder, full), (tmp_path / "other", empty)):
        with pytest.raises(StoreError) as refusal:
            await move(where, url)
        codes.append(refusal.value.code)
    assert codes == ["text_unstorable", "archive_foreign", "archive_unknown"]
    assert postgres.sql("SELECT count(*) FROM pg_class WHERE relname = 'halls'", empty) == "0"
    archive = await Archive.open(folder)
    assert await archive.halls() == ["grounds"]
    await archive.close()
    with pytest.raises(StoreError):
        await move(folder, "postgresql://a@127.0.0.1:1/b")
    assert verify(folder).is_whole
