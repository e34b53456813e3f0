"""A powered bogie of a high-speed train on a piece of track, at 1 : 2.5."""

from __future__ import annotations

from scenes.author import Clip, Model
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.exhibit import Exhibit, Fact, Plinth
from scenes.demo.exhibits.kit import Item, assemble
from scenes.demo.exhibits.motion import spin
from scenes.demo.exhibits.train_bogie.drive import brakes, motors
from scenes.demo.exhibits.train_bogie.frame import air_springs, dampers, frame
from scenes.demo.exhibits.train_bogie.wheels import axle_boxes, track, wheelsets

__all__ = ["EXHIBIT"]


def _model(detail: Detail) -> Model:
    roll = Clip(
        "roll",
        tuple(spin(f"wheelset-{i + 1}", (0, 0, -1), 2.0, 4.0) for i in range(2)),
        {"zh": "滚动", "en": "Roll"},
    )
    return Model("train-bogie", assemble(_parts(detail), detail), clips=(roll,))


def _parts(detail: Detail) -> tuple[Item, ...]:
    return (
        Item("track", track(detail), ("轨道", "Track")),
        *wheelsets(detail),
        Item(
            "axle-boxes",
            axle_boxes(detail),
            ("轴箱与一系弹簧", "Axle boxes and primary springs"),
            (0, 0.2, 0),
        ),
        Item(
            "motors",
            motors(detail),
            ("牵引电机与齿轮箱", "Traction motors and gear cases"),
            (0, 0.36, 0),
        ),
        Item("brakes", brakes(detail), ("盘形制动夹钳", "Disc brake callipers"), (0, 0.52, 0)),
        Item("frame", frame(detail), ("H 形构架", "H-frame"), (0, 0.62, 0)),
        Item("dampers", dampers(detail), ("抗蛇行减振器", "Yaw dampers"), (0, 0.74, 0)),
        Item(
            "air-springs",
            air_springs(detail),
            ("二系空气弹簧", "Secondary air springs"),
            (0, 0.9, 0),
        ),
    )


EXHIBIT = Exhibit(
    "train-bogie",
    {"zh": "350 km/h 动力转向架", "en": "350 km/h powered bogie"},
    {"zh": "驰陆轨道", "en": "Chilu Rail"},
    {
        "zh": "轮对、轴箱弹簧、H 形构架与空气弹簧把车体与轨道一层层隔开，"
        "抗蛇行减振器在高速下压住摇摆。拆开后按承载顺序自下而上排列。",
        "en": "Wheelsets, primary springs, H-frame and air springs separate car and track layer by "
        "layer; yaw dampers hold it steady at speed. Apart, the parts line up in the order in "
        "which they carry the load.",
    },
    (
        Fact("模型比例", "Model scale", "1 : 2.5", "1 : 2.5"),
        Fact("设计速度", "Design speed", "350 km/h", "350 km/h"),
        Fact("固定轴距", "Wheelbase", "2 500 mm", "2,500 mm"),
        Fact("车轮直径（新 / 旧）", "Wheel diameter (new / worn)", "920 / 850 mm", "920 / 850 mm"),
        Fact("轴重", "Axle load", "不大于 17 t", "17 t at most"),
        Fact("牵引电机", "Traction motors", "2 × 625 kW 永磁同步", "2 × 625 kW permanent magnet"),
    ),
    Plinth(0.35, 1.05),
    _model,
    coarse_error=0.01,
    turn=32,
)
