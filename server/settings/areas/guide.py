"""Guides: brains, voices, limits."""

from __future__ import annotations

from typing import Final

from server.settings.areas.guide_models import GUIDE_MODELS
from server.settings.readers import whole
from server.settings.row import Setting

GUIDE: Final[tuple[Setting, ...]] = (
    Setting(
        "guide_questions_per_minute",
        whole(1, 600),
        12,
        "每位访客每分钟最多向讲解员提问的次数",
        "questions that one visitor may ask guides in a minute",
    ),
    Setting(
        "guide_questions_per_day",
        whole(1, 100_000),
        300,
        "每位访客每天最多向讲解员提问的次数",
        "questions that one visitor may ask guides in a day",
    ),
    Setting(
        "guide_answers_at_once",
        whole(1, 10_000),
        64,
        "全园区同时进行的讲解回答数",
        "answers of guides under way at the same time in the whole park",
    ),
    Setting(
        "guide_tokens_per_day",
        whole(0, 10**10),
        2_000_000,
        "每天最多使用的语言模型词元数（超过后只按资料作答；0 为不限）",
        "tokens of the language model in a day; beyond it guides answer from records alone (0: no"
        " limit)",
    ),
    Setting(
        "guide_days",
        whole(1, 3650),
        90,
        "讲解对话保留天数（自最后一次提问起，到期自动删除）",
        "days for which a talk with a guide is kept after its last question; it is deleted then",
        live=True,
    ),
    *GUIDE_MODELS,
)
