"""What the tables of the park's content say of rows as the API tells them."""

from __future__ import annotations

from typing import Any

import pytest

from server.net.statistics.tables.content import EXHIBITS
from server.net.statistics.tables.counted import COUNTED

ROW: dict[str, Any] = {
    "id": "fox",
    "title": {"zh": "狐狸", "en": "Fox"},
    "published": 1,
    "latest": 2,
    "created": 0.0,
    "placements": [{"hall": "gallery"}],
    "revisions": [
        {
            "number": 1,
            "author": "a_1",
            "author_name": "a_1",
            "at": 1.0,
            "bytes_in": 9,
            "bytes_l0": 4,
        },
        {
            "number": 2,
            "author": "a_2",
            "author_name": "a_2",
            "at": 2.0,
            "bytes_in": 10,
            "bytes_l0": 5,
            "model": {"levels": [{"triangles": 900}]},
        },
    ],
}


def said(row: dict[str, Any]) -> dict[str, Any]:
    return {column.path: column.cell(row, "en", 0) for column in EXHIBITS.columns}


def test_an_exhibit_is_told_by_its_newest_revision() -> None:
    found = said(ROW)
    assert (found["title"], found["author"], found["bytes_in"]) == ("Fox", "a_2", 10)
    assert (found["triangles"], found["placements.hall"]) == (900, "gallery")


@pytest.mark.parametrize(
    ("published", "latest", "state"),
    [(None, 1, "draft"), (1, 2, "newer draft"), (2, 2, "published")],
)
def test_states(published: int | None, latest: int, state: str) -> None:
    assert said({**ROW, "published": published, "latest": latest})["state"] == state


def test_an_exhibit_without_revisions_has_empty_cells() -> None:
    found = said({**ROW, "revisions": []})
    assert found["triangles"] == "" and found["at"] is None


def test_counted_visits_that_are_too_few_are_empty() -> None:
    for table in COUNTED:
        numbers = [c for c in table.columns if c.kind == "number"]
        assert all(column.cell({column.path: None}, "en", 0) == "" for column in numbers)
