"""The files of one upload under their names, and which of them a URI means.

Nothing is looked for anywhere else: there is no disk here, only this table.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol
from urllib.parse import unquote

from scenes.exhibits.gate.uris import BadUriError, Path

__all__ = ["Bundle", "FileError", "Found", "Given", "Held", "clean_name", "is_junk", "join"]


class FileError(Exception):
    """A file of the bundle cannot be read; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Held(Protocol):
    """What holds a file's bytes. Both ways of reading raise FileError."""

    def head(self, size: int) -> bytes:
        """At most the first `size` bytes; cheap also where the file is packed."""

    def load(self) -> memoryview:
        """All of it."""


class Given(NamedTuple):
    """A file that came as it is."""

    data: memoryview

    def head(self, size: int) -> bytes:
        """The first bytes."""
        return bytes(self.data[:size])

    def load(self) -> memoryview:
        """All of it."""
        return self.data


class Found(NamedTuple):
    """A file of the bundle under its name."""

    name: str
    held: Held


class Bundle:
    """Files by cleaned name: found exactly, then in another Unicode form, in another case, or where
    the sender has percent-encoded the name."""

    def __init__(self, files: Mapping[str, Held]) -> None:
        self._files = dict(files)
        self._forms = _unique(self._files, _form)
        self._cases = _unique(self._files, lambda name: _form(name).casefold())
        # RFC 7578, section 4.2: senders of forms may percent-encode names.
        self._escaped = _unique(self._files, lambda name: _form(unquote(name)))
        flat = not any("/" in name for name in self._files)
        self._flat = flat and len(self._files) > 1

    def __iter__(self) -> Iterator[Found]:
        return (Found(name, held) for name, held in self._files.items())

    def __len__(self) -> int:
        return len(self._files)

    def find(self, entry: str, path: Path) -> Found | None:
        """The file that a path in `entry` means, or None; raises BadUriError when it leads out."""
        folder = entry.rpartition("/")[0]
        for asked in (path.plain, path.written):
            name = self._match(join(folder, asked))
            if name is not None:
                return Found(name, self._files[name])
        if "?" in path.written or "#" in path.written:
            raise BadUriError("URI_QUERY")
        return None

    def _match(self, name: str) -> str | None:
        if name in self._files:
            return name
        name = self._without_folders(name)
        form = _form(name)
        return self._forms.get(form) or self._cases.get(form.casefold()) or self._escaped.get(form)

    def _without_folders(self, name: str) -> str:
        """Browsers give files that were picked together no folders: the last part must do."""
        return name.rpartition("/")[2] if self._flat else name


def join(folder: str, path: str) -> str:
    """A path seen from `folder`, dots resolved; raises BadUriError when it leaves the top."""
    parts = [part for part in folder.split("/") if part]
    for part in path.split("/"):
        if part == "..":
            if not parts:
                raise BadUriError("URI_OUTSIDE")
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def clean_name(name: str) -> str:
    """A sender's name for a file, as a relative path: browsers' and Windows' habits undone."""
    parts = name.replace("\\", "/").split("/")
    kept = [part for part in parts if part not in ("", ".", "..")]
    if len(kept) > 1 and len(kept[0]) == 2 and kept[0][1] == ":":
        kept = kept[1:]
    return "/".join(kept)


def is_junk(name: str) -> bool:
    """Whether a file is what desktops leave behind, not what was meant to be sent."""
    *folders, last = name.split("/")
    return "__MACOSX" in folders or last in JUNK or last.startswith("._")


JUNK = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


def _form(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _unique(names: Iterable[str], form: Callable[[str], str]) -> dict[str, str]:
    """Names by a looser form of them, where only one has it."""
    found: dict[str, str | None] = {}
    for name in names:
        key = form(name)
        found[key] = None if key in found else name
    return {key: name for key, name in found.items() if name is not None}
