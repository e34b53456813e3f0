"""Which bones hold what: weights as functions of the place, alike for every surface there."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from avatars.bodies.field import F64, smooth
from avatars.bodies.figure import Figure
from avatars.bodies.piece import Weights

Hold = Callable[[F64], Weights]


def add(into: dict[str, F64], bone: str, weights: F64) -> None:
    """Give a bone some more."""
    into[bone] = into[bone] + weights if bone in into else weights


def trunk(f: Figure) -> Hold:
    """Hips to neck by height, with arms growing out at the shoulders."""

    def hold(p: F64) -> Weights:
        found: dict[str, F64] = {}
        y, x = p[:, 1], np.abs(p[:, 0])
        thigh = smooth(y, f.hip + 0.03, f.hip - 0.10) * 0.62
        steps = [
            smooth(y, f.spine - 0.05, f.spine + 0.03),
            smooth(y, f.chest - 0.05, f.chest + 0.04),
            smooth(y, f.upper_chest - 0.05, f.upper_chest + 0.03),
            smooth(y, f.neck - 0.012, f.neck + 0.035) * smooth(x, 0.10, 0.055),
        ]
        arm = smooth(x, f.shoulder_x - 0.045, f.shoulder_x + 0.035) * smooth(
            y, f.shoulder - 0.115, f.shoulder - 0.035
        )
        clavicle = smooth(x, 0.025, f.shoulder_x) * smooth(y, f.upper_chest, f.shoulder) * 0.75
        left = np.ones(len(p))
        for bone, next_one in zip(
            ("hips", "spine", "chest", "upperChest", "neck"),
            [*steps, np.zeros(len(p))],
            strict=True,
        ):
            add(found, bone, left * (1 - next_one) * (1 - arm) * (1 - clavicle))
            add(found, "_clavicle", left * (1 - next_one) * (1 - arm) * clavicle)
            left = left * next_one
        # A jacket's hem goes a little with the legs beneath it.
        step, side_share = found["hips"] * thigh, smooth(p[:, 0], -0.10, 0.10)
        found["hips"] = found["hips"] * (1 - thigh)
        add(found, "leftUpperLeg", step * side_share)
        add(found, "rightUpperLeg", step * (1 - side_share))
        shoulder = found.pop("_clavicle")
        for side, here in (("left", p[:, 0] >= 0), ("right", p[:, 0] < 0)):
            add(found, f"{side}Shoulder", shoulder * here)
            for bone, weight in arms(f, side, p).items():
                add(found, bone, weight * arm * here)
        return found

    return hold


def arms(f: Figure, side: str, p: F64) -> dict[str, F64]:
    """Upper arm to hand, by the way out from the shoulder."""
    x = np.abs(p[:, 0])
    elbow = smooth(x, f.elbow_x - 0.045, f.elbow_x + 0.045)
    wrist = smooth(x, f.wrist_x - 0.022, f.wrist_x + 0.022)
    return {
        f"{side}UpperArm": 1 - elbow,
        f"{side}LowerArm": elbow * (1 - wrist),
        f"{side}Hand": elbow * wrist,
    }


def legs(f: Figure, blend: float) -> Hold:
    """Hips to toes; `blend` is how wide the two legs share what is between them."""

    def hold(p: F64) -> Weights:
        found: dict[str, F64] = {}
        y = p[:, 1]
        hip = smooth(y, f.hip + 0.045, f.hip - 0.085 - blend * 0.6)
        knee = smooth(y, f.knee + 0.05, f.knee - 0.05)
        foot = smooth(y, f.ankle + 0.035, f.ankle - 0.02)
        toes = smooth(p[:, 2], 0.075, 0.115) * foot
        left = smooth(p[:, 0], -blend, blend)
        add(found, "hips", 1 - hip)
        for side, share in (("left", left), ("right", 1 - left)):
            add(found, f"{side}UpperLeg", hip * (1 - knee) * share)
            add(found, f"{side}LowerLeg", hip * knee * (1 - foot) * share)
            add(found, f"{side}Foot", hip * knee * foot * (1 - toes) * share)
            add(found, f"{side}Toes", hip * knee * foot * toes * share)
        return found

    return hold


def neck(f: Figure) -> Hold:
    """Chest, neck and head, by height."""

    def hold(p: F64) -> Weights:
        low = smooth(p[:, 1], f.neck - 0.02, f.neck + 0.02)
        high = smooth(p[:, 1], f.head - 0.02, f.head + 0.02)
        return {"upperChest": 1 - low, "neck": low * (1 - high), "head": low * high}

    return hold


def head(p: F64) -> Weights:
    """Everything by the head."""
    return {"head": np.ones(len(p))}
