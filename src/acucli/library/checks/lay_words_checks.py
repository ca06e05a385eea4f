"""What the short lines of points, signs and cautions may say: few words, and none that has to be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from acucli.library.problems import Problem
from acucli.library.source import Located, Sources
from acucli.model.points import Point
from acucli.model.safety import Caution
from acucli.text.word_sets import word_set

LONGEST_LINE = 60
"""Characters of a line that stands beside a point, in the list and in the danger question."""

BUNDLED = "data/"
"""Where files of the library itself begin: what they must have, a pack may leave out."""

TERMS = word_set(
    """
    cun tsun mcp mtp pip asis psis scm
    trapezius deltoid biceps triceps brachialis brachioradialis gastrocnemius soleus quadriceps hamstring hamstrings
    gluteus glutes gluteal masseter temporalis sternocleidomastoid rhomboid rhomboids latissimus pectoral pectoralis
    pectorals tibialis peroneus peroneal fibularis sartorius gracilis adductor adductors abductor abductors flexor
    flexors extensor extensors levator splenius infraspinatus supraspinatus teres rectus vastus piriformis psoas
    iliacus thenar hypothenar
    clavicle clavicles clavicular scapula scapulae scapular sternum sternal xiphoid manubrium humerus humeral ulna ulnar
    radius radial femur femoral patella patellar tibia tibial fibula fibular malleolus malleoli malleolar calcaneus
    calcaneal talus navicular cuboid metatarsal metatarsals metacarpal metacarpals phalanx phalanges phalangeal carpal
    sacrum sacral coccyx lumbar thoracic cervical vertebra vertebrae vertebral spinous tuberosity trochanter epicondyle
    condyle styloid mastoid occiput occipital protuberance zygomatic mandible mandibular maxilla maxillary glabella
    pubis symphysis iliac ilium ischial ischium intercostal costal axilla axillary popliteal inguinal umbilicus
    umbilical cubital fossa foramen concha helix antihelix tragus antitragus auricle
    anterior posterior lateral medial proximal distal superior inferior dorsal dorsum palmar plantar volar ventral
    cranial caudal sagittal carotid jugular
    """
)
"""Words of anatomy books: the place is said without them. "Carpal tunnel" is what people with it call it."""
_KNOWN = re.compile(r"\bcarpal tunnel\b")
_CODE = re.compile(r"\b[A-Z]{2,3}\d{1,2}\b|\bE(?:X|AR)-\w+")
_WORD = re.compile(r"[a-z]+")

_NEVER_UP = re.compile(r"\b(?:never|not) up(?:wards?)?\b")
_UP = re.compile(r"\bup(?:wards?)?\b")


def check(sources: Sources) -> Iterator[Problem]:
    """Yield short lines that are too long, hold a word of anatomy or a code, or stand twice; and presses upwards."""
    for item in sources.all("points"):
        yield from _length(item)
        yield from _terms(item, item.record.short, "P018", "short")
        yield from _upward(item, [caution.record for caution in sources.all("cautions")])
    for kind in ("red_flags", "cautions"):
        for item in sources.all(kind):
            yield from _terms(item, item.record.brief, "S012", "brief")
    yield from _twins(sources)


def _length(item: Located) -> Iterator[Problem]:
    length = len(item.record.short)
    if not length and item.file.startswith(BUNDLED):
        yield item.problem("P021", "has no line in lay words", "add `short`", "short")
    if length > LONGEST_LINE:
        reason = f"`short` has {length} characters, more than {LONGEST_LINE}"
        yield item.problem("P017", reason, "say the place in fewer words", "short")


def _terms(item: Located, line: str, code: str, field: str) -> Iterator[Problem]:
    for word in _WORD.findall(_KNOWN.sub("", line.lower())):
        if word in TERMS:
            yield item.problem(code, f"{word!r} is a word of anatomy", "say it as people do", field)
    if found := _CODE.search(line):
        yield item.problem(code, f"{found.group()!r} is a code", "name the place", field)


def _upward(item: Located, cautions: list[Caution]) -> Iterator[Problem]:
    """A direction that goes up, where the point itself or a caution that touches it says never upwards."""
    point: Point = item.record
    said = point.press.direction.lower() if point.press is not None else ""
    if not _UP.search(_NEVER_UP.sub("", said)):
        return
    touching = (rule.rule for rule in cautions if point.code in rule.points or point.regions.intersection(rule.regions))
    if any(_forbids_up(text) for text in (said, point.limit.reason, *touching)):
        reason = "goes up where a warning of the point says never upwards"
        yield item.problem("P019", reason, "say a direction that keeps to the warning", "press", "direction")


def _forbids_up(text: str) -> bool:
    return _NEVER_UP.search(text.lower()) is not None


def _twins(sources: Sources) -> Iterator[Problem]:
    """Two points with one line cannot be told apart in a list; the later record is the one to mend."""
    first: dict[str, str] = {}
    for item in sources.all("points"):
        line = item.record.short.casefold()
        other = first.setdefault(line, item.name) if line else item.name
        if other != item.name:
            reason = f"{item.name} and {other} have the same line"
            yield item.problem("P020", reason, "add the word that tells them apart", "short")
