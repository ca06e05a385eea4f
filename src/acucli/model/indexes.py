"""Indexes that lookup searches, worked out when the library is compiled.

They are decoded on every start, so they are flat: texts and numbers, taken apart only where a query touches them.
"""

import msgspec

DEFAULT_LANGUAGE = "en"
"""The language whose sentences are read in full, and that is taken where no other one is heard."""


class Phrases(msgspec.Struct, frozen=True, array_like=True):
    """Every English phrase of the conditions.

    `literal` maps its words as written to "name:slug,slug" or "synonym:slug". `loose` maps its rarest stem to lines of
    "stem stem<tab>slug<tab>text", the longest first: phrases whose loud words may come in any order.
    """

    literal: dict[str, str]
    loose: dict[str, str]


class WordPatterns(msgspec.Struct, frozen=True, array_like=True):
    """The signs of one language: `records` are (kind, id), and kept once for all languages.

    A word class, and the plain forms of a part, are one numbered atom each, however many signs use them. A line of
    `groups` is "record near atom,atom atom": the record it raises (with a leading "-": for which it takes words out
    again), within how many words (or letters) its parts must lie, and each part as the atoms of which one must be
    there; "/" behind the number asks for other words for each part, ">" for this order too. `anchors` maps an atom to
    the numbers of the groups that are tried when it is seen: those of which it is in the rarest part.
    `forms` and `idioms` give the numbers of a form, two letters each (`text.packed_words`): atoms, or records for which
    the idiom takes its words out. Forms are a packed table from the first stem to "rest of the stems=numbers|...", the
    idioms texts ";stem:rest=numbers|...;" by the first letters of the first stem; with `whole_forms` (a language
    written without blanks) the first stem is the whole form, and an idiom is the key of "<tab>numbers". The compiled
    library keeps the forms apart: few texts need more of a language than those.
    `ranges` are (atom, least, most) of numbers written in digits, `amounts` the atoms of number words, `counted` the
    stems behind a number that make it no amount (milligrams, minutes). `long_ago`, `again`, `studied` and `all_well`
    are the atoms of words that set any sign aside, but not those of the records in `lasting`. `classes` gives the names
    of the word classes that an atom is, in one text.
    """

    records: tuple[tuple[str, str], ...]
    groups: tuple[str, ...]
    anchors: dict[str, str]
    forms: tuple[str, str, str, str, str, str] | None
    idioms: dict[str, str]
    ranges: tuple[tuple[int, int, int], ...] = ()
    counted: tuple[str, ...] = ()
    amounts: tuple[int, ...] = ()
    long_ago: tuple[int, ...] = ()
    again: tuple[int, ...] = ()
    studied: tuple[int, ...] = ()
    all_well: tuple[int, ...] = ()
    lasting: tuple[int, ...] = ()
    whole_forms: bool = False
    classes: dict[str, str] = {}


class Tables(msgspec.Struct, frozen=True, array_like=True):
    """Tables of words by their first stem, as lines of "rest of the stems<tab>what it means".

    `parts` and `sensations` of the body, `figures` of speech that mean no body, `idioms` that mean no complaint.
    """

    parts: dict[str, str]
    sensations: dict[str, str]
    figures: dict[str, str]
    idioms: dict[str, str]


class LanguageTraits(msgspec.Struct, frozen=True, array_like=True):
    """What is special about one language; the fields are those of its `model.lexicon.Lexicon`.

    `reads_conditions` where it has phrases for complaints, `says_of_person` where it has sayings about the person.
    """

    language: str
    scripts: tuple[str, ...] = ("latin",)
    spaced: bool = True
    letters: str = ""
    foldings: dict[str, str] = {}
    elisions: tuple[str, ...] = ()
    function_words: frozenset[str] = frozenset()
    telling_words: frozenset[str] = frozenset()
    kept_words: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    intensifiers: tuple[str, ...] = ()
    denial_before: tuple[str, ...] = ()
    denial_after: tuple[str, ...] = ()
    denial_behind: frozenset[str] = frozenset()
    denial_fillers: frozenset[str] = frozenset()
    denial_person: tuple[str, ...] = ()
    after_name: tuple[str, ...] = ()
    channel_words: frozenset[str] = frozenset()
    reads_conditions: bool = False
    says_of_person: bool = False


class SpokenPhrases(msgspec.Struct, frozen=True, array_like=True):
    """What people of a further language complain of, as lookup compares it, the longest first.

    A line of `phrases` is "form<tab>condition<tab>as written<tab>as a whole text": its roots, or its letters as one
    form; what is as what stands two before it is left out. `parts` are words for parts of the body with the condition
    of a pain there, `pain` the words for pain.
    """

    phrases: str
    parts: tuple[tuple[str, str], ...]
    pain: tuple[str, ...]


class WordLists(msgspec.Struct, frozen=True, array_like=True):
    """The small lists of the default language that the rules of reading use, explained in its lexicon.

    Those that are compared by stems hold stems.
    """

    stop: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    turning: frozenset[str] = frozenset()
    not_denying: frozenset[str] = frozenset()
    still_so: frozenset[str] = frozenset()
    denial_links: frozenset[str] = frozenset()
    denial_breaks: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    part_as_adverb: frozenset[str] = frozenset()
    after_adverb: frozenset[str] = frozenset()
    beside_part: frozenset[str] = frozenset()
    part_joins: frozenset[str] = frozenset()
    self_here: frozenset[str] = frozenset()
    tools: frozenset[str] = frozenset()
    weak_sensations: frozenset[str] = frozenset()
    everyday_complaints: frozenset[str] = frozenset()
    complaint_introducers: frozenset[str] = frozenset()
    complaint_followers: frozenset[str] = frozenset()
    age_units: frozenset[str] = frozenset()
    aged_things: frozenset[str] = frozenset()
    child_breaks: frozenset[str] = frozenset()
    self_words: frozenset[str] = frozenset()
    other_persons: frozenset[str] = frozenset()
    child_helping: frozenset[str] = frozenset()
    child_complaints: frozenset[str] = frozenset()
    own_body: frozenset[str] = frozenset()
    weeks: frozenset[str] = frozenset()
    never_pressed: frozenset[str] = frozenset()
    asking_for_point: frozenset[str] = frozenset()
    everyday_names: frozenset[str] = frozenset()
    body_names: frozenset[str] = frozenset()
    beside_name: frozenset[str] = frozenset()
    inside_name: frozenset[str] = frozenset()
    before_name: frozenset[str] = frozenset()
    behind_name: frozenset[str] = frozenset()
    asking_for_channel: frozenset[str] = frozenset()
    nose: frozenset[str] = frozenset()
    grave_breath: frozenset[str] = frozenset()
    long_ago: frozenset[str] = frozenset()
    as_now: frozenset[str] = frozenset()
    beside_sign: frozenset[str] = frozenset()
    arm_pain: frozenset[str] = frozenset()
    child_words: frozenset[str] = frozenset()
    child_subjects: frozenset[str] = frozenset()
    child_caring: frozenset[str] = frozenset()
    child_things: frozenset[str] = frozenset()
    before_child: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    self_too: frozenset[str] = frozenset()
    helping_another: frozenset[str] = frozenset()
    before_week: frozenset[str] = frozenset()
    after_week: frozenset[str] = frozenset()
    after_first_week: frozenset[str] = frozenset()
    after_span: frozenset[str] = frozenset()
    medical_endings: frozenset[str] = frozenset()
    medicine_endings: frozenset[str] = frozenset()
    medical_words: frozenset[str] = frozenset()
    medicine_words: frozenset[str] = frozenset()
    body_changes: frozenset[str] = frozenset()
    medical_units: frozenset[str] = frozenset()
    medical_measures: frozenset[str] = frozenset()
    medicine_forms: frozenset[str] = frozenset()
    asking_for_class: frozenset[str] = frozenset()
    asking_for_place: frozenset[str] = frozenset()
    place_relations: frozenset[str] = frozenset()
    bumps: frozenset[str] = frozenset()
    no_place_with: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    harm: frozenset[str] = frozenset()
    wishes: frozenset[str] = frozenset()
    around_part: frozenset[str] = frozenset()
    before_part: frozenset[str] = frozenset()
    cures: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    noun_complaints: frozenset[str] = frozenset()
    taken_daily: frozenset[str] = frozenset()


class Grammar(msgspec.Struct, frozen=True, array_like=True):
    """What the reading of the default language needs beside its phrases and tables."""

    spellings: dict[str, str] = {}
    bare_signs: dict[str, str] = {}
    same_words: tuple[tuple[str, ...], ...] = ()
    lists: WordLists = WordLists()


class PointWords(msgspec.Struct, frozen=True, array_like=True):
    """Words by which points are asked for without a code or a name, each with what it means.

    `classes` and `arguments` of traditional classes, `regions` of the body (as "region" or "region:side"), `places`
    the words of a description. Decoded only where a query holds such words.
    """

    classes: dict[str, str] = {}
    arguments: dict[str, str] = {}
    regions: dict[str, tuple[str, ...]] = {}
    places: dict[str, str] = {}


class KnownWords(msgspec.Struct, frozen=True, array_like=True):
    """The words of the default language that the library knows.

    `complaints` are those of the complaints, with their other spellings, `stems` those of the complaints and signs as
    they are compared, each with a line end before and behind: a text of 7,000 words is read at once, and a set of them
    is not. `felt` are stems of parts of the body and of what is felt there, `always` those and the small words.
    """

    complaints: str
    stems: str
    felt: frozenset[str]
    always: frozenset[str]


class Letters(msgspec.Struct, frozen=True, array_like=True):
    """What letters before a number may mean: the meridian, in which languages' books, and whether others differ."""

    meridian: str
    languages: tuple[str, ...]
    ambiguous: bool
    written: str


class Notation(msgspec.Struct, frozen=True, array_like=True):
    """Codes of every scheme: `letters` before numbers, whole `codes` of other schemes, points per meridian."""

    letters: dict[str, tuple[Letters, ...]]
    codes: dict[str, tuple[str, ...]]
    zones: dict[str, str]
    counts: dict[str, int]
    titles: dict[str, str]
