"""References, the sources that name points, the claims people meet, and the articles."""

from acucli.model.record import Record, Slug


class GuidelineWord(Record, frozen=True, kw_only=True):
    """What a guideline says, told in our words; none of these bodies has seen or endorsed acucli."""

    body: str
    """The body that wrote it, with its number where it has one. Example: NICE, NG193"""
    country: str
    """Where it is for. Example: United Kingdom"""
    issued: str
    """When it came out, as exactly as it was seen. Example: 7 April 2021"""
    about: str
    """What it is about. Example: chronic primary pain, from 16 years"""
    needles: str
    """What it says of needles.

    Example: "May be considered, one course by a trained professional."
    """
    pressing: str
    """What it says of pressing, or that it does not speak of it. Example: Not named in what was seen."""


class Reference(Record, frozen=True, kw_only=True):
    """One piece of evidence. Identifiers stand exactly as they were seen, and are left out where none was seen."""

    id: Slug
    """Its short name: first author or subject, year, topic. Example: edido-2021-neck"""
    title: str
    """The title of the paper, as it is.

    Example: "Effectiveness of self-applied acupressure for cervical pain of benign origin"
    """
    kind: str
    """What kind of study it is: rct, meta-analysis, systematic-review, cochrane-review, guideline, overview, safety.

    Example: rct
    """
    finding: str
    """What was seen, in one or more plain sentences of our own, every number as it was given.

    Example: "160 people who pressed their own points differed in pain by only 0.16 points."
    """
    direction: str
    """Which way it points: positive, mixed, no-effect, no-better-than-sham, inconclusive, safety ...

    Example: no-effect
    """
    certainty: str
    """How sure its authors are: very-low, low, moderate, high, or not-stated. Example: not-stated"""
    seen_level: str
    """What of it was seen: abstract-or-table, secondary-summary, or record-only. Example: abstract-or-table"""
    usable_for_claims: bool
    """false where the result was not seen: then it carries nothing. Example: true"""
    indirect: bool
    """true for needles and devices: it never lifts a grade above D. Example: false"""
    conditions: tuple[str, ...] = ()
    """The topics it belongs to. Example: [neck-pain]"""
    points: tuple[str, ...] = ()
    """The points that were pressed. Example: [GB20, GB21, LI4]"""
    authors: str = ""
    """The authors, shortened.

    Example: "Abbott R et al."
    """
    year: int | None = None
    """The year, where it was seen. Example: 2021"""
    journal: str = ""
    """The journal, where it was seen.

    Example: "J Gen Intern Med 30(4):434-9"
    """
    doi: str = ""
    """The DOI, never completed from memory.

    Example: "10.1007/s11606-014-3084-6"
    """
    pmid: str = ""
    """The PubMed number, in quotes.

    Example: "25403522"
    """
    pmcid: str = ""
    """The PubMed Central number. Example: PMC5539928"""
    delivered_by: str = ""
    """Who pressed: self, practitioner, wristband, mixed, unknown. Example: self"""
    dose: str = ""
    """How often and how long.

    Example: "3 minutes a point, twice a day, 4 weeks"
    """
    note: str = ""
    """What a reader must know to use it rightly.

    Example: "Only the pain figure is quoted."
    """
    checked: str = ""
    """The day it was last read, or looked for.

    Example: "2026-11-30"
    """
    how: str = ""
    """What was read then and where, and what could not be seen. Every bundled reference says it.

    Example: "The abstract on PubMed; its figures agree."
    """
    guideline: GuidelineWord | None = None
    """Of a guideline: who says what of needles and of pressing, see Guideline word.

    Example: {body: "NICE, NG193", country: United Kingdom, issued: 7 April 2021, about: chronic primary pain,
    needles: "May be considered.", pressing: "Not named."}
    """


class Source(Record, frozen=True, kw_only=True):
    """A published way of pressing (a handout, a class, a trial's protocol). It says how others press, not that it
    works.
    """

    id: Slug
    """Its short name. Example: abbott-perineal"""
    title: str
    """Its title.

    Example: "Abbott et al. 2015 (UCLA)"
    """
    kind: str
    """What it is: trial-protocol, hospital-flyer, class-handout, textbook, dataset ... Example: trial-derived"""
    url: str = ""
    """Where it was seen.

    Example: "https://pubmed.ncbi.nlm.nih.gov/25403522/"
    """


class Claim(Record, frozen=True, kw_only=True):
    """Something that articles and pages say of pressing, told as their claim, and what is known of it."""

    slug: Slug
    """Its short name. Example: endorphins"""
    name: str
    """Its name in a few words. Example: Endorphins"""
    says: str
    """The claim, as those say it who make it; it is theirs, not ours.

    Example: "Pressing makes the body release endorphins."
    """
    also: tuple[str, ...]
    """Words that lead to it, in small letters. No phrase may lead to two texts. Example: [endorphin, happy hormones]"""
    known: str
    """What is known: one to four plain sentences, every number as its source gives it.

    Example: "No study in our library measured them after pressing."
    """
    since: str
    """Year of the newest source that was read for it, or `not studied`. Example: "2007\""""
    leave: str
    """What not to press for because of it, and what to do instead.

    Example: "A pain that lasts needs a look, not a stronger thumb."
    """
    documents: tuple[str, ...] = ()
    """The project documents that make it, S1 to S20; empty where only other pages do. Example: [S15]"""
    conditions: tuple[str, ...] = ()
    """The conditions it is about. Example: [low-mood]"""
    references: tuple[str, ...] = ()
    """Ids of the `references` in evidence.yaml that the answer rests on. Example: [harbach-2007-endorphin]"""
    sources: tuple[str, ...] = ()
    """Ids of the `sources` in evidence.yaml that were read beside them. Example: [who-2003-review]"""


class Article(Record, frozen=True, kw_only=True):
    """A text to read. The fields stand between two lines of three dashes at the top of the file, the text below."""

    slug: Slug
    """Its short name, the name of its file. Example: how-to-press"""
    title: str
    """Its title. Example: How to press"""
    summary: str
    """One sentence.

    Example: "How hard, how long, with which finger, and when to let go."
    """
    body: str
    """The text itself, 250 to 700 words of Markdown; references stand in square brackets.

    Example: "Sink in slowly ..."
    """
    also: tuple[str, ...] = ()
    """Words that lead to it, in small letters. No phrase may lead to two texts. Example: [cupping, gua sha]"""
    documents: tuple[str, ...] = ()
    """The project documents it carries, S1 to S20. Example: [S3]"""
    see: tuple[str, ...] = ()
    """What to read or run next: other articles, conditions, routines. Example: [techniques, tools]"""
