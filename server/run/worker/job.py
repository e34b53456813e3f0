"""What is asked of a child process, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

from scenes.findings import Finding

__all__ = ["Input", "Job", "Limits", "Outcome", "Told"]

MIB = 2**20


class Input(NamedTuple):
    """One file of a job: what its sender called it, and where it lies. It is never written to."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use. Bytes and seconds."""

    judge_memory: int = 400 * MIB
    """Private memory until a file is accepted: bad files are refused in a small process."""
    memory: int = 3072 * MIB
    """Private memory while an accepted file is rebuilt."""
    judge_seconds: float = 20.0
    """Processor time until a file is accepted, besides a second for each ten megabytes of it."""
    seconds: float = 600.0
    """By the clock, for the whole job."""
    file_bytes: int = 1024 * MIB
    """The largest single file that may be written."""
    outputs: int = 16
    """How many files may be written."""


@dataclass(frozen=True, slots=True)
class Job:
    """One task (a name of ``tasks.TASKS``) on some files.

    ``out`` is a folder of the caller's that results are written to; without it nothing may be
    written. ``options`` is JSON for the task, such as ``{"policy": {...}}``.
    """

    task: str
    inputs: tuple[Input, ...]
    out: Path | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)


class Told(NamedTuple):
    """What a child said on its way: ``started``, a step with how much of it is done, a verdict."""

    kind: Literal["started", "step", "verdict"]
    step: str = ""
    share: float = 0.0
    verdict: Literal["accept", "refuse"] | None = None
    code: str | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended.

    ``state`` is ``done`` (also when the verdict is a refusal) or ``failed``, with a code:
    ``worker_crashed``, ``worker_timeout``, ``worker_memory``, ``worker_disk_full``.
    """

    state: Literal["done", "failed"]
    code: str | None = None
    verdict: Literal["accept", "refuse"] | None = None
    findings: tuple[Finding, ...] = ()
    refusal: str | None = None
    """Which kind of refusal, when the verdict is one: ``exhibit_refused``, ``too_large`` …"""
    outputs: Mapping[str, Path] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)
    about: str = ""
    """What a failed child said of itself, for the log."""
    seconds: float = 0.0
    peak_bytes: int = 0
    """The most memory that the child held at once."""
