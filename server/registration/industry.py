"""What a company does: the divisions of GB/T 4754-2017, and how one finds one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from server.registration.industry_table import DIVISION_ROWS, SECTION_ROWS
from server.registration.restricted import restricted
from server.registration.script import simplified

__all__ = ["DIVISIONS", "SECTIONS", "Division", "Section", "found", "is_business", "restricted"]


class Section(NamedTuple):
    """A section (门类): a letter, and its titles."""

    code: str
    zh: str
    en: str


class Division(NamedTuple):
    """A division (大类): two digits, the section it lies in, its titles."""

    code: str
    section: str
    zh: str
    en: str


SECTIONS: Final[Mapping[str, Section]] = {row[0]: Section(*row) for row in SECTION_ROWS}
DIVISIONS: Final[Mapping[str, Division]] = {row[0]: Division(*row) for row in DIVISION_ROWS}
NO_BUSINESS: Final = frozenset("ST")
"""Sections of the State, of associations and of international bodies: no firm is in them."""
EVERYDAY: Final[Mapping[str, str]] = {
    "65": "软件 开发 人工智能 大数据 云计算 系统集成 芯片设计 集成电路设计 游戏 动漫 AI app SaaS",
    "64": "平台 网站 电商平台 搜索 互联网",
    "63": "通信 卫星 广播",
    "39": "芯片 半导体 手机 显示屏 无人机电子 VR AR XR 传感器",
    "34": "机床 机器人 轴承 泵 阀 压缩机 齿轮",
    "35": "医疗器械 光刻 半导体设备 模具 环保设备 机器人",
    "37": "无人机 飞机 高铁 卫星制造 船 自行车",
    "38": "电池 锂电 光伏 电机 家电 充电桩 储能",
    "36": "新能源车 电动车 零部件 汽车",
    "27": "药 疫苗 生物 制药",
    "51": "贸易 外贸 进出口 经销 供应链",
    "52": "网店 商店 超市 电商 电子商务 直播带货",
    "58": "货代 物流 货运代理",
    "59": "仓库 冷链 物流",
    "60": "快递",
    "72": "咨询 广告 会展 人力 法律 会计 代理记账 知识产权 公关 旅行社",
    "73": "研发 实验 科研",
    "74": "设计 检测 测绘 工程 勘察 质检 摄影",
    "75": "技术转让 技术推广 孵化 众创",
    "77": "环保 污水 固废",
    "71": "出租 设备租赁 融资租赁",
    "70": "物业 中介 房产",
    "88": "演出 艺术 文创 展览",
    "87": "影视 短视频 电影 录音 直播",
    "62": "餐厅 咖啡 奶茶 外卖 饭店",
    "61": "酒店 宾馆 民宿",
    "83": "培训 学校 辅导",
    "84": "诊所 医院 体检",
    "50": "装修 装饰",
}
"""Words that people use for what the standard calls otherwise."""


def is_business(division: str) -> bool:
    """Whether firms are in a division at all."""
    return division in DIVISIONS and DIVISIONS[division].section not in NO_BUSINESS


def found(words: str) -> list[Division]:
    """The divisions that hold every word in a title, a section's, or an everyday name."""
    asked = simplified(words[:80]).casefold().split()
    return [each for each in DIVISIONS.values() if all(word in _said_of(each) for word in asked)]


def _said_of(division: Division) -> str:
    section = SECTIONS[division.section]
    said = (*division, section.zh, section.en, EVERYDAY.get(division.code, ""))
    return " ".join(said).casefold()
