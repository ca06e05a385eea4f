"""What applies to a person: their file, their answers, what is asked, and what follows."""
