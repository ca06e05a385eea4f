"""Meanings of the fields of routines, techniques, areas and breathing."""

TABLES = {
    "Routine": """
A written sequence of steps; one file for each.
slug: Its short name, the name of its file. => neck-shoulder
name: Its plain name. => Neck and shoulders
for: The conditions it serves; all of them must be offered. => [neck-pain, shoulder-pain]
level: `gentle` is light and slow throughout. => usual
target_minutes: How long the whole session lasts, every wait included; within a fifth of what it really
  takes. => 8
positions: The positions of the steps, in their order. => [seated, lying-on-back]
steps: The steps, see Routine step. All seated ones first, then the feet, then lying. => [{point: GB20,
  seconds: 60}]
summary: One sentence: what it is. => "Six places for a stiff neck, all of them seated."
needs: What one needs beside one's hands. => [a chair]
breathing: A slug of breathing.yaml; never a pattern with holds. => count-to-five
prepare: One to three short sentences said before it. => ["Sit back and let the shoulders sink."]
close: One or two short sentences said after it. => ["Let the hands rest in the lap."]
sources: Ids of evidence.yaml, references or sources, that it was made from. => [edido-2021-neck]
documents: The project documents it carries out, S1 to S20. => [S4]
open: Left out: worked out. True when no answer about a place or illness could change a step, so that it may
  start without a question. => false
""",
    "RoutineStep": """
One step: either a point or an area.
point: The point. => GB20
area: Or the area. => neck-back
technique: A slug of techniques.yaml. => press
tool: The tool, where the technique has one. => ball
side: `both` is left then right, or both at once where the place allows it; points on the midline have
  `midline`. => both
seconds: Seconds for each side, never more than the point allows. Left out: the point's usual time. => 60
pressure: Only to lower the point's own pressure. => 1
position: The position of the body in this step. => seated
words: One or two short sentences to be said: coaching, not the place. => "Let the head rest on the thumbs."
stand_in: Points to press instead when this step falls away for somebody, best first. => [PC6, EX-HN3]
rounds: How many times in all. => 1
""",
    "Technique": """
A way of pressing or moving.
slug: Its short name. => knead
name: Its plain name. => Knead
summary: One sentence: what it is. => "Soft muscle is lifted, squeezed and let go."
how: How it is done, in a few sentences. => "Take the muscle between fingers and palm. Squeeze, lift a
  little, let go."
words: How it should be done, to be said aloud. => "Take hold of the muscle, squeeze, and let go."
usual_seconds: How long it usually lasts on one place. => 45
strokes: How many movements that are, where they are counted. => 24
rhythm: Movements in a minute, where it has a rhythm. => 30
cue: A very short phrase, said at its start. => Squeeze and let go
tool: The tool it uses, where it uses one. => ball
not_with: Ids of cautions that rule it out. => [bleeding, thin-skin]
not_on: Regions where it is never used. => [throat-front, neck-side]
documents: The project documents it carries out. => [S6]
""",
    "Area": """
A place larger than a point. It is blocked when a point or region in it is.
slug: Its short name. => forearms
name: Its plain name. => Forearms
where: Where it is, in one sentence. => "From the elbow to the wrist, the fleshy sides."
by_touch: The same without eyes. => "Let the palm slide from the elbow down to the wrist."
regions: The regions it covers, slugs of cautions.yaml. => [forearm]
points: The points in it that matter for cautions. => [LI10, PC6]
sides: Both sides, the midline, or one side. => both
techniques: The techniques that suit it. => [knead, roll]
both_at_once: Whether both sides may be worked at the same time. => no
limb: The limb it belongs to. => arm
words: What is said when a step has no words of its own. => "Squeeze from the elbow down to the wrist."
""",
    "BreathingPattern": """
A pattern of breathing beside the hold.
slug: Its short name. => count-to-five
name: Its plain name. => Count to five
summary: One or two sentences: how it goes. => "Count slowly to five in, and to five out."
caution: What to mind, said with it. => "Stop and breathe in your own way if you feel dizzy."
phases: The parts of one breath in order, see Phase; none where it has no pace. => [{do: in, seconds: 5,
  through: nose}]
max_cycles: After so many breaths it ends. => 4
max_minutes: After so many minutes it ends. => 5
then: The pattern that follows when it ends. => count-to-five
stand_in: The pattern that plays instead of it where holds are unwanted. => long-exhale-4-6
no_holds_ok: Whether it may be used where holds are unwanted (pregnancy, heart, lung, panic ...). => true
posture: How one sits or lies; what is done `seated` is never used in a session that lies down. => seated-or-lying
default_for: For what it is chosen when nobody chooses; a pattern with holds never is. => every session
sources: Titles of the pages it was read on. => [Relaxed breathing for stress]
""",
    "Phase": """
One part of a breath.
do: What the breath does; `top-up` is a second small breath in. => in
seconds: How long. => 5
through: Through which way. => nose
""",
}
