"""Has PostgreSQL keep what SQLite keeps: integers of 64 bits, and texts of any length.

SQLite minds neither the size of an integer nor the length that a text was declared with. Were the
server strict where the file is not, what works in one park would fail in the other.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Integer, String
from sqlalchemy.ext.compiler import compiles


@compiles(Integer, "postgresql")
def _integer(element: Integer, compiler: Any, **options: Any) -> str:
    return "BIGINT"


@compiles(String, "postgresql")
def _string(element: String, compiler: Any, **options: Any) -> str:
    return "VARCHAR"
