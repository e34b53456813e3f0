"""The example in the client's README does what it says."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path

from tests.flows.house import park_at

ROOT = Path(__file__).parents[2]
README = ROOT / "clients/headless/README.md"


async def test_the_example_runs(tmp_path: Path) -> None:
    example = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)[0]
    async with park_at(tmp_path) as house:
        program = example.replace("http://localhost:8000", house.visitor_url)
        assert program != example
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", program),
            cwd=ROOT,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        said, complaints = await process.communicate()
        assert complaints == b""
        assert "小灵" in said.decode()
        assert house.park.hall("grounds").editing.layers.shared == {"/nodes/fox/explode": 0.5}
