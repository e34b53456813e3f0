"""`lingjing demo`: builds the demo park into an empty data folder, without serving it."""

from __future__ import annotations

import argparse
import asyncio
import sys
from typing import Any

from server.commands import add_data, settings_of
from server.settings import Settings


def add(subparsers: Any) -> None:
    """The command's words."""
    parser = subparsers.add_parser("demo", help="build the demo park into an empty data folder")
    add_data(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Build it, unless something is there."""
    from server.store.errors import StoreError

    try:
        return asyncio.run(_build(settings_of(args)))
    except StoreError as error:
        print(f"{error.code}: {error.message}", file=sys.stderr)
        return 1


async def _build(settings: Settings) -> int:
    from server.app import make_demo, refuse_foreign
    from server.run.park import Park
    from server.run.site.starting import wants_demo
    from server.store.archive import Archive
    from server.store.blobs import Blobs

    refuse_foreign(settings.data)
    archive = await Archive.open(settings.data, settings.database)
    try:
        if not await wants_demo(archive):
            print(
                f"{settings.data}: 已有园区，未作改动 / holds a park already; nothing was changed"
            )
            return 1
        blobs = Blobs(settings.data / "blobs")
        await make_demo(Park(settings, archive, blobs), print)
        await blobs.close()
        print(f"{settings.data}: {', '.join(await archive.halls())}")
        return 0
    finally:
        await archive.close()
