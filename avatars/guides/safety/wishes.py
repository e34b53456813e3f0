"""Which actions a visitor's own words ask for: no record can make a model act.

A model may look at and point at what is being spoken of. What changes the scene needs a verb for it
and the thing's name in the question; forms and humans are for the records' own brain to read, whose
calls come in as ``read``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from avatars.guides.brain import Question, Sight
from avatars.guides.knowledge.fold import folded
from avatars.guides.safety.injection import is_instruction

GESTURES: Final = frozenset({"look_at", "point_at", "show_exhibit"})
"""Actions that go with words about a thing."""
ASKED: Final[Mapping[str, re.Pattern[str]]] = {
    "go_to": re.compile(r"[去到走]|\bgo\b|walk|come"),
    "lead_to": re.compile(r"[带领去到走]|在哪|\b(?:take|lead|bring|guide|show|where|way)\b"),
    "explode_exhibit": re.compile(
        r"拆|爆炸|分解|打散|内部|里面|结构|装回|合上|复原|还原|apart|explod|inside|disassembl|together"
    ),
    "set_variant": re.compile(
        r"换|切换|变|版本|款|颜色|配置|variant|version|colou?r|switch|change"
    ),
    "play_animation": re.compile(
        r"播放|演示|转|动|运行|启动|工作|怎么用|play|run|move|work|anim|start|demo"
    ),
}
"""Verbs for what is done with a thing in sight."""
_THIS: Final = re.compile(
    r"[这那](?=[个台件款里边是])|它(?!的)|\bit\b"
    r"|\b(?:this|that)(?:\s+(?:one|machine|exhibit|model|thing|robot))?"
    r"(?=\s*(?:[,.?!]|$|apart|open|move|run|work|weigh|for\b|to\b|please))"
)
"""What stands for the thing before one's eyes."""


def is_wished(
    name: str,
    args: Mapping[str, Any],
    question: Question,
    said: Sequence[str],
    read: Collection[str] = (),
) -> bool:
    """Whether a call fits what the visitor said.

    ``said``: clauses of this answer so far. ``read``: names of the actions that the records' own
    brain reads out of the question.
    """
    if name not in question.actions or is_instruction(question.text):
        return False
    if name in read:
        return True
    sight = next((s for s in question.near if s.node == args.get("node")), None)
    if sight is None:
        return False
    own = folded(question.text)
    if name in GESTURES:
        return _is_spoken_of(sight, question, [own, *map(folded, said)])
    rule = ASKED.get(name)
    return rule is not None and bool(rule.search(own)) and _is_spoken_of(sight, question, [own])


def _is_spoken_of(sight: Sight, question: Question, texts: Sequence[str]) -> bool:
    names = [folded(name).strip() for name in sight.names.values()]
    if any(len(name) >= 2 and name in text for name in names for text in texts):
        return True
    nearest = next((s for s in question.near if s.kind == "exhibit"), None)
    return nearest == sight and _THIS.search(folded(question.text)) is not None
