"""The commands: each parses, calls one function of a room, and renders what comes back."""
