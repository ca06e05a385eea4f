"""Red flags and held-back requests: raised by words near each other, in any order, not by idioms or denials."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from acucli.lookup.decoded_indexes import signs_of
from tests.lookup.conftest import Ask

LANGUAGES = ("zh-Hans", "zh-Hant", "es", "de", "fr", "hi", "ja", "ko")


def _ids(items: object) -> list[str]:
    return [item.id for item in items]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "query",
    [
        "no chest pain, just tight shoulders",
        "headache without fever or a stiff neck",
        "I do not have chest pain",
        "heartburn after dinner",
        "a stroke of luck",
        "my back is killing me",
        "I can't breathe through my nose",
        "my nose is so stuffed up that I can hardly breathe",
        "I had a heart attack five years ago and want to relax",
    ],
)
def test_denials_and_idioms_raise_nothing(query: str, ask: Ask) -> None:
    """What is denied, long over or only a figure of speech is no warning."""
    assert not ask(query).stops


@pytest.mark.parametrize(
    ("query", "flag"),
    [
        ("my husband has chest pain", "heart-attack"),
        ("her face is drooping", "stroke-fast"),
        ("and is clot in my leg what I have?", "dvt-signs"),
        ("I have no fever but chest pain", "heart-attack"),
        ("never had such a headache, it came suddenly, worst of my life", "headache-emergency"),
        ("I want to die", "suicidal-thoughts"),
        ("CHEST PAIN!!!", "heart-attack"),
        ("chest pian", "heart-attack"),
        ("Brustschmerzen", "heart-attack"),
        ("胸が痛い", "heart-attack"),
    ],
)
def test_signs_are_raised_in_any_person_order_and_language(query: str, flag: str, ask: Ask) -> None:
    """Third persons count, order is free, mistakes are mended first."""
    assert flag in _ids(ask(query).red_flags)


def test_gravest_sign_comes_first(ask: Ask) -> None:
    """Crisis before emergency before urgent."""
    found = ask("I want to kill myself and my calf is swollen and red")
    assert found.red_flags[0].level == "crisis"


def test_see_doctor_signs_are_watched_for_and_do_not_stop(ask: Ask) -> None:
    """A sign of the level see-doctor is said, and the request goes on."""
    found = ask("I have had headaches every day for weeks")
    assert _ids(found.watch_for) == ["headache-see-doctor"]
    assert not found.stops
    assert "headache" in [item.slug for item in found.conditions]


def test_no_second_sign_is_read_from_a_word_that_says_how_long(ask: Ask) -> None:
    """A week is no week of pregnancy unless the text speaks of one."""
    assert _ids(ask("back ache and I have wet the bed twice this week").red_flags) == ["cauda-equina"]
    assert _ids(ask("itchy palms, 34 weeks").red_flags) == ["pregnancy-urgent"]
    assert "pregnancy-urgent" not in _ids(ask("blood for two weeks when i wipe").red_flags)


def test_stopped_query_reads_no_points(ask: Ask) -> None:
    """Points named in a sentence that must stop are not offered."""
    found = ask("LI4 to induce labour")
    assert _ids(found.held_back) == ["pregnancy-intent"]
    assert found.points == ()


def test_crisis_reads_nothing_else(ask: Ask) -> None:
    """Words of crisis are answered by themselves."""
    found = ask("I am stressed and want to die")
    assert found.stops
    assert found.conditions == ()


@pytest.mark.parametrize(
    "query", ["Kopfschmerzen, ich will nicht mehr leben", "quiero morir", "死にたい", "我不想活了"]
)
def test_language_of_the_words_is_told(query: str, ask: Ask) -> None:
    """The answer of a crisis is said in the language of the query beside English."""
    assert ask(query).language in LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sign_has_words_in_every_language(language: str, library: CompiledLibrary) -> None:
    """Nobody is missed for asking in their own language."""
    signs = signs_of(library, language).signs
    raised = {signs.records[int(group.split()[0])][1] for group in signs.groups if not group.startswith("-")}
    by_words = [flag.id for flag in library.red_flags.values() if flag.asked != "net"]
    assert [name for name in (*by_words, *library.held_back) if name not in raised] == []


@pytest.mark.parametrize(
    ("query", "flag"),
    [
        ("unconscious", "unconscious"),
        ("my wife is unconscious", "unconscious"),
        ("I don't want to wake up tomorrow", "suicidal-thoughts"),
        ("i cant go on", "suicidal-thoughts"),
        ("stroke", "stroke-fast"),
        ("seizure now", "seizure"),
        ("indigestion and cold sweat", "heart-attack"),
        ("heartburn that goes into my left arm", "heart-attack"),
        ("dolor fuerte en el pecho", "heart-attack"),
        ("mir tut die Brust weh", "heart-attack"),
        ("胸口有点闷", "heart-attack"),
        ("seene mein bahut dard", "heart-attack"),
        ("mi hija se quiere morir", "suicidal-thoughts"),
        ("Mein Sohn will sich umbringen", "suicidal-thoughts"),
        ("ma fille se scarifie", "suicidal-thoughts"),
    ],
)
def test_best_fitting_sign_comes_first(query: str, flag: str, ask: Ask) -> None:
    """What the words name comes before what they may also mean."""
    assert ask(query).red_flags[0].id == flag


@pytest.mark.parametrize(
    "query", ["stroke rehab exercises", "strokes along the arm", "seizure of power", "knockout point"]
)
def test_bare_words_are_signs_only_by_themselves(query: str, ask: Ask) -> None:
    """A word that is a sign alone is none inside another sentence."""
    assert not ask(query).stops


@pytest.mark.parametrize(
    "query",
    [
        "I can't take this traffic anymore",
        "can't go on the bus without feeling sick",
        "can't go",
        "I don't want to wake up early",
        "my hands are cold and clammy",
        "I fell asleep on the sofa and my neck is stiff",
        "没有胸口痛",
        "no me duele el pecho",
        "no thoughts of suicide, just tired",
        "she has no energy for weeks",
        "he is still tired since last week",
        "small ant bite, a bit red",
        "razor burn on my neck",
        "my foot went dead on the loo and came back with tingles",
    ],
)
def test_near_relatives_of_crisis_and_emergency_stay_quiet(query: str, ask: Ask) -> None:
    """What only sounds like a sign raises none."""
    assert not ask(query).stops


def test_left_arm_alone_is_watched_for(ask: Ask) -> None:
    """Pain in the left arm goes on, with the signs of the heart beside it."""
    found = ask("left arm pain")
    assert not found.stops
    assert "heart-attack" in _ids(found.watch_for)


@pytest.mark.parametrize("query", ["vagus nerve carotid massage", "carotid sinus massage"])
def test_nothing_is_offered_at_the_carotid(query: str, ask: Ask) -> None:
    """The front of the neck is not pressed."""
    found = ask(query)
    assert (found.points, found.conditions) == ((), ())


def test_words_in_latin_letters_are_answered_in_their_language(ask: Ask) -> None:
    """Hindi written in Latin letters is Hindi."""
    assert ask("mujhe marna hai").language == "hi"


@pytest.mark.parametrize(
    "query", ["heart pain", "my heart hurts", "gallbladder pain", "appendix pain", "kidney pain", "liver ache"]
)
def test_an_organ_with_a_complaint_is_a_sign_and_no_point(query: str, ask: Ask) -> None:
    """An organ's name never leads to a point of that name when something is wrong with it."""
    found = ask(query)
    assert found.red_flags
    assert not found.points


@pytest.mark.parametrize(
    "query", ["appendicitis", "hypoglycaemia", "subdural bleed", "apendicitis", "adder bit my calf"]
)
def test_the_bare_name_of_a_danger_raises_its_sign(query: str, ask: Ask) -> None:
    """Nobody must describe what they can name."""
    assert ask(query).red_flags


@pytest.mark.parametrize(
    "query", ["had sepsis in 2020, recovered, tired today", "essay on pulmonary embolism", "heart fine, stiff neck"]
)
def test_what_is_over_studied_or_well_stops_nothing(query: str, ask: Ask) -> None:
    """Only what is so now stops a request."""
    assert not ask(query).red_flags


@pytest.mark.parametrize(
    ("query", "flag"),
    [
        ("sore back, and I soiled my trousers without noticing", "cauda-equina"),
        ("calf pain since I stopped my eliquis", "dvt-signs"),
        ("everyone in the flat has a headache and the boiler smells", "carbon-monoxide"),
        ("went under in the pool for a minute, now a cough", "near-drowning"),
        ("touched a bare wire, arm aches", "electric-shock"),
        ("headache, my boyfriend slammed my head on the table", "violence-at-home"),
        ("bruises like fingers round my throat, neck sore", "violence-at-home"),
        ("neck pain, my boyfriend squeezed my throat", "violence-at-home"),
        ("sore jaw since his slap", "violence-at-home"),
        ("elbow ache with a heavy chest", "heart-attack"),
        ("heartburn, chest tight while shovelling", "heart-attack"),
    ],
)
def test_a_complaint_beside_a_danger_does_not_cover_it(query: str, flag: str, ask: Ask) -> None:
    """The complaint alone would get points."""
    assert flag in _ids(ask(query).red_flags)


@pytest.mark.parametrize(
    ("query", "flag"),
    [
        ("insomnia, wrote letters to my children for afterwards", "suicidal-thoughts"),
        ("tired, gave my records away, I won't be needing them", "suicidal-thoughts"),
        ("I can't see a reason to be here any more", "suicidal-thoughts"),
        ("my brother rang to say sorry for everything, it sounded like farewell", "suicidal-thoughts"),
        ("on the tracks, goodbye everyone", "suicide-now"),
        ("swallowed it all, sorry", "suicide-now"),
        ("the only thing that helps is the blade", "self-harm"),
        ("she hides the cuts under long sleeves", "self-harm"),
        ("my husband bolts the door and takes the key", "violence-at-home"),
        ("I have to ask before I can eat", "violence-at-home"),
        ("I said stop, he carried on, sore since", "forced-sex"),
        ("my stepson has belt shaped marks", "child-abuse"),
        ("sore back and my will to live is gone", "suicidal-thoughts"),
        ("tired of fighting, ready to let go of life", "suicidal-thoughts"),
        ("they said goodbye and the car is running in the garage", "suicide-now"),
        ("something else than slicing my arms", "self-harm"),
        ("لا أنام وأفكر في الموت", "suicidal-thoughts"),
        ("yaşamaktan yoruldum", "suicidal-thoughts"),
        ("thà chết còn hơn", "suicidal-thoughts"),
        ("Tự tử", "suicidal-thoughts"),
    ],
)
def test_a_crisis_is_heard_in_plain_and_indirect_words(query: str, flag: str, ask: Ask) -> None:
    """Few people name it."""
    assert flag in _ids(ask(query).red_flags)


@pytest.mark.parametrize(
    ("query", "flag"),
    [
        ("constipation is new for me at 67", "bowel-alarm"),
        ("stools thin as a pencil for weeks", "bowel-alarm"),
        ("no periods since 50 and now a bleed", "bleeding-after-menopause"),
        ("lymph nodes all over", "lump"),
        ("pink pee after lunch", "blood-in-urine"),
        ("hiccups for three days", "hiccups-48h"),
        ("hiccups won't stop since the operation", "hiccups-48h"),
        ("no normal stool since march", "bowel-alarm"),
        ("can't stop crying since the birth", "after-birth-mood"),
        ("postpartum depression", "after-birth-mood"),
        ("産後うつ", "after-birth-mood"),
        ("stung by a bee on the arm", "insect-bite"),
        ("tick bite on my leg", "insect-bite"),
    ],
)
def test_a_sign_to_see_a_doctor_about_is_said(query: str, flag: str, ask: Ask) -> None:
    """In the words people have for it."""
    assert flag in _ids(ask(query).watch_for)


@pytest.mark.parametrize(
    "query",
    [
        "spilled tea over my lap, skin's red and raw", "boiling water on my foot", "hair straighteners burnt my neck",
        "tipped hot tea down my front", "hot oil splashed on his hand", "spilled boiling soup on my chest",
    ],
)  # fmt: skip
def test_a_scald_is_heard(query: str, ask: Ask) -> None:
    """Whatever was hot, and wherever it went."""
    assert "burns" in _ids(ask(query).red_flags)


@pytest.mark.parametrize(
    "query",
    ["had soup, heartburn, hot chest", "feet burning after a hot bath", "drank hot coffee and burned my tongue"],
)
def test_a_burning_feeling_is_no_scald(query: str, ask: Ask) -> None:
    """What burns from within, or a tongue."""
    assert "burns" not in _ids(ask(query).red_flags)


@pytest.mark.parametrize("name", ["pneumonia", "mastitis", "thyroid storm", "rhabdomyolysis", "spots before my eyes"])
def test_a_bare_name_of_something_grave_is_no_empty_answer(name: str, ask: Ask) -> None:
    """It asks for help first where no sign is of that name."""
    assert ask(name).red_flags


@pytest.mark.parametrize(
    "query",
    [
        "enkephalins",
        "varices",
        "varices en las piernas",
        "diabetes tipo 2",
        "diabetes typ 2",
        "eyes water in the wind",
        "lost my voice at karaoke",
        "kids and a messy house, tension headache",
        "bloated but it goes by morning",
        "scarred my arm on a bramble years ago",
    ],
)
def test_words_that_signs_share_with_everyday_life_stop_nothing(query: str, ask: Ask) -> None:
    """Veins of the legs, a kind of diabetes, a hormone, a day out."""
    assert not ask(query).stops


@pytest.mark.parametrize(
    "query", ["throat feels like razor blades", "headache like knives", "ate a glass of milk, belly ache"]
)
def test_what_something_is_like_is_no_blade_and_no_glass(query: str, ask: Ask) -> None:
    """A comparison, and a glass that something is drunk from."""
    assert not ask(query).red_flags


def test_what_was_eaten_and_cannot_be_is_heard(ask: Ask) -> None:
    """As well as what was swallowed."""
    assert [flag.id for flag in ask("ate glass and my tummy hurts").red_flags] == ["acute-belly-emergency"]
