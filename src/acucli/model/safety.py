"""Cautions, red flags, held-back requests, helplines and the words of every hold."""

from typing import Literal

import msgspec

from acucli.model.record import LanguageCode, Letters, Record, Slug

CautionAction = Literal["block", "lighter", "warn", "inform"]
EVERYONE = "everyone"
"""Stands among the answers of a caution that holds without any."""

NO_HOLDS = "no-holds"
"""What an answer may imply beside other answers: no breathing pattern that holds the breath."""
Tissue = Literal["artery", "vein", "nerve", "eye", "airway", "breast", "rib-end", "spine", "bone-thin"]
"""What lies close under the finger (a point's `tissue`)."""
FlagLevel = Literal["emergency", "crisis", "urgent", "see-doctor"]
HelplineNeed = Literal["violence", "forced-sex", "children"]


class Citation(Record, frozen=True, kw_only=True):
    """Where a rule was read."""

    title: str
    """The title of the page or paper.

    Example: "NHS: headaches"
    """
    url: str = ""
    """Its address.

    Example: "https://www.nhs.uk/conditions/headaches/"
    """
    doi: str = ""
    """Its DOI. Example: 10.1136/acupmed-2015-010936"""
    pmid: str = ""
    """Its PubMed number.

    Example: "26362792"
    """


class Caution(Record, frozen=True, kw_only=True):
    """A rule: for whom, what it touches, what it does, and what is left to do. Own data may add cautions, never take
    one away.
    """

    id: Slug
    """Its short name. Example: pregnancy-points"""
    title: str
    """Its title.

    Example: "Pregnant or maybe pregnant: points and areas left alone"
    """
    profile: tuple[str, ...]
    """The answers that switch it on, any one of them; `everyone` is always. Example: [pregnant, maybe-pregnant]"""
    action: CautionAction
    """`block` leaves it out, `lighter` lowers pressure or time, `warn` is said before, `inform` is said once.

    Example: block
    """
    rule: str
    """What holds, in plain sentences.

    Example: "These points are left out in pregnancy."
    """
    brief: str = ""
    """Whom it touches, in at most 60 characters. Example: "over a pulse: light, one side at a time"
    """
    strength: str
    """What it rests on: guideline, health-service, review, case-reports, customary, precaution (our own) ...

    Example: customary
    """
    regions: tuple[str, ...] = ()
    """Regions it touches; also `arm`, `leg`, `named` (the place the person names) and `whole-body` (no session).

    Example: [belly-lower, groin]
    """
    points: tuple[str, ...] = ()
    """Points it touches. Example: [LI4, SP6]"""
    tissue: tuple[Tissue, ...] = ()
    """It touches every point with this below it as well, but for those that another rule for everybody limits.

    Example: [artery]
    """
    techniques: tuple[str, ...] = ()
    """Techniques left out, whatever the action is. Example: [percuss]"""
    tools: tuple[str, ...] = ()
    """Tools left out. Example: [ball, powered-massager]"""
    positions: tuple[str, ...] = ()
    """Positions left out. Example: [lying-on-back]"""
    breathing: Literal["", "no-holds"] = ""
    """`no-holds` replaces patterns that hold the breath. Example: no-holds"""
    max_pressure: Literal["", "light", "medium", "firm"] = ""
    """The most pressure that is left. Example: light"""
    max_seconds: int | None = None
    """The longest hold, for one side and round. Example: 60"""
    max_seconds_per_day: int | None = None
    """The longest in a day, for one point and side; never above 600. Example: 600"""
    both_at_once: Literal["", "no", "never"] = ""
    """`no` is one side at a time, `never` not even by choice. Example: no"""
    technique_limits: dict[str, str] = {}
    """A technique with the limit it has here. Example: {percuss: never on back-lower}"""
    sided: bool = False
    """true asks for left, right or both. Example: true"""
    look_first: bool = False
    """true asks to look at the skin or both legs before pressing. Example: true"""
    applies_if: str = ""
    """A fact that must be asked before it holds. Example: temple-or-scalp-tender"""
    ask_flags: tuple[str, ...] = ()
    """Warning signs to ask about when the answer is given. Example: [dvt-signs]"""
    instead: str = ""
    """What is left to do; never an empty screen.

    Example: "PC6 and quiet breathing, seated."
    """
    expires: str = ""
    """After what time the answer is asked again, in words with a number; the shorter time of it and of the question
    counts.

    Example: "ask again after 6 weeks"
    """
    disputed: str = ""
    """What the other side says.

    Example: "Reviews of needle trials saw no harm."
    """
    reassure: str = ""
    """What to say to somebody who pressed already.

    Example: "No harm from it is known."
    """
    note: str = ""
    """What the people who keep this file need to know.

    Example: "Named by four lists."
    """
    override: Literal["one-run", "never"] = "one-run"
    """`one-run` can be lifted for one session on a terminal, in typed words; `never` cannot. Example: one-run"""
    sources: tuple[Citation, ...] = ()
    """Where it was read, see Citation. Example: [{title: "NHS: headaches"}]"""

    @property
    def for_everyone(self) -> bool:
        """Tell whether it holds without any answer of the profile."""
        return EVERYONE in self.profile


class RedFlag(Record, frozen=True, kw_only=True):
    """A sign that needs help now. Emergency, crisis and urgent stop a request; see-doctor is said and it goes on."""

    id: Slug
    """Its short name. Example: headache-emergency"""
    level: FlagLevel
    """How soon help is needed. Example: emergency"""
    asked: Literal["first-screen", "before-session", "shown", "words-only", "net"]
    """When it is asked: before the first session, before each one, only shown, or never (words or the net raise it).

    Example: first-screen
    """
    applies_to: tuple[str, ...]
    """The conditions it belongs to, or `any`. Example: [headache, migraine]"""
    ask: str
    """One plain question.

    Example: "Did the headache start suddenly and extremely badly?"
    """
    tell: str
    """What to do.

    Example: "Call your emergency number now."
    """
    brief: str = ""
    """All its signs, in at most 60 characters.

    Example: "sudden, extreme headache, or headache after a head blow"
    """
    helpline: HelplineNeed | None = None
    """Whose helplines are named first: for people hurt or controlled at home, forced into sex, or a child in danger.

    Example: violence
    """
    press_meanwhile: bool = False
    """Whether the complaint that is the sign gets points all the same; for the level see-doctor. Example: true"""
    only_if: tuple[str, ...] = ()
    """Answers of the profile, one of which must hold. Example: [over-50]"""
    all_of: tuple[str, ...] = ()
    """What must all be true. Example: [the headache is extremely painful]"""
    any_of: tuple[str, ...] = ()
    """And one of these. Example: [it came on suddenly]"""
    text: str = ""
    """A longer wording, where there is one.

    Example: "Call your midwife now, at any hour."
    """
    words: dict[str, tuple[str, ...]] = {}
    """What people type that raises it, by language. One line is one group: parts joined by ` + ` must all be there,
    forms of a part are parted by `|`. `@limb` is a word class of the language's file, `@6..99` a number in digits;
    ` ~8` at the end asks for at most 8 words from the first to the last, ` ~8>` for this order too. Where a line has
    `@` or `~`, no word serves two parts. Lines of `any` name classes only, and hold in every language that has them.
    `en-more` adds to `en`, `hi-Latn` is Hindi in Latin letters. It stands in the YAML alone: no command prints it.

    Example: {en: ["headache|migraine + sudden|out of nowhere"]}
    """
    words_not: dict[str, tuple[str, ...]] = {}
    """Idioms that are taken out first; parts and classes as in `words`, and in the YAML alone, too.

    Example: {en: [killing me with laughter]}
    """
    note: str = ""
    """What the people who keep this file need to know.

    Example: "General first aid; no page was seen."
    """
    disputed: str = ""
    """Where sources disagree, and what was chosen. Example: "Cooling time: 20 minutes here, 10 to 30 there."
    """
    sources: tuple[Citation, ...] = ()
    """Where it was read, see Citation. Example: [{title: "NHS: headaches"}]"""


class HeldBackRequest(Record, frozen=True, kw_only=True):
    """A kind of request that is not served; the answer is calm and sends to the right help."""

    id: Slug
    """Its short name. Example: pregnancy-intent"""
    tell: str
    """The answer.

    Example: "Please ask your midwife or doctor."
    """
    words: dict[str, tuple[str, ...]]
    """What people type that raises it, as in Red flag. Example: {en: ["induce|bring on + labour"]}"""
    words_not: dict[str, tuple[str, ...]] = {}
    """Idioms that are taken out first. Example: {en: [labour day]}"""
    age_under: int | None = None
    """For children: the age below which it holds. Example: 18"""
    note: str = ""
    """What the people who keep this file need to know.

    Example: "Breastfeeding is not held back."
    """
    sources: tuple[Citation, ...] = ()
    """Where it was read, see Citation. Example: [{title: "NHS: late period"}]"""


class Question(Record, frozen=True, kw_only=True):
    """An answer people can give about themselves; it switches cautions on."""

    slug: Slug
    """Its short name. Example: blood-thinners"""
    words: str
    """The words shown. Example: taking blood thinners"""
    brief: str = ""
    """The same in at most four words, for a line that holds several. Example: blood thinners"""
    screen: int
    """On which screen it is asked. Example: 2"""
    ask_again: str
    """After what time it is asked again. Example: 90 days"""
    implies: tuple[str, ...] = ()
    """Other answers that follow from it, or `no-holds`: no breath is held. Example: [no-holds]"""
    also: tuple[str, ...] = ()
    """Other words for it, earlier ones too, as people write them into their profile by hand. Example: [brittle bones]
    """
    asks_place: bool = False
    """true where place and side matter. Example: true"""
    asked_for: tuple[str, ...] = ()
    """Conditions, their children too, before which it is asked although it changes no step: it changes what is said.

    Example: [stress]
    """


class Region(Record, frozen=True, kw_only=True):
    """A region of the body; points and cautions speak of regions with these words."""

    slug: Slug
    """Its short name. Example: back-lower"""
    means: str
    """What it covers.

    Example: "L1 to L5, both sides of the spine"
    """


class HelplineService(Record, frozen=True, kw_only=True):
    """One service to ring or write to."""

    name: str
    """Its name. Example: Samaritans"""
    number: str
    """Its number, as text.

    Example: "116 123"
    """
    how: str = ""
    """How it is reached: call, text, chat. Example: call"""
    hours: str = ""
    """When. Example: 24/7"""
    languages: tuple[str, ...] = ()
    """The languages spoken. Example: [English]"""
    free: bool | None = None
    """Whether it costs nothing; left out where it was not seen. Example: true"""
    cost: str = ""
    """What it costs, in words. Example: as a local call"""
    serves: tuple[HelplineNeed, ...] = ()
    """Whom it is for; left out where it is for everybody in a crisis. Example: [violence, forced-sex]"""


class CountryHelplines(Record, frozen=True, kw_only=True):
    """The numbers of one country, as seen on the pages named, with the day they were read."""

    country: str
    """The country. Example: United Kingdom"""
    code: Letters
    """Its two letters. Example: GB"""
    names: tuple[str, ...] = ()
    """What else people call it: its name in its own languages, the adjective, short names.

    Example: [Deutschland, German]
    """
    languages: tuple[LanguageCode, ...] = ()
    """The languages of the lexicon whose speakers are shown its first line where their country is not known.

    Example: [en]
    """
    emergency: tuple[str, ...]
    """Its emergency numbers, as text. Example: ["999", "112"]"""
    lines: tuple[HelplineService, ...]
    """Its helplines, see Help line. Example: [{name: Samaritans, number: "116 123"}]"""
    checked: str
    """The day they were read; after twelve months they are shown as old.

    Example: "2026-11-20"
    """
    emergency_note: str = ""
    """What to know about the emergency numbers.

    Example: "144 is the ambulance."
    """
    note: str = ""
    """What else to know.

    Example: "Eating disorders have a line of their own."
    """
    sources: tuple[Citation, ...] = ()
    """Where they were read, see Citation. Example: [{title: "Samaritans: contact"}]"""


class SideEffect(Record, frozen=True, kw_only=True):
    """What may follow a session."""

    id: str
    """Its short name. Example: bruise"""
    say: str
    """What it is, and what to do.

    Example: "A small bruise can happen; leave that point alone until it is gone."
    """
    at: tuple[str, ...] = ()
    """Where it is said: hold, close, article, ear routines. Example: [close, article]"""


class StopSign(Record, frozen=True, kw_only=True):
    """A sign to let go."""

    id: str
    """Its short name. Example: numb"""
    say: str
    """The sign. Example: numbness or coldness"""
    do: str
    """What to do then.

    Example: "let go, move it; if it stays, get medical help"
    """


class DangerLine(Record, frozen=True, kw_only=True):
    """One line of the danger question that says several warning signs at once."""

    signs: tuple[str, ...]
    """The warning signs it covers. Example: [stroke-fast, heart-attack]"""
    says: str
    """All of them, in one line.

    Example: "chest pressure; a side weak or drooping; suddenly unwell"
    """


class SafetyWords(Record, frozen=True, kw_only=True):
    """The words of every hold and every close."""

    every_hold: str
    """Said at every hold.

    Example: "A dull ache, heaviness or warmth is usual."
    """
    let_go: str
    """The same in one short line, for a screen that holds more.

    Example: "A dull ache is usual. Sharp, electric, numb: let go."
    """
    every_close: str
    """Said at the end of every session.

    Example: "Let go slowly, rest a moment, get up slowly."
    """
    settle_in: str
    """Said at its beginning.

    Example: "Not while driving, in water, or standing up."
    """
    see_somebody: str
    """When to see somebody, where nothing else says it.

    Example: "See a clinician if it gets worse, and after four weeks at the latest."
    """
    stop_pressing: str
    """When a course ends, where nothing else says it.

    Example: "No change after four weeks, or worse at any time: stop."
    """
    resume: str
    """What holds after a long break.

    Example: "After a break of 12 hours start new."
    """
    danger_lines: tuple[DangerLine, ...] = ()
    """Lines of the danger question that join signs, see Danger line.

    Example: [{signs: [stroke-fast, heart-attack], says: "chest pressure; a side weak; suddenly unwell"}]
    """
    signs: tuple[StopSign, ...]
    """Signs to let go, see Stop sign. Example: [{id: numb, say: numbness, do: let go}]"""
    side_effects: tuple[SideEffect, ...]
    """What may follow, see Side effect. Example: [{id: sore, say: "A little soreness is usual."}]"""
    stop_rule: str = msgspec.field(default_factory=str)
    """Gone: `see_somebody` and `stop_pressing` stand in its place. Example: ""
    """
