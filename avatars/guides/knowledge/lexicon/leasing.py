"""Renting and buying space: prices, terms, what is let."""

# ruff: noqa: E501 - rows are read as one line
from __future__ import annotations

from typing import Final

ROWS: Final = """
rent @money | 租 月租单价 租金 房租 租价 租费 月租 年租 日租 租赁价格 租赁费 出租价 租赁单价 场租 租多少 怎么租 租金标准 租一 租下 租赁费用 厂租 | rent, rental, rental rate, lease rate, lease price, rental price, monthly rent, rental fee, rental cost, cost to rent, rent per
lease | 租 租赁 出租 承租 租用 求租 招租 续租 起租 租约 租期 租房 租户 租厂房 租个 租到 整租 租合同 | lease, let, rent out, hire, tenancy, for rent, to rent, leasing, renting, rented
lease_term = | 租期 租约期 租赁期 租赁期限 起租期 最短租期 租多久 签约年限 合同期 合同期限 租几年 签几年 起租时间 最短租 租赁年限 签多久 | lease term, term of lease, tenancy length, minimum lease, minimum term, contract term, lease period, minimum tenancy, lease length, shortest lease, sign for, tenancy term
minimum | 最短 起租 最少 最低 起订 至少 不少于 不低于 起步 起 | minimum, at least, least, shortest, no less than, min
maximum | 最长 最多 最大 最高 上限 不超过 不高于 封顶 至多 限额 限高 极限 | maximum, at most, longest, up to, no more than, cap, limit, max, capped, ceiling of
deposit = | 押金 保证金 押几付几 押一付三 押二付三 履约金 定金 订金 押多少 押几个月 租赁押金 抵押金 意向金 | deposit, security deposit, down payment, bond, earnest money
payment | 付款 支付 缴纳 缴费 交租 付租 结算 付 交 缴 收取 支付方式 付款方式 付款周期 缴费方式 怎么付 季付 月付 年付 按季 押一付三 押二付三 | pay, payment, settle, billed, billing, instalment, installment, invoice monthly, paid, collected, charged
rent_free = | 免租期 免租 装修期 免租金 起租免 免租装修期 免费租 装修免租 免房租 | rent-free, rent free, rent holiday, fit-out period, free rent, grace period, rent free period, rent waiver
escalation = @percent | 递增 涨租 上浮 上调 浮动 递增率 涨幅 租金涨 上涨 涨价 调价 涨多少 每年涨 租金调整 租金递增 年递增 递增率 涨 | escalation, rent increase, increase, rise, go up, annual increase, increment, rent review, escalate, raised, step-up, uplift
sublet | 转租 分租 合租 | sublet, subletting, sublease, sub-let, share my space
renewal | 续租 续约 续签 到期后 优先续租 | renew, renewal, extend the lease, extension of lease
terminate | 退租 没到期 未到期 解除 解约 提前退 提前解除 终止 中途退 违约 提前退租 不租了 搬走 提前终止 解除合同 | terminate, early termination, break clause, cancel the lease, move out, break the lease, end the lease early, surrender, vacate, leave early
penalty | 晚交 迟交 拖欠 欠费 欠租 违约金 罚款 滞纳金 赔偿 处罚 罚 扣 逾期 逾期费 | penalty, fine, late fee, liquidated damages, compensation, overdue, late payment, surcharge
price | 价格 价钱 单价 报价 售价 总价 标价 均价 价 价位 多贵 贵不贵 贵吗 便宜 | price, pricing, quote, unit price, price list, expensive, cheap, how dear
fee @money | 费 费用 收费 价格 多少钱 价钱 资费 花费 钱 计费 免费 收费标准 租金 押金 票价 多少元 成本 怎么收 单价 开销 几块 几元 几毛 收多少 掏多少 花多少 要多少钱 价位 报价 | fee, charge, cost, price, how much, tariff, free, free of charge, expense, pay, rent, rental, fare, rate
fee_management = | 物业费 物业管理费 管理费 物管费 物业服务费 服务费 公摊费 物业收费 | property fee, management fee, property management fee, service charge, property management, estate management fee, maintenance fee, common charge, CAM charge, estate fee
sale | 出售 售 购买 买 买断 销售 购置 产权 买厂房 卖 售价 | for sale, buy, purchase, sell, freehold, sale price, selling price, sold
discount | 优惠 折扣 打折 减免 让利 免租 特价 折 首年优惠 优惠价 便宜点 | discount, concession, reduced, reduction, preferential, incentive, rebate, waive
tax_included | 含税 不含税 税点 开票 发票 含物业 | tax included, inclusive of tax, excluding tax, vat, invoice, receipt
vacancy | 租出去 租掉 出租状态 状态 空置 可租 剩余 空房 空余 还有空 现房 可出租 待租 空着 在租 剩 有空 闲置 未租 空单元 已租 可招商 | vacant, vacancy, available, free unit, unlet, empty, unoccupied, availability, remaining, left
area @area | 面积 平米 平方 平方米 多大 建筑面积 使用面积 占地 总面积 占地面积 有多大 大小 几平 多少平 多少亩 亩 规模 单层面积 起租面积 分割面积 可租面积 ㎡ 层面积 营业面积 | area, size, square metre, square meter, sqm, sq m, floor area, how big, how large, floor space, m2, m², acre, hectare, GFA, built-up area, floorplate, footprint, square feet, land area
usable_ratio = @percent | 得房率 公摊 使用率 实用率 公摊比例 公摊面积 | usable ratio, efficiency ratio, share of common area, net-to-gross, loss factor
unit | 单元 房源 铺位 厂房 空间 间 户型 房间 物业 场地 房子 | unit, space, premises, room, property, suite, lot
office | 办公 办公室 写字楼 办公楼 写字间 办公区 商务楼 办公空间 办公用房 | office, office building, office space, workspace
workshop | 厂房 车间 标准厂房 生产车间 工厂 生产用房 制造 工业厂房 定制厂房 生产 | workshop, factory, plant, factory building, standard factory, manufacturing space, production space, industrial building, production hall, shop floor, manufacture, factories
warehouse | 仓库 仓储 库房 物流仓 高架库 立体库 仓 货仓 存货 存放 堆放 储存 | warehouse, storage, storehouse, warehousing, store goods, high-bay store, pallet store, depot
cold_storage | 冷库 冷藏 冷冻 冷链 冷冻库 冷藏库 冻库 | cold storage, cold store, refrigerated, freezer, cold chain, refrigeration, chilled
pallet | 托盘 托 卡板 栈板 每托 一托 货位 | pallet, pallet space
lab | 实验室 研发 研发楼 研发用房 检测中心 试验室 研发中心 实验楼 | laboratory, lab, research building, r&d
coworking | 工位 联合办公 共享办公 共享工位 卡座 独立工位 移动工位 众创空间 创客空间 | coworking, co-working, desk, hot desk, shared office, workstation, hot-desk, dedicated desk, makerspace
fitout | 装修 装潢 改造 毛坯 精装 简装 装饰 交付标准 装修标准 交房标准 隔断 施工 二次装修 | fit-out, fitout, fit out, decoration, renovate, renovation, refurbishment, bare shell, furnished, delivery standard, decorate, alteration, handover condition, hand-over condition
handover | 交付 交房 交楼 入伙 交付时间 交付日期 什么时候交 可入住 入住时间 拎包入住 | handover, hand over, delivery date, completion date, move in, possession, ready to occupy, hand-over
contract | 合同 协议 签约 签合同 签订 租约 签 签署 盖章 | contract, agreement, sign, signing, lease agreement
customise | 定制 量身 代建 定建 订制 自建 | custom, customise, customize, built-to-suit, build to suit, bespoke, tailor
subdivide | 分割 分租 拆分 分隔 最小面积 起租面积 隔开 切分 小面积 | divide, subdivide, split, partition, smallest unit, divisible, smallest area
"""
"""``concept flags | Chinese forms | English forms``; see ``concepts.py``."""
