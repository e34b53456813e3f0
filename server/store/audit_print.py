"""Lines of the audit trail as text: JSON lines, or CSV (RFC 4180) safe for spreadsheets."""

from __future__ import annotations

import csv as csv_module
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import partial
from typing import Any, Final

from server.store.audit import Wanted, run_of
from server.store.audit_records import COLUMNS, AuditRow
from server.store.places import Place

PIECE: Final = 500
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula."""


def lines_in(place: Place, wanted: Wanted, *, csv: bool) -> Iterator[str]:
    """Lines of a park's trail, oldest first; it may be in use by a server."""
    if csv:
        yield as_csv(COLUMNS)
    with place.reader() as reader:
        after = 0
        while rows := reader.run(partial(run_of, wanted=wanted, after=after, limit=PIECE)):
            yield from (as_csv(asdict(row).values()) if csv else as_json(row) for row in rows)
            after = rows[-1].seq


def as_json(row: AuditRow) -> str:
    """One line of JSON, its sides as JSON too."""
    sides = {"before": side(row.before), "after": side(row.after)}
    return json.dumps({**asdict(row), **sides}, ensure_ascii=False) + "\n"


def side(text: str | None) -> Any:
    """A side as JSON value."""
    return None if text is None else json.loads(text)


def as_csv(values: Iterable[Any]) -> str:
    """One line of CSV."""
    sheet = io.StringIO()
    csv_module.writer(sheet).writerow([_safe(value) for value in values])
    return sheet.getvalue()


def _safe(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
