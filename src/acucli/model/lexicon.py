"""One language: its words, what they mean, and what is special about how it is written."""

from acucli.model.record import LanguageCode, Record


class Denial(Record, frozen=True, kw_only=True):
    """How a language says that something is not so."""

    before: tuple[str, ...] = ()
    """Words that deny what follows them. Example: [kein, ohne]"""
    after: tuple[str, ...] = ()
    """Words that deny what stands right before them; where blanks part words, no sign of danger is denied so.

    Example: ["없", yok]
    """
    behind: tuple[str, ...] = ()
    """Words that deny the word of a sign right before them, where blanks part words, unless the sign itself is said
    with them ("no pulse").

    Example: [yok, değil]
    """
    fillers: tuple[str, ...] = ()
    """Small words over which a denial reaches. Example: [eine, mehr]"""
    person: tuple[str, ...] = ()
    """Further words over which it reaches (or which deny, where no blanks part words) when somebody speaks of
    themselves.

    Example: [bin]
    """


class Lexicon(Record, frozen=True, kw_only=True):
    """One language: its words, what they mean, and what is special about how it is written. Whoever adds a file adds
    the language. The fields from `spellings` on serve the language that is read in full, English.
    """

    language: LanguageCode
    """The code of the language. Example: de"""
    name: str
    """Its name in that language. Example: Deutsch"""
    crisis: str = ""
    """What is said, calmly, when somebody may be about to harm themselves.

    Example: "Du bist nicht allein. Ruf jetzt jemanden an."
    """
    emergency: str = ""
    """What is said in an emergency.

    Example: "Ruf jetzt den Notruf an."
    """
    urgent: str = ""
    """What is said when help is needed today.

    Example: "Hol dir heute noch ärztliche Hilfe."
    """
    may_need_help: str = ""
    """What is said where words read like danger and no sign names it.

    Example: "Das braucht vielleicht zuerst Hilfe. Ist es neu, plötzlich oder stark, ruf den Notruf an."
    """
    yes_or_no: str = ""
    """How the question whether it is so, now, is put.

    Example: "Ist das jetzt so? y (ja oder unsicher) oder n"
    """
    numbers: str = ""
    """Where numbers of help stand.

    Example: "Notruf: 112 in vielen Ländern. acu helplines nennt Nummern."
    """
    scripts: tuple[str, ...] = ("latin",)
    """The scripts it is written in, its own first, such as latin, han, kana, hangul, devanagari, cyrillic.

    Example: [kana, han]
    """
    spaced: bool = True
    """Whether blanks part its words. Where they do not, phrases are found anywhere in the text. Example: false"""
    letters: str = ""
    """Letters and marks that English does not have. Example: äöüß"""
    foldings: dict[str, str] = {}
    """Groups of letters that are written for another, as they are compared. Example: {ue: u}"""
    elisions: tuple[str, ...] = ()
    """Short words that are joined to the next by an apostrophe. Example: [j, l, qu]"""
    function_words: tuple[str, ...] = ()
    """Small words by which the language is heard; they say nothing of a complaint. Example: [ich, habe, und]"""
    telling_words: tuple[str, ...] = ()
    """Those of them that are no English word and no likely slip in one. Example: [ich, habe, und]"""
    kept_words: tuple[str, ...] = ()
    """Small words that do say something of a complaint. Example: [nicht, kein]"""
    endings: tuple[str, ...] = ()
    """Endings that may differ between two forms of a word. Example: [es, en, e]"""
    intensifiers: tuple[str, ...] = ()
    """Words of degree; a text without blanks is also compared without them. Example: ["很", "非常"]"""
    denial: Denial = Denial()
    """How it says that something is not so, see Denial. Example: {before: [kein, ohne]}"""
    after_name: tuple[str, ...] = ()
    """Words written behind the name of a point. Example: ["穴"]"""
    channel_words: tuple[str, ...] = ()
    """Words for a channel. Example: [leitbahn]"""
    conditions: dict[str, tuple[str, ...]] = {}
    """For each condition, further phrases of this language. Example: {headache: [Kopfschmerzen, Kopfweh]}"""
    body_parts: dict[str, tuple[str, ...]] = {}
    """For each condition, places that mean it beside a word of `pain`. Example: {knee-pain: [Knie]}"""
    pain: tuple[str, ...] = ()
    """Words of this language for pain. Example: [Schmerz, weh]"""
    points: dict[str, tuple[str, ...]] = {}
    """For each point, its names in this language. Example: {LI4: [Talschluss]}"""
    says_of_person: dict[str, tuple[str, ...]] = {}
    """For each answer of the profile, how people say it of themselves. Example: {pregnant: [schwanger]}"""
    says_nothing: tuple[str, ...] = ()
    """Longer names and figures that hold such words and say nothing of the person now.

    Example: [hay fever, negative pregnancy test]
    """
    classes: dict[str, tuple[str, ...]] = {}
    """For each word class, its forms; lines of signs name it as `@limb`, and one class may name another.

    Example: {limb: [arm, leg], joint: [knee, "@finger"]}
    """
    red_flags: dict[str, tuple[str, ...]] = {}
    """For each id of red_flags.yaml, signs in this language, written as there under `words`.

    Example: {stroke-fast: ["gesicht + hängt|taub"]}
    """
    held_back: dict[str, tuple[str, ...]] = {}
    """For each id of held_back.yaml, words in this language, written as there. Example: {children: [mein kind]}"""
    sign_reach: int = 15
    """How many words (letters, where no blanks part them) the parts of a sign may lie apart. Example: 15"""
    spellings: dict[str, str] = {}
    """How people write a word, or two, and how it is read. Example: {cant: cannot, labor: labour}"""
    parts: dict[str, tuple[str, ...]] = {}
    """Parts of the body, with the words for each. Example: {knee: [knee, kneecap]}"""
    sensations: dict[str, tuple[str, ...]] = {}
    """What is felt, with the words for it. Example: {stiff: [stiff, locked]}"""
    figures: tuple[str, ...] = ()
    """Figures of speech that name a part of the body and mean none. Example: [on the other hand]"""
    idioms: tuple[str, ...] = ()
    """Idioms that sound like a complaint and are none. Example: [sick of]"""
    bare_signs: dict[str, str] = {}
    """Words that are a sign when they are all that is asked, with the id of the sign. Example: {stroke: stroke-fast}"""
    same_words: tuple[tuple[str, ...], ...] = ()
    """Groups of words that translators use for one Chinese word. Example: [[gate, pass, door]]"""
    point_classes: dict[str, tuple[str, ...]] = {}
    """For each traditional class of points, how it is said. Example: {yuan-source: [source, yuan source]}"""
    class_arguments: dict[str, tuple[str, ...]] = {}
    """For what stands in brackets behind a class, how it is said. Example: {sinews: [sinew, tendon, tendons]}"""
    regions: dict[str, tuple[str, ...]] = {}
    """For each word for a part of the body, the regions whose points it asks for, each with a side of it where only
    that one is meant.

    Example: {forearm: [forearm], back of the hand: ["hand:dorsal"]}
    """
    place_words: dict[str, tuple[str, ...]] = {}
    """Words by which the place of a point is described, each with those that mean the same there.

    Example: {hollow: [dip, dent], navel: [belly button]}
    """
    word_lists: dict[str, tuple[str, ...]] = {}
    """Small lists that the rules of reading use; a remark above each says what for. Example: {turning: [but]}"""
