"""Searching a library."""

from __future__ import annotations

from datetime import date

import pytest

from avatars.guides.knowledge.document import Document
from avatars.guides.knowledge.fuse import reciprocal
from avatars.guides.knowledge.library import Library
from avatars.guides.knowledge.plain import document_of

TODAY = date(2026, 6, 1)
RENT = document_of("租金.md", "# 租金\nB1 栋租金每月每平方米 35 元。\n\n# 停车\n停车每小时 5 元。")
RENT_EN = document_of("rent.md", "# Rent\nBuilding B1 costs 35 yuan per square metre a month.")
OLD = document_of("旧.md", "# 首台套奖励\n有效期至2024年12月31日。\n首台套奖励 200 万元。")
SECRET = Document("s.md", "底价", "B1 栋租金底价 28 元。", visibility="staff")
LIBRARY = Library.of([RENT, RENT_EN, OLD, SECRET])


def ids(query: str, **more: object) -> list[str]:
    found = LIBRARY.search(query, today=TODAY, **more)  # type: ignore[arg-type]
    return [hit.passage.document.id for hit in found]


def test_languages_meet_and_ones_own_goes_first() -> None:
    assert ids("B1栋租金多少")[:2] == ["租金.md", "rent.md"]
    assert ids("What is the rent of Building B1?")[0] == "rent.md"


def test_only_what_may_be_seen() -> None:
    assert "s.md" not in ids("租金底价")
    assert ids("租金底价", audience="staff")[0] == "s.md"
    assert set(ids("租金", only=frozenset({"rent.md"}))) == {"rent.md"}


def test_what_is_out_of_force_is_marked() -> None:
    hit = LIBRARY.search("首台套奖励多少", today=TODAY)[0]
    assert hit.passage.document.id == "旧.md" and hit.expired
    hit = LIBRARY.search("首台套奖励多少", today=date(2024, 6, 1))[0]
    assert not hit.expired


def test_embeddings_are_fused() -> None:
    near = [[1.0, 0.0] if "停车" in p.text else [0.0, 1.0] for p in LIBRARY.passages]
    found = LIBRARY.with_vectors(near).search("B1 栋租金", today=TODAY, vector=[1.0, 0.0], k=3)
    assert any("停车" in hit.passage.text for hit in found)
    with pytest.raises(ValueError, match="one vector"):
        LIBRARY.with_vectors([[1.0]])


@pytest.mark.parametrize("query", ["", "？？？", "zzz qqq", "的"])
def test_nothing_found(query: str) -> None:
    assert LIBRARY.search(query, today=TODAY) == []


def test_an_empty_library() -> None:
    assert Library.of([]).search("租金", today=TODAY) == []


def test_reciprocal_ranks() -> None:
    assert list(reciprocal([[1, 2, 3], [2, 3]])) == [2, 3, 1]
