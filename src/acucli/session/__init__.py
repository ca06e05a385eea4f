"""The pure machine of a session: state, commands, phases, limits, announcements, timetable."""
