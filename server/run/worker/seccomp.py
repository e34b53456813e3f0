"""A wall of system calls (seccomp-BPF, see seccomp(2)): what is not on the list is refused.

A child that has opened its files needs memory, time and those files, and nothing else: no new file,
no socket, no program, no process, no signal to another, no io_uring. The list therefore names what
is allowed. A refused call fails with EPERM, so that a library that only tries its luck goes on.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Iterator
from typing import Final, NamedTuple

__all__ = ["is_known", "program", "wall_in"]

PR_SET_NO_NEW_PRIVS: Final = 38
PR_SET_SECCOMP: Final = 22
MODE_FILTER: Final = 2

LOAD, EQUAL, AT_LEAST, ANY_BIT, ANSWER = 0x20, 0x15, 0x35, 0x45, 0x06
"""Instructions of classic BPF: ld [k], jeq, jge, jset, ret (linux/bpf_common.h)."""
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16
"""Offsets in struct seccomp_data; the low half of an argument comes first on both machines."""
ALLOW: Final = 0x7FFF0000
KILL: Final = 0x80000000
REFUSE: Final = 0x00050000
X32: Final = 0x40000000
CLONE_THREAD: Final = 0x00010000

ALLOWED: Final[dict[str, tuple[int | None, int | None]]] = {
    "read": (0, 63), "write": (1, 64), "readv": (19, 65), "writev": (20, 66),
    "pread64": (17, 67), "pwrite64": (18, 68), "lseek": (8, 62), "close": (3, 57),
    "fstat": (5, 80), "fsync": (74, 82), "ftruncate": (77, 46), "fallocate": (285, 47),
    "brk": (12, 214), "mmap": (9, 222), "munmap": (11, 215), "mprotect": (10, 226),
    "mremap": (25, 216), "madvise": (28, 233), "mincore": (27, 232), "membarrier": (324, 283),
    "rt_sigaction": (13, 134), "rt_sigprocmask": (14, 135), "rt_sigreturn": (15, 139),
    "sigaltstack": (131, 132), "exit": (60, 93), "exit_group": (231, 94), "getpid": (39, 172),
    "gettid": (186, 178), "getuid": (102, 174), "geteuid": (107, 175), "getgid": (104, 176),
    "getegid": (108, 177), "uname": (63, 160), "sysinfo": (99, 179), "getrusage": (98, 165),
    "getrlimit": (97, 163), "setrlimit": (160, 164), "sched_yield": (24, 124),
    "sched_getaffinity": (204, 123), "getcpu": (309, 168), "set_robust_list": (273, 99),
    "rseq": (334, 293), "set_tid_address": (218, 96), "futex": (202, 98), "getrandom": (318, 278),
    "clock_gettime": (228, 113), "clock_getres": (229, 114), "clock_nanosleep": (230, 115),
    "nanosleep": (35, 101), "gettimeofday": (96, 169), "time": (201, None), "times": (100, 153),
    "restart_syscall": (219, 128), "arch_prctl": (158, None),
}  # fmt: skip
"""Calls that are always allowed: their numbers on x86_64 and on aarch64."""
PRLIMIT: Final = (302, 261)
TGKILL: Final = (234, 131)
CLONE: Final = (56, 220)
CLONE3: Final = (435, 435)


class Machine(NamedTuple):
    """A kind of processor: its name to the audit (linux/audit.h), its column in the tables."""

    audit: int
    column: int


MACHINES: Final = {"x86_64": Machine(0xC000003E, 0), "aarch64": Machine(0xC00000B7, 1)}
Instruction = tuple[int, int, int, int]
"""Code, how far to jump when true, when false, operand."""


def program(machine: Machine, process: int) -> list[Instruction]:
    """The filter for one process, which may signal itself alone."""
    return [*_preamble(machine), *_listed(machine.column), *_special(machine.column, process)]


def _preamble(machine: Machine) -> Iterator[Instruction]:
    yield (LOAD, 0, 0, ARCHITECTURE)
    yield (EQUAL, 1, 0, machine.audit)
    yield (ANSWER, 0, 0, KILL)
    yield (LOAD, 0, 0, NUMBER)
    yield (AT_LEAST, 0, 1, X32)
    yield (ANSWER, 0, 0, KILL)


def _listed(column: int) -> Iterator[Instruction]:
    for numbers in ALLOWED.values():
        number = numbers[column]
        if number is not None:
            yield (EQUAL, 0, 1, number)
            yield (ANSWER, 0, 0, ALLOW)


def _special(column: int, process: int) -> Iterator[Instruction]:
    """Calls that depend on their first argument, and the end of the list."""
    yield from _first_argument(PRLIMIT[column], EQUAL, 0)
    yield from _first_argument(TGKILL[column], EQUAL, process)
    yield from _first_argument(CLONE[column], ANY_BIT, CLONE_THREAD)
    # Its flags lie in memory, where a filter cannot look: libc then uses clone.
    yield (EQUAL, 0, 1, CLONE3[column])
    yield (ANSWER, 0, 0, REFUSE | errno.ENOSYS)
    yield (ANSWER, 0, 0, REFUSE | errno.EPERM)


def _first_argument(number: int, test: int, operand: int) -> Iterator[Instruction]:
    yield (EQUAL, 0, 4, number)
    yield (LOAD, 0, 0, FIRST_ARGUMENT)
    yield (test, 0, 1, operand)
    yield (ANSWER, 0, 0, ALLOW)
    yield (ANSWER, 0, 0, REFUSE | errno.EPERM)


def machine_here() -> Machine | None:
    """What this process runs on; None where no wall is known."""
    if sys.platform != "linux" or struct.calcsize("P") != 8 or sys.byteorder != "little":
        return None
    return MACHINES.get(platform.machine())


def is_known() -> bool:
    """Whether this machine and its kernel have such a wall."""
    return machine_here() is not None and os.path.exists("/proc/sys/kernel/seccomp")


def wall_in() -> bool:
    """Put the wall around this process, for good; False where the system has none."""
    machine = machine_here()
    if machine is None:
        return False
    code = b"".join(struct.pack("HBBI", *each) for each in program(machine, os.getpid()))
    buffer = ctypes.create_string_buffer(code, len(code))
    # struct sock_fprog: a count, then (aligned) where the instructions are.
    head = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(code) // 8, _address(buffer)))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(PR_SET_SECCOMP, MODE_FILTER, head, 0, 0) == 0)


def _address(buffer: ctypes.Array[ctypes.c_char]) -> int:
    return ctypes.addressof(buffer)
