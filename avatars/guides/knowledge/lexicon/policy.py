"""Moving in and being supported: policies, papers, steps, deadlines."""

# ruff: noqa: E501 - rows are read as one line
from __future__ import annotations

from typing import Final

ROWS: Final = """
subsidy | 年补 首年补 补贴 补助 奖励 扶持 资助 奖补 扶持资金 奖金 津贴 支持资金 补多少 专项资金 扶持政策 优惠政策 奖励政策 补偿 资金支持 返还 贴息 政府补贴 奖励金 给多少钱 创业补贴 政策支持 红包 钱支持 | subsidy, subsidies, grant, reward, bonus, incentive, support fund, financial support, subsidise, subsidize, award, allowance, reimbursement, funding support, rebate, subsidized, incentives
policy | 政策 办法 规定 条例 细则 制度 管理办法 新政 文件 通知 规则 实施细则 若干措施 意见 | policy, regulation, rule, provision, scheme, guideline, policies, notice
talent | 人才 高层次人才 引才 领军人才 毕业生 毕业 紧缺人才 海归 高端人才 院士 专家 | talent, talents, high-level talent, highly skilled, expert, skilled people
phd | 博士 博士后 博士毕业 | phd, doctoral, doctorate, postdoc
master | 硕士 研究生 硕士毕业 | master's degree, master degree, postgraduate
bachelor | 本科 大学生 应届生 大学毕业 学历 大专 | bachelor, graduate, bachelor's degree, undergraduate, degree holder
rent_subsidy | 租金补贴 房租补贴 租房补贴 租金补助 房租补助 租金减免 补房租 租金返还 | rent subsidy, rental subsidy, rent support, housing subsidy, rent relief
settle_reward | 落户奖励 落户补贴 迁入奖励 落户 迁入 引进奖励 开办奖励 落地奖励 | settlement reward, relocation bonus, moving-in reward, settling-in bonus, relocation subsidy
patent | 专利 知识产权 商标 发明专利 著作权 软著 版权 | patent, intellectual property, trademark, invention, copyright, ip
rd_fund | 研发投入 研发补贴 技改 技术改造 科研经费 研发经费 研发支出 研发费用 技术改造补贴 | r&d expense, r&d investment, r&d subsidy, research and development, technical upgrade, technological transformation, r&d spending
super_deduction | 加计扣除 | super deduction, additional deduction
high_tech | 高新技术 高新企业 高新技术企业 高企 | high-tech, hi-tech, high-tech enterprise, national high-tech enterprise, high and new technology
specialised_firm | 专精特新 小巨人 | little giant, specialised and sophisticated, specialized and sophisticated
unicorn | 瞪羚 独角兽 科技型中小企业 | unicorn, gazelle
tax | 税 税收 税率 所得税 增值税 税费 退税 纳税 免税 税务 财税 留存 缴税 报税 税收优惠 | tax, taxation, income tax, vat, tax rate, tax refund, tax relief, duty, taxes
loan | 贷款 融资 借款 信贷 担保 投资基金 基金 创投 产业基金 股权投资 贷 资金 天使投资 银行贷款 贷款贴息 | loan, financing, credit, guarantee, investment fund, venture, venture capital, equity, finance, funding, industry fund, fund
invest_amount | 投资额 投资总额 总投资 固定资产投资 投资强度 最低投资 投资规模 投资多少 投资 | investment, total investment, fixed-asset investment, investment intensity, invest, minimum investment, capital invested
output | 产值 营收 营业收入 年产值 销售额 产量 亩均税收 亩产 年产 产能 收入 年营业收入 盈利 利润 营业额 年收入 | output, output value, revenue, turnover, sales, annual output, capacity per year, yield, profit, earnings, production capacity
registered_capital = | 注册资本 注册资金 实缴 认缴 实缴资本 | registered capital, paid-in capital, share capital
registration | 注册 登记 工商注册 公司注册 注册地址 营业执照 设立 开办 执照 工商登记 办公司 开公司 办执照 成立公司 地址挂靠 新设 注册公司 | register, registration, business licence, business license, incorporation, registered address, company formation, set up a company, start a company, incorporate, establish a company, company registration, business registration
move_in | 入驻 入园 进驻 落户 搬进 搬入 迁入 入驻流程 进园 搬过来 搬来 搬到 招商 引进 落地 入孵 进场 搬进来 入驻园区 入住园区 | move in, settle, settle in, moving in, join the park, become a tenant, enter the park, residency, admission, relocate, resident company, locate here, come into the park, set up here, onboarding, move into, moved in
requirement | 条件 要求 资格 门槛 资质 标准 准入 符合 满足 前提 申请条件 准入条件 入驻条件 哪些企业可以 什么企业 限制 什么样的企业 适用对象 谁可以 谁能 | requirement, condition, criteria, eligibility, eligible, qualify, qualification, threshold, who can, prerequisite, entitled, restriction, criterion, who may, admission criteria, required, eligible to
procedure | 流程 步骤 程序 手续 办理 怎么办理 如何办理 怎么申请 申请流程 如何申请 怎么办 办 办事 审批流程 环节 怎么入驻 如何入驻 几步 哪几步 怎么弄 流程是 | procedure, process, steps, how to apply, how do i apply, formalities, apply, application process, step, workflow, how to register, go through, what are the steps, application
documents | 材料 资料 文件 申请材料 提交什么 需要什么材料 哪些资料 证明 准备什么 带什么 提交 复印件 清单 附件 准备哪些 申报材料 要带 所需材料 | documents, materials, paperwork, papers, what do i need to submit, submit, files, required documents, bring, certificate copies, copies, documentation, forms to submit, application materials
deadline @date | 截止 截止日期 截止时间 期限 最晚 最迟 时限 申报时间 申报期 什么时候截止 报名截止 受理时间 截至 到什么时候 什么时候之前 申报截止 受理期 | deadline, due date, closing date, by when, latest, time limit, cut-off, last day, due by, closing day, window for application
validity @date | 有效期 有效 生效 施行 实施 失效 废止 到期 过期 执行期 有效期限 什么时候生效 何时起 还有效吗 过时 执行 作废 有效吗 还能用 还适用 失效日期 生效日期 有效期到 | valid, validity, in force, effective, expire, expiry, take effect, come into force, valid until, expiration, still apply, still valid, expired, abolished, repealed, takes effect, effective date, lapse, out of date
processing_time ? @span | 办理时限 多久能办好 几个工作日 办理时间 审批时间 审核时间 多久能批 多长时间 多久 几天 工作日内 要多久 时限 需要多久 多少天 要几天 审批多久 审核多久 多少个工作日 多快 周期 办多久 等多久 | processing time, how long, turnaround, working days, how many days, take to process, how soon, business days, take to approve, how quickly, lead time, how fast, how long does approval
review | 审核 审批 评审 审查 受理 批准 批 复核 初审 核准 评估 | review, approve, approval, assess, examine, evaluate, vetting, audit, assessment, screening
apply | 申请 申报 报名 提交申请 申领 申请表 填表 报 申请书 | apply, application, submit, claim, application form, applying, applied
amount ? @money | 金额 额度 多少万 几万 多少钱 多少元 最高多少 上限 补多少 多少 数额 奖多少 给多少 | amount, sum, how much, how many yuan, quantum, value of
ratio ? @percent | 比例 百分比 百分之几 几成 百分之多少 比率 占比 多少比例 折扣率 率 百分点 | percentage, percent, ratio, proportion, rate, share, per cent
industry | 产业 行业 主导产业 产业方向 产业定位 领域 定位 方向 赛道 什么产业 主导 产业链 什么行业 重点产业 | industry, industries, sector, industrial focus, leading industry, field, cluster, focus, positioning, line of business, key industries
prohibited | 禁止 不得 严禁 不允许 不准 不可 负面清单 不接受 限制类 谢绝 不能 不许 不让 禁入 | prohibit, prohibited, forbidden, not allowed, banned, negative list, not permitted, must not, may not, disallowed, ban, off limits
permitted ~ | 允许 可以 准许 能不能 可不可以 能否 是否可以 许可 能 让不让 | allow, allowed, permit, permitted, may i, can i, can we, is it ok, permission
incubator | 孵化器 孵化 加速器 初创 创业 众创 创业孵化 孵化期 创业公司 初创企业 创业团队 孵化基地 | incubator, incubation, accelerator, start-up, startup, entrepreneurship, startups
graduate_out | 毕业 出孵 孵化期 毕业条件 | graduate from, graduation, incubation period
certificate | 证书 证明 认证 资质证书 入驻证书 入驻证明 证照 iso 执照 | certificate, certification, certified, licence, license, proof
credit_code | 统一社会信用代码 信用代码 税号 | unified social credit code, credit code, tax number, tax id
legal_person = | 法人 法定代表人 法人代表 | legal representative, legal person
seal | 公章 印章 盖章 刻章 | seal, stamp, company chop
shareholder | 股东 股权 出资 持股 | shareholder, equity, stake, stockholder, ownership
inspection | 检查 验收 抽查 巡检 考核 年审 年检 | inspection, inspect, acceptance, assess yearly, annual review, check
foreign | 外资 外商 外国 境外 外籍 海外 外企 国外 | foreign, overseas, foreign-invested, foreigner, international company, abroad, expatriate
insurance | 保险 社保 投保 公积金 工伤 五险 财产险 | insurance, social security, insured, provident fund, premium
hukou | 户口 落户 居住证 积分 | household registration, residence permit, hukou
privacy | 隐私 个人信息 数据保护 信息保护 | privacy, personal data, personal information, data protection
hiring | 招聘 招工 招人 人力资源 用工 求职 招聘会 职位 岗位 工作机会 | recruit, recruitment, hiring, hire people, human resources, job, vacancy for staff, hr, labour, labor, position open, jobs
salary = @money | 工资 薪资 薪水 月薪 年薪 待遇 薪酬 工资多少 | salary, wage, pay level, compensation package, income level, remuneration
advance | 提前 事先 预先 | in advance, ahead, beforehand, prior notice, advance notice, early notice, notice period
annual | 每年 年度 一年 年 按年 逐年 每一年 | annual, yearly, per year, each year, a year, every year
monthly | 每月 月 按月 每个月 一个月 单月 | monthly, per month, each month, a month, every month
daily | 每天 每日 日 天 按天 一天 | daily, per day, each day, a day, every day
hourly | 每小时 小时 按小时 一小时 每个小时 | hourly, per hour, an hour, each hour
one_off | 一次性 | one-off, one-time, lump sum, one time
version | 版本 最新 新版 旧版 修订 现行 更新 最新版 改版 | version, latest, newest, revised, current, update, revision, up-to-date
"""
"""``concept flags | Chinese forms | English forms``; see ``concepts.py``."""
