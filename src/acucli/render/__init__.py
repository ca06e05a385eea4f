"""Renderers: an answer as a table, as sentences, as a card."""
