"""How a question asks: its form, and the kinds of values that would answer it."""

# ruff: noqa: E501 - patterns are read as one line
from __future__ import annotations

import re
from typing import Final, Literal

Form = Literal["plain", "yes_no", "list", "most", "least"]

_KINDS: Final = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("phone", r"电话|手机号?|号码(?!牌)|热线|打给谁|\bphone|telephone|hotline|number (?:to|should|can) |call\b.*number|contact number"),
        ("email", r"邮箱|电子邮件|email|e-mail|mail address"),
        ("url", r"网址|官网|网站|website|\burl\b|web site|web page"),
        ("percent", r"百分之几|百分之多少|几成|比例|几折|多少个?百分|percent|per cent|what proportion"),
        ("time", r"几点|开放时间|营业时间|上班时间|服务时间|供应时间|用餐时间|开到|什么时间(?:开|关)|时段|what time|opening hours|opening times|business hours|office hours|(?:when|what time).{0,24}\b(?:open|close)|what are the hours|首班|末班|几点发|\bhours of\b"),
        ("often", r"多久(?:[^,，。?？]{0,6})一[次班趟回]|多长时间一[次班趟回]|每隔多久|[几多]少?[天年月]一[次班趟]|频率|how (?:often|frequently|regularly)"),
        ("distance", r"多远|几公里|多少公里|距离|多少米远|how far|distance"),
        ("span", r"多久|多长时间|几天|几个工作日|多少天|多少个?工作日|几个月(?!台)|多少个月(?!台)|几年|多少年|几分钟|多少分钟|几小时|办理时限|how long (?:does|will|is the|do|did|until|before|can|may|must|would|should|has|have)|how many (?:working |business |calendar )?(?:days|months|years|weeks|minutes|hours)|how soon|how quickly|turnaround"),
        ("money", r"多少钱|几块|几元|多少元|几毛|怎么收费|收费标准|什么价|多贵|价钱|价格|费用|租金|押金.{0,4}多少钱|how much (?:is|are|for|rent|money|to)\b|how much (?:does|do|will|would|should|must|did|can|could) .*(?:cost|rent|fee|price|pay|charge|deposit)|\b(?:cost|price|fare|tariff|toll)s?\b|(?:price|cost|fee|charge|rent|tariff|rate)s? (?:of|for|per|in)\b|what.{0,24}(?:price|cost|fee|charge|rent|tariff)\b|how expensive|几万|多少万|元钱"),
        ("weight", r"多重|重多少|重量|how heavy|weigh"),
        ("length", r"多大(?!年纪|岁)|多高|多宽|多长(?!时间)|多深|多厚|尺寸|how (?:tall|high|wide|deep|thick)|\bsizes?\b|dimensions?"),
        ("area", r"面积|多大(?!年纪|岁)|多少平|多少亩|how (?:big|large)|what size|floor area"),
        ("speed", r"多快|时速|转速|限速|how fast|speed"),
        ("heat", r"温度|多少度|temperature|how (?:hot|cold)"),
        ("load", r"荷载|承重|承载|floor load|how much weight"),
        ("power", r"功率|多少千瓦|多少千伏安|电容量|how much power|power capacity"),
        ("data", r"(?:文件|附件|图片|照片|视频|内存|显存|带宽|网速|宽带|存储).{0,8}多[大少快]|多大的?(?:文件|附件|内存|带宽)|how (?:big|large).{0,16}file|file size|largest file|bandwidth|how much (?:memory|storage)|internet speed"),
        ("firms", r"多少家|几家|how many (?:companies|firms|tenants|enterprises|businesses)"),
        ("people", r"多少人|几个人|多少员工|员工人数|多少名|how many (?:people|employees|staff|persons|guests|visitors|seats|workers)"),
        ("date", r"什么时候|何时|哪天|几号|几月|哪年|哪一年|日期|截止|什么日子|^when\b|since when|\bwhen (?:is|are|does|do|did|was|were|will|can|must|should)\b|what date|what day|which (?:year|date|day|month)|what year|deadline|by when"),
        ("place", r"在哪|哪里|哪儿|哪条路|什么路|何处|地址|位置|什么地方|几楼|哪层|哪栋|哪座|哪幢|哪个楼|[去到在]哪|\bwhere\b|address|location|which (?:floor|building|hall)"),
        ("who", r"谁|哪位|何人|联系人|哪家(?:公司|企业|单位)|哪个(?:部门|公司|单位)|\bwho\b|whom|which (?:department|company|team|firm)"),
        ("number", r"多少|几(?:个|家|部|台|栋|间|层|座|辆|张|条|项|种|名|位|次|米|吨|千|度|人|套|批|件|只|根|把|支|户|期|亩|分|天|组|处|所)|多[大高重宽长深快厚]|how (?:many|much|high|tall|big|large|heavy|wide|long|deep|fast|strong|thick|often)"),
    )
)  # fmt: skip
_FORMS: Final[tuple[tuple[Form, re.Pattern[str]], ...]] = (
    ("least", re.compile(r"最(?:低|便宜|少|小|近|短|早|矮|轻|窄|实惠|划算)的?(?!多|招|限)|\b(?:cheapest|lowest|smallest|least expensive|shortest|nearest|closest|fewest|lightest|earliest)\b")),
    ("most", re.compile(r"最(?:高|贵|多|大|远|长|晚|重|宽|快|新)的?|\b(?:highest|largest|biggest|most expensive|longest|farthest|tallest|strongest|heaviest|widest|fastest|latest|greatest)\b")),
    ("list", re.compile(r"哪些|有什么(?!区别|时间)|都有啥|有啥|哪几|列出|列举|分别|都包括|包括什么|包含什么|清单|哪几种|\bwhich (?:\w+ ){0,2}(?:are|have|do|can|offer)|what (?:kinds?|types?|sorts?)|\blist\b|what (?!is\b|are the (?:opening|hours|working|business))(?:\w+ ){0,3}(?:are there|are available|do you have|does the park|are required|do i need|are needed|must i)|name (?:all|the)|what are the|有几种|什么材料|什么资料|什么条件")),
    ("yes_no", re.compile(r"吗\W*$|吗[,，?？]|是否|能不能|可不可以|有没有|能否|是不是|可否|有无|会不会|要不要|^(?:is|are|do|does|did|can|could|may|will|would|has|have|am|should|must)\b")),
)  # fmt: skip
_COUNTS: Final = re.compile(
    r"几(?:个|家|部|台|栋|间|座|辆|张|条|项|种|名|位|套|批|件|只|根|处|所|组)(?!月|工作日|小时)|多少(?:个(?!月|工作日|小时)|家|部|台|栋|间|座|辆|张|条|项|种|套|件|只|处)"
    r"|how many (?!days|hours|minutes|months|years|weeks|square|metres|meters|km|kilomet|working|business|people|yuan|percent|kilowatts)"
)
WORDS: Final = re.compile(
    r"有?多[大高宽深长重远久快贵]|在?哪里?|在?哪儿|位置|地点|在什么地方|什么地方|几点.{0,2}|找谁|联系谁|问谁|做什么|干什么|怎么样|什么时候|何时|多少.{0,2}|几[个年月天元块]|最[高多]多少|给多少|补多少|奖多少|how (?:much|many|high|tall|big|large|heavy|wide|long|deep|fast|far|soon|often|how)|where|when|what time|how long.*|how many.*|how much.*|who.*|谁|怎么(?:走|去|来|收|办)?|尺寸|大小|sizes?|what size|dimensions?|要多久|多长时间|[在去到]?哪[栋层年天座幢个](?:楼|建筑)?|几楼|[在去到]哪"
)
"""Words that only ask: they say what kind of value is wanted, never of what."""


def form_of(plain: str) -> Form:
    """The form of a folded question."""
    return next((form for form, rule in _FORMS if rule.search(plain)), "plain")


def kinds_of(plain: str) -> frozenset[str]:
    """The kinds of values that a folded question asks for; see ``values.py``."""
    return frozenset(kind for kind, rule in _KINDS if rule.search(plain))


def counts(plain: str) -> bool:
    """Whether a folded question asks how many there are of something."""
    return bool(_COUNTS.search(plain))
