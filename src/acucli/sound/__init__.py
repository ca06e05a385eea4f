"""Cues, chimes, speech, players and audio files."""
