"""`lingjing vault`: people's keys copied, brought back, wrapped by a new master key."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from server.commands import add_data, settings_of
from server.commands.client import UnreachableError, ask, request
from server.settings import Settings

ROTATION = "/api/v1/privacy/keys/rotation"


def add(subparsers: Any) -> None:
    """The command's words."""
    parser = subparsers.add_parser("vault", help="people's keys: back up, restore, rotate")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    rotate = actions.add_parser("rotate", help="wrap every key by a new master key")
    backup = actions.add_parser("backup", help="copy the wrapped keys to a file")
    restore = actions.add_parser("restore", help="bring back keys of a copy that are missing here")
    for action, run in ((rotate, run_rotate), (backup, run_backup), (restore, run_restore)):
        add_data(action)
        action.set_defaults(run=run)
    backup.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument(
        "--master", type=Path, metavar="FILE", help="an older master key that wraps the copy"
    )


def run_rotate(args: argparse.Namespace) -> int:
    """Have the running server do it, or do it where none runs."""
    settings = settings_of(args)
    try:
        request(settings, "GET", "/healthz")
    except UnreachableError:
        return _alone(settings, "vault.rotate", _rotated)
    answer = ask(settings, "POST", ROTATION)
    if answer is None:
        return 1
    return _said(answer.json()["people"], "把密钥已用新的主密钥包裹", "keys have a new master key")


def run_backup(args: argparse.Namespace) -> int:
    """Copy the keys; a running server does not mind."""
    from server.run.privacy.vault import PERSONS, SECRETS  # heavy, and not always needed
    from server.store.errors import StoreError
    from server.store.privacy_keys import PersonKeys

    source = settings_of(args).data / SECRETS / PERSONS
    if not source.is_file():
        print(f"没有密钥文件 / no keys in {source}", file=sys.stderr)
        return 1
    try:
        keys = PersonKeys(source)
        try:
            keys.backup(args.file)
            count = sum(1 for key in keys.all() if key.wrapped)
        finally:
            keys.close()
    except (StoreError, OSError) as error:
        print(f"lingjing: {error}", file=sys.stderr)
        return 1
    return _said(count, "把密钥已备份；主密钥请另外保存", "keys copied; keep the master key apart")


def run_restore(args: argparse.Namespace) -> int:
    """Bring keys back while no server runs; who was deleted stays deleted."""

    async def restored(park: Any) -> int:
        from server.run.privacy.master import MasterFile  # heavy, and not always needed

        masters = MasterFile(args.master).read() if args.master else []
        count = park.vault.restore(args.file, masters)
        park.vault.enforce([each.person for each in await park.archive.privacy.erased()])
        return _said(
            count, "把密钥已恢复；已删除的人仍是删除状态", "keys are back; deleted people are not"
        )

    return _alone(settings_of(args), "vault.restore", restored)


async def _rotated(park: Any) -> int:
    return _said(park.vault.rotate(), "把密钥已用新的主密钥包裹", "keys have a new master key")


def _alone(settings: Settings, action: str, work: Callable[[Any], Awaitable[int]]) -> int:
    """Do something to the vault of a park that no server has open, and note it in the trail."""
    from server.run.privacy.alone import park_alone  # heavy, and not always needed
    from server.store.errors import StoreError

    async def run() -> int:
        async with park_alone(settings, action) as park:
            return await work(park)

    try:
        return asyncio.run(run())
    except StoreError as error:
        print(f"{error.code}: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"lingjing: {error}", file=sys.stderr)
        return 1


def _said(count: int, zh: str, en: str) -> int:
    print(f"{count} {zh} / {count} {en}")
    return 0
