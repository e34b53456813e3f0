"""The page about registration, printed from its tables: ``docs/REGISTRATION.md``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

Table = Callable[[Iterable[str], Iterable[Iterable[object]]], list[str]]

INTRO = """
# 虚拟入驻 · Registration

企业在线申请，经审核后取得园区地址席位、入驻证明与展位。园区只出具入驻证明；
营业执照与统一社会信用代码只由登记机关核发。

A company applies on line, is reviewed, and gets an address seat, a certificate of residence and a
booth. The park issues a proof of residence, never a licence: licences and credit codes come from
the registration authority alone.

## 状态 · States
"""
TRANSITIONS = """
## 操作 · Transitions

没有列出的一律不能进行。“谁”取自[权限表](PERMISSIONS.md)：“自己”指本企业的申请；时钟由系统触发。
办事员、经理与运营者都不能审核本人或本企业的申请。

What is not listed cannot be done. Who may is said by the [table of rights](PERMISSIONS.md); *own*
is the application of one's own enterprise; *clock* is time itself. Clerks, managers and operators
alike never review an application of their own or of a firm whose people they are among.
"""
ONCE = """
补正一次性告知：办事员须一次列出全部需要补正的内容；重新提交后，只能就当时要求补正的、
以及申请人重新修改的内容再次提出，不能提出第一次就能发现的其他问题。

Changes are asked for once: the list must be whole. After the applicant has handed in again, only
what was asked for then, or was changed since, may be asked about again, and nothing that could have
been found the first time.

## 期限 · Deadlines
"""
DEADLINES_NOTE = """
期间开始的当日不计入，到最后一日北京时间 24 时届满；按月、按年的期间到对应日届满，没有对应日的到
月末（参照民法典第二百零一条、第二百零二条；最后一日为假日的不顺延）。工作日按国务院每年公布的安排；
尚未公布的年份按周末与固定日期的法定节假日推算。

A term begins on the day after and ends at midnight, Beijing time, of its last day; months and years
end on the corresponding day, or on the last of the month (after the Civil Code, art. 201 and 202; a
last day that is a holiday is not moved). Working days are those announced by the State Council each
year; for years not yet announced, weekends and the holidays with a fixed date count as free.

## 标记 · Flags
"""
FLAG_WORDS = {
    "expiring": ("将在 30 天内期满", "ends within 30 days"),
    "overdue": ("审核超过期限", "the review is late"),
    "duplicate": ("同一代码另有申请或入驻", "the code is in another application or residence"),
    "region_unlisted": ("代码中的区县不在名录中", "the county in the code stands in no list"),
    "name_conflict": ("名称与另一家冲突或近似", "the name conflicts with another, or is near it"),
    "restricted": ("行业或经营范围可能需要许可", "industry or scope may need a permission"),
}


def registration_page(head: str, table: Table) -> str:
    """The whole page; ``head`` says that it is printed, ``table`` makes Markdown of rows."""
    parts = (
        (head + INTRO, diagram(), TRANSITIONS, table(TRANSITION_HEAD, transition_rows())),
        (ONCE, table(("期限", "deadline", "多久", "how long"), deadline_rows())),
        (DEADLINES_NOTE, table(("flag", "含义", "meaning", "由经理决定 · for a manager"), flags())),
        ("\n## 表单 · Form\n", table(FIELD_HEAD, field_rows())),
        ("\n## 材料 · Documents\n", table(DOCUMENT_HEAD, document_rows())),
        ("\n## 原因 · Reasons\n", table(REASON_HEAD, reason_rows())),
        ("\n## 统一社会信用代码 · Credit codes\n", table(CODE_HEAD, code_rows())),
        (PAIRS, table(PAIR_HEAD, pair_rows())),
        (SCOPES, scopes()),
    )
    lines = [line for part in parts for each in part for line in _lines(each)]
    return "\n".join([*lines, ""])


TRANSITION_HEAD = (
    *("从 · from", "操作 · verb", "到 · to", "谁 · who", "条件 · conditions"),
    *("结果 · effects", "通知 · notice", "审计 · audit"),
)
FIELD_HEAD = ("field", "名称", "label", "说明", "help", "必填 · required")
DOCUMENT_HEAD = ("document", "名称", "label", "说明", "help")
REASON_HEAD = ("reason", "中文", "English", "用于 · with")
CODE_HEAD = ("reason", "中文", "English")


PAIR_HEAD = ("", "登记管理部门", "registrar", "机构类别 · sorts")
PAIRS = """
代码前两位：登记管理部门与机构类别（GB 32100-2015 及 2016 年第 1 号修改单）。
只有 91、92、93 可以入驻。

The first two characters: registrar and sort (GB 32100-2015 with amendment No. 1 of 2016). Only 91,
92 and 93 may become residents.
"""
SCOPES = """
## 经营范围 · Scopes of business

依据《工商登记前置审批事项目录》（工商企注字〔2018〕24 号，2018 年 2 月）与国发〔2021〕7 号，
以及各地集群注册规定的共同部分。范围中写明“不含”的项目不计。当地规定更严的，由办事员把关。

After the list of matters that need a permission before registration (February 2018, shortened in
May 2021), and what rules on shared addresses have in common. What a scope says that it leaves out
does not count. Where local rules are stricter, the clerk sees to it.
"""


def pair_rows() -> Iterator[tuple[str, ...]]:
    """Each registrar with the sorts that it registers."""
    from server.registration.registrars import REGISTRARS

    for first, registrar in REGISTRARS.items():
        sorts = "；".join(f"`{first}{second}` {what}" for second, what in registrar.sorts.items())
        yield f"`{first}`", registrar.zh, registrar.en, sorts


def scopes() -> list[str]:
    """The words of scopes that are refused, and those that go to a manager."""
    from server.registration.restricted import FLAGGED, REFUSED

    return [
        f"不能使用集群注册地址 · refused at a shared address：{'、'.join(REFUSED)}。",
        "",
        f"由经理审核 · for a manager to look at：{'、'.join(FLAGGED)}。",
    ]


def _lines(part: str | list[str]) -> list[str]:
    return [part] if isinstance(part, str) else part


def diagram() -> list[str]:
    """The states and what leads from one to another, as Mermaid draws them."""
    from server.registration.states import ENDS
    from server.registration.transitions import TABLE

    arrows = [f"    {t.source} --> {t.target}: {t.verb}" for t in TABLE.values()]
    ends = [f"    {state} --> [*]" for state in sorted(ENDS)]
    return ["```mermaid", "stateDiagram-v2", "    [*] --> draft", *arrows, *ends, "```"]


def transition_rows() -> Iterator[tuple[str, ...]]:
    """Each cell of the workflow's table in words."""
    from server.registration.guards import GUARDS
    from server.registration.transitions import TABLE

    for t in TABLE.values():
        guards = [GUARDS[name] for name in t.guards]
        yield (
            *(f"`{t.source}`", f"{t.zh}<br>{t.en}<br>`{t.verb}`", f"`{t.target}`", who(t.action)),
            "<br>".join(f"{each.zh} · {each.en}" for each in guards),
            "<br>".join(f"`{effect}`" for effect in t.effects),
            "<br>".join(f"`{name}`" for name in (t.told, t.event) if name),
            f"`{t.audit}`",
        )


def who(action: str) -> str:
    """The roles that the policy table gives an action, readers left out; the clock has none."""
    from server.access.policy import POLICY
    from server.access.roles import WORDS

    if not action:
        return "时钟 clock"
    own = {"own": "（自己 own）", "all": ""}
    row = POLICY[action]
    return "<br>".join(f"{WORDS[role].zh} {WORDS[role].en}{own[row[role]]}" for role in row)


def deadline_rows() -> list[tuple[str, ...]]:
    """How long things may take."""
    from server.registration import deadlines as d

    later = "、".join(map(str, d.REMINDERS))
    return [
        (
            "审核",
            "review",
            f"当场；否则 {d.REVIEW_DAYS} 个工作日，有标记的再加 {d.EXTRA_DAYS} 个",
            f"at once, else {d.REVIEW_DAYS} working days, and {d.EXTRA_DAYS} more when flagged",
        ),
        ("草稿", "a draft", f"{d.DRAFT_DAYS} 天", f"{d.DRAFT_DAYS} days"),
        (
            "补正、签署协议",
            "changes asked for; the agreement",
            f"{d.SILENCE_DAYS} 天",
            f"{d.SILENCE_DAYS} days",
        ),
        ("名称保留", "a name held", f"{d.HOLD_MONTHS} 个月", f"{d.HOLD_MONTHS} months"),
        ("入驻期", "a residency", f"{d.TERM_MONTHS} 个月", f"{d.TERM_MONTHS} months"),
        (
            "续期",
            "renewal",
            f"期满前 {d.RENEWAL_DAYS} 天内，自原期满日起再 {d.TERM_MONTHS} 个月",
            f"in the last {d.RENEWAL_DAYS} days of a term: {d.TERM_MONTHS} months from its end",
        ),
        ("退出通知", "notice of leaving", f"{d.NOTICE_DAYS} 天", f"{d.NOTICE_DAYS} days"),
        ("到期提醒", "reminders", f"提前 {later} 天", f"{later.replace('、', ', ')} days before"),
    ]


def flags() -> Iterator[tuple[str, ...]]:
    """Each flag, and whether it takes the decision to a manager."""
    from server.registration.deadlines import FLAGS_FOR_MANAGER
    from server.registration.states import FLAGS

    for flag in FLAGS:
        yield f"`{flag}`", *FLAG_WORDS[flag], "✓" if flag in FLAGS_FOR_MANAGER else ""


def field_rows() -> Iterator[tuple[str, ...]]:
    """Each question of the form."""
    from server.registration.fields import FIELDS

    for field in FIELDS:
        cases = (("existing", "已有执照 existing"), ("new_firm", "新设 new firm"))
        needed = [words for case, words in cases if field.required({"case": case})]
        required = "✓" if len(needed) == len(cases) else "<br>".join(needed)
        yield f"`{field.name}`", *field.label, *field.help, required


def document_rows() -> Iterator[tuple[str, ...]]:
    """Each kind of document."""
    from server.registration.documents import KINDS

    return ((f"`{kind.name}`", *kind.label, *kind.help) for kind in KINDS.values())


def reason_rows() -> Iterator[tuple[str, ...]]:
    """Each reason for turning down or suspending, with the way forward."""
    from server.registration.reasons import REASONS

    for code, reason in REASONS.items():
        verbs = ", ".join(f"`{verb}`" for verb in sorted(reason.verbs))
        zh, en = f"{reason.zh}。{reason.zh_next}", f"{reason.en}. {reason.en_next}"
        yield f"`{code}`", zh, en, verbs


def code_rows() -> Iterator[tuple[str, ...]]:
    """Each reason for which a credit code is refused, first failing first."""
    from typing import get_args

    from server.error_codes.registration_form import CODES
    from server.registration.credit_code import Reason

    for reason in get_args(Reason):
        if reason != "ok":
            yield f"`{reason}`", CODES[reason].zh, CODES[reason].en
