"""Meanings of the fields of cautions, warning signs, held-back requests, answers and helplines."""

TABLES = {
    "Caution": """
A rule: for whom, what it touches, what it does, and what is left to do. Own data may add cautions, never
  take one away.
id: Its short name. => pregnancy-points
title: Its title. => "Pregnant or maybe pregnant: points and areas left alone"
profile: The answers that switch it on, any one of them; `everyone` is always. => [pregnant, maybe-pregnant]
action: `block` leaves it out, `lighter` lowers pressure or time, `warn` is said before, `inform` is said
  once. => block
rule: What holds, in plain sentences. => "These points are left out in pregnancy."
strength: What it rests on: guideline, health-service, review, case-reports, customary, precaution (our own)
  ... => customary
regions: Regions it touches; also `arm`, `leg`, `named` (the place the person names) and `whole-body` (no
  session). => [belly-lower, groin]
points: Points it touches. => [LI4, SP6]
techniques: Techniques left out, whatever the action is. => [percuss]
tools: Tools left out. => [ball, powered-massager]
positions: Positions left out. => [lying-on-back]
breathing: `no-holds` replaces patterns that hold the breath. => no-holds
max_pressure: The most pressure that is left. => light
max_seconds: The longest hold, for one side and round. => 60
max_seconds_per_day: The longest in a day, for one point and side; never above 600. => 600
both_at_once: `no` is one side at a time, `never` not even by choice. => no
technique_limits: A technique with the limit it has here. => {percuss: never on back-lower}
sided: true asks for left, right or both. => true
look_first: true asks to look at the skin or both legs before pressing. => true
applies_if: A fact that must be asked before it holds. => temple-or-scalp-tender
ask_flags: Warning signs to ask about when the answer is given. => [dvt-signs]
instead: What is left to do; never an empty screen. => "PC6 and quiet breathing, seated."
expires: After what time the answer is asked again, in words with a number; the shorter time of it and of the question
  counts. => "ask again after 6 weeks"
disputed: What the other side says. => "Reviews of needle trials saw no harm."
reassure: What to say to somebody who pressed already. => "No harm from it is known."
note: What the people who keep this file need to know. => "Named by four lists."
override: `one-run` can be lifted for one session on a terminal, in typed words; `never` cannot. => one-run
sources: Where it was read, see Citation. => [{title: "NHS: headaches"}]
""",
    "Citation": """
Where a rule was read.
title: The title of the page or paper. => "NHS: headaches"
url: Its address. => "https://www.nhs.uk/conditions/headaches/"
doi: Its DOI. => 10.1136/acupmed-2015-010936
pmid: Its PubMed number. => "26362792"
""",
    "Question": """
An answer people can give about themselves; it switches cautions on.
slug: Its short name. => blood-thinners
words: The words shown. => taking blood thinners
screen: On which screen it is asked. => 2
ask_again: After what time it is asked again. => 90 days
implies: Other answers that follow from it, or `no-holds`: no breath is held. => [no-holds]
asks_place: true where place and side matter. => true
""",
    "Region": """
A region of the body; points and cautions speak of regions with these words.
slug: Its short name. => back-lower
means: What it covers. => "L1 to L5, both sides of the spine"
""",
    "SafetyWords": """
The words of every hold and every close.
every_hold: Said at every hold. => "A dull ache, heaviness or warmth is usual."
every_close: Said at the end of every session. => "Let go slowly, rest a moment, get up slowly."
settle_in: Said at its beginning. => "Not while driving, in water, or standing up."
stop_rule: When a course ends. => "No change after five sessions: stop and see a clinician."
resume: What holds after a long break. => "After a break of 12 hours start new."
signs: Signs to let go, see Stop sign. => [{id: numb, say: numbness, do: let go}]
side_effects: What may follow, see Side effect. => [{id: sore, say: "A little soreness is usual."}]
""",
    "StopSign": """
A sign to let go.
id: Its short name. => numb
say: The sign. => numbness or coldness
do: What to do then. => "let go, move it; if it stays, get medical help"
""",
    "SideEffect": """
What may follow a session.
id: Its short name. => bruise
say: What it is, and what to do. => "A small bruise can happen; leave that point alone until it is gone."
at: Where it is said: hold, close, article, ear routines. => [close, article]
""",
    "RedFlag": """
A sign that needs help now. Emergency, crisis and urgent stop a request; see-doctor is said and it goes on.
id: Its short name. => headache-emergency
level: How soon help is needed. => emergency
asked: When it is asked: before the first session, before each one, only shown, or never (words alone raise
  it). => first-screen
applies_to: The conditions it belongs to, or `any`. => [headache, migraine]
ask: One plain question. => "Did the headache start suddenly and extremely badly?"
tell: What to do. => "Call your emergency number now."
only_if: Answers of the profile, one of which must hold. => [over-50]
all_of: What must all be true. => [the headache is extremely painful]
any_of: And one of these. => [it came on suddenly]
text: A longer wording, where there is one. => "Call your midwife now, at any hour."
words: What people type that raises it, by language. One line is one group: parts joined by ` + ` must all
  be there, forms of a part are parted by `|`. `en-more` adds to `en`, `hi-Latn` is Hindi in Latin letters. =>
  {en: ["headache|migraine + sudden|out of nowhere"]}
words_not: Idioms that are taken out first. => {en: [killing me with laughter]}
note: What the people who keep this file need to know. => "General first aid; no page was seen."
sources: Where it was read, see Citation. => [{title: "NHS: headaches"}]
""",
    "HeldBackRequest": """
A kind of request that is not served; the answer is calm and sends to the right help.
id: Its short name. => pregnancy-intent
tell: The answer. => "Please ask your midwife or doctor."
words: What people type that raises it, as in Red flag. => {en: ["induce|bring on + labour"]}
words_not: Idioms that are taken out first. => {en: [labour day]}
age_under: For children: the age below which it holds. => 18
note: What the people who keep this file need to know. => "Breastfeeding is not held back."
sources: Where it was read, see Citation. => [{title: "NHS: late period"}]
""",
    "CountryHelplines": """
The numbers of one country, as seen on the pages named, with the day they were read.
country: The country. => United Kingdom
code: Its two letters. => GB
emergency: Its emergency numbers, as text. => ["999", "112"]
lines: Its helplines, see Help line. => [{name: Samaritans, number: "116 123"}]
checked: The day they were read; after twelve months they are shown as old. => "2026-11-20"
emergency_note: What to know about the emergency numbers. => "144 is the ambulance."
note: What else to know. => "Eating disorders have a line of their own."
sources: Where they were read, see Citation. => [{title: "Samaritans: contact"}]
""",
    "HelplineService": """
One service to ring or write to.
name: Its name. => Samaritans
number: Its number, as text. => "116 123"
how: How it is reached: call, text, chat. => call
hours: When. => 24/7
languages: The languages spoken. => [English]
free: Whether it costs nothing; left out where it was not seen. => true
cost: What it costs, in words. => as a local call
""",
}
