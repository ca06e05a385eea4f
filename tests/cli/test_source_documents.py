"""The twenty source documents: each is run as commands, and what must be said is said."""

from __future__ import annotations

import re

import pytest

from tests.cli.conftest import Acu

ROWS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "S1 five ear points": (
        ("session ear-calm --dry-run", ("EAR-CO10", "EAR-CO12", "EAR-CO14", "EAR-AH6a", "EAR-TF4")),
        (
            "learn ear-protocol",
            (
                "treats no withdrawal", "reduces the release of dopamine", "Both are claims", "co-occurring disorders",
                "dialectical behaviour therapy",
            ),
        ),
        ("find dopamine", ("Nobody in our library measured dopamine", "treats no withdrawal")),
    ),
    "S2 chest centre": (
        ("session stress-quick --dry-run", ("CV17",)),
        ("learn chest-centre", ("CV17", "breath", "light")),
    ),
    "S3 how to press": (
        ("learn how-to-press", ("thumb", "index and middle finger", "breath", "oil")),
    ),
    "S4 headache, migraine, back": (
        ("learn head-and-back", ("two to three minutes", "tingling", "release", "lap", "One side may need more")),
        ("session low-back --dry-run", ("BL23",)),
        ("session migraine --dry-run", ("GB20|LI4",)),
        ("find 'spinal stenosis'", ("Spinal stenosis", "No trial of pressing for spinal stenosis", "See a doctor")),
    ),
    "S5 pathways": (
        ("list meridians", ("LU", "LI", "HT", "SI", "SP", "KI", "LR", "PC", "GV", "CV")),
        ("map LU", ("LU1", "LU11")),
        ("learn meridians", ("fourteen lines", "eight pathways", "join at the elbow", "a slip of the article")),
        ("find 'eight pathways'", ("none joins there",)),
    ),
    "S6 techniques": (
        ("list techniques", ("knead", "roll", "tap", "stretch", "circles")),
        ("learn techniques", ("lymphatic drainage", "poisons", "that is a claim")),
        ("find toxins", ("remove toxins", "No study that we found measured any poison leaving the body")),
        ("find detox", ("Withdrawal can kill", "remove toxins")),
        ("session whole-body --dry-run", ("LI4|ST36|KI1|knead|roll",)),
    ),
    "S7 who should not": (
        (
            "learn who-should-ask-first",
            (
                "bleeding disorders", "infected", "open wounds", "Brittle bones", "Pregnancy", "weak immune system",
                "Fear of needles", "Low pain tolerance", "Allergy to oils",
            ),
        ),
        ("learn side-effects", ("Soreness", "Redness", "bruise", "medicines you take")),
        ("find 'bleeding disorder'", ("acu learn who-should-ask-first",)),
        ("find wounds", ("acu learn who-should-ask-first",)),
        ("find 'fear of needles'", ("acu learn who-should-ask-first",)),
    ),
    "S8 pains": (
        ("learn common-pains", ("neck", "back", "knee", "head", "jaw", "period", "joint|arthritis")),
        ("show text-neck", ("neck",)),
        ("show sciatica", ("needle",)),
        ("show recovery-after-surgery", ("No session",)),
    ),
    "S9 away from the pain": (
        ("learn local-and-distal", ("away from|far",)),
        ("show headache", ("distal", "local")),
    ),
    "S10 a first talk": (
        ("plan 'neck pain' --since weeks --time 5m", ("GB20|GB21|LI4",)),
        ("learn first-talk", ("plan", "starting number")),
    ),
    "S11 rhythm": (
        (
            "learn rhythm-of-a-course",
            ("three to five sessions", "for 6 to 8 weeks", "longer gaps", "in seven days or less", "not been tested"),
        ),
        ("find 'three to five sessions'", ("No study in our library tested that promise",)),
    ),
    "S12 daily life": (
        (
            "learn daily-life",
            ("leafy greens", "turmeric", "ginger", "omega-3", "yoga", "article's claim", "drink", "meditate", "sleep"),
        ),
        ("find turmeric", ("advice of the article",)),
    ),
    "S13 beside it": (
        (
            "learn beside-acupressure",
            (
                "10 to 20 minutes", "cupping", "gua sha", "LED light", "cognitive behavioural therapy",
                "dialectical behaviour therapy", "eye movement desensitisation and reprocessing", "physical therapy",
                "between two appointments|between appointments",
            ),
        ),
        ("find cupping", ("We hold no reference on either",)),
        ("find 'led light'", ("holds no study of it",)),
    ),
    "S14 helpers": (
        ("learn tools", ("roller", "ball", "pen", "wooden", "oil|Oil", "scrap")),
        ("show roller", ("roll",)),
    ),
    "S15 how it may work": (
        (
            "learn how-it-may-work",
            (
                "qi", "endorphins", "serotonin", "dopamine", "enkephalins", "cytokines", "lactic acid", "Blood flow",
                r"does \*\*not\*\* realign the vertebrae", "What is not known",
            ),
        ),
        ("find serotonin", ("No study in our library measured it",)),
        ("find cytokines", ("No study in our library measured them",)),
        ("find 'realign vertebrae'", ("It does not",)),
        ("find 'lactic acid'", ("within about an hour",)),
        ("find 'nerve fibres'", ("does not tell one point from another",)),
    ),
    "S16 questions": (
        ("learn faq", ("acupuncture", "work", "home", "often", "safe")),
    ),
    "S17 no medical advice": (
        ("learn not-medical-advice", ("learning", "advice", "doctor|professional|clinician")),
    ),
    "S18 uses": (
        (
            "learn what-people-use-it-for",
            (
                "Stress", "Sleep", "Digestion", "Flexibility", "Recovery", "stroke", "infertility", "Alzheimer's",
                "Covid and long Covid", "prevention", "posture", "circulation", "59 of them", "no assignment by chance",
            ),
        ),
        ("find infertility", ("No trial of pressing was found", "claim:fertility")),
        ("find alzheimers", ("For memory itself no trial was found", "claim:dementia")),
        ("find 'long covid'", ("We found no trial of pressing",)),
        ("find 'stroke recovery'", ("Nothing shows that pressing prevents a stroke",)),
        ("find posture", ("No study in our library looked at posture",)),
        ("find 'shift nurses'", ("59 nurses", "not assigned by chance")),
    ),
    "S19 official use": (
        (
            "learn guidelines-and-needles",
            (
                "NG193, 7 April 2021", "CG150, September 2012", "NG59, 30 November 2016", "NG226, 19 October 2022",
                "needles, not pressing", "decided against", "GP practices, pain clinics and hospices",
                "forty-one conditions", "None of these bodies has seen or endorsed acucli",
            ),
        ),
        ("find 'forty-one conditions'", ("needles, not pressing", "We found forty-one in neither")),
        ("find hospices", ("needles, not pressing",)),
        ("list references --kind guideline", ("7 April 2021", "Not to be offered", "United Kingdom", "United States")),
    ),
    "S20 history": (
        ("learn history", ("two thousand years|old|centuries",)),
    ),
}  # fmt: skip
"""Each row of the documents: commands, and what their answer must say (a pattern; case aside)."""

COMMANDS = [(row, command, said) for row, commands in ROWS.items() for command, said in commands]


def _parted(command: str) -> list[str]:
    return [quoted or bare for quoted, bare in re.findall(r"'([^']*)'|(\S+)", command)]


@pytest.mark.parametrize(
    ("row", "command", "said"), COMMANDS, ids=[f"{row[:3]} {command}" for row, command, _ in COMMANDS]
)
def test_a_row_of_the_documents_is_answered(acu: Acu, row: str, command: str, said: tuple[str, ...]) -> None:
    """The command ends well, and its answer says what the row asks for."""
    ran = acu(*_parted(command), "--plain")
    told = " ".join(f"{ran.out} {ran.err}".split())
    assert ran.status == 0, ran.err
    assert [words for words in said if not re.search(words, told, re.IGNORECASE)] == [], told[:400]


def test_every_row_is_asked_for() -> None:
    """S1 to S20, none left out."""
    assert [row.split()[0] for row in ROWS] == [f"S{number}" for number in range(1, 21)]
