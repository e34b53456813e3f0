"""Trials, tests and open questions over HTTP."""

from __future__ import annotations

from tests.server.house import House
from tests.server.net.guides.taught import SECRET, teach

TRIALS, TESTS = "/api/v1/guide-trials", "/api/v1/guide-tests"
OPEN = "/api/v1/open-questions"


async def test_a_trial_answers_as_a_visitor_would_be(house: House) -> None:
    made = await teach(house)
    await teach(house, SECRET, visibility="staff")
    asked = {"question": "办公楼租金多少？", "brain": "extractive"}
    status, told = await house.own("POST", TRIALS, json=asked)
    assert status == 200
    clauses = [piece for piece in told["pieces"] if piece["type"] == "clause"]
    assert "48" in clauses[0]["text"]
    assert clauses[0]["citations"][0]["document"] == made["id"]
    assert told["pieces"][-1] == {"type": "finish", "why": "answered", "brain": "extractive"}
    assert told["hits"][0]["document"] == made["id"]
    assert "41" not in str(told)
    _, told = await house.own("POST", TRIALS, json={**asked, "brain": "", "persona": "xiaoling"})
    assert "48" in str(told["pieces"])
    assert (await house.own("POST", TRIALS, json={**asked, "persona": "nobody"}))[0] == 404
    assert (await house.own("GET", "/api/v1/dialogues"))[1]["dialogues"] == []


async def test_a_trial_goes_on_from_what_was_said(house: House) -> None:
    made = await teach(house)
    quote = {"document": made["id"], "version": 1, "title": "租金", "start": 0, "end": 4}
    before = {
        "question": "办公楼租金多少？", "answer": "每平方米每月 48 元。",
        "citations": [{**quote, "quote": "# 租金"}],
    }  # fmt: skip
    asked = {"question": "那厂房呢？", "history": [before], "brain": "extractive"}
    _, told = await house.own("POST", TRIALS, json=asked)
    assert "32" in str(told["pieces"])


async def test_tests_are_kept_run_and_changed(house: House) -> None:
    made = await teach(house)
    right = {"question": "厂房租金多少？", "sources": [made["id"]], "facts": ["32 元"]}
    status, told = await house.own("POST", TESTS, json=right)
    assert (status, told["last"]) == (201, None)
    wrong = {"question": "厂房租金多少？", "sources": ["park"], "facts": ["99"]}
    await house.own("POST", TESTS, json=wrong)
    await house.own("POST", TESTS, json={"question": "月球上有分园吗？"})
    status, run = await house.own("POST", f"{TESTS}/run")
    assert (status, run["passed"], run["failed"]) == (200, 2, 1)
    assert run["results"][1]["reasons"] == ["source", "fact:99"]
    _, told = await house.own("GET", TESTS)
    assert [test["last"]["passed"] for test in told["tests"]] == [True, False, True]
    assert [row["failed"] for row in told["runs"]] == [1]
    path = f"{TESTS}/{told['tests'][1]['id']}"
    _, told = await house.own("PATCH", path, json={"sources": [], "facts": ["32"]})
    assert (told["last"], told["facts"]) == (None, ["32"])
    assert (await house.own("POST", f"{TESTS}/run"))[1]["failed"] == 0
    assert (await house.own("DELETE", path))[0] == 204
    assert (await house.own("DELETE", path))[1]["code"] == "test_unknown"
    assert (await house.own("PATCH", path, json={"persona": "nobody"}))[0] == 404


async def test_open_questions_are_settled(house: House) -> None:
    questions = house.park.guides.knowing.questions
    first = await questions.unanswered("园区有游泳池吗？我的电话 13800138000", "zh")
    assert await questions.unanswered("请问园区有游泳池吗？我的电话 13912345678", "zh") == first
    await questions.unanswered("Is there a swimming pool?", "en")
    _, told = await house.own("GET", f"{OPEN}?state=open")
    assert [(row["count"], row["lang"]) for row in told["questions"]] == [(1, "en"), (2, "zh")]
    assert "13800138000" not in str(told)
    assert told["counts"] == {"open": 2}
    made = await teach(house, "园区没有游泳池。")
    path = f"{OPEN}/{first}"
    status, told = await house.own("PATCH", path, json={"state": "answered", "document": "none"})
    assert (status, told["details"][0]["code"]) == (422, "document_unknown")
    settled = {"state": "answered", "document": made["id"]}
    status, told = await house.own("PATCH", path, json=settled)
    assert (status, told["state"], told["document"]) == (200, "answered", made["id"])
    assert (await house.own("GET", f"{OPEN}?state=answered"))[1]["questions"][0]["id"] == first
    assert (await house.own("PATCH", f"{OPEN}/q_none", json={"state": "open"}))[0] == 404
