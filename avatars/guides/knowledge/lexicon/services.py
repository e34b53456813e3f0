"""What a park offers people: parking, meals, rooms, hours, contacts."""

# ruff: noqa: E501 - rows are read as one line
from __future__ import annotations

from typing import Final

ROWS: Final = """
parking | 地下停车 地下车位 地面车位 地上车位 停车 停车场 车位 泊车 停车位 车库 停车费 停车月卡 停哪 停车证 停车券 地库 月保 临停 停车收费 泊位 停车库 停放 停车楼 停一天车 停 开车来 私家车 自驾 | parking, underground parking, underground garage, car park, parking lot, parking space, garage, park a car, park my car, park the car, can i park, do i park, can we park, to park, visitors park, guests park, i park, we park, parking fee, parking permit, parking bay, parking pass, car space, park our car, park your car
parking_fee | 停车费 停车收费 停车月卡 停车多少钱 车位费 停车价格 月卡 包月 月保 临停 停车月租 | parking fee, parking charge, parking cost, parking rate, monthly parking, parking pass, parking price
charging | 充电 充电桩 电动车 电动汽车 新能源车 快充 慢充 电车 充电站 充电枪 换电 电瓶车 | charging, ev charger, charger, charging pile, charging station, electric vehicle, electric car, fast charging, charge my car, charging point, plug in, e-bike
bicycle | 自行车 单车 共享单车 骑车 非机动车 电瓶车 骑行 | bicycle, bike, cycling, shared bike, e-bike, cycle
truck | 货车 卡车 大车 集装箱车 货运车 大货车 半挂 挂车 | truck, lorry, trailer, container truck, articulated, heavy vehicle, hgv
canteen | 饭店 餐饮服务 开饭店 食堂 餐厅 吃饭 用餐 就餐 餐饮 餐 午饭 伙食 快餐 午餐 早餐 晚餐 饭堂 美食 饭 吃 早饭 晚饭 夜宵 餐馆 饭店 吃的 员工餐 | canteen, cafeteria, restaurant, dining, eat, meal, lunch, food, breakfast, dinner, muslim food, halal, food court, dine, catering, eatery, supper
halal | 清真 穆斯林 回民 | halal, muslim, muslims
coffee | 咖啡 咖啡馆 咖啡厅 奶茶 茶歇 下午茶 咖啡店 | coffee, cafe, café, coffee shop, tea break, refreshment, coffee bar
shop | 便利店 超市 商店 小卖部 购物 商业 零售 商铺 店 商业街 买东西 | shop, convenience store, supermarket, retail, grocery, shopping, store, commercial street
dormitory | 宿舍 公寓 住宿 人才公寓 员工宿舍 住 住房 倒班宿舍 居住 住处 蓝领公寓 床位 人才房 住的地方 住哪 倒班房 | dormitory, dorm, apartment, accommodation, housing, lodging, staff housing, talent apartment, live, flat, bed, residence hall, place to live
hotel | 酒店 宾馆 旅馆 招待所 民宿 入住酒店 过夜 | hotel, guest house, inn, stay overnight, guesthouse, motel
gym | 健身房 健身 锻炼 健身中心 瑜伽 | gym, fitness, exercise, work out, yoga, workout, fitness centre, fitness center
swimming | 游泳 游泳池 游泳馆 泳池 | swimming, swimming pool, swim, pool
sports | 运动 球场 体育 篮球 篮球场 羽毛球 网球 跑步 跑道 体育馆 打球 足球 乒乓球 | sport, sports, basketball, badminton, tennis, running track, football, table tennis, court, jogging
meeting_room | 会议室 开会 会议 会议中心 多功能厅 会场 培训室 洽谈室 会议厅 开会的地方 会议场地 | meeting room, conference room, conference, meeting, event space, training room, function room, boardroom, hold a meeting
theatre | 剧场 剧院 礼堂 报告厅 路演厅 演播厅 大剧场 | theatre, theater, auditorium, lecture hall, roadshow hall, playhouse
roadshow | 路演 | roadshow, pitch, demo day
capacity = @people | 容纳 座位 能坐 多少人 可容纳 容量 几个人 人数上限 能容 最多容纳 坐得下 多少座 座 | capacity, seat, accommodate, hold how many, how many people, seating, holds, attendees
clinic | 医院 医务室 诊所 卫生室 看病 急诊 就医 药店 医疗 急救 体检 医疗站 卫生站 急救箱 药房 生病 受伤 医务 除颤仪 AED | clinic, hospital, medical, doctor, first aid, pharmacy, infirmary, health centre, aed, injured, defibrillator, sick, health center, nurse, medical room
bank | 银行 取款 取钱 atm 柜员机 提款机 | bank, atm, cash machine, withdraw cash
school | 学校 小学 中学 上学 子女入学 子女教育 入学 孩子 小孩 | school, children, primary school, schooling, kid
childcare | 幼儿园 托育 托儿 托班 育儿 托管 幼托 托儿所 | kindergarten, nursery, childcare, day care, daycare, crèche
university | 大学 高校 学院 | university, college
library_books | 图书馆 阅览室 书店 书吧 图书 | library, reading room, bookstore
express | 快递 寄件 包裹 邮件 邮寄 收发室 快递柜 收快递 取件 快递站 驿站 邮局 信件 丰巢 快递点 寄快递 | courier, parcel, package, mail, express delivery, post office, parcel locker, mailroom, delivery locker
print | 打印 复印 文印 扫描 图文 | print, printing, photocopy, copying, scan, printer
toilet | 厕所 卫生间 洗手间 茅房 公厕 | toilet, restroom, washroom, lavatory, bathroom, wc
nursing | 母婴室 哺乳 母婴 | nursing room, baby care, mother and baby, breastfeeding
accessible | 无障碍 轮椅 残疾人 残障 盲道 行动不便 | accessible, wheelchair, disabled, barrier-free, accessibility, step-free, mobility impaired
smoking | 吸烟 抽烟 禁烟 吸烟区 吸烟室 吸烟点 | smoking, smoke, no smoking, cigarette, vape
pet | 宠物 狗 猫 遛狗 带狗 动物 | pet, dog, cat, animal
luggage | 行李 寄存 储物柜 存包 | luggage, locker, left luggage, cloakroom, baggage
lost | 东西丢 失物 遗失 丢失 丢了 失物招领 捡到 招领 补办 | lost, lost property, lost and found, found item, lost-and-found, replacement
visit | 参观 参访 来访 访客 考察 游览 观摩 预约参观 看房 实地看 团体参观 接待 踏勘 探访 来看 看厂 访问 走访 | visitors park, guests park, visit, visitor, guest, tour, guided tour, site visit, viewing, come and see, visiting, sightseeing, group tour, drop by
booking | 保留 预留 留房 预约 预订 订 预定 约 提前约 报名 登记 申请 排队 订位 怎么约 | book, booking, reserve, reservation, appointment, sign up, schedule, reserving, booked
ticket | 车费 路费 门票 票 票价 入场 入园 购票 买票 入场费 门票价格 | ticket, admission, entry fee, entrance fee, admission fee, pass, fare, bus fare, train fare
id_card | 身份证 证件 护照 带什么证 有效证件 身份证件 门禁卡 工牌 通行证 园区卡 一卡通 访客证 出入证 | id card, identification, passport, identity document, access card, badge, photo id, pass card, visitor badge, proof of identity
guide_tour | 讲解 导览 讲解员 导游 解说 语音导览 讲解服务 讲解时间 | guide, guided, docent, commentary, audio guide, narration, explain tour, interpreter
hours @time | 开放时间 营业时间 上班时间 工作时间 服务时间 几点 几点开门 几点关门 开门 关门 办公时间 开园时间 闭馆 开馆 什么时间开 开放 营业 几点下班 几点上班 闭园 几点到几点 作息 下班 上班 开到几点 几点开 几点关 时段 供应时间 用餐时间 打烊 早上几点 晚上几点 | opening hours, open hours, business hours, working hours, office hours, hours, open, close, opening time, closing time, what time, hours of operation, closes, opens, serving hours, serve, operating hours, shut, open until
weekend | 周末 周六 周日 星期六 星期天 双休日 礼拜天 星期日 礼拜六 | weekend, saturday, sunday
holiday | 节假日 假期 春节 国庆 法定节假日 节日 放假 公休 假日 元旦 五一 中秋 过年 除夕 | holiday, public holiday, spring festival, national day, chinese new year, statutory holiday, new year
weekday | 工作日 周一至周五 平日 周一到周五 星期一 周一 周二 周三 周四 周五 | weekday, working day, monday, tuesday, wednesday, thursday, friday, mon-fri, business day
night | 晚上 夜间 夜里 凌晨 深夜 通宵 夜班 晚 半夜 24小时 二十四小时 全天 夜晚 | night, at night, evening, overnight, late, 24 hours, 24/7, round the clock, midnight, after hours, 24-hour
contact | 联系 联系方式 联络 怎么联系 联系人 找谁 咨询 联系谁 负责人 对接人 对接 咨询谁 向谁 哪个部门 谁负责 热线 客服 | contact, get in touch, reach, contact person, whom to contact, who do i call, in charge, responsible, hotline, reach out, enquiry, inquiry, point of contact, who should i talk, who to ask
phone = @phone | 电话 手机 联系电话 热线 座机 拨打 电话号码 手机号 号码 打给谁 打电话 服务热线 咨询电话 联系方式 招商热线 分机 总机 | phone, telephone, call, hotline, number to call, mobile number, phone number, dial, tel, helpline, contact number, ring, extension, telephone number
email = @email | 邮箱 电子邮件 电子邮箱 email 邮件地址 e-mail 邮箱地址 | email, e-mail, mail address, email address
wechat | 微信 公众号 小程序 微信号 企业微信 微信群 扫码 | wechat, official account, mini program, qr code, mini-program
website = @url | 网站 官网 网址 主页 链接 网页 门户 | website, web site, url, homepage, web page, online portal, link
address @place | 所在建筑 所在 所在地 地址 在哪 在哪里 位置 位于 坐落 哪儿 地点 什么地方 怎么找 在什么地方 哪里 何处 方位 具体位置 几号楼 哪栋 坐标 什么位置 哪个位置 | address, location, where, located, situated, whereabouts, housed, based in, which building, street address, position, find
postcode = | 邮编 邮政编码 | postcode, zip code, postal code, zip
service_centre | 服务中心 服务台 前台 企业服务中心 服务大厅 咨询台 一站式 接待处 客服中心 窗口 办事大厅 政务 | service centre, service center, front desk, reception, help desk, information desk, one-stop, reception desk, service counter, service hall, service desk
repair | 维修 报修 修理 坏了 故障 维护 保养 检修 漏水 修 维保 | repair, maintenance, fix, broken, fault, breakdown, report a fault, service call, leak, overhaul, malfunction
complaint | 投诉 意见 反馈 建议 举报 不满意 | complaint, complain, feedback, suggestion, report a problem, grievance
emergency | 紧急 应急 报警 突发 求助 急救 火警 应急电话 疏散 | emergency, urgent, alarm, evacuation, evacuate, accident, emergency number
delivery_rules | 外卖 送货 配送 送餐 货运 搬家 搬运 进货 搬入 大件 | takeaway, food delivery, deliver, delivery, moving in, removal van, goods delivery, freight, bring goods
event | 活动 沙龙 比赛 大赛 展会 论坛 发布会 讲座 培训 路演 年会 开放日 招聘会 峰会 庆典 赛事 | event, salon, competition, exhibition, forum, launch, lecture, training, roadshow, party, open day, job fair, summit, seminar, workshop event, contest
photo | 拍照 摄影 录像 拍摄 摄像 照相 航拍 无人机拍 拍视频 | photo, photograph, photography, filming, video recording, take picture, film, shoot, take photo, picture
property_company | 物业 物业公司 物管 物业服务 物业中心 | property manager, property management, estate manager, facility management, facilities, property company
"""
"""``concept flags | Chinese forms | English forms``; see ``concepts.py``."""
