"""A guide is judged by what it found, cited, said and did."""

from __future__ import annotations

from dataclasses import replace

from avatars.guides.brain import ActionCall, Clause, Finish, Piece
from avatars.guides.knowledge.document import Citation
from server.commands.bench_guide_judge import Verdict, exhibits, question_of, verdict
from server.commands.bench_guide_questions import Judged

ASKED = Judged("a", "租金？", "zh", "number", frozenset({"r.md"}), (("32", "三十二"), ("月",)))
NEAR_MISS = Judged("b", "售价？", "zh", "unanswerable", answerable=False)
VAGUE = Judged("c", "多少钱？", "zh", "vague", answerable=False)
ACTION = Judged("d", "转人工", "zh", "action", actions=frozenset({"call_staff"}))


def clause(text: str, *documents: str) -> Clause:
    cited = tuple(Citation(each, 1, each, 0, 1, text[:1]) for each in documents)
    return Clause(text, "zh", citations=cited)


def judged(asked: Judged, *pieces: Piece, found: tuple[str, ...] = ()) -> Verdict:
    return verdict(asked, found, pieces)


def test_a_good_answer_has_its_facts_and_a_right_source() -> None:
    one = judged(
        ASKED, clause("每月三十二元。", "r.md"), Finish("answered"), found=("x.md", "r.md")
    )
    assert (one.good, one.hit, one.cited, one.has_facts) == (True, 1, 1, True)
    assert (one.retrieved, one.found) == (2, ("r.md", "x.md"))


def test_what_is_not_cited_may_still_have_been_found() -> None:
    one = judged(ASKED, Clause("没有记录。", "zh", "unknown"), found=("x.md", "r.md"))
    assert (one.hit, one.cited, one.retrieved) == (2, 0, 2)


def test_the_place_of_a_source_counts_documents_cited_not_citations() -> None:
    one = judged(ASKED, clause("每月 32 元。", "x.md", "x.md", "r.md"))
    assert (one.cited, one.hit, one.retrieved) == (2, 2, 0)


def test_facts_missing_or_sources_wrong_are_not_good() -> None:
    assert not judged(ASKED, clause("每月 31 元。", "r.md")).good
    assert not judged(ASKED, clause("每月 32 元。", "x.md")).good
    assert not judged(ASKED, Clause("没有记录，32 月", "zh", "unknown"), Finish("unknown")).good


def test_what_is_not_on_record_must_not_be_answered() -> None:
    assert not judged(NEAR_MISS, clause("售价九元。", "r.md")).good
    assert judged(NEAR_MISS, Clause("没有记录。", "zh", "unknown"), Finish("unknown")).good


def test_what_is_out_of_force_may_be_told_as_such() -> None:
    told = replace(clause("补贴 32 元每月，已失效。", "r.md"), kind="notice")
    one = judged(replace(ASKED, kind="expired"), told, Finish("unknown"))
    assert one.good and not one.answered and one.cited == 1
    assert not judged(ASKED, told, Finish("unknown")).good


def test_asking_back_is_seen() -> None:
    one = judged(VAGUE, Clause("您问哪一处？", "zh", "ask_back"), Finish("vague"))
    assert one.good and one.asked_back


def test_an_action_wanted_must_be_called() -> None:
    assert judged(ACTION, ActionCall("call_staff"), Finish("answered")).good
    assert not judged(ACTION, ActionCall("open_page"), Finish("answered")).good


def test_exhibits_are_in_sight_for_actions_alone() -> None:
    sights = exhibits()
    assert {"planetary-gearbox", "wind-turbine"} <= {each.node for each in sights}
    assert question_of(ACTION, sights).near and not question_of(ASKED, sights).near
