"""Points and meridians, as people write them in `data/points` and `data/meridians.yaml`."""

from typing import Literal

from acucli.model.record import Level, Pressure, Reach, Record, Side


class Names(Record, frozen=True, kw_only=True):
    """Every name of a point; `pinyin` has its tones, `plain` has none."""

    pinyin: str
    plain: str
    traditional: str
    simplified: str
    english: str
    aliases: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


class Measure(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A distance in cun, said three ways; `share` is the part of the person's own body segment."""

    from_: str
    cun: float
    fingers: str = ""
    share: str = ""


class Press(Record, frozen=True, kw_only=True):
    """How one presses: which hand and finger, toward what, against what, how hard (1 to 3)."""

    hand: Literal["opposite", "same", "either", "both"]
    digit: Literal["thumb", "index", "middle", "index-and-middle", "fingers", "palm", "fingertip", "ball"]
    direction: str
    counter: str = ""
    pressure: Pressure = 2
    technique: str = "press"


class Hold(Record, frozen=True, kw_only=True):
    """Seconds for one side in one round."""

    least_seconds: int = 30
    usual_seconds: int = 90
    most_seconds: int = 180


class Limit(Record, frozen=True, kw_only=True):
    """The point's own limit, which beats every other word; `reason` is one plain sentence."""

    level: Level = "none"
    reason: str = ""


class Place(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """One rule that puts a point into one view (`ruler`, `line`, `level`, `off`, `landmark`, `none`).

    Distances are cun of the ruler named in `along`; `mm` are millimetres of the figure.
    """

    view: str = ""
    rule: Literal["ruler", "line", "level", "off", "landmark", "none"]
    along: str = ""
    cun: float | None = None
    across: float | None = None
    from_: str = ""
    to: str = ""
    of: float | None = None
    at: str = ""
    lateral: float | None = None
    dx: float | None = None
    dy: float | None = None
    mm: tuple[float, float] | None = None
    window: str = ""
    why: str = ""


class Point(Record, frozen=True, kw_only=True):
    """One point; `cautions` are the ids added by hand in the source and all of them once compiled."""

    code: str
    names: Names
    where: str
    find: str
    by_touch: str
    not_here: str
    press_region: str
    surface: str
    sides: Side
    reach: tuple[Reach, ...]
    confirm: str = ""
    position: str = ""
    press: Press | None = None
    both_at_once: Literal["yes", "no", "never"] = "no"
    feel: str = ""
    stop_if: str = ""
    measure: Measure | None = None
    hold: Hold = Hold()
    sites: int = 2
    reach_note: str = ""
    instead: tuple[str, ...] = ()
    settings: tuple[Literal["desk", "public", "shoes-on", "lying"], ...] = ()
    also_regions: tuple[str, ...] = ()
    limb: Literal["none", "arm", "leg"] = "none"
    tissue: tuple[str, ...] = ()
    limit: Limit = Limit()
    precision: Literal["exact", "area", "zone"] = "exact"
    disputed: str = ""
    classes: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    cautions: tuple[str, ...] = ()
    note: str = ""

    @property
    def meridian(self) -> str:
        """Return the meridian's code: `LI`, or `EX` and `EAR` for the points outside the channels."""
        head = self.code.split("-", 1)[0]
        return head if head in {"EX", "EAR"} else head.rstrip("0123456789")

    @property
    def number(self) -> int:
        """Return the number on the channel, 0 where the code has none."""
        digits = self.code[len(self.meridian) :]
        return int(digits) if digits.isdigit() else 0

    @property
    def pressable(self) -> bool:
        """Tell whether the point may ever be offered for pressing."""
        return self.limit.level != "avoid"

    @property
    def regions(self) -> frozenset[str]:
        """Return every region a press of this point touches, the limb included."""
        limb = () if self.limb == "none" else (self.limb,)
        return frozenset((self.press_region, *self.also_regions, *limb))


class Meridian(Record, frozen=True, kw_only=True):
    """One of the 14 channels, or the extra or ear points, with its traditional lore."""

    code: str
    name: str
    pinyin: str
    traditional: str
    simplified: str
    points: int
    first: str = ""
    last: str = ""
    yin_yang: str = ""
    element: str = ""
    pair: str = ""
    hours: str = ""
    course: str = ""
    aliases: tuple[str, ...] = ()
    tradition: str = ""
