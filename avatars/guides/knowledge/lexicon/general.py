"""Words that matter little by themselves, and words that matter not at all."""

# ruff: noqa: E501 - rows are read as one line
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
single ~ | 单身 单人 | single, one-person
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

LIGHT_ZH: Final = """
突然 欢迎 实际 实际上 增加 提示 老是 总是 经常 通常 平时 临时 顺便 特意 专程 考虑 决定 选择 满意 喜欢 感觉 觉得 认为 以为 担心 害怕 明白 清楚 听说 据说 听到 看到 发现 遇到 碰到 出现 发生 产生 造成 导致 影响 变化 变成 成为 达到 超出 超过 传 上传
回事 怎么回事 怎么办 办法 方法 想法 说法 做法 看法 样子 程度 部分 方便 容易 简单 复杂 困难 麻烦 快 慢 早 晚 远近 好坏 真假 正常 特殊 一定 肯定 绝对 可能 也许 或许 恐怕 大致 大体 几乎 差点 刚好 正好 恰好 只好 不得不 尽量 尽快 赶紧 赶快 立刻 及时 按时 准时 延后 推迟 改期
合适 适合 划算 值得 靠谱 正规 官方 私人 公共 普通 常见 主动 被动 自动 手动 单独 一起 共同 互相 分开 合并 连同 除了 除外 另算 另外算 单算 额外 多余 剩余 其余 有关 无关 关于 对方 双方 各方 甲方 乙方 朋友 客人 老板 师傅 亲 家人 孩子 别人 大伙 哥们 姐 哥 小伙伴 我司 贵司 贵方 贵公司 你司 弊司
这家 那家 这栋 那栋 这间 那间 这台 那台 这款 那款 这种 那种 这次 那次 上次 下次 本次 此次 首次 头次 今年 明年 去年 后年 前年 本月 下月 上月 这周 下周 上周 今晚 明早 刚才 待会 一会 一会儿 最近 近期 以往 过去 将来 未来 将要 即将 目前为止 迄今 至今 长期 短期 期间 过程 阶段 环境 方案 计划 项目 目的 目标 原因 理由 结果 效果 好处 坏处 优点 缺点 优势 特点 亮点 卖点
咱 咱家 啥时候 啥样 咋样 咋办 咋走 咋去 咋收 咋算 咋弄 有没 有木有 多不多 贵不贵 远不远 大不大 好不好 快不快 行不行 对不对 算不算 收不收 给不给 让不让 准不准 能不 可不 弄到 搞到 拿到 领到 领取 领 享受 享有 拿 送 发 发放 给到 打算 计划 准备 着急 急 急用 马上 尽早 随后 接下来 首先 其次 最后 最终 结束后 开始前 期满 满 不满 未满 未 没 无 非 不 别 免 须 请 烦请 敬请
补 交 交给 递交 送交 寄 拿去 带去 带来 带上 带 搬 搬过来 运 拉 放 摆 摆放 装 装上 装下 拆 换 修 买 卖 租到 借 还 退 退回 退还 收 收到 接 接到 接待 等 等待 等候 排 排队 走 走到 走去 跑 跑去 坐 站 躺 吃 喝 玩 看 听 写 读 画 学 教 用来 用于 开 关 打开 关闭 按 点 点击 填 填写 选 选择 加 加上 减 减去 乘 除 除以 增 删 改 改成 变 转 转到 转为 连 连接 接入 断 断开 停止 暂停 继续 保持 保留 保存 保管 存 存放 取 取走 取消 撤 撤回 撤销 留 留下 留言 留存 离开 离 靠 靠近 近 远 旁 边 面 头 处 所 号 次 回 遍 趟 顿 番 阵 些许 若干 多个 好几 数 余 多 来 把 约 近 逾 超 满 足 整 半 双 对 副 组 批 系列 成套 配 搭配 结合 联合 合办 协助 帮助 支援 指导 辅导 培养 培育 打造 建 建设 搞 搞定 办好 办完 办成 做好 做完 完成 达成 实现 满足 符合 属 归 归属 归谁 管 管理 负责 主管 分管 监管 控制 限 限制 约束 遵守 违反 触犯 承担 承诺 保证 确保 担保 证实 确认 核对 检验 试 试试 尝试 体验 感受 参加 参与 加入 退出 出席 缺席 到场 在场 现场 线上 线下 网上 远程 当面 亲自 本人 代 代替 代办 委托 授权 转交 转告 通知 告知 提醒 提示 警告 说明 解释 说清 讲清 回答 回复 答复 反馈 处理 解决 应对 对待 看待 照顾 关心 关注 注意 小心 留意 记得 记住 忘 忘记 忘了 丢 失去 错 错误 对 正确 真 假 真伪 辨别 识别 分辨 区分 查询 查看 查验 验证 核实 验真
第一 第二 第三 第一次 第二次 第三次 排队 排号 洗 会怎样 怎样 坏 开行 违规 充满 范围 用量 算钱 算 实在 老板 我家 进去 出来 拿一 办一 来说
政府 经济 措施 有关部门 人们 世界 社会 国家 历史上 中国 本地 当地 外地 异地 全国 地区 区域 范围 周围 四周 周边 沿线 一带 附近 不远 隔壁 对面 斜对面 前面 后面 左边 右边 上边 下边 东边 西边 南边 北边 中间 正中 尽头 拐角 角落 入口处 门口 路口
东西 物品 物件 事项 事宜 业务 手头 手里 身上 家里 单位里 公司里 厂里 楼里 屋里 车里 车上 路上 网上 手机上 电脑上 园内 楼内 室内 场内 馆内 厅内 店内 站内
"""
"""Chinese words of everyday talk: a question may hold them though no record does."""

STOP_EN: Final = """
a an the of in on at to for from by with without into onto about as is are was were be been being am do does did doing done have has had having can could will would shall should may might must
i me my mine we us our ours you your yours he she it its they them their theirs this that these those there here what which who whom whose when where why how and or but if then so than too very
just also only any some no not nor s t please tell know want like would wish need let give get got go going come show say says said ask asked wonder wondering could hello hi hey thanks thank ok okay yes well
am pm vs via per each both either neither between among over under above below up down out off again further once more most other another such own same now currently right exactly actually really roughly approximately
much many lot lots way thing things something anything everything someone anyone one ones kind sort bit make makes made take takes taken put use used using per etc e.g i.e im ive id dont doesnt isnt arent cant wont whats hows wheres whos theres youre
available find found see look looking interested regarding concerning please kindly maybe perhaps possible possibly does exactly long
"""
"""English words that carry no content in a question."""

LIGHT_EN: Final = """
happen happens keep keeps ring ringing decide decides fail fails fit fits receive receives enter enters handle arrive arrives leave leaves bring brings send sends pick choose select stay stays live lives run runs move moves turn turns hold holds change changes
add adds remove remove removes allow allowed let lets help helps try tries think thinks guess suppose believe understand learn hear heard read write watch wait waits begin start starts stop stops finish end ends last lasts continue remain become becomes seem seems appear include includes involve
good better best bad worse worst great nice new old early late soon quick quickly fast slow easy easily hard difficult simple big small large little full empty whole entire total main normal normally usual usually common commonly general generally typical typically special different separate separately together alone extra additional further
today tomorrow yesterday tonight week weekend morning afternoon evening night year month day time times moment minute ever never always often sometimes once twice again already still yet since ago later before after during while until
place places area site spot point side front back top bottom inside outside near nearby close around across along through onto next first second third final finally
person people guy man woman friend colleague boss team group everyone everybody nobody anybody somebody staff member
question answer problem issue matter case example reason idea fact detail details information info word words name names number part parts piece side example
call called mean means meant happen stand stands sit sits carry carries hand hands walk talk speak see sees seen feel like likes love hope plan plans intend expect expecting consider considering propose
actual actually real really true truly sure certain certainly definitely probably possibly perhaps maybe likely almost nearly quite rather pretty fairly too enough less least exactly precise precisely specific specifically particular particularly
must ought able unable supposed permitted required obliged necessary need needed want wanted worth mind care
company companies firm firms business businesses our office my your
currently present presently nowadays recent recently lately upcoming future past previous previously former
anyway however therefore otherwise instead besides though although unless whether because
big cheap dear else what's who's there's that's it's i'm we're you're do
per apiece altogether overall
period number level amount rate range value figure term size kind way form total share degree standard line process purpose fit fits off meet meets case drill genuine true set sets go goes going gone went come deep
report reporting part parts largest biggest highest lowest cheapest smallest longest shortest nearest closest most fewest install installed ring upload half gather
welcome everybody newcomer newcomers employer ourselves yourselves myself yourself themselves itself
deal deals offer offers offered provide provided providing get getting gets obtain obtained acquire gain reach reaches reached come comes came
"""
"""English words of everyday talk: a question may hold them though no record does."""
