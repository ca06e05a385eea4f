"""Where on the body a rule or a press is: regions with their side, and what a named place covers."""

from __future__ import annotations

import msgspec

from acucli.model.practice import ProfileAnswer

ARM = frozenset({"arm", "upper-arm", "elbow", "forearm", "wrist", "hand", "finger"})
LEG = frozenset({"leg", "hip", "thigh", "knee", "knee-back", "shin", "calf", "ankle", "foot", "sole", "toe"})
FEET = frozenset({"ankle", "foot", "sole", "toe"})

_CHEST = frozenset({"chest", "breast", "ribs-side"})
_BELLY = frozenset({"belly-upper", "belly-lower", "groin"})
_TOGETHER: dict[str, frozenset[str]] = {
    "arm": ARM,
    "leg": LEG,
    "hand": frozenset({"hand", "finger"}),
    "foot": frozenset({"foot", "sole", "toe"}),
    "knee": frozenset({"knee", "knee-back"}),
    "hip": frozenset({"hip", "buttock"}),
    "chest": frozenset({"chest", "breast"}),
    "breast": frozenset({"breast", "chest"}),
    "ear": frozenset({"ear", "ear-outer"}),
}
_WHOLE_LIMB = frozenset({"lymphoedema", "line-or-port", "dialysis-fistula", "fracture"})
_NODES_OF_ARM = _CHEST | {"shoulder-top"}
_UNDER_THE_COLLARBONE = frozenset({"chest", "breast", "shoulder-top"})


class BodyPlace(msgspec.Struct, frozen=True, gc=False):
    """Regions on one side of the body; `side` is left, right or both (the midline belongs to both)."""

    regions: frozenset[str]
    side: str = "both"

    def meets(self, other: BodyPlace) -> bool:
        """Tell whether the two touch: a region in common, and not on opposite sides."""
        return not self.regions.isdisjoint(other.regions) and {self.side, other.side} != {"left", "right"}


def named_place(answer: ProfileAnswer, known: frozenset[str]) -> BodyPlace | None:
    """Return everything the place of an answer covers, None where no place was named.

    What a place covers follows the rules of the cautions: a limb with a fistula, a line, lymphoedema or
    a break is left out whole; an operation on chest or belly covers all of it; a pacemaker lies below the collarbone.
    """
    side = answer.side if answer.side in {"left", "right"} else "both"
    region = answer.region
    if answer.slug == "pacemaker" and region in {"", "chest", "shoulder-top"}:
        return BodyPlace(_UNDER_THE_COLLARBONE, side)
    if region not in known:
        return None
    covered = _TOGETHER.get(region, frozenset({region}))
    if answer.slug in _WHOLE_LIMB:
        covered |= _limb_of(answer.slug, region)
    if answer.slug == "recent-surgery":
        for whole in (_CHEST, _BELLY):
            if region in whole:
                return BodyPlace(covered | whole)
    return BodyPlace(covered, side)


def _limb_of(slug: str, region: str) -> frozenset[str]:
    if region in ARM or (slug == "lymphoedema" and region in _NODES_OF_ARM):
        return ARM
    if region in LEG or (slug == "lymphoedema" and region in {*_BELLY, "buttock"}):
        return LEG
    return frozenset()
