"""What is wrong with a scene or a patch, in codes.

``SceneError`` is the one error that this room raises for bad input. It carries every finding, so
that a caller can show them all at once; ``server/errors.py`` gives each code its words.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Finding(NamedTuple):
    """One thing found: a JSON pointer into what was sent, a stable code, how bad it is."""

    pointer: str
    code: str
    severity: Severity = "error"
    about: str = ""


class SceneError(Exception):
    """Bad input; nothing was changed. ``code`` names the refusal, ``findings`` list the causes."""

    def __init__(self, code: str, findings: Iterable[Finding] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.findings = tuple(findings)


class StaleError(SceneError):
    """A structural edit was made on a revision that is older than the last structural change.

    Or, by another ``code``, something else was: ``pointer`` says where its number was sent, and
    ``revision`` which one to try again with.
    """

    def __init__(self, revision: int, code: str = "scene_stale", pointer: str = "/base") -> None:
        super().__init__(code, [Finding(pointer, code, "error", str(revision))])
        self.revision = revision
        self.pointer = pointer
