"""What the demo park's guides know: documents and tests, kept when the demo is made."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from server.run.guides.library import RECORDS, stored_of
from server.store.guide_records import StoredDocument, StoredTest

AUTHOR: Final = "demo"
TESTS_EACH: Final = 8
"""Of each language, besides two that have no answer."""


async def teach_demo(park: Any) -> None:
    """Keep the demo's documents and tests, those that are not there yet."""
    book, now = park.archive.knowledge, park.clock.now()
    there = {each.document for each in await book.all_now()}
    documents, tests = await asyncio.to_thread(_made, now)
    await book.keep_all([each for each in documents if each.document not in there])
    if not await park.archive.lessons.tests():
        for test in tests:
            await park.archive.lessons.add_test(test)
    await park.guides.library.reread()


def _made(now: float) -> tuple[list[StoredDocument], list[StoredTest]]:
    from avatars.guides import demo  # most starts do not need it

    documents = [
        replace(stored_of(each, AUTHOR, now), kind="document")
        if each.kind in RECORDS
        else stored_of(each, AUTHOR, now)
        for each in demo.documents()
    ]
    return documents, list(_tests(demo.questions(), now))


def _tests(lines: str, now: float) -> Iterator[StoredTest]:
    asked = [json.loads(line) for line in lines.splitlines() if line.strip()]
    for lang in ("zh", "en"):
        own = [each for each in asked if each.get("lang") == lang and "history" not in each]
        for known in (True, False):
            found = [each for each in own if bool(each.get("answerable")) is known]
            most = TESTS_EACH if known else 2
            for each in found[:: max(1, len(found) // most)][:most]:
                facts = [fact for fact in each.get("facts", ()) if isinstance(fact, str)]
                sources = tuple(each.get("sources", ())) if known else ()
                id = f"t_demo-{each['id']}"
                yield StoredTest(
                    id, each["q"], lang, "", sources, tuple(facts if known else ()), AUTHOR, now
                )
