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


EXIF = """
import io, sys
from PIL import Image
from scenes.exhibits.pictures import decode, warm_up
warm_up()
notes, out = Image.Exif(), io.BytesIO()
notes[0x112], notes[0x11A] = 6, 72.0
Image.new("RGB", (8, 4)).save(out, "JPEG", exif=notes)
before = set(sys.modules)
assert decode(out.getvalue()) is not None
print(*sorted(set(sys.modules) - before))
"""


def test_a_photograph_with_a_cameras_notes_needs_nothing_more() -> None:
    done = subprocess.run(
        [sys.executable, "-c", EXIF], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
