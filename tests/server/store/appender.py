"""A process that appends for ever and says each revision only when the archive has it."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from server.store import Archive
from tests.server.store.samples import DOC, patch

HALLS = ("grounds", "theatre", "service")


async def _append(archive: Archive, hall: str) -> None:
    await archive.create_hall(hall, DOC, at=1.0)
    revision = 0
    while True:
        revision += 1
        await archive.append([patch(revision, hall)])
        os.write(1, f"{hall} {revision}\n".encode())


async def main(folder: Path, database: str = "") -> None:
    archive = await Archive.open(folder, database)
    await asyncio.gather(*(_append(archive, hall) for hall in HALLS))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), *sys.argv[2:]))
