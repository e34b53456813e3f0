"""Words that matter little by themselves, and words that matter not at all."""

from __future__ import annotations

from typing import Final

ROWS: Final = """
park ~ | 园区 园 产业园 科技园 工业园 基地 产业园区 园里 园内 贵园 本园 你们园区 咱们园区 我们园区 科创园 智造园 产业基地 园区里 | park, industrial park, science park, campus, estate, business park, technology park, on site, on-site, site
use ~ | 使用 用 利用 享用 使用权 | use, using, utilise, make use
provide ~ | 提供 配备 配套 配有 设有 设施 配置 支持 服务 安排 设置 包含 包括 包 含 | provide, offer, equipped, facility, facilities, amenity, amenities, supply, support, service, include, included, cover, come with
exist ~ | 存在 拥有 具备 | exist, there is, there are, has, have
list_all ~ | 哪些 都有什么 有什么 都有哪些 列举 列出 清单 名单 哪几 几种 分别 | which, list, what kinds, what are the, name all, types of, sort of, kinds
count ~ | 多少个 几个 数量 多少部 几部 共有 总共 一共 多少台 几台 多少间 几间 多少座 几座 多少栋 几栋 总数 多少张 几张 多少种 多少名 多少位 多少辆 几辆 | how many, number of, count, total, in total, altogether
person ~ | 人 人员 个人 大家 员工们 同事 朋友 团队 我们 | person, people, individual, someone, staff member, colleague
who ~ | 谁 哪位 何人 | who, whom, whose
time_word ~ | 时间 时候 什么时候 何时 哪天 日期 几月 几号 哪年 哪一年 多会儿 何日 几时 | time, when, date, what day, which year, what year
large ~ | 大 大型 大的 较大 | large, big, huge, great
small ~ | 小 小型 小的 较小 微型 | small, little, tiny, compact
new ~ | 新 新的 全新 新建 | new, brand new, recent
special ~ | 特别 特殊 特色 专门 专属 独立 专用 | special, particular, dedicated, specific, exclusive
same ~ | 一样 相同 同样 一致 | same, identical, equal, alike
different ~ | 区别 不同 差别 差异 不一样 对比 比较 相比 | difference, different, compare, comparison, versus, vs, differ
standard ~ | 标准 规范 准则 | standard, norm
situation ~ | 情况 状况 详情 信息 介绍 概况 简介 资料 内容 说明 细节 具体 详细 | situation, detail, information, introduction, overview, about, summary, status, particulars, info
problem ~ | 问题 疑问 事情 事 | problem, question, issue, matter
need ~ | 需要 需 要求 必须 须 得 应当 应 | need, require, must, have to, should, necessary, required
rule_word ~ | 规定 规则 | rule
work ~ | 工作 上班 办公 干活 | work, job, working
day ~ | 今天 今日 明天 现在 目前 当前 如今 这会儿 眼下 | today, now, currently, at present, tomorrow, at the moment, these days, nowadays
inside ~ | 里面 内部 里 内 室内 | inside, within, indoor, in the park
outside ~ | 外面 外部 户外 室外 外 周边 附近 旁边 周围 | outside, outdoor, nearby, around, surrounding, neighbouring, vicinity
start ~ | 开始 起 启动 从 自 | start, begin, commence, starting, from
end ~ | 结束 截止 完 到 止 | end, finish, until, till, over, to
each ~ | 每 各 每个 各个 每家 单个 | each, every, per
all ~ | 全部 所有 全 整个 一切 | all, whole, entire, everything
other ~ | 其他 其它 另外 别的 另 | other, another, else, besides
person_day ~ | 早上 上午 中午 下午 | morning, noon, afternoon
main ~ | 主要 核心 重点 关键 | main, major, key, core, principal, primary
city ~ | 城市 市区 市中心 市 省 区 县 | city, downtown, city centre, city center, province, district, town
name_word ~ | 名字 名称 叫什么 全称 | name, called, named, title
type ~ | 类型 种类 类 类别 种 形式 方式 款 | type, kind, category, sort, form, way, manner
level ~ | 级 等级 级别 档 | grade, class, tier, rank
one_unit ~ | 一 个 一个 家 间 台 套 辆 张 位 名 部 条 项 份 次 | one, a unit
"""
"""``concept flags | Chinese forms | English forms``; see ``concepts.py``."""

STOP_ZH: Final = """
的 了 吗 呢 吧 啊 呀 么 嘛 哦 哈 啦 喽 嗯 额 诶 是 在 有 和 与 及 或 或者 以及 就 都 也 还 又 很 太 更 最 不 没 没有 别 无 这 那 这个 那个 这里 那里
这边 那边 这些 那些 这样 那样 此 该 本 其 之 以 为 于 被 把 将 让 给 对 向 往 跟 同 由 从 按 按照 根据 关于 对于 至于 如果 假如 要是 若 因为 所以 但是 但 不过 而 而且 并 并且
然后 那么 还是 还有 是不是 是否 有没有 有无 能不能 能否 可不可以 可否 可以 能够 能 会 会不会 要 要不要 想 想要 想问 想知道 想了解 希望 打算 准备 愿意 请 请问 麻烦 劳驾 你好 您好 谢谢 多谢 帮 帮我 帮忙 告诉
告诉我 说 说说 说一下 讲 讲讲 讲一下 介绍一下 介绍下 看看 看 查 查一下 问 问下 问一下 了解 了解一下 知道 我 我们 我的 我们的 你 您 你们 您们 你们的 他 她 它 他们 它们 咱们 咱 自己 人家 大概 大约 左右 一般 通常 到底 究竟 其实 真的
什么 啥 什么样 怎么 怎么样 怎样 如何 咋 咋样 多少 几 哪 哪个 哪些 哪家 哪种 为什么 为何 为啥 做 弄 搞 去 来 到 进 出 上 下 过 起来 出来 进来 进去 下来 一下 一点 一些 有点 有些 有的 某 某个 才 只 只有 只要 就是 算 算是 当 当作
成 得 地 着 过 们 等 等等 等级吗 例如 比如 像 好 好的 行 对吗 对吧 是吗 好吗 行吗 可以吗 能吗 吗请问 呗 罢 哟 个 些 所 请教 打听 求 目前 现在 如今 里 里面 中 内 上面 下面 之间 之后 之前 以后 以前 后 前 时 时候 期间 当中 其中 另外
已经 已 正在 正 曾 曾经 刚 刚刚 马上 立即 再 再次 重新 每 各 任何 一切 全 全部 所有 整个 具体 详细 相关 有关 方面 情况 问题 事 东西 地方 公司的 是多少 多少呢 是什么 是啥 是谁 有什么 怎么说 如果我 我想 我要 那 那儿 这儿 儿 子 先 总 共 共有 大 多
吧请问 一共 总共 一 两 您看 需要 需 须 必须 应该 应 应当 得先 最好 打 拿 放 用 使用 属于 包括 包含 含 作为 通过 进行 相对 比较 差不多 还能 还要 都是 都要 就要 也要 又要 才能 才会 只能 只会 不能 不会 不用 不要 不是 不必 没法 无法 直接 随便 随时 谁 何 哪儿 哪里
"""
"""Chinese words that carry no content in a question."""

STOP_EN: Final = """
a an the of in on at to for from by with without into onto about as is are was were be been being am do does did doing done have has had having can could will would shall should may might must
i me my mine we us our ours you your yours he she it its they them their theirs this that these those there here what which who whom whose when where why how and or but if then so than too very
just also only any some no not nor s t please tell know want like would wish need let give get got go going come show say says said ask asked wonder wondering could hello hi hey thanks thank ok okay yes well
am pm vs via per each both either neither between among over under above below up down out off again further once more most other another such own same now currently right exactly actually really roughly approximately
much many lot lots way thing things something anything everything someone anyone one ones kind sort bit make makes made take takes taken put use used using per etc e.g i.e im ive id dont doesnt isnt arent cant wont whats hows wheres whos theres youre
available find found see look looking interested regarding concerning please kindly maybe perhaps possible possibly does exactly long
"""
"""English words that carry no content in a question."""
