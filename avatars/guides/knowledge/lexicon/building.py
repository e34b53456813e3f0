"""What buildings have and bear: heights, loads, power, water, lifts."""

# ruff: noqa: E501 - rows are read as one line
from __future__ import annotations

from typing import Final

ROWS: Final = """
ceiling_height = @length | 层高 净高 挑高 首层高 层高多少 吊顶高度 净空 多高 楼层高度 有多高 高度 高 举架 层净高 室内高 空高 | ceiling height, clear height, floor height, storey height, floor-to-floor, headroom, floor to ceiling, how high, how tall, height, high, tall, clearance, slab-to-slab, clear headroom, floor-to-ceiling
floor_load = @load | 荷载 承重 载重 承载 楼板承重 地面承重 楼面荷载 活荷载 承载力 楼面承重 地面荷载 地坪承重 能承受 承受 放得下 吨的设备 载荷 楼板荷载 负荷 荷重 扛得住 压得住 撑得住 重型设备 重设备 能放多重 多重 有多重 限重 | floor load, floor loading, load capacity, load-bearing, bearing capacity, load bearing, live load, heavy equipment, heavy machine, heavy machinery, weight limit, how heavy, how much weight, loading capacity, carry, support the weight, hold the weight, withstand, floor strength, loading, floor bear, take the weight, bear, loads
power @power | 千瓦 电力 停电 断电 供电局 电容量 配电 供电 用电 电量 变压器 电力容量 配电容量 用电容量 电容 供电容量 电负荷 用电负荷 多少电 双回路 强电 通电 功率 千伏安 电源 增容 供配电 用电量 电压 电 大功率 耗电 装机容量 | power, electricity, electrical, power supply, kilowatt, kilowatts, kw, electric capacity, power capacity, transformer, kva, power load, electrical load, voltage, dual circuit, dual supply, power available, feeder, wattage, electric, current, amperage
power_fee | 电费 电价 用电价格 电费多少 度电 一度电 每度 每千瓦时 | electricity price, power price, electricity rate, electricity cost, electricity bill, per kwh, power tariff, electricity tariff, electricity fee, electricity charge, cost of electricity, price of electricity, unit of electricity
water_fee | 水费 水价 吨水 一吨水 每吨水 用水价格 | water price, water rate, water bill, water cost, water tariff, water charge, cost of water, price of water
backup_power | 停电了 断电了 电源切换 备用电源 发电机 应急电源 双回路 不间断电源 停电 断电 双电源 备电 柴油发电 双路供电 断供 | backup power, generator, emergency power, ups, dual circuit, dual supply, power cut, blackout, outage, standby power, dual feed, diesel generator, power failure, redundant power
water | 供水 给水 用水 自来水 水 给排水 水压 热水 纯水 水管 | water, water supply, tap water, plumbing, water pressure
drainage | 排水 排污 污水 废水 污水处理 污水站 雨水 污水管 | drainage, sewage, sewer, waste water, wastewater, effluent, discharge, sewerage
natural_gas | 燃气 天然气 煤气 供气 气源 管道气 | natural gas, gas supply, gas, fuel gas, piped gas
steam | 蒸汽 工业蒸汽 供热 热力 | steam, process steam
compressed_air | 压缩空气 空压 气体 | compressed air, air compressor
nitrogen | 氮气 氧气 氢气 氩气 特气 | nitrogen, oxygen, hydrogen gas, argon, specialty gas
elevator | 电梯 货梯 客梯 升降机 乘梯 直梯 扶梯 梯 吨货梯 升降平台 | elevator, lift, freight elevator, goods lift, cargo lift, passenger lift, escalator, hoist, freight lift, service lift
elevator_load = @weight | 货梯载重 电梯载重 货梯承重 电梯承重 | lift capacity, elevator capacity, freight elevator load
dock | 卸货 卸货平台 装卸 月台 货台 装卸货 卸货口 装货 装卸平台 卸货区 上下货 | loading dock, dock, unloading, loading bay, loading platform, unload, dock leveller, load and unload
crane | 行车 起重机 桥式起重机 吊车 起重机 航车 桥吊 天车 吊装 起重 行吊 | crane, overhead crane, gantry, hoisting, bridge crane, lifting
column_grid = @length | 柱距 柱网 跨度 进深 柱间距 开间 | column spacing, column grid, span, bay spacing, depth, column distance, bay width
floors = | 层数 几层 多少层 总楼层 楼层数 几层楼 共几层 地上几层 | number of floors, how many floors, storeys, stories, how many storeys, how many stories, floor count, floors does
building | 楼 楼栋 建筑 大楼 楼宇 栋 幢 大厦 主楼 楼盘 几栋楼 塔楼 | building, tower, block, edifice, premises
floor_level | 楼层 层 楼上 楼下 哪层 几楼 哪一层 首层 底楼 | floor, level, storey, upstairs, downstairs, which floor, ground floor
heating | 暖气 供暖 采暖 取暖 地暖 集中供暖 | heating, heat, central heating, radiator
aircon | 空调 中央空调 制冷 冷气 新风 通风 恒温恒湿 冷暖 暖通 空调费 VRV | air conditioning, air-conditioning, aircon, hvac, cooling, ventilation, fresh air, a/c
network | 网络 宽带 网速 上网 光纤 带宽 互联网 网线 千兆 网费 弱电 专线 | network, broadband, internet, fibre, fiber, bandwidth, connectivity, leased line, internet speed, gigabit
wifi | 无线网 无线网络 wifi wi-fi 无线 热点 | wifi, wi-fi, wireless, hotspot, wireless network
signal_5g | 5g 信号 手机信号 基站 | 5g, mobile signal, cell coverage, cellular, phone signal
fire | 消防 防火 火灾 喷淋 耐火等级 消防等级 灭火 火险 烟感 丙类 丁类 戊类 甲类 乙类 消防验收 灭火器 耐火 着火 消防车 | fire, fire safety, fire rating, sprinkler, fire protection, fire class, fire resistance, firefighting, smoke detector, fire alarm, fire hazard, fire extinguisher
security | 安保 保安 安防 监控 门禁 巡逻 治安 摄像头 安全 值班 看门 | security, guard, surveillance, cctv, access control, patrol, camera, safe
clean_room | 洁净室 无尘车间 洁净车间 净化车间 洁净度 无尘室 洁净厂房 gmp 百级 万级 千级 十万级 | clean room, cleanroom, dust-free, gmp, clean workshop, cleanliness class
environment | 环保 环评 环境影响 排放 危废 废气 噪音 环保要求 废弃物 危险废物 固废 环保审批 污染 粉尘 | environmental, environment impact, eia, emission, hazardous waste, noise, pollution, exhaust gas, environmental approval, environmental permit, waste gas, dust
rubbish | 垃圾 废弃物 清运 保洁 清洁 打扫 垃圾清运 垃圾分类 卫生 建筑垃圾 | rubbish, garbage, trash, waste collection, cleaning, refuse, litter, waste disposal
structure | 结构 钢结构 框架结构 钢筋混凝土 门窗 外墙 抗震 抗震等级 混凝土 | structure, steel structure, frame, reinforced concrete, seismic, facade
floor_finish | 地坪 地面 环氧 金刚砂 耐磨地坪 地板 | floor finish, epoxy, flooring, floor surface, concrete floor, floor coating
green_building | 绿色建筑 绿建 leed 节能 光伏 太阳能 绿电 碳中和 低碳 屋顶光伏 零碳 双碳 储能 | green building, leed, energy saving, solar, photovoltaic, rooftop solar, carbon neutral, low carbon, green power, green electricity, energy-saving, renewable
equipment | 设备 机器 机械 机床 仪器 装置 产线 生产线 大型设备 | equipment, machine, machinery, device, apparatus, instrument, production line
material | 材料 材质 用料 原料 物料 | material, made of, fabric, raw material
construction_year | 开园时间 建成 竣工 建成时间 竣工时间 建于 哪年建 建造年份 投用 建成年份 启用 投入使用 开园 奠基 开工 动工 封顶 什么时候建 成立 哪年建的 建好 | built, completed, year built, constructed, completion, construction year, put into use, went into operation, opened in, open its doors, did the park open, was the park opened, groundbreaking, broke ground, when was it built
plot_ratio = | 容积率 建筑密度 绿化率 绿地率 | plot ratio, floor area ratio, building density, green ratio, greening rate, green coverage, green space ratio
greenery | 绿化 绿地 公园 花园 草坪 景观 | greenery, green space, garden, park lawn, landscape, landscaping
width = @length | 宽 宽度 多宽 门宽 宽多少 路宽 | width, wide, how wide
length = @length | 长度 多长 长 有多长 | length, how long is the
depth = @length | 深度 多深 埋深 | depth, deep, how deep
weight = @weight | 重量 自重 多重 重多少 净重 毛重 体重 有多重 重达 整机重量 质量多少 | weight, weigh, how heavy, mass, net weight, gross weight
door | 门 大门 卷帘门 出入口 入口 | door, gate, entrance, shutter, roller shutter
roof | 屋顶 屋面 天台 楼顶 露台 | roof, rooftop, terrace
"""
"""``concept flags | Chinese forms | English forms``; see ``concepts.py``."""
