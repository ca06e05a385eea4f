"""Stems: the light English stemming under which "aching", "aches" and "ache" are one."""

from functools import lru_cache

_IRREGULAR: dict[str, str] = {
    "felt": "feel", "slept": "sleep", "asleep": "sleep", "sleepless": "sleepless", "sleeplessness": "sleepless",
    "woke": "wake", "woken": "wake", "awake": "wake", "waking": "wake", "awoke": "wake", "wakes": "wake",
    "wakened": "wake", "waken": "wake", "wakening": "wake", "awaken": "wake", "awakening": "wake",
    "threw": "throw", "thrown": "throw", "swollen": "swell", "swelled": "swell", "feet": "foot", "teeth": "tooth",
    "fell": "fall", "fallen": "fall", "broke": "break", "broken": "break", "ran": "run", "lost": "lose",
    "stung": "sting", "burnt": "burn", "bled": "bleed", "bitten": "bite", "bit": "bit", "dying": "die", "died": "die",
    "lying": "lie", "lay": "lie", "laying": "lie", "worse": "worse", "worst": "worst", "women": "woman", "men": "man",
    "children": "child", "babies": "baby", "kept": "keep", "got": "get", "gotten": "get", "getting": "get",
    "went": "go", "gone": "go", "going": "go", "goes": "go", "had": "have", "has": "have", "having": "have",
    "did": "do", "does": "do", "done": "do", "doing": "do", "was": "be", "were": "be", "is": "be", "am": "be",
    "are": "be", "been": "be", "being": "being", "drank": "drink", "drunk": "drink", "ate": "eat", "eaten": "eat",
    "stuck": "stick", "hurt": "hurt", "hurts": "hurt", "hurting": "hurt", "heavy": "heavy", "heavier": "heavy",
    "heavily": "heavy", "heave": "heave", "heaving": "heave", "dizziness": "dizzy", "dizzy": "dizzy",
    "puffy": "puffy", "puffed": "puffed", "lungs": "lung", "gas": "gas", "gassy": "gas", "news": "news",
    "pills": "pill", "menses": "menses", "herpes": "herpes", "diabetes": "diabetes", "always": "always",
    "this": "this", "his": "his", "hers": "her", "its": "its", "us": "us", "yes": "yes", "thus": "thus",
    "during": "during", "morning": "morning", "evening": "evening", "griping": "gripe", "gripes": "gripe",
        "scared": "scared", "scary": "scared",
        "jumpy": "jumpy", "moody": "moody", "stuffy": "stuffy", "rainy": "rainy", "nothing": "nothing",
        "thing": "thing",
    "something": "something", "anything": "anything", "everything": "everything", "king": "king", "ring": "ring",
    "bring": "bring", "spring": "spring", "string": "string", "wing": "wing", "sling": "sling", "need": "need",
    "needs": "need", "feed": "feed", "bleed": "bleed", "speed": "speed", "indeed": "indeed", "weed": "weed",
    "seed": "seed", "bed": "bed", "red": "red", "shed": "shed", "sacred": "sacred", "hundred": "hundred",
    "early": "early", "family": "family", "belly": "belly", "jelly": "jelly", "silly": "silly", "only": "only",
    "daily": "daily", "ally": "ally", "bully": "bully", "fly": "fly", "rely": "rely", "reply": "reply", "body": "body",
    "baby": "baby", "lady": "lady", "city": "city", "party": "party", "army": "army", "any": "any", "many": "many",
    "very": "very", "every": "every", "ready": "ready", "already": "already", "really": "really", "handy": "handy",
    "study": "study", "story": "story", "county": "county", "country": "country", "company": "company",
        "stories": "story",
    "worry": "worry", "worries": "worry", "worried": "worry", "sorry": "sorry", "hungry": "hungry", "hunger": "hungry",
    "angry": "angry", "anger": "angry", "happy": "happy", "pretty": "pretty", "heady": "heady", "tension": "tense",
    "tensed": "tense", "tensing": "tense", "pressure": "pressure", "press": "press", "pressing": "press",
    "depressed": "depress", "depression": "depress", "depressive": "depress", "depressing": "depress",
    "anxious": "anxious", "anxiety": "anxious", "constipation": "constipat", "constipated": "constipat",
    "congestion": "congest", "congested": "congest", "exhaustion": "exhaust", "exhausted": "exhaust",
    "irritability": "irritable", "irritated": "irritate", "ringing": "ring", "rings": "ring", "rang": "ring",
    "painful": "pain", "pains": "pain", "pained": "pain", "aches": "ache", "achy": "ache", "aching": "ache",
        "ached": "ache",
    "sickness": "sick", "tense": "tense", "shoulders": "shoulder", "stress": "stress", "stressful": "stress",
    "stressing": "stress", "stressed": "stress", "swings": "swing", "swing": "swing", "vomitting": "vomit",
    "nauseous": "nausea", "nauseated": "nausea", "nauseating": "nausea", "queasiness": "queasy", "queasy": "queasy",
    "itchiness": "itch", "itchy": "itch", "stiffness": "stiff", "stiffen": "stiff", "stiffened": "stiff",
    "tightness": "tight", "tighten": "tight", "tightening": "tight", "tightened": "tight", "weakness": "weak",
    "tiredness": "tired", "tired": "tired", "tiring": "tired", "tires": "tired", "soreness": "sore", "sore": "sore",
    "numbness": "numb", "fullness": "full", "dryness": "dry", "drying": "dry", "dried": "dry", "sadness": "sad",
    "nervousness": "nervous", "nerves": "nerve", "hoarseness": "hoarse", "blocked": "block", "blockage": "block",
    "cramping": "cramp", "cramped": "cramp", "crampy": "cramp", "twitchy": "twitch", "achilles": "achilles",
    "arthritic": "arthritis", "asthmatic": "asthma", "migrainous": "migraine", "insomniac": "insomnia",
    "forgetfulness": "forget", "forgetful": "forget", "restlessness": "restless", "suddenly": "sudden",
    "terribly": "terrible", "horribly": "horrible", "severely": "severe", "unbearably": "unbearable",
    "badly": "bad", "constantly": "constant", "extremely": "extreme", "lips": "lip", "breathing": "breath",
    "breathe": "breath", "breathes": "breath", "breath": "breath", "breathed": "breath", "collapse": "collapse",
}  # fmt: skip

_IRREGULAR.update({target: target for target in tuple(_IRREGULAR.values())})

_VOWELS = frozenset("aeiouy")
_DOUBLED = tuple(2 * letter for letter in "bdgmnprt")
_KEEP_S = ("ss", "us", "is")


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return the stem of one folded English word; short words and other scripts come back as they are."""
    known = _IRREGULAR.get(word)
    if known is not None:
        return known
    if len(word) <= 3 or not word.isascii() or not word.isalpha():
        return word
    word = _without_plural(word)
    known = _IRREGULAR.get(word)
    if known is not None:
        return known
    for ending in ("ness", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
    return _IRREGULAR.get(word) or _without_tail(_without_participle(word))


def _without_plural(word: str) -> str:
    if not word.endswith("s") or word.endswith(_KEEP_S):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("xes", "zes", "ches", "shes", "sses")):
        return word[:-2]
    return word[:-1]


def _without_participle(word: str) -> str:
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            root = word[: -len(ending)]
            if not _VOWELS.isdisjoint(root):
                return _undoubled(root)
    return word


def _without_tail(word: str) -> str:
    if len(word) > 3 and word.endswith("e"):
        return word[:-1]
    if len(word) > 4 and word.endswith("y") and word[-2] not in "aeiou":
        return _undoubled(word[:-1])
    return word


def _undoubled(root: str) -> str:
    return root[:-1] if root.endswith(_DOUBLED) else root
