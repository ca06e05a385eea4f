"""Meanings of the fields of figures."""

TABLES = {
    "Figure": """
One picture of a part of the body. It is drawn in millimetres of an adult of 1.70 m; x runs right, y runs
  down.
name: Its name, the name of its file. => hand-back
title: What it shows, in words. => Back of the right hand
landmarks: Named places: x and y. Points and rulers refer to them. => {wrist: [0, 1], elbow: [0, 250]}
rulers: Named rulers, see Ruler. => {forearm: [wrist, elbow, 12]}
paths: The strokes, see Path. => [[skin, false, [[0, 0], [10, 5]]]]
side: Which side of the body it shows; the other is its mirror image. => right
unit: Always millimetres. => mm
windows: Named parts of it: left, top, right, bottom; null is the whole. => {hand: [-60, -200, 75, 30], all:
  null}
symmetric: true where only the right half is written and the left is its mirror. => true
facing: Whether one looks at the front or the back of the person. => away
locator: Where it lies on a picture of the whole body, see Locator. => [body-front, wrist, tip_middle]
""",
    "Ruler": """
A distance with its cun, written as a list: [from, to, cun] or [from, to, cun, zero].
start: The landmark it begins at. => wrist
end: The landmark it ends at. => elbow
cun: Into how many cun it is divided. => 12
zero: The edge of the picture where `across` of a place begins. => left
""",
    "Path": """
One stroke, written as a list: [layer, closed, nodes].
layer: `mask` is the body, `skin` its outline, `detail` what one sees, `bone` what one feels, `hair` the
  hairline. => skin
closed: Whether it comes back to its beginning. => false
nodes: The places it runs through, see Node. => [[0, 0], [10, 5, c]]
""",
    "Node": """
One place of a stroke, written as a list: [x, y] or [x, y, c].
x: Millimetres to the right. => 10
y: Millimetres down. => 5
kind: c makes a corner; left out, the stroke is smooth. => c
""",
    "Locator": """
Where a picture lies on the whole body, written as a list: [view, start, end] or [view, start, end, spread].
view: The picture of the whole body. => body-front
start: A landmark that both pictures have. => wrist
end: Another one. => tip_middle
spread: true where the whole width lies on the line between the two. => true
""",
}
