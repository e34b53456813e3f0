"""The folder that a browser writes to while it lives; those of servers that died are swept up."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Final

MARK: Final = "lingjing-browser-"


def make_profile() -> Path:
    """A new folder for one browser, named after this process; leftovers of dead ones go."""
    sweep(Path(tempfile.gettempdir()))
    return Path(tempfile.mkdtemp(prefix=f"{MARK}{os.getpid()}-"))


def drop_profile(folder: Path) -> None:
    """Take a folder away; a file that a dying browser still wrote is no error."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


def sweep(place: Path) -> None:
    """Take away the folders of ours whose process is gone (it was killed, or the power failed)."""
    for folder in place.glob(f"{MARK}*"):
        owner = folder.name.removeprefix(MARK).partition("-")[0]
        if owner.isdecimal() and _is_mine(folder) and not _lives(int(owner)):
            drop_profile(folder)


def _is_mine(folder: Path) -> bool:
    try:
        return folder.lstat().st_uid == os.geteuid() and not folder.is_symlink()
    except OSError:
        return False


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # somebody else's now
        return True
    return True
