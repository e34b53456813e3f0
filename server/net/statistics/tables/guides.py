"""Tables of what guides know and of talks with them."""

from __future__ import annotations

from typing import Final

from server.net.statistics.tables.cells import Column
from server.net.statistics.tables.table import Table

LANGS: Final = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}
KINDS: Final = {
    "document": ("资料", "document"),
    "policy": ("政策", "policy"),
    "exhibit": ("展品", "exhibit"),
    "company": ("企业", "company"),
    "unit": ("可租空间", "space to let"),
    "park": ("园区", "park"),
}
SEEN_BY: Final = {
    "public": ("公开", "public"),
    "investors": ("投资人与企业", "investors"),
    "staff": ("仅员工", "staff"),
}
STATES: Final = {
    "open": ("待处理", "open"),
    "answered": ("已补充资料", "answered"),
    "dismissed": ("已忽略", "dismissed"),
}

KNOWLEDGE: Final = Table(
    *("knowledge", "讲解资料", "Knowledge of guides", "/knowledge", "documents"),
    (
        Column("title", "标题", "Title"),
        Column("kind", "类型", "Kind", says=KINDS),
        Column("lang", "语言", "Language", says=LANGS),
        Column("visibility", "可见范围", "Seen by", says=SEEN_BY),
        Column("valid_from", "生效日期", "From"),
        Column("valid_until", "有效期至", "Until"),
        Column("regions", "适用地区", "Regions"),
        Column("source", "来源文件", "File"),
        Column("version", "版本", "Version", "number"),
        Column("characters", "字数", "Characters", "number"),
        Column("passages", "段落", "Passages", "number"),
        Column("author_name", "修改人", "Changed by"),
        Column("at", "修改时间", "Changed", "moment"),
        Column("id", "编号", "Id"),
    ),
    paged=True,
)
DIALOGUES: Final = Table(
    *("dialogues", "讲解对话", "Talks with guides", "/dialogues", "dialogues"),
    (
        Column("began", "开始", "Begun", "moment"),
        Column("last", "最后提问", "Last question", "moment"),
        Column("first", "首个问题", "First question"),
        Column("persona", "角色", "Persona"),
        Column("hall", "展厅", "Hall"),
        Column("lang", "语言", "Language", says=LANGS),
        Column("turns", "提问数", "Questions", "number"),
        Column("unknown", "未能回答", "Not answered", "number"),
        Column("rating", "评价合计", "Thumbs", "number"),
        Column("handed", "转人工", "Human asked for"),
        Column("taken_name", "接待人", "Taken by"),
        Column("id", "编号", "Id"),
    ),
    paged=True,
)
QUESTIONS: Final = Table(
    *("open_questions", "未答问题", "Open questions", "/open-questions", "questions"),
    (
        Column("question", "问题", "Question"),
        Column("lang", "语言", "Language", says=LANGS),
        Column("count", "次数", "Times asked", "number"),
        Column("state", "状态", "State", says=STATES),
        Column("document", "补充的资料", "Answered by"),
        Column("settler_name", "处理人", "Settled by"),
        Column("first", "首次提问", "First asked", "moment"),
        Column("last", "最近提问", "Last asked", "moment"),
    ),
    paged=True,
)
# Answers are left out: text that a machine has made leaves the park with its label alone.
TESTS: Final = Table(
    *("guide_tests", "问答测试", "Tests of guides", "/guide-tests", "tests"),
    (
        Column("question", "问题", "Question"),
        Column("lang", "语言", "Language", says=LANGS),
        Column("sources", "应依据的资料", "Sources"),
        Column("facts", "应包含的事实", "Facts"),
        Column("last.passed", "通过", "Passed"),
        Column("last.reasons", "未通过原因", "Reasons"),
        Column("last.at", "测试时间", "Run", "moment"),
    ),
)
GUIDES: Final = (KNOWLEDGE, DIALOGUES, QUESTIONS, TESTS)
