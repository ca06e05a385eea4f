"""Meanings of the fields of conditions and of the phrases of a language."""

TABLES = {
    "Condition": """
What somebody looks up: a complaint, the points customarily chosen for it, and how sure that is.
slug: Its short name in small letters and dashes; other records point to it. => neck-pain
name: Its plain name. => Neck pain
theme: The theme it is listed under, the name of its file. => neck-shoulder-back
also: At least eight ways people say it, in small letters. No phrase may stand under two conditions. =>
  [sore neck, neck ache, crick in the neck]
session: `offered`, or `information` where pressing is no answer: then there are no points and no session.
  => offered
grade: How sure it is that pressing helps: A good, B promising, C weak or conflicting, D very little, N
  tested without benefit. The rules are in the article evidence-grades. => N
sham: Whether pressing did better than a fake one. => untested
sham_note: The words said with the letter, always. => "did no better than usual care, so no fake was
  compared"
pressed_by: Who pressed in the best data: self, other, band, staff, ear, needles, none ... => self
best_design: The best kind of study there is. => one randomised trial
entries: How many references it names; the number is checked. => 2
evidence_date: Year and month when the evidence was last gone through. => "2026-11"
evidence: One or two honest sentences: who pressed, what was seen, whether a fake did as well. => "In a
  trial with 160 people who pressed at home, the gain over usual care was too small to count."
side_rule: Which side comes first. => painful-side-first
advice: Two to four short sentences of what else to do. => ["Move the neck gently within what is
  comfortable."]
frequency: How often and how long. => "Once or twice a day, for two to four weeks."
stop_rule: When to stop. => "No change after five sessions, or worse: stop and see a clinician."
keep_treatment: What to go on with. => "Keep the exercises you were given."
way_out: Whom to see, and when. Every condition has one. => "See a doctor when it lasts longer than six
  weeks."
topics: The topics of evidence.yaml that belong to it. => [neck-pain]
session_reason: For `information`: why there is no session, and what to do instead. => "Withdrawal can be
  dangerous; ask for medical help first."
parent: The wider condition it belongs to. It has the parent's warning signs, and without evidence of its
  own at most its grade. => neck-pain
general_of: For a general word: the conditions it covers. It takes the lowest letter of them. =>
  [tension-headache, migraine]
points: The points, best first, see Choice. => [{code: GB20, role: local, basis: trial, why: "under the
  skull, pressed in the home trial"}]
references: Ids of evidence.yaml that the grade rests on, the negative ones too. => [edido-2021-neck]
watch_for: Ids of red_flags.yaml: signs that need help first. => [headache-emergency]
no_watch_for: The reason, where there are no such signs. => "A general routine: the signs of the first
  screen are enough."
routine: The routine that serves it. => neck-shoulder
""",
    "Choice": """
One point chosen for a condition. Custom is not effect: a point may be customary and untested.
code: The point. => GB20
role: `local` is near the trouble, `distal` away from it, `general` where the trouble has no place. => local
basis: The best kind of source that names it; `tradition` is chosen by the traditional rules alone. => trial
why: Why it is here, in a few words of its own; say "needle" where the trial used needles. => "under the
  skull, where the neck muscles fasten"
""",
    "Lexicon": """
One language: its words, what they mean, and what is special about how it is written. Whoever adds a file
  adds the language. The fields from `spellings` on serve the language that is read in full, English.
language: The code of the language. => de
name: Its name in that language. => Deutsch
crisis: What is said, calmly, when somebody may be about to harm themselves. => "Du bist nicht allein. Ruf
  jetzt jemanden an."
emergency: What is said in an emergency. => "Ruf jetzt den Notruf an."
urgent: What is said when help is needed today. => "Hol dir heute noch ärztliche Hilfe."
scripts: The scripts it is written in, its own first, such as latin, han, kana, hangul, devanagari,
  cyrillic. => [kana, han]
spaced: Whether blanks part its words. Where they do not, phrases are found anywhere in the text. => false
letters: Letters and marks that English does not have. => äöüß
foldings: Groups of letters that are written for another, as they are compared. => {ue: u}
elisions: Short words that are joined to the next by an apostrophe. => [j, l, qu]
function_words: Small words by which the language is heard; they say nothing of a complaint. =>
  [ich, habe, und]
telling_words: Those of them that are no English word and no likely slip in one. => [ich, habe, und]
kept_words: Small words that do say something of a complaint. => [nicht, kein]
endings: Endings that may differ between two forms of a word. => [es, en, e]
intensifiers: Words of degree; a text without blanks is also compared without them. => ["很", "非常"]
denial: How it says that something is not so, see Denial. => {before: [kein, ohne]}
after_name: Words written behind the name of a point. => ["穴"]
channel_words: Words for a channel. => [leitbahn]
conditions: For each condition, further phrases of this language. => {headache: [Kopfschmerzen, Kopfweh]}
body_parts: For each condition, places that mean it beside a word of `pain`. => {knee-pain: [Knie]}
pain: Words of this language for pain. => [Schmerz, weh]
points: For each point, its names in this language. => {LI4: [Talschluss]}
says_of_person: For each answer of the profile, how people say it of themselves. => {pregnant: [schwanger]}
red_flags: For each id of red_flags.yaml, signs in this language, written as there under `words`. =>
  {stroke-fast: ["gesicht + hängt|taub"]}
held_back: For each id of held_back.yaml, words in this language, written as there. => {children: [mein kind]}
sign_reach: How many words (letters, where no blanks part them) the parts of a sign may lie apart. => 15
spellings: How people write a word, or two, and how it is read. => {cant: cannot, labor: labour}
parts: Parts of the body, with the words for each. => {knee: [knee, kneecap]}
sensations: What is felt, with the words for it. => {stiff: [stiff, locked]}
figures: Figures of speech that name a part of the body and mean none. => [on the other hand]
idioms: Idioms that sound like a complaint and are none. => [sick of]
bare_signs: Words that are a sign when they are all that is asked, with the id of the sign. =>
  {stroke: stroke-fast}
same_words: Groups of words that translators use for one Chinese word. => [[gate, pass, door]]
word_lists: Small lists that the rules of reading use; a remark above each says what for. => {turning: [but]}
common_words: Common words, in which no typing mistake is looked for. => [about, above]
""",
    "Denial": """
How a language says that something is not so.
before: Words that deny what follows them. => [kein, ohne]
after: Words that deny what they follow, where no blanks part words. => ["없"]
fillers: Small words over which a denial reaches. => [eine, mehr]
person: Further words over which it reaches (or which deny, where no blanks part words) when somebody speaks
  of themselves. => [bin]
""",
}
