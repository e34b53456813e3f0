"""Units and their sizes: two quantities are the same only when they are exactly equal."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final, NamedTuple


class Unit(NamedTuple):
    """What is measured and how much of the base unit one of it is.

    ``dimension`` begins with ``#`` for things that are counted.
    """

    dimension: str
    size: Fraction = Fraction(1)


def _units(dimension: str, size: Fraction | int, words: str) -> dict[str, Unit]:
    return {word.replace("_", " "): Unit(dimension, Fraction(size)) for word in words.split()}


_F: Final = Fraction
UNITS: Final[dict[str, Unit]] = {
    **_units("CNY", 1, "元 块 块钱 元整 人民币 yuan rmb cny ¥ 圆"),
    **_units("CNY", _F(1, 10), "角 毛"),
    **_units("USD", 1, "美元 dollars dollar usd $ us$ 美金"),
    **_units("EUR", 1, "欧元 euros euro eur €"),
    **_units("HKD", 1, "港元 港币 hkd hk$"),
    **_units("JPY", 1, "日元 jpy"),
    **_units("%", _F(1, 100), "% percent per_cent pct 个百分点 percentage_points"),
    **_units("%", _F(1, 10), "成"),
    **_units("off", _F(1, 10), "折"),
    **_units(
        "m2",
        1,
        "m2 平方米 平米 平方 square_metres square_meters square_metre square_meter sqm sq_m",
    ),
    **_units("m2", _F(2000, 3), "亩 mu"),
    **_units("m2", 10_000, "公顷 hectares hectare ha"),
    **_units("m2", 10**6, "km2 平方公里 平方千米 square_kilometres square_kilometers"),
    **_units("m2", _F(9290304, 10**8), "平方英尺 square_feet sq_ft sqft"),
    **_units("m3", 1, "m3 立方米 方 cubic_metres cubic_meters"),
    **_units("m3", _F(1, 1000), "升 litres liters"),
    **_units("m", _F(1, 1000), "mm 毫米 millimetres millimeters"),
    **_units("m", _F(1, 100), "cm 厘米 公分 centimetres centimeters"),
    **_units("m", 1, "m 米 metres meters metre meter"),
    **_units("m", 1000, "km 公里 千米 kilometres kilometers kilometre kilometer"),
    **_units("m", 500, "里地 华里"),
    **_units("m", _F(3048, 10000), "英尺 feet foot ft"),
    **_units("kg", _F(1, 1000), "g 克 grams"),
    **_units("kg", 1, "kg 公斤 千克 kilograms kilogram"),
    **_units("kg", _F(1, 2), "斤"),
    **_units("kg", 1000, "t 吨 tonnes tonne tons ton"),
    **_units("W", 1, "w 瓦 watts"),
    **_units("W", 1000, "kw 千瓦 kilowatts kilowatt"),
    **_units("W", 10**6, "mw 兆瓦 megawatts"),
    **_units("VA", 1000, "kva 千伏安 kilovolt-amperes"),
    **_units("VA", 10**6, "mva 兆伏安"),
    **_units("V", 1, "v 伏 伏特 volts"),
    **_units("V", 1000, "kv 千伏 kilovolts"),
    **_units("A", 1, "安培 amps amperes"),
    **_units("Wh", 1000, "kwh 千瓦时 度电 kilowatt-hours"),
    **_units("Pa", 1000, "kn/m2 kpa 千帕 千牛/m2 千牛/平方米"),
    **_units("Pa", 10**6, "mpa 兆帕"),
    **_units("N", 1000, "kn 千牛"),
    **_units("kg/m2", 1, "kg/m2 公斤/平方米 千克/平方米 公斤/m2 kg/平方米"),
    **_units("kg/m2", 1000, "t/m2 吨/平方米 吨/m2"),
    **_units("Pa", 1, "牛/平方米 牛/m2 n/m2 帕"),
    **_units("N", 1, "牛"),
    **_units("VA", 1, "伏安"),
    **_units("Wh", 1, "瓦时"),
    **_units("kg/m2", _F(1, 1000), "克/平方米 克/m2"),
    **_units("degC", 1, "℃ °c 摄氏度 degrees_celsius"),
    **_units("dB", 1, "db 分贝 decibels"),
    **_units("Hz", 1, "hz 赫兹"),
    **_units("Hz", 10**9, "ghz"),
    **_units("bit/s", 10**6, "mbps mbit/s 兆带宽"),
    **_units("bit/s", 10**9, "gbps gbit/s"),
    **_units("s", 1, "秒 秒钟 seconds second"),
    **_units("s", 60, "分钟 minutes minute mins min"),
    **_units("s", 3600, "小时 个小时 钟头 hours hour"),
    **_units("s", 86_400, "天 日 days day 个自然日 自然日"),
    **_units("s", 604_800, "周 星期 个星期 weeks week"),
    **_units("month", 1, "月 个月 months month"),
    **_units("month", 3, "季度 个季度 quarters quarter"),
    **_units("month", 12, "年 years year 周年"),
    **_units(
        "workday", 1, "工作日 个工作日 working_days working_day business_days business_day workdays"
    ),
    **_units(
        "#people", 1, "人 名 位 people persons person employees staff visitors seats 席 座位 个座位"
    ),
    **_units("#firm", 1, "家 户 companies company enterprises enterprise firms firm tenants"),
    **_units("#floor", 1, "层 楼 floors floor storeys stories storey"),
    **_units("#building", 1, "栋 幢 座 buildings building blocks"),
    **_units("#room", 1, "间 套 室 rooms room units unit suites"),
    **_units("#vehicle", 1, "辆 车位 个车位 parking_spaces spaces vehicles cars"),
    **_units("#machine", 1, "台 部 machines sets"),
    **_units("#time", 1, "次 回 趟 times"),
    **_units("#thing", 1, "个 种 项 类 件 条 份 份儿 张 款 只 片 处 批 篇 门 根 枚 支 块儿"),
    **_units("#line", 1, "号线 line lines"),
    **_units("#number", 1, "号 no."),
    **_units("#age", 1, "岁"),
    **_units("#grade", 1, "级 级别 grade level"),
    **_units("#dots", 1, "像素 pixels"),
}
"""Units in small letters, as they stand behind a number (a few before it)."""
WORDS: Final = sorted(UNITS, key=len, reverse=True)
_ASCII_END: Final = r"(?![a-z0-9])"


def _as_pattern(word: str) -> str:
    end = _ASCII_END if word[-1].isascii() and word[-1].isalnum() else ""
    return re.escape(word).replace(r"\ ", r"[ -]") + end


UNIT: Final = "|".join(_as_pattern(word) for word in WORDS)
"""A pattern for any unit, the longest first; for texts in small letters."""


def _words(text: str) -> list[str]:
    return [word.replace("_", " ") for word in text.split()]


PERIODS: Final = {
    **dict.fromkeys(_words("天 日 day"), "day"),
    **dict.fromkeys(_words("月 month"), "month"),
    **dict.fromkeys(_words("年 year annum"), "year"),
    **dict.fromkeys(_words("周 week"), "week"),
    **dict.fromkeys(_words("小时 时 hour"), "hour"),
    **dict.fromkeys(_words("季度 季 quarter"), "quarter"),
    **dict.fromkeys(_words("次 visit"), "time"),
}
PLACES: Final = {
    **dict.fromkeys(_words("m2 平方米 平米 平 square_metre square_meter sqm"), "m2"),
    **dict.fromkeys(_words("方 m3 立方米"), "m3"),
    **dict.fromkeys(_words("亩"), "mu"),
    **dict.fromkeys(_words("人 person"), "person"),
    **dict.fromkeys(_words("户 家"), "firm"),
    **dict.fromkeys(_words("kwh 度 千瓦时"), "kwh"),
    **dict.fromkeys(_words("吨 t"), "t"),
    **dict.fromkeys(_words("个"), "item"),
    **dict.fromkeys(_words("辆"), "vehicle"),
    **dict.fromkeys(_words("kw 千瓦"), "kw"),
    **dict.fromkeys(_words("kva"), "kva"),
    **dict.fromkeys(_words("间 套"), "room"),
    **dict.fromkeys(_words("层"), "floor"),
}
PER: Final[dict[str, str]] = {**PERIODS, **PLACES}
_PER_WORDS: Final = "|".join(re.escape(word) for word in sorted(PER, key=len, reverse=True))
RENT: Final = re.compile(r"([日月年])(?:租金?|薪|费)")
"""What a price is for, said in its name: 月租."""
PER_BEHIND: Final = re.compile(
    rf"\s?(?:/|·|每|per |an? )\s?(?:每)?(?:一)?({_PER_WORDS})(?![a-z0-9])"
)
"""What a price is for, behind it: ``/m2·天``."""
PER_BEFORE: Final = re.compile(rf"(?:每|一|/|per )\s?(?:一)?({_PER_WORDS})")


def unit_of(word: str) -> Unit | None:
    """The unit that a word is; None for any other word."""
    return UNITS.get(re.sub(r"[ -]", " ", word)) or UNITS.get(word)
