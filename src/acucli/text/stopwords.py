"""Quiet words: those that say nothing of what is wrong, so that a sentence is compared without them."""

from acucli.text.stems import stem


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in text.split())


STOP_WORDS: frozenset[str] = _stems(
    """
    a an the my your our their his her its this that these those some any
    i me we you he she it they them him us mine myself yourself
    be do have get of in on at to for with from by as into about and or so
    real quite bit little lot much rather just too such pretty
    please help what which how can could would should may might will
    keep kind sort thing there here when while also again still even
    """
)
"""Stems of quiet words."""

WEAK_WORDS: frozenset[str] = STOP_WORDS | _stems(
    """
    feel very always often sometimes today tonight yesterday lately recent now current since week month day year
    bad terrible horrible awful severe extreme mild slight more most all time suffer experience want need like
    something anything few minute hour second moment while break remedy relief relieve treat ease point acupressure
    pressure massage good best try
    """
)
"""Stems that may stand beside a word that counts only when it stands alone ("I feel so low today")."""
