"""Records of guides as rows and back: what is a tuple here is a JSON list there."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import Column, RowMapping, Table

R = TypeVar("R")


def columns(table: Table, record: type[Any]) -> list[Column[Any]]:
    """The columns that a record is read from."""
    return [table.c[each.name] for each in fields(record)]


def row_of(record: Any) -> dict[str, Any]:
    """A record as a row."""
    return {each.name: _plain(getattr(record, each.name)) for each in fields(record)}


def record_of(record: type[R], row: RowMapping) -> R:
    """A row as a record."""
    return record(**{name: tuple(v) if isinstance(v, list) else v for name, v in row.items()})


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
