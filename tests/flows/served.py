"""A park in a process of its own that can be killed at any moment and started again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from clients.headless.uploads import Uploads
from server.commands.client import Answer, UnixConnection, request
from server.settings import Settings
from tools.places import ROOT

BOOT = (
    "from server.run.worker import pool; pool.TASKS = {tasks!r}; "
    "from server.commands import main; main(['serve'])"
)
STOP_SECONDS = 30.0


class Served:
    """A server on a data folder; ``tasks`` names the module of what its workshop can do."""

    def __init__(self, data: Path, tasks: str, **settings: str) -> None:
        self.data = data
        self._settings = settings
        self._tasks = tasks
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end(signal.SIGKILL)

    @property
    def settings(self) -> Settings:
        return Settings(data=self.data)

    def start(self, tasks: str | None = None) -> None:
        """Start, and wait until it answers."""
        self._tasks = tasks or self._tasks
        environment = {
            **os.environ,
            "LINGJING_DATA": str(self.data),
            "LINGJING_PORT": "0",
            "LINGJING_DEMO": "0",
            "LINGJING_BROWSER": "none",
            "LINGJING_LOG_LEVEL": "error",
            **self._settings,
        }
        words = [sys.executable, "-c", BOOT.format(tasks=self._tasks)]
        self._process = subprocess.Popen(
            words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if "visitors" in line:
                return
        raise RuntimeError("the park did not open")

    def end(self, number: int) -> None:
        """Send it a signal and wait until it is gone."""
        process, self._process = self._process, None
        if process is not None:
            process.send_signal(number)
            process.wait(STOP_SECONDS)
            assert process.stdout is not None
            process.stdout.close()

    def kill(self) -> None:
        """kill -9."""
        self.end(signal.SIGKILL)

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Answer:
        """A request through the unix socket."""
        return request(self.settings, method, path, body)

    def json(self, path: str) -> Any:
        """What GET answers."""
        return self.ask("GET", path).json()

    def uploads(self, **options: Any) -> Uploads:
        """The client's way to send files here."""
        return Uploads(lambda: UnixConnection(self.settings.socket), **options)
