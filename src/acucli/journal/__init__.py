"""What was done and how it felt: the store, sessions, statistics, courses, calendar, export."""
