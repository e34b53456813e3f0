from __future__ import annotations

from pathlib import Path

from tools import packages


def test_folders_are_those_with_python_in_them(tmp_path: Path) -> None:
    for name in ("server/net/a.py", "server/__init__.py", "server/empty/x.txt", "tests/test_a.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    for name in ("clients/headless/bots/b.py", "clients/node_modules/c/d.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert packages.folders(tmp_path) == ["clients.headless.bots", "server", "server.net"]


def test_written_reads_the_list_in_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.setuptools]\npackages = ["server"]\n')
    assert packages.written(tmp_path) == ["server"]


def test_write_brings_the_list_up_to_the_folders(tmp_path: Path) -> None:
    (tmp_path / "scenes").mkdir()
    (tmp_path / "scenes" / "names.py").touch()
    before = 'a = 1\n\npackages = [\n    "gone",\n]\n\n[tool.ruff]\nb = ["]"]\n'
    (tmp_path / "pyproject.toml").write_text("[tool.setuptools]\n" + before)
    packages.write(tmp_path)
    assert packages.written(tmp_path) == ["scenes"]
    assert (tmp_path / "pyproject.toml").read_text().endswith('\n[tool.ruff]\nb = ["]"]\n')
