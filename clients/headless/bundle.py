"""The files of a model on this machine: a ``.gltf`` has some beside it, which must come along."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

__all__ = ["Member", "files_of"]


class Member(NamedTuple):
    """One file: the name by which the model knows it, and where it is."""

    name: str
    path: Path


def files_of(path: Path) -> list[Member]:
    """The file itself, then those that it names and that are there; raises OSError."""
    found = {path.name: path}
    if path.suffix.lower() == ".gltf":
        for name in _named_in(path.read_bytes()):
            beside = path.parent.joinpath(*PurePosixPath(name).parts)
            if beside.is_file():
                found.setdefault(name, beside)
    return [Member(*pair) for pair in found.items()]


def _named_in(text: bytes) -> Iterator[str]:
    """Relative addresses in a document; what is wrong with it, the park will say."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return
    for kind in ("buffers", "images"):
        rows = document.get(kind) if isinstance(document, dict) else None
        for row in rows if isinstance(rows, list) else ():
            name = _relative(row.get("uri") if isinstance(row, dict) else None)
            if name is not None:
                yield name


def _relative(uri: Any) -> str | None:
    """A name below the document's own folder; nothing else is ever read or sent."""
    if not isinstance(uri, str):
        return None
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    name = unquote(parts.path)
    steps = PurePosixPath(name).parts
    outside = not steps or name.startswith("/") or ".." in steps or "\0" in name
    return None if parts.scheme or parts.netloc or outside else str(PurePosixPath(name))
