"""Points and meridians, as people write them in `data/points` and `data/meridians.yaml`."""

from typing import Literal

from acucli.model.record import Letters, Level, PlainName, PointCode, Pressure, Reach, Record, Side


class Names(Record, frozen=True, kw_only=True):
    """The names of a point."""

    pinyin: str
    """The Chinese name in letters with its tones. Example: Hégǔ"""
    plain: PlainName
    """The same without tones. Example: Hegu"""
    traditional: str
    """Traditional characters. Example: 合谷"""
    simplified: str
    """Simplified characters. Example: 合谷"""
    english: str
    """One English name. Example: Joining Valley"""
    aliases: tuple[str, ...] = ()
    """Every other name or spelling under which people look for it. Example: [Hoku, Ho Ku, Union Valley]"""
    codes: tuple[str, ...] = ()
    """Its codes in other schemes. Example: [M-HN3]"""


class Measure(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A distance said three ways. Your fingers measure yourself; the share of your own body part beats them."""

    from_: str
    """Where measuring begins. Example: wrist crease"""
    cun: float
    """The number of cun, as in `where`. Example: 2"""
    fingers: str = ""
    """The same in fingers held together. Example: three of your own fingers held together"""
    share: str = ""
    """The same as a part of the body segment.

    Example: one sixth of the way from the wrist crease to the elbow crease
    """


class Press(Record, frozen=True, kw_only=True):
    """How a point is pressed."""

    hand: Literal["opposite", "same", "either", "both"]
    """The hand that presses, seen from the pressed side. Example: opposite"""
    digit: Literal["thumb", "index", "middle", "index-and-middle", "fingers", "palm", "fingertip", "ball"]
    """The part of the hand, or `ball` for a massage ball. Example: thumb"""
    direction: str
    """Where the press goes, a phrase. Example: towards the bone of the index finger"""
    counter: str = ""
    """What holds against it, a phrase. Example: index finger of the pressing hand against the palm side"""
    pressure: Pressure = 2
    """1 is light, 2 is medium, 3 is firm. Points with a light limit have 1. Example: 2"""
    technique: str = "press"
    """A slug of techniques.yaml. Example: press"""


class Hold(Record, frozen=True, kw_only=True):
    """Seconds for one side in one round; least, usual and most must be in that order."""

    least_seconds: int = 30
    """Shorter than this is not worth it. Example: 30"""
    usual_seconds: int = 90
    """What a session takes when nothing else is said. Example: 90"""
    most_seconds: int = 180
    """Never longer. At most 180; at most 60 where the limit is `light`. Example: 180"""


class Limit(Record, frozen=True, kw_only=True):
    """How far untrained hands may go."""

    level: Level = "none"
    """`none`; `light` is a light touch for a minute at most; `avoid` is described and drawn, never pressed.

    Example: light
    """
    reason: str = ""
    """Why, in one plain sentence. Needed for `light` and `avoid`.

    Example: "An artery runs here; a light hand is enough."
    """


class Place(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """One rule that puts a point into one picture. Which fields it needs depends on `rule`."""

    view: str = ""
    """The picture, a name of `data/figures`. Left out for the rule `none`. Example: forearm-palm"""
    rule: Literal["ruler", "line", "level", "off", "landmark", "seen", "none"]
    """`ruler` walks along a ruler and then across; `line` lies between two places; `level` is the height of a landmark
    and a distance beside it; `off` starts at a landmark; `landmark` is the landmark itself; `seen` is where the
    `spots` of the picture have it; `none` cannot be shown.

    Example: ruler
    """
    along: str = ""
    """The ruler whose cun are used. Example: forearm"""
    cun: float | None = None
    """How far to walk along it, or along the line. Example: 2"""
    across: float | None = None
    """From 0 (edge named by the ruler) to 1 (the other edge). Example: 0.455"""
    from_: str = ""
    """Where a line begins: a point or landmark. Example: LU9"""
    to: str = ""
    """Where a line ends. Example: LU5"""
    of: float | None = None
    """How many cun the whole line has. Example: 12"""
    at: str = ""
    """The landmark or point to start from. Example: second_bone_middle"""
    lateral: float | None = None
    """Cun away from the midline. Example: 1.5"""
    dx: float | None = None
    """Cun to the right of the picture. Example: 0.5"""
    dy: float | None = None
    """Cun downwards in the picture. Example: -1"""
    mm: tuple[float, float] | None = None
    """Millimetres of the picture beside the landmark, right and down. Example: [-9.5, 1]"""
    window: str = ""
    """The part of the picture to show, a name of its `windows`. Example: hand"""
    why: str = ""
    """For the rule `none`: why it cannot be shown. Example: inside the mouth"""


class Point(Record, frozen=True, kw_only=True):
    """A place that is pressed, or, where its limit is `avoid`, a place that is only described and drawn."""

    code: PointCode
    """The standard code. Channels have letters and a number; extra points begin with EX-, ear zones with EAR-.

    Example: LI4
    """
    names: Names
    """Every name of the point, see Names.

    Example: {pinyin: Hégǔ, plain: Hegu, traditional: 合谷, simplified: 合谷, english: Joining Valley}
    """
    where: str
    """The standard place in one plain sentence. Distances are written as numbers of cun, exactly those of the standard.

    Example: "On the back of the hand, beside the hand bone of the index finger, at its middle, on its thumb side."
    """
    find: str
    """One to three short sentences that lead untrained fingers there.

    Example: "Lay the thumb along the index finger and notice the bulge of muscle that rises."
    """
    by_touch: str
    """The same without eyes: where the finger starts, what it slides over, where it stops. Never "look" or "see".

    Example: "Slide a fingertip along the hand bone of the index finger. Half way along, the finger sinks into soft
    muscle."
    """
    not_here: str
    """The commonest mistake, and what lies there.

    Example: "Out in the thin skin of the web, or back where the bones meet."
    """
    press_region: str
    """The region where the finger really is: a slug from `regions` in cautions.yaml. Cautions are worked out from it.

    Example: hand
    """
    surface: str
    """The side of the body part, in the words of anatomy (anterior, posterior, lateral, medial, dorsal, palmar,
    plantar, superior ...).

    Example: dorsal
    """
    sides: Side
    """Whether the point is there on both sides, on the midline, or on one side only. Example: both"""
    reach: tuple[Reach, ...]
    """Who can press it, easiest first. `tool` is a ball, stick or bud; `partner` is somebody else. Example: [self]"""
    short: str = ""
    """The place in one line of lay words, at most 60 characters: what a finger finds there. No cun, no names of
    muscles or bones in Latin; fingers only as in `measure`. No two points share a line. Needed for bundled points.

    Example: top of the bulge between thumb and index finger
    """
    confirm: str = ""
    """How you know that you are there. Needed for every point that is pressed.

    Example: "A small press towards the bone gives a broad ache."
    """
    position: str = ""
    """How to sit or lie so that the hollow opens. Needed for every point that is pressed.

    Example: "Rest the hand on your lap, thumb side up and thumb loose."
    """
    press: Press | None = None
    """How it is pressed, see Press. Left out exactly where the limit is `avoid`.

    Example: {hand: opposite, digit: thumb, direction: towards the bone of the index finger, pressure: 2}
    """
    both_at_once: Literal["yes", "no", "never"] = "no"
    """Whether left and right may be pressed at the same time. `no` where the other hand is needed; `never` for points
    that are not pressed.

    Example: no
    """
    feel: str = ""
    """What is usual: a dull ache, heaviness, warmth. Never tingling: that is a sign to let go.

    Example: a dull ache or heaviness
    """
    stop_if: str = ""
    """The sign to let go, by what lies under the finger (a nerve: sharp, electric, numb; an artery: the beat stops).

    Example: "It is sharp or burning, or the thumb or index finger goes numb."
    """
    measure: Measure | None = None
    """A distance said three ways, see Measure. Left out where no distance is used.

    Example: {from: wrist crease, cun: 2}
    """
    hold: Hold = Hold()
    """How long one side is held in one round, see Hold.

    Example: {least_seconds: 30, usual_seconds: 90, most_seconds: 180}
    """
    firm: tuple[str, ...] = ()
    """Sources of evidence.yaml that press here strongly: only such a point may be pressed firmly, and only where
    somebody asks for it. That of a pack is left out.

    Example: [msk-headache-li4, roswell-home-set]
    """
    sites: int = 2
    """All single places of the point, both sides counted. Example: 8"""
    reach_note: str = ""
    """For points out of one's own reach: how they are reached all the same.

    Example: "Lean back on a soft ball beside the spine, or ask somebody."
    """
    instead: tuple[str, ...] = ()
    """Codes to press instead. Needed where the point is out of reach or never pressed; each must be pressable with
    one's own hands.

    Example: [GB20, BL10]
    """
    settings: tuple[Literal["desk", "public", "shoes-on", "lying"], ...] = ()
    """Where it can be done without trouble. Example: [desk, public, shoes-on]"""
    also_regions: tuple[str, ...] = ()
    """Further regions, for points that lie over more than one. Example: [back-middle, back-lower]"""
    limb: Literal["none", "arm", "leg"] = "none"
    """`arm` from the shoulder joint outward, `leg` from the hip outward: cautions about a limb use it. Example: arm"""
    tissue: tuple[str, ...] = ()
    """What lies close under the finger: artery, vein, nerve, eye, airway, breast, rib-end, spine, bone-thin.

    Example: [nerve]
    """
    limit: Limit = Limit()
    """The point's own limit, see Limit. It beats every routine and every wish. Example: {level: none}"""
    precision: Literal["exact", "area", "zone"] = "exact"
    """Whether the place is a spot, an area, or a zone smaller than a fingertip (ear). Example: exact"""
    disputed: str = ""
    """Where standards differ: one sentence that names both sides and picks neither.

    Example: "WHO gives two places; books differ."
    """
    classes: tuple[str, ...] = ()
    """Traditional categories, with the element in brackets where there is one. Example: [yuan-source]"""
    places: tuple[Place, ...] = ()
    """Rules that put the point into the pictures, see Place.

    Example: [{view: hand-back, rule: landmark, at: second_bone_middle, mm: [-9.5, 1]}]
    """
    cautions: tuple[str, ...] = ()
    """Cautions added by hand. Usually left out: they are worked out from code, regions and limb, and none can be taken
    away.

    Example: [pregnancy-points]
    """
    note: str = ""
    """What a student needs to know: an old number, a name shared with another point.

    Example: "EX-HN6 on the ear has the same name, Erjian, in plain spelling."
    """

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
    """One of the fourteen channels of the traditional model, or the extra points, or the ear points."""

    code: Letters
    """Its letters. Example: LI"""
    name: str
    """Its English name. Example: Large Intestine"""
    pinyin: str
    """Its Chinese name in letters with tones. Example: Shǒu Yángmíng Dàcháng Jīng"""
    traditional: str
    """Traditional characters. Example: 手陽明大腸經"""
    simplified: str
    """Simplified characters. Example: 手阳明大肠经"""
    points: int = 0
    """How many points it has; its file must hold exactly so many. Left out, as for the extra points, they are counted.

    Example: 20
    """
    first: str = ""
    """Its first point; worked out where the points are counted. Example: LI1"""
    last: str = ""
    """Its last point; worked out where the points are counted. Example: LI20"""
    yin_yang: str = ""
    """Its place in the traditional model. Example: yang"""
    element: str = ""
    """Its element in the traditional model; empty where there is none. Example: metal"""
    pair: str = ""
    """The channel it is paired with. Example: LU"""
    hours: str = ""
    """Its hours in the traditional model. Example: 05-07"""
    course: str = ""
    """Where it runs on the surface of the body, in two or three plain sentences.

    Example: "It begins at the tip of the index finger and follows the arm to the face."
    """
    aliases: tuple[str, ...] = ()
    """Letters and names of other books; the language stands in brackets, and ? marks letters that mean something else
    elsewhere.

    Example: ["Co (en)?", "Di (de)", Dickdarm]
    """
    tradition: str = ""
    """One sentence that begins with "Tradition says": lore is always told as lore.

    Example: "Tradition says its hours are five to seven in the morning; a traditional model, not anatomy."
    """
