from __future__ import annotations

import subprocess
import sys

from scenes.exhibits.warm import warm_up
from tools.places import ROOT

LATE = """
import sys
from scenes.exhibits.warm import warm_up
warm_up()
known = set(sys.modules)
from tests.scenes.exhibits.fuzz_gate import SEEDS
from scenes.exhibits.document import Source
from scenes.exhibits.pipeline import build, judge
from scenes.exhibits.policy import Policy
known |= {name for name in sys.modules if name.startswith(("tests", "hypothesis"))}
before = set(sys.modules)
for seed in SEEDS:
    judged = judge([Source("seed", memoryview(seed))], Policy())
    if judged.document:
        build(judged, Policy(), size=(16, 12))
print(*sorted(set(sys.modules) - before))
"""


def test_the_smallest_exhibit_goes_all_the_way() -> None:
    warm_up()
    assert warm_up.cache_info().currsize == 1


def test_nothing_is_imported_after_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LATE], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
