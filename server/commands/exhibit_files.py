"""Files of this machine as an exhibit's upload: a model, and only what it names beside itself."""

from __future__ import annotations

import mmap
import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from scenes.exhibits.gate import looks_like_model, wanted_files
from scenes.exhibits.policy import Policy
from scenes.findings import Finding
from server.run.worker import Input

__all__ = ["Chosen", "choose", "readable"]

LISTED = 5


class Chosen(NamedTuple):
    """The files that a path on the command line means; none, and why, when it means nothing."""

    path: Path
    inputs: tuple[Input, ...]
    findings: tuple[Finding, ...] = ()


def choose(path: Path, policy: Policy) -> Chosen:
    """The model that a path names, or that lies in the folder it names, with its own files."""
    try:
        model = _only_model(path) if path.is_dir() else path
        if not stat.S_ISREG(model.stat().st_mode):
            return _nothing(path, "FILE_UNREADABLE", str(path))
        return Chosen(path, (Input(readable(model.name), model), *_beside(model, policy)))
    except _NoModelError as error:
        return _nothing(path, error.code, error.about)
    except FileNotFoundError:
        return _nothing(path, "FILE_NOT_FOUND", str(path))
    except (OSError, ValueError) as error:  # ValueError: a path that no system has
        return _nothing(path, "FILE_UNREADABLE", getattr(error, "strerror", None) or str(path))


def readable(name: str) -> str:
    """A file's name to read: archives made on Chinese Windows leave names that are not UTF-8."""
    raw = os.fsencode(name)
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


class _NoModelError(Exception):
    """A folder without a model, or with several."""

    def __init__(self, code: str, about: str) -> None:
        super().__init__(code)
        self.code = code
        self.about = about


def _nothing(path: Path, code: str, about: str) -> Chosen:
    return Chosen(path, (), (Finding("", code, "error", readable(about)),))


def _only_model(folder: Path) -> Path:
    found = sorted(path for path in folder.iterdir() if looks_like_model(path.name))
    if len(found) == 1:
        return found[0]
    names = ", ".join(path.name for path in found[:LISTED])
    raise _NoModelError("SEVERAL_MODELS" if found else "NO_MODEL", names)


def _beside(model: Path, policy: Policy) -> Iterator[Input]:
    """The files that a model names, where they are plain files inside its own folder."""
    folder = model.parent.resolve()
    seen = set()
    for name in _wanted(model, policy):
        path = _inside(folder, name)
        if path is not None and path not in seen:
            seen.add(path)
            yield Input(name, path)


def _wanted(model: Path, policy: Policy) -> list[str]:
    with model.open("rb") as file:
        if os.fstat(file.fileno()).st_size == 0:
            return []
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data, memoryview(data) as view:
            return wanted_files(model.name, view, policy)


def _inside(folder: Path, name: str) -> Path | None:
    """The plain file of a name in a folder, in either Unicode form; links lead nowhere outside."""
    for form in ("NFC", "NFD"):
        try:
            path = (folder / unicodedata.normalize(form, name)).resolve(strict=True)
            if path.is_relative_to(folder) and stat.S_ISREG(path.stat().st_mode):
                return path
        except (OSError, ValueError):
            continue
    return None
