"""A session: drafts become a plan, a pure machine runs it, one loop waits, sounds, draws and keeps it."""
