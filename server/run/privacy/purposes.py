"""What people are asked to agree to, each apart from the others (PIPL articles 14, 23, 29, 39)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from server.run.privacy.words import Words


class Purpose(NamedTuple):
    """``apart``: the law asks for a consent of its own, never bundled with another."""

    words: Words
    apart: bool = False


PURPOSES: Final[Mapping[str, Purpose]] = {
    "terms": Purpose(Words("服务条款与隐私政策", "Terms and privacy policy")),
    "statistics": Purpose(Words("参观统计", "Visit statistics")),
    "contact": Purpose(Words("留下联系方式", "Leaving a contact")),
    "notices": Purpose(Words("接收活动通知", "Receiving news of events")),
    "residence": Purpose(
        Words("办理企业入驻申请", "Handling an application for residence"), apart=True
    ),
    "sensitive": Purpose(Words("处理敏感个人信息", "Handling sensitive personal data"), apart=True),
    "sharing": Purpose(
        Words("向其他处理者提供个人信息", "Passing personal data on to others"), apart=True
    ),
    "abroad": Purpose(Words("向境外提供个人信息", "Sending personal data abroad"), apart=True),
}
