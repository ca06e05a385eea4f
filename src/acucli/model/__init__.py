"""Values only: every record of the library, every answer, and everything a session is made of."""
