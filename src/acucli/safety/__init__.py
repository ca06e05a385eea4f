"""Rules and verdicts on what a person may press, limits, helplines; the judge."""
