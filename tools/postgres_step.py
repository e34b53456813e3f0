"""A PostgreSQL server for the tests: Debian's, installed where we may, and never started here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools import browser_step, postgres, stamps
from tools.places import BUILD

PACKAGE = "postgresql"
DROP_IN = Path("/etc/postgresql-common/createcluster.d/lingjing-tests.conf")
"""Read while Debian's package is set up: no cluster is made, so that no server starts."""
TRIED = BUILD / "postgres.stamp"
"""Left after trying in vain: the tests that need a server are passed over then."""


def is_ready() -> bool:
    """Whether there is a server, or it was tried before in vain."""
    return postgres.programs() is not None or TRIED.is_file()


def make() -> str:
    """Provide a server's programs; the answer says where they are, or what to install."""
    if browser_step.may_install():
        with no_cluster():
            browser_step.install([PACKAGE])
    found = postgres.programs()
    if found is None:
        stamps.leave(TRIED, PACKAGE)
        return f"没有，请安装 · none; to test with it: apt install {PACKAGE}"
    return str(found)


@contextmanager
def no_cluster(drop_in: Path = DROP_IN) -> Iterator[None]:
    """Have Debian's package make no cluster while it is installed, and start none."""
    made = [folder for folder in drop_in.parents if not folder.exists()]
    drop_in.parent.mkdir(parents=True, exist_ok=True)
    drop_in.write_text("create_main_cluster = false\n", encoding="utf-8")
    try:
        yield
    finally:
        drop_in.unlink(missing_ok=True)
        for folder in made:
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
