"""Routines with their steps, and what steps are made of: techniques, areas, breathing patterns."""

from typing import Literal

from acucli.model.record import Pressure, Record, Side, Slug

Position = Literal["seated", "feet", "lying-on-side", "lying-on-back", "lying-face-down"]


class RoutineStep(Record, frozen=True, kw_only=True):
    """One step: either a point or an area."""

    point: str = ""
    """The point. Example: GB20"""
    area: str = ""
    """Or the area. Example: neck-back"""
    technique: str = "press"
    """A slug of techniques.yaml. Example: press"""
    tool: str = ""
    """The tool, where the technique has one. Example: ball"""
    side: Side = "both"
    """`both` is left then right, or both at once where the place allows it; points on the midline have `midline`.

    Example: both
    """
    seconds: int | None = None
    """Seconds for each side, never more than the point allows. Left out: the point's usual time. Example: 60"""
    pressure: Pressure | None = None
    """Only to lower the point's own pressure. Example: 1"""
    position: Position = "seated"
    """The position of the body in this step. Example: seated"""
    words: str = ""
    """One or two short sentences to be said: coaching, not the place.

    Example: "Let the head rest on the thumbs."
    """
    stand_in: tuple[str, ...] = ()
    """Points to press instead when this step falls away for somebody, best first. Example: [PC6, EX-HN3]"""
    rounds: int = 1
    """How many times in all. Example: 1"""


class Routine(Record, frozen=True, kw_only=True, rename={"for_": "for"}):
    """A written sequence of steps; one file for each."""

    slug: Slug
    """Its short name, the name of its file. Example: neck-shoulder"""
    name: str
    """Its plain name. Example: Neck and shoulders"""
    for_: tuple[str, ...]
    """The conditions it serves; all of them must be offered. Example: [neck-pain, shoulder-pain]"""
    level: Literal["gentle", "usual"]
    """`gentle` is light and slow throughout. Example: usual"""
    target_minutes: float
    """How long the whole session lasts, every wait included; within a fifth of what it really takes. Example: 8"""
    positions: tuple[Position, ...]
    """The positions of the steps, in their order. Example: [seated, lying-on-back]"""
    steps: tuple[RoutineStep, ...]
    """The steps, see Routine step. All seated ones first, then the feet, then lying.

    Example: [{point: GB20, seconds: 60}]
    """
    summary: str = ""
    """One sentence: what it is.

    Example: "Six places for a stiff neck, all of them seated."
    """
    needs: tuple[str, ...] = ()
    """What one needs beside one's hands. Example: [a chair]"""
    breathing: str = "count-to-five"
    """A slug of breathing.yaml; never a pattern with holds. Example: count-to-five"""
    prepare: tuple[str, ...] = ()
    """One to three short sentences said before it. Example: ["Sit back and let the shoulders sink."]"""
    close: tuple[str, ...] = ()
    """One or two short sentences said after it. Example: ["Let the hands rest in the lap."]"""
    sources: tuple[str, ...] = ()
    """Ids of evidence.yaml, references or sources, that it was made from. Example: [edido-2021-neck]"""
    documents: tuple[str, ...] = ()
    """The project documents it carries out, S1 to S20. Example: [S4]"""
    open: bool = False
    """Left out: worked out. True when no answer about a place or illness could change a step, so that it may start
    without a question.

    Example: false
    """


class Technique(Record, frozen=True, kw_only=True):
    """A way of pressing or moving."""

    slug: Slug
    """Its short name. Example: knead"""
    name: str
    """Its plain name. Example: Knead"""
    summary: str
    """One sentence: what it is.

    Example: "Soft muscle is lifted, squeezed and let go."
    """
    how: str
    """How it is done, in a few sentences.

    Example: "Take the muscle between fingers and palm. Squeeze, lift a little, let go."
    """
    words: str
    """How it should be done, to be said aloud.

    Example: "Take hold of the muscle, squeeze, and let go."
    """
    usual_seconds: int
    """How long it usually lasts on one place. Example: 45"""
    strokes: int | None = None
    """How many movements that are, where they are counted. Example: 24"""
    rhythm: int | None = None
    """Movements in a minute, where it has a rhythm. Example: 30"""
    cue: str = ""
    """A very short phrase, said at its start. Example: Squeeze and let go"""
    tool: str = ""
    """The tool it uses, where it uses one. Example: ball"""
    not_with: tuple[str, ...] = ()
    """Ids of cautions that rule it out. Example: [bleeding, thin-skin]"""
    not_on: tuple[str, ...] = ()
    """Regions where it is never used. Example: [throat-front, neck-side]"""
    documents: tuple[str, ...] = ()
    """The project documents it carries out. Example: [S6]"""


class Area(Record, frozen=True, kw_only=True):
    """A place larger than a point. It is blocked when a point or region in it is."""

    slug: Slug
    """Its short name. Example: forearms"""
    name: str
    """Its plain name. Example: Forearms"""
    where: str
    """Where it is, in one sentence.

    Example: "From the elbow to the wrist, the fleshy sides."
    """
    by_touch: str
    """The same without eyes.

    Example: "Let the palm slide from the elbow down to the wrist."
    """
    regions: tuple[str, ...]
    """The regions it covers, slugs of cautions.yaml. Example: [forearm]"""
    points: tuple[str, ...] = ()
    """The points in it that matter for cautions. Example: [LI10, PC6]"""
    sides: Side = "both"
    """Both sides, the midline, or one side. Example: both"""
    techniques: tuple[str, ...] = ()
    """The techniques that suit it. Example: [knead, roll]"""
    both_at_once: Literal["yes", "no", "never"] = "yes"
    """Whether both sides may be worked at the same time. Example: no"""
    limb: Literal["none", "arm", "leg"] = "none"
    """The limb it belongs to. Example: arm"""
    words: str = ""
    """What is said when a step has no words of its own.

    Example: "Squeeze from the elbow down to the wrist."
    """


class Phase(Record, frozen=True, kw_only=True):
    """One part of a breath."""

    do: Literal["in", "top-up", "hold", "out"]
    """What the breath does; `top-up` is a second small breath in. Example: in"""
    seconds: float
    """How long. Example: 5"""
    through: Literal["nose", "mouth", "none"] = "none"
    """Through which way. Example: nose"""


class BreathingPattern(Record, frozen=True, kw_only=True):
    """A pattern of breathing beside the hold."""

    slug: Slug
    """Its short name. Example: count-to-five"""
    name: str
    """Its plain name. Example: Count to five"""
    summary: str
    """One or two sentences: how it goes.

    Example: "Count slowly to five in, and to five out."
    """
    caution: str
    """What to mind, said with it.

    Example: "Stop and breathe in your own way if you feel dizzy."
    """
    phases: tuple[Phase, ...] = ()
    """The parts of one breath in order, see Phase; none where it has no pace.

    Example: [{do: in, seconds: 5, through: nose}]
    """
    max_cycles: int | None = None
    """After so many breaths it ends. Example: 4"""
    max_minutes: float | None = None
    """After so many minutes it ends. Example: 5"""
    then: str = ""
    """The pattern that follows when it ends. Example: count-to-five"""
    stand_in: str = ""
    """The pattern that plays instead of it where holds are unwanted. Example: long-exhale-4-6"""
    no_holds_ok: bool = True
    """Whether it may be used where holds are unwanted (pregnancy, heart, lung, panic ...). Example: true"""
    posture: Literal["seated", "seated-or-lying", "any"] = "seated-or-lying"
    """How one sits or lies; what is done `seated` is never used in a session that lies down.

    Example: seated-or-lying
    """
    default_for: str = ""
    """For what it is chosen when nobody chooses; a pattern with holds never is. Example: every session"""
    sources: tuple[str, ...] = ()
    """Titles of the pages it was read on. Example: [Relaxed breathing for stress]"""

    @property
    def cycle_seconds(self) -> float:
        """Return the seconds of one whole breath, 0 where the pattern has no pace."""
        return sum(phase.seconds for phase in self.phases)

    @property
    def has_hold(self) -> bool:
        """Tell whether the breath is held anywhere in the pattern."""
        return any(phase.do == "hold" for phase in self.phases)
