"""One language: its words, what they mean, and what is special about how it is written."""

from acucli.model.record import Record


class Denial(Record, frozen=True, kw_only=True):
    """How a language says that something is not so."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    person: tuple[str, ...] = ()


class Lexicon(Record, frozen=True, kw_only=True):
    """One language. Whoever adds a file adds the language: nothing of it stands in the program.

    The fields from `spellings` on are of use to the language whose sentences are read in full, English.
    """

    language: str
    name: str
    crisis: str = ""
    emergency: str = ""
    urgent: str = ""
    scripts: tuple[str, ...] = ("latin",)
    spaced: bool = True
    letters: str = ""
    foldings: dict[str, str] = {}
    elisions: tuple[str, ...] = ()
    function_words: tuple[str, ...] = ()
    telling_words: tuple[str, ...] = ()
    kept_words: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    intensifiers: tuple[str, ...] = ()
    denial: Denial = Denial()
    after_name: tuple[str, ...] = ()
    channel_words: tuple[str, ...] = ()
    conditions: dict[str, tuple[str, ...]] = {}
    body_parts: dict[str, tuple[str, ...]] = {}
    pain: tuple[str, ...] = ()
    points: dict[str, tuple[str, ...]] = {}
    says_of_person: dict[str, tuple[str, ...]] = {}
    red_flags: dict[str, tuple[str, ...]] = {}
    held_back: dict[str, tuple[str, ...]] = {}
    sign_reach: int = 15
    spellings: dict[str, str] = {}
    parts: dict[str, tuple[str, ...]] = {}
    sensations: dict[str, tuple[str, ...]] = {}
    figures: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()
    bare_signs: dict[str, str] = {}
    same_words: tuple[tuple[str, ...], ...] = ()
    word_lists: dict[str, tuple[str, ...]] = {}
    common_words: tuple[str, ...] = ()
