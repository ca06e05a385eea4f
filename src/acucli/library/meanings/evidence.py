"""Meanings of the fields of references, sources and articles."""

TABLES = {
    "Reference": """
One piece of evidence. Identifiers stand exactly as they were seen, and are left out where none was seen.
id: Its short name: first author or subject, year, topic. => edido-2021-neck
title: The title of the paper, as it is. => "Effectiveness of self-applied acupressure for cervical pain of
  benign origin"
kind: What kind of study it is: rct, meta-analysis, systematic-review, cochrane-review, guideline, overview,
  safety. => rct
finding: What was seen, in one or more plain sentences of our own, every number as it was given. => "160
  people who pressed their own points differed in pain by only 0.16 points."
direction: Which way it points: positive, mixed, no-effect, no-better-than-sham, inconclusive, safety ... =>
  no-effect
certainty: How sure its authors are: very-low, low, moderate, high, or not-stated. => not-stated
seen_level: What of it was seen: abstract-or-table, secondary-summary, or record-only. => abstract-or-table
usable_for_claims: false where the result was not seen: then it carries nothing. => true
indirect: true for needles and devices: it never lifts a grade above D. => false
conditions: The topics it belongs to. => [neck-pain]
points: The points that were pressed. => [GB20, GB21, LI4]
authors: The authors, shortened. => "Abbott R et al."
year: The year, where it was seen. => 2021
journal: The journal, where it was seen. => "J Gen Intern Med 30(4):434-9"
doi: The DOI, never completed from memory. => "10.1007/s11606-014-3084-6"
pmid: The PubMed number, in quotes. => "25403522"
pmcid: The PubMed Central number. => PMC5539928
delivered_by: Who pressed: self, practitioner, wristband, mixed, unknown. => self
dose: How often and how long. => "3 minutes a point, twice a day, 4 weeks"
note: What a reader must know to use it rightly. => "Only the pain figure is quoted."
""",
    "Source": """
A published way of pressing (a handout, a class, a trial's protocol). It says how others press, not that it
  works.
id: Its short name. => abbott-perineal
title: Its title. => "Abbott et al. 2015 (UCLA)"
kind: What it is: trial-protocol, hospital-flyer, class-handout, textbook, dataset ... => trial-derived
url: Where it was seen. => "https://pubmed.ncbi.nlm.nih.gov/25403522/"
""",
    "Article": """
A text to read. The fields stand between two lines of three dashes at the top of the file, the text below.
slug: Its short name, the name of its file. => how-to-press
title: Its title. => How to press
summary: One sentence. => "How hard, how long, with which finger, and when to let go."
body: The text itself, 250 to 700 words of Markdown; references stand in square brackets. => "Sink in slowly
  ..."
documents: The project documents it carries, S1 to S20. => [S3]
see: What to read or run next: other articles, conditions, routines. => [techniques, tools]
""",
}
