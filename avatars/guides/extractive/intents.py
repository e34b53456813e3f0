"""What a visitor wants done rather than told: walk there, take it apart, open a form, a human."""

# ruff: noqa: E501 - patterns are read as one line
from __future__ import annotations

import re
from typing import Final

from avatars.guides.brain import ActionCall, Clause, Piece, Question, Sight
from avatars.guides.extractive.words import words
from avatars.guides.knowledge.concepts import lexicon
from avatars.guides.knowledge.fold import folded
from avatars.guides.knowledge.terms import Terms, terms

_RULES: Final = tuple(
    (action, re.compile(pattern))
    for action, pattern in (
        ("call_staff", r"转人工|人工(?:客服|服务)?$|(?:找|叫|请|要|换)(?:个|一个|一位|位)?(?:真人|人工|工作人员|客服|你们的人)|(?:talk|speak) (?:to|with) (?:a |an |some)?(?:human|person|real person|staff|someone|somebody|agent|officer)|\b(?:call|get|fetch|find) (?:me )?(?:a |some)?(?:human|staff|person|someone)|real person please|human please"),
        ("book_visit", r"(?:我|我们|想|要|帮我|帮我们)[^?？吗]{0,8}预约(?:参观|看房|来访|考察)|^预约(?:参观|看房|来访|考察)$|(?:book|schedule|arrange) (?:me |us )?(?:a |an )?(?:site )?(?:visit|tour|viewing)\b(?!\?)"),
        ("prefill_registration", r"(?:我|我们|公司|我司)(?:公司|企业)?(?:想|要|打算|希望)(?:要|申请|办理)?(?:入驻|入园|搬进来|搬进园区)|^(?:我要|申请|办理)?入驻(?:申请)?$|(?:开始|填写?)(?:入驻|登记)(?:申请|表)|(?:i|we|my company|our company) (?:want|wants|would like|'d like|wish|wishes) to (?:register|move in|join the park|apply for residency)|start (?:a |the |my )?registration"),
        ("offer_lead_form", r"(?:留|登记)(?:个|一个|一下|下)?(?:我的)?(?:联系方式|电话|资料|名片)|联系我|给我回电|(?:leave|give you) (?:you )?(?:my|our|a) (?:contact|details|number|phone|card|email)|contact me|call me back|get back to me"),
        ("lead_to", r"(?:带|领|陪)(?:我|我们|大家)?(?:去|到|过去|看)|领路|带路|(?:take|lead|bring|walk|guide) (?:me|us) (?:to|there|over)|show (?:me|us) the way"),
        ("explode_exhibit", r"(?:拆开|拆解|爆炸图|分解|打散|拆一下|拆分)(?!政策)|(?:装回|合上|合起来|组装回|复原|还原|装起来)|(?:take|took|taken|taking) (?:it |this |that |the \w+(?: \w+)? )?apart|\bapart\b|\bexplode|exploded view|disassemble|put (?:it|this|that|the \w+(?: \w+)?) (?:back )?together|reassemble"),
        ("play_animation", r"(?:播放|演示|转动|动起来|运转|启动)(?:一下|下|动画|看看)?|play (?:the |its )?animation|(?:make|let) it (?:run|move|turn|spin)|set it in motion"),
        ("set_variant", r"(?:换成|换个|切换|改成|变成|切换到|换)(?:一下|成|到)?|(?:switch|change) (?:it |the \w+ )?(?:to|into)|show (?:me )?(?:it in|the) \w+ (?:variant|version|colour|color)"),
        ("point_at", r"指(?:给|一下|指)|(?:指|点)出来|point (?:at|to|out)|\bpoint it out"),
        ("go_to", r"(?:走|去|到)(?:到|那|那边|过去)?.{0,16}(?:那里|那边|旁边|前面|跟前)去?$|走过去|过去看看|(?:go|walk) (?:over )?(?:to|there)\b"),
        ("show_exhibit", r"(?:展示|介绍|看看|看一下|看下|让我看|给我看|讲讲|讲一下|介绍一下)|show (?:me|us)|present|introduce|let me see|look at"),
    )
)  # fmt: skip
_ASKS: Final = re.compile(
    r"多少|几|什么|怎么|如何|哪|吗|为什么|谁|多[大高长重远久快]|\bwhat|\bhow|\bwhich|\bwhere|\bwhen|\bwhy|\bwho|\bis\b|\bdoes\b|\bdo\b|\bcan i\b"
)
_TOGETHER: Final = re.compile(r"装回|合上|合起来|组装|复原|还原|装起来|together|reassemble")
_THIS: Final = re.compile(r"这个|这台|这件|这里|它|那个|那台|那件|\bit\b|\bthis\b|\bthat\b")
_ON_NODES: Final = frozenset(
    {"lead_to", "go_to", "point_at", "show_exhibit", "explode_exhibit", "set_variant"}
    | {"play_animation"}
)
_FORMS: Final = {
    "call_staff": "calling", "book_visit": "opening", "prefill_registration": "opening",
    "offer_lead_form": "opening", "lead_to": "leading", "go_to": "leading",
}  # fmt: skip


def pieces(question: Question) -> list[Piece]:
    """What to do about a question, with a word beforehand; empty when nothing is to be done.

    One sentence may hold several wishes; they are done in the order in which they are said.
    """
    plain = folded(question.text)
    lang = question.lang or "zh"
    if _CODED.search(plain):
        return []
    calls = [
        call for action, _ in _wishes(plain, question) for call in _call(action, plain, question)
    ]
    if not calls:
        return []
    said = words(_FORMS.get(calls[0].name, "doing"), lang)
    numbered = [ActionCall(call.name, call.args, f"a{n}") for n, call in enumerate(calls, 1)]
    return [Clause(said, lang, "notice"), *numbered]


_CODED: Final = re.compile(
    r"[a-z]+_[a-z]+|node\s*[=:]|[{<\[]\s*[\"/a-z]|(?:系统|system|tool|assistant)\s*[:：]"
)
"""Words that only programs use: nobody says the name of an action to a guide."""
_WEAK: Final = frozenset({"go_to", "show_exhibit", "play_animation", "set_variant"})
MOST: Final = 4


def _wishes(plain: str, question: Question) -> list[tuple[str, int]]:
    found = [
        (action, match.start())
        for action, rule in _RULES
        if action in question.actions and (match := rule.search(plain))
    ]
    strong = [each for each in found if each[0] not in _WEAK]
    return sorted(strong or found[:1], key=lambda each: each[1])[:MOST]


def asks_too(text: str) -> bool:
    """Whether a question wants something told as well."""
    return bool(_ASKS.search(folded(text)))


def _call(action: str, plain: str, question: Question) -> list[ActionCall]:
    if action not in _ON_NODES:
        return [ActionCall(action, {})]
    sight = seen(plain, question.near)
    if sight is None:
        return []
    args: dict[str, object] = {"node": sight.node}
    if action == "explode_exhibit":
        if not sight.can_explode:
            return []
        args["amount"] = 0.0 if _TOGETHER.search(plain) else 1.0
    if action in ("set_variant", "play_animation"):
        choices = sight.variants if action == "set_variant" else sight.animations
        chosen = _chosen(plain, choices)
        if chosen is None:
            return []
        args["variant" if action == "set_variant" else "animation"] = chosen
    return [ActionCall(action, args)]


def _chosen(plain: str, choices: tuple[str, ...]) -> str | None:
    named = [choice for choice in choices if folded(choice) in plain]
    if named:
        return max(named, key=len)
    return choices[0] if len(choices) == 1 else None


def seen(plain: str, near: tuple[Sight, ...]) -> Sight | None:
    """The thing in sight that a folded text means; the nearest one for "this"; else None."""
    asked = _tokens(terms(plain))
    own = [
        frozenset().union(*(_name_tokens(name) for name in each.names.values())) for each in near
    ]
    scores = []
    for n, tokens in enumerate(own):
        shared = tokens & asked
        weight = sum(1 / sum(token in other for other in own) for token in shared)
        scores.append((weight if len(shared) >= 1 else 0.0, -n))
    best = max(scores, default=(0.0, 0))
    if best[0] >= 0.5:
        return near[-best[1]]
    things = [each for each in near if each.kind == "exhibit"] or list(near)
    return things[0] if things and _THIS.search(plain) else None


_BRACKETS: Final = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")


def _name_tokens(name: str) -> frozenset[str]:
    return _tokens(terms(_BRACKETS.sub(" ", name)))


def _tokens(found: Terms) -> frozenset[str]:
    """What a name may be known by: pairs of ideographs, words, codes, concepts that say much."""
    table = lexicon()
    strong = {f"#{key}" for key in found.concepts if not table.concepts[key].weak}
    said = {root for root in found.words if root not in table.stops | table.light}
    return frozenset({*found.grams, *found.codes, *strong, *(w for w in said if len(w) > 2)})
