"""An application brought to any state without doors, for tests of the registry."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from server.access.actor import Actor, Grant
from server.run.accounts.accounts import NewAccount
from server.run.park import Park
from server.run.registration.office import Wish
from server.store.registration_records import StoredApplication
from tests.server.net.registration.firm import GOOD, PAPERS, png

MANAGER = Actor("a_manager", frozenset({Grant("manager")}), "经理")
DAY = 86_400.0


def skip(park: Park, seconds: float) -> None:
    """Move the park's clock on."""
    park.clock._offset += seconds


def owner_of(park: Park, row: StoredApplication) -> Actor:
    """Who began an application, with the rights that they have now."""
    actor = park.accounts.actor(row.submitter)
    assert actor is not None
    return actor


async def applicant(park: Park, email: str = "li@example.com") -> str:
    """Somebody with an account of an enterprise."""
    new = NewAccount("enterprise", "李小境", frozenset(), email)
    return (await park.accounts.add(new, "registration")).id


async def draft(park: Park, email: str = "li@example.com", **fields: Any) -> StoredApplication:
    """A form without an error, with its documents."""
    office = park.registry.office
    account = await applicant(park, email)
    row = await office.begin(account)
    row = await office.save(row.id, row.version, {**GOOD, "wants_booth": False, **fields})
    for kind in PAPERS:
        upload = await park.uploads.receive(account, f"{kind}.png", _whole(png()))
        await office.documents.add(row, upload, kind, account)
    return await park.archive.registration.get(row.id)


async def do(park: Park, id: str, verb: Any, actor: Actor = MANAGER, **more: Any) -> Any:
    """A verb of the workflow."""
    row = await park.archive.registration.get(id)
    return await park.registry.office.transition(id, actor, Wish(verb, row.version, **more))


async def submitted(park: Park, email: str = "li@example.com", **fields: Any) -> StoredApplication:
    """Handed in."""
    row = await draft(park, email, **fields)
    await do(park, row.id, "submit", owner_of(park, row))
    return await park.archive.registration.get(row.id)


async def resident(park: Park, email: str = "li@example.com", **fields: Any) -> StoredApplication:
    """Moved in, with a seat and no booth."""
    words = {"zh": "托管", "en": "Host"}
    custodian = (await park.registry.seats.add(words, words, "", 1)).host.id
    row = await submitted(park, email, **fields)
    await do(park, row.id, "claim")
    await do(park, row.id, "approve", custodian=custodian)
    await do(park, row.id, "activate", owner_of(park, row), agreement="0")
    return await park.archive.registration.get(row.id)


async def _whole(data: bytes) -> AsyncIterator[bytes]:
    yield data
