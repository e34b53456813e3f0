"""Has PostgreSQL keep what SQLite keeps: integers of 64 bits, and texts of any length.

SQLite minds neither the size of an integer nor the length that a text was declared with. Were the
server strict where the file is not, what works in one park would fail in the other.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Integer, MetaData, String, Table, event
from sqlalchemy.ext.compiler import compiles

WIDE = BigInteger().with_variant(Integer(), "sqlite")
# Only BigInteger is wide on a server, and only Integer counts by itself in SQLite.


@compiles(Integer, "postgresql")
def _integer(element: Integer, compiler: Any, **options: Any) -> str:
    """Wide as a column; elsewhere, as in what the library asks the server itself, as it is."""
    return "BIGINT" if "type_expression" in options else "INTEGER"


@compiles(String, "postgresql")
def _string(element: String, compiler: Any, **options: Any) -> str:
    return "VARCHAR"


def widen(metadata: MetaData) -> None:
    """Have the integers of tables that come into ``metadata`` compared as wide ones."""

    @event.listens_for(Table, "after_parent_attach")
    def _attached(table: Table, parent: Any) -> None:
        if parent is metadata:
            for column in table.columns:
                if type(column.type) is Integer:
                    column.type = WIDE
