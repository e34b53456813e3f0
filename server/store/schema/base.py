"""What every table of the archive is made with."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Dialect, MetaData, Text
from sqlalchemy.types import TypeDecorator

from server.store.schema.portable import WIDE, widen

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
widen(metadata)


class Json(TypeDecorator[Any]):
    """JSON kept as text, so that what is read is letter for letter what was written.

    Numbers that JSON cannot say (NaN, infinities) raise `ValueError` instead of becoming null.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        """A value as it is stored."""
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """A stored value as it was."""
        return None if value is None else json.loads(value)


Serial = WIDE
"""Counts by itself."""
