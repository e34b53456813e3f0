"""What the API takes and gives of uploads and jobs."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from server.net.bodies import ID_PATTERN, ErrorDetail, Localised, Strict


class ExhibitNew(Strict):
    """An exhibit, or a new revision of one, out of files that have been uploaded."""

    uploads: list[str] = Field(min_length=1, max_length=1000)
    title: Localised | None = None
    exhibit: str | None = Field(default=None, pattern=ID_PATTERN)
    hall: str | None = Field(default=None, pattern=ID_PATTERN)
    at: str | None = Field(default=None, pattern=ID_PATTERN)
    publish: bool | None = None
    note: str = Field(default="", max_length=1000)


class UploadAnswer(BaseModel):
    """An upload and how far it has come; ``expires`` is Unix time in seconds.

    ``metadata`` is what its sender said of it, as in Upload-Metadata.
    """

    id: str
    name: str
    metadata: str
    bytes: int
    offset: int
    sha256: str | None
    expires: float


class UploadList(BaseModel):
    """Uploads that nothing has been made of yet, oldest first."""

    uploads: list[UploadAnswer]


class SourceAnswer(BaseModel):
    """What came: of several files, the one that leads the others, and the bytes of all."""

    name: str
    bytes: int
    sha256: str | None


class StepWords(BaseModel):
    """A step in plain words."""

    zh: str
    en: str


class StepAnswer(BaseModel):
    """One step of a job; ``progress`` from 0 to 1."""

    name: str
    state: Literal["waiting", "running", "done", "failed", "skipped"]
    progress: float
    seconds: float | None
    words: StepWords


class JobPlaced(BaseModel):
    """Where an exhibit was put, and the hall's revision since."""

    node: str
    hall: str
    plinth: str | None
    revision: int


class JobAnswer(BaseModel):
    """A job: how far it has come, and what came of it. Times are Unix times in seconds."""

    id: str
    kind: Literal["exhibit", "media"]
    state: Literal["waiting", "running", "done", "refused", "failed", "cancelled"]
    steps: list[StepAnswer]
    code: str | None
    message: str | None
    findings: list[ErrorDetail]
    source: SourceAnswer
    exhibit: str | None
    revision: int | None
    placed: JobPlaced | None
    media: str | None
    at: float
    ended: float | None


class JobList(BaseModel):
    """Jobs, newest first."""

    jobs: list[JobAnswer]
