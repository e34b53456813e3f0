from __future__ import annotations

import shutil
from pathlib import Path

from tools import browser_step, chromium


def test_nothing_is_said_to_be_missing_when_nothing_is() -> None:
    assert browser_step.said(Path("/usr/bin/chromium"), []) == "/usr/bin/chromium"


def test_what_is_missing_is_named_with_the_command_that_helps() -> None:
    words = browser_step.said(Path("x"), ["fonts-noto-cjk", "libegl-mesa0"])
    assert words.endswith("apt install fonts-noto-cjk libegl-mesa0")
    assert "\n" not in words


def test_where_there_is_no_package_manager_nothing_counts_as_missing() -> None:
    everything = {"a", "b"}
    found = browser_step.installed(*everything)
    assert found == (set() if shutil.which("dpkg-query") else everything)


def test_a_browser_of_the_machine_is_not_asked_for_again() -> None:
    assert ("chromium" in browser_step.missing()) == (chromium.own() is None)
