"""What a child gives up before it looks at a foreign file, one thing after the other.

Every file that it needs is open by then. So it can do without paths, sockets, programs and other
processes, and does: whatever a hostile file might make of it has nowhere to go.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys
from typing import Final

from server.run.worker import landlock, seccomp
from server.run.worker.job import Limits

__all__ = ["close_in", "die_with_parent", "kinds", "loosen"]

NOBODY: Final = 65534
PR_SET_PDEATHSIG, PR_SET_DUMPABLE = 1, 4
NICENESS: Final = 5
BYTES_PER_SECOND: Final = 10_000_000


def die_with_parent() -> None:
    """Have the kernel kill this process when the one that forked it is gone."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)


def close_in(limits: Limits, size: int) -> None:
    """Give up all that a child needs no more; only memory, time and open files stay.

    ``size``: bytes of what it works on.
    """
    with contextlib.suppress(OSError):
        os.nice(NICENESS)
    _become_nobody()
    die_with_parent()  # a change of user forgets it
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
    _limit(limits, size)
    landlock.take_paths_away()
    seccomp.wall_in()


def loosen(limits: Limits) -> None:
    """The file was accepted: give the process what rebuilding takes."""
    _soft(resource.RLIMIT_DATA, limits.memory)
    _soft(resource.RLIMIT_CPU, int(limits.seconds))


def kinds() -> dict[str, bool]:
    """Which walls this machine has, for the log."""
    return {
        "landlock": landlock.version() > 0,
        "seccomp": seccomp.is_known(),
    }


def _become_nobody() -> None:
    """The superuser's children are nobody's; everybody else's stay who they are."""
    if os.geteuid() == 0:
        with contextlib.suppress(OSError):
            os.setgroups([])
            os.setresgid(NOBODY, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, NOBODY)


def _limit(limits: Limits, size: int) -> None:
    seconds = max(1, int(limits.seconds))
    judging = max(1, int(limits.judge_seconds + size / BYTES_PER_SECOND))
    _both(resource.RLIMIT_CORE, 0, 0)
    _both(resource.RLIMIT_FSIZE, limits.file_bytes, limits.file_bytes)
    _both(resource.RLIMIT_CPU, min(judging, seconds), seconds + 1)
    # What is reserved but cannot be written to (wasmtime reserves gigabytes) does not count here.
    _both(resource.RLIMIT_DATA, min(limits.judge_memory, limits.memory), limits.memory)
    # Nothing may be opened any more, whatever its kind, even where no wall of calls is known.
    _both(resource.RLIMIT_NOFILE, 0, 0)
    if os.geteuid() != 0:
        _both(resource.RLIMIT_NPROC, 0, 0)


def _both(kind: int, soft: int, hard: int) -> None:
    ceiling = resource.getrlimit(kind)[1]
    if ceiling != resource.RLIM_INFINITY:
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(kind, (soft, hard))


def _soft(kind: int, value: int) -> None:
    hard = resource.getrlimit(kind)[1]
    soft = value if hard == resource.RLIM_INFINITY else min(value, hard)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(kind, (soft, hard))
