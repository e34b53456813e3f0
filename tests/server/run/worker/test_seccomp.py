"""The wall of system calls: what its program answers, worked out instruction by instruction."""

from __future__ import annotations

import errno
import subprocess
import sys

import pytest

from server.run.worker import seccomp
from server.run.worker.seccomp import (
    ALLOW,
    ALLOWED,
    ANSWER,
    ANY_BIT,
    ARCHITECTURE,
    AT_LEAST,
    CLONE,
    CLONE3,
    CLONE_THREAD,
    EQUAL,
    FIRST_ARGUMENT,
    KILL,
    LOAD,
    MACHINES,
    NUMBER,
    PRLIMIT,
    REFUSE,
    TGKILL,
    Machine,
    program,
)
from tools.places import ROOT

OWN = 4242
REFUSED = REFUSE | errno.EPERM
BOTH = pytest.mark.parametrize("machine", MACHINES.values(), ids=list(MACHINES))
FORBIDDEN = {
    "open": (2, None), "openat": (257, 56), "openat2": (437, 437), "socket": (41, 198),
    "connect": (42, 203), "fork": (57, None), "vfork": (58, None), "execve": (59, 221),
    "execveat": (322, 281), "kill": (62, 129), "ptrace": (101, 117), "io_uring_setup": (425, 425),
    "process_vm_readv": (310, 270), "mount": (165, 40), "unshare": (272, 97), "bpf": (321, 280),
    "setuid": (105, 146), "pidfd_open": (434, 434), "memfd_create": (319, 279),
    "userfaultfd": (323, 282), "keyctl": (250, 219), "unlinkat": (263, 35), "ioctl": (16, 29),
}  # fmt: skip


def answer(machine: Machine, number: int, argument: int = 0, audit: int | None = None) -> int:
    """What the kernel would be told of a call."""
    data = {
        NUMBER: number,
        ARCHITECTURE: machine.audit if audit is None else audit,
        FIRST_ARGUMENT: argument,
    }
    code, at, held = program(machine, OWN), 0, 0
    while True:
        operation, yes, no, operand = code[at]
        at += 1
        if operation == ANSWER:
            return operand
        if operation == LOAD:
            held = data[operand]
        else:
            tests = {
                EQUAL: held == operand,
                AT_LEAST: held >= operand,
                ANY_BIT: bool(held & operand),
            }
            at += yes if tests[operation] else no


@BOTH
def test_what_is_listed_passes_and_all_else_does_not(machine: Machine) -> None:
    listed = {pair[machine.column] for pair in ALLOWED.values()}
    special = {pair[machine.column] for pair in (PRLIMIT, TGKILL, CLONE, CLONE3)}
    for number in range(500):
        if number not in special:
            assert answer(machine, number) == (ALLOW if number in listed else REFUSED), number


@BOTH
def test_what_leads_outside_is_refused(machine: Machine) -> None:
    for name, pair in FORBIDDEN.items():
        number = pair[machine.column]
        if number is not None:
            assert answer(machine, number) == REFUSED, name


@BOTH
def test_some_calls_depend_on_whom_they_are_about(machine: Machine) -> None:
    column = machine.column
    assert answer(machine, TGKILL[column], OWN) == ALLOW
    assert answer(machine, TGKILL[column], OWN + 1) == REFUSED
    assert answer(machine, PRLIMIT[column], 0) == ALLOW
    assert answer(machine, PRLIMIT[column], 1) == REFUSED
    assert answer(machine, CLONE[column], CLONE_THREAD) == ALLOW
    assert answer(machine, CLONE[column], 17) == REFUSED
    assert answer(machine, CLONE3[column]) == REFUSE | errno.ENOSYS


@BOTH
def test_another_machine_s_calls_are_deadly(machine: Machine) -> None:
    assert answer(machine, 0, audit=0x40000003) == KILL
    assert answer(machine, 0x40000000 | 1) == KILL


WALLED = """
import os, socket, threading
from server.run.worker import seccomp
kept = open(os.devnull, "w")
assert seccomp.wall_in()
for attempt in (
    socket.socket, os.fork, os.pipe, lambda: os.execv("/bin/true", ["true"]),
    lambda: open("/etc/passwd"), lambda: os.kill(os.getppid(), 0),
):
    try:
        attempt()
    except PermissionError:
        continue
    raise SystemExit("got out")
started = threading.Thread(target=kept.write, args=("x",))
started.start()
started.join()
"""


@pytest.mark.skipif(not seccomp.is_known(), reason="this machine has no such wall")
def test_the_kernel_holds_to_it() -> None:
    words = [sys.executable, "-c", WALLED]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_elsewhere_it_says_that_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not seccomp.is_known()
    assert not seccomp.wall_in()
