"""Prepares a checkout: ``python -m tools.setup code``, ``run`` or ``test``.

Each step looks first whether it is still good (a stamp of contents) and only then works, so a
second call takes a fraction of a second. A park's data is never touched.
"""

from __future__ import annotations

import fcntl
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

from tools import browser_step, client_step, node_step, postgres_step, python_step, wasm_step
from tools.places import BUILD, CLIENTS, LOG
from tools.running import SetupError

LEVELS = ("code", "run", "test")


class Step(NamedTuple):
    """One thing to prepare; ``make`` may answer with words worth showing."""

    title: str
    is_ready: Callable[[], bool]
    make: Callable[[], str | None]


def steps(level: str) -> list[Step]:
    """What a level needs, in order: ``code`` to read it, ``run`` a park, ``test`` all of it."""
    lock = "test" if level == "test" else "run"
    python = Step(
        "Python 环境 · Python environment (.venv)",
        partial(python_step.is_ready, lock),
        partial(python_step.make, lock),
    )
    if level == "code":
        return [python]
    node = Step("网页依赖 · Packages of the web client", node_step.is_ready, node_step.make)
    wasm = Step("模型编解码 · Codecs of the exhibits", wasm_step.is_ready, wasm_step.make)
    pages = Step("构建网页 · Building the web client", client_step.is_ready, client_step.make)
    browser = Step("测试用浏览器 · Test browser", browser_step.is_ready, browser_step.make)
    database = Step("测试用 PostgreSQL · for tests", postgres_step.is_ready, postgres_step.make)
    web = [node, wasm, pages] if (CLIENTS / "package-lock.json").is_file() else []
    return [python, *web, *([browser, database] if level == "test" else [])]


def prepare(wanted: Iterable[Step]) -> None:
    """Do every step that is not ready; ``SetupError`` stops at the first that fails."""
    for step in wanted:
        if step.is_ready():
            continue
        print(f"· {step.title} … ", end="", flush=True)
        begun = time.monotonic()
        words = step.make()
        print(f"{time.monotonic() - begun:.0f} s" + (f" ({words})" if words else ""), flush=True)


@contextmanager
def alone() -> Iterator[None]:
    """Hold the checkout for one setup at a time; a second one waits."""
    BUILD.mkdir(exist_ok=True)
    with (BUILD / "setup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def main(arguments: list[str]) -> int:
    """Prepare the level that is named; 0 when everything is in place."""
    level = arguments[0] if arguments else "run"
    if level not in LEVELS:
        print(f"usage: python -m tools.setup [{'|'.join(LEVELS)}]", file=sys.stderr)
        return 2
    try:
        with alone():
            LOG.unlink(missing_ok=True)
            prepare(steps(level))
    except SetupError as error:
        print(f"\n✗ 准备失败 · Setup failed: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\n已停止 · Stopped", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
