"""Values only: every record of the library and everything a session is made of."""
