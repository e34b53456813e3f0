"""An application form that is filled in as it should be."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

TODAY: Final = date(2026, 11, 20)


def filled(**other: Any) -> dict[str, Any]:
    """Every answer, with some of them otherwise; None takes one out."""
    values: dict[str, Any] = {
        "case": "existing",
        "credit_code": "9144 0300-1922 0382 16",
        "name": "苏州智行机器人有限公司",
        "name_en": "Suzhou Zhixing Robotics Co., Ltd.",
        "legal_form": "limited",
        "industry": "65",
        "scope": "软件开发；工业机器人销售",
        "capital": "100万元",
        "established": "2019年4月18日",
        "registered_address": "江苏省苏州市吴中区灵岩路 1 号",
        "legal_rep": "张小灵",
        "id_kind": "resident_id",
        "id_number": "11010519491231002x",
        "contact_name": "李小境",
        "phone": "138 0013 8000",
        "email": "contact@Example.com",
        "wants_booth": True,
        "brief": "面向中小工厂的协作机器人。",
        "website": "https://www.example.com/robots?a=1",
        "consent_truth": True,
        "consent_privacy": True,
        "consent_identity": True,
    }
    values.update(other)
    return {name: value for name, value in values.items() if value is not None}


def new_firm(**other: Any) -> dict[str, Any]:
    """The same of a firm that is still to be founded."""
    gone = {"credit_code": None, "established": None, "registered_address": None}
    return filled(case="new_firm", **{**gone, **other})
