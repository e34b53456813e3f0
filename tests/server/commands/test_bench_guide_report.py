"""The bench's figures: shares, goals, a table for people, a list of misses."""

from __future__ import annotations

from server.commands.bench_guide_judge import Verdict
from server.commands.bench_guide_questions import Judged
from server.commands.bench_guide_report import as_json, as_text, figures, misses
from server.commands.bench_guide_times import Times

ASKED = Judged("a", "租金？", "zh", "number", frozenset({"r.md"}), (("32",),))
NEAR_MISS = Judged("b", "Its price?", "en", "unanswerable", answerable=False)
GOOD = Verdict(ASKED, "32 元", True, 1, 1, 1, True, False, True, ("r.md",))
THIRD = Verdict(ASKED, "31 元", True, 3, 0, 3, False, False, True, ("x", "y", "r.md"))
FALSE = Verdict(NEAR_MISS, "9 yuan", True, 0, 0, 0, True, False, True, ("x",))
RIGHT = Verdict(NEAR_MISS, "not on record", False, 0, 0, 0, True, False, True, ())
FAST, SLOW = Times(1.0, 2.0, 3.0, 4), Times(60.0, 70.0, 80.0, 4)


def test_shares_count_what_they_are_about() -> None:
    told = figures([GOOD, THIRD, FALSE, RIGHT])
    assert (told["hit_at_1"], told["hit_at_3"], told["cited_first"]) == (0.5, 1.0, 0.5)
    assert (told["facts"], told["false_answers"], told["unanswered"]) == (0.5, 0.5, 0.0)
    assert (told["asked_back"], told["good"]) == (None, 0.5)


def test_goals_are_held_against_what_was_measured() -> None:
    good = as_json([GOOD, RIGHT], 1000, FAST, FAST)
    assert set(good["met"].values()) == {True}
    bad = as_json([THIRD, FALSE], 1000, SLOW, SLOW)
    assert [name for name, met in bad["met"].items() if met] == ["hit_at_3"]
    assert bad["by_lang"]["en"]["questions"] == bad["by_kind"]["unanswerable"]["questions"] == 1


def test_people_read_a_table() -> None:
    text = as_text(as_json([GOOD, FALSE], 1000, FAST, SLOW))
    assert "first clause" in text and "1000 passages" in text
    assert "first_clause:NO" in text and "retrieval:yes" in text


def test_misses_tell_what_was_wanted_and_said() -> None:
    told = "\n".join(misses([GOOD, THIRD, FALSE, RIGHT]))
    assert "a number" in told and "31 元" in told and "9 yuan" in told
    assert "not on record" not in told
