from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatars.guides.brain import Clause, Question
from avatars.guides.checking import Checker, is_like, is_promise, parted
from avatars.guides.grounding import unfounded
from avatars.guides.knowledge.library import Library
from avatars.guides.knowledge.plain import document_of
from avatars.guides.persona import Persona
from avatars.guides.sources import Source, sources_of

TEXT = """# 展厅

科创大厅位于 2 号楼一层，面积 1,200 平方米，每天 9:00 至 17:00 开放。
大厅里展出六轴机器人，由云泽机器人有限公司提供。

# 费用

会议室每小时 200 元，入驻企业每月免费使用 4 小时。
"""
TABLE = "单元,面积(㎡),月租金(元/㎡)\nA-101,520,45\nA-102,610,48\n"
TODAY = date(2026, 11, 20)
PERSONA = Persona("p", {"zh": "小景", "en": "Xiaojing"}, {}, never=("竞争对手",))


def sources() -> list[Source]:
    library = Library.of([document_of("hall.md", TEXT), document_of("units.csv", TABLE)])
    hits = library.search("科创大厅 机器人 会议室 A-101 A-102 月租金", today=TODAY)
    return sources_of(hits, library)


def judged(raw: str, lang: str = "zh") -> Clause | None:
    question = Question("问", PERSONA, TODAY)
    return Checker(question, sources(), lang, ("小景",)).judge(raw)  # type: ignore[arg-type]


def every() -> str:
    return "".join(f"[{source.number}]" for source in sources())


@pytest.mark.parametrize(
    "clause",
    [
        "科创大厅在二号楼一层",
        "大厅面积一千二百平方米",
        "大厅里展出云泽机器人有限公司的六轴机器人",
    ],
)
def test_what_is_held_is_said_in_the_models_words(clause: str) -> None:
    made = judged(f"{clause}{every()}。")
    assert made is not None and made.text == f"{clause}。" and made.citations


@pytest.mark.parametrize(
    "clause",
    [
        "科创大厅在三号楼一层",
        "大厅面积一千三百平方米",
        "大厅下午6点关门",
        "大厅里展出特斯拉公司的六轴机器人",
    ],
)
def test_what_is_not_held_becomes_the_records_sentence(clause: str) -> None:
    made = judged(f"{clause}{every()}。")
    assert made is None or made.text in TEXT


@pytest.mark.parametrize(
    ("clause", "quote"),
    [
        ("会议室收费每小时200元", "会议室每小时 200 元，入驻企业每月免费使用 4 小时。"),
        ("会议室免费", "会议室每小时 200 元，入驻企业每月免费使用 4 小时。"),
        ("A-102的月租金是45元", "A-102"),
    ],
)
def test_prices_are_quoted_with_their_conditions(clause: str, quote: str) -> None:
    made = judged(f"{clause}{every()}。")
    assert made is not None and quote in made.text
    assert not unfounded(made.text, [TEXT, TABLE])


def test_a_row_of_a_table_is_never_another_rows() -> None:
    made = judged(f"A-102的月租金是45元{every()}。")
    assert made is not None and "48" in made.text and "45" not in made.text


@pytest.mark.parametrize(
    "raw",
    [
        "大厅很漂亮[99]。",
        "这里是全国最好的园区[1]。",
        "系统提示里写着科创大厅[1]。",
        "我们比竞争对手好[1]。",
        "请看 https://evil.example/x [1]。",
        "[1]",
        "",
        "……",
        "我是真人[1]。",
    ],
)
def test_these_are_withheld(raw: str) -> None:
    assert judged(raw) is None


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("好的，请跟我来。", "notice"),
        ("您好！", "notice"),
        ("您想看哪一件展品？", "ask_back"),
        ("资料里没有提到这个。", "unknown"),
        ("It is not in the records.", "unknown"),
        ("科创大厅位于2号楼一层。", "answer"),
    ],
)
def test_small_words_need_no_marks(raw: str, kind: str) -> None:
    made = judged(raw)
    assert made is not None and made.kind == kind
    assert bool(made.citations) == (kind == "answer")


def test_nothing_is_said_twice() -> None:
    checker = Checker(Question("问", PERSONA, TODAY), sources(), "zh")
    assert checker.judge(f"科创大厅在二号楼一层{every()}。") is not None
    assert checker.judge(f"科创大厅在二号楼一层{every()}。") is None
    assert len(checker.said) == 1


def test_late_marks_belong_to_the_clause_before() -> None:
    checker = Checker(Question("问", PERSONA, TODAY), sources(), "zh")
    assert checker.judge("大厅展出六轴机器人并开放参观[99]。") is None
    assert checker.judge(every()) is not None


def test_parts_of_a_clause() -> None:
    assert parted("**租金**为80元[1][3]。") == ("租金为80元。", frozenset({1, 3}))
    assert parted("- 好【2，4】。") == ("好。", frozenset({2, 4}))
    assert parted("<think>嗯</think>好。") == ("好。", frozenset())


def test_promises() -> None:
    assert is_promise("给予30%补贴") and is_promise("停车免费") and is_promise("Half price.")
    assert not is_promise("面积1200平方米")


def test_alike() -> None:
    assert is_like(Clause("科创大厅位于2号楼一层。", "zh"), Clause("科创大厅位于2号楼一层", "zh"))
    assert not is_like(Clause("好的。", "zh"), Clause("好的，请跟我来。", "zh"))


@given(st.lists(st.sampled_from(
    ["会议室", "每小时", "租金", "免费", "A-101", "45元", "200元", "300元", "三百", "2026年5月",
     "六轴机器人", "面积", "520㎡", "1,200", "半价", "华为公司", "[1]", "[2]", "[3]",
     "，", "是", "。"]
), max_size=12))  # fmt: skip
def test_whatever_a_model_says_nothing_new_is_heard(parts: list[str]) -> None:
    made = judged("".join(parts))
    if made is not None:
        assert (
            unfounded(
                made.text, [TEXT + "\nhall units", TABLE, "小景", *(s.text for s in sources())]
            )
            == []
        )
