"""Documents in versions, taken away and restored; personas changed by version."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.store import Archive
from server.store.errors import StoreError
from server.store.guide_knowledge import MOST_VERSIONS
from server.store.guide_records import StoredDocument, StoredPersona

NOW = 1.8e9
RENTS = StoredDocument(
    "k_1", 0, "租金", "每平方米 2.8 元", "zh", "a_1", NOW, "policy", "investors",
    "2026-01-01", None, ("临港",), "租金.docx", "f" * 64, 3, ("pages_unreadable",),
)  # fmt: skip


async def test_versions_of_a_document(archive: Archive) -> None:
    book = archive.knowledge
    first = await book.keep(RENTS)
    assert first == replace(RENTS, number=1)
    await book.keep(replace(RENTS, title="租金（新）", text="3 元", at=NOW + 1), base=1)
    with pytest.raises(StoreError, match="version 2") as stale:
        await book.keep(RENTS, base=1)
    assert stale.value.code == "document_stale"
    assert [(line.number, line.characters) for line in await book.history("k_1")] == [
        (2, 3),
        (1, len(RENTS.text)),
    ]
    assert (await book.get("k_1")).title == "租金（新）"
    assert await book.get("k_1", 1) == first
    await book.remove("k_1", 2, NOW + 2)
    assert await book.all_now() == []
    with pytest.raises(StoreError, match="no document"):
        await book.get("k_1")
    back = await book.keep(replace(first, at=NOW + 3))
    assert await book.all_now() == [back]
    assert (back.number, back.text) == (3, RENTS.text)
    await book.remove("k_1", None, NOW + 4)
    assert await book.purge(NOW + 4) == 0
    assert await book.purge(NOW + 5) == 1
    with pytest.raises(StoreError, match="no document"):
        await book.history("k_1")


async def test_old_versions_go(archive: Archive) -> None:
    await archive.knowledge.keep_all([RENTS] * (MOST_VERSIONS + 2))
    numbers = [line.number for line in await archive.knowledge.history("k_1")]
    assert numbers == list(range(MOST_VERSIONS + 2, 2, -1))


async def test_personas(archive: Archive) -> None:
    book = archive.knowledge
    await book.add_persona(StoredPersona("xiaojing", {"name": {"zh": "小境"}}, "house", NOW))
    changed = await book.change_persona("xiaojing", 1, {"told": {"name": {"zh": "晓静"}}})
    assert (changed.version, changed.told) == (2, {"name": {"zh": "晓静"}})
    with pytest.raises(StoreError) as stale:
        await book.change_persona("xiaojing", 1, {"told": {}})
    assert stale.value.code == "persona_stale"
    await book.drop_persona("xiaojing")
    with pytest.raises(StoreError) as unknown:
        await book.drop_persona("xiaojing")
    assert unknown.value.code == "persona_unknown"
    assert await book.personas() == []
