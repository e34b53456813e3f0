"""Arrays that come and go do not make the kernel hand out fresh pages each time."""

from __future__ import annotations

import subprocess
import sys

import pytest

COUNT_FAULTS = """
import resource, sys
import numpy as np
from server.run.memory import keep_heap
kept = keep_heap()
def once():
    arrays = [np.ones(size, np.uint8) for size in (4_000_000, 300_000, 2_500_000, 1_400_000)]
    return sum(int(array[0]) for array in arrays)
once()
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
for _ in range(50):
    once()
print(int(kept), resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


def test_pages_are_used_again() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COUNT_FAULTS], capture_output=True, text=True, check=True
    )
    kept, faults = map(int, done.stdout.split())
    if not kept:
        pytest.skip("this C library has no such setting")
    assert faults < 500, "50 rounds of 2,000 pages"
