"""Why a guide's answer ended, and why a guide does not do something: the codes of ``turn`` and
``act``, with their words in Chinese and English.

A code never changes its meaning.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Reason(NamedTuple):
    """The words of one code."""

    zh: str
    en: str


ENDS: Final[dict[str, Reason]] = {
    "addressee_left": Reason("提问的人已离开", "Whoever asked has left"),
    "muted": Reason("提问的人已被禁言", "Whoever asked has been muted"),
    "turn_long": Reason("回答太久，已停止", "The answer took too long and was stopped"),
    "guide_unknown": Reason("讲解员已不在这里", "The guide is not here any more"),
    "dialogue_unknown": Reason("这段对话已结束或删除", "The dialogue is over or deleted"),
    "guide_failed": Reason(
        "讲解员暂时答不上来，请再问一次", "The guide could not answer; ask once more"
    ),
    "staff_late": Reason(
        "同事暂时没有回复，请稍候或留下联系方式",
        "No colleague has answered yet; wait a little or leave a contact",
    ),
}
"""``turn.code``, of an answer that was ``stopped`` or has ``failed``. Empty: it was interrupted."""

REFUSALS: Final[dict[str, Reason]] = {
    "action_unknown": Reason("讲解员不会这个动作", "No guide can do that"),
    "bad_arguments": Reason("动作的参数缺少或不对", "An argument is missing or not of its kind"),
    "no_such_node": Reason("园区里没有这样东西", "There is no such thing"),
    "other_hall": Reason("它在另一个展厅", "It is in another hall"),
    "not_an_exhibit": Reason("这不是展品", "This is no exhibit"),
    "cannot_explode": Reason("这件展品不能拆解", "This exhibit cannot be taken apart"),
    "no_such_variant": Reason("这件展品没有这种款式", "The exhibit has no such variant"),
    "no_such_clip": Reason("这件展品没有这段动画", "The exhibit has no such animation"),
    "unreachable": Reason("走不到那里", "There is no way to it"),
    "forbidden": Reason(
        "提问的人不能操作展品或已被禁言",
        "Whoever asked may not touch exhibits, or has been muted",
    ),
    "guide_busy": Reason(
        "讲解员正在回答别人，悄悄问时不走动",
        "The guide is answering somebody else and does nothing for a whisper",
    ),
    "too_many_actions": Reason("一次回答里的动作太多", "One answer may not have more actions"),
    "not_on_pages": Reason(
        "这个动作只在展厅里有", "This can be done in a hall only, not on a page"
    ),
}
"""``act.code``, of an action that was ``refused``."""
