"""The demo park's guides know its documents; what staff did to them is left as it is."""

from __future__ import annotations

from avatars.guides import demo
from server.run.guides.demo import teach_demo
from server.run.guides.library import RECORDS
from tests.server.house import House


async def test_documents_and_tests_are_kept_once(house: House) -> None:
    library, book = house.park.guides.library, house.park.archive.lessons
    await teach_demo(house.park)
    await library.settled()
    taught = [each for each in library.all() if each.author == "demo"]
    assert {each.document for each in taught} == set(demo.names())
    assert not {each.kind for each in taught} & RECORDS
    assert len(library.now.passages) > 250
    tests = await book.tests()
    assert {test.lang for test in tests} == {"zh", "en"}
    assert [test for test in tests if not test.sources and not test.facts]
    await library.keep(taught[0], 1)
    await teach_demo(house.park)
    assert len(await book.tests()) == len(tests)
    kept = library.get(taught[0].document)
    assert kept is not None
    assert kept.number == 2


async def test_a_park_that_is_no_demo_is_taught_nothing(house: House) -> None:
    assert {each.kind for each in house.park.guides.library.all()} == {"park"}
    assert await house.park.archive.lessons.tests() == []
