"""The names of landmarks as one says them, for pictures in words."""

from __future__ import annotations

_SAID = {
    "acromial_angle": "the back corner of the shoulder",
    "acromion": "the outer end of the shoulder",
    "ankle_front": "the front of the ankle",
    "ankle_level": "the level of the outer ankle bone",
    "arm_top": "the shoulder",
    "asis": "the front point of the hip bone",
    "axillary_fold": "the fold of the armpit",
    "base": "the upper edge of the kneecap",
    "below_clavicle": "the lower edge of the collar bone",
    "brow_middle": "the middle of the eyebrow",
    "chin_groove": "the groove above the chin",
    "coccyx": "the tip of the tailbone",
    "condyle": "the inner knob of the shin bone below the knee",
    "crease": "the crease of the elbow",
    "crown": "the crown of the head",
    "elbow": "the crease of the elbow",
    "fibula_head": "the bony knob below the outer side of the knee",
    "fibula_level": "the fold of the knee",
    "fold": "the fold below the buttock",
    "fold_level": "the level of the fold of the armpit",
    "glabella": "the spot between the eyebrows",
    "groin_level": "the groin",
    "hair_above_ear": "the hairline above the ear",
    "hair_behind_ear": "the hairline above the back of the ear",
    "hairline": "the front hairline",
    "hairline_3": "the front hairline",
    "hairline_back": "the back hairline",
    "hairline_corner": "the corner of the front hairline",
    "hairline_pupil": "the front hairline above the pupil",
    "hiatus": "the lower end of the sacrum",
    "inner_ankle": "the peak of the inner ankle bone",
    "knee_fold": "the fold of the knee",
    "knee_level": "the level of the fold of the knee",
    "ligament_lateral": "the hollow on the outer side below the kneecap",
    "lobe_middle": "the middle of the ear lobe",
    "navel_4": "the level of the navel",
    "navel_5": "the level of the navel",
    "navel_level": "the level of the navel",
    "navel_side": "the level of the navel",
    "navicular": "the bony bump above the inner arch",
    "notch": "the hollow above the breastbone",
    "olecranon": "the tip of the elbow",
    "outer_ankle": "the peak of the outer ankle bone",
    "outer_canthus": "the outer corner of the eye",
    "patella_lateral": "the outer end of the kneecap's upper edge",
    "patella_medial": "the inner end of the kneecap's upper edge",
    "philtrum_middle": "the middle of the groove above the lip",
    "protuberance": "the bony bump at the back of the skull",
    "psis": "the dimple of the hip bone",
    "pubis": "the upper edge of the pubic bone",
    "pubis_4": "the level of the pubic bone",
    "pubis_5": "the level of the pubic bone",
    "pubis_level": "the level of the pubic bone",
    "pupil_line": "the front hairline above the pupil",
    "scapula_angle": "the lower corner of the shoulder blade",
    "shoulder_front": "the front hollow of the shoulder",
    "spine_middle": "the middle of the shoulder blade's ridge",
    "tendon": "the heel tendon",
    "trochanter": "the bony knob at the side of the hip",
    "vertex": "the crown of the head",
    "web_2": "the web between the second and third toes",
    "wrist": "the crease of the wrist",
    "xiphoid": "the lower end of the breastbone",
}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")


def spoken(name: str) -> str:
    """Return a landmark or a point as one says it: `xiphoid` is "the lower end of the breastbone", `LU9` stays."""
    if name in _SAID:
        return _SAID[name]
    if name.startswith("ic") and name[2:3].isdigit():
        return f"the {_ORDINALS[int(name[2]) - 1]} space between the ribs"
    if name[:1] in "CTLS" and name[1:].isdigit():
        return f"vertebra {name}"
    return name if name[:1].isupper() else f"the {name.replace('_', ' ')}"
