"""Everything that the park has of one enterprise, for it to take along."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from server.log import logger
from server.outside.typesetting import NoFaceError
from server.run.registration.house import SEAT, House, is_told
from server.run.registration.office import Office
from server.store.registration_records import StoredApplication

log = logger("registration")
FORMAT: Final = "lingjing-enterprise"


@dataclass(slots=True)
class Copying:
    """Makes the copy, and remembers that it was taken."""

    house: House
    office: Office

    async def members(self, row: StoredApplication) -> list[tuple[str, Path | bytes]]:
        """The files of the copy by name: the form with its history, documents, certificate."""
        found: list[tuple[str, Path | bytes]] = [("application.json", await self._told(row))]
        for paper in await self.house.archive.registration.papers(row.id):
            data = await self.office.documents.read(paper)
            if data is not None:
                name = self.office.documents.label(paper) or paper.kind
                found.append((f"documents/{paper.kind}-{paper.id}-{name}", data))
        try:
            sheet = await self.office.effects.parts.certificates.sheet(row.id)
        except NoFaceError:
            log.warning("certificate_face_missing", application=row.id)
        else:
            found += [("certificate.pdf", sheet)] if sheet is not None else []
        return found

    async def delivered(self, id: str) -> None:
        """Note that the copy was taken: whoever leaves must have it before they are let go."""
        now = self.house.clock.now()
        await self.house.archive.registration.note_course(id, {"exported": now})

    async def _told(self, row: StoredApplication) -> bytes:
        book, vault = self.house.archive.registration, self.house.vault
        seat, lease = await book.seat_of(row.id), await book.last_lease_of(row.id)
        told: dict[str, Any] = {
            "format": FORMAT,
            "id": row.id,
            "state": row.state,
            "fields": self.office.values(row),
            "agreement": {"version": row.agreement, "at": row.accepted_at},
            "dates": {n: v for n, v in row.course.items() if isinstance(v, float)},
            "seat": SEAT.format(number=seat.number) if seat is not None else None,
            "booth": {"hall": lease.hall, "node": lease.node} if lease is not None else None,
            "history": [
                {
                    "at": each.at,
                    "verb": each.verb,
                    "from": each.source,
                    "to": each.target,
                    "by": each.role,
                    "reason": each.reason,
                    "note": vault.open(each.person, each.note)
                    if each.note and is_told(each)
                    else "",
                }
                for each in await book.history(row.id)
            ],
            "asked": [
                {
                    "pointer": each.pointer,
                    "text": vault.open(each.person, each.words),
                    "at": each.at,
                    "resolved": each.resolved,
                }
                for each in await book.comments(row.id)
            ],
            "documents": [
                {
                    "id": each.id,
                    "kind": each.kind,
                    "name": self.office.documents.label(each),
                    "sha256": each.sha256,
                    "bytes": each.bytes,
                    "at": each.at,
                }
                for each in await book.papers(row.id)
            ],
        }
        return json.dumps(told, ensure_ascii=False, indent=1, default=str).encode()
