"""The lines that a child writes: JSON, one report a line, read as typed values or not at all.

A child may have been taken over by what it read, so that nothing it says is believed unchecked:
neither the length of a line, nor how many there are, nor a name of a file.
"""

from __future__ import annotations

from typing import Any, Final, Literal

import msgspec

from scenes.findings import Finding

__all__ = ["MOST_BYTES", "Done", "Failed", "GarbageError", "Report", "Step", "Verdict", "read"]

MOST_BYTES: Final = 16 * 2**20
"""All that a child may say."""
NAME: Final = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"


class Step(msgspec.Struct, tag="step"):
    """A step of the way, and how much of it is done (0 to 1)."""

    step: str
    share: float


class Verdict(msgspec.Struct, tag="verdict"):
    """Whether the file may come in."""

    verdict: Literal["accept", "refuse"]
    code: str | None
    findings: list[Finding]


class Done(msgspec.Struct, tag="done"):
    """The end: which file is which of the numbered ones, and what else there is to say."""

    outputs: dict[str, int]
    facts: dict[str, Any]


class Failed(msgspec.Struct, tag="failed"):
    """The task raised an error."""

    code: str
    about: str


Report = Step | Verdict | Done | Failed
_decoder: Final = msgspec.json.Decoder(Report)
_encoder: Final = msgspec.json.Encoder()


class GarbageError(Exception):
    """A child said something that is no report."""


def read(line: bytes) -> Report:
    """One line; raises GarbageError."""
    try:
        report: Report = _decoder.decode(line)
    except (msgspec.DecodeError, RecursionError) as error:
        raise GarbageError(str(error)) from None
    return report


def written(report: Report) -> bytes:
    """A report as the line that says it."""
    return bytes(_encoder.encode(report)) + b"\n"
