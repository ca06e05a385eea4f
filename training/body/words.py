"""What the windows of the views are called, and what lies beyond their edges."""

from __future__ import annotations

CAPTIONS: dict[str, dict[str, str]] = {
    "arm-front": {"shoulder": "Front of the right shoulder", "elbow": "Front of the right upper arm"},
    "arm-outer": {"shoulder": "Outer side of the right shoulder", "elbow": "Outer side of the right upper arm"},
    "ear": {"upper": "Upper half of the left ear", "lower": "Lower half of the left ear"},
    "foot-inner": {"ankle": "Inner side of the right ankle", "toes": "Inner edge of the right big toe"},
    "foot-outer": {"ankle": "Outer side of the right ankle", "toes": "Outer edge of the right foot"},
    "foot-sole": {"toes": "Sole of the right foot, toes"},
    "foot-top": {"toes": "Top of the right toes"},
    "forearm-back": {
        "wrist": "Back of the right wrist",
        "forearm": "Back of the right forearm",
        "elbow": "Back of the right elbow",
    },
    "forearm-palm": {
        "wrist": "Palm side of the right wrist",
        "forearm": "Palm side of the right forearm",
        "elbow": "Front of the right elbow",
        "hand": "Palm of the right hand",
    },
    "forearm-thumb": {
        "wrist": "Thumb side of the right wrist",
        "forearm": "Thumb side of the right forearm",
        "elbow": "Outer side of the right elbow",
    },
    "hand-back": {"fingers": "Back of the right fingers"},
    "hand-palm": {"fingers": "Palm side of the right fingers"},
    "head-back": {"nape": "Back of the head, nape"},
    "head-front": {
        "eyes": "Face, the eyes",
        "nose-mouth": "Face, nose and mouth",
        "forehead": "Forehead",
        "neck": "Front of the neck",
        "face": "Face",
    },
    "head-side": {
        "temple": "Left temple",
        "ear": "Round the left ear",
        "jaw": "Left side of the jaw",
        "neck": "Left side of the neck",
        "side": "Left side of the head",
    },
    "leg-back": {
        "thigh": "Back of the right thigh",
        "knee": "Back of the right knee",
        "calf": "Back of the right calf",
    },
    "leg-front": {
        "thigh": "Front of the right thigh",
        "knee": "Front of the right knee",
        "shin": "Front of the right lower leg",
        "below-knee": "Front of the right shin, below the knee",
    },
    "leg-inner": {
        "thigh": "Inner side of the right thigh",
        "knee": "Inner side of the right knee",
        "lower-leg": "Inner side of the right lower leg",
        "below-knee": "Inner side of the right knee and calf",
    },
    "leg-outer": {
        "hip": "Right hip from the side",
        "thigh": "Outer side of the right thigh",
        "knee": "Outer side of the right knee",
        "lower-leg": "Outer side of the right lower leg",
        "below-knee": "Outer side, below the right knee",
    },
    "trunk-back": {
        "upper-back": "Upper back",
        "middle": "Middle of the back",
        "lower-back": "Lower back",
        "sacrum": "Lower back and buttocks",
    },
    "trunk-front": {
        "chest": "Chest from the front",
        "upper-belly": "Upper belly",
        "breastbone-to-navel": "Belly from breastbone to navel",
        "lower-belly": "Lower belly",
    },
    "trunk-side": {"ribs": "Left side of the chest", "hip": "Left hip from the side"},
}

_HAND_UP = {"top": "hand", "bottom": "shoulder"}
_HEAD_UP = {"top": "head", "bottom": "legs"}
_LEG = {"top": "hip", "bottom": "foot"}
ENDS: dict[str, dict[str, str]] = {
    "arm-front": {"top": "shoulder", "bottom": "hand"},
    "arm-outer": {"top": "shoulder", "bottom": "hand"},
    "foot-inner": {"left": "toes", "right": "heel", "top": "knee"},
    "foot-outer": {"right": "toes", "left": "heel", "top": "knee"},
    "foot-sole": {"top": "toes", "bottom": "heel"},
    "foot-top": {"top": "toes", "bottom": "ankle"},
    "forearm-back": _HAND_UP,
    "forearm-palm": _HAND_UP,
    "forearm-thumb": _HAND_UP,
    "hand-back": {"top": "fingertips", "bottom": "elbow"},
    "hand-edge": {"top": "fingertips", "bottom": "elbow"},
    "hand-palm": {"top": "fingertips", "bottom": "elbow"},
    "head-back": {"top": "crown", "bottom": "back"},
    "head-front": {"top": "crown", "bottom": "chest"},
    "head-side": {"top": "crown", "bottom": "shoulder", "left": "face", "right": "back of the head"},
    "leg-back": _LEG,
    "leg-front": _LEG,
    "leg-inner": _LEG,
    "leg-outer": _LEG,
    "trunk-back": _HEAD_UP,
    "trunk-front": _HEAD_UP,
    "trunk-side": _HEAD_UP,
}

WINDOWS: dict[str, dict[str, list[float]]] = {
    "head-front": {"face": [-92, 66, 92, 236]},
    "leg-front": {"below-knee": [-100, -60, 100, 190]},
    "leg-inner": {"below-knee": [-100, -60, 100, 190]},
    "leg-outer": {"below-knee": [-115, -60, 85, 190]},
    "trunk-front": {"breastbone-to-navel": [-205, 160, 205, 419]},
    "hand-back": {"hand": [-80, -126, 66, 18]},
    "hand-palm": {"hand": [-66, -126, 80, 18]},
    "hand-edge": {"hand": [-45, -130, 60, 30]},
    "foot-top": {"middle": [-62, -178, 66, -14]},
}
"""Windows that the hand-drawn figures do not have."""
