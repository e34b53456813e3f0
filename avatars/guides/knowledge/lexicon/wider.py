"""More words of parks of every kind: studios, laboratories, cold stores, campuses, airports."""

# ruff: noqa: E501 - rows are read as one line
from __future__ import annotations

from typing import Final

ROWS: Final = """
studio | 工作室 画室 摄影工作室 设计工作室 | studio, atelier, workroom
film_stage | 摄影棚 影棚 演播厅 直播间 录音棚 大棚 棚 演播室 | sound stage, film stage, stage, studio stage, shooting stage
hot_work | 动火 明火 电焊 焊接 气焊 动火作业 明火作业 氩弧焊 切割作业 | hot work, welding, weld, soldering, open flame, naked flame, flame cutting, brazing
muster | 集合点 集结点 疏散集合 疏散点 集合地点 | assembly point, muster point, gathering point, muster station, meeting point in a fire, assembly area, evacuation point
cubic ~ | 立方 立方米 方 | cubic metre, cubic meter, m3
kwh ~ | 千瓦时 度 | kwh, kilowatt hour, kilowatt-hour, unit of electricity
collect ~ | 收集 收运 取走 运走 | collect, collected, pick up, picked up, pickup, collection
drone | 航拍 飞无人机 放飞 黑飞 | fly a drone, flying drones, fly drones, quadcopter, flying a drone, drone flight
what_weight ? @weight | 多少吨 几吨 多少公斤 | what weight, how much weight, how many tonnes, how many tons, how many kilos
terminate | 提前解约 提前结束 提前走 不想租 不租 中途解约 退房 | end the lease early, end the lease, get out of the lease, break option, leave before the end, quit the lease, end the tenancy, with a break, a break after, give notice, notice to quit, walk away
lease_term = | 租约最短 最短租约 最少租 至少租 起租 最少得租 得租多久 最短租期 一租 能租多久 租多长时间 | shortest lease, minimum of a lease, leases run for, lease runs for, let for at least, how long a lease, shortest contract, minimum stay, minimum period, contracts run for
sublet | 分给别人 租给别人 转给别人 二房东 再出租 | rent out part, sublease part, sub-letting, share the space, let to someone else, sublet part
headcount @people | 就业人数 上班的人 用工 从业者 多少人上班 多少人工作 多少人在 | employ, employing, people employed, work here, people are employed, employed, working here, work there, jobs
company_count @firms | 多少家单位 多少机构 入驻机构 几家单位 家公司 家企业 多少商户 家机构 多少家机构 | how many firms, how many organisations, home to, firms are based, companies are based, resident companies, resident firms
parking_fee | 停一天 停一晚 停车一天 停一小时 停一整天 停车多少 停车要钱 停车包月 包月停车 月租车位 | park for a day, parking season ticket, season ticket, parking permit, monthly parking permit, park all day, parking a day, parking per day, parking per month
parking | 车停 停车的地方 停哪里 停车位置 车放哪 | car park, carpark, parking lot, parking garage, parking bay, parking space, park the car, park a car, leave the car, where to park, multi-storey, park and ride
bicycle | 脚踏车 骑车来 自行车棚 车棚 电动自行车 电单车 小电驴 | cycle hub, bike rack, bicycle stand, cycle store, bike shed, push bike, cycle parking
canteen | 供餐 开饭 饭点 吃什么 吃饭的地方 食阁 用膳 午膳 餐费 就餐点 | mess hall, meals, hot meal, food hall, diner, place to eat, somewhere to eat, eatery, bistro, get lunch, serves lunch, snack bar, refectory
childcare | 亲子 带娃 看孩子 托儿班 幼儿 | crèche, creche, day nursery, child care, preschool, look after children, toddlers, infant care
gym | 撸铁 练器械 运动馆 游泳健身 | gyms, health club, fitness room, weights room, leisure centre, leisure center
dormitory | 过夜 睡觉 留宿 睡在 员工公寓 单人间 双人间 合租 夫妻房 青年公寓 | hostel, hall of residence, overnight accommodation, sleep over, sleep there, bunk, staff quarters, couples room
hotel | 协议酒店 住酒店 合作酒店 | hotel rate, corporate rate hotel, partner hotel
deliver ~ | 收货 到货 送达 | deliver, goods in, goods received, goods are received, receive goods
lost | 丢了工牌 卡丢了 证丢了 补卡 挂失 | lost badge, lost card, lose the card, lose the badge, lost my badge, lost property, mislaid, left behind
id_card | 工卡 胸卡 门卡 刷卡 身份核验 访客码 | badge holder, swipe card, key card, fob, staff card, pass holder
fire | 火警铃 着火了 起火 失火 逃生 逃生通道 消防演练 消防栓 防火门 | fire drill, fire alarm test, alarm test, fire exit, escape route, fire door, hydrant, evacuation drill
emergency | 出事 救援 事故 遇险 求救 报警电话 值班电话 | in an emergency, emergency contact, first responder, accident, incident, rescue
noise | 噪声 噪音 吵 扰民 分贝 多吵 声音大 | noise, loud, noisy, quiet hours, decibel, db, how loud, make noise, sound level
rubbish | 倒垃圾 收垃圾 垃圾收 旧电池 电池回收 回收站 回收 扔 废品 清运时间 大件垃圾 | waste, get rid of, dispose of, disposal, recycle, recycling, recycling yard, skip, bin, bins, dump, waste is collected, refuse collection, old batteries
environment | 排气 粉尘排放 油烟 废液 废物 危险品废物 土壤 | hazardous waste, chemical waste, spill, discharge permit, emissions, effluent limit
carbon_footprint | 碳足迹 碳排放 碳核查 碳账户 碳盘查 减碳 | carbon footprint, carbon emissions, carbon accounting, carbon audit, net zero, decarbonise
repair | 坏 不亮 灯坏 空调坏 漏 堵了 不制冷 跳闸 没电了 打不开 报修电话 维护 | not working, out of order, leaking, leaks, blocked, repairs, maintenance team, something is broken, report a repair, fix it
complaint | 投诉电话 提意见 维权 找谁投诉 | where to complain, make a complaint, ombudsman
network | 装宽带 拉网线 企业宽带 断网 网断 上不了网 网络故障 | internet access, wired network, ethernet, network fault, internet is down, no internet
meeting_room | 开会场地 租会议室 培训教室 教室 路演厅 会客室 | meeting suite, conference suite, seminar room, classroom, meeting space, venue, hire a room, suite for meetings
capacity = @people | 坐多少人 坐几个人 能坐几个 装多少人 限多少人 名额 | how many people fit, how many can it seat, how many does it seat, how many people does it hold, fit in, number of seats
cancel | 取消 退订 改期 退票 爽约 不去了 | cancel, cancellation, cancelled, call off, no-show, refund
refund | 退款 退钱 退还 退回押金 返还押金 能退 | refund, refunded, refundable, money back, get back, returned
customs | 报关单 通关时间 保税仓 保税仓库 查验 海关手续 转关 | bonded storage, customs desk, transit papers, bonded warehouse, customs broker, customs declaration, duty-free
cold_storage | 冷链车 速冻 深冷 超低温 温控 恒温库 冷柜 温控仓 | deep freeze, frozen, deep-freeze, temperature-controlled, reefer, chill store, blast freezer
lab_animals | 动物房 实验动物 小鼠 大鼠 非人灵长类 猴 猴子 灵长类 兔 比格犬 动物实验 | laboratory animal, mouse, mice, rat, primate, monkey, vivarium, animal facility, animal house
lab | 检测平台 公共实验室 共享仪器 试验平台 中试平台 | wet lab, dry lab, test facility, shared instruments, core facility, bench space
incubator | 苗圃 创客 创业团队 创业项目 创业营 | founders, new venture, seed stage, early-stage, start-up programme
discount | 折扣价 便宜多少 减多少 有啥优惠 优惠吗 学生价 让利 | money off, cheaper, reduced rate, half price, student rate, special rate, price cut
fee @money | 另外给钱 给钱 另收费 加收 额外收费 另付 全价 半价 一天多少 一晚多少 人均 一个月多少 一次多少 | season ticket, how pricey, free to use, at no cost, extra charge, surcharge, membership, hire charge, hired out at, hire out
hours @time | 几点开始 几点结束 开到多晚 几点能进 最晚几点 开门时间 进出时间 供餐时间 | open hours, last entry, last admission, how late, until what time, closing time, get in, let in, open from, opening days
visit | 探园 团队参观 研学 开放日 | open house, school group, group visit, come round, look around
event | 市集 展演 工作坊 放映 体验课 首映 音乐会 嘉年华 | fair, market, workshop class, screening, concert, festival, networking event, talk
photo | 商业拍摄 取景 个人拍照 婚纱照 拍片 | film shoot, commercial filming, take photos, photo shoot, location shoot
equipment_hire | 器材 器材库 借器材 租器材 摄影机 借设备 租设备 道具 灯具 | equipment hire, hire equipment, borrow, rental equipment, gear, kit
airside | 机坪 停机坪 机库 航空器 | airside, apron, hangar, hangarage, aircraft stand
airport | 航站楼 候机楼 候机 到机场 | terminal, airport terminal, departures, arrivals, air side
people_mover | 捷运 无人小巴 摆渡电车 | people mover, monorail, tram, automated shuttle, tramway
highway | 高速出口 下高速口 | motorway exit, highway exit, motorway junction, exit of the motorway, slip road
distance @distance | 多少米 走多远 有几公里 隔多远 | how far is it, kilometres from, kilometers from, miles from, metres from, minutes from
office | 商务中心 服务式办公 | serviced office, serviced desk, flexible office, managed office, office suite
power @power | 变压器容量 电力负荷 供电能力 配多大的电 配多少电 拉电 装表 | transformer capacity, power capacity, electrical capacity, electrical supply, power supply capacity, kva, amps, three-phase
power_fee | 电一度 一度电多少 用电收费 峰谷电价 谷电 峰电 | electric bill, electricity tariff, unit price of electricity, peak rate, off-peak rate, kilowatt hour price
water_fee | 一方水 每方水 吨水价 水一吨 | price of a cubic metre of water, water per cubic metre, water tariff
ceiling_height = @length | 檐口高度 檐高 梁下高度 梁底高 棚高 | eaves height, eaves, headroom, beam height, internal height, height to eaves
door | 卷闸门 大门尺寸 | roller door, dock door, up-and-over door, level access door
security | 保卫 门岗 岗亭 安保部 保卫处 值班室 安全部 | security lodge, gatehouse, security team, patrols, control room, guards
reception ~ | 前厅 门厅 | lobby, reception area, front hall
accessible | 坡道 盲人 轮椅坡道 无障碍电梯 | ramp, wheelchair access, accessible toilet, hearing loop, guide dog
pet | 带宠物 宠物友好 小型犬 遛狗 狗狗 带狗 猫咪 | dogs, pet friendly, pet-friendly, guide dogs, bring a dog, four-legged
smoking | 电子烟 吸烟点 抽根烟 能抽烟 | vaping, smoking shelter, smoking area, cigarettes
alcohol | 喝酒 饮酒 酒精饮料 酒吧 | alcohol, bar, drink alcohol, beer, wine
shower | 淋浴 洗澡 冲凉 浴室 更衣室 | shower, showers, changing room, locker room
prayer | 祈祷室 祷告 礼拜室 | prayer room, multi-faith room, quiet room
clinic | 医务站 护士 急救点 看医生 保健室 | nurse, medical centre, medical center, sickbay, first-aid, doctor, health service
bank | 营业网点 银行网点 自助银行 | cashpoint, cash point, branch of a bank
express | 寄东西 收件 快递柜 寄包裹 | parcels, post room, courier point, mail room, pick up a parcel
talent | 安居 引进人才 人才引进 人才卡 职称 人才认定 | talents scheme, skilled workers, talent card, talent programme
foreign | 外国人 老外 外籍员工 外国员工 | expat, foreign staff, from abroad, overseas company
work_permit | 工作签证 签证 工作许可 居留 居留许可 工作许可证 | work permit, visa, residence permit
tax | 开票 增值税专用发票 发票抬头 税务登记 | tax office, tax registration, tax invoice, vat invoice
registration | 挂靠地址 注册地 虚拟地址 住所证明 工商变更 | company formation, incorporate, set up a company, registered office, business registration, register a company
subsidy | 有补贴 给多少补贴 | financial support, bonus, funding, grant scheme, award, awarded, reimbursed, reimbursement, cash support
apply | 申报时间 什么时候报 几月报 几月份报 受理 受理部门 怎么报 | applications are taken, applications open, apply by, call for applications, application window, how to apply
contact | 哪个部门 谁批 谁管 找哪个 归谁管 找哪个部门 受理部门 找哪位 对接谁 | deals with, responsible for, who looks after, who handles, who do i ask, speak to about, looks after, whom should i ask, in charge of
prohibited | 谢绝 禁飞 禁入 不接待 不准许 不让进 禁带 不予 | banned, not permitted, no entry, ban, off limits, not available, may not, must not
permitted ~ | 准许 允许吗 给不给 让进 能进 可以带 可带 能带 | can be brought, is it allowed, are we allowed
booking | 预订电话 报备 提前报 约棚 约时间 预约码 订位子 | book a slot, slot, reservations, reserve a place, sign up for
minimum | 起租 最小 至少要 最少得 最低多少 起步价 | smallest, minimum size, from as little as, starts at, starting at
maximum | 最多收 封顶价 最多交 最大多少 最长多久 | daily maximum, capped at, the most, tops out
"""
"""``concept flags | Chinese forms | English forms``; see ``concepts.py``."""
