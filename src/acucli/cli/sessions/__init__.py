"""From a request to a session that runs: wishes, questions, preview, the run itself, its end."""
