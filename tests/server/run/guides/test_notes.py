"""What is said is told to those who watch and kept, in the same order."""

from __future__ import annotations

from typing import Any

from avatars.guides.brain import Clause
from avatars.guides.knowledge.document import Citation
from server.run.figures import Figures
from server.run.guides.dialogues import Dialogue, OpenTurn
from server.run.guides.feed import Feed
from server.run.guides.notes import Notes, told_of
from server.run.guides.scribe import Scribe

SOURCE = Citation("d", 1, "t", 0, 2, "45")


class Kept:
    """Remembers what it was asked to keep."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []

    def __getattr__(self, name: str) -> Any:
        async def keep(*args: Any) -> None:
            self.calls.append((name, *args))

        return keep


async def test_a_talk_is_begun_with_its_first_question_and_kept_as_it_goes() -> None:
    kept, feed, scribe, figures = Kept(), Feed(), Scribe(), Figures()
    scribe.start()
    notes = Notes(feed, scribe, kept, figures)
    talk = Dialogue("d_1", "s", "p", "zh-CN", "public", 1.0, 2.0, hall="h", guide="g")
    turn = OpenTurn(1, "租金？", 1.0, "zh-CN", first=1.25, brain="extractive")
    with feed.watch() as stream:
        notes.over(talk)
        notes.asked(talk, turn)
        notes.said(talk, turn, Clause("45", "zh", "answer", (SOURCE,)), "ai")
        notes.said(talk, turn, Clause("?", "zh", "unknown"), "ai")
        notes.ended(talk, turn, "answered", None)
        notes.asked(talk, OpenTurn(2, "再问", 3.0))
        talk.officer = "a_1"
        notes.changed(talk)
        notes.over(talk)
        feed.close()
        told = [event async for event in stream.events(1.0) if event]
    await scribe.stop()
    assert [event.name for event in told] == [
        *("dialogue", "asked", "said", "said", "ended", "dialogue", "asked", "dialogue", "over"),
    ]
    assert told[2].data["clause"]["citations"][0]["quote"] == "45"
    assert told[4].data["ms"] == 250.0
    names = [call[0] for call in kept.calls]
    assert names == ["begin", "asked", "said", "said", "ended", "asked", "handed"]
    assert kept.calls[-1] == ("handed", "d_1", "a_1")
    shown = told_of(talk)
    assert (shown["turns"], shown["unknown"], shown["first"]) == (2, 1, "租金？")
    assert b'lingjing_guide_answers_total{brain="extractive",why="answered"} 1.0' in figures.text()
