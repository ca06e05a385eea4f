"""Answers as tables, sentences, cards, pictures, JSON and the other formats."""
