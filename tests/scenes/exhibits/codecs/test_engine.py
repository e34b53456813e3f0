"""WebAssembly in this process: within its memory, with errors that have codes."""

from __future__ import annotations

import resource
import subprocess
import sys

import numpy as np
import pytest

from scenes.exhibits.codecs.engine import Machine
from scenes.exhibits.codecs.errors import CodecError
from scenes.exhibits.codecs.modules import module_bytes
from tools.places import ROOT


def test_memory_is_written_and_read() -> None:
    machine = Machine("decoder")
    at = machine("sbrk", 64)
    machine.write(at, np.array([1.5, -2], "<f4"))
    assert machine.read(at, 2, "<f4").tolist() == [1.5, -2]
    assert machine.memory()[at : at + 4].tobytes() == np.float32(1.5).tobytes()


@pytest.mark.parametrize("at", [-1, 2**31, 2**17])
def test_an_address_outside_is_refused(at: int) -> None:
    machine = Machine("decoder")
    for work in (lambda: machine.read(at, 8), lambda: machine.write(at, np.zeros(8, "u1"))):
        with pytest.raises(CodecError) as refused:
            work()
        assert refused.value.code == "CODEC_TRAPPED"


def test_a_trap_has_a_code() -> None:
    machine = Machine("simplifier")
    with pytest.raises(CodecError) as refused:
        machine("meshopt_simplifyScale", -4096, 2**30, 12)
    assert refused.value.code == "CODEC_TRAPPED"


def test_memory_has_an_end() -> None:
    machine = Machine("decoder", most=2**20)
    with pytest.raises(CodecError):
        machine.write(machine("sbrk", 2**21), np.zeros(2**21, "u1"))
    assert machine.size <= 2**20


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(CodecError) as refused:
        Machine("decoder")("meshopt_paint")
    assert refused.value.code == "CODEC_MISSING"
    with pytest.raises(CodecError) as absent:
        module_bytes("encoder/../../engine")
    assert absent.value.code == "CODEC_MISSING"


def test_a_worker_with_tight_limits_can_run_it() -> None:
    program = (
        "import resource, numpy as np\n"
        "resource.setrlimit(resource.RLIMIT_AS, (2**29, 2**29))\n"
        "from scenes.exhibits.codecs import meshopt\n"
        "packed = meshopt.encode_vertices(np.ones((9, 4), np.uint8))\n"
        "assert meshopt.decode(packed, 9, 4, 'ATTRIBUTES', 'NONE').min() == 1\n"
        "print(meshopt.scale(np.eye(3, dtype='f4')))"
    )
    assert resource.RLIMIT_AS is not None
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"OPENBLAS_NUM_THREADS": "1"},
    )
    assert (done.stdout, done.returncode) == ("1.0\n", 0), done.stderr
