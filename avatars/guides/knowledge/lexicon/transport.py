"""How one comes to a park and away."""

# ruff: noqa: E501 - rows are read as one line
from __future__ import annotations

from typing import Final

ROWS: Final = """
transport | 交通 怎么去 怎么来 怎么走 路线 到达 过去 前往 如何到 怎么到 来园区 出行 通勤 抵达 换乘 坐车 到园区 乘车 去园区 坐什么车 | transport, get there, get to, how to get, how do i get, directions, route, come to, travel, commute, reach the park, arrive, getting here, way to, access to, take me to
metro | 坐地铁 地铁 轨道交通 轻轨 地铁站 号线 轨交 城轨 | metro, subway, underground, mrt, light rail, rail transit, tube, metro station, subway station
bus | 公交 公交车 巴士 大巴 公交站 公共汽车 路公交 站台 | bus, bus stop, coach, public bus, bus route, bus line
public_transport | 公共交通 公交 地铁 | public transport, public transportation, public transit, mass transit
shuttle | 班车 接驳 摆渡 穿梭巴士 接驳车 摆渡车 通勤车 接驳巴士 通勤班车 园区巴士 专车 厂车 接送 | shuttle, shuttle bus, commuter bus, feeder bus, pick-up service, transfer bus, staff bus
airport | 机场 飞机 航班 航站楼 | airport, flight, plane, terminal
railway | 火车站 高铁 高铁站 火车 动车 铁路 火车东站 南站 北站 东站 西站 | railway station, train station, high-speed rail, high speed rail, train, railway, hsr, bullet train
highway | 高速 高速公路 高速路口 高速出口 匝道 国道 快速路 高速入口 收费站 下高速 互通 高架 | highway, expressway, motorway, freeway, exit ramp, interchange, ring road, toll gate, junction
port | 港口 码头 海港 港 集装箱 货运港 口岸 | port, harbour, harbor, wharf, dock port, container terminal, seaport
taxi | 出租车 打车 的士 网约车 滴滴 叫车 驾车 约车 乘车 | taxi, cab, ride-hailing, didi, car hailing, uber, by car, drive, order a car, car
drive | 开车 打车 自驾 驾车 导航 车程 行车 开过来 | drive, driving, by car, navigation, car ride, sat nav, gps
walk | 步行 走路 走过去 走几分钟 徒步 | walk, on foot, walking distance, walk from, walking
distance @distance | 距离 多远 距 远吗 离 几公里 多少公里 公里 车程 远不远 路程 相距 里程 远 近 最近 几站 | distance, how far, away, far, kilometre, kilometer, km, miles, minutes away, far from, close to, near, nearest, closest
travel_time ? @span | 多久能到 多长时间到 几分钟 车程 要多久 要花多久 多少分钟 多久 多长时间 | how long does it take, travel time, minutes, journey time, minute, take long
station | 站 车站 站点 哪一站 哪站 下车 哪站下 出口 上车点 | station, stop, get off, alight, which stop, exit
frequency = | 班次 发车 间隔 多久一班 几分钟一班 频率 首班 末班 首末班 首班车 末班车 发车时间 每隔 趟 时刻表 几点发车 几班 | frequency, interval, how often, every, first bus, last bus, timetable, departure, schedule, depart, departs, leave every
logistics | 物流 货运 运输 仓储物流 干线 配送中心 供应链 运货 | logistics, freight, transportation, haulage, supply chain, shipping, cargo
customs | 海关 报关 清关 保税 通关 保税区 进出口 综保区 综合保税区 出口 进口 外贸 | customs, clearance, bonded, customs clearance, bonded zone, import, export, foreign trade
speed_limit @speed | 限速 车速 时速 速度 | speed limit, speed, maximum speed, km/h
"""
"""``concept flags | Chinese forms | English forms``; see ``concepts.py``."""
