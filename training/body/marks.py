"""Landmarks set on the body by hand, by view and name: x and y in millimetres of the view, looked at on its surface.

`LEVELS` pairs heights of the drawing in `lines/` with heights of the view: there both outlines are laid upon each
other. What is named in neither follows smoothly.
"""

from __future__ import annotations

Spot = tuple[float, float]

MARKS: dict[str, dict[str, Spot]] = {
    "head-front": {
        "crown": (0, -6), "hairline": (0, 36), "hairline_corner": (58, 56), "glabella": (0, 98),
        "brow_inner": (15, 101), "brow_middle": (32, 94), "brow_outer": (52, 100), "pupil": (33, 114),
        "eye_lower_rim": (33, 125), "inner_canthus": (19, 116.5), "outer_canthus": (46, 114), "nose_tip": (0, 152),
        "nose_wing": (18.3, 153.5), "nose_wing_base": (12, 160), "nose_base": (0, 163), "philtrum_middle": (0, 168),
        "lip_tubercle": (0, 176), "mouth_corner": (27.5, 182.5), "chin_groove": (0, 201), "chin": (0, 223),
        "cheekbone": (46, 148), "jaw_angle": (55, 188), "hyoid": (0, 238), "thyroid_top": (0, 249),
        "cricoid": (0, 268), "notch": (0, 300), "clavicle_end": (15, 298),
    },
    "head-side": {
        "crown": (0, -6), "hairline": (-84, 36), "hairline_corner": (-62, 58), "glabella": (-100, 97),
        "temple_hair": (-23, 122), "brow_outer": (-78, 100), "outer_canthus": (-84, 114), "nose_wing": (-98, 153),
        "mouth_corner": (-91, 182), "chin": (-96, 222), "chin_groove": (-99, 201), "jaw_angle": (-18, 188),
        "cheekbone": (-74, 149), "zygoma_middle": (-46, 137), "tragus": (-8, 135), "tragus_top": (-10, 129),
        "tragus_foot": (-9, 141), "ear_apex": (1, 110.5), "ear_root_back": (13, 121), "ear_root_top": (-10, 118),
        "lobe": (-8, 159), "lobe_back": (-3, 156.5), "lobe_middle": (-8, 153), "mastoid_tip": (7, 166),
        "mastoid_middle": (14, 149), "scm_top": (17, 166), "back_hairline": (60, 184), "occiput_hollow": (45, 168),
        "thyroid_top": (-20, 249), "cricoid": (-19, 268), "hyoid": (-27, 238), "scm_front_thyroid": (-1, 249),
        "scm_back_thyroid": (14, 249), "scm_back_cricoid": (9, 268), "hair_above_ear": (1, 101),
        "hair_behind_ear": (13, 104), "temple_curve_1": (-42, 68), "temple_curve_2": (-31, 78),
        "temple_curve_3": (-22, 90), "hair_above_mastoid": (32, 108), "hair_behind_mastoid": (32, 143),
        "side_top": (6, -5), "protuberance": (83, 132),
    },
    "head-back": {
        "crown": (0, -6), "protuberance": (0, 132), "nape_hollow": (0, 167), "occiput_hollow": (34, 168),
        "hairline_back": (0, 187), "C2": (0, 179), "C7": (0, 265), "C6": (0, 248), "C4": (0, 214),
        "mastoid_tip": (62, 166), "lobe_back": (72, 158), "T1": (0, 283),
    },
    "head-top": {
        "hairline": (0, 114), "hairline_back": (0, -59), "hairline_corner": (58, 92), "glabella": (0, 130),
        "vertex": (0, 27), "crown": (0, 27), "nose_tip": (0, 148), "pupil_line": (33, 110),
    },
    "trunk-front": {
        "notch": (0, 31), "xiphoid": (0, 201), "navel": (0, 384), "pubis": (0, 548), "chest_middle": (0, 173),
        "nipple": (88, 173), "clavicle_2": (50, 27), "clavicle_4": (95, 19), "clavicle_6": (140, 22),
        "axillary_fold": (142, 118), "asis": (118, 478), "groin_crease": (84, 548), "acromion": (178, 8),
        "navel_4": (88, 384), "pubis_4": (88, 548), "navel_5": (110, 384), "pubis_5": (110, 548),
        "below_clavicle": (0, 46),
    },
    "trunk-back": {
        "C7": (0, -15), "T3": (0, 42), "T7": (0, 130), "L4": (0, 392), "S2": (0, 470), "coccyx": (0, 552),
        "scapula_edge": (75, 85), "scapula_angle": (88, 132), "spine_root": (75, 45), "spine_middle": (125, 28),
        "acromion": (178, 8), "axillary_fold": (150, 118), "psis": (44, 470), "gluteal_fold": (106, 618),
        "trochanter": (160, 560), "hairline_back": (0, -93), "hiatus": (0, 512), "mid": (0, 85),
    },
    "trunk-side": {
        "axilla": (-8, 122), "rib11_end": (-40, 338), "rib12_end": (8, 352), "asis": (-102, 478),
        "trochanter": (-15, 560), "navel_level": (-40, 384), "navel_side": (-110, 384), "ic4_side": (-14, 172),
        "ic6_side": (-14, 226), "ic5_side": (-14, 199), "ic3_side": (-14, 145), "ic2_side": (-14, 118),
        "front_edge": (-144, 384), "back_edge": (38, 384), "pubis_level": (-20, 548), "xiphoid_level": (-14, 201),
        "notch": (-86, 31), "navel": (-142, 384), "C7": (40, -5), "coccyx": (88, 562),
    },
    "arm-front": {
        "axillary_fold": (32, 60), "fold_level": (-6, 68), "elbow": (0, 243),
        "armpit": (35, 62), "acromion": (-22, -36), "epicondyle_inner": (33, 238),
        "clavicle_6": (62, -30), "shoulder": (-18, -42), "chest_ic1": (72, 16),
        "coracoid": (38, -18),
    },
    "arm-outer": {
        "olecranon": (-14, 236), "acromial_angle": (-40, -26), "acromion_front": (20, -32),
        "elbow": (12, 238), "shoulder_front": (32, -16), "shoulder_back": (-42, -12),
        "deltoid_foot": (12, 105), "ridge": (20, 208), "shoulder": (0, -47), "scapular_notch": (-18, -44),
    },
    "forearm-palm": {
        "wrist": (-2, -3), "elbow": (-2, 212), "wrist_radial": (15, -3), "wrist_ulnar": (-17, -3),
        "styloid": (19, 16), "biceps_tendon_radial": (7, 212), "biceps_tendon_ulnar": (-3, 212),
        "epicondyle_inner": (-33, 221), "tip_middle": (-5.5, -177), "mcp_middle": (-3, -96),
    },
    "forearm-back": {
        "wrist": (2, -2), "elbow": (4, 224), "olecranon": (4, 226), "epicondyle_inner": (33, 222),
        "epicondyle_outer": (-31, 220), "ulna_head": (17, 10), "wrist_tendon": (4, -2), "snuffbox": (-19, -9),
        "tip_middle": (5.5, -177), "mcp_middle": (3, -96), "lateral_crease": (-34, 212), "arm_top": (4, 284),
    },
    "forearm-thumb": {
        "wrist": (-7, -3), "elbow": (-9, 214), "snuffbox": (1, -10), "lateral_crease": (-9, 212),
        "styloid": (-8, 14), "biceps_tendon_radial": (-33, 208), "wrist_radial": (-17, -3),
        "epicondyle_outer": (10, 220), "tip_index": (-12, -165), "mcp_index": (3, -92),
    },
    "hand-back": {
        "web_thumb": (-38, -69), "web_index": (-13, -105), "web_ring": (12, -103), "web_little": (31, -94),
        "nail_thumb": (-69, -97), "nail_index": (-37, -155), "nail_middle": (1, -166), "nail_ring": (42, -155),
        "nail_little_radial": (50.5, -126), "nail_little_ulnar": (57.5, -124), "wrist": (2, -2),
        "wrist_tendon": (4, -2), "ulna_head": (17, 10), "snuffbox": (-19, -9), "tip_middle": (6, -177),
        "tip_thumb": (-67, -100), "cmc_thumb": (-18, -24), "thumb_joint": (-60, -76), "pip_little": (45, -108),
        "mcp_index": (-22, -87), "mcp_middle": (-0.5, -88), "mcp_ring": (19, -82), "mcp_little": (35, -73),
    },
    "hand-palm": {
        "tip_index": (33, -166), "tip_middle": (-5.5, -177), "tip_ring": (-36, -165), "tip_little": (-54, -132),
        "tip_thumb": (67, -99), "wrist": (-2, -3), "thumb_joint": (60, -76), "cmc_thumb": (18, -24),
        "thumb_edge": (38, -34), "pip_index": (26, -122), "pip_middle": (-3, -127), "pip_ring": (-27, -116),
        "pip_little": (-45, -109), "mcp_index": (22, -87), "mcp_middle": (0.5, -88), "mcp_ring": (-19, -82),
        "mcp_little": (-35, -73), "mcp_thumb": (45, -56),
    },
    "hand-edge": {
        "wrist": (5, 0), "mcp_little": (-4, -74), "edge_mcp_prox": (3, -61), "edge_mcp_dist": (3, -85),
        "mc5_base": (2, -26), "triquetrum": (5, -10), "ulna_head": (-5, 10), "palm_crease_end": (12, -68),
        "nail_little": (11, -124), "tip_little": (13, -131), "tip_middle": (10, -176),
    },
    "leg-front": {
        "base": (-5, -42), "apex": (-4, 8), "patella_lateral": (-24, -36), "patella_medial": (16, -36),
        "groin_level": (0, -421), "asis": (-37, -479), "pubis": (92, -421), "ligament_lateral": (-20, 19),
        "ligament_medial": (13, 19), "ankle_front": (-8, 364), "groin_pulse": (56, -414),
        "inner_ankle": (21, 366), "outer_ankle": (-37, 379),
        "fibula_head": (-46, 52), "condyle_inner": (38, 58), "knee": (-4, -15), "ankle": (-8, 378),
        "thigh_crossing": (-36, -370),
    },
    "leg-back": {
        "fold": (0, -325), "knee_fold": (0, 5), "knee_fold_inner": (-36, 6), "knee_fold_outer": (38, 6),
        "calf_v": (0, 190), "outer_ankle": (36, 379), "inner_ankle": (-22, 366), "heel": (2, 445),
        "tendon": (2, 372), "thigh_inner_tendon": (-30, 5), "knee": (0, 5), "ankle": (2, 376),
        "ankle_level": (2, 379),
    },
    "leg-inner": {
        "base": (-54, -42), "apex": (-50, 8), "inner_ankle": (-3, 366), "condyle": (10, 53), "knee_fold": (58, 5),
        "knee_fold_front": (42, 5), "patella_medial": (-42, -36), "groin_level": (-50, -421), "groin": (-40, -421),
        "tendon": (32, 366), "crest": (-26, 190), "knee": (0, 5), "ankle": (-3, 366), "navicular": (-50, 403),
        "pubis": (-20, -421),
    },
    "leg-outer": {
        "base": (54, -42), "apex": (50, 8), "outer_ankle": (-8, 380), "knee_fold": (-68, 5),
        "knee_fold_outer": (-46, 5), "trochanter": (-42, -366), "asis": (42, -479), "fibula_head": (-16, 57),
        "epicondyle": (-5, -14), "fibula_level": (-12, 5), "knee": (0, 5), "ankle": (-8, 380), "band": (-24, -180),
        "knee_level": (-15, 5), "hiatus": (-128, -424), "fingertip": (-28, -165), "ligament_lateral": (42, 19),
        "ankle_front": (36, 368), "patella_lateral": (45, -36), "thigh_crossing": (40, -370), "tendon": (-36, 375),
    },
    "foot-inner": {
        "inner_ankle": (-3, -18), "navicular": (-52, 18), "mtp": (-142, 42), "base_1": (-85, 32),
        "tendon": (29, -18), "heel": (44, 46), "sole": (-3, 69), "ankle": (-3, -18), "toe": (-175, 55),
        "ankle_front": (-43, -30), "nail_inner": (-177, 55), "toe_tip": (-192, 58), "heel_bone": (24, 30),
    },
    "foot-outer": {
        "outer_ankle": (-8, -4), "tendon": (-36, -5), "tuberosity": (58, 53), "mtp": (122, 52), "cuboid": (38, 45),
        "heel_bone": (-26, 30), "ankle": (-8, -4), "toe": (148, 56), "ankle_below": (-7, 11), "ankle_fore": (6, 0),
        "nail_5": (149, 52), "toe_tip": (157, 58), "extensor": (60, -8),
    },
    "foot-sole": {
        "heel": (-3, 48), "web_2": (-3, -147), "tip_1": (25, -191), "toe_line": (2, -141), "mtp_2": (6, -118),
        "mtp_3": (-12, -112), "dip_2": (4.5, -172), "web_mark": (-2, -136), "ball": (2, -92), "ankle": (0, 20),
        "toe": (0, -160),
    },
    "foot-top": {
        "nail_1_inner": (-32, -183), "nail_1_outer": (-16, -183), "nail_2": (0, -189), "nail_3": (15, -183),
        "nail_4": (29.5, -170), "nail_5": (43, -159), "web_1": (-18, -158), "web_2": (2, -157), "web_3": (19, -150),
        "web_4": (34, -143), "ankle_front": (-8, 0), "ankle": (-5, 3), "toe": (-12, -180),
        "tip_1": (-27, -199), "tip_2": (-4.5, -199), "tip_3": (11, -190), "tip_4": (26, -177), "tip_5": (40, -167),
        "inner_ankle": (-26, 12), "outer_ankle": (36, 8), "mtp_1": (-30, -136), "mtp_2": (-8, -138),
        "mtp_3": (9, -131), "mtp_4": (24, -124), "mtp_5": (39, -118), "base_1": (-16, -66), "base_2": (-4, -70),
        "base_3": (8, -66), "base_4": (20, -60), "base_5": (33, -50),
    },
}  # fmt: skip

LEVELS: dict[str, tuple[tuple[float, float], ...]] = {
    "head-front": ((60, 58), (200, 205)),
    "trunk-front": ((250, 240), (300, 290), (388, 384), (478, 478)),
    "trunk-back": ((244, 230), (305, 290), (408, 392), (488, 470)),
    "forearm-palm": ((30, 30), (90, 78), (160, 138), (250, 212), (300, 270)),
    "forearm-back": ((30, 30), (90, 78), (160, 138), (250, 222), (310, 278)),
    "hand-back": ((0, -2), (30, 30), (-30, -30)),
    "hand-palm": ((0, -3), (30, 30), (-30, -30)),
    "leg-front": ((-300, -310), (-150, -180), (25, -15), (100, 55), (240, 190), (400, 335)),
    "leg-back": ((-200, -240), (-100, -130), (40, 5), (120, 75), (240, 190), (400, 340)),
    "leg-inner": ((-200, -235), (-100, -135), (45, 5), (120, 75), (240, 190), (390, 325)),
    "leg-outer": ((-200, -235), (-100, -135), (45, 5), (120, 75), (240, 190), (390, 325)),
    "foot-top": ((-60, -90), (-20, -30)),
    "foot-sole": ((-60, -92), (0, -30), (70, 10)),
    "foot-inner": ((10, 20),),
    "foot-outer": (),
}

ALIASES: dict[str, dict[str, str]] = {
    "arm-front": {"tendon_lateral": "biceps_tendon_radial", "tendon_medial": "biceps_tendon_ulnar"},
    "arm-outer": {"crease": "lateral_crease", "epicondyle": "epicondyle_outer"},
}
"""Landmarks that a view calls by another name than their owner does."""

FLIPPED = frozenset({"forearm-thumb", "hand-edge"})
"""Views whose drawing in `lines/` shows the other hand: its x is turned round before it is laid on the body."""

OWNERS: dict[str, tuple[str, ...]] = {
    "leg-front": ("base", "apex", "patella_lateral", "patella_medial", "ligament_lateral", "ligament_medial",
                  "thigh_crossing", "ankle_front"),
    "foot-inner": ("inner_ankle", "navicular"),
    "foot-outer": ("outer_ankle",),
    "leg-outer": ("fibula_head", "trochanter"),
    "trunk-front": ("asis", "xiphoid", "pubis", "navel", "nipple"),
    "head-front": ("glabella", "hairline_corner", "outer_canthus", "brow_outer", "mouth_corner", "cheekbone", "chin",
                   "hairline", "chin_groove", "notch"),
    "head-side": ("mastoid_tip", "jaw_angle", "lobe_back"),
    "head-back": ("protuberance", "hairline_back", "C6", "T1", "occiput_hollow"),
    "trunk-back": ("C7", "hiatus"),
    "forearm-palm": ("epicondyle_inner", "biceps_tendon_radial", "biceps_tendon_ulnar"),
    "forearm-thumb": ("lateral_crease", "epicondyle_outer"),
    "forearm-back": ("olecranon", "ulna_head", "snuffbox"),
}  # fmt: skip
"""The view in which a landmark of several views is set; the others show it where the body has it."""

BORROWED: dict[tuple[str, str], str] = {("leg-inner", "thigh"): "leg-front"}
"""Rulers that a view does not see to their end, and the view that measures them for it."""

PLACED_BY = {"SP10": "leg-front", "EX-LE3": "leg-front", "LI13": "arm-outer", "HT2": "arm-front"}
"""Points that another view than their first one places: there their landmark, or the end of their line, is not seen."""
