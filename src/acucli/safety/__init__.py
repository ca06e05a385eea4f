"""Verdicts on what this person may press, screening, helplines and the words of safety."""
