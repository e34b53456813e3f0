"""What waits for the staff, on each database."""

from __future__ import annotations

from dataclasses import replace

from server.store import Archive
from server.store.inbox import StoredItem

WORDS = {"zh": "举报", "en": "Report"}
ITEM = StoredItem("i_1", "report", "r_1", WORDS, "/desk", 50.0, "waiting", "", 1.0)


async def test_one_item_a_thing_and_what_is_due_first(archive: Archive) -> None:
    book = archive.inbox
    await book.put(ITEM)
    again = await book.put(replace(ITEM, id="i_2", due=40.0))
    assert (again.id, again.due) == ("i_1", 40.0)
    await book.put(replace(ITEM, id="i_3", ref="r_3", due=None))
    assert [each.id for each in await book.to_warn(45.0)] == ["i_1"]
    noted = await book.note("i_1", {"by": "a_1", "text": "灵境 \x00"})
    assert noted.notes == [{"by": "a_1", "text": "灵境 \x00"}]
    assert await book.close("report", "r_1", 60.0) == ["i_1"]
    assert await book.counts() == {"done": 1, "waiting": 1}
    assert [each.id for each in await book.page(state="open")] == ["i_3"]
    assert [each.id for each in await book.page(before="i_3")] == ["i_1"]
    assert (await book.change("i_3", {"assignee": "a_2"})).assignee == "a_2"
