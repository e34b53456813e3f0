"""Which actions a visitor's own words ask for: no record can make a model act.

A model may look at and point at what is being spoken of. Whatever changes the scene or opens
something before the visitor must be in what the visitor said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from avatars.guides.brain import Question, Sight
from avatars.guides.knowledge.fold import folded

GESTURES: Final = frozenset({"look_at", "point_at", "show_exhibit"})
"""Actions that go with words about a thing."""
ASKED: Final[Mapping[str, re.Pattern[str]]] = {
    "go_to": re.compile(r"[去到走过]|\bgo\b|walk|come"),
    "lead_to": re.compile(r"[带领去到走]|在哪|\btake\b|lead|bring|guide|show|where|way"),
    "explode_exhibit": re.compile(
        r"拆|爆炸|分解|打散|内部|里面|结构|装回|合上|复原|还原|apart|explod|inside|disassembl|together"
    ),
    "set_variant": re.compile(
        r"换|切换|变|版本|款|颜色|配置|variant|version|colou?r|switch|change"
    ),
    "play_animation": re.compile(
        r"播放|演示|转|动|运行|启动|工作|怎么用|play|run|move|work|anim|start|demo"
    ),
    "open_page": re.compile(
        r"打开|页面|网页|链接|看看|查|名单|有哪些|入驻|预约|联系|隐私|招租|空置|open|page|list|link|show|regist|"
        r"contact|privacy|visit|unit|compan"
    ),
    "prefill_registration": re.compile(r"入驻|入园|申请|注册|登记|regist|apply|move in|join|resid"),
    "offer_lead_form": re.compile(
        r"联系|电话|回电|留|名片|合作|投资|意向|contact|call|reach|invest|interest|leave|touch"
    ),
    "book_visit": re.compile(r"参观|预约|看房|考察|来访|visit|tour|book|viewing|appointment"),
    "call_staff": re.compile(
        r"人工|真人|工作人员|客服|员工|负责人|帮忙|投诉|human|staff|person|somebody|someone|officer|agent|help|complain"
    ),
}


def is_wished(name: str, args: Mapping[str, Any], question: Question, said: Sequence[str]) -> bool:
    """Whether a call fits what the visitor said; ``said``: clauses of this answer so far."""
    if name not in question.actions:
        return False
    own = folded(question.text)
    if name in GESTURES:
        sight = next((s for s in question.near if s.node == args.get("node")), None)
        return sight is not None and _is_spoken_of(sight, question, [own, *map(folded, said)])
    rule = ASKED.get(name)
    return rule is not None and rule.search(own) is not None


def _is_spoken_of(sight: Sight, question: Question, texts: Sequence[str]) -> bool:
    names = [folded(name).strip() for name in sight.names.values()]
    if any(len(name) >= 2 and name in text for name in names for text in texts):
        return True
    near = bool(question.near) and question.near[0] == sight
    return near and re.search(r"这|那|它|\b(?:this|that|it)\b", folded(question.text)) is not None
