"""Words of degree: left out where a text is compared."""

from acucli.text.intensifiers import without_intensifiers


def test_degrees_and_blanks_are_left_out() -> None:
    """ "Very", "a bit" and "all the time" say nothing of what is wrong."""
    assert without_intensifiers("胸口 很痛", "zh-Hans") == "胸口痛"


def test_other_languages_keep_their_words() -> None:
    """Only a language's own words of degree are left out."""
    assert without_intensifiers("胸口很痛", "ko") == "胸口很痛"
