"""Sound: cues, chimes, speech, players and audio files."""
