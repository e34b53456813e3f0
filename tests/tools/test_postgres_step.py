from __future__ import annotations

from pathlib import Path

import pytest

from tools import browser_step, postgres, postgres_step


def test_no_cluster_is_made_while_it_is_installed_and_nothing_stays(tmp_path: Path) -> None:
    drop_in = tmp_path / "etc" / "createcluster.d" / "ours.conf"
    with postgres_step.no_cluster(drop_in):
        assert drop_in.read_text() == "create_main_cluster = false\n"
    assert list(tmp_path.iterdir()) == []


def test_what_was_there_before_stays(tmp_path: Path) -> None:
    folder = tmp_path / "createcluster.d"
    folder.mkdir()
    with postgres_step.no_cluster(folder / "ours.conf"):
        (folder / "theirs.conf").write_text("")
    assert [path.name for path in folder.iterdir()] == ["theirs.conf"]


def test_a_machine_without_one_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "programs", lambda: None)
    monkeypatch.setattr(browser_step, "may_install", lambda: False)
    monkeypatch.setattr(postgres_step, "TRIED", tmp_path / "tried")
    assert not postgres_step.is_ready()
    assert postgres_step.make().endswith("apt install postgresql")
    assert postgres_step.is_ready()
