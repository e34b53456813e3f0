"""Which folder and which database on a server belong together.

Half of a park lies in its folder (files, people's keys), half on the server. Opened with the wrong
other half, each would lose: files that no record speaks of are cleared away, and records whose
keys are elsewhere cannot be read. So both carry the same mark.
"""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path
from typing import Final

from server.store.errors import StoreError
from server.store.files import move_into_place, private_folder, sync_file

MARKER: Final = "park.database"
"""The file of the folder that holds the mark."""
_EMBEDDED: Final = "park.db"
_BEGUN: Final = Path("secrets") / "audit.key"
"""There once an archive has been opened here."""
_COMMENT: Final = re.compile(r"Lingjing park ([0-9a-f]{32})")


def comment(mark: str) -> str:
    """What the database says of itself."""
    return f"Lingjing park {mark}"


def mark_in(said: str | None) -> str | None:
    """The mark in what a database says of itself; None when it is not a park's."""
    found = _COMMENT.fullmatch(said or "")
    return found[1] if found else None


def mark_of(folder: Path) -> str | None:
    """The mark of a folder, if it has one."""
    try:
        return (folder / MARKER).read_text(encoding="ascii", errors="replace").strip() or None
    except FileNotFoundError:
        return None


def refuse_marked(folder: Path) -> None:
    """Raise ``archive_elsewhere`` when the records of a folder lie on a server."""
    if mark_of(folder) is not None:
        raise StoreError(
            "archive_elsewhere",
            f"{folder} 的记录在 PostgreSQL 中：请设置 LINGJING_DATABASE / "
            "the records of this folder lie in PostgreSQL: set LINGJING_DATABASE",
        )


def agree(folder: Path, known: str | None) -> str:
    """The mark that folder and database share; a new pair gets one, noted in the folder.

    ``known`` is the database's, None for an empty one. Raises ``archive_elsewhere``.
    """
    own = mark_of(folder)
    if known is not None and own == known:
        return known
    if (folder / _EMBEDDED).exists():
        raise StoreError(
            "archive_elsewhere",
            f"{folder} 有自己的 {_EMBEDDED}：请清空 LINGJING_DATABASE，或换一个文件夹 / "
            f"it has records of its own in {_EMBEDDED}: unset LINGJING_DATABASE, or take another",
        )
    if known is None and not (own and (folder / _BEGUN).exists()):
        return own or note(folder, new_mark())
    raise StoreError(
        "archive_elsewhere",
        f"数据库与 {folder} 不属于同一园区 / database and folder do not belong to one park "
        f"({MARKER}: {own or '–'}; database: {known or '–'})",
    )


def new_mark() -> str:
    """A mark that no other park has."""
    return secrets.token_hex(16)


def note(folder: Path, mark: str) -> str:
    """Have a folder carry a mark, durably."""
    beside = private_folder(folder) / f"{MARKER}.new"
    beside.unlink(missing_ok=True)
    with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(mark + "\n")
    sync_file(beside)
    move_into_place(beside, folder / MARKER)
    return mark
