"""Running other programs quietly: their words go to the log, a failure shows the last of them."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

from tools.places import BIN, LOG, ROOT

TAIL = 20
WIDTH = 160
"""How many lines of the log a failure shows, and how much of each."""


class SetupError(Exception):
    """A step could not be done; the text says which and what to do."""


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment for a child: the caller's, with our own programs first on PATH."""
    kept = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "PYTHONHOME"}}
    path = os.pathsep.join([str(BIN), os.environ.get("PATH") or os.defpath])
    return {**kept, "PATH": path, "NO_COLOR": "1", **(extra or {})}


def run(
    command: Sequence[str | Path],
    what: str,
    *,
    cwd: Path = ROOT,
    extra: Mapping[str, str] | None = None,
    seconds: float = 1800,
    log: Path = LOG,
) -> None:
    """Run a command to its end; ``SetupError`` with the log's tail when it fails."""
    words = [str(word) for word in command]
    with open_log(log) as out:
        print(f"\n$ {' '.join(words)}", file=out, flush=True)
        try:
            done = subprocess.run(
                words,
                cwd=cwd,
                env=environment(extra),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                timeout=seconds,
                check=False,
            )
        except OSError as error:
            raise SetupError(f"{what}: {error}") from error
        except subprocess.TimeoutExpired as error:
            raise SetupError(f"{what}: {seconds:.0f} s\n{tail(log)}") from error
    if done.returncode == -signal.SIGINT:
        raise KeyboardInterrupt
    if done.returncode:
        raise SetupError(f"{what} (exit {done.returncode}):\n{tail(log)}")


def open_log(log: Path) -> IO[str]:
    """The log of this setup, opened to add to."""
    log.parent.mkdir(parents=True, exist_ok=True)
    return log.open("a", encoding="utf-8")


def tail(log: Path) -> str:
    """The last words of the last program in the log, long lines cut, with the log's name."""
    words = log.read_text(encoding="utf-8", errors="replace")
    lines = words[words.rfind("\n$ ") + 1 :].splitlines()
    shown = [lines[0], *lines[1:][-TAIL:]]
    return "\n".join(["  " + line[:WIDTH] for line in shown] + [f"  ({log})"])
