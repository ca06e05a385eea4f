"""Spelling variants: contractions written out, British and American spelling made one."""

_CONTRACTIONS: dict[str, tuple[str, ...]] = {
    "cant": ("cannot",),
    "couldnt": ("cannot",),
    "couldn": ("cannot",),
    "cannt": ("cannot",),
    "unable": ("cannot",),
    "dont": ("do", "not"),
    "doesnt": ("do", "not"),
    "didnt": ("did", "not"),
    "wont": ("will", "not"),
    "wouldnt": ("would", "not"),
    "shouldnt": ("should", "not"),
    "isnt": ("is", "not"),
    "aint": ("is", "not"),
    "arent": ("are", "not"),
    "wasnt": ("was", "not"),
    "werent": ("were", "not"),
    "havent": ("have", "not"),
    "hasnt": ("has", "not"),
    "hadnt": ("had", "not"),
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "youre": ("you", "are"),
    "hes": ("he", "is"),
    "shes": ("she", "is"),
    "theyre": ("they", "are"),
    "thats": ("that", "is"),
    "whats": ("what", "is"),
    "theres": ("there", "is"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("have", "to"),
    "lil": ("little",),
    "u": ("you",),
    "ur": ("your",),
    "bcos": ("because",),
    "cos": ("because",),
    "coz": ("because",),
    "doc": ("doctor",),
    "nite": ("night",),
    "tonite": ("tonight",),
    "tho": ("though",),
    "thru": ("through",),
}

# American spelling (and common short forms) -> the British spelling of the library.
_SPELLINGS: dict[str, str] = {
    "labor": "labour", "color": "colour", "tumor": "tumour", "tumors": "tumours", "edema": "oedema",
    "esophagus": "oesophagus", "diarrhea": "diarrhoea", "hemorrhage": "haemorrhage", "anemia": "anaemia",
    "hemorrhoids": "haemorrhoids", "pediatric": "paediatric", "dyspnea": "dyspnoea", "apnea": "apnoea",
    "dysmenorrhea": "dysmenorrhoea", "amenorrhea": "amenorrhoea", "rhinorrhea": "rhinorrhoea",
    "leukemia": "leukaemia", "fetus": "foetus", "anesthesia": "anaesthesia", "anesthetic": "anaesthetic",
    "hypoglycemia": "hypoglycaemia", "orthopedic": "orthopaedic", "gynecological": "gynaecological",
    "center": "centre", "fiber": "fibre", "pajamas": "pyjamas", "gray": "grey", "mom": "mum", "mommy": "mum",
    "tummies": "tummy", "behavior": "behaviour", "neighbor": "neighbour", "odor": "odour", "vapor": "vapour",
    "paralyzed": "paralysed", "paralyze": "paralyse", "generalized": "generalised", "stabilize": "stabilise",
    "practicing": "practising", "traveling": "travelling", "traveler": "traveller", "travelers": "travellers",
    "canceled": "cancelled", "flashes": "flushes", "flash": "flush",
    "favorite": "favourite", "cesarean": "caesarean", "estrogen": "oestrogen", "celiac": "coeliac",
    "fecal": "faecal", "feces": "faeces", "counselor": "counsellor", "wee": "pee",
    "weeing": "peeing", "pooping": "pooing", "poop": "poo", "yr": "year", "yrs": "years", "wk": "week",
    "wks": "weeks", "ankel": "ankle", "mummy": "mum",
    "realy": "really", "hurtin": "hurting", "achin": "aching", "itchin": "itching",
}  # fmt: skip


def other_spellings() -> frozenset[str]:
    """Return the spellings that are read as the library's own."""
    return frozenset(_SPELLINGS)


def written_out(word: str) -> tuple[str, ...]:
    """Return the folded word with its contraction written out, in the library's spelling."""
    expanded = _CONTRACTIONS.get(word)
    return expanded if expanded is not None else (_SPELLINGS.get(word, word),)
