"""The questions before a session and after it, on a terminal and in lines."""
