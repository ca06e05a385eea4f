"""What the terminal can do, and text made safe and fit for it."""
