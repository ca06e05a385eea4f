"""Foreign sentences: whether the small words of a text are English, Spanish, German or French."""

from __future__ import annotations

import re
from collections.abc import Sequence

from acucli.text.fold import fold_phrase
from acucli.text.listing import word_set
from acucli.text.tokens import LONGEST_TEXT

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "es": word_set(
        """
        el la los las un una de del en y o que me mi mis tu su se no con por para al lo como muy mucho mucha tengo
        tiene estoy esta duele duelen siento puedo cuando desde hace le te es soy hay
        """
    ),
    "de": word_set(
        """
        ich habe hab und der die das den dem mein meine meinen meinem im in am ist bin mir mich nicht kein keine mit
        bei seit zu zum zur auf was gegen sehr so wenn es ein eine einen tut tun kann von vom
        """
    ),
    "fr": word_set(
        """
        je j ai le la les l un une des du de d et ou que mon ma mes me m en au aux a dans pas ne n avec pour sur est
        suis tres trop quand depuis il elle qui ca fait c peux y mal sont etre ont nous vous jai nai cest
        dune narrive leur ses
        """
    ),
}
_ENGLISH = word_set(
    """
    the my i have and of is to with a for in on it at when am after from feel can do not but so are was an without what
    how where this that you your since because me
    """
)


# Small words that are no English ones, nor easily a slip in one.
_OTHERS = word_set(
    """
    auf aux avec bei bin cest como con cuando dans das del dem depuis der desde duele duelen dune ein
    eine einen el elle en est esta estoy etre fait gegen hab habe hace hay ich il ist jai je kann kein
    keine la las le leur lo los mal mein meine meinem meinen mes mi mich mir mis mit mucha mucho muy nai
    narrive nicht nous ont ou para pas peux por pour puedo quand que qui sehr seit ses siento sont soy su
    suis sur tengo tiene tres trop tu tut una und une vom von vous wenn zu zum zur
    """
)

_ACCENTED = frozenset("áéíóúñüäößàâçèêëîïôùûœ¿¡")


def sounds_foreign(text: str) -> bool:
    """Tell whether the small words of a text are rather Spanish, German or French than English.

    Letters with accents, and words joined as in French ("j'ai"), speak for another language too.
    """
    text = text[:LONGEST_TEXT].casefold()
    plain = fold_phrase(text).split()
    english = sum(word in _ENGLISH for word in plain)
    accents = any(letter in _ACCENTED for letter in text)
    joined = bool(re.search(r"\b(?:[jlntsc]|qu)['’][aeiouyhéèêàâî]", text))
    least = max(english, 0 if accents or joined else 1)
    return joined > english or any(sum(word in known for word in plain) > least for known in FUNCTION_WORDS.values())


def speaks_otherwise(text: str) -> bool:
    """Tell whether small words of another language are in the text, and no more of English beside them."""
    plain = fold_phrase(text[:LONGEST_TEXT]).split()
    foreign = sum(word in _OTHERS for word in plain)
    return foreign > 0 and foreign >= sum(word in _ENGLISH for word in plain)


def is_rather_english(plain: Sequence[str], language: str) -> bool:
    """Tell whether folded words are English rather than of this language; a lone word is nobody's."""
    english = sum(word in _ENGLISH for word in plain)
    known = FUNCTION_WORDS.get(language, frozenset())
    return english > sum(word in known for word in plain)
