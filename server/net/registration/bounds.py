"""What applicants may send before their company has moved in: documents, and nothing else.

Anybody can sign up to apply. Were applicants let at the workshop like residents, anybody could fill
the disk and keep its processes busy.
"""

from __future__ import annotations

from typing import Final

from server.access.roles import Role
from server.errors import RequestError
from server.net.route import Asked
from server.registration.documents import LARGEST
from server.registration.states import RESIDENT

OUTSIDE: Final = frozenset[Role](("visitor", "investor", "enterprise_agent", "enterprise_owner"))
"""Roles that have no work in the park."""
MOST: Final = 40
"""Uploads that an applicant may have under way."""


async def check_upload(asked: Asked, size: int) -> None:
    """Bound what an applicant sends; raises RequestError ``too_large``, ``too_many_uploads``."""
    if not await is_applicant(asked):
        return
    if size > LARGEST:
        raise RequestError("too_large")
    if len(asked.park.uploads.of(asked.actor.id)) >= MOST:
        raise RequestError("too_many_uploads")


async def check_making(asked: Asked) -> None:
    """Exhibits and media are for residents; raises RequestError ``not_resident``."""
    if await is_applicant(asked):
        raise RequestError("not_resident")


async def is_applicant(asked: Asked) -> bool:
    """Whether somebody is here for companies alone of which none has moved in."""
    grants = asked.actor.grants
    if not all(grant.role in OUTSIDE for grant in grants):
        return False
    ids = {grant.enterprise for grant in grants if grant.enterprise}
    rows = await asked.park.archive.registration.page(100, ids=ids) if ids else []
    return bool(rows) and not any(row.state in RESIDENT for row in rows)
