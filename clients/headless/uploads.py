"""Files to a park, in pieces by tus 1.0.0; what a cut connection leaves open is gone on with.

Blocking, so that it serves a command as well as a thread of an asynchronous program; ``Park`` has
the asynchronous form.
"""

from __future__ import annotations

import base64
import hashlib
import json
import time
from collections.abc import Callable, Iterable, Mapping
from http.client import HTTPConnection, HTTPException
from io import BufferedReader
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from clients.headless.bundle import Member
from clients.headless.errors import FetchFailed

__all__ = ["Job", "Progress", "Uploads"]

UPLOADS, EXHIBITS, JOBS = "/api/v1/uploads", "/api/v1/exhibits", "/api/v1/jobs"
PARK = "/api/v1/park"
PIECE: Final = 8 * 2**20
PATIENCE: Final = 120.0
"""Seconds for which a park that does not answer is asked again."""
PAUSE: Final = 0.5
WAIT: Final = 25
RETRIED: Final = frozenset({409, 423, 460, 503})
"""What the next try may find otherwise: another offset, a writer that has gone, a garbled piece."""

Connect = Callable[[], HTTPConnection]
Job = dict[str, Any]


class Progress(NamedTuple):
    """How much of all files has arrived."""

    name: str
    sent: int
    bytes: int


class _Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    content: bytes

    def json(self) -> Any:
        return json.loads(self.content)


class Uploads:
    """Sends files and follows what becomes of them.

    ``connect`` makes a connection that is not open yet; ``headers`` go with every request.
    """

    def __init__(
        self,
        connect: Connect,
        headers: Mapping[str, str] | None = None,
        *,
        patience: float = PATIENCE,
        piece: int = PIECE,
    ) -> None:
        self._connect = connect
        self._headers = dict(headers or {})
        self._patience = patience
        self._piece = piece
        self._met = False
        """Whether the park has ever answered: one that never did is not waited for."""

    def add(
        self,
        files: Iterable[Member],
        *,
        on_progress: Callable[[Progress], None] = lambda progress: None,
        on_job: Callable[[Job], None] = lambda job: None,
        **words: Any,
    ) -> Job:
        """Send files and have an exhibit made of them; the job when it is over.

        ``words``: ``title``, ``exhibit``, ``hall``, ``at``, ``publish``, ``note``. Raises
        FetchFailed with the park's code and findings, OSError for a file that cannot be read.
        """
        uploads = self.send(list(files), on_progress)
        asked = {name: value for name, value in words.items() if value is not None}
        return self.follow(self.submit(uploads, **asked), on_job)

    def start(self) -> str:
        """The hall where visitors arrive."""
        return str(self._ask("GET", PARK).json()["start"])

    def send(
        self,
        files: list[Member],
        on_progress: Callable[[Progress], None] = lambda progress: None,
    ) -> list[str]:
        """Send files; the ids of the uploads, in the same order."""
        total, before, ids = sum(each.path.stat().st_size for each in files), 0, []
        for name, path in files:
            with path.open("rb") as file:
                size = path.stat().st_size
                done = before

                def tell(sent: int, name: str = name, done: int = done) -> None:
                    on_progress(Progress(name, done + sent, total))

                ids.append(self._send_one(file, name, size, tell))
                before += size
        return ids

    def submit(self, uploads: list[str], **words: Any) -> Job:
        """Have an exhibit made; the job, judged by then or not. Raises FetchFailed."""
        body = json.dumps({"uploads": uploads, **words}).encode()
        kind = {"Content-Type": "application/json"}
        return dict(self._ask("POST", EXHIBITS, body, kind, again=False).json())

    def follow(self, job: Job, on_job: Callable[[Job], None] = lambda job: None) -> Job:
        """Wait until a job is over, also while the park restarts."""
        on_job(job)
        while job["ended"] is None:
            job = self._ask("GET", f"{JOBS}/{job['id']}?wait={WAIT}").json()
            on_job(job)
        return job

    def _send_one(
        self, file: BufferedReader, name: str, size: int, tell: Callable[[int], None]
    ) -> str:
        place, offset = self._begin(file, name, size)
        tell(offset)
        while offset < size:
            file.seek(offset)
            offset = self._piece_at(place, offset, file.read(min(self._piece, size - offset)))
            tell(offset)
        return place.rsplit("/", 1)[1]

    def _begin(self, file: BufferedReader, name: str, size: int) -> tuple[str, int]:
        """Where to send a file, and from where on: one that was cut off earlier is gone on with."""
        said = f"filename {_coded(name.encode('utf-8', 'replace'))}"
        if size > self._piece:
            said += f",sha256 {_coded(_digest_of(file).encode())}"
            for known in self._ask("GET", UPLOADS).json()["uploads"]:
                if (known["metadata"], known["bytes"]) == (said, size):
                    return f"{UPLOADS}/{known['id']}", int(known["offset"])
        fields = {"Upload-Length": str(size), "Upload-Metadata": said}
        answer = self._ask("POST", UPLOADS, None, fields)
        return urlsplit(answer.headers["Location"]).path, 0

    def _piece_at(self, place: str, offset: int, piece: bytes) -> int:
        """Send one piece; where the upload then stands, which may be elsewhere than expected."""
        fields = {
            "Content-Type": "application/offset+octet-stream",
            "Upload-Offset": str(offset),
            "Upload-Checksum": f"sha256 {_coded(hashlib.sha256(piece).digest())}",
        }
        deadline = time.monotonic() + self._patience
        while True:
            try:
                answer = self._exchange("PATCH", place, piece, fields)
                if answer.status not in RETRIED:
                    return int(_checked(answer, place).headers["Upload-Offset"])
            except FetchFailed as fault:
                if fault.code != "connection_failed":
                    raise
            if time.monotonic() >= deadline:
                raise FetchFailed("connection_failed", place)
            time.sleep(PAUSE)
            stands = int(self._ask("HEAD", place).headers["Upload-Offset"])
            if stands != offset:
                return stands

    def _ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        fields: Mapping[str, str] | None = None,
        *,
        again: bool = True,
    ) -> _Answer:
        """One request, asked again for a while when nobody answers."""
        deadline = time.monotonic() + self._patience
        while True:
            try:
                answer = self._exchange(method, path, body, fields or {})
                if answer.status != 503 or time.monotonic() >= deadline:
                    return _checked(answer, path)
            except FetchFailed as fault:
                late = time.monotonic() >= deadline or not self._met
                if fault.code != "connection_failed" or not again or late:
                    raise
            time.sleep(PAUSE)

    def _exchange(
        self, method: str, path: str, body: bytes | None, fields: Mapping[str, str]
    ) -> _Answer:
        headers = {"Tus-Resumable": "1.0.0", **self._headers, **fields}
        connection = self._connect()
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            self._met = True
            fields_back = dict(answer.headers.items())
            return _Answer(answer.status, fields_back, answer.read())
        except (OSError, HTTPException) as fault:
            raise FetchFailed("connection_failed", str(fault)) from None
        finally:
            connection.close()


def _coded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _digest_of(file: BufferedReader) -> str:
    return hashlib.file_digest(file, "sha256").hexdigest()


def _checked(answer: _Answer, path: str) -> _Answer:
    if answer.status < 300:
        return answer
    try:
        told = answer.json()
        raise FetchFailed(str(told["code"]), str(told["message"]), list(told.get("details", ())))
    except (ValueError, KeyError, TypeError):
        raise FetchFailed(f"http_{answer.status}", path) from None
