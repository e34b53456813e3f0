"""Takes every path away from this process by Landlock (landlock(7)), where the kernel has it.

An empty set of rules allows no file, no port and, on newer kernels, no signal to others. Files that
are open already stay usable. The wall of system calls says the same in another way.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from typing import Final

__all__ = ["take_paths_away", "version"]

CREATE_RULESET, RESTRICT_SELF = 444, 446
"""System calls; the same numbers on every machine."""
ASK_VERSION: Final = 1
PR_SET_NO_NEW_PRIVS: Final = 38
FILE_RIGHTS: Final = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""Landlock's version: how many rights over files it knows; each is a bit."""
NETWORK_SINCE, SCOPES_SINCE = 4, 6
BOTH = 0b11
"""Binding and connecting; abstract sockets and signals."""


def version() -> int:
    """The kernel's version of Landlock; 0 when there is none."""
    if sys.platform != "linux":
        return 0
    libc = ctypes.CDLL(None, use_errno=True)
    return max(0, int(libc.syscall(CREATE_RULESET, None, ctypes.c_size_t(0), ASK_VERSION)))


def take_paths_away() -> bool:
    """No path for this process from now on; False where the kernel has no Landlock."""
    known = version()
    if known == 0:
        return False
    rights = (1 << FILE_RIGHTS.get(known, 16)) - 1
    wanted = [rights]
    if known >= NETWORK_SINCE:
        wanted.append(BOTH)
    if known >= SCOPES_SINCE:
        wanted.append(BOTH)
    ruleset = struct.pack(f"{len(wanted)}Q", *wanted)
    libc = ctypes.CDLL(None, use_errno=True)
    handle = int(libc.syscall(CREATE_RULESET, ruleset, ctypes.c_size_t(len(ruleset)), 0))
    if handle < 0:
        return False
    try:
        libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        return bool(libc.syscall(RESTRICT_SELF, handle, 0) == 0)
    finally:
        os.close(handle)
