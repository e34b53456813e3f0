"""A browser for the tests: Debian's Chromium where it can be had, else the one npm carries."""

from __future__ import annotations

import os
import shutil
import subprocess

from tools import chromium, stamps
from tools.node_step import npm
from tools.places import BIN, CHROMIUM_PACKAGE, CHROMIUM_UNPACKED
from tools.running import SetupError, run

FONTS = "fonts-noto-cjk"
RENDERER = ("libegl-mesa0", "libgl1-mesa-dri")
STAMP = CHROMIUM_UNPACKED / ".stamp"
UPDATE_SECONDS = 120
INSTALL_SECONDS = 600


def is_ready() -> bool:
    """Whether there is a browser, and nothing left that could still be installed."""
    if chromium.of_the_system() or os.environ.get("CHROMIUM"):
        return not (missing() and may_install())
    return stamps.is_current(STAMP, wanted()) and chromium.STARTER.is_file()


def make() -> str:
    """Provide a browser; the answer says in words which one, and what stays missing."""
    if missing() and may_install():
        install(missing())
    if not chromium.executable() or not (chromium.of_the_system() or os.environ.get("CHROMIUM")):
        unpack()
    return said()


def missing() -> list[str]:
    """Debian packages that the tests use and this machine lacks."""
    browser = [] if chromium.of_the_system() or os.environ.get("CHROMIUM") else ["chromium"]
    return browser + [name for name in (FONTS, *RENDERER) if not is_installed(name)]


def is_installed(package: str) -> bool:
    """Whether Debian's package manager holds a package; False where there is none."""
    if not shutil.which("dpkg-query"):
        return False
    asked = ["dpkg-query", "-W", "-f", "${db:Status-Status}", package]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout == "installed"


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
    npm("ci", cwd=CHROMIUM_PACKAGE)
    shutil.rmtree(CHROMIUM_UNPACKED, ignore_errors=True)
    CHROMIUM_UNPACKED.mkdir(parents=True)
    script = [BIN / "node", CHROMIUM_PACKAGE / "unpack.mjs"]
    run(script, "unpack chromium", extra={"TMPDIR": str(CHROMIUM_UNPACKED)})
    chromium.STARTER.write_text(chromium.starter())
    chromium.STARTER.chmod(0o755)
    stamps.leave(STAMP, wanted())


def wanted() -> str:
    """What the unpacked browser is made from."""
    names = ("package.json", "package-lock.json", "unpack.mjs")
    return stamps.digest([CHROMIUM_PACKAGE / name for name in names], chromium.starter())


def said() -> str:
    """One line about the browser in use and about what this machine still lacks."""
    lacking = missing()
    hint = f"；缺少 · missing: apt install {' '.join(lacking)}" if lacking else ""
    return f"{chromium.executable()}{hint}"
