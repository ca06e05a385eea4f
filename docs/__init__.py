"""What people read, and the scripts that make parts of it."""
