"""What the park has on record elsewhere, written as documents that guides can read.

Exhibits' cards, companies' cards, space to let, the park's own profile: a document in each
language, under ids such as ``exhibit/<id>`` and ``exhibit/<id>/en``. What is hidden from visitors
is left out, and each value is one line, so that nobody's name can look like a heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from avatars.guides.knowledge.document import Kind, Lang, Visibility
from server.promotion.plan import Plan
from server.promotion.units import STATUS_WORDS, USE_WORDS, Unit
from server.store.exhibit_records import StoredExhibit

LANGS: Final[tuple[Lang, ...]] = ("zh", "en")
WEEKDAYS: Final = {
    "zh": tuple(f"星期{day}" for day in "一二三四五六日"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_AT = {"zh": 0, "en": 1}


class Source(NamedTuple):
    """A record as a document: what is kept when it differs from what was kept last."""

    id: str
    title: str
    text: str
    lang: Lang
    kind: Kind
    visibility: Visibility = "public"


def exhibits(found: Iterable[StoredExhibit]) -> Iterator[Source]:
    """The cards of exhibits that are published."""
    for each in found:
        if each.published is None or each.data_class == "personal":
            continue
        sees: Visibility = "public" if each.data_class == "public" else "staff"
        for lang in LANGS:
            title = _said(each.title, lang) or each.id
            lines = _card(each.card, lang)
            id = _id("exhibit", each.id, lang)
            yield Source(id, title, _text(title, lines), lang, "exhibit", sees)


def _card(card: Mapping[str, Any], lang: Lang) -> list[str]:
    words = ("制造者：{}", "Maker: {}"), ("联系方式：{}", "Contact: {}")
    lines = [_said(card.get("text"), lang)]
    if maker := _said(card.get("maker"), lang):
        lines.append(words[0][_AT[lang]].format(maker))
    facts = [
        (_said(f.get("label"), lang), _said(f.get("value"), lang)) for f in card.get("facts", ())
    ]
    colon = "：" if lang == "zh" else ": "
    lines += ["\n".join(f"- {label}{colon}{value}" for label, value in facts if label and value)]
    if contact := _said(card.get("contact"), lang):
        lines.append(words[1][_AT[lang]].format(contact))
    return lines


class CompanyFacts(NamedTuple):
    """A company as its public card shows it; names by language."""

    id: str
    name: Mapping[str, str]
    brief: Mapping[str, str]
    industry: Mapping[str, str]
    website: str
    booth: Mapping[str, str] | None


def companies(found: Iterable[CompanyFacts]) -> Iterator[Source]:
    """The cards of companies that receive visitors."""
    for each in found:
        for lang in LANGS:
            zh, title = lang == "zh", _said(each.name, lang)
            lines = [_said(each.brief, lang)]
            if industry := _said(each.industry, lang):
                lines.append(f"所属行业：{industry}" if zh else f"Industry: {industry}")
            if each.booth is not None:
                booth = _said(each.booth, lang)
                lines.append(f"展位：{booth}" if zh else f"Booth: {booth}")
            if each.website:
                lines.append(f"网站：{each.website}" if zh else f"Website: {each.website}")
            lines.append("已入驻本园区。" if zh else "It is a resident of this park.")
            yield Source(_id("company", each.id, lang), title, _text(title, lines), lang, "company")


def units(found: Iterable[Unit], halls: Mapping[str, Mapping[str, str]]) -> Iterator[Source]:
    """Space to let, as it stands now; ``halls`` are their names."""
    for each in found:
        for lang in LANGS:
            title = f"{each.no} {each.name if lang == 'zh' else each.name_en or each.name}".strip()
            lines = _unit(each, lang, _said(halls.get(each.hall), lang))
            id = _id("unit", f"{each.hall}/{each.node}", lang)
            yield Source(id, title, _text(title, ["\n".join(lines)]), lang, "unit")


def _unit(unit: Unit, lang: Lang, hall: str) -> Iterator[str]:
    at = _AT[lang]
    use = USE_WORDS.get(unit.use, (unit.use, unit.use))[at]
    rows: tuple[tuple[str, str, str | float], ...] = (
        ("编号：{}", "Number: {}", unit.no),
        ("所在：{}", "In: {}", hall),
        ("用途：{}", "Use: {}", use),
        ("面积：{} 平方米", "Area: {} m²", _number(unit.area)),
        ("租金：每平方米每月 {} 元", "Rent: {} yuan per m² and month", _number(unit.rent / 100)),
        ("楼面荷载：{} kN/㎡", "Floor load: {} kN/m²", _number(unit.floor_load)),
        ("供电：{} kW", "Power: {} kW", _number(unit.power)),
        ("层高：{} 米", "Height: {} m", _number(unit.height)),
        ("可入住日期：{}", "Free from: {}", unit.since),
        ("条款：{}", "Terms: {}", _said(unit.terms, lang)),
        ("状态：{}", "State: {}", STATUS_WORDS[unit.status][at]),
    )
    for zh, en, value in rows:
        if value:
            yield "- " + (zh if lang == "zh" else en).format(value)


def park(name: Mapping[str, str], profile: Any, plan: Plan, halls: Iterable[Mapping[str, str]],
         ) -> Iterator[Source]:  # fmt: skip
    """The park's profile: who runs it, how it is reached, when visits are received."""
    names = list(halls)
    for lang in LANGS:
        zh, title = lang == "zh", _said(name, lang)
        contact = profile.contact
        rows = (
            ("运营单位", "Run by", _said(profile.operator, lang)),
            ("地址", "Address", _said(contact.address, lang)),
            ("电话", "Telephone", contact.phone),
            ("电子邮箱", "E-mail", contact.email),
            ("ICP 备案", "ICP filing", profile.icp),
        )
        lines = ["\n".join(f"- {a}：{c}" if zh else f"- {b}: {c}" for a, b, c in rows if c)]
        listed = ("、" if zh else ", ").join(_said(each, lang) for each in names)
        if listed:
            lines += [f"## {'园区有哪些展厅' if zh else 'Halls of the park'}", listed]
        lines += list(_hours(plan, lang))
        yield Source(_id("park", "", lang), title, _text(title, lines), lang, "park")


def _hours(plan: Plan, lang: Lang) -> Iterator[str]:
    zh = lang == "zh"
    if not plan.open:
        return
    days = [
        f"- {WEEKDAYS[lang][day]}{'：' if zh else ': '}"
        + ("、" if zh else ", ").join(f"{_clock(s.begins)}–{_clock(s.ends)}" for s in spans)
        for day, spans in sorted(plan.weekdays.items())
        if spans
    ]
    yield "## 参观接待时间" if zh else "## When visits are received"
    yield "\n".join(days)
    if plan.holidays_closed:
        yield "法定节假日不接待。" if zh else "Closed on public holidays."
    ahead, lead = plan.ahead_days, plan.lead_hours
    yield (
        f"参观需要预约：可预约未来 {ahead} 天，至少提前 {lead} 小时，每场 {plan.minutes} 分钟。"
        if zh
        else f"Visits are booked up to {ahead} days ahead and {lead} hours before; each takes "
        f"{plan.minutes} minutes."
    )
    if place := _said(plan.place, lang):
        yield f"集合地点：{place}" if zh else f"Where to meet: {place}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _number(value: float) -> str:
    return "" if not value else f"{value:.2f}".rstrip("0").rstrip(".")


def _said(words: Any, lang: Lang) -> str:
    """Words in a language, else in the other one."""
    if not isinstance(words, Mapping):
        return ""
    other = "en" if lang == "zh" else "zh"
    return " ".join(str(words.get(lang) or words.get(other) or "").split())


def _id(kind: str, name: str, lang: Lang) -> str:
    whole = f"{kind}/{name}" if name else kind
    return (whole if lang == "zh" else f"{whole}/en")[:160]


def _text(title: str, lines: Iterable[str]) -> str:
    return "\n\n".join([f"# {title}", *(line for line in lines if line)])
