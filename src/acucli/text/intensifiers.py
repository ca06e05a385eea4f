"""Words of degree ("very", "all the time") of languages without blanks: a text is also compared without them."""

from acucli.text.fold import fold_script

_DEGREES: dict[str, tuple[str, ...]] = {
    "zh-Hans": ("非常", "特别", "有点儿", "有点", "一直", "总是", "很", "好", "太"),
    "zh-Hant": ("非常", "特別", "有點", "一直", "總是", "很", "好", "太"),
    "ja": ("とても", "すごく", "ちょっと", "なかなか", "少し", "かなり", "ずっと"),
    "ko": ("너무", "많이", "정말", "자꾸", "매우", "조금", "계속"),
    "hi": ("बहुत", "थोड़ा", "काफी", "ज्यादा", "हमेशा"),
}


def without_intensifiers(text: str, language: str) -> str:
    """Return the text without blanks and without words of degree."""
    plain = fold_script(text).replace(" ", "")
    for word in _DEGREES.get(language, ()):
        plain = plain.replace(word, "")
    return plain
