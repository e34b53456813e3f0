"""Companies, trades and exhibits, and what is told of them."""

# ruff: noqa: E501 - rows are read as one line
from __future__ import annotations

from typing import Final

ROWS: Final = """
company ~ | 公司 企业 厂商 单位 商户 厂家 厂 机构 集团 客户 租户 入驻企业 有限公司 我司 园区企业 | company, enterprise, firm, business, tenant, corporation, organisation, organization, companies, inc, ltd, limited, manufacturer, resident
founder = | 创始人 创办人 创立者 老板 董事长 总经理 ceo 总裁 负责人 谁创办 掌门人 当家人 | founder, founded by, ceo, chairman, general manager, boss, owner, president, who runs, who founded, managing director, director
founded = @date | 成立 创立 创办 成立时间 成立于 哪年成立 创建 建立 成立日期 创立于 什么时候成立 | founded, established, founding year, set up in, since when, year of establishment, formed, date of establishment, when was it founded, incorporated in
headcount @people | 员工 员工人数 人数 员工数 职工 多少人 人员规模 团队 员工数量 多少员工 雇员 职工人数 用工人数 几个人 团队规模 从业人员 就业 多少名员工 | employee, employees, staff, headcount, workforce, how many people, number of employees, team size, worker, people work, personnel, staff count
business | 主营 业务 经营范围 做什么 主要产品 产品 干什么 生产什么 主要业务 做啥 服务范围 从事 主打 干啥 是做什么的 主营业务 主营产品 生产 专注 | main business, product, business scope, what does it do, make, produce, line of business, specialise, specialize, do for a living, products, manufacture, business of, engaged in, does it make
customer | 客户 合作伙伴 合作 主要客户 客户群 用户 合作单位 服务对象 供货 | customer, client, partner, partnership, cooperate, user, serve, clientele, supplies
headquarters = | 总部 总公司 母公司 总部在哪 | headquarters, head office, parent company, hq, headquartered
branch | 分公司 子公司 分支机构 办事处 分园 | branch, subsidiary, branch office, affiliate
company_count @firms | 多少家企业 几家公司 企业数量 多少家 多少企业 几家企业 企业总数 多少家公司 入驻企业数 几家 | how many companies, number of companies, how many firms, how many tenants, how many enterprises, number of tenants, how many businesses
listed | 上市 股票代码 科创板 上市公司 ipo 股票 | listed, stock code, ipo, public company, stock exchange
operator | 运营 运营方 运营商 管理方 开发商 业主 管委会 投资方 建设方 运营单位 开发单位 主办方 主办 承办 建设单位 谁运营 谁建的 谁管理 | operator, operated by, developer, landlord, management committee, run by, owner, operate, organiser, organizer, managed by, host
exhibit | 展品 展项 展示 展出 陈列 模型 展件 样机 展览 展位 | exhibit, display, model, on show, shown, exhibition piece, on display, showcase
booth | 展位 展台 摊位 展区 | booth, stand, stall, exhibition stand, exhibit stand
hall_place | 展厅 展馆 大厅 厅 场馆 展示中心 展示厅 体验馆 | hall, exhibition hall, showroom, gallery, pavilion, lobby
parameter | 参数 规格 性能 指标 技术参数 配置 型号 尺寸 技术规格 | parameter, specification, spec, performance, specs, configuration, model number, dimension, technical data, datasheet
dimension = | 尺寸 外形尺寸 长宽高 大小 体积 多大 尺码 外形 | dimension, size, measurements, dimensions, how big, volume
speed = @speed | 速度 转速 时速 多快 巡航速度 最高速度 运行速度 节拍 | speed, how fast, rpm, velocity, rotational speed, cycle time, cruise speed, top speed
accuracy = @fine | 精度 定位精度 重复定位精度 误差 准确度 重复精度 加工精度 公差 | accuracy, precision, repeatability, tolerance, error margin, positioning accuracy, how precise, how accurate, precise
payload = @weight | 负载 有效载荷 载荷 额定负载 最大负载 承载 载重 能抓多重 能举多重 搬多重 拉多重 载货 负重 | payload, load, rated load, lifting capacity, carrying capacity, lift how much, carry, max load, haul
range = @distance | 续航 航程 臂展 工作半径 射程 续航里程 作业半径 能跑多远 能飞多远 工作范围 臂长 | range, reach, arm span, working radius, endurance, cruising range, arm length, how far can, working range
endurance = @span | 续航时间 飞行时间 待机 电池续航 能飞多久 续航 待机时间 用多久 | flight time, battery life, endurance, standby time, how long can it, run time, runtime, flying time
battery | 电池 电池包 电芯 锂电 蓄电池 动力电池 电池容量 | battery, cell, battery pack, lithium, batteries
rated_power = @power | 功率 额定功率 输出功率 单机容量 装机 千瓦 发电功率 装机容量 额定容量 | rated power, power output, output power, kilowatt, wattage, capacity rating, rated output, megawatt, power rating, rated capacity
efficiency = @percent | 能效比 pue 效率 能效 转换效率 热效率 | efficiency, energy efficiency, conversion efficiency, efficient
flow = | 流量 扬程 压力 排量 | flow, flow rate, pressure head, head of pump, displacement, delivery rate
temperature = @heat | 温区 温度 耐温 多少度 工作温度 高温 低温 | temperature, degrees, heat resistance, celsius, how hot, how cold
pressure = | 压力 气压 耐压 压强 | pressure, bar, mpa
lifespan = | 寿命 使用年限 使用寿命 设计寿命 循环寿命 质保 保修 质保期 保修期 循环次数 | lifespan, service life, lifetime, warranty, cycle life, design life, guarantee period
blade | 叶片 叶轮 桨叶 轮毂 | blade, impeller, rotor, hub
motor | 电机 马达 发动机 引擎 驱动 | motor, engine, drive unit
gear | 齿轮 减速器 减速机 变速箱 传动 | gear, gearbox, reducer, transmission, reduction ratio
robot | 机器人 机械臂 机械手 协作机器人 | robot, robotic arm, manipulator, cobot, robot arm, robotics
drone | 无人机 飞行器 低空 | drone, uav, unmanned aerial, low-altitude
vehicle | 车辆 汽车 整车 车型 无人车 配送车 智能网联 | vehicle, car, automobile, autonomous vehicle, delivery vehicle, automotive
turbine | 燃气轮机 风机 涡轮 风力发电机 汽轮机 | turbine, gas turbine, wind turbine, windmill
pump | 泵 离心泵 水泵 | pump, centrifugal pump
machine_tool | 机床 加工中心 数控 车床 五轴 | machine tool, machining centre, machining center, cnc, lathe, five-axis, milling
data_centre | 数据中心 机房 智算中心 算力中心 idc | data centre, data center, server room, computing centre
rack | 机柜 机架 | rack, racks, cabinet
component | 零件 部件 组成 构成 结构 零部件 组件 由什么组成 哪几部分 | component, made up of, consist, assembly, composed, composition, spare parts, parts list
function | 功能 用途 作用 用来做什么 有什么用 干嘛用 用处 应用 应用场景 用于 | function, purpose, use, used for, feature, what is it for, application, used to, capability
principle | 原理 工作原理 怎么工作 如何工作 如何运作 怎么运行 | principle, how does it work, how it works, mechanism, work on
biomedicine | 生物医药 医药 制药 生物 医疗器械 药品 基因 生物技术 | biomedicine, biopharma, pharmaceutical, biotech, medical device, life science, drug, life sciences
electronics | 电子 芯片 半导体 集成电路 电路 传感器 光电 电子信息 晶圆 | electronics, chip, semiconductor, integrated circuit, sensor, optoelectronics, circuit, wafer, microchip
new_energy | 新能源 光伏 风电 储能 氢能 锂电 | new energy, photovoltaic, wind power, energy storage, hydrogen, renewable energy, clean energy
new_material | 新材料 复合材料 碳纤维 高分子 | new material, advanced material, composite, carbon fibre, carbon fiber, polymer
ai | 人工智能 ai 大模型 算法 机器学习 智能 | artificial intelligence, ai, algorithm, machine learning, large model, intelligent
software | 软件 信息技术 互联网 数字 大数据 云计算 平台 saas 数字经济 | software, internet, digital, big data, cloud, platform, information technology, cloud computing
smart_manufacturing | 智能制造 工业互联网 高端装备 装备制造 自动化 智能装备 | smart manufacturing, intelligent manufacturing, industrial internet, advanced equipment, automation, equipment manufacturing, industry 4.0
food_industry | 食品 饮料 食品加工 | food processing, beverage, food industry
cultural | 文创 文化创意 设计 影视 传媒 动漫 游戏 | cultural, creative, design, film and television, media, animation, game
aerospace | 航空 航天 商业航天 卫星 火箭 | aerospace, aviation, satellite, space industry, rocket
chemistry | 化工 化学 危化品 危险品 化学品 易燃 易爆 易燃易爆 | chemical, chemistry, hazardous chemical, dangerous goods, flammable, explosive, hazardous material, chemicals
textile | 纺织 服装 面料 印染 | textile, clothing, garment, apparel
award_honour | 荣誉 奖项 获奖 称号 评为 国家级 省级 示范 | honour, honor, award won, title, recognised, recognized, national-level, provincial, prize
history | 历史 沿革 发展历程 前身 由来 来历 | history, background, origin, development history, formerly
weather | 天气 下雨 气温 台风 下雪 雾霾 气候 天气预报 | weather, rain, forecast, typhoon, snow, climate, weather forecast
stock_price | 股价 股票价格 市值 行情 大盘 股市 | stock price, share price, market cap, market value, stock market
politics | 总统 主席 政治 选举 国家领导人 总理 首相 战争 | president of, politics, election, prime minister, government leader, war
joke | 笑话 唱歌 讲故事 写诗 作诗 段子 谜语 | joke, sing, poem, story, riddle, song
news | 新闻 头条 热搜 | news, headline
population = @people | 人口 常住人口 居民 | population, inhabitants, residents of the city
mayor | 市长 书记 县长 区长 省长 | mayor, party secretary, governor
competitor | 竞争对手 同行 别的园区 其他园区 | competitor, rival, other parks
"""
"""``concept flags | Chinese forms | English forms``; see ``concepts.py``."""
