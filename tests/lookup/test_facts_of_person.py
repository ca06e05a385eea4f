"""The person: what a sentence says of whoever asks."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from tests.conftest import Lexicons
from tests.lookup.conftest import Ask


@pytest.mark.parametrize(
    ("query", "answers"),
    [
        ("I am 20 weeks pregnant and my back hurts", ("pregnant",)),
        ("I might be pregnant and have a headache", ("maybe-pregnant",)),
        ("headache, I take warfarin", ("blood-thinners",)),
        ("stiff neck and a pacemaker", ("pacemaker",)),
        ("I am not pregnant and my back hurts", ()),
        ("I am 62 and my knees ache", ("over-50",)),
        ("my knees ache", ()),
        ("I have rheumatoid arthritis and a headache", ("rheumatoid-arthritis",)),
        ("headache, and I am immunosuppressed", ("weak-immunity",)),
        ("shoulder pain, kidney transplant two years ago", ("weak-immunity",)),
        ("I have Ehlers-Danlos and a stiff neck", ("fragile-tissue",)),
        ("old spinal injury and poor sleep", ("spinal-injury",)),
        ("jaw pain, I had lip fillers", ("recent-injection",)),
        ("my mum has Marfan syndrome, my back hurts", ()),
    ],
)
def test_answers_are_taken_from_the_sentence(query: str, answers: tuple[str, ...], ask: Ask) -> None:
    """They apply for this answer; what is denied does not."""
    assert ask(query).says_of_person == answers


def test_every_saying_is_an_answer_of_the_profile(library: CompiledLibrary, lexicons: Lexicons) -> None:
    """No saying leads to an answer that nobody can give."""
    assert {answer for lexicon in lexicons.values() for answer in lexicon.says_of_person} <= set(library.questions)


@pytest.mark.parametrize(
    ("query", "language", "answers"),
    [
        ("estoy embarazada y me duele la cabeza", "es", ("pregnant",)),
        ("ich bin schwanger und habe kopfschmerzen", "de", ("pregnant",)),
        ("je suis enceinte et j'ai mal à la tête", "fr", ("pregnant",)),
        ("我怀孕了，头痛", "zh-Hans", ("pregnant",)),
        ("懷孕頭痛", "zh-Hant", ("pregnant",)),
        ("妊娠中で頭痛がします", "ja", ("pregnant",)),
        ("임신 중인데 두통이 있어요", "ko", ("pregnant",)),
        ("मैं गर्भवती हूँ और सिर दर्द है", "hi", ("pregnant",)),
        ("headache, tôi đang mang thai", "en", ("pregnant",)),
        ("ich nehme blutverdünner, kopfschmerzen", "de", ("blood-thinners",)),
        ("ich nehme blutverduenner, kopfschmerzen", "de", ("blood-thinners",)),
        ("tomo anticoagulantes y me duele la espalda", "es", ("blood-thinners",)),
        ("je prends des anticoagulants, mal de dos", "fr", ("blood-thinners",)),
        ("我在吃抗凝药，肩膀痛", "zh-Hans", ("blood-thinners",)),
        ("ワーファリンを飲んでいます、肩こり", "ja", ("blood-thinners",)),
        ("tengo osteoporosis y dolor de espalda", "es", ("osteoporosis",)),
        ("ich habe epilepsie und kopfschmerzen", "de", ("epilepsy",)),
        ("ペースメーカーが入っています、肩こり", "ja", ("pacemaker",)),
        ("심장병이 있는데 어깨 통증", "ko", ("heart-disease",)),
        ("quimioterapia y náuseas", "es", ("cancer-treatment",)),
        ("ich habe rheumatoide arthritis und kopfschmerzen", "de", ("rheumatoid-arthritis",)),
        ("tomo inmunosupresores y me duele la cabeza", "es", ("weak-immunity",)),
    ],
)
def test_answers_are_heard_in_every_language(query: str, language: str, answers: tuple[str, ...], ask: Ask) -> None:
    """In whatever language the complaint is told, also in what else is told the safety of the points lies."""
    found = ask(query)
    assert (found.language, found.says_of_person) == (language, answers)
    assert found.conditions


@pytest.mark.parametrize(
    "query",
    [
        "no estoy embarazada y me duele la cabeza",
        "ich bin nicht schwanger und habe kopfschmerzen",
        "je ne suis pas enceinte et j'ai mal à la tête",
        "je n'ai pas de cancer mais mal au dos",
        "我没有怀孕，头痛",
        "妊娠していませんが頭痛です",
        "임신은 안 했는데 두통",
        "मैं गर्भवती नहीं हूँ, सिरदर्द",
        "headache, no cancer",
    ],
)
def test_what_is_denied_in_any_language_is_no_answer(query: str, ask: Ask) -> None:
    """The likeliest language that knows the words decides."""
    found = ask(query)
    assert found.says_of_person == ()
    assert found.conditions


@pytest.mark.parametrize(
    "words",
    [
        "20 weeks along",
        "expecting twins",
        "prenatal",
        "mum-to-be",
        "mom to be",
        "up the duff",
        "we have a baby bump",
        "preggo",
        "carrying a child",
        "carrying twins",
        "having twins",
        "gravid",
    ],
)
def test_pregnancy_has_many_names(words: str, ask: Ask) -> None:
    """In everyday English."""
    assert ask(f"headache, {words}").says_of_person == ("pregnant",)


@pytest.mark.parametrize("language", ["es", "de", "fr", "zh-Hans", "zh-Hant", "ja", "ko", "hi"])
def test_what_matters_most_is_heard_wherever_complaints_are(language: str, lexicons: Lexicons) -> None:
    """A language that leads to points knows the answers that take points away."""
    assert set(lexicons[language].says_of_person) >= {
        "pregnant", "maybe-pregnant", "blood-thinners", "osteoporosis", "epilepsy", "pacemaker", "heart-disease",
        "clot", "cancer", "cancer-treatment",
    }  # fmt: skip
