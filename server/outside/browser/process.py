"""A headless browser as a child process: started with nothing but what it needs, ended for good."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from pathlib import Path
from typing import Final

from server.outside.browser.errors import BrowserError
from server.outside.browser.profile import drop_profile, make_profile
from server.outside.browser.wire import Wire

LAUNCH: Final = Path(__file__).with_name("launch.py")
RENDERERS: Final = (
    ("--use-gl=angle", "--use-angle=gl-egl", "--ignore-gpu-blocklist"),
    ("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"),
)
"""Ways to draw, the machine's own before the browser's."""
WORDS: Final = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pings",
    "--mute-audio",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-sync",
    "--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication",
    "--metrics-recording-only",
    "--password-store=basic",
    "--force-color-profile=srgb",
    # No name is found, and no address can be reached either: nothing listens at the proxy.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
)
KEPT: Final = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "FONTCONFIG_PATH")
"""Variables that the browser gets to see."""
END_SECONDS: Final = 5.0


class Process:
    """A browser that runs, and the wire to it. ``close`` ends it with all its children."""

    def __init__(self, child: asyncio.subprocess.Process, wire: Wire, profile: Path) -> None:
        self._child = child
        self._profile = profile
        self.wire = wire

    @property
    def alive(self) -> bool:
        """Whether it still runs and listens."""
        return self._child.returncode is None and not self.wire.closed

    async def close(self) -> None:
        """Kill the whole group, and remove its folder; safe to call again."""
        self.wire.close()
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._child.pid, signal.SIGKILL)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._child.wait(), END_SECONDS)
        await asyncio.to_thread(drop_profile, self._profile)


async def start(program: Path, renderer: tuple[str, ...]) -> Process:
    """Start a browser; raises BrowserError."""
    profile = await asyncio.to_thread(make_profile)
    to_child, from_us = os.pipe()
    from_child, to_us = os.pipe()
    words = [*WORDS, *renderer, f"--user-data-dir={profile}"]
    if os.geteuid() == 0:
        # The browser refuses to run sandboxed as root; as anybody else it keeps its sandbox.
        words.append("--no-sandbox")
    try:
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-I", "-S", str(LAUNCH), str(to_child), str(to_us)),
            *(str(program), *words, "about:blank"),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            pass_fds=(to_child, to_us),
            env=_environment(profile),
            cwd=profile,
            start_new_session=True,
        )
    except OSError as error:
        os.close(from_us)
        os.close(from_child)
        await asyncio.to_thread(drop_profile, profile)
        raise BrowserError(str(error)) from error
    finally:
        os.close(to_child)
        os.close(to_us)
    return Process(child, await Wire.open(from_child, from_us), profile)


def _environment(profile: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    places = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
    return kept | dict.fromkeys(places, str(profile))
