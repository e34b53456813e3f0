"""The audit trail of an open archive: what the writer keeps with each commit."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, Self

from sqlalchemy import Connection, func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from server.store import audit
from server.store.audit import Head
from server.store.audit_secrets import Anchor, make_key, read_key
from server.store.audit_verify import GAP
from server.store.doing import DOING, Doing
from server.store.records import StoredPatch
from server.store.schema.audit import audit as table

SCENE_ACTIONS: Final = {"published": "scene.edit", "draft": "draft.edit"}


class Trail:
    """Binds each act to the one before it, in the transaction of what was done."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self.folder = folder
        self.key = key
        self._anchor = Anchor(folder, key)

    @classmethod
    async def open(cls, folder: Path, engine: AsyncEngine) -> Self:
        """The trail of an archive, begun when it is new.

        Lines that are missing at its end are noted by a line of their own, and so is a lost key:
        nobody can prove the lines from before it any more, but the park goes on. Raises StoreError
        ``audit_locked`` when the key is no key.
        """
        async with engine.begin() as connection:
            last = await connection.run_sync(audit.head)
        key = await asyncio.to_thread(read_key, folder)
        if key is None:
            key = await asyncio.to_thread(make_key, folder)
        trail = cls(folder, key)
        noted = trail._anchor.read()
        async with engine.begin() as connection:
            last = await connection.run_sync(trail._mind_the_gap, last, noted)
        if last.seq:
            trail._anchor.write(last)
        return trail

    def close(self) -> None:
        """Let the anchor go."""
        self._anchor.close()

    def keep(self, connection: Connection, acts: Sequence[Doing]) -> Head | None:
        """Add acts to the trail; the head, to be told to `kept` once they are committed."""
        if not acts:
            return None
        last = audit.head(connection)
        return audit.append(connection, self.key, last, acts, time.time())

    def kept(self, acts: Sequence[Doing], head: Head | None) -> None:
        """The commit is durable."""
        for act in acts:
            act.written = True
        if head is not None:
            self._anchor.write(head)

    def _mind_the_gap(self, connection: Connection, last: Head, noted: Head | None) -> Head:
        if noted is None and last.seq == 0:
            return last
        if noted is not None and noted.seq <= last.seq:
            wanted = select(table.c.hash).where(table.c.seq == noted.seq)
            found = connection.execute(wanted).scalar()
            oldest = connection.execute(select(func.min(table.c.seq))).scalar()
            if found == noted.hash or oldest is None or noted.seq < oldest:
                return last
        missed = {"line": noted.seq, "hash": noted.hash} if noted is not None else None
        gap = Doing("house", "", GAP, "audit", how="house", before=missed, after={"line": last.seq})
        return audit.append(connection, self.key, last, [gap], time.time())


def patch_acts(patches: Sequence[StoredPatch]) -> list[Doing]:
    """The acts that patches of scenes are: the one under way, and one more for each other patch."""
    current = DOING.get()
    acts = []
    for patch in patches:
        usual = SCENE_ACTIONS[patch.layer]
        if current is None:
            act = Doing(patch.author, "", usual)
        elif current.written or current.claimed:
            act = replace(current, actor=patch.author, action=usual, written=False)
        else:
            current.claimed, act = True, current
            if act.action in SCENE_ACTIONS.values():
                act.action = usual
        act.target = f"hall/{patch.hall}"
        about = {"layer": patch.layer, "revision": patch.revision}
        act.before = about | {"ops": patch.inverse}
        act.after = about | {"ops": patch.ops} | ({"note": patch.note} if patch.note else {})
        acts.append(act)
    return acts
