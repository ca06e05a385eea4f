"""Other languages: phrase lexicons, opened when English understood nothing."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from acucli.lookup import languages
from tests.conftest import Lexicons
from tests.lookup.conftest import Ask
from tests.lookup.test_red_flags import LANGUAGES

NEWER = ("pt", "it", "nl", "pl", "tr", "ru", "vi", "ar", "hi-Latn")
"""Languages whose complaints were written without a native reader."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_lexicon_is_complete(language: str, lexicons: Lexicons) -> None:
    """At least 120 phrases for at least 50 conditions, and the words of help."""
    lexicon = lexicons[language]
    assert sum(map(len, lexicon.conditions.values())) >= 120
    assert len(lexicon.conditions) >= 50
    assert lexicon.crisis
    assert lexicon.emergency
    assert lexicon.urgent


@pytest.mark.parametrize("language", NEWER)
def test_newer_lexicons_know_the_usual_complaints(language: str, lexicons: Lexicons) -> None:
    """The sixty that are asked for most and more, the facts of the person, and how something is denied."""
    lexicon = lexicons[language]
    least = len(lexicons["es"].conditions) - 2 if language in {"pt", "it"} else 80
    assert len(lexicon.conditions) >= least
    assert lexicon.body_parts
    assert lexicon.pain
    assert {"pregnant", "blood-thinners", "pacemaker"} <= set(lexicon.says_of_person)
    assert lexicon.denial.before


@pytest.mark.parametrize("language", ["en", *LANGUAGES, *NEWER])
def test_lexicon_names_only_what_exists(language: str, library: CompiledLibrary, lexicons: Lexicons) -> None:
    """Every slug and code leads somewhere."""
    lexicon = lexicons[language]
    assert set(lexicon.conditions) | set(lexicon.body_parts) <= set(library.conditions)
    assert set(lexicon.points) <= set(library.points)


@pytest.mark.parametrize("language", ["en", *LANGUAGES, *NEWER])
def test_no_phrase_means_two_conditions(language: str, lexicons: Lexicons) -> None:
    """A phrase stands where it fits best."""
    means: dict[str, str] = {}
    for slug, phrases in lexicons[language].conditions.items():
        for phrase in phrases:
            assert means.setdefault(phrase, slug) == slug, phrase


@pytest.mark.parametrize(
    ("query", "language", "slug"),
    [
        ("me duele mucho la rodilla", "es", "knee-pain"),
        ("Knieschmerzen", "de", "knee-pain"),
        ("j'ai mal au genou", "fr", "knee-pain"),
        ("膝盖疼", "zh-Hans", "knee-pain"),
        ("膝蓋很痛", "zh-Hant", "knee-pain"),
        ("膝が痛い", "ja", "knee-pain"),
        ("무릎이 아파요", "ko", "knee-pain"),
        ("घुटने में दर्द", "hi", "knee-pain"),
        ("o meu joelho está doendo", "pt", "knee-pain"),
        ("ho dolore a un ginocchio", "it", "knee-pain"),
        ("pijn in mijn linkerknie en mijn knie", "nl", "knee-pain"),
        ("strasznie boli mnie kolano", "pl", "knee-pain"),
        ("sağ dizim çok ağrıyor", "tr", "knee-pain"),
        ("у меня очень болит колено", "ru", "knee-pain"),
        ("tôi bị đau đầu gối quá", "vi", "knee-pain"),
        ("ركبتي توجعني جدا", "ar", "knee-pain"),
        ("mere ghutne mein bahut dard hai", "hi-Latn", "knee-pain"),
    ],
)
def test_language_is_told_with_the_reading(query: str, language: str, slug: str, ask: Ask) -> None:
    """The language of the words is part of the answer."""
    found = ask(query)
    assert (found.language, found.conditions[0].slug, found.conditions[0].how) == (language, slug, "language")


@pytest.mark.parametrize(
    "query",
    [
        "sin dolor de cabeza", "keine Kopfschmerzen", "没有头痛", "頭痛はない", "não tenho dor de cabeça",
        "non ho mal di testa", "geen hoofdpijn", "nie boli mnie głowa", "baş ağrım yok", "голова не болит",
        "không đau đầu", "ليس عندي صداع", "sir dard nahi hai", "no me duele la cabeza",
    ],
)  # fmt: skip
def test_denials_count_in_other_languages(query: str, ask: Ask) -> None:
    """What is denied is not read."""
    assert ask(query).conditions == ()


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("no me duele la cabeza pero sí la espalda", "low-back-pain"),
        ("nie boli mnie głowa, tylko plecy", "low-back-pain"),
        ("голова не болит, но тошнит", "nausea"),
        ("sir dard nahi hai bas kamar dard hai", "low-back-pain"),
        ("baş ağrım yok ama midem bulanıyor", "nausea"),
        ("non ho mal di testa, solo nausea", "nausea"),
    ],
)
def test_only_what_is_not_denied_is_read(query: str, slug: str, ask: Ask) -> None:
    """A denied pain speaks of the part nearest to it; another part, and another complaint, are read."""
    assert [reading.slug for reading in ask(query).conditions] == [slug]


@pytest.mark.parametrize(
    "query", ["no puedo dormir", "não consigo dormir", "nie mogę spać", "neend nahi aati", "non dormo"]
)
def test_a_denial_that_is_what_is_said_denies_nothing(query: str, ask: Ask) -> None:
    """Not to sleep is a complaint."""
    assert ask(query).conditions[0].slug == "insomnia"


@pytest.mark.parametrize(
    "query",
    [
        "estou grávida e tenho insónia", "sono incinta e ho insonnia", "ik ben zwanger en kan niet slapen",
        "jestem w ciąży i nie mogę spać", "hamileyim ve uyuyamıyorum", "я беременна и не могу заснуть",
        "tôi đang mang thai và mất ngủ", "أنا حامل ولا أستطيع النوم", "main pregnant hoon aur neend nahi aati",
    ],
)  # fmt: skip
def test_facts_of_the_person_are_heard_beside_a_complaint(query: str, ask: Ask) -> None:
    """Pregnancy changes the points in every language."""
    found = ask(query)
    assert found.conditions[0].slug == "insomnia"
    assert "pregnant" in found.says_of_person


@pytest.mark.parametrize(("query", "slug"), [("mir ist uebel", "nausea"), ("Muedigkeit", "fatigue")])
def test_umlauts_may_be_two_letters(query: str, slug: str, ask: Ask) -> None:
    """Keyboards without them are common."""
    assert ask(query).conditions[0].slug == slug


@pytest.mark.parametrize("query", ["migrain", "nausia", "anxity"])
def test_a_slip_in_english_is_no_other_language(query: str, ask: Ask) -> None:
    """Words that languages share are mended as English ones."""
    assert ask(query).conditions[0].how == "typo"


def test_a_line_is_found_by_halving() -> None:
    """Each one, the first and the last, and nothing between two."""
    known = sorted({"a", "ab", "b", "mal de tête", "zz", "头痛"})
    lines = "".join(f"\n{line}" for line in known) + "\n"
    assert all(languages._has_line(lines, line) for line in known)
    assert not any(languages._has_line(lines, line) for line in ("", "aa", "tête", "z", "zzz", "头", "痛"))
    assert not languages._has_line("\n", "a")
