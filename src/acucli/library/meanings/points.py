"""Meanings of the fields of points and meridians."""

TABLES = {
    "Point": """
A place that is pressed, or, where its limit is `avoid`, a place that is only described and drawn.
code: The standard code. Channels have letters and a number; extra points begin with EX-, ear zones with
  EAR-. => LI4
names: Every name of the point, see Names. => {pinyin: Hégǔ, plain: Hegu, traditional: 合谷, simplified: 合谷,
  english: Joining Valley}
where: The standard place in one plain sentence. Distances are written as numbers of cun, exactly those of
  the standard. => "On the back of the hand, beside the hand bone of the index finger, at its middle, on its
  thumb side."
find: One to three short sentences that lead untrained fingers there. => "Lay the thumb along the index
  finger and notice the bulge of muscle that rises."
by_touch: The same without eyes: where the finger starts, what it slides over, where it stops. Never "look"
  or "see". => "Slide a fingertip along the hand bone of the index finger. Half way along, the finger sinks
  into soft muscle."
not_here: The commonest mistake, and what lies there. => "Out in the thin skin of the web, or back where the
  bones meet."
press_region: The region where the finger really is: a slug from `regions` in cautions.yaml. Cautions are
  worked out from it. => hand
surface: The side of the body part, in the words of anatomy (anterior, posterior, lateral, medial, dorsal,
  palmar, plantar, superior ...). => dorsal
sides: Whether the point is there on both sides, on the midline, or on one side only. => both
reach: Who can press it, easiest first. `tool` is a ball, stick or bud; `partner` is somebody else. =>
  [self]
confirm: How you know that you are there. Needed for every point that is pressed. => "A small press toward
  the bone gives a broad ache."
position: How to sit or lie so that the hollow opens. Needed for every point that is pressed. => "Rest the
  hand on your lap, thumb side up and thumb loose."
press: How it is pressed, see Press. Left out exactly where the limit is `avoid`. => {hand: opposite, digit:
  thumb, direction: toward the bone of the index finger, pressure: 2}
both_at_once: Whether left and right may be pressed at the same time. `no` where the other hand is needed;
  `never` for points that are not pressed. => no
feel: What is usual: a dull ache, heaviness, warmth. Never tingling: that is a sign to let go. => a dull
  ache or heaviness
stop_if: The sign to let go, by what lies under the finger (a nerve: sharp, electric, numb; an artery: the
  beat stops). => "It is sharp or burning, or the thumb or index finger goes numb."
measure: A distance said three ways, see Measure. Left out where no distance is used. => {from: wrist
  crease, cun: 2}
hold: How long one side is held in one round, see Hold. => {least_seconds: 30, usual_seconds: 90,
  most_seconds: 180}
sites: All single places of the point, both sides counted. => 8
reach_note: For points out of one's own reach: how they are reached all the same. => "Lean back on a soft
  ball beside the spine, or ask somebody."
instead: Codes to press instead. Needed where the point is out of reach or never pressed; each must be
  pressable with one's own hands. => [GB20, BL10]
settings: Where it can be done without trouble. => [desk, public, shoes-on]
also_regions: Further regions, for points that lie over more than one. => [back-middle, back-lower]
limb: `arm` from the shoulder joint outward, `leg` from the hip outward: cautions about a limb use it. =>
  arm
tissue: What lies close under the finger: artery, vein, nerve, eye, airway, breast, rib-end, spine,
  bone-thin. => [nerve]
limit: The point's own limit, see Limit. It beats every routine and every wish. => {level: none}
precision: Whether the place is a spot, an area, or a zone smaller than a fingertip (ear). => exact
disputed: Where standards differ: one sentence that names both sides and picks neither. => "WHO gives two
  places; books differ."
classes: Traditional categories, with the element in brackets where there is one. => [yuan-source]
places: Rules that put the point into the pictures, see Place. => [{view: hand-back, rule: landmark, at:
  second_bone_middle, mm: [-9.5, 1]}]
cautions: Cautions added by hand. Usually left out: they are worked out from code, regions and limb, and
  none can be taken away. => [pregnancy-points]
note: What a student needs to know: an old number, a name shared with another point. => "EX-HN6 on the ear
  has the same name, Erjian, in plain spelling."
""",
    "Names": """
The names of a point.
pinyin: The Chinese name in letters with its tones. => Hégǔ
plain: The same without tones. => Hegu
traditional: Traditional characters. => 合谷
simplified: Simplified characters. => 合谷
english: One English name. => Joining Valley
aliases: Every other name or spelling under which people look for it. => [Hoku, Ho Ku, Union Valley]
codes: Its codes in other schemes. => [M-HN3]
""",
    "Press": """
How a point is pressed.
hand: The hand that presses, seen from the pressed side. => opposite
digit: The part of the hand, or `ball` for a massage ball. => thumb
direction: Where the press goes, a phrase. => toward the bone of the index finger
counter: What holds against it, a phrase. => index finger of the pressing hand against the palm side
pressure: 1 is light, 2 is medium, 3 is firm. Points with a light limit have 1. => 2
technique: A slug of techniques.yaml. => press
""",
    "Measure": """
A distance said three ways. Your own fingers measure yourself; the share of your own body part beats the
  fingers.
from: Where measuring begins. => wrist crease
cun: The number of cun, as in `where`. => 2
fingers: The same in fingers held together. => three of your own fingers held together
share: The same as a part of the body segment. => one sixth of the way from the wrist crease to the elbow
  crease
""",
    "Hold": """
Seconds for one side in one round; least, usual and most must be in that order.
least_seconds: Shorter than this is not worth it. => 30
usual_seconds: What a session takes when nothing else is said. => 90
most_seconds: Never longer. At most 180; at most 60 where the limit is `light`. => 180
""",
    "Limit": """
How far untrained hands may go.
level: `none`; `light` is a light touch for a minute at most; `avoid` is described and drawn, never pressed.
  => light
reason: Why, in one plain sentence. Needed for `light` and `avoid`. => "An artery runs here; a light hand is
  enough."
""",
    "Place": """
One rule that puts a point into one picture. Which fields it needs depends on `rule`.
view: The picture, a name of `data/figures`. Left out for the rule `none`. => forearm-palm
rule: `ruler` walks along a ruler and then across; `line` lies between two places; `level` is the height of
  a landmark and a distance beside it; `off` starts at a landmark; `landmark` is the landmark itself; `none`
  cannot be shown. => ruler
along: The ruler whose cun are used. => forearm
cun: How far to walk along it, or along the line. => 2
across: From 0 (edge named by the ruler) to 1 (the other edge). => 0.455
from: Where a line begins: a point or landmark. => LU9
to: Where a line ends. => LU5
of: How many cun the whole line has. => 12
at: The landmark or point to start from. => second_bone_middle
lateral: Cun away from the midline. => 1.5
dx: Cun to the right of the picture. => 0.5
dy: Cun downwards in the picture. => -1
mm: Millimetres of the picture beside the landmark, right and down. => [-9.5, 1]
window: The part of the picture to show, a name of its `windows`. => hand
why: For the rule `none`: why it cannot be shown. => inside the mouth
""",
    "Meridian": """
One of the fourteen channels of the traditional model, or the extra points, or the ear points.
code: Its letters. => LI
name: Its English name. => Large Intestine
pinyin: Its Chinese name in letters with tones. => Shǒu Yángmíng Dàcháng Jīng
traditional: Traditional characters. => 手陽明大腸經
simplified: Simplified characters. => 手阳明大肠经
points: How many points it has; its file must hold exactly so many. => 20
first: Its first point. => LI1
last: Its last point. => LI20
yin_yang: Its place in the traditional model. => yang
element: Its element in the traditional model; empty where there is none. => metal
pair: The channel it is paired with. => LU
hours: Its hours in the traditional model. => 05-07
course: Where it runs on the surface of the body, in two or three plain sentences. => "It begins at the tip
  of the index finger and follows the arm to the face."
aliases: Letters and names of other books; the language stands in brackets, and ? marks letters that mean
  something else elsewhere. => ["Co (en)?", "Di (de)", Dickdarm]
tradition: One sentence that begins with "Tradition says": lore is always told as lore. => "Tradition says
  its hours are five to seven in the morning; a traditional model, not anatomy."
""",
}
